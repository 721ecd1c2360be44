import { expect } from 'chai';
import { browserPage } from '../../src/adapters/page.js';

const persisted = (type: string, is: boolean) => new PageTransitionEvent(type, { persisted: is });

/** A window in which visibility can be set. */
const stage = () => {
  const document = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    referrer: 'https://news.example/',
    title: 'Plans',
  });
  const host = Object.assign(new EventTarget(), {
    document,
    location: { href: 'https://shop.example/plans?utm_source=x#top' },
    navigator: { languages: ['de-AT', 'en'], language: 'de-AT', globalPrivacyControl: true },
  });
  const seeAs = (state: 'visible' | 'hidden') => {
    document.visibilityState = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { window: host as unknown as Window, host, seeAs };
};

describe('browser page', () => {
  it('reads what the page knows', () => {
    const { window } = stage();
    const facts = browserPage({ window, landing: 'https://shop.example/' }).read();
    expect(facts).to.deep.include({
      url: 'https://shop.example/plans?utm_source=x#top',
      landing: 'https://shop.example/',
      referrer: 'https://news.example/',
      title: 'Plans',
      languages: ['de-AT', 'en'],
      gpc: true,
    });
    expect(facts.timeZone).to.match(/^\w+/);
  });

  it('reads the real page', () => {
    const facts = browserPage().read();
    expect(facts.url).to.equal(location.href);
    expect(facts.landing).to.equal(location.href);
    expect(facts.languages.length).to.be.greaterThan(0);
    expect(facts.gpc).to.equal(false);
  });

  it('tells once that the page is hidden, however many events say so, and again the next time', () => {
    const { window, host, seeAs } = stage();
    let hidden = 0;
    browserPage({ window }).onHidden(() => (hidden += 1));
    seeAs('hidden');
    host.dispatchEvent(persisted('pagehide', true));
    expect(hidden).to.equal(1);
    host.dispatchEvent(persisted('pageshow', true));
    seeAs('visible');
    host.dispatchEvent(persisted('pagehide', false));
    expect(hidden).to.equal(2);
  });

  it('tells that the page or the network is back, but not that the page was loaded', () => {
    const { window, host, seeAs } = stage();
    let back = 0;
    browserPage({ window }).onReturn(() => (back += 1));
    host.dispatchEvent(persisted('pageshow', false));
    expect(back).to.equal(0);
    host.dispatchEvent(persisted('pageshow', true));
    host.dispatchEvent(new Event('online'));
    seeAs('hidden');
    seeAs('visible');
    expect(back).to.equal(3);
  });

  it('stops when told to', () => {
    const { window, host, seeAs } = stage();
    let heard = 0;
    const page = browserPage({ window });
    page.onHidden(() => (heard += 1))();
    page.onReturn(() => (heard += 1))();
    seeAs('hidden');
    seeAs('visible');
    host.dispatchEvent(new Event('online'));
    host.dispatchEvent(persisted('pageshow', true));
    host.dispatchEvent(persisted('pagehide', true));
    expect(heard).to.equal(0);
  });

  it('never listens to what spoils the back/forward cache', () => {
    const { window, host } = stage();
    const types: string[] = [];
    const real = host.addEventListener.bind(host);
    host.addEventListener = (type: string, run: EventListenerOrEventListenerObject | null) => {
      types.push(type);
      real(type, run);
    };
    const page = browserPage({ window });
    page.onHidden(() => {});
    page.onReturn(() => {});
    expect(types).not.to.include.members(['unload']);
    expect(types).not.to.include.members(['beforeunload']);
  });
});
