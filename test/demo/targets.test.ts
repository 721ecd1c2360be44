import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sampleLead } from '../../src/receiver/conformance/probe.js';
import { startDesk, type DeskStage } from './desk-stage.js';

const { test: _trial, ...sample } = sampleLead();
const hot = { ...sample.qualification, verdict: 'qualified', band: 'hot' } as typeof sample.qualification;

describe('the targets on the desk', () => {
  let stage: DeskStage;
  before(async () => {
    stage = await startDesk();
    const targets = [
      { period: 'month', counts: 'hot', goal: 4 },
      { period: 'quarter', counts: 'leads', goal: 2, owner: 'tom' },
    ] as const;
    const playbook = { ...stage.playbook, private: { targets } };
    stage.restart({ playbooks: () => [playbook] });
    const of = (id: string, more: object) =>
      stage.send({
        ...sample,
        id,
        key: `${id}.1`,
        playbook: { ...sample.playbook, id: playbook.id },
        ...more,
      });
    await of('1'.repeat(32), { qualification: hot });
    await of('2'.repeat(32), { routing: { owner: 'tom', name: 'Tom', because: '', path: 'routing' } });
    await of('3'.repeat(32), { test: true, qualification: hot });
  });
  after(() => stage.close());

  const get = async (path: string) => (await stage.as(await stage.login(), path)).text();

  it('stand with what is reached, and how far an even pace would be', async () => {
    const html = (await get('/numbers')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    assert.match(html, /Hot leads This month 1 of 4 25 % 3 behind an even pace/);
    assert.match(html, /Leads, Tom This quarter 1 of 2 50 % 1 behind an even pace/);
  });

  it('are a table for spreadsheets', async () => {
    assert.deepEqual((await get('/targets.csv')).trim().split('\r\n'), [
      'period,from,to,counts,owner,goal,done,attainment,expected',
      'month,2026-11-01,2026-11-30,hot,,4,1,0.250,3.1',
      'quarter,2026-10-01,2026-12-31,leads,tom,2,1,0.500,1.2',
    ]);
  });

  it('are seen by nobody who is not logged in', async () => {
    assert.notEqual((await stage.ask('/targets.csv')).status, 200);
  });
});
