import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { playbookFor } from '../../demo/playbook.js';
import { heardIn } from '../../src/answering/heard.js';
import { checkPlaybook } from '../../src/authoring/check.js';
import { factsFrom } from '../../src/flow/facts.js';
import { fold } from '../../src/flow/fold.js';
import { kindOf, parseAnswer } from '../../src/flow/kinds/index.js';
import { stamped, type Happening, type LogEntry } from '../../src/flow/log.js';
import { optionsOf } from '../../src/flow/options.js';
import type { FoldState } from '../../src/flow/state.js';
import { hashOf } from '../../src/playbook/hash.js';
import { localised } from '../../src/playbook/localised.js';
import type { Step } from '../../src/playbook/schema.js';
import { judge, standingOf } from '../../src/qualification/judge.js';
import { contact } from './prospect.js';

const playbook = playbookFor('http://desk.example');
const NOW = '2026-11-23T15:12:04.000Z';

const began: Happening = {
  type: 'began',
  playbook: { id: playbook.id, version: playbook.version ?? '', hash: hashOf(playbook) },
  locale: 'en',
  timeZone: 'Europe/London',
  arrival: { kind: 'direct', landing: '', page: '', referrer: '', utm: {}, clickIds: {} },
};

/** Everything a visitor could answer here, as far as it makes a difference. */
const answersTo = (step: Step, state: FoldState): readonly Happening[] => {
  const prompt = [step.ask ?? ''].flat().join('\n');
  if (step.purpose !== undefined) {
    const { purpose } = step;
    return [
      {
        type: 'consented',
        purpose,
        granted: false,
        text: prompt,
        version: '1',
        locale: 'en',
        control: 'button',
      },
    ];
  }
  const options = optionsOf(step, factsFrom(state.answers));
  const raws =
    kindOf(step) === 'number'
      ? ['1', '12', '60']
      : kindOf(step) === 'contact'
        ? [contact({ name: 'Ada Example', email: 'ada@north.example', company: 'North Foods' })]
        : options.length > 0
          ? options.map(({ value }) => value)
          : ['Two freezers failed.'];
  return raws.map((raw) => {
    const parsed = parseAnswer(step, raw, options, 'en');
    assert.ok(parsed.ok, `"${raw}" does not answer ${step.id}`);
    return { type: 'answered', step: step.id, prompt, raw, value: parsed.value, label: raw, locale: 'en' };
  });
};

const folded = (happenings: readonly Happening[]): FoldState => {
  const log: LogEntry[] = [];
  for (const happening of happenings) log.push(stamped(happening, log, NOW));
  return fold(playbook, log, standingOf(playbook));
};

/** Every way through, with where it ends. */
const ways = (so: readonly Happening[] = [began]): readonly (readonly Happening[])[] => {
  const { position } = folded(so);
  if (position.at === 'end') return [so];
  return answersTo(position.step, folded(so)).flatMap((answer) => ways([...so, answer]));
};

describe('the playbook of the demo', () => {
  const all = ways();

  it('has nothing that the check would say', () => {
    const problems = checkPlaybook(playbook).filter(({ level }) => level !== 'info');
    assert.deepEqual(problems, []);
  });

  it('asks at most seven questions, whatever is answered', () => {
    const longest = Math.max(...all.map((way) => way.length - 1));
    assert.ok(all.length > 100, `${all.length} ways`);
    assert.equal(longest, 7);
  });

  it('reaches each of the four endings with somebody to write to', () => {
    const verdicts = new Set(
      all
        .map(folded)
        .flatMap((state) =>
          state.position.at === 'end' && state.position.sendable ? [judge(playbook, state, NOW).verdict] : [],
        ),
    );
    assert.deepEqual([...verdicts].sort(), ['disqualified', 'nurture', 'qualified', 'undetermined']);
  });

  it('shows what fits before it asks for an address', () => {
    for (const way of all) {
      const { path } = folded(way);
      if (path.includes('contact') && !path.includes('customer')) {
        assert.ok(path.indexOf('fit') >= 0 && path.indexOf('fit') < path.indexOf('contact'), path.join(' '));
      }
    }
  });

  it('has a German and an Arabic text for every question, option, ending and offer', () => {
    for (const language of ['de', 'ar']) {
      const translated = localised(playbook, language);
      for (const [i, step] of playbook.steps.entries()) {
        const other = translated.steps[i];
        if (step.ask) assert.notDeepEqual(other?.ask, step.ask, `${language} ${step.id}`);
        if (step.why) assert.notEqual(other?.why, step.why, `${language} ${step.id}.why`);
        for (const [k, option] of (step.options ?? []).entries()) {
          assert.notDeepEqual(other?.options?.[k], option, `${language} ${step.id}.options[${k}]`);
        }
      }
      for (const [verdict, { say }] of Object.entries(playbook.endings)) {
        assert.notDeepEqual(translated.endings[verdict as keyof typeof playbook.endings].say, say, language);
      }
      for (const [name, { label }] of Object.entries(playbook.offers ?? {})) {
        assert.notEqual(translated.offers?.[name]?.label, label, `${language} ${name}`);
      }
      assert.notEqual(translated.privacy?.notice, playbook.privacy?.notice, language);
    }
  });

  it('knows 25 answers, six worries and four products', () => {
    const { knowledge, objections, products } = playbook;
    assert.deepEqual(
      [knowledge, objections, products].map((all) => all?.length),
      [25, 6, 4],
    );
    const tries = (objections ?? []).map(({ replies = [] }) => replies.length);
    // Somebody who is not interested is let go at once.
    assert.deepEqual(
      tries.map((many) => many >= 2),
      [true, true, true, true, true, false],
    );
  });

  it('hears every worry in every language, and has all that is said to it there', () => {
    const said: { readonly [language: string]: readonly string[] } = {
      en: [
        'That is way too expensive',
        'Not right now, sorry',
        'I need to ask my boss first',
        'We already have something for that',
        'I don’t trust the cloud',
        'Thanks, I’m not interested',
      ],
      de: [
        'Das ist uns zu teuer',
        'Ich habe gerade keine Zeit',
        'Da muss ich erst meinen Chef fragen',
        'Wir haben schon ein System',
        'Das klingt riskant',
        'Nein danke, kein Interesse',
      ],
      ar: [
        'هذا غالي جدا',
        'ليس لدي وقت',
        'يجب أن أسأل مديري',
        'لدينا نظام بالفعل',
        'لا أثق بكم',
        'لست مهتمة',
      ],
    };
    const ids = playbook.objections?.map(({ id }) => id);
    for (const [language, sentences] of Object.entries(said)) {
      const { objections = [] } = localised(playbook, language);
      assert.deepEqual(
        sentences.map((text) => heardIn(objections, text, language)?.id),
        ids,
        language,
      );
      if (language === 'en') continue;
      for (const [i, one] of objections.entries()) {
        const original = playbook.objections?.[i];
        assert.notEqual(one.acknowledge ?? one.exit, original?.acknowledge ?? original?.exit, language);
        assert.notEqual(one.exit, original?.exit, language);
        for (const [k, reply] of (one.replies ?? []).entries())
          assert.notDeepEqual(reply, original?.replies?.[k], `${language} ${one.id}.replies[${k}]`);
        for (const [k, option] of (one.explore?.options ?? []).entries())
          assert.notDeepEqual(option, original?.explore?.options[k], `${language} ${one.id} option ${k}`);
      }
    }
  });

  it('sends leads to the desk it was made for, and names none in its file', () => {
    assert.equal(playbook.delivery.url, 'http://desk.example/leads');
    const file = readFileSync(new URL('../../demo/playbook.json', import.meta.url), 'utf8');
    assert.deepEqual((JSON.parse(file) as typeof playbook).delivery, { to: 'desk', counts: true });
  });
});
