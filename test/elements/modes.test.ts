import { expect } from 'chai';
import { media } from '../support/commands.js';
import { closeChats, openChat } from './panel-driver.js';
import { german, kestrel } from './playbooks.js';

afterEach(async () => {
  closeChats();
  await media({});
});

/** Elements whose own text does not fit into them. */
const cut = (root: ShadowRoot): readonly string[] =>
  [...root.querySelectorAll<HTMLElement>('.panel :is(button, p, label, h2, h3, .says, a)')]
    .filter((element) => {
      const { overflowX, display } = getComputedStyle(element);
      return display !== 'inline' && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.textContent?.trim() ?? '');

describe('settings of visitors', () => {
  it('stands still where motion is not wanted', async function () {
    if (!(await media({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
    const driver = await openChat({ playbook: kestrel });
    driver.control('Paper logs for audits').click();
    await driver.chat.updateComplete;
    const moving = driver.root.getAnimations().filter((animation) => {
      const frames = (animation.effect as KeyframeEffect).getKeyframes();
      return frames.some((frame) => 'translate' in frame || 'transform' in frame);
    });
    expect(moving).to.deep.equal([]);
  });

  it('keeps edges and focus visible in forced colours', async function () {
    if (!(await media({ 'forced-colors': 'active' }))) this.skip();
    const driver = await openChat({ playbook: kestrel, answered: ['alarms'] });
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.color = 'ButtonText';
    const buttonText = getComputedStyle(probe).color;
    probe.remove();
    for (const selector of ['.turn.visitor .says', '.box'])
      expect(
        getComputedStyle(driver.root.querySelector(selector) ?? document.body).borderTopColor,
        selector,
      ).to.equal(buttonText);
  });

  it('cuts nothing when text is spaced out', async () => {
    const driver = await openChat({ playbook: german });
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
    );
    driver.root.adoptedStyleSheets = [...driver.root.adoptedStyleSheets, spaced];
    await driver.settled();
    expect(cut(driver.root)).to.deep.equal([]);
    const panel = driver.root.querySelector('.panel')?.getBoundingClientRect();
    const box = driver.composer.getBoundingClientRect();
    expect(box.right).to.be.at.most(panel?.right ?? 0);
    expect(box.bottom).to.be.at.most(panel?.bottom ?? 0);
  });

  it('sizes its type by the visitor’s own, not by the page’s', async () => {
    document.documentElement.style.fontSize = '10px';
    const driver = await openChat({ playbook: kestrel });
    expect(parseFloat(getComputedStyle(driver.control('Something else')).fontSize)).to.be.at.least(15);
    document.documentElement.style.fontSize = '';
  });

  it('stands in the corner that is wanted, and moves when that changes', async () => {
    const driver = await openChat({ playbook: kestrel, attributes: { side: 'left', offset: '84' } });
    const where = () => driver.launcher.getBoundingClientRect();
    expect(where().left).to.equal(20);
    expect(where().bottom).to.equal(innerHeight - 84);
    driver.chat.side = 'right';
    driver.chat.offset = '20';
    await driver.settled();
    expect(where().right).to.equal(document.documentElement.clientWidth - 20);
    expect(where().bottom).to.equal(innerHeight - 20);
  });

  it('wears words when it is given some', async () => {
    const driver = await openChat({ playbook: kestrel, closed: true, attributes: { label: 'Questions?' } });
    expect(driver.launcher.textContent?.trim()).to.equal('Questions?');
    expect(driver.launcher.getBoundingClientRect().height).to.equal(44);
  });
});
