import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greeting } from '../../src/arrival/greeting.js';
import { factsFrom } from '../../src/flow/facts.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { CAME_DIRECTLY, playbookWith } from '../qualification/answered.js';

type Say = NonNullable<Playbook['welcome']>['say'];
const greeted = (say: Say, campaign?: string) =>
  greeting(
    playbookWith([], undefined, { welcome: { say } }),
    factsFrom(new Map(), undefined, { ...CAME_DIRECTLY, utm: campaign === undefined ? {} : { campaign } }),
  );

describe('the greeting', () => {
  const byCampaign = [
    { when: { campaign: 'guide' }, text: 'Thanks for reading the guide.' },
    { text: ['Hi!', 'Ask {company} anything.'] },
  ];
  const rows: readonly [string, Say, string | undefined, readonly string[]][] = [
    ['is one text', 'Hi!', undefined, ['Hi!']],
    ['is several texts', ['Hi!', 'Welcome.'], undefined, ['Hi!', 'Welcome.']],
    ['is the first whose condition holds', byCampaign, 'guide', ['Thanks for reading the guide.']],
    ['is the one without a condition, filled', byCampaign, undefined, ['Hi!', 'Ask Kestrel anything.']],
    ['is nothing when no condition holds', byCampaign.slice(0, 1), 'other', []],
    ['is nothing when nothing is said', undefined, undefined, []],
  ];
  for (const [name, say, campaign, texts] of rows) {
    it(name, () => assert.deepEqual(greeted(say, campaign), texts));
  }
});
