import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { outcomeOf } from '../../../src/formats/forward-outcome.js';
import type { ForwardFormat, ForwardRequest } from '../../../src/formats/forward.js';
import { withValue } from './body.js';
import { OPERATIONS, type BodyFact } from './facts.js';
import { openProgram, operationOf } from './program.js';
import { BY_PHONE, CHANGED, FORMATS, LEAD, pass, WITHDRAWN } from './stage.js';

/** Every request that these leads cause, also after lost answers, and by whom. */
const requestsTo = async (name: string, format: ForwardFormat): Promise<readonly ForwardRequest[]> => {
  const all: ForwardRequest[] = [];
  for (const lead of [LEAD, BY_PHONE]) {
    const program = openProgram(name);
    let { progress } = await pass(format, program, lead);
    for (const next of [{ ...CHANGED, contact: { ...lead.contact, company: 'Other' } }, WITHDRAWN])
      ({ progress } = await pass(format, program, next, progress));
    all.push(...program.requests);
    for (let nth = 1; nth <= 12; nth++) {
      const lossy = openProgram(name);
      const reached = (await pass(format, lossy, lead, undefined, { after: lost(nth) })).progress;
      await pass(format, lossy, lead, reached);
      all.push(...lossy.requests);
    }
  }
  return all;
};

/** Fails at the nth request that it sees. */
const lost = (nth: number) => {
  let n = 0;
  return () => {
    n += 1;
    if (n === nth) throw new Error('the line went dead');
  };
};

const text = (length: number): string => 'ä'.repeat(length);

for (const [name, format] of Object.entries(FORMATS)) {
  const operations = OPERATIONS[name] ?? assert.fail(name);

  describe(`a lead for ${name}`, async () => {
    const requests = await requestsTo(name, format);
    const caused = (operation: string) =>
      requests.find((request) => operationOf(name, request)?.name === operation);

    it('causes nothing but what is documented, and all of it', () => {
      for (const request of requests)
        assert.ok(operationOf(name, request), `${request.method} ${request.path}`);
      for (const operation of operations) assert.ok(caused(operation.name), operation.name);
    });

    it('says who it is and what they want', async () => {
      const program = openProgram(name);
      const { ended } = await pass(format, program, LEAD);
      assert.deepEqual(ended, { is: 'done' });
      const all = JSON.stringify([...program.records.values()]);
      for (const words of ['Priya', 'Shah', 'Northfold Foods', 'Two freezers failed over a weekend', '14:00'])
        assert.ok(all.includes(words), words);
    });

    it('never carries its id, which is the right to change it', () => {
      for (const { path, body } of requests)
        assert.ok(!(path + JSON.stringify(body ?? null)).includes(LEAD.id));
    });

    it('causes the same requests again and again', async () => {
      const [one, other] = [openProgram(name), openProgram(name)];
      await pass(format, one, LEAD);
      await pass(format, other, LEAD);
      assert.deepEqual(one.requests, other.requests);
    });

    it('fits and is taken, whatever the prospect wrote', async () => {
      const words = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(text(600), '\ud800', '💐'.repeat(300), '<b>&"\r\n', "' OR Name != '"),
      );
      const contact = fc.record(
        { name: words, phone: words, company: words, role: words, website: words },
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(
          contact,
          fc.constantFrom('jo@acme.example', `${text(60)}@a.example`, undefined),
          words,
          async (who, email, need) => {
            const answers = (LEAD.answers ?? []).map((answer) => ({ ...answer, label: need }));
            const program = openProgram(name);
            const lead = { ...LEAD, contact: { ...who, ...(email && { email }) }, answers };
            const { ended } = await pass(format, program, lead);
            assert.deepEqual(ended, { is: 'done' }, JSON.stringify(program.requests.at(-1)));
          },
        ),
        { numRuns: 50 },
      );
    });

    for (const operation of operations) {
      const sent = caused(operation.name);
      if (!sent) continue;
      for (const fact of operation.fields) {
        for (const [words, value] of mutationsOf(fact)) {
          it(`${operation.name} is refused ${words}`, () => {
            const program = openProgram(name);
            const answer = program.ask({ ...sent, body: withValue(sent.body, fact.field, value) });
            const outcome = outcomeOf(format, answer);
            assert.notEqual(outcome.is, 'done', answer.body);
            assert.notEqual(outcome.is, 'later', answer.body);
            assert.equal(program.records.size, 0);
          });
        }
      }
    }
  });
}

/** A mutation for everything that a row of the facts says. */
function mutationsOf({
  field,
  required,
  most,
  looks,
  forbidden,
  unlike = '?',
}: BodyFact): readonly (readonly [string, unknown])[] {
  return [
    ...(required
      ? ([
          [`without ${field}`, undefined],
          [`with an empty ${field}`, ''],
        ] as const)
      : []),
    ...(most === undefined
      ? []
      : [[`with more than ${most} characters of ${field}`, text(most + 1)] as const]),
    ...(looks ? [[`with a ${field} that is none`, unlike] as const] : []),
    ...(forbidden ? [[`with ${field} in its body`, 'x'] as const] : []),
  ];
}
