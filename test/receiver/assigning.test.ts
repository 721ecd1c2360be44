import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openDatabase, type Database } from '../../demo/desk/database.js';
import { openLeadStore } from '../../demo/desk/store.js';
import { playbookFor } from '../../demo/playbook.js';
import type { Lead } from '../../src/lead/lead.js';
import type { Playbook } from '../../src/playbook/schema.js';
import {
  createAssigning,
  createMemoryAssignments,
  type Assigning,
  type AssignmentStore,
} from '../../src/receiver/assigning.js';
import { rejudge } from '../../src/receiver/rejudge.js';
import { ADA } from '../demo/desk-stage.js';
import { contact, leadOf, type Prospect } from '../demo/prospect.js';
import { newDeskFolder } from '../support/desk-folder.js';

const NOW = Date.parse('2026-11-23T15:12:05.000Z');
const DAY_MS = 86_400_000;
const open = playbookFor('https://desk.example');
const team = (routing: Partial<NonNullable<Playbook['routing']>>): Playbook => ({
  ...open,
  routing: { ...open.routing, followUp: [], rules: [], ...routing },
});
const stranger = { contact: contact({ name: 'Sam', email: 'sam@elsewhere.example', company: 'Elsewhere' }) };
let leads = 0;
const from = (playbook: Playbook, more: Partial<Prospect> = {}, nowMs = NOW): Lead => {
  const leadId = (leads += 1).toString(16).padStart(32, '0');
  return leadOf(
    playbook,
    { ...ADA, leadId, ...more, says: { ...ADA.says, ...stranger, ...more.says } },
    nowMs,
  );
};
const ownersOf = async (assigning: Assigning, list: readonly Lead[]) =>
  (await assigning.all(list)).map((both) => both?.lead.routing?.owner);

/** What both stores have to keep to. */
const laws = (store: () => Promise<AssignmentStore>) => {
  const assigningFor = async (playbook: Playbook, kept?: AssignmentStore) =>
    createAssigning({ store: kept ?? (await store()), playbooks: () => [playbook] });

  it('takes turns exactly, whatever the leads are called', async () => {
    const owners = { dana: { name: 'Dana', weight: 2 }, tom: { name: 'Tom' }, nora: { name: 'Nora' } };
    const playbook = team({ owners, takeTurns: ['dana', 'tom', 'nora'] });
    const list = Array.from({ length: 12 }, () => from(playbook));
    const owned = await ownersOf(await assigningFor(playbook), list);
    const count = (name: string) => owned.filter((owner) => owner === name).length;
    assert.deepEqual([count('dana'), count('tom'), count('nora')], [6, 3, 3]);
  });

  it('takes turns exactly when leads arrive together, and in two processes', async () => {
    const playbook = team({ takeTurns: ['dana', 'tom'] });
    const kept = await store();
    const desks = [await assigningFor(playbook, kept), await assigningFor(playbook, kept)];
    const both = await Promise.all(Array.from({ length: 10 }, (_, i) => desks[i % 2]?.of(from(playbook))));
    const tom = both.filter((each) => each?.lead.routing?.owner === 'tom').length;
    assert.equal(tom, 5);
  });

  it('gives a lead to somebody once: later looks, and later revisions of it, change nothing', async () => {
    const playbook = team({ takeTurns: ['dana', 'tom'] });
    const assigning = await assigningFor(playbook);
    const [first, second] = [from(playbook), from(playbook)];
    assert.deepEqual(await ownersOf(assigning, [first, second, first, second]), [
      'dana',
      'tom',
      'dana',
      'tom',
    ]);
    const again = { ...first, revision: 2, key: `${first.id}.2`, phase: 'updated' as const };
    assert.deepEqual(await ownersOf(assigning, [again]), ['dana']);
    assert.deepEqual(await ownersOf(assigning, [from(playbook)]), ['dana']);
  });

  it('gives it to somebody else once another rule is for it', async () => {
    const playbook = team({
      rules: [{ when: { sites: { atLeast: 50 } }, owner: 'nora', because: 'Large' }],
      takeTurns: ['dana', 'tom'],
    });
    const assigning = await assigningFor(playbook);
    const first = from(playbook);
    assert.deepEqual(await ownersOf(assigning, [first]), ['dana']);
    const large = from(playbook, { says: { sites: '80' }, leadId: first.id });
    assert.deepEqual(await ownersOf(assigning, [{ ...large, revision: 2, phase: 'updated' }]), ['nora']);
  });

  it('keeps to whom the prospect asked for by name', async () => {
    const playbook = team({ takeTurns: ['dana', 'tom'] });
    const assigning = await assigningFor(playbook);
    const first = from(playbook);
    const promised = from(playbook, { leadId: first.id, chooses: 'callback' });
    const told = promised.routing?.owner;
    await assigning.of(first);
    assert.deepEqual(await ownersOf(assigning, [promised]), [told]);
  });

  it('gives nobody more than they take in a day or a week', async () => {
    const owners = { dana: { name: 'Dana', perDay: 2, perWeek: 3 }, tom: { name: 'Tom' } };
    const rules = [{ owner: 'dana', because: 'Dana first' }];
    const playbook = team({ owners, rules, takeTurns: ['tom'] });
    const assigning = await assigningFor(playbook);
    const on = (day: number) => from(playbook, {}, NOW + day * DAY_MS);
    assert.deepEqual(await ownersOf(assigning, [on(0), on(0), on(0), on(1), on(1), on(6), on(7)]), [
      'dana',
      'dana',
      'tom',
      'dana',
      'tom',
      'tom',
      'dana',
    ]);
    assert.deepEqual(await ownersOf(assigning, [on(7)]), ['dana']);
    const [note] = await assigning.all([on(7)]);
    assert.equal(note?.lead.routing?.because, 'Takes turns (Dana has 2 leads today)');
  });
};

describe('who gets leads where they are received', () => {
  laws(async () => createMemoryAssignments());

  it('gives trials, spam and unfinished leads to nobody, and takes no turn for them', async () => {
    const playbook = team({ takeTurns: ['dana', 'tom'] });
    const store = createMemoryAssignments();
    const assigning = createAssigning({
      store,
      playbooks: () => [playbook],
      isNobodys: (lead) => lead.signals?.decoyFilled === true,
    });
    await assigning.of(from(playbook, { test: true }));
    await assigning.of(from(playbook, { signals: { tookMs: 10, decoyFilled: true } }));
    await assigning.of({ ...from(playbook), phase: 'partial' });
    assert.equal(await store.turns('routing.takeTurns'), 0);
  });

  it('says nothing of leads of other playbooks, and leaves the verdict as the page found it', async () => {
    const playbook = team({ takeTurns: ['dana', 'tom'] });
    const assigning = createAssigning({ store: createMemoryAssignments(), playbooks: () => [playbook] });
    assert.equal(await assigning.of(from(team({ takeTurns: ['tom'] }))), undefined);
    const lead = from(playbook);
    const both = await assigning.of(lead);
    assert.deepEqual(both?.lead.qualification, lead.qualification);
    assert.equal(rejudge(() => [playbook])(both?.lead ?? lead), 'match');
  });

  it('plans the follow-up anew for whoever gets it', async () => {
    const whole: Playbook = { ...open, private: { accounts: [{ name: 'Elsewhere', owner: 'samir' }] } };
    const assigning = createAssigning({ store: createMemoryAssignments(), playbooks: () => [whole] });
    const both = await assigning.of(from(open));
    assert.equal(both?.lead.routing?.account, 'Elsewhere');
    assert.deepEqual(
      both?.lead.tasks?.map(({ id, owner, dueAt }) => [id, owner, dueAt]),
      [
        // It is evening in Dubai.
        ['first-call', 'samir', '2026-11-24T05:30:00.000Z'],
        ['first-letter', 'samir', '2026-11-25T05:00:00.000Z'],
        ['second-call', 'samir', '2026-11-27T05:00:00.000Z'],
        ['last-letter', 'samir', '2026-12-08T05:00:00.000Z'],
      ],
    );
  });
});

describe('who gets leads, kept in the desk’s database', () => {
  let folder: string;
  let db: Database;
  let assignments: AssignmentStore;
  before(async () => {
    folder = await newDeskFolder();
    db = await openDatabase({ folder });
    ({ assignments } = await openLeadStore(db));
  });
  after(async () => {
    await db.close();
    await rm(folder, { recursive: true });
  });
  laws(async () => {
    await db.query('truncate assignments');
    return assignments;
  });
});
