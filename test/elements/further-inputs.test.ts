import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { press } from '../support/commands.js';
import { cardsAnywhere, FURTHER } from './further-playbooks.js';
import { closeChats, nameOf, openChat, until, type Driver, type DriverOptions } from './panel-driver.js';

afterEach(closeChats);

/** With the control of its first question there. */
const open = async (kind: keyof typeof FURTHER, more: Partial<DriverOptions> = {}): Promise<Driver> => {
  const driver = await openChat({ playbook: FURTHER[kind], ...more });
  await until(() => driver.root.querySelector('#ask :is(form, [role=group])') !== null);
  await driver.settled();
  return driver;
};
const raws = ({ conversation }: Driver) =>
  conversation.sent.flatMap((event) => ('raw' in event ? [event.raw] : []));
const input = (driver: Driver, selector = '#ask input') => {
  const found = driver.root.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const today = () => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
};

describe('a day', () => {
  it('is chosen with the browser’s own calendar, within its bounds', async () => {
    const driver = await open('date');
    const box = input(driver);
    expect(nameOf(box)).to.equal('When should it be running?');
    expect(box.getAttribute('type')).to.equal('date');
    expect(box.min).to.equal(today());
    expect(box.max).to.equal('');
    box.value = '2031-05-04';
    await driver.click('Continue');
    expect(raws(driver)).to.deep.equal(['2031-05-04']);
    expect(driver.text).to.contain('May 4, 2031');
  });

  it('says what is wrong, marks the day and not the box below, and keeps it', async () => {
    const driver = await open('date');
    input(driver).value = '2020-05-04';
    await driver.click('Continue');
    expect(input(driver).value).to.equal('2020-05-04');
    expect(input(driver).getAttribute('aria-invalid')).to.equal('true');
    const described = driver.root.getElementById(input(driver).getAttribute('aria-describedby') ?? '');
    expect(described?.textContent.trim()).to.not.equal('');
    expect(driver.composer.getAttribute('aria-invalid')).to.equal('false');
  });

  it('marks the box below when what was typed there is wrong', async () => {
    const driver = await open('date');
    await driver.say('31.2.2031');
    expect(driver.composer.getAttribute('aria-invalid')).to.equal('true');
    expect(input(driver).getAttribute('aria-invalid')).to.equal('false');
  });

  it('can be typed, skipped and changed', async () => {
    const driver = await open('date');
    expect(driver.has('Skip')).to.equal(true);
    await driver.say('4 May 2031');
    await driver.click('Change: May 4, 2031');
    expect(input(driver).value).to.equal('2031-05-04');
    input(driver).value = '2031-05-05';
    await driver.click('Continue');
    expect(driver.text).to.contain('May 5, 2031');
  });
});

describe('a rating', () => {
  it('is one tap, and says what its ends mean', async () => {
    const driver = await open('rating');
    expect(driver.text).to.contain('Not at all');
    expect(driver.has('1: Not at all')).to.equal(true);
    await driver.click('5: Very well');
    expect(raws(driver)).to.deep.equal(['5']);
  });

  it('has room for a thumb on every number, however many', async () => {
    const driver = await open('tenfold');
    const sizes = [...driver.root.querySelectorAll('.rating button')].map((button) =>
      button.getBoundingClientRect(),
    );
    expect(sizes).to.have.length(10);
    // WebKit lays out in fractions: 43.99998 is 44.
    for (const { width, height } of sizes) expect(Math.round(Math.min(width, height))).to.be.at.least(44);
  });

  it('is reached with the arrow keys, and shows the old one when it is changed', async () => {
    const driver = await open('rating');
    driver.control('2').focus();
    await press('ArrowRight');
    expect(driver.focused).to.equal('3');
    await press('Enter');
    await driver.settled();
    await driver.click('Change: 3');
    expect(driver.control('3').className).to.contain('prior');
  });
});

describe('a number with a slider', () => {
  it('stands in sight and on the button', async () => {
    const driver = await open('slider');
    expect(input(driver).valueAsNumber).to.equal(51);
    expect(driver.has('Continue (51 sites)')).to.equal(true);
    input(driver).focus();
    await press('ArrowRight');
    expect(driver.text).to.contain('56 sites');
    expect(input(driver).getAttribute('aria-valuetext')).to.equal('56 sites');
    await driver.click('Continue (56 sites)');
    expect(raws(driver)).to.deep.equal(['56']);
  });

  it('is money where the step says so', async () => {
    const driver = await open('moneySlider');
    await driver.click('Continue (€2,500)');
    expect(driver.text).to.contain('€2,500');
  });

  it('takes a typed number as well, and begins at the old one when it is changed', async () => {
    const driver = await open('slider');
    await driver.say('12');
    await driver.click('Change: 12');
    expect(input(driver).getAttribute('value')).to.equal('12');
  });
});

describe('an amount of money', () => {
  it('says its currency in the box', async () => {
    const driver = await openChat({ playbook: FURTHER.money });
    expect(driver.composer.placeholder).to.equal('Type your answer (EUR)');
    await driver.say('€ 1,500');
    expect(driver.text).to.contain('€1,500');
  });
});

describe('a long list', () => {
  const typing = async (driver: Driver, text: string) => {
    input(driver).focus();
    await sendKeys({ type: text });
  };
  const options = ({ root }: Driver) =>
    [...root.querySelectorAll<HTMLElement>('[role=option]')]
      .filter(({ hidden }) => !hidden)
      .map((option) => option.innerText.trim());
  const active = (driver: Driver) =>
    driver.root.getElementById(input(driver).getAttribute('aria-activedescendant') ?? '')?.innerText.trim();

  it('is a combobox with its list, both named by the question', async () => {
    const driver = await open('country');
    const box = input(driver);
    expect(box.getAttribute('role')).to.equal('combobox');
    expect(box.getAttribute('aria-expanded')).to.equal('true');
    const list = driver.root.getElementById(box.getAttribute('aria-controls') ?? '');
    expect(list?.getAttribute('role')).to.equal('listbox');
    expect([box, list].map((one) => one && nameOf(one))).to.deep.equal([
      'Where are your sites?',
      'Where are your sites?',
    ]);
    expect(options(driver)).to.have.length(249);
  });

  it('is filtered by the beginning of any word, without case and accents', async () => {
    const driver = await open('country');
    await typing(driver, 'ALAND');
    expect(options(driver)).to.deep.equal(['Åland Islands']);
    input(driver).value = '';
    await typing(driver, 'united k');
    expect(options(driver)).to.deep.equal(['United Kingdom']);
  });

  it('gives what is found first with Enter, and sends its code', async () => {
    const driver = await open('country');
    await typing(driver, 'germ');
    expect(active(driver)).to.equal('Germany');
    await press('Enter');
    await driver.settled();
    expect(raws(driver)).to.deep.equal(['DE']);
    expect(driver.text).to.contain('Germany');
  });

  it('is walked with the arrow keys, and brings into sight where one is', async () => {
    const driver = await open('longList');
    input(driver).focus();
    for (let i = 0; i < 9; i++) await press('ArrowDown');
    expect(active(driver)).to.equal('Edinburgh');
    const list = driver.root.getElementById('list')?.getBoundingClientRect();
    const option = driver.root.querySelector('.active')?.getBoundingClientRect();
    expect(option?.bottom).to.be.at.most((list?.bottom ?? 0) + 1);
    expect(option?.top).to.be.at.least(list?.top ?? Infinity);
    for (let i = 0; i < 9; i++) await press('ArrowUp');
    expect(active(driver)).to.equal('Somewhere else');
  });

  it('has names in the visitor’s language, and is found by the English ones too', async () => {
    const driver = await open('country', { locale: 'de' });
    await typing(driver, 'austria');
    expect(options(driver)).to.deep.equal(['Österreich']);
    await driver.click('Österreich');
    expect(raws(driver)).to.deep.equal(['AT']);
  });

  it('says when nothing is found, and then takes what was typed', async () => {
    const driver = await open('country');
    await typing(driver, 'hollland');
    expect(driver.text).to.contain('Nothing matches.');
    await press('Enter');
    await driver.settled();
    expect(raws(driver)).to.deep.equal(['hollland']);
  });

  it('empties its box with Escape before anything closes', async () => {
    const driver = await open('country');
    await typing(driver, 'ger');
    await press('Escape');
    expect(input(driver).value).to.equal('');
    expect(options(driver)).to.have.length(249);
    expect(driver.chat.open).to.equal(true);
    await press('Escape');
    await driver.settled();
    expect(driver.chat.open).to.equal(false);
  });

  it('shows what was chosen before', async () => {
    const driver = await open('country', { answered: ['Norway'] });
    await driver.click('Change: Norway');
    const chosen = driver.root.querySelector('[aria-selected=true]');
    expect(chosen?.textContent.trim()).to.equal('Norway');
    const list = driver.root.getElementById('list')?.getBoundingClientRect();
    expect(chosen?.getBoundingClientRect().bottom).to.be.within(list?.top ?? 0, list?.bottom ?? 0);
  });

  it('takes several, with their number on the button', async () => {
    const driver = await open('longSeveral');
    await typing(driver, 'lon');
    await press('Enter');
    input(driver).value = '';
    await typing(driver, 'ox');
    await driver.click('Oxford');
    await driver.click('Continue (2)');
    expect(raws(driver)).to.deep.equal(['London\nOxford']);
  });

  it('opens a box for own words', async () => {
    const driver = await open('longList');
    await driver.click('Somewhere else');
    expect(driver.focused).to.equal('Somewhere else');
    await sendKeys({ type: 'Stornoway' });
    await press('Enter');
    await driver.settled();
    expect(raws(driver)).to.deep.equal(['other: Stornoway']);
  });
});

describe('options with pictures', () => {
  it('are cards with their picture and label', async () => {
    const driver = await open('pictures');
    const picture = driver.control('Walk-in freezer').querySelector('img');
    expect(picture?.src).to.equal(`${location.origin}/test/elements/art/walk-in.svg`);
    expect(picture?.getAttribute('alt')).to.equal('');
    await driver.click('Chest freezers');
    expect(raws(driver)).to.deep.equal(['chest']);
  });

  it('do without a picture that cannot be had', async () => {
    const driver = await open('pictures');
    const picture = driver.control('Walk-in freezer').querySelector('img');
    picture?.dispatchEvent(new Event('error'));
    expect(picture?.hidden).to.equal(true);
    expect(driver.control('Walk-in freezer').getClientRects()).to.have.length(1);
  });

  it('can be several', async () => {
    const driver = await open('severalPictures');
    await driver.click('Walk-in freezer');
    await driver.click('None of these');
    await driver.click('Continue (2)');
    expect(raws(driver)).to.deep.equal(['walk-in\nnone']);
  });
});

describe('an option for own words', () => {
  it('opens its box in place, with the focus in it, and closes it again', async () => {
    const driver = await open('ownWords');
    expect(driver.root.querySelector('#words')?.getClientRects()).to.have.length(0);
    await driver.click('Something else');
    expect(driver.root.activeElement).to.equal(input(driver, '#words input'));
    const option = driver.root.querySelector<HTMLElement>('[aria-controls=words]');
    expect(option?.ariaExpanded).to.equal('true');
    option?.click();
    expect(driver.root.querySelector('#words')?.getClientRects()).to.have.length(0);
    expect(raws(driver)).to.deep.equal([]);
  });

  it('sends the words with the option', async () => {
    const driver = await open('ownWords');
    await driver.click('Something else');
    await sendKeys({ type: 'Post-it notes' });
    await press('ArrowLeft');
    expect(driver.root.activeElement, 'the arrow moves in the box').to.equal(input(driver, '#words input'));
    await press('Enter');
    await driver.settled();
    expect(raws(driver)).to.deep.equal(['other: Post-it notes']);
    expect(driver.text).to.contain('Something else: Post-it notes');
  });

  it('offers the words again when it is changed', async () => {
    const driver = await open('ownWords', { answered: ['Something else: Post-it notes'] });
    await driver.click('Change: Something else: Post-it notes');
    expect(input(driver, '#words input').value).to.equal('Post-it notes');
    expect(input(driver, '#words input').getClientRects()).to.have.length(1);
  });

  it('says that words are missing', async () => {
    const driver = await open('ownWords');
    await driver.click('Something else');
    await press('Enter');
    await driver.settled();
    expect(driver.conversation.view.rejection?.code).to.equal('choice.words-missing');
    expect(driver.root.getElementById('error')?.textContent.trim()).to.not.equal('');
    expect(driver.root.activeElement).to.equal(input(driver, '#words input'));
  });

  it('can be one of several', async () => {
    const driver = await open('severalOwnWords');
    await driver.click('Paper');
    expect(driver.root.querySelector('.words')?.getClientRects()).to.have.length(0);
    driver.root.querySelector<HTMLElement>('.own input')?.click();
    input(driver, '.words input').value = 'Post-it notes';
    await driver.click('Continue (2)');
    expect(raws(driver)).to.deep.equal(['Paper\nother: Post-it notes']);
  });
});

describe('an address', () => {
  const fill = (driver: Driver, values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values))
      (driver.control(name) as HTMLInputElement | HTMLSelectElement).value = value;
  };
  const LONDON = { 'Street and number': '1 Ice Lane', Postcode: 'N1 9GU', 'Town or city': 'London' };

  it('tells browsers what every field is for', async () => {
    const driver = await open('address');
    const told = [...driver.root.querySelectorAll<HTMLInputElement>('.field :is(input, select)')].map(
      ({ name, autocomplete }) => [name, autocomplete],
    );
    expect(told).to.deep.equal([
      ['street', 'address-line1'],
      ['postalCode', 'postal-code'],
      ['city', 'address-level2'],
      ['region', 'address-level1'],
      ['country', 'country'],
    ]);
  });

  it('is sent as a card, with the country as its code', async () => {
    const driver = await open('address');
    fill(driver, { ...LONDON, Country: 'GB' });
    await driver.click('Next');
    expect(JSON.parse(raws(driver)[0] ?? '')).to.deep.equal({
      street: '1 Ice Lane',
      postalCode: 'N1 9GU',
      city: 'London',
      region: '',
      country: 'GB',
    });
    expect(driver.text).to.contain('1 Ice Lane');
  });

  it('goes to the first field that is wrong, marks every one, and keeps the rest', async () => {
    const driver = await open('address');
    fill(driver, { Postcode: 'N1 9GU', Country: 'GB' });
    await driver.click('Next');
    expect(driver.root.activeElement).to.equal(driver.control('Street and number'));
    expect(driver.control('Street and number').getAttribute('aria-invalid')).to.equal('true');
    expect(driver.control('Town or city').getAttribute('aria-invalid')).to.equal('true');
    expect((driver.control('Country') as HTMLSelectElement).value).to.equal('GB');
  });

  it('is filled with what stood there before when it is changed', async () => {
    const driver = await open('address');
    fill(driver, { ...LONDON, Country: 'GB' });
    await driver.click('Next');
    await driver.click('Change: 1 Ice Lane');
    expect((driver.control('Town or city') as HTMLInputElement).value).to.equal('London');
    expect((driver.control('Country') as HTMLSelectElement).value).to.equal('GB');
  });
});

describe('a web address', () => {
  it('has its keyboard and is filled in by the browser', async () => {
    const driver = await openChat({ playbook: FURTHER.url });
    const told = ['autocomplete', 'inputmode'].map((name) => driver.composer.getAttribute(name));
    expect(told).to.deep.equal(['url', 'url']);
    await driver.say('kestrel.example');
    expect(driver.text).to.contain('kestrel.example');
  });
});

describe('every rarer question', () => {
  for (const kind of ['date', 'rating', 'slider', 'country', 'address', 'pictures', 'ownWords'] as const) {
    it(`takes a question instead of an answer, ${kind}`, async () => {
      const driver = await open(kind);
      await driver.say('Do you need an electrician?');
      expect(driver.text).to.contain('I’ve noted it for Dana and Tom.');
      expect(driver.root.querySelector('#ask :is(form, [role=group])')).not.to.equal(null);
    });
  }
});

describe('product cards', () => {
  it('stand wherever the playbook wants them', async () => {
    const driver = await openChat({ playbook: cardsAnywhere });
    expect(driver.lines.join('\n')).to.match(/Probe Kit[\s\S]*What would you like to fix\?/);
    await driver.click('Paper logs for audits');
    expect(driver.lines.join('\n')).to.match(/Paper logs for audits[\s\S]*Audit Suite[\s\S]*How many sites/);
  });
});
