import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createNextSteps } from '../../src/conversation/next-steps.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { hot, kestrel } from './kestrel.js';
import { settled } from './fakes.js';
import { staged } from './stage.js';

type Consents = NonNullable<NonNullable<Playbook['privacy']>['consent']>;

const consentTo = (...purposes: readonly string[]): Consents =>
  purposes.map((purpose) => ({ purpose, text: `${purpose}?`, version: '1' }));

/** A conversation at its end, where a newsletter is the one next step beside a summary. */
const ended = async (consent: Consents, says: string, need = hot['need'] ?? '') => {
  const playbook: Playbook = {
    ...kestrel,
    offers: { news: { kind: 'newsletter', label: 'Send me the newsletter' }, summary: SUMMARY },
    endings: { ...kestrel.endings, qualified: BOTH, disqualified: BOTH },
    privacy: { ...kestrel.privacy, consent },
  };
  const offering = async () => createNextSteps({ liveChats: [], takenSlots: async () => [] });
  const stage = await staged({ playbook, offering });
  const answers = Object.fromEntries(consent.map(({ purpose }) => [`consent:${purpose}`, says]));
  stage.answerAll({ ...hot, need, ...answers });
  await settled();
  return stage;
};
const SUMMARY = { kind: 'email', label: 'Just e-mail me the summary' } as const;
const BOTH = { say: 'That is all.', offer: ['news', 'summary'] };

describe('a newsletter as a next step', () => {
  const rows: readonly [string, Consents, string, readonly string[]][] = [
    ['is offered where nobody was asked for a consent', consentTo(), '', ['news', 'summary']],
    ['is not offered again to whoever agreed to it', consentTo('newsletter'), 'yes', ['summary']],
    ['is not offered to whoever refused it', consentTo('newsletter'), 'no', ['summary']],
    ['goes with the consent that is called like it', consentTo('news'), 'no', ['summary']],
    ['has nothing to do with other consents', consentTo('profile'), 'no', ['news', 'summary']],
  ];
  for (const [name, consent, says, offered] of rows) {
    it(name, async () => {
      const { view } = await ended(consent, says);
      assert.deepEqual(
        view.ending?.offers.map(({ id }) => id),
        offered,
      );
    });
  }
  it('stays in sight once it was chosen, whatever is said of the consent later', async () => {
    // Customers are asked for no contact, so for no consent either.
    const stage = await ended(consentTo('newsletter'), '', 'support');
    stage.send({ type: 'visitor.chose', offer: 'news' });
    stage.send({ type: 'visitor.consented', purpose: 'newsletter', granted: true });
    assert.equal(stage.view.fold.consents.get('newsletter'), true);
    assert.equal(stage.view.ending?.chosen, 'news');
    assert.deepEqual(
      stage.view.ending?.offers.map(({ id }) => id),
      ['news', 'summary'],
    );
  });
});
