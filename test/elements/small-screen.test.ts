import { expect } from 'chai';
import type { WarmleadChat } from '../../src/elements/chat/chat.js';
import { frameOf } from './axe-looks.js';
import { fakeConversation, type FakeConversation } from './fake-conversation.js';
import { frames, until } from './panel-driver.js';
import { kestrel } from './playbooks.js';

/** A chat in a page as narrow as a phone. */
const openSmall = async (answered: readonly string[] = []) => {
  const page = await frameOf(360);
  const { document: site, customElements: elements } = page as unknown as typeof globalThis;
  const Chat = elements.get('warmlead-chat') as typeof WarmleadChat;
  const conversation: FakeConversation = fakeConversation({ playbook: kestrel, answered });
  Chat.compose = () => conversation;
  const chat = site.createElement('warmlead-chat');
  chat.playbook = kestrel;
  site.body.append(chat);
  chat.show({ focus: true });
  await chat.begin();
  const root = chat.renderRoot;
  await until(() => root.adoptedStyleSheets.length > 3);
  await frames();
  for (const animation of root.getAnimations()) animation.finish();
  const dialog = root.querySelector('dialog');
  if (!dialog) throw new Error('There is no dialog.');
  return { page, site, chat, root, dialog, conversation };
};

afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

describe('on a small screen', function () {
  this.timeout(60_000);

  it('covers everything and is modal', async () => {
    const { page, dialog } = await openSmall();
    expect(dialog.matches(':modal')).to.equal(true);
    const { width, height, top, left } = dialog.getBoundingClientRect();
    expect([left, top, width]).to.deep.equal([0, 0, 360]);
    expect(height).to.be.closeTo(page.innerHeight, 1);
  });

  it('keeps what is said to screen readers inside what is modal', async () => {
    const { chat, dialog } = await openSmall();
    const slot = chat.querySelector<HTMLElement>('[slot=announcer]')?.assignedSlot;
    expect(slot?.closest('dialog')).to.equal(dialog);
  });

  it('closes with Escape and gives the focus back to the launcher', async () => {
    const { chat, root, dialog } = await openSmall();
    const escape = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    (root.activeElement ?? dialog).dispatchEvent(escape);
    await chat.updateComplete;
    expect(chat.open).to.equal(false);
    expect(dialog.open).to.equal(false);
    expect(root.activeElement?.id).to.equal('launcher');
  });

  it('closes the way the browser closes dialogs', async () => {
    const { chat, dialog } = await openSmall();
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await chat.updateComplete;
    expect(dialog.open).to.equal(false);
  });

  it('leaves the page’s own style and place alone', async () => {
    const { site, page, chat } = await openSmall();
    const untouched = () => [
      site.documentElement.getAttribute('style'),
      site.body.getAttribute('style'),
      site.body.className,
      page.scrollY,
    ];
    expect(untouched()).to.deep.equal([null, null, '', 0]);
    chat.hide();
    await chat.updateComplete;
    expect(untouched()).to.deep.equal([null, null, '', 0]);
  });

  it('has text boxes that no phone zooms into', async () => {
    const { root, page } = await openSmall(['alarms', '12', 'quarter', 'More', 'no']);
    const sizes = [...root.querySelectorAll('input:not(.decoy), textarea')].map((box) =>
      parseFloat(page.getComputedStyle(box).fontSize),
    );
    expect(sizes).to.have.length(6);
    expect(Math.min(...sizes)).to.be.at.least(16);
  });

  it('has nothing to tap that is smaller than a finger', async () => {
    const { root } = await openSmall(['alarms', '12', 'quarter', 'More']);
    const small = [...root.querySelectorAll('button, .option, .quiet')]
      .map((control) => ({ name: control.textContent?.trim(), ...control.getBoundingClientRect().toJSON() }))
      .filter(({ width, height }) => width > 0 && Math.min(width, height) < 43.9);
    expect(small).to.deep.equal([]);
  });

  it('becomes a panel beside the page when there is room, and stays open', async () => {
    const { page, chat, dialog } = await openSmall();
    const frame = page.frameElement as HTMLIFrameElement;
    frame.width = '900';
    await until(() => !dialog.matches(':modal'));
    expect(chat.open).to.equal(true);
    expect(dialog.open).to.equal(true);
    expect(dialog.getBoundingClientRect().width).to.equal(400);
    frame.width = '360';
    await until(() => dialog.matches(':modal'));
    expect(chat.open).to.equal(true);
  });
});
