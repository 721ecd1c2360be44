import { expect } from 'chai';
import fc from 'fast-check';
import {
  contrast,
  hueOf,
  lightOf,
  luminance,
  paletteFor,
  type Light,
} from '../../src/elements/colours/contrast.js';
import { closeChats, openChat } from './panel-driver.js';
import { kestrel } from './playbooks.js';

afterEach(closeChats);

const read = (colour: string): Light => {
  const light = lightOf(colour);
  if (!light) throw new Error(`${colour} is no colour.`);
  return light;
};
const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
/** The surfaces of `panel/surface.css.ts`, as browsers compute them. */
const SURFACES = { light: ['#f8fcfb', '#ffffff'], dark: ['#111817', '#192120'] };

describe('colours from one accent', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`can be read whatever the accent is, ${scheme}`, () => {
      fc.assert(
        fc.property(hex, (accent) => {
          const { fill, on, ring } = paletteFor(read(accent), scheme === 'dark');
          expect(contrast(read(fill), read(on)), `${on} on ${fill}`).to.be.at.least(4.5);
          for (const surface of SURFACES[scheme])
            expect(contrast(read(ring), read(surface)), `${ring} on ${surface}`).to.be.at.least(3);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('keeps a colour that can be read as it is', () => {
    expect(paletteFor(read('#0f766e'), false)).to.deep.equal({
      fill: '#0f766e',
      on: '#fff',
      ring: '#0f766e',
    });
  });

  it('keeps a bright colour and writes on it in ink', () => {
    expect(paletteFor(read('#facc15'), false)).to.include({ fill: '#facc15', on: '#17171a' });
  });

  it('reads the forms in which colours come', () => {
    for (const form of ['#f80', '#ff8800', 'rgb(255, 136, 0)', 'rgb(255 136 0)', 'color(srgb 1 0.5333 0)'])
      expect(luminance(read(form)), form).to.be.closeTo(0.389, 0.001);
    for (const none of ['', 'red', '#12', 'oklch(0.5 0.1 20)', 'url(x)'])
      expect(lightOf(none), none).to.equal(null);
  });

  it('knows the hue of a colour and gives greys a cool one', () => {
    expect(hueOf(read('#ff0000'))).to.be.closeTo(29, 1);
    expect(hueOf(read('#0000ff'))).to.be.closeTo(264, 1);
    expect(hueOf(read('#777777'))).to.equal(250);
  });

  for (const [name, accent] of [
    ['a name', 'hotpink'],
    ['hsl', 'hsl(330 100% 71%)'],
    ['oklch', 'oklch(0.73 0.18 351)'],
  ] as const) {
    it(`takes the accent as ${name}`, async () => {
      const driver = await openChat({ playbook: kestrel, attributes: { accent } });
      const fill = getComputedStyle(driver.chat).getPropertyValue('--_fill').trim();
      expect(fill).to.match(/^#[\da-f]{6}$/);
      expect(contrast(read(fill), read('#fff'))).to.be.at.least(4.5);
    });
  }

  it('takes the accent of the site’s style sheet, but its own attribute first', async () => {
    document.documentElement.style.setProperty('--warmlead-accent', '#b91c1c');
    const site = await openChat({ playbook: kestrel });
    expect(getComputedStyle(site.launcher).backgroundColor).to.equal('rgb(185, 28, 28)');
    const own = await openChat({ playbook: kestrel, attributes: { accent: '#1d4ed8' } });
    expect(getComputedStyle(own.launcher).backgroundColor).to.equal('rgb(29, 78, 216)');
    document.documentElement.style.removeProperty('--warmlead-accent');
  });

  it('writes no style attribute on its host and has no rule from the page on its buttons', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent =
      'html{font-size:10px}body{font-size:50px;line-height:3;text-transform:uppercase;letter-spacing:5px}button{background:red!important}div{position:fixed!important;display:block!important}';
    const driver = await openChat({ playbook: kestrel });
    expect(driver.chat.getAttribute('style')).to.equal(null);
    const option = getComputedStyle(driver.control('Something else'));
    expect(parseFloat(option.fontSize)).to.be.within(15, 16);
    expect(option.textTransform).to.equal('none');
    expect(option.letterSpacing).to.equal('normal');
    expect(option.backgroundColor).not.to.equal('rgb(255, 0, 0)');
    style.remove();
  });
});
