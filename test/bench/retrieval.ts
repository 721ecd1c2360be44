/** How well questions find their entries, beside plain BM25 on the same entries; and how often nothing is said. */
import MiniSearch from 'minisearch';
import { createAnswerer } from '../../src/answering/answerer.js';
import { createRanking } from '../../src/answering/ranking.js';
import { bootstrapped, type Mean } from './bootstrap.js';
import { calibratingSet, publicSet, testSet, type QuestionSet } from './question-sets.js';

/** Ids, best first. */
type Finder = (text: string) => readonly string[];

/** MiniSearch as it comes: BM25 over words in lower case. */
const plainBm25 = (knowledge: QuestionSet['knowledge'], fields: readonly string[]): Finder => {
  const index = new MiniSearch({ fields: [...fields] });
  index.addAll(
    knowledge.map(({ id, questions, also = [], answer }) => ({
      id,
      questions: [...questions, ...also].join('\n'),
      answer,
    })),
  );
  return (text) => index.search(text).map(({ id }) => String(id));
};

/** For each question 1 where its entry is among the first so many, else 0. */
const hits = ({ asked }: QuestionSet, find: Finder, within: number): readonly number[] =>
  asked.map(({ text, id }) => (find(text).slice(0, within).includes(id) ? 1 : 0));

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export interface Against {
  readonly set: string;
  readonly questions: number;
  readonly within: number;
  readonly ours: number;
  readonly bm25: number;
  readonly gain: Mean;
  readonly ok: boolean;
}

/** Ours without its "not sure", beside the better of two BM25: over the questions alone, and with the answers. */
const against = (set: QuestionSet): readonly Against[] => {
  const rank = createRanking(set.knowledge, 'en');
  const ours: Finder = (text) => rank(text).map(({ entry }) => entry.id);
  const rivals = [['questions'], ['questions', 'answer']].map((fields) => plainBm25(set.knowledge, fields));
  return [1, 3].map((within) => {
    const mine = hits(set, ours, within);
    const [theirs = []] = rivals.map((find) => hits(set, find, within)).sort((a, b) => total(b) - total(a));
    const gain = bootstrapped(mine.map((hit, i) => hit - (theirs[i] ?? 0)));
    const questions = set.asked.length;
    return {
      set: set.name,
      questions,
      within,
      ours: total(mine) / questions,
      bm25: total(theirs) / questions,
      gain,
      ok: within === 1 ? gain.from > 0 : gain.mean >= 0,
    };
  });
};

export interface Silence {
  readonly set: string;
  /** Of questions that an entry answers. */
  readonly answered: { readonly right: number; readonly wrong: number };
  readonly offered: { readonly right: number; readonly wrong: number };
  readonly abstained: number;
  /** Of questions that none answers. */
  readonly beside: { readonly answered: number; readonly offered: number; readonly caught: number };
  readonly ok: boolean;
}

const ABSTAINED_AT_MOST = 0.1;
const CAUGHT_AT_LEAST = 0.7;

const silence = ({ name, knowledge, asked, beside }: QuestionSet): Silence => {
  const answerer = createAnswerer(knowledge, 'en');
  const found = asked.map(({ text, id }) => {
    const { is, hits: offered } = answerer.find(text);
    const shown = is === 'sure' ? offered.slice(0, 1) : offered;
    return `${is} ${shown.some((hit) => hit.id === id) ? 'right' : 'wrong'}`;
  });
  const share = (what: string) => found.filter((one) => one === what).length / found.length;
  const beyond = beside.map((text) => answerer.find(text).is);
  const shareBeyond = (what: string) => beyond.filter((is) => is === what).length / beyond.length;
  const abstained = share('none wrong');
  const caught = shareBeyond('none');
  return {
    set: name,
    answered: { right: share('sure right'), wrong: share('sure wrong') },
    offered: { right: share('unsure right'), wrong: share('unsure wrong') },
    abstained,
    beside: { answered: shareBeyond('sure'), offered: shareBeyond('unsure'), caught },
    ok: abstained <= ABSTAINED_AT_MOST && caught >= CAUGHT_AT_LEAST,
  };
};

export interface Retrieval {
  readonly against: readonly Against[];
  readonly silence: Silence;
  /** The same where the figures were found: better, of course, and no measure. */
  readonly calibrating: Silence;
  readonly ok: boolean;
}

export const measureRetrieval = (): Retrieval => {
  const test = testSet();
  const sets = [test, publicSet()].filter((set) => set !== null);
  const rows = sets.flatMap(against);
  const quiet = silence(test);
  return {
    against: rows,
    silence: quiet,
    calibrating: silence(calibratingSet()),
    ok: quiet.ok && rows.every(({ ok }) => ok),
  };
};

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${(Math.abs(value) * 100).toFixed(1)}`;

const silenceLines = ({ set, answered, offered, abstained, beside, ok }: Silence): readonly string[] => [
  `${set}, in scope: answered ${percent(answered.right)} right, ${percent(answered.wrong)} wrong; "did you mean" ${percent(offered.right)} with, ${percent(offered.wrong)} without the right one; nothing said ${percent(abstained)} (at most ${percent(ABSTAINED_AT_MOST)})`,
  `${set}, out of scope: nothing said ${percent(beside.caught)} (at least ${percent(CAUGHT_AT_LEAST)}); "did you mean" ${percent(beside.offered)}; answered ${percent(beside.answered)}${ok ? '' : '  SHORT'}`,
];

/** The figures as lines of text, whatever they are. */
export const retrievalLines = ({
  against: rows,
  silence: quiet,
  calibrating,
}: Retrieval): readonly string[] => [
  `${'finding answers'.padEnd(22)}${'questions'.padStart(10)}${'hit'.padStart(7)}${'BM25'.padStart(9)}${'ours'.padStart(9)}  gain in points (95 %)`,
  ...rows.map(
    ({ set, questions, within, ours, bm25, gain, ok }) =>
      `${set.padEnd(22)}${String(questions).padStart(10)}${`@${within}`.padStart(7)}${percent(bm25).padStart(9)}${percent(ours).padStart(9)}  ${signed(gain.mean)} (${signed(gain.from)} to ${signed(gain.to)})${ok ? '' : '  SHORT'}`,
  ),
  ...(rows.some(({ set }) => set === 'public set') ? [] : ['public set: the folder is not there']),
  ...silenceLines(quiet),
  ...silenceLines(calibrating),
];
