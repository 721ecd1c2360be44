import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../../src/flow/log.js';
import { transcript } from '../../src/lead/transcript.js';
import { withdrawnLead } from '../../src/lead/build-lead.js';
import { folded, HOT, KESTREL, LEAD_ID, leadOf, SENT_AT } from './kestrel.js';

const lines = (lead: Parameters<typeof transcript>[0]): readonly string[] =>
  transcript(lead).map(({ by, text, note }) => `${by}: ${text}${note ? ` [${note}]` : ''}`);

describe('the transcript', () => {
  it('tells who said what, in order, with what was changed, asked, agreed and sent', () => {
    assert.deepEqual(lines(leadOf([...HOT, { type: 'chose', offer: 'callback' }])), [
      'assistant: What would you like to fix?',
      'visitor: We notice a warm freezer too late',
      'assistant: How many sites do you run?',
      'visitor: 10',
      'visitor: What if the Wi-Fi is down?',
      'assistant: Probes keep 30 days.',
      'assistant: How many sites do you run?',
      'visitor: 12 [changed]',
      'assistant: With {sites} sites: when would you like it running?',
      'visitor: This quarter',
      'assistant: How will this be decided?',
      'visitor: I recommend',
      'assistant: Which is closest to what you have in mind, per month?',
      'visitor: £200 to £1,000',
      'assistant: What do you use today?',
      'visitor: Paper',
      'visitor: Do you integrate with Oracle WMS? [unanswered]',
      'assistant: Anything else?',
      'visitor: Two freezers failed over a weekend, nobody saw it till Monday.',
      'assistant: Also send me the monthly newsletter.',
      'visitor:  [refused]',
      'assistant: Keep what I said about size and budget.',
      'visitor:  [consent]',
      'assistant: Where should we send this?',
      'visitor: Priya Shah, priya@northfold.example, Northfold Foods, GB, +44 7700 900123, northfold.example',
      'assistant: We use this to answer you.',
      'visitor:  [sent]',
      'visitor: Ask Tom to call me [chose]',
    ]);
  });

  it('tells that an answer is kept back, and nothing of it', () => {
    const refused = HOT.map((one) => (one.type === 'consented' ? { ...one, granted: false } : one));
    const told = lines(leadOf(refused));
    assert.ok(told.includes('visitor:  [withheld]'));
    for (const line of ['visitor: 10', 'visitor: 12 [changed]', 'visitor: £200 to £1,000']) {
      assert.ok(!told.includes(line));
    }
  });

  const demo: Happening = { type: 'chose', offer: 'demo', label: 'Pick a time for a demo' };
  const callback: Happening = { type: 'chose', offer: 'callback', label: 'Ask Tom to call me' };
  const rows: readonly [string, readonly Happening[], readonly string[]][] = [
    [
      'names what was chosen first and then something else instead',
      [demo, callback],
      ['Pick a time for a demo [chose]', 'Ask Tom to call me [chose]'],
    ],
    [
      'names what was called off, and what came after it',
      [demo, { type: 'cancelled', offer: 'demo' }, callback],
      ['Pick a time for a demo [chose]', 'Pick a time for a demo [cancelled]', 'Ask Tom to call me [chose]'],
    ],
    [
      'names what was booked without being chosen, and replaced',
      [{ type: 'booked', offer: 'demo', label: 'Pick a time for a demo' }, callback],
      ['Pick a time for a demo [booked]', 'Ask Tom to call me [chose]'],
    ],
    [
      'has only the name of what an earlier log tells no more of',
      [{ type: 'chose', offer: 'demo' }, callback],
      ['demo [chose]', 'Ask Tom to call me [chose]'],
    ],
    [
      'tells each button as it read then, whoever has the lead later',
      [{ ...callback, label: 'Ask Dana to call me' }, callback],
      ['Ask Dana to call me [chose]', 'Ask Tom to call me [chose]'],
    ],
  ];
  for (const [name, happened, told] of rows) {
    it(name, () =>
      assert.deepEqual(
        lines(leadOf([...HOT, ...happened])).slice(-told.length),
        told.map((line) => `visitor: ${line}`),
      ),
    );
  }

  it('is empty where nothing is left to tell', () => {
    const lead = withdrawnLead({
      playbook: KESTREL,
      state: folded(HOT),
      leadId: LEAD_ID,
      revision: 2,
      at: SENT_AT,
    });
    assert.deepEqual(transcript(lead), []);
  });
});
