import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlaybookError } from '../../src/playbook/error.js';
import { definePlaybook, parsePlaybook } from '../../src/playbook/parse.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { changed, small, whole } from './fixtures.js';

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
