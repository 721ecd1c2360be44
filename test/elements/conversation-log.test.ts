import { expect } from 'chai';
import type { Turn } from '../../src/flow/state.js';
import { BLOCK, blocksOf } from '../../src/elements/log/blocks.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { closeChats, frames, openChat, until } from './panel-driver.js';
import { arabic, kestrel } from './playbooks.js';

afterEach(closeChats);

const saying = (say: string): Playbook => ({ ...kestrel, welcome: { say } });
const line = (i: number): Turn => ({ by: 'assistant', key: `k${i}`, at: '', says: `line ${i}` });

describe('the conversation', () => {
  it('draws bold, italic, lists and links, and nothing else', async () => {
    const driver = await openChat({
      playbook: saying('**Bold**, *italic* and [a link](/guide)\n- one\n- <b>two</b>'),
    });
    const says = driver.root.querySelector('.says');
    expect(says?.querySelector('strong')?.textContent).to.equal('Bold');
    expect(says?.querySelector('em')?.textContent).to.equal('italic');
    expect(says?.querySelector('a')?.href).to.equal(`${location.origin}/guide`);
    expect(says?.querySelectorAll('li')).to.have.length(2);
    expect(says?.textContent).to.contain('<b>two</b>');
    expect(says?.querySelector('b')).to.equal(null);
  });

  for (const href of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'vbscript:x',
    ' java\tscript:x',
  ]) {
    it(`makes no link of ${JSON.stringify(href)}`, async () => {
      const driver = await openChat({ playbook: saying(`[tap](${href})`) });
      expect(driver.root.querySelector('.says a')).to.equal(null);
      expect(driver.text).to.contain('tap');
    });
  }

  it('opens other sites beside the page and keeps who sent them to itself', async () => {
    const driver = await openChat({ playbook: saying('[here](/a) [there](https://other.example/)') });
    const [here, there] = driver.root.querySelectorAll<HTMLAnchorElement>('.says a');
    expect(here?.target).to.equal('');
    expect(there?.target).to.equal('_blank');
    expect(there?.rel).to.equal('noopener noreferrer');
  });

  it('shows what visitors type exactly as they typed it', async () => {
    const driver = await openChat({ playbook: kestrel });
    await driver.say('<img src=x onerror=alert(1)> **not bold**');
    expect(
      driver.lines.some((words) => words.includes('<img src=x onerror=alert(1)> **not bold**')),
    ).to.equal(true);
    expect(driver.root.querySelector('.panel img')).to.equal(null);
  });

  it('says who said what', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    expect(driver.root.querySelector('.turn.assistant .unseen')?.textContent).to.contain(
      'Kestrel assistant said:',
    );
    expect(driver.root.querySelector('.turn.visitor .unseen')?.textContent).to.contain('You said:');
  });

  it('recommends products with price and the prospect’s own reasons', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12', 'quarter', 'More'] });
    expect(driver.text).to.contain('Probe Kit Phone alarm 60 seconds after a door is left open');
    expect(driver.text).to.contain('from £49 per site and month');
    expect(driver.text).to.contain('Fits because you notice too late');
    expect(driver.text).not.to.contain('Audit Suite');
    const more = driver.control('Compare others');
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.click();
    await until(() => more.getAttribute('aria-expanded') === 'true');
    expect(driver.text).to.contain('Fits: you notice too late');
    // They never said so: that it does not hold says nothing of the product.
    expect(driver.text).not.to.contain('paper logs cost you time');
    expect(driver.text).to.contain('from £89.50 per site and month');
    expect(driver.control('See details: Audit Suite').getAttribute('href')).to.equal(
      `${location.origin}/audit-suite`,
    );
  });

  it('says what a product lacks of what was asked, and no reason that does not hold', async () => {
    const needs: Playbook['needs'] = [
      {
        answer: 'budget',
        atLeast: 'price',
        times: 'sites',
        values: { under200: 200 },
        because: 'it stays within what you have in mind',
        otherwise: 'it costs more than you had in mind',
      },
    ];
    const answered = ['audits', '9', 'quarter', 'Under £200'];
    const driver = await openChat({ playbook: { ...kestrel, needs }, answered });
    const [audits] = driver.root.querySelectorAll('article');
    expect(audits?.innerText).to.match(/Audit Suite[\s\S]*Not quite: it costs more than you had in mind/);
    expect(audits?.innerText).not.to.contain('many sites');
    driver.control('Compare others').click();
    await until(() => driver.text.includes('Does not fit: it costs more than you had in mind'));
    expect(driver.text).not.to.contain('you run many sites');
    expect(driver.text).not.to.contain('you notice too late');
  });

  it('stays where somebody reads further up, and tells that something came', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12', 'quarter', 'More', 'no'] });
    const scroller = driver.root.querySelector('.scroller');
    if (!scroller) throw new Error('Nothing scrolls.');
    // What is still being laid out may bring it back to the end once more.
    do {
      // A person's scrolling is many events; one alone may fall together with a change of the content.
      scroller.scrollTop = 8;
      await frames(4);
      scroller.scrollTop = 0;
      await frames(4);
    } while (scroller.scrollTop !== 0);
    driver.conversation.send({ type: 'visitor.typed', text: 'A question from elsewhere?' });
    await driver.settled();
    expect(scroller.scrollTop).to.equal(0);
    await driver.click('New message');
    expect(scroller.scrollTop).to.be.above(100);
    expect(driver.has('New message')).to.equal(false);
  });

  it('follows what the visitor does, wherever they were', async () => {
    const driver = await openChat({ playbook: kestrel, answered: ['alarms', '12', 'quarter', 'More', 'no'] });
    const scroller = driver.root.querySelector('.scroller');
    if (!scroller) throw new Error('Nothing scrolls.');
    scroller.scrollTop = 0;
    await driver.settled();
    await driver.say('And what about Sundays?');
    expect(scroller.scrollTop).to.be.above(100);
  });

  it('is written from right to left in Arabic, in Arabic words', async () => {
    const driver = await openChat({ playbook: arabic });
    const panel = driver.root.querySelector<HTMLElement>('.panel');
    expect(panel?.dir).to.equal('rtl');
    expect(panel?.lang).to.equal('ar');
    expect(driver.text).to.contain('مساعد آلي');
  });
});

describe('the blocks of a long conversation', () => {
  const turns = Array.from({ length: 1000 }, (_, i) => line(i));

  it('stay the same objects when a line is added at the end', () => {
    const before = blocksOf(turns, []);
    const after = blocksOf([...turns, line(1000)], before);
    expect(after.filter((block, i) => block === before[i])).to.have.length(before.length - 1);
  });

  it('stay the same when equal lines come in new objects', () => {
    const before = blocksOf(turns, []);
    const after = blocksOf(
      turns.map((turn) => ({ ...turn })),
      before,
    );
    expect(after.every((block, i) => block === before[i])).to.equal(true);
  });

  it('change where a line changed, and nowhere else', () => {
    const before = blocksOf(turns, []);
    const changed = turns.with(BLOCK * 3, { ...line(0), key: 'x' } as Turn);
    const after = blocksOf(changed, before);
    expect(after.flatMap((block, i) => (block === before[i] ? [] : [i]))).to.deep.equal([3]);
  });

  it('draw one line of a thousand without touching the others', async () => {
    const driver = await openChat({ playbook: kestrel });
    for (let i = 0; i < 500; i++) driver.conversation.send({ type: 'visitor.typed', text: `Question ${i}?` });
    await driver.settled();
    const log = driver.root.querySelector('[role=log]');
    if (!log) throw new Error('There is no log.');
    const touched = new Set<Element>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const item = (target instanceof Element ? target : target.parentElement)?.closest('[role=listitem]');
        if (item) touched.add(item);
      }
    });
    observer.observe(log, { subtree: true, childList: true, characterData: true, attributes: true });
    await driver.say('One more?');
    observer.disconnect();
    expect(log.querySelectorAll('[role=listitem]')).to.have.length(1506);
    expect(touched.size).to.be.at.most(4);
  }).timeout(60_000);
});
