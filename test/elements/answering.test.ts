import { expect } from 'chai';
import { press } from '../support/commands.js';
import { closeChats, nameOf, openChat, type Driver } from './panel-driver.js';
import { everyKind, kestrel } from './playbooks.js';

afterEach(closeChats);

const answered = ({ conversation }: Driver) =>
  conversation.sent.filter((event) => event.type === 'visitor.answered').map(({ raw }) => raw);

describe('answering', () => {
  it('gives the value of the option that was tapped, and shows its words', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.click('Paper logs for audits');
    expect(answered(driver)).to.deep.equal(['audits']);
    expect(driver.lines.at(-2)).to.contain('Paper logs for audits');
    expect(driver.has('Something else'), 'no dead options are left').to.equal(false);
  });

  it('answers once however often an option is clicked', async () => {
    const driver = await openChat({ playbook: kestrel });
    const option = driver.control('Paper logs for audits');
    for (let i = 0; i < 10; i++) option.click();
    await driver.settled();
    expect(driver.conversation.view.fold.answers.size).to.equal(1);
    expect(driver.text).to.contain('How many sites do you run?');
  });

  it('does not answer the next question with a late click, however alike it is', async () => {
    const step = kestrel.steps.find(({ id }) => id === 'contact');
    const asks = ['First?', 'Second?', 'Third?'].map((ask, i) => ({
      id: `s${i}`,
      ask,
      kind: 'yesNo' as const,
    }));
    const driver = await openChat({ playbook: { ...kestrel, steps: [...asks, ...(step ? [step] : [])] } });
    const yes = driver.control('Yes');
    for (let i = 0; i < 10; i++) yes.click();
    await driver.settled();
    for (let i = 0; i < 10; i++) yes.click();
    expect(answered(driver)).to.deep.equal(['yes']);
    expect(driver.lines.at(-1)).to.contain('Second?');
  });

  it('does not answer the next question with a held Enter', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12'] });
    const option = driver.control('This quarter');
    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
    });
    option.dispatchEvent(held);
    expect(held.defaultPrevented).to.equal(true);
  });

  it('goes through the options with the arrow keys', async () => {
    const driver = await openChat({ playbook: kestrel });
    await press('ArrowDown');
    expect(driver.focused).to.equal('Paper logs for audits');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(driver.focused).to.equal('I’m already a customer');
    await press('Enter');
    await driver.settled();
    expect(answered(driver)).to.deep.equal(['support']);
  });

  it('mirrors the arrow keys where one writes from right to left', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12'], locale: 'ar' });
    driver.control('This quarter').focus();
    await press('ArrowLeft');
    expect(driver.focused).to.equal('This year');
  });

  it('names the options by their question', async () => {
    const driver = await openChat({ playbook: kestrel });
    const group = driver.control('Something else').closest('[role=group]');
    expect(group && nameOf(group)).to.equal('What would you like to fix?');
  });

  it('sends several options together, with their number on the button', async () => {
    const driver = await openChat({ playbook: everyKind, answered: ['priya@northfold.example'] });
    await driver.click('Paper');
    await driver.click('Another system');
    await driver.click('Continue (2)');
    expect(answered(driver)).to.deep.equal(['Paper\nAnother system']);
  });

  it('says below the options what is wrong with several, and keeps them', async () => {
    const driver = await openChat({ playbook: everyKind, answered: ['priya@northfold.example'] });
    await driver.click('Continue');
    expect(driver.text).to.contain('Pick at least 1.');
    const group = driver.control('Paper').closest('[role=group]');
    expect(group?.getAttribute('aria-describedby')).to.equal('error');
    await driver.click('Paper');
    await driver.click('Continue (1)');
    expect(driver.text).not.to.contain('Pick at least');
  });

  it('asks yes or no with two equal answers', async () => {
    const driver = await openChat({ playbook: everyKind, answered: ['priya@northfold.example', 'Paper'] });
    await driver.click('No');
    expect(answered(driver)).to.deep.equal(['no']);
  });

  it('asks for consent in its own words, with nothing chosen before', async () => {
    const driver = await openChat({
      playbook: everyKind,
      answered: ['priya@northfold.example', 'Paper', 'no', 'A door was open.'],
    });
    expect(driver.text).to.contain('May we keep your answers for a quote?');
    expect(driver.text).to.contain('Without it we can’t send anything.');
    await driver.click('Yes, I agree');
    expect(answered(driver)).to.deep.equal(['yes']);
  });

  it('lets an optional question be skipped, and says so', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12', 'quarter'] });
    await driver.click('Skip');
    expect(driver.conversation.sent).to.deep.equal([{ type: 'visitor.skipped', step: 'budget' }]);
    expect(driver.lines.some((words) => words.startsWith('You said: Skipped'))).to.equal(true);
  });

  it('does not offer to skip what is needed', async () => {
    const driver = await openChat({ playbook: kestrel });
    expect(driver.has('Skip')).to.equal(false);
  });

  it('opens the reason for a question, and closes it with the next one', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    expect(driver.text).not.to.contain('So I show the right plan.');
    await driver.click('Why do you ask?');
    expect(driver.text).to.contain('So I show the right plan.');
    expect(driver.control('Why do you ask?').getAttribute('aria-expanded')).to.equal('true');
    await driver.say('12');
    await driver.click('This year');
    expect(driver.control('Why do you ask?').getAttribute('aria-expanded')).to.equal('false');
  });

  it('tells how many questions are left, and never more than before', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    const left = [];
    for (const text of ['12', 'quarter', 'More', 'no']) {
      left.push(Number(/About (\d+) questions/.exec(driver.text)?.[1] ?? 1));
      await driver.say(text);
    }
    expect(left).to.deep.equal([...left].sort((a, b) => b - a));
    expect(driver.text).to.contain('Last question');
  });

  it('never loses the focus on the way through a whole conversation', async () => {
    const driver = await openChat({ playbook: kestrel });
    const lost: string[] = [];
    const look = () => driver.focused === 'body' && lost.push(driver.text.slice(-60));
    for (const name of ['We notice a warm freezer too late', '12', 'This quarter', 'More', 'No, thanks']) {
      if (name === '12') await driver.say(name);
      else {
        driver.control(name).focus();
        await driver.click(name);
      }
      look();
    }
    expect(lost).to.deep.equal([]);
    expect(driver.focused).to.be.oneOf(['Name', 'Where should we send this?']);
  });

  it('shows that an answer waits, and keeps the focus inside meanwhile', async () => {
    const driver = await openChat({ playbook: kestrel });
    const release = driver.conversation.hold();
    const first = 'We notice a warm freezer too late';
    driver.control(first).focus();
    await driver.click(first);
    expect(driver.has(first)).to.equal(false);
    expect(driver.text).to.contain('One moment');
    expect(driver.focused).not.to.equal('body');
    release();
    await driver.settled();
    expect(driver.text).not.to.contain('One moment');
    expect(driver.text).to.contain('How many');
    expect(driver.focused).not.to.equal('body');
  });

  it('gives back what was typed when it is refused after a while', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    const release = driver.conversation.hold();
    await driver.say('twelve');
    expect(driver.composer.value).to.equal('');
    release();
    await driver.settled();
    expect(driver.composer.value).to.equal('twelve');
    expect(driver.composer.getAttribute('aria-invalid')).to.equal('true');
  });
});
