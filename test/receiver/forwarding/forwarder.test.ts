import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tombstoneOf } from '../../../src/receiver/tombstone.js';
import { answering, leadOf, revisionOf, startForwarding } from './forward-stage.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const namesIn = (stage: ReturnType<typeof startForwarding>, kind = 'contacts') =>
  stage
    .program()
    .of(kind)
    .map(({ properties }) => (properties as { email: string }).email)
    .toSorted();

describe('the forwarder', () => {
  it('passes a lead on when it arrives, and its next revision', async () => {
    const stage = startForwarding();
    await stage.arrive(leadOf(1));
    assert.deepEqual(namesIn(stage), ['jo1@acme.example']);
    const { doneAt, revision } = stage.forwards.progress('hubspot', leadOf(1).id);
    assert.deepEqual([doneAt, revision], ['2026-11-23T12:00:00.000Z', 1]);
    await stage.arrive(revisionOf(leadOf(1), 2, { contact: { name: 'Jo', email: 'jo1@acme.example' } }));
    assert.equal(stage.program().of('contacts').length, 1);
    assert.equal(stage.program().of('leads').length, 1);
    assert.equal(stage.forwards.progress('hubspot', leadOf(1).id).revision, 2);
  });

  it('passes nothing on of trials and of leads that nobody sent yet', async () => {
    const stage = startForwarding();
    await stage.arrive(leadOf(1, { test: true }));
    await stage.arrive(leadOf(2, { phase: 'partial' }));
    await stage.clock.pass(HOUR);
    assert.equal(stage.tries.length, 0);
    await stage.arrive(revisionOf(leadOf(2), 2, { phase: 'complete' }));
    assert.deepEqual(namesIn(stage), ['jo2@acme.example']);
  });

  it('loses nothing while a program is down, asks it less and less often, and makes nothing twice', async () => {
    const stage = startForwarding();
    stage.line(answering(503, 'upstream'));
    for (let n = 1; n <= 5; n++) {
      await stage.arrive(leadOf(n));
      await stage.clock.pass(MINUTE);
    }
    await stage.clock.pass(5 * HOUR);
    const gaps = stage.tries.map(({ atMs }, i) => atMs - (stage.tries[i - 1]?.atMs ?? atMs)).slice(1);
    assert.deepEqual(
      gaps.toSorted((a, b) => a - b),
      gaps,
      'never sooner than the time before',
    );
    assert.equal(gaps[0], 15_000);
    assert.equal(gaps.at(-1), 5 * MINUTE);
    const trouble = stage.forwards.progress('hubspot', leadOf(1).id).trouble;
    assert.deepEqual(trouble, { is: 'later', code: 'status.503', why: 'upstream' });
    stage.line(undefined);
    await stage.clock.pass(HOUR);
    assert.deepEqual(
      namesIn(stage),
      [1, 2, 3, 4, 5].map((n) => `jo${n}@acme.example`),
    );
    for (const kind of ['leads', 'notes', 'tasks']) assert.equal(stage.program().of(kind).length, 5, kind);
    assert.equal(stage.forwards.progress('hubspot', leadOf(1).id).trouble, null);
  });

  it('waits as long as a program asks for', async () => {
    const stage = startForwarding();
    stage.line(answering(429, '{}', '600'));
    await stage.arrive(leadOf(1));
    await stage.clock.pass(10 * MINUTE - 1);
    assert.equal(stage.tries.length, 1);
    stage.line(undefined);
    await stage.clock.pass(1);
    assert.deepEqual(namesIn(stage), ['jo1@acme.example']);
  });

  it('understands a date in Retry-After, and asks again within a day whatever it says', async () => {
    for (const [header, ms] of [
      ['Mon, 23 Nov 2026 12:30:00 GMT', 30 * MINUTE],
      ['Mon, 23 Nov 2099 12:30:00 GMT', 24 * HOUR],
      ['soon', 15_000],
    ] as const) {
      const stage = startForwarding();
      stage.line(answering(503, '', header));
      await stage.arrive(leadOf(1));
      await stage.clock.pass(25 * HOUR);
      assert.equal((stage.tries[1]?.atMs ?? 0) - (stage.tries[0]?.atMs ?? 0), ms, header);
    }
  });

  it('makes no second record when every answer of a minute gets lost', async () => {
    const stage = startForwarding();
    stage.line((_request, arrive) => {
      arrive();
      throw new Error('the line went dead');
    });
    await stage.arrive(leadOf(1));
    await stage.clock.pass(MINUTE);
    stage.line(undefined);
    await stage.clock.pass(HOUR);
    for (const kind of ['contacts', 'leads', 'notes', 'tasks'])
      assert.equal(stage.program().of(kind).length, 1, kind);
  });

  it('goes on where it was after a restart', async () => {
    const stage = startForwarding();
    let left = 2;
    stage.line((_request, arrive) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return arrive();
    });
    await stage.arrive(leadOf(1));
    assert.equal(stage.program().of('notes').length, 0);
    stage.line(undefined);
    stage.restart();
    await stage.clock.pass(MINUTE);
    for (const kind of ['contacts', 'leads', 'notes', 'tasks'])
      assert.equal(stage.program().of(kind).length, 1, kind);
  });

  it('says that the key is wrong, and passes everything on once it is right', async () => {
    const stage = startForwarding();
    stage.line(answering(401, '{"message":"The access token is expired or invalid"}'));
    await stage.arrive(leadOf(1));
    await stage.arrive(leadOf(2));
    assert.equal(stage.tries.length, 1, 'nobody else is tried with it');
    assert.deepEqual(stage.forwards.progress('hubspot', leadOf(1).id).trouble, {
      is: 'settings',
      code: 'status.401',
      why: 'The access token is expired or invalid',
    });
    stage.line(undefined);
    await stage.clock.pass(15 * MINUTE);
    assert.equal(namesIn(stage).length, 2);
  });

  it('asks at once when somebody wants it, however long it was to wait', async () => {
    const stage = startForwarding(['hubspot', 'pipedrive']);
    for (const name of ['hubspot', 'pipedrive']) stage.line(answering(503), name);
    await stage.arrive(leadOf(1));
    for (const name of ['hubspot', 'pipedrive']) stage.line(undefined, name);
    await stage.hurry('hubspot', leadOf(1).id);
    assert.equal(stage.program('hubspot').of('contacts').length, 1);
    assert.equal(stage.program('pipedrive').records.size, 0);
  });

  it('lets the others pass when a program refuses one, and tries that again when it is another', async () => {
    const stage = startForwarding();
    await stage.arrive(leadOf(1, { contact: { name: 'Jo', email: 'not an address' } }));
    await stage.arrive(leadOf(2));
    assert.deepEqual(namesIn(stage), ['jo2@acme.example']);
    const { trouble, refused } = stage.forwards.progress('hubspot', leadOf(1).id);
    assert.equal(trouble?.is, 'refused');
    assert.equal(refused, 1);
    const before = stage.tries.length;
    await stage.clock.pass(24 * HOUR);
    assert.equal(stage.tries.length, before);
    await stage.arrive(revisionOf(leadOf(1), 2));
    assert.equal(namesIn(stage).length, 2);
  });

  it('lets the others pass when a program fails at one only', async () => {
    const stage = startForwarding();
    stage.line((request, arrive) =>
      JSON.stringify(request.body).includes('jo1@') ? { status: 500, body: '', retryAfter: null } : arrive(),
    );
    await stage.arrive(leadOf(1));
    await stage.clock.pass(4 * HOUR);
    for (let n = 2; n <= 4; n++) await stage.arrive(leadOf(n));
    await stage.clock.pass(5 * MINUTE);
    assert.equal(namesIn(stage).length, 3);
    for (let n = 5; n <= 9; n++) {
      await stage.clock.pass(HOUR);
      await stage.arrive(leadOf(n));
      await stage.clock.pass(MINUTE);
      assert.equal(namesIn(stage).length, n - 1, 'its own wait is not theirs');
    }
  });

  it('deletes what was made when a lead is withdrawn, however long it takes', async () => {
    const stage = startForwarding();
    await stage.arrive(leadOf(1));
    stage.line(answering(400, '{"message":"not now"}'));
    await stage.arrive(tombstoneOf(revisionOf(leadOf(1), 2)));
    assert.ok(stage.program().records.size > 0);
    stage.line(undefined);
    await stage.clock.pass(HOUR);
    assert.equal(stage.program().records.size, 0);
    const { trouble, records } = stage.forwards.progress('hubspot', leadOf(1).id);
    assert.deepEqual([trouble, records], [null, {}]);
  });

  it('asks nothing about a withdrawn lead that was never passed on', async () => {
    const stage = startForwarding();
    await stage.arrive(tombstoneOf(leadOf(1)));
    await stage.clock.pass(HOUR);
    assert.equal(stage.tries.length, 0);
  });

  it('forgets why a lead was refused when that lead is withdrawn', async () => {
    const stage = startForwarding();
    await stage.arrive(leadOf(1, { contact: { name: 'Jo', email: 'not an address' } }));
    await stage.arrive(tombstoneOf(revisionOf(leadOf(1), 2)));
    assert.equal(stage.forwards.progress('hubspot', leadOf(1).id).trouble, null);
  });

  it('holds back what cannot be changed until the next step is known, two minutes at most', async () => {
    const stage = startForwarding(['slack-webhook']);
    const { nextStep, ...open } = leadOf(1);
    await stage.arrive(open);
    await stage.clock.pass(2 * MINUTE - 1);
    assert.equal(stage.tries.length, 0);
    await stage.clock.pass(1);
    assert.equal(stage.program('slack-webhook').of('message').length, 1);
    const { nextStep: _none, ...second } = leadOf(2);
    await stage.arrive(second);
    await stage.arrive(revisionOf(second, 2, nextStep && { nextStep }));
    await stage.clock.pass(2_000);
    assert.equal(stage.program('slack-webhook').of('message').length, 2);
  });

  it('keeps within the limit of a program', async () => {
    const stage = startForwarding(['slack']);
    for (let n = 1; n <= 5; n++) void stage.arrive(leadOf(n));
    await stage.clock.pass(10_000);
    assert.equal(stage.program('slack').of('message').length, 5);
    for (const [i, { atMs }] of stage.tries.entries())
      assert.ok(i === 0 || atMs - (stage.tries[i - 1]?.atMs ?? 0) >= 1_100);
  });

  it('passes on to one program while another is down', async () => {
    const stage = startForwarding(['hubspot', 'pipedrive']);
    stage.line(answering(503), 'hubspot');
    await stage.arrive(leadOf(1));
    assert.equal(stage.program('pipedrive').of('lead').length, 1);
    assert.equal(stage.program('hubspot').records.size, 0);
  });

  it('counts an answer that never comes as none', async () => {
    const stage = startForwarding();
    stage.line(() => new Promise<never>(() => undefined));
    await stage.arrive(leadOf(1));
    const trouble = () => stage.forwards.progress('hubspot', leadOf(1).id).trouble?.code;
    await stage.clock.pass(20_000 - 1);
    assert.equal(trouble(), undefined);
    await stage.clock.pass(1);
    assert.equal(trouble(), 'network.failed');
  });

  it('goes on when its store has failed for a while, and says so', async () => {
    const stage = startForwarding();
    const { due } = stage.forwards;
    stage.forwards.due = async () => {
      throw new Error('no database');
    };
    await stage.arrive(leadOf(1));
    await stage.clock.pass(MINUTE);
    assert.ok(stage.problems.length > 1);
    stage.forwards.due = due;
    await stage.clock.pass(5 * MINUTE);
    assert.deepEqual(namesIn(stage), ['jo1@acme.example']);
  });
});
