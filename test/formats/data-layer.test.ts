import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countsAddress } from '../../src/formats/counts.js';
import { dataLayerEvents } from '../../src/formats/data-layer.js';
import type { Measure } from '../../src/formats/measure.js';

const about = { playbook: 'kestrel', version: '3', arrival: 'newsletter' };

/** Names and what they say, without what is always there and without what is not said. */
const told = (measure: Measure) =>
  dataLayerEvents(measure, about).map(({ event, warmlead: { playbook, version, ...said } }) => {
    assert.deepEqual([playbook, version], ['kestrel', '3']);
    return [event, Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))];
  });

describe('events for a data layer', () => {
  const rows: readonly (readonly [Measure, readonly (readonly [string, object])[]])[] = [
    [{ is: 'shown' }, [['warmlead_shown', {}]]],
    [{ is: 'opened', byVisitor: false }, [['warmlead_opened', { by_visitor: false }]]],
    [{ is: 'asked', step: 'need' }, []],
    [{ is: 'started' }, [['warmlead_started', {}]]],
    [
      { is: 'answered', step: 'need', kind: 'choice' },
      [['warmlead_answered', { step: 'need', kind: 'choice' }]],
    ],
    [{ is: 'question', known: true }, [['warmlead_question', { known: true }]]],
    [{ is: 'objection', objection: 'price' }, [['warmlead_objection', { objection: 'price' }]]],
    [{ is: 'contact', step: 'contact' }, [['warmlead_contact', { step: 'contact' }]]],
    [
      { is: 'handed_over', verdict: 'qualified', band: 'hot', reason: 'Strong fit' },
      [
        ['warmlead_handed_over', { verdict: 'qualified', band: 'hot' }],
        ['generate_lead', { lead_source: 'newsletter' }],
        ['qualify_lead', {}],
      ],
    ],
    [
      { is: 'handed_over', verdict: 'disqualified', band: null, reason: 'Existing customer' },
      [
        ['warmlead_handed_over', { verdict: 'disqualified' }],
        ['generate_lead', { lead_source: 'newsletter' }],
        ['disqualify_lead', { disqualified_lead_reason: 'Existing customer' }],
      ],
    ],
    [
      { is: 'handed_over', verdict: 'nurture', band: 'cold' },
      [
        ['warmlead_handed_over', { verdict: 'nurture', band: 'cold' }],
        ['generate_lead', { lead_source: 'newsletter' }],
      ],
    ],
    [{ is: 'chosen', kind: 'callback' }, [['working_lead', { lead_status: 'callback' }]]],
    [{ is: 'chosen', kind: 'link' }, []],
    [{ is: 'delivered', revision: 2 }, [['warmlead_delivered', { revision: 2 }]]],
    [{ is: 'left', step: 'sites' }, [['warmlead_left', { step: 'sites' }]]],
  ];
  for (const [measure, events] of rows) {
    it(`tells ${JSON.stringify(measure)}`, () => assert.deepEqual(told(measure), events));
  }

  it('lets no value stay behind: every event says every parameter, none of them at the top', () => {
    const all = rows.flatMap(([measure]) => dataLayerEvents(measure, about));
    const names = Object.keys(all[0]?.warmlead ?? {}).toSorted();
    for (const event of all) {
      assert.deepEqual(Object.keys(event.warmlead).toSorted(), names);
      assert.deepEqual(Object.keys(event), ['event', 'warmlead']);
    }
  });

  it('keeps to the lengths that Google Analytics takes', () => {
    const reason = 'No '.repeat(80);
    const events = dataLayerEvents(
      { is: 'handed_over', verdict: 'disqualified', band: null, reason },
      { ...about, version: 'v'.repeat(200) },
    );
    for (const { event, warmlead } of events) {
      assert.ok(event.length <= 40, event);
      for (const [name, value] of Object.entries(warmlead))
        assert.ok(name.length <= 40 && String(value ?? '').length <= 100, name);
    }
  });
});

describe('the address of counts', () => {
  const page = 'https://www.kestrel.example/files/playbook.json';
  for (const [leads, address] of [
    [undefined, 'https://www.kestrel.example/leads/counts'],
    ['/api/leads/', 'https://www.kestrel.example/api/leads/counts'],
    ['https://desk.example/leads?site=2#x', 'https://desk.example/leads/counts?site=2'],
    ['in', 'https://www.kestrel.example/files/in/counts'],
    ['mailto:a@b.example', null],
    ['http://[', null],
  ] as const) {
    it(`of ${leads} is ${address}`, () => assert.equal(countsAddress(leads, page), address));
  }
});
