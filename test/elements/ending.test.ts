import { expect } from 'chai';
import type { Handover } from '../../src/conversation/contract.js';
import { closeChats, openChat, until } from './panel-driver.js';
import { everyKind, kestrel } from './playbooks.js';

afterEach(closeChats);

const card = JSON.stringify({ name: 'Priya Shah', email: 'priya@northfold.example', company: 'Northfold' });
const ended = async (handover: Handover) => {
  const driver = await openChat({
    playbook: kestrel,
    answered: ['alarms', '12', 'quarter', 'More', 'no'],
    patch: { handover },
  });
  driver.conversation.send({ type: 'visitor.answered', step: 'contact', raw: card });
  await driver.settled();
  return driver;
};

const words: readonly (readonly [string, Handover, RegExp])[] = [
  ['kept on the device', { is: 'saved', durable: true, offline: false }, /Saved on this device/],
  ['kept only in the page', { is: 'saved', durable: false, offline: false }, /Leave it open until it’s sent/],
  ['on its way', { is: 'sending', durable: true }, /Sending to Kestrel/],
  [
    'without a connection',
    { is: 'waiting', durable: true, offline: true, code: 'x' },
    /No connection. Kept here/,
  ],
  [
    'without a connection and without storage',
    { is: 'waiting', durable: false, offline: true, code: 'x' },
    /No connection. Leave this page open/,
  ],
  [
    'tried in vain so far',
    { is: 'waiting', durable: true, offline: false, code: 'x' },
    /Not sent yet. Kept here/,
  ],
  ['arrived', { is: 'sent', atMs: Date.UTC(2026, 10, 23, 15, 12) }, /Sent to Kestrel \d+:12/],
  [
    'unseen',
    { is: 'sent', atMs: Date.UTC(2026, 10, 23, 15, 12), unseen: true },
    /Handed to Kestrel \d+:12.*?\. We can’t see a confirmation/,
  ],
  ['refused', { is: 'failed', code: 'http.404' }, /This could not be sent. Your answers are still here/],
];

describe('the ending', () => {
  it('says that a change came too late, and how to tell the company', async () => {
    const driver = await ended({ is: 'sent', atMs: Date.UTC(2026, 10, 23, 15, 12) });
    expect(driver.text).not.to.contain('has not reached');
    driver.conversation.patch({ late: true });
    await driver.settled();
    expect(driver.text).to.contain(
      'What you changed after that has not reached Kestrel. Tell them directly:',
    );
    expect(driver.has('Call +44')).to.equal(true);
  });

  it('shows its beginning where it is taller than the panel, and is no message out of sight', async () => {
    const driver = await openChat({
      playbook: kestrel,
      answered: ['alarms', '12', 'quarter', 'More', 'no'],
      patch: { handover: { is: 'saving' } },
      attributes: { style: '--warmlead-height: 420px' },
    });
    driver.conversation.send({ type: 'visitor.answered', step: 'contact', raw: card });
    await driver.settled();
    driver.conversation.patch({ handover: { is: 'failed', code: 'http.404' } });
    await driver.settled();
    const scroller = driver.root.querySelector('.scroller');
    if (!scroller) throw new Error('Nothing scrolls.');
    const room = scroller.getBoundingClientRect();
    // The observer of sizes has its say once a frame was laid out.
    await until(() => {
      const top = driver.root.getElementById('ending')?.getBoundingClientRect().top ?? 0;
      return top >= room.top && top <= room.bottom - 48;
    });
    expect(scroller.scrollHeight - scroller.scrollTop).to.be.above(room.height + 48);
    expect(driver.has('New message')).to.equal(false);
  });

  for (const [name, handover, says] of words) {
    it(`says what is true of what is ${name}`, async () => {
      const driver = await ended(handover);
      expect(driver.text).to.match(says);
      if (handover.is !== 'sent') expect(driver.text).not.to.contain('Sent to');
    });
  }

  it('sums up what was said, what fits and what happens next', async () => {
    const driver = await ended({ is: 'saved', durable: true, offline: false });
    const text = driver.text.replaceAll('\u00a0', ' ');
    expect(text).to.contain('You told us We notice a warm freezer too late · 12 · This quarter · More');
    expect(text).to.contain('What fits Probe Kit · you notice too late');
    expect(text).to.contain('What happens next Dana and Tom will answer you.');
    const heading = driver.root.activeElement;
    expect(heading === null || heading.textContent?.includes('suits you best')).to.equal(true);
  });

  it('takes the offer that is chosen, and another one afterwards', async () => {
    const driver = await ended({ is: 'sent', atMs: 0 });
    await driver.click('Ask Dana to call me');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({ type: 'visitor.chose', offer: 'callback' });
    expect(driver.control('Ask Dana to call me').getAttribute('aria-pressed')).to.equal('true');
    expect(driver.text).to.contain('What happens next Ask Dana to call me');
    await driver.click('Just e-mail me the summary');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({ type: 'visitor.chose', offer: 'summary' });
  });

  it('opens a booking beside the page and notes it', async () => {
    const driver = await ended({ is: 'sent', atMs: 0 });
    const link = driver.control('Pick a time for a demo');
    expect(link.getAttribute('href')).to.equal('https://calendar.example/kestrel');
    expect(link.getAttribute('target')).to.equal('_blank');
    expect(link.getAttribute('rel')).to.equal('noopener noreferrer');
    link.addEventListener('click', (event) => event.preventDefault());
    await driver.click('Pick a time for a demo');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({ type: 'visitor.chose', offer: 'demo' });
  });

  it('offers to try again, the company’s own contact and a copy when sending failed', async () => {
    const driver = await ended({ is: 'failed', code: 'http.404' });
    expect(driver.control('Call +44 20 7946 0123').getAttribute('href')).to.equal('tel:+442079460123');
    expect(driver.has('Write to sales@kestrel.example')).to.equal(true);
    expect(driver.has('Copy my answers')).to.equal(true);
    await driver.click('Try now');
    expect(driver.conversation.sent.at(-1)).to.deep.equal({ type: 'visitor.retried' });
  });

  it('has the visitor mail it where nothing else is there, and claims nothing', async () => {
    const href = 'mailto:leads@kestrel.example?subject=Hello&body=Freezers';
    const driver = await ended({ is: 'by-hand', href });
    await until(() => driver.has('Send by e-mail'));
    expect(driver.control('Send by e-mail').getAttribute('href')).to.equal(href);
    expect(driver.text).to.contain(
      'Nothing has been sent yet. Your answers go to Kestrel once you send the e-mail.',
    );
    expect(driver.text).to.contain('write to leads@kestrel.example.');
    expect(driver.text).not.to.match(/Sent to|Saved on|will answer you|Kept here/);
    const primary = driver.root.querySelectorAll('.ending .primary');
    expect([...primary].map(({ textContent }) => textContent)).to.deep.equal(['Send by e-mail']);
    expect(driver.has('Copy my answers')).to.equal(true);
  });

  it('does not say "Send" on a card after which the visitor still has to send', async () => {
    const answered = ['alarms', '12', 'quarter', 'More', 'no'];
    const usual = await openChat({ playbook: kestrel, answered });
    expect(usual.has('Send to Kestrel')).to.equal(true);
    closeChats();
    const mailed = await openChat({ playbook: { ...kestrel, delivery: { to: 'mailto' } }, answered });
    expect(mailed.has('Send to Kestrel')).to.equal(false);
    expect(mailed.has('Next')).to.equal(true);
  });

  it('promises nothing where nothing was sent', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['support'] });
    expect(driver.text).to.contain('Support helps you faster: open a ticket.');
    expect(driver.text).not.to.match(/sent|saved|what happens next/i);
  });

  it('shows the company’s own contact when the playbook cannot go on', async () => {
    const driver = await openChat({ playbook: everyKind, patch: { phase: 'broken' } });
    expect(driver.text).to.contain('I can’t go on here. You can reach Kestrel directly.');
    expect(driver.has('Call +44 20 7946 0123')).to.equal(true);
  });
});
