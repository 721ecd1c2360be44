import { expect } from 'chai';
import '../../src/define.js';
import { TEASER } from '../../src/adapters/marker.js';
import type { WarmleadChat } from '../../src/elements/chat/chat.js';
import { watchTriggers } from '../../src/embed/triggers/report.js';
import { startTriggers } from '../../src/embed/triggers/start.js';
import { tagTrigger } from '../../src/embed/triggers/tag-trigger.js';
import { kestrel as small } from '../elements/playbooks.js';

const TEXT = 'Freezer alarms. Questions?';
const chats: WarmleadChat[] = [];

/** A chat in the corner whose playbook shows a teaser as soon as something was clicked. */
const chatWith = async (welcome: object = {}, more: object = {}): Promise<WarmleadChat> => {
  const chat = document.createElement('warmlead-chat');
  chat.playbook = {
    ...small,
    welcome: { teaser: TEXT, show: [{ id: 'go', clicked: '#go' }], ...welcome },
    ...more,
  };
  document.body.append(chat);
  chats.push(chat);
  await chat.updateComplete;
  return chat;
};
const teaserOf = (chat: WarmleadChat) =>
  chat.shadowRoot?.querySelector<HTMLElement>('.teaser:not(.away)') ?? null;
const until = async <T>(look: () => T | null | undefined | false): Promise<T> => {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
};
const turns = async (count: number) => {
  for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
};
let lines: readonly string[] = [];
watchTriggers((said) => (lines = said));

describe('what appears by itself', () => {
  const go = document.createElement('button');
  beforeEach(() => {
    localStorage.clear();
    go.id = 'go';
    go.textContent = 'Go';
    document.body.append(go);
  });
  afterEach(() => {
    for (const chat of chats.splice(0)) chat.remove();
    go.remove();
    localStorage.clear();
  });

  it('waits, says for what, and then is one sentence beside the button', async () => {
    const chat = await chatWith();
    await startTriggers(chat, {});
    expect(lines).to.deep.equal(['go waits for a click on #go.']);
    expect(teaserOf(chat)).to.equal(null);
    go.click();
    const teaser = await until(() => teaserOf(chat));
    expect(teaser.querySelector('.words')?.textContent).to.equal(TEXT);
    expect(chat.querySelector('[slot=announcer]')?.textContent).to.equal(TEXT);
    const [box, button] = [teaser, chat.shadowRoot?.querySelector('#launcher')].map((one) =>
      one?.getBoundingClientRect(),
    );
    if (!box || !button) throw new Error('not drawn');
    expect(box.bottom <= button.top || box.right <= button.left).to.equal(true);
    expect(box.left).to.be.at.least(0);
    expect(localStorage.length, 'nothing is stored before anybody acts').to.equal(0);
  });

  it('takes no focus, and is dismissed by its button, for good', async () => {
    const chat = await chatWith();
    await startTriggers(chat, {});
    go.focus();
    go.click();
    const teaser = await until(() => teaserOf(chat));
    expect(document.activeElement).to.equal(go);
    teaser.querySelector<HTMLElement>('.dismiss')?.click();
    expect(teaserOf(chat)).to.equal(null);
    expect(chat.querySelector('[slot=announcer]')?.textContent).to.equal('');
    expect(localStorage.getItem(TEASER)).to.contain('dismissedAt');
    const next = await chatWith();
    await startTriggers(next, {});
    go.click();
    await turns(5);
    expect(teaserOf(next)).to.equal(null);
    expect(lines.join()).to.contain('It was dismissed on 20');
  });

  it('is dismissed by Escape as well', async () => {
    const chat = await chatWith();
    await startTriggers(chat, {});
    go.click();
    await until(() => teaserOf(chat));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(teaserOf(chat)).to.equal(null);
  });

  it('opens the chat, which knows what led to it', async () => {
    const chat = await chatWith();
    await startTriggers(chat, {});
    go.click();
    (await until(() => teaserOf(chat))).querySelector<HTMLElement>('.invite')?.click();
    expect(chat.open).to.equal(true);
    expect(teaserOf(chat)).to.equal(null);
    const conversation = await chat.begin();
    const [began] = conversation.view.fold.log;
    expect(began?.type === 'began' && began.arrival.opened).to.deep.equal({ by: 'trigger', trigger: 'go' });
  });

  it('does not appear while somebody is in a box of the page', async () => {
    const box = document.body.appendChild(document.createElement('input'));
    const chat = await chatWith();
    await startTriggers(chat, {});
    box.focus();
    go.click();
    await turns(5);
    expect(teaserOf(chat)).to.equal(null);
    expect(lines.join()).to.contain('The visitor is in a box of the page');
    box.remove();
    go.click();
    await until(() => teaserOf(chat));
  });

  it('does not appear over a bar of the page', async () => {
    const bar = document.body.appendChild(document.createElement('div'));
    Object.assign(bar.style, { position: 'fixed', inset: 'auto 0 0 0', height: '200px' });
    const chat = await chatWith();
    await startTriggers(chat, {});
    go.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await turns(5);
    expect(teaserOf(chat)).to.equal(null);
    expect(lines.join()).to.contain('Something of the page lies there');
    bar.remove();
  });

  it('is nothing, not even the button, where the playbook hides it', async () => {
    const chat = await chatWith({ hide: ['*'] });
    await startTriggers(chat, {});
    go.click();
    await turns(3);
    expect(getComputedStyle(chat).display).to.equal('none');
    expect(lines.join()).to.contain('"hide" names this page');
  });

  it('says to each visitor what is for them', async () => {
    const chat = await chatWith({
      teaser: [
        { when: { arrival: 'ad' }, text: 'Ad' },
        { when: { arrival: 'direct' }, text: 'Direct' },
      ],
    });
    await startTriggers(chat, {});
    go.click();
    const teaser = await until(() => teaserOf(chat));
    expect(teaser.textContent).to.contain('Direct');
  });

  it('shows a variant, and says so to the page', async () => {
    const exposed: unknown[] = [];
    const chat = await chatWith(
      { teaser: [{ when: { variant: 'short' }, text: 'Short' }, { text: 'Long' }] },
      { experiments: [{ id: 'teaser', variants: [{ id: 'short' }, { id: 'long', weight: 0 }] }] },
    );
    chat.addEventListener('warmlead-exposure', ({ detail }) => exposed.push(detail));
    await startTriggers(chat, {});
    go.click();
    expect((await until(() => teaserOf(chat))).textContent).to.contain('Short');
    await until(() => exposed.length > 0);
    expect(exposed).to.deep.equal([{ experiment: 'teaser', variant: 'short' }]);
    const conversation = await chat.begin();
    const [began] = conversation.view.fold.log;
    expect(began?.type === 'began' && began.variants).to.deep.equal({ teaser: 'short' });
  });
});

describe('the trigger in the script tag', () => {
  it('opens the chat, or shows the sentence that stands beside it', () => {
    expect(tagTrigger({ 'open-after': '20' })).to.deep.equal([
      { name: 'script-tag', trigger: { afterSeconds: 20, open: true } },
    ]);
    expect(
      tagTrigger({ 'open-at-scroll': '50%', 'open-on-exit': 'open-on-exit', teaser: 'Hi' }),
    ).to.deep.equal([{ name: 'script-tag', trigger: { atScroll: 50, onExit: true } }]);
  });
  it('is none without a time, and where the time is no number', () => {
    expect(tagTrigger({ teaser: 'Hi' })).to.deep.equal([]);
    expect(tagTrigger({ 'open-after': 'soon' })).to.deep.equal([]);
  });
});
