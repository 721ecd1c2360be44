import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ForwardRequest } from '../../../src/formats/forward.js';
import { NOTHING_YET, type ForwardProgress } from '../../../src/receiver/forwarding/contract.js';
import { openProgram, type Program } from '../../contracts/programs/program.js';
import { BY_PHONE, CHANGED, FORMATS, LEAD, pass, WITHDRAWN } from '../../contracts/programs/stage.js';

const format = (name: string) => FORMATS[name] ?? assert.fail(name);
const CRMS = ['hubspot', 'salesforce', 'pipedrive'];

const nth = (n: number) => {
  let seen = 0;
  return (_request: ForwardRequest) => {
    seen += 1;
    if (seen === n) throw new Error('the line went dead');
  };
};

/** What a program keeps in the end, without the ids that it gave. */
const keptBy = (program: Program) =>
  [...program.records.values()].map(({ kind, body }) => {
    const { WhoId: _who, associations: _hangs, lead_id: _lead, participants: _people, ...said } = body;
    return JSON.stringify([kind, said]);
  });

describe('passing a lead on', () => {
  for (const name of CRMS) {
    describe(`to ${name}`, () => {
      it('makes every record once, and nothing for a revision that says the same', async () => {
        const program = openProgram(name);
        const first = await pass(format(name), program, LEAD);
        const kept = keptBy(program);
        const asked = program.requests.length;
        await pass(format(name), program, { ...LEAD, key: `${LEAD.id}.2`, revision: 2 }, first.progress);
        assert.deepEqual(keptBy(program), kept);
        assert.equal(program.requests.length, asked);
      });

      it('brings the same records up to date', async () => {
        const program = openProgram(name);
        const { progress } = await pass(format(name), program, LEAD);
        const ids = [...program.records.keys()];
        const { ended } = await pass(format(name), program, CHANGED, progress);
        assert.deepEqual(ended, { is: 'done' });
        assert.deepEqual([...program.records.keys()], ids);
        const all = JSON.stringify(keptBy(program));
        assert.ok(all.includes('900456') && !all.includes('900123'));
        assert.ok(all.includes('Wed 25 Nov 10:00'));
      });

      it('has the same records in the end, wherever an answer gets lost, or a request', async () => {
        for (const lead of [LEAD, BY_PHONE]) {
          const calm = openProgram(name);
          await pass(format(name), calm, lead);
          for (let n = 1; n <= calm.requests.length; n++) {
            for (const fault of ['before', 'after'] as const) {
              const program = openProgram(name);
              const broken = await pass(format(name), program, lead, NOTHING_YET, { [fault]: nth(n) });
              assert.equal(broken.ended.is, 'later');
              const { ended } = await pass(format(name), program, lead, broken.progress);
              assert.deepEqual(ended, { is: 'done' });
              assert.deepEqual(keptBy(program).toSorted(), keptBy(calm).toSorted(), `${fault} ${n}`);
            }
          }
        }
      });

      it('takes the task away when the call is called off', async () => {
        const program = openProgram(name);
        const { progress } = await pass(format(name), program, LEAD);
        assert.ok(keptBy(program).some((text) => text.includes('Call Priya Shah')));
        const off = LEAD.nextStep && { ...LEAD.nextStep, status: 'cancelled' as const };
        const { progress: after } = await pass(
          format(name),
          program,
          { ...CHANGED, ...(off && { nextStep: off }) },
          progress,
        );
        assert.ok(!keptBy(program).some((text) => text.includes('Call Priya Shah')));
        assert.ok(!Object.keys(after.records).some((step) => step.startsWith('task')));
      });

      it('leaves alone what was deleted there', async () => {
        const program = openProgram(name);
        const { progress } = await pass(format(name), program, LEAD);
        const [task] = [...program.records].findLast(([, { kind }]) => /task|activity/i.test(kind)) ?? [];
        program.records.delete(task ?? assert.fail());
        const next = await pass(format(name), program, CHANGED, progress);
        assert.deepEqual(next.ended, { is: 'done' });
        const asked = program.requests.length;
        const later = { ...CHANGED, key: `${LEAD.id}.3`, revision: 3 };
        await pass(format(name), program, later, next.progress);
        assert.equal(program.requests.length, asked);
        assert.ok(!program.records.has(task ?? ''));
      });

      it('deletes all of it when the lead is withdrawn', async () => {
        const program = openProgram(name);
        let { progress } = await pass(format(name), program, LEAD);
        ({ progress } = await pass(format(name), program, CHANGED, progress));
        const { ended, progress: after } = await pass(format(name), program, WITHDRAWN, progress);
        assert.deepEqual(ended, { is: 'done' });
        assert.equal(program.records.size, 0);
        assert.deepEqual(after.records, {});
      });

      it('goes on with a withdrawal that broke off', async () => {
        const program = openProgram(name);
        const { progress } = await pass(format(name), program, LEAD);
        const broken = await pass(format(name), program, WITHDRAWN, progress, { before: nth(2) });
        assert.equal(broken.ended.is, 'later');
        assert.ok(program.records.size > 0);
        const { ended } = await pass(format(name), program, WITHDRAWN, broken.progress);
        assert.deepEqual(ended, { is: 'done' });
        assert.equal(program.records.size, 0);
      });
    });
  }

  it('keeps somebody whom HubSpot knew before, and deletes the rest', async () => {
    const program = openProgram('hubspot');
    program.records.set('5', {
      kind: 'contacts',
      body: { properties: { email: 'priya@northfold.example' } },
    });
    const { progress } = await pass(format('hubspot'), program, LEAD);
    assert.equal(program.of('contacts').length, 1);
    await pass(format('hubspot'), program, WITHDRAWN, progress);
    assert.deepEqual([...program.records.keys()], ['5']);
  });

  it('changes nothing about people and companies that Pipedrive knew before', async () => {
    const program = openProgram('pipedrive');
    const known = { name: 'P. Shah', emails: [{ value: 'priya@northfold.example' }] };
    program.records.set('5', { kind: 'person', body: known });
    program.records.set('6', { kind: 'organisation', body: { name: 'Northfold Foods' } });
    const { progress } = await pass(format('pipedrive'), program, LEAD);
    await pass(format('pipedrive'), program, CHANGED, progress);
    assert.deepEqual(program.of('person'), [known]);
    assert.deepEqual(program.of('organisation'), [{ name: 'Northfold Foods' }]);
    assert.equal(program.of('lead').length, 1);
  });

  it('deletes both contacts where the address was corrected', async () => {
    const program = openProgram('hubspot');
    let { progress } = await pass(format('hubspot'), program, LEAD);
    const corrected = { ...CHANGED, contact: { ...LEAD.contact, email: 'priya.shah@northfold.example' } };
    ({ progress } = await pass(format('hubspot'), program, corrected, progress));
    assert.equal(program.of('contacts').length, 2);
    await pass(format('hubspot'), program, WITHDRAWN, progress);
    assert.equal(program.records.size, 0);
  });

  it('leaves alone a lead that a rep in Salesforce has converted', async () => {
    const program = openProgram('salesforce');
    const { progress } = await pass(format('salesforce'), program, LEAD);
    const [[id, kept]] = [...program.records].filter(([, { kind }]) => kind === 'Lead') as [
      [string, { kind: string; body: object }],
    ];
    program.records.set(id, { kind: kept.kind, body: { ...kept.body, IsConverted: true } });
    const { ended, progress: after } = await pass(format('salesforce'), program, CHANGED, progress);
    assert.deepEqual(ended, { is: 'done' });
    assert.equal(after.records['lead']?.closed, true);
  });

  it('does not write over what a rep in Salesforce wrote into the description', async () => {
    const program = openProgram('salesforce');
    const { progress } = await pass(format('salesforce'), program, LEAD);
    const described = (body: Readonly<Record<string, unknown>> | undefined) => body?.['Description'];
    assert.match(`${described(program.of('Lead')[0]) as string}`, /Two freezers/);
    for (const request of program.requests.splice(0)) assert.ok(request);
    await pass(format('salesforce'), program, CHANGED, progress);
    for (const { path, body } of program.requests)
      assert.equal(path.includes('/Lead/') && 'Description' in ((body ?? {}) as object), false);
  });

  it('changes a message in Slack instead of posting another, and deletes it', async () => {
    const program = openProgram('slack');
    const { progress } = await pass(format('slack'), program, LEAD);
    const { progress: next } = await pass(format('slack'), program, CHANGED, progress);
    assert.equal(program.of('message').length, 1);
    assert.match(JSON.stringify(program.of('message')), /Wed 25 Nov/);
    await pass(format('slack'), program, WITHDRAWN, next);
    assert.equal(program.records.size, 0);
  });

  it('posts again by a webhook only when the next step is another one', async () => {
    const program = openProgram('slack-webhook');
    let reached: ForwardProgress = NOTHING_YET;
    const posts = async (lead: typeof LEAD) => {
      ({ progress: reached } = await pass(format('slack-webhook'), program, lead, reached));
      return program.of('message').length;
    };
    assert.equal(await posts(LEAD), 1);
    assert.equal(await posts({ ...LEAD, contact: { ...LEAD.contact, phone: '1234567' } }), 1);
    assert.equal(await posts(CHANGED), 2);
    assert.equal(await posts(WITHDRAWN), 3);
    assert.match(
      JSON.stringify(program.of('message').at(-1)),
      /WL-7KQ2M4: the prospect took everything back/,
    );
  });
});
