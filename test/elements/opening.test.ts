import { expect } from 'chai';
import { WarmleadChat } from '../../src/elements/chat/chat.js';
import { buildLauncher } from '../../src/elements/launcher/launcher.js';
import { press } from '../support/commands.js';
import { closeChats, openChat, until, withoutConversation } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

describe('opening and closing', () => {
  it('shows nothing but a launcher until it is opened', async () => {
    const { root, launcher, chat } = await openChat({ playbook: kestrel, closed: true });
    await chat.updateComplete;
    expect(root.querySelector('dialog')).to.equal(null);
    expect(launcher.getAttribute('aria-expanded')).to.equal('false');
    expect(chat.conversation).to.equal(null);
  });

  it('puts the focus on the first answer when a visitor opens it', async () => {
    const driver = await openChat({ playbook: kestrel });
    expect(driver.focused).to.equal('We notice a warm freezer too late');
    expect(driver.launcher.getAttribute('aria-expanded')).to.equal('true');
  });

  it('leaves the focus where it is when a script opens it', async () => {
    const box = document.body.appendChild(document.createElement('input'));
    box.focus();
    const driver = await openChat({ playbook: kestrel, closed: true });
    driver.chat.show({ focus: false });
    await driver.chat.begin();
    await driver.settled();
    expect(document.activeElement).to.equal(box);
    expect(driver.text).to.contain('What would you like to fix?');
    box.remove();
  });

  it('closes with Escape and gives the focus back to the launcher', async () => {
    const driver = await openChat({ playbook: kestrel });
    await press('Escape');
    await driver.settled();
    expect(driver.chat.open).to.equal(false);
    expect(driver.root.activeElement).to.equal(driver.launcher);
  });

  it('closes with its button, and the launcher opens it again where it was', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.say('12 freezers, old logs');
    await driver.click('Close chat');
    expect(driver.chat.open).to.equal(false);
    driver.launcher.click();
    await driver.settled();
    expect(driver.chat.open).to.equal(true);
    expect(driver.text).to.contain('12 freezers, old logs');
  });

  it('keeps what was begun to be typed while it was closed', async () => {
    const driver = await openChat({ playbook: kestrel });
    driver.composer.value = 'half a sent';
    driver.composer.dispatchEvent(new Event('input', { bubbles: true }));
    driver.chat.hide();
    await driver.settled();
    driver.chat.show();
    await driver.settled();
    expect(driver.composer.value).to.equal('half a sent');
  });

  it('tells the page that it was opened and closed, once each', async () => {
    const driver = await openChat({ playbook: kestrel });
    driver.chat.show();
    driver.chat.hide();
    driver.chat.hide();
    await driver.settled();
    expect(driver.events('open')).to.have.length(1);
    expect(driver.events('close')).to.have.length(1);
  });

  it('opens with the first question in it, and says meanwhile that it is coming', async () => {
    const { root, launcher, chat, settled } = await openChat({ playbook: kestrel, closed: true });
    chat.show({ focus: true });
    await chat.updateComplete;
    expect(root.querySelector('dialog')?.open).to.equal(false);
    expect(launcher.ariaBusy).to.equal('true');
    expect(launcher.ariaExpanded).to.equal('true');
    await chat.begin();
    await chat.updateComplete;
    expect(root.querySelector('dialog')?.open).to.equal(true);
    expect(root.querySelector('.waiting')).to.equal(null);
    expect(launcher.ariaBusy).to.equal('false');
    await settled();
  });

  it('opens without words when the conversation takes long, and draws it when it comes', async () => {
    const driver = await openChat({ playbook: kestrel, closed: true });
    const { compose } = WarmleadChat;
    let arrive = () => {};
    WarmleadChat.compose = () =>
      new Promise((resolve) => {
        arrive = () => resolve(driver.conversation);
      });
    driver.chat.show({ focus: true });
    await until(() => driver.root.querySelector('dialog')?.open === true);
    WarmleadChat.compose = compose;
    expect(driver.root.querySelector('.waiting')).not.to.equal(null);
    expect(driver.launcher.ariaBusy).to.equal('false');
    arrive();
    await until(() => driver.focused === 'We notice a warm freezer too late');
  });

  it('can be closed again before anything was there', async () => {
    const driver = await openChat({ playbook: kestrel, closed: true });
    driver.launcher.focus();
    driver.chat.show({ focus: true });
    await driver.chat.updateComplete;
    await press('Escape');
    await driver.chat.begin();
    await driver.settled();
    expect(driver.chat.open).to.equal(false);
    expect(driver.root.querySelector('dialog[open]')).to.equal(null);
    expect(driver.root.activeElement).to.equal(driver.launcher);
    expect(driver.events('close')).to.have.length(1);
  });

  it('marks when it was opened and when a question stood', async () => {
    performance.clearMarks();
    const driver = await openChat({ playbook: kestrel });
    await until(() => performance.getEntriesByName('warmlead:question').length === 1);
    expect(performance.getEntriesByName('warmlead:opened')).to.have.length(1);
    await driver.click('Paper logs for audits');
    await until(() => performance.getEntriesByName('warmlead:question').length === 2);
  });

  it('takes over the launcher that the script tag built, with its focus', async () => {
    const early = document.createElement('warmlead-later');
    const root = early.attachShadow({ mode: 'open' });
    const { button } = buildLauncher(early, root, { label: 'Questions?' });
    document.body.append(early);
    button.focus();
    class Later extends WarmleadChat {}
    customElements.define('warmlead-later', Later);
    const later = early as Later;
    await later.updateComplete;
    expect(root.activeElement).to.equal(button);
    expect(root.querySelectorAll('#launcher')).to.have.length(1);
    expect(early.querySelectorAll('[slot=announcer]')).to.have.length(1);
    button.click();
    await later.updateComplete;
    expect(later.open, 'the script tag listens to its own button').to.equal(false);
    early.remove();
  });

  it('shows the company’s own contact when there is no conversation', async () => {
    const driver = await openChat({
      playbook: kestrel,
      closed: true,
      attributes: { 'fallback-phone': '+44 20 7946 0123', 'fallback-email': 'sales@kestrel.example' },
    });
    withoutConversation();
    driver.chat.show();
    await until(() => driver.has('Call +44 20 7946 0123'));
    expect(driver.control('Write to sales@kestrel.example').getAttribute('href')).to.equal(
      'mailto:sales@kestrel.example',
    );
    expect(driver.events('problem').map((event) => (event as CustomEvent).detail)).to.deep.equal([
      { code: 'test.none' },
    ]);
  });

  it('goes on after it was moved within the page, and ends when it is taken out', async () => {
    const driver = await openChat({ playbook: kestrel, mode: 'inline' });
    await driver.click('Paper logs for audits');
    const other = document.body.appendChild(document.createElement('section'));
    other.append(driver.chat);
    await driver.settled();
    expect(driver.conversation.stopped).to.equal(false);
    expect(driver.text).to.contain('How many sites do you run?');
    driver.chat.remove();
    await Promise.resolve();
    expect(driver.conversation.stopped).to.equal(true);
    other.remove();
  });

  it('stands open in a page, without a launcher and without a way to close it', async () => {
    const driver = await openChat({ playbook: kestrel, mode: 'inline' });
    expect(getComputedStyle(driver.launcher).display).to.equal('none');
    expect(driver.has('Close chat')).to.equal(false);
    await press('Escape');
    expect(driver.text).to.contain('What would you like to fix?');
  });

  it('takes no focus and scrolls nothing when it stands in a page', async () => {
    const filler = document.body.appendChild(document.createElement('div'));
    filler.style.height = '3000px';
    await openChat({ playbook: kestrel, mode: 'inline' });
    expect(document.activeElement).to.equal(document.body);
    expect(scrollY).to.equal(0);
    filler.remove();
  });
});
