import { expect } from 'chai';
import { boot, type Talk } from '../../src/embed/boot.js';
import { offerContact } from '../../src/embed/contact-fallback.js';
import { optionsFrom, optionsFromTag } from '../../src/embed/options.js';
import { TRIAL } from '../../src/embed/trial.js';

interface Page {
  Warmlead?: unknown;
}
interface Api {
  readonly version: string;
  open(): Promise<unknown>;
  close(): Promise<unknown>;
  ready(): Promise<void>;
  init(options: object): void;
  destroy(): void;
  answer(step: string, value: unknown): Promise<unknown>;
  on(name: string, run: (detail: unknown) => void): void;
  off(name: string, run: (detail: unknown) => void): void;
}
const page = window as unknown as Page;
const api = () => page.Warmlead as Api;

const tag = (attributes: Readonly<Record<string, string>>): HTMLScriptElement => {
  const script = document.createElement('script');
  script.type = 'text/plain';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
};

describe('options', () => {
  it('come from the attributes of the tag before the query of its address', () => {
    const options = optionsFromTag(
      tag({ src: '/w.js?playbook=/a.json&side=left', 'data-playbook': '/b.json' }),
    );
    expect(options).to.deep.equal({ playbook: '/b.json', side: 'left' });
  });
  it('take both spellings from an object, and leave out what is unknown or empty', () => {
    const options = optionsFrom({
      fallbackEmail: 'a@b.example',
      'fallback-phone': '1',
      colour: 'x',
      side: '',
      accent: {},
      offset: 84,
    });
    expect(options).to.deep.equal({ 'fallback-email': 'a@b.example', 'fallback-phone': '1', offset: '84' });
  });
  it('switch on preview and test wherever they stand, also without a word, and by true', () => {
    expect(optionsFromTag(tag({ 'data-preview': '' }))).to.deep.equal({ preview: 'preview' });
    expect(optionsFromTag(tag({ src: '/w.js?test' }))).to.deep.equal({ test: 'test' });
    expect(optionsFrom({ test: true, preview: false })).to.deep.equal({ test: 'true' });
  });
  it('come from several objects, of which the later wins where it says something', () => {
    const first = { side: 'left', fallbackUrl: '/old', accent: 'red' };
    const second = { side: 'end', 'fallback-url': '/new', accent: '' };
    const options = optionsFrom(first, null, second);
    expect(options).to.deep.equal({ side: 'end', 'fallback-url': '/new', accent: 'red' });
  });
  it('are none without a tag, or in a tag without an address', () => {
    expect(optionsFromTag(null)).to.deep.equal({});
    expect(optionsFromTag(tag({}))).to.deep.equal({});
  });
  for (const nothing of [null, undefined, 7, 'text']) {
    it(`are none in ${String(nothing)}`, () => expect(optionsFrom(nothing)).to.deep.equal({}));
  }
});

describe('the contact fallback', () => {
  const fallback = (options: object): Element | null => {
    const box = document.createElement('div');
    const button = document.createElement('button');
    button.id = 'launcher';
    box.append(button);
    document.body.append(box);
    offerContact(button, options);
    box.remove();
    return box.firstElementChild;
  };
  it('is a mail link first, then a phone link, then a page', () => {
    const all = { 'fallback-email': 'a@b.example', 'fallback-phone': '+44 1', 'fallback-url': '/contact' };
    expect(fallback(all)?.getAttribute('href')).to.equal('mailto:a@b.example');
    expect(fallback({ ...all, 'fallback-email': '' })?.getAttribute('href')).to.equal('tel:+44 1');
    expect(fallback({ 'fallback-url': '/contact' })?.getAttribute('href')).to.equal('/contact');
  });
  it('leaves the button where there is no contact, or a page that is no page', () => {
    expect(fallback({})?.localName).to.equal('button');
    for (const page of ['javascript:alert(1)', 'https://'])
      expect(fallback({ 'fallback-url': page })?.localName, page).to.equal('button');
  });
  it('keeps the look of the button, and says where it leads', () => {
    const link = fallback({ 'fallback-phone': '+44 1' });
    expect(link?.id).to.equal('launcher');
    expect(link?.ariaLabel).to.equal('+44 1');
  });
});

describe('the script tag', () => {
  const calls: unknown[][] = [];
  const talk: Talk = {
    call: async (_chat, name, args) => {
      calls.push([name, ...args]);
      return { ok: true };
    },
    resume: () => undefined,
  };
  afterEach(() => {
    api()?.destroy?.();
    delete page.Warmlead;
    calls.length = 0;
  });
  const start = async (attributes: Readonly<Record<string, string>>, load = () => Promise.resolve(talk)) => {
    boot(tag(attributes), load, '1.2.3');
    await api().ready();
  };
  const button = () =>
    document.querySelector('warmlead-chat')?.shadowRoot?.querySelector('#launcher') ?? null;

  it('puts one button on the page and loads nothing', async () => {
    let loads = 0;
    await start({ 'data-playbook': '/p.json', 'data-accent': '#7c3aed' }, async () => {
      loads += 1;
      return talk;
    });
    expect(document.querySelectorAll('warmlead-chat').length).to.equal(1);
    expect(button()?.getAttribute('aria-expanded')).to.equal('false');
    expect(document.querySelector('warmlead-chat')?.getAttribute('accent')).to.equal('#7c3aed');
    expect(loads).to.equal(0);
  });
  it('shows nothing on a page that is excluded, with a slash at its end or without', async () => {
    for (const pattern of [location.pathname, `${location.pathname.slice(0, 2)}*`]) {
      await start({ 'data-playbook': '/p.json', 'data-exclude': `/never ${pattern}` });
      expect(button(), pattern).to.equal(null);
      api().destroy();
    }
  });
  it('loads nothing on a page that is excluded, whatever is kept, placed or called there', async () => {
    localStorage.setItem('warmlead', '2');
    const placed = document.body.appendChild(document.createElement('warmlead-chat'));
    let loads = 0;
    await start({ 'data-playbook': '/p.json', 'data-exclude': '*' }, async () => {
      loads += 1;
      return talk;
    });
    expect(await api().open()).to.deep.equal({ ok: false, code: 'embed.no-chat' });
    expect(await api().answer('a', '1')).to.deep.equal({ ok: false, code: 'embed.no-chat' });
    await new Promise((idle) => (window.requestIdleCallback ?? setTimeout)(idle));
    await new Promise(requestAnimationFrame);
    expect(loads).to.equal(0);
    placed.remove();
    localStorage.clear();
  });
  it('passes on what the page says about storing, at once and later', async () => {
    const placed = document.body.appendChild(document.createElement('warmlead-chat'));
    page.Warmlead = [['init', { storage: 'yes' }]];
    await start({ 'data-playbook': '/p.json', 'data-storage': 'no' });
    const [first, second] = document.querySelectorAll('warmlead-chat');
    expect(first).to.have.property('storage', 'yes');
    expect(second).to.have.property('storage', 'yes');
    api().init({ storage: 'no' });
    expect(first).to.have.property('storage', 'no');
    placed.remove();
  });
  it('shows nothing to visitors while it is a preview, and shows itself to the owner in this tab', async () => {
    const tried = { 'data-playbook': '/p.json', 'data-preview': '' };
    await start(tried);
    expect(button()).to.equal(null);
    expect(await api().open()).to.deep.equal({ ok: false, code: 'embed.no-chat' });
    api().destroy();
    sessionStorage.setItem(TRIAL, 'preview');
    await start(tried);
    sessionStorage.removeItem(TRIAL);
    expect(button()).not.to.equal(null);
  });
  it('shows itself when init names a playbook later', async () => {
    await start({});
    expect(button()).to.equal(null);
    api().init({ playbook: { format: 1 } });
    expect(button()).not.to.equal(null);
  });
  it('carries out what was called before it was there', async () => {
    page.Warmlead = [['answer', 'sites', '12']];
    await start({ 'data-playbook': '/p.json' });
    await api().answer('sites', '13');
    expect(calls).to.deep.equal([
      ['answer', 'sites', '12'],
      ['answer', 'sites', '13'],
    ]);
  });
  it('answers a call with a code when the rest cannot be loaded, and asks again the next time', async () => {
    let broken = true;
    await start({ 'data-playbook': '/p.json' }, async () => {
      if (broken) throw new Error('offline');
      return talk;
    });
    expect(await api().answer('a', '1')).to.deep.equal({ ok: false, code: 'embed.chunk-failed' });
    broken = false;
    expect(await api().answer('a', '1')).to.deep.equal({ ok: true });
  });
  it('puts the contact in the place of the button when the rest cannot be loaded', async () => {
    const broken = () => Promise.reject(new Error('offline'));
    await start({ 'data-playbook': '/p.json', 'data-fallback-email': 'a@b.example' }, broken);
    await api().open();
    expect(button()?.getAttribute('href')).to.equal('mailto:a@b.example');
  });
  it('loads nothing to close what was never opened', async () => {
    let loads = 0;
    await start({ 'data-playbook': '/p.json' }, async () => {
      loads += 1;
      return talk;
    });
    await api().close();
    expect(loads).to.equal(0);
  });
  it('loads the rest for a chat the author placed when that comes into view', async () => {
    const chat = document.body.appendChild(document.createElement('warmlead-chat'));
    await new Promise<void>((loaded) => {
      void start({}, async () => {
        loaded();
        return talk;
      });
    });
    expect(chat).to.have.property('landing', location.href);
  });
  it('takes its own colour where the given one is none', async () => {
    await start({ 'data-playbook': '/p.json', 'data-accent': 'rgb(1, 2' });
    expect(getComputedStyle(button() as Element).backgroundColor).to.equal('rgb(15, 118, 110)');
  });
  it('does nothing when it is there already', async () => {
    await start({ 'data-playbook': '/p.json' });
    const first = page.Warmlead;
    await start({ 'data-playbook': '/p.json' });
    expect(page.Warmlead).to.equal(first);
    expect(document.querySelectorAll('warmlead-chat').length).to.equal(1);
  });
  it('hands events on until they are not wanted any more, once for each listener', async () => {
    await start({});
    const heard: unknown[] = [];
    const run = (detail: unknown) => heard.push(detail);
    const tell = (detail: number) => document.dispatchEvent(new CustomEvent('warmlead-step', { detail }));
    api().on('step', run);
    api().on('step', run);
    tell(1);
    api().off('step', run);
    tell(2);
    expect(heard).to.deep.equal([1]);
  });
});
