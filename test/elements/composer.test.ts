import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { press } from '../support/commands.js';
import { closeChats, openChat, type Driver } from './panel-driver.js';
import { arabic, everyKind, kestrel } from './playbooks.js';

afterEach(closeChats);

const typed = ({ conversation }: Driver) =>
  conversation.sent.filter((event) => event.type === 'visitor.typed').map(({ text }) => text);
const key = (init: KeyboardEventInit & { keyCode?: number }) =>
  new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });

describe('the composer', () => {
  it('is there at every question and takes an own answer or a question', async () => {
    const driver = await openChat({ playbook: kestrel });
    expect(driver.composer.placeholder).to.equal('Or type your own answer or question');
    await driver.say('Do you need an electrician?');
    expect(typed(driver)).to.deep.equal(['Do you need an electrician?']);
    expect(driver.text).to.contain('I’ve noted it for Dana and Tom.');
    expect(driver.has('Paper logs for audits'), 'the question is still open').to.equal(true);
  });

  it('sends with Enter and breaks the line with Shift and Enter', async () => {
    const driver = await openChat({ playbook: kestrel });
    driver.composer.focus();
    await sendKeys({ type: 'one' });
    await press('Shift+Enter');
    await sendKeys({ type: 'two' });
    expect(driver.composer.value).to.equal('one\ntwo');
    await press('Enter');
    await driver.settled();
    expect(typed(driver)).to.deep.equal(['one\ntwo']);
    expect(driver.composer.value).to.equal('');
  });

  it('ignores an Enter that ends a word of an input method', async () => {
    const driver = await openChat({ playbook: kestrel });
    driver.composer.value = 'ありがとう';
    driver.composer.dispatchEvent(key({ isComposing: true }));
    driver.composer.dispatchEvent(key({ keyCode: 229 }));
    expect(typed(driver)).to.deep.equal([]);
    driver.composer.dispatchEvent(key({}));
    expect(typed(driver)).to.deep.equal(['ありがとう']);
  });

  it('sends once however often Enter is pressed', async () => {
    const driver = await openChat({ playbook: kestrel });
    driver.composer.value = 'twice';
    for (let i = 0; i < 10; i++) driver.composer.dispatchEvent(key({ repeat: i > 4 }));
    expect(typed(driver)).to.deep.equal(['twice']);
  });

  it('shows the send button only when there is something to send', async () => {
    const driver = await openChat({ playbook: kestrel });
    expect(driver.has('Send')).to.equal(false);
    driver.composer.focus();
    await sendKeys({ type: ' x' });
    await driver.settled();
    await driver.click('Send');
    expect(typed(driver)).to.deep.equal(['x']);
    expect(driver.has('Send')).to.equal(false);
  });

  it('has its drawing in the middle of the send button, in the size of every drawing', async () => {
    const driver = await openChat({ playbook: kestrel });
    driver.composer.value = 'something';
    driver.composer.dispatchEvent(new Event('input', { bubbles: true }));
    await driver.settled();
    const button = driver.control('Send').getBoundingClientRect();
    const drawing = driver.control('Send').querySelector('svg')?.getBoundingClientRect();
    expect([drawing?.width, drawing?.height]).to.deep.equal([20, 20]);
    expect(drawing?.x).to.be.closeTo(button.x + (button.width - 20) / 2, 1);
    expect(drawing?.y).to.be.closeTo(button.y + (button.height - 20) / 2, 1);
  });

  it('sends nothing that is empty', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.say('   \n ');
    expect(typed(driver)).to.deep.equal([]);
  });

  it('gives back what was refused and says why', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    await driver.say('12000');
    expect(driver.composer.value).to.equal('12000');
    expect(driver.text).to.contain('That’s too high here. It ends at 5000.');
    expect(driver.composer.getAttribute('aria-invalid')).to.equal('true');
    expect(driver.composer.getAttribute('aria-describedby')).to.equal('error');
    await driver.say('12');
    expect(driver.text).not.to.contain('too high');
    expect(driver.composer.getAttribute('aria-invalid')).to.equal('false');
  });

  it('keeps the focus while a conversation is typed', async () => {
    const driver = await openChat({ playbook: everyKind });
    driver.composer.focus();
    await driver.say('priya@northfold.example');
    expect(driver.root.activeElement).to.equal(driver.composer);
    await driver.say('Paper');
    expect(driver.root.activeElement).to.equal(driver.composer);
  });

  it('brings up the keyboard and the browser’s memory that fit the question', async () => {
    const driver = await openChat({ playbook: everyKind });
    expect(driver.composer.localName).to.equal('input');
    expect(driver.composer.autocomplete).to.equal('email');
    expect(driver.composer.inputMode).to.equal('email');
    for (const text of ['a@b.example', 'Paper', 'yes', 'Nothing.', 'yes']) await driver.say(text);
    expect(driver.composer.autocomplete).to.equal('tel');
  });

  it('is named by the question that is answered in it', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    expect(driver.composer.getAttribute('aria-label')).to.equal('How many sites do you run?');
  });

  it('reads what the browser filled in without telling', async () => {
    const driver = await openChat({ playbook: everyKind });
    driver.composer.value = 'priya@northfold.example';
    driver.composer.dispatchEvent(key({}));
    expect(typed(driver)).to.deep.equal(['priya@northfold.example']);
  });

  it('keeps the draft when something else is drawn meanwhile', async () => {
    const driver = await openChat({ playbook: kestrel });
    driver.composer.value = 'half';
    driver.conversation.patch({ handover: { is: 'saving' } });
    await driver.settled();
    expect(driver.composer.value).to.equal('half');
  });

  it('stands on the right where one writes from right to left', async () => {
    const driver = await openChat({ playbook: arabic });
    expect(getComputedStyle(driver.composer).direction).to.equal('rtl');
    expect(driver.composer.placeholder).to.equal('أو اكتب إجابتك أو سؤالك');
  });

  it('keeps typed letters from the hot keys of the site', async () => {
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', hear);
    const driver = await openChat({ playbook: kestrel });
    driver.composer.focus();
    await sendKeys({ type: 'sn/' });
    expect(driver.composer.value).to.equal('sn/');
    expect(heard).to.deep.equal([]);
    document.removeEventListener('keydown', hear);
  });

  it('keeps the focus although a dialog of the site traps it', async () => {
    const dialog = document.body.appendChild(document.createElement('button'));
    const trap = (event: FocusEvent) => event.target !== dialog && dialog.focus();
    document.addEventListener('focusin', trap);
    const driver = await openChat({ playbook: kestrel });
    driver.composer.focus();
    expect(driver.root.activeElement).to.equal(driver.composer);
    document.removeEventListener('focusin', trap);
    dialog.remove();
  });
});
