/** The playbook of the other tests with knowledge and objections, and a way to talk with it. */
import type { Answerer } from '../../src/answering/answerer.js';
import { asidesFor } from '../../src/compose/asides.js';
import type { ConversationView } from '../../src/conversation/contract.js';
import { createDigressions } from '../../src/conversation/digressions.js';
import { enAsides } from '../../src/locales/en-asides.js';
import { enLater } from '../../src/locales/en-later.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { kestrel } from './kestrel.js';
import { staged, type Stage, type StageOptions } from './stage.js';

export const answering: Playbook = {
  ...kestrel,
  steps: kestrel.steps.map((step) =>
    step.id === 'budget'
      ? {
          ...step,
          options: step.options?.map((option) =>
            typeof option === 'object' && option.value === 'under200'
              ? { ...option, raises: 'budget' }
              : option,
          ),
        }
      : step,
  ),
  knowledge: [
    {
      id: 'install',
      questions: ['How long does installation take?', 'Do I need an electrician?'],
      answer: 'About 20 minutes a site.',
      url: '/install',
    },
    { id: 'wifi', questions: ['What if the Wi-Fi is down?'], answer: 'Probes keep 30 days of readings.' },
  ],
  objections: [
    {
      id: 'price',
      heard: ['too expensive', 'over budget', 'cheaper'],
      acknowledge: 'I hear you.',
      explore: {
        ask: 'What are you comparing it with?',
        options: [
          { value: 'now', label: 'What we pay now' },
          { value: 'rival', label: 'Another offer' },
        ],
      },
      replies: [
        { when: { explored: 'rival' }, say: 'Compare what is in it.', url: '/compare' },
        'You can start with one site.',
        'There is no contract at {company}.',
      ],
      exit: 'No problem. I’ll add the prices.',
    },
    { id: 'budget', category: 'price', heard: ['no budget'], replies: ['A first site fits in there.'] },
    { id: 'slow', category: 'timing', heard: ['takes too long'], replies: ['It takes a day.'] },
    { id: 'gone', heard: ['not interested'], exit: 'Understood. Thanks for looking.' },
  ],
};

/** The same with an answerer that is only half sure of anything. */
export const halfSure: typeof asidesFor = async ({ knowledge = [], objections = [] }) => {
  const entries = typeof knowledge === 'string' ? [] : knowledge.filter((one) => typeof one === 'object');
  const find: Answerer['find'] = () => {
    const [{ id, questions, answer, url } = { id: '', questions: [], answer: '' }] = entries;
    return { is: 'unsure', hits: [{ id, question: questions[1] ?? '', answer, url, confidence: 0.5 }] };
  };
  const words = { ...enLater, ...enAsides, person: enAsides.toPerson };
  return createDigressions({ answerer: { find }, knowledge: entries, objections, words, writer: null });
};

export const talked = (options: StageOptions = {}): Promise<Stage> =>
  staged({ playbook: answering, asides: asidesFor, ...options });

/** Types and waits until it was understood. */
export const types = async (stage: Stage, text: string): Promise<void> => {
  stage.send({ type: 'visitor.typed', text });
  await stage.settled();
};

/** Taps an option of what is asked, by its label. */
export const taps = async (stage: Stage, label: string): Promise<void> => {
  const { asking } = stage.view;
  const option = asking?.options.find((one) => one.label === label);
  if (!asking || !option) throw new Error(`"${label}" is not offered.`);
  stage.answer(asking.step.id, option.value);
  await stage.settled();
};

/** The transcript in one line a turn. */
export const lines = ({ fold }: ConversationView): readonly string[] =>
  fold.turns.flatMap((turn) =>
    'over' in turn
      ? []
      : 'shows' in turn
        ? `[${turn.shows}]`
        : turn.by === 'visitor'
          ? `> ${turn.says}`
          : turn.note && !turn.says
            ? `(${turn.note})`
            : turn.says,
  );

export const offered = ({ asking }: ConversationView): readonly string[] =>
  (asking?.options ?? []).map(({ label }) => label);
