import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlaybookError } from '../../src/playbook/error.js';
import { definePlaybook, parsePlaybook } from '../../src/playbook/parse.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { changed, small, whole, type Change } from './fixtures.js';

type Row = readonly [
  name: string,
  changes: readonly Change[],
  code: string,
  path: string,
  message: string,
  cure: string,
];

const rows: readonly Row[] = [
  [
    'an unknown field near a known one',
    [['steps[0].aks', 'x']],
    'field.unknown',
    'steps[0].aks',
    '"aks" is not a field of this step',
    'Did you mean "ask"?',
  ],
  [
    'a word of another tool for a field',
    [['steps[0].question', 'x']],
    'field.unknown',
    'steps[0].question',
    '"question"',
    'Did you mean "ask"?',
  ],
  [
    'an unknown field near nothing',
    [['look.wobble', 1]],
    'field.unknown',
    'look.wobble',
    'of this look',
    'one of the fields known here: "accent", "side", "scheme"',
  ],
  [
    'an unknown field of the playbook',
    [['stesp', []]],
    'field.unknown',
    'stesp',
    'of the playbook',
    'Did you mean "steps"?',
  ],
  [
    'a missing field',
    [['company.name', undefined]],
    'field.missing',
    'company.name',
    '"name" is missing',
    'Add "name": The company’s name',
  ],
  [
    'a missing ending',
    [['endings.nurture', undefined]],
    'field.missing',
    'endings.nurture',
    '"nurture" is missing',
    'Add "nurture"',
  ],
  [
    'a missing label',
    [['steps[0].options[0].label', undefined]],
    'field.missing',
    'steps[0].options[0].label',
    '"label" is missing',
    'What the visitor reads',
  ],
  [
    'a number where a text belongs',
    [['company.name', 5]],
    'field.type',
    'company.name',
    'should be a text, but it is a number',
    'Write "5" in quotation marks',
  ],
  [
    'a number in quotation marks',
    [['steps[2].min', '5']],
    'field.type',
    'steps[2].min',
    'should be a number, but it is a text',
    'Write 5 without quotation marks',
  ],
  [
    'true in quotation marks',
    [['steps[3].optional', 'True']],
    'field.type',
    'steps[3].optional',
    'should be true or false',
    'Write true without quotation marks',
  ],
  [
    'null',
    [['steps[0].ask', null]],
    'field.type',
    'steps[0].ask',
    'but it is null',
    'Remove the field, or give it a value',
  ],
  [
    'one thing where a list belongs',
    [['endings.nurture.offer', 'call']],
    'field.type',
    'endings.nurture.offer',
    'a list of texts, but it is a text',
    '["call"]',
  ],
  [
    'one object where a list belongs',
    [['qualification.points', { add: 1 }]],
    'field.type',
    'qualification.points',
    'a list of points',
    'Put square brackets around it: [{…}]',
  ],
  [
    'a list where one thing belongs',
    [['welcome.teaser', ['x']]],
    'field.type',
    'welcome.teaser',
    'but it is a list',
    'Remove the square brackets',
  ],
  [
    'a list where names belong',
    [['offers', []]],
    'field.type',
    'offers',
    'but it is an empty list',
    'Next steps by name',
  ],
  [
    'a list where an object belongs',
    [['look', ['right']]],
    'field.type',
    'look',
    'should be a look in curly brackets',
    'How it looks',
  ],
  [
    'a word that is not among those possible',
    [['steps[2].kind', 'nmber']],
    'field.value',
    'steps[2].kind',
    '"nmber" is not possible here',
    'Did you mean "number"?',
  ],
  [
    'a contact field that does not exist',
    [['steps[7].fields[1]', 'emial']],
    'field.value',
    'steps[7].fields[1]',
    '"emial"',
    'Did you mean "email"? Possible here: "name", "email", "phone"',
  ],
  [
    'a format of another time',
    [['format', 2]],
    'field.value',
    'format',
    '2 is not possible here',
    'Write 1.',
  ],
  [
    'an empty text',
    [['steps[0].options[0].value', '']],
    'field.empty',
    'steps[0].options[0].value',
    'This text is empty',
    'Write something',
  ],
  ['no steps', [['steps', []]], 'field.empty', 'steps', 'This list is empty', 'Put something into it'],
  [
    'a teaser that is too long',
    [['welcome.teaser', 'x'.repeat(71)]],
    'field.too-long',
    'welcome.teaser',
    '71 characters; at most 70',
    'Shorten it',
  ],
  [
    'a share above the whole',
    [['welcome.show[1].atScroll', 101]],
    'field.range',
    'welcome.show[1].atScroll',
    '101 is too large',
    'Write 100 or less',
  ],
  [
    'a share below nothing',
    [['welcome.show[1].atScroll', -1]],
    'field.range',
    'welcome.show[1].atScroll',
    '-1 is too small',
    'Write 0 or more',
  ],
  [
    'an id with a space',
    [['steps[0].id', 'my need']],
    'field.form',
    'steps[0].id',
    '"my need" does not have the right form',
    'A letter, then letters',
  ],
  [
    'a fuzzy time to answer',
    [['routing.answerWithin', 'soon']],
    'field.form',
    'routing.answerWithin',
    '"soon"',
    '"30 minutes"',
  ],
  [
    'a currency in small letters',
    [['products[0].price.currency', 'gbp']],
    'field.form',
    'products[0].price.currency',
    '"gbp"',
    'EUR',
  ],
  [
    'a test that does not exist',
    [['qualification.points[0].when', { bikes: { atleast: 5 } }]],
    'condition.unknown-test',
    'qualification.points[0].when.bikes.atleast',
    '"atleast" is not a test',
    'Did you mean "atLeast"?',
  ],
  [
    'a test of another tool',
    [['qualification.points[0].when', { bikes: { gte: 5 } }]],
    'condition.unknown-test',
    'qualification.points[0].when.bikes.gte',
    '"gte"',
    'Did you mean "atLeast"?',
  ],
  [
    'an equals sign as a test',
    [['qualification.points[0].when', { need: { eq: 'fleet' } }]],
    'condition.unknown-test',
    'qualification.points[0].when.need.eq',
    '"eq"',
    'a bare value means "is"',
  ],
  [
    'a list as a test',
    [['qualification.points[0].when', { need: ['fleet', 'repair'] }]],
    'field.type',
    'qualification.points[0].when.need',
    'but it is a list',
    'Write {"in": ["fleet","repair"]}',
  ],
  [
    'null as a test',
    [['qualification.points[0].when', { need: null }]],
    'field.type',
    'qualification.points[0].when.need',
    'but it is null',
    '{"known": false}',
  ],
  [
    'a test inside "not"',
    [['qualification.points[0].when', { not: { need: { on: 1 } } }]],
    'condition.unknown-test',
    'qualification.points[0].when.not.need.on',
    '"on"',
    'Did you mean "in"?',
  ],
  [
    'a test deep inside "any" and "all"',
    [['qualification.points[0].when', { any: [{ all: [{ bikes: { atLeats: 1 } }] }] }]],
    'condition.unknown-test',
    'qualification.points[0].when.any[0].all[0].bikes.atLeats',
    '"atLeats"',
    'Did you mean "atLeast"?',
  ],
  [
    '"all" without a list',
    [['qualification.points[0].when', { all: { need: 'fleet' } }]],
    'field.type',
    'qualification.points[0].when.all',
    'a list of conditions',
    'Put square brackets',
  ],
  [
    '"between" with one number',
    [['qualification.points[0].when', { bikes: { between: [1] } }]],
    'field.value',
    'qualification.points[0].when.bikes.between',
    'should have 2 entries, but it has 1',
    '[5, 20]',
  ],
  [
    'a conditional greeting without its text',
    [['welcome.say[0].text', undefined]],
    'field.missing',
    'welcome.say[0].text',
    '"text" is missing',
    'Add "text"',
  ],
  [
    'a misspelt branch',
    [['steps[0].next[0].goto', 'bikes']],
    'field.unknown',
    'steps[0].next[0].goto',
    'of this branch',
    'Did you mean "go"?',
  ],
  [
    'a misspelt field of an option among plain ones',
    [['steps[0].options[0].labl', 'x']],
    'field.unknown',
    'steps[0].options[0].labl',
    'of this option',
    'Did you mean "label"?',
  ],
  [
    'a translation of the wrong type',
    [['texts.de["welcome.say"]', 5]],
    'field.type',
    'texts.de["welcome.say"]',
    'should be a text',
    'Write "5"',
  ],
  [
    'a date that is none',
    [['routing.hours.closed[0]', '25 Dec']],
    'field.form',
    'routing.hours.closed[0]',
    '"25 Dec"',
    '2026-12-25',
  ],
];

describe('parsePlaybook', () => {
  it('takes the playbooks of these tests and hands them back unchanged', () => {
    for (const playbook of [small, whole]) {
      const parsed = parsePlaybook(playbook);
      assert.deepEqual(parsed, { ok: true, playbook, problems: [] });
    }
  });

  it('hands back a copy, so that nobody can change it from outside', () => {
    const input = structuredClone(small) as { company: { name: string } } & Playbook;
    const parsed = parsePlaybook(input);
    input.company.name = 'Somebody else';
    assert.ok(parsed.ok);
    assert.equal(parsed.playbook.company.name, 'Harbour Bikes');
  });

  for (const [name, changes, code, path, message, cure] of rows) {
    it(`names ${name}, where it stands and how to mend it`, () => {
      const { ok, problems } = parsePlaybook(changed(whole, ...changes));
      assert.equal(ok, false);
      const problem = problems.find((each) => each.code === code && each.path === path);
      assert.ok(problem, `only found ${JSON.stringify(problems)}`);
      assert.equal(problem.level, 'error');
      assert.ok(problem.message.includes(message), problem.message);
      assert.ok(problem.cure.includes(cure), problem.cure);
    });
  }

  it('says what is wrong once, not once for every form that would have been possible', () => {
    const { problems } = parsePlaybook(
      changed(whole, ['qualification.points[0].when', { bikes: { atleast: 5 } }]),
    );
    assert.equal(problems.length, 1);
  });

  it('names all problems, in the order of the schema', () => {
    const { problems } = parsePlaybook(
      changed(
        whole,
        ['format', 7],
        ['company.nmae', 1],
        ['company.phnoe', 1],
        ['steps[2].kind', 'x'],
        ['bogus', 1],
      ),
    );
    assert.deepEqual(
      problems.map((problem) => problem.path),
      ['format', 'company.nmae', 'company.phnoe', 'steps[2].kind', 'bogus'],
    );
  });

  for (const [name, input] of [
    ['null', null],
    ['nothing', undefined],
    ['a list', []],
    ['a text', 'playbook'],
    ['a number', 5],
  ] as const) {
    it(`says of ${name} that it is no playbook`, () => {
      const { ok, problems } = parsePlaybook(input);
      assert.equal(ok, false);
      assert.deepEqual(
        problems.map(({ code, path }) => ({ code, path })),
        [{ code: 'playbook.not-an-object', path: '' }],
      );
    });
  }

  it('asks for every field that a playbook needs', () => {
    assert.deepEqual(
      parsePlaybook({}).problems.map((problem) => problem.path),
      ['format', 'id', 'language', 'company', 'steps', 'endings', 'delivery'],
    );
  });
});

describe('definePlaybook', () => {
  it('takes a playbook written as a constant', () => {
    const written = {
      format: 1,
      id: 'written',
      language: 'en',
      company: { name: 'Harbour Bikes' },
      steps: [
        {
          id: 'mail',
          ask: 'Your e-mail?',
          kind: 'email',
          next: [{ when: { mail: { known: true } }, go: 'end' }],
        },
      ],
      endings: {
        qualified: { say: ['One.', 'Two.'] },
        nurture: { say: 'Later.' },
        undetermined: { say: 'Thanks.' },
        disqualified: { say: 'Sorry.' },
      },
      delivery: { to: 'url', url: '/leads' },
    } as const;
    assert.deepEqual(definePlaybook(written), written);
  });

  it('throws everything that is wrong, with path and cure', () => {
    const wrong = changed(small, ['steps[1].knid', 'number'], ['language', 5]);
    assert.throws(
      () => definePlaybook(wrong),
      (error) => {
        assert.ok(error instanceof PlaybookError);
        assert.equal(error.code, 'field.type');
        assert.equal(error.path, 'language');
        assert.equal(error.problems.length, 2);
        assert.match(error.message, /steps\[1\]\.knid: .* Did you mean "kind"\?/);
        return true;
      },
    );
  });
});
