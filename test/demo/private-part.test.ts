import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { playbookFor, PRIVATE_FILE, withPrivateFile } from '../../demo/playbook.js';
import { createSite } from '../../demo/site/site.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { ADA, DESK, refIn, startDesk, type DeskStage } from './desk-stage.js';
import { contact, leadOf } from './prospect.js';

const CANARY = 'canary-of-kestrel';
const hidden = {
  points: [{ when: { sites: { atLeast: 1 } }, add: 15, because: `${CANARY} points` }],
  rules: [{ when: { sites: { atLeast: 100 } }, owner: 'tom', because: `${CANARY} rule` }],
  accounts: [{ name: `${CANARY} account`, domains: ['north.example'], owner: 'dana' }],
  owners: { dana: { email: `${CANARY}@kestrel.example`, phone: '+44 20 7946 0999' } },
  notes: [{ say: `${CANARY} note` }],
  hook: `https://hooks.example/${CANARY}`,
};

describe('the private part at the desk', () => {
  let stage: DeskStage;
  let folder: string;
  let open: Playbook;
  let whole: Playbook;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warmlead-private-'));
    const file = join(folder, 'private.json');
    await writeFile(file, JSON.stringify({ private: hidden }));
    open = playbookFor(DESK);
    whole = withPrivateFile(open, file);
    stage = await startDesk({ playbooks: () => [whole] });
  });
  after(async () => {
    await stage.close();
    await rm(folder, { recursive: true });
  });

  it('is readable from the file of the demo, and refused with a sentence when it is wrong', async () => {
    assert.ok(withPrivateFile(open, PRIVATE_FILE).private?.owners);
    const wrong = join(folder, 'wrong.json');
    await writeFile(wrong, JSON.stringify({ private: { points: [{ add: 1 }] } }));
    assert.throws(() => withPrivateFile(open, wrong), /private\.points\[0\].*missing/s);
  });

  it('is told to nobody without the password: not by a route of the site or the desk, not by an answer', async () => {
    const lead = leadOf(open, ADA, stage.now());
    const answered = await stage.send(lead);
    assert.equal(answered.status, 201);
    assert.deepEqual(((await answered.json()) as { judging: string }).judging, 'match');
    const ref = refIn(await (await stage.as(await stage.login(), '/')).text(), 'Ada Example');
    const site = createSite({ dist: join(folder, 'dist'), playbook: open, deskOrigin: DESK });
    const climbs = [
      'private.json',
      'demo/private.json',
      '../private.json',
      '..%2fprivate.json',
      '%2e%2e/%2e%2e/private.json',
    ];
    const ofSite = site.routes.map(({ path }) => path.replace(/[*{:].*$/, '')).concat('playbook.json');
    for (const path of new Set([
      ...ofSite,
      ...ofSite.flatMap((base) => climbs.map((climb) => `${base}/${climb}`.replace(/\/+/g, '/'))),
    ])) {
      const response = await site.request(new Request(new URL(path, 'https://site.example')));
      assert.ok(!(await response.text()).includes(CANARY), path);
    }
    const ofDesk = stage.desk.app.routes.map(({ path }) =>
      path.replace(/:ref|:file.*/, ref).replace('*', ''),
    );
    for (const method of ['GET', 'POST']) {
      for (const path of new Set([
        ...ofDesk,
        `/leads/${ref}.json`,
        ...climbs.map((climb) => `/desk/${climb}`),
      ])) {
        const response = await stage.ask(path, { method });
        assert.ok(!(await response.text()).includes(CANARY), `${method} ${path}`);
        assert.ok(!JSON.stringify([...response.headers]).includes(CANARY), `${method} ${path}`);
      }
    }
    const again = await stage.send(lead);
    assert.ok(!(await again.text()).includes(CANARY));
  });

  it('shows the rep the verdict of both parts, what made the difference, the notes and how to reach the owner', async () => {
    const says = {
      ...ADA.says,
      contact: contact({ name: 'Both Example', email: 'both@north.example', company: 'N' }),
    };
    await stage.send(leadOf(open, { says, leadId: '7'.repeat(32) }, stage.now()));
    const cookie = await stage.login();
    const inbox = await (await stage.as(cookie, '/?q=both')).text();
    assert.match(inbox, /title="Dana"/);
    const html = await (await stage.as(cookie, `/leads/${refIn(inbox, 'Both Example')}`)).text();
    for (const words of [
      `+15 ${CANARY} points`,
      `Looks after ${CANARY} account`,
      `${CANARY} note`,
      `${CANARY}@kestrel.example`,
    ])
      assert.ok(html.includes(words), words);
    assert.ok(!html.includes('hooks.example'));
    assert.ok(html.includes('Checked: the rules give the same verdict.'));
  });
});
