import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { timeInWords } from '../../src/authoring/data-kept.js';
import { explainData } from '../../src/authoring/explain-data.js';
import { KEEPING } from '../../src/cli/keeping.js';
import { parsePlaybook } from '../../src/playbook/parse.js';
import type { Playbook, Privacy } from '../../src/playbook/schema.js';
import { playbooks } from '../flow/arbitrary.js';
import { changed, small, whole, type Change } from '../playbook/fixtures.js';

const explained = (playbook: Playbook, ...changes: readonly Change[]) => {
  const parsed = parsePlaybook(changed(playbook, ...changes));
  assert.ok(parsed.ok, JSON.stringify(parsed.problems));
  return explainData(parsed.playbook, KEEPING);
};

describe('what is kept', () => {
  const rows: readonly (readonly [privacy: Privacy, kept: readonly string[]])[] = [
    [
      {},
      [
        'conversation in sessionStorage',
        'waiting in IndexedDB',
        'receipts in IndexedDB',
        'marker in localStorage',
        'open in sessionStorage',
      ],
    ],
    [
      { remember: 'device' },
      [
        'conversation in localStorage',
        'waiting in IndexedDB',
        'next-step in localStorage',
        'visits in localStorage',
        'receipts in IndexedDB',
        'marker in localStorage',
        'open in sessionStorage',
      ],
    ],
    [
      { remember: 'nothing' },
      [
        'conversation in memory',
        'waiting in IndexedDB',
        'receipts in IndexedDB',
        'marker in localStorage',
        'open in sessionStorage',
      ],
    ],
    [{ storage: 'never', remember: 'device' }, ['conversation in memory', 'waiting in memory']],
    [
      { storage: 'ask-host' },
      [
        'conversation in sessionStorage',
        'waiting in IndexedDB',
        'receipts in IndexedDB',
        'marker in localStorage',
        'open in sessionStorage',
      ],
    ],
  ];
  for (const [privacy, kept] of rows) {
    it(`follows ${JSON.stringify(privacy)}`, () => {
      const found = explained(small, ['privacy', privacy]).kept;
      assert.deepEqual(
        found.map(({ id, storage }) => `${id} in ${storage}`),
        kept,
      );
      for (const { storage, name } of found) assert.equal(name === undefined, storage === 'memory');
    });
  }

  it('sets no marker before something is kept', () => {
    const from = (privacy: Privacy) =>
      explained(small, ['privacy', privacy]).kept.find(({ id }) => id === 'marker')?.from;
    assert.equal(from({ remember: 'tab' }), 'the first answer');
    assert.equal(from({ remember: 'nothing' }), 'the visitor sends a lead');
  });

  it('says that a page which is asked comes first', () => {
    const { kept } = explained(small, ['privacy', { storage: 'ask-host' }]);
    for (const { id, from } of kept)
      assert.equal(/once your page has said yes/.test(from), id !== 'open', id);
  });

  it('says times as people do', () => {
    const hour = 3_600_000;
    assert.deepEqual([hour, 24 * hour, 48 * hour, 36 * hour, 720 * hour].map(timeInWords), [
      '1 hour',
      '24 hours',
      '2 days',
      '36 hours',
      '30 days',
    ]);
  });
});

describe('what is sent', () => {
  const sent = (...changes: readonly Change[]) => explained(whole, ...changes).sent;

  it('names every address with its occasion', () => {
    const { deliveries } = sent(
      ['delivery', { to: 'url', url: 'https://crm.example/in', updates: false }],
      ['products[0].image', 'https://pictures.example/city.webp'],
    );
    assert.deepEqual(
      deliveries.map(({ to, when }) => `${to}: ${when}`),
      [
        'https://crm.example/in: once, after the visitor pressed the send button',
        'pictures.example: products are shown',
      ],
    );
  });

  it('names unfinished leads where they are wanted and some consent is required', () => {
    const partial: Change = ['delivery.partial', 'after-consent'];
    const asking = (required: boolean): Change => [
      'privacy.consent',
      [{ purpose: 'contact', text: 'May we write?', version: '1', required }],
    ];
    const named = (...changes: readonly Change[]) => {
      const { sent: told, drafts, kept } = explained(whole, ...changes);
      const isNamed = told.deliveries.some(({ what }) => what.startsWith('The unfinished lead'));
      assert.equal(drafts.policy.includes('only when you press the send button'), !isNamed);
      assert.equal(kept.find(({ id }) => id === 'waiting')?.from.includes('unfinished'), isNamed);
      return isNamed;
    };
    assert.deepEqual(
      [named(partial, asking(true)), named(partial, asking(false)), named(asking(true))],
      [true, false, false],
    );
  });

  it('names counts where they are wanted and there is a receiver for them', () => {
    const named = (delivery: object) => {
      const { sent: told, drafts } = explained(whole, ['delivery', delivery]);
      const isNamed = told.deliveries.some(({ what }) => what.startsWith('Counts'));
      assert.equal(drafts.policy.includes('We count how many'), isNamed);
      return isNamed;
    };
    assert.deepEqual(
      [{ to: 'desk', counts: true }, { to: 'desk' }, { to: 'formspree', form: 'x', counts: true }].map(named),
      [true, false, false],
    );
  });

  it('says that mail is sent by the visitor, and that nobody is asked to erase it', () => {
    const { deliveries } = sent(['delivery', { to: 'mailto', email: 'a@harbour.example' }]);
    assert.match(deliveries[0]?.when ?? '', /the page itself sends nothing/);
    assert.ok(!deliveries.some(({ what }) => what.includes('erase')));
  });

  it('names the service that leads go to', () => {
    const to = sent(['delivery', { to: 'web3forms', key: '5b9a2d1e-0000-4000-8000-000000000000' }])
      .deliveries[0]?.to;
    assert.equal(to, 'https://api.web3forms.com/submit');
  });

  it('names a destination of later by its name', () => {
    assert.equal(sent(['delivery', { to: 'hubspot' }]).deliveries[0]?.to, 'the destination "hubspot"');
  });

  it('says where consents are asked and what a no leads to', () => {
    const consent = { purpose: 'newsletter', text: 'May we *write*?', version: '2' };
    const asked = (...changes: readonly Change[]) => {
      const [first] = sent(...changes).consents;
      return [first?.text, first?.when, first?.refused];
    };
    const inserted: Change = ['steps[6]', { id: 'news', say: 'Almost there.' }];
    assert.deepEqual(asked(['privacy.consent', [consent]]), [
      'May we write?',
      'at the step "news"',
      'the lead is sent and says so',
    ]);
    assert.deepEqual(asked(['privacy.consent', [{ ...consent, required: true }]]).slice(1), [
      'at the step "news", or at the end where the conversation does not come by it',
      'nothing is sent at all',
    ]);
    assert.deepEqual(
      asked(inserted, ['privacy.consent', [{ ...consent, covers: ['story', 'bikes'] }]]).slice(1),
      [
        'as a question of its own, just before contact details',
        'what was answered to "story" and "bikes" is not sent',
      ],
    );
  });

  it('says where there is no notice', () => {
    assert.equal(sent(['privacy.notice', undefined]).notice, undefined);
    assert.equal(sent().notice, 'We use this to answer you. Privacy');
  });
});

describe('what strangers can read', () => {
  const paths = (playbook: Playbook, ...changes: readonly Change[]) =>
    explained(playbook, ...changes).readable.map(({ path }) => path);

  it('lists the parts that are there, and no others', () => {
    assert.deepEqual(paths(small), ['steps', 'qualification.verdicts', 'delivery']);
    assert.ok(paths(whole).includes('routing.owners'));
    assert.ok(
      paths(whole, ['objections', [{ id: 'price', heard: ['too dear'], replies: ['Than?'] }]]).includes(
        'objections',
      ),
    );
  });

  it('finds contact details wherever they stand, but not in the private part', () => {
    const { readable } = explained(
      small,
      ['endings.nurture.say', 'Write to avery@harbour-bikes.example or call +44 20 7946 0999.'],
      ['private', { mail: 'robin@harbour-bikes.example' }],
    );
    assert.deepEqual(readable[0]?.examples, [
      'avery@harbour-bikes.example at endings.nurture.say',
      '+44 20 7946 0999 at endings.nurture.say',
    ]);
    assert.ok(!JSON.stringify(readable).includes('robin'));
  });
});

describe('the drafts', () => {
  const drafts = (...changes: readonly Change[]) => explained(whole, ...changes).drafts;

  it('say that they are drafts for a lawyer', () => {
    assert.match(drafts().mark, /DRAFT.*lawyer/);
  });

  it('follow the settings', () => {
    const rows: readonly (readonly [Privacy, RegExp, RegExp])[] = [
      [{ remember: 'tab' }, /until you close the tab, for 24 hours at most/, /24 hours at most/],
      [{ remember: 'device' }, /kept in your browser for 30 days/, /for 30 days/],
      [
        { remember: 'nothing' },
        /gone when you leave the page.*confirmed it, for 7 days/,
        /until it has arrived/,
      ],
      [
        { storage: 'ask-host' },
        /If you allow it in our cookie settings, from your first answer.*until you close the tab/,
        /only once allowed here/,
      ],
      [{ storage: 'never' }, /not stored on your device\. We receive/, /stores nothing on your device/],
    ];
    for (const [privacy, policy, banner] of rows) {
      const made = drafts(['privacy', privacy], ['steps[6]', { id: 'news', say: 'Almost there.' }]);
      assert.match(made.policy, policy);
      assert.match(made.banner, banner);
      assert.ok(!made.banner.includes('\n') && !made.policy.includes('\n'));
    }
  });

  it('name contact details, consents and other hosts where there are any', () => {
    const { policy } = drafts(['products[0].image', '//pictures.example/city.webp']);
    for (const words of ['e-mail address, company and country', '“newsletter”', 'pictures.example'])
      assert.ok(policy.includes(words), words);
    assert.ok(!explained(small).drafts.policy.includes('consent in the chat'));
  });
});

it('explains every playbook, and leaves out what is private', () => {
  fc.assert(
    fc.property(playbooks, (playbook) => {
      const canary = 'canary-in-the-private-part';
      const text = JSON.stringify(explainData({ ...playbook, private: { note: canary } }, KEEPING));
      assert.ok(!text.includes(canary));
      assert.ok(!text.includes('undefined'));
    }),
  );
});
