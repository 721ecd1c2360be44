import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arrivalFrom } from '../../src/arrival/arrival.js';

const SITE = 'https://www.kestrel.example';
const arrived = (path: string, referrer = '') =>
  arrivalFrom({ url: SITE + path, landing: SITE + path, referrer });

describe('how a visitor came', () => {
  const rows: readonly [string, string, string, string][] = [
    ['nothing known', '/', '', 'direct'],
    ['another page of the same site', '/pricing', `${SITE}/`, 'direct'],
    ['the same site without www', '/', 'https://kestrel.example/a', 'direct'],
    ['a part of the same site', '/', 'https://help.kestrel.example/', 'direct'],
    ['a site whose name ends alike', '/', 'https://notkestrel.example/', 'referral'],
    ['another site', '/', 'https://blog.example/post', 'referral'],
    ['a search engine', '/', 'https://www.google.com/', 'search'],
    ['a search engine of a country', '/', 'https://www.google.co.uk/search', 'search'],
    ['a search engine by its own part', '/', 'https://de.search.yahoo.com/', 'search'],
    ['a small search engine', '/', 'https://duckduckgo.com/', 'search'],
    ['a mail reader of a search company', '/', 'https://mail.google.com/', 'referral'],
    ['a host that contains a search engine', '/', 'https://www.google.com.evil.example/', 'referral'],
    ['a click id', '/?gclid=AbC', 'https://www.google.com/', 'ad'],
    ['a click id of a smaller network', '/?li_fat_id=x', '', 'ad'],
    ['a paid medium', '/?utm_medium=cpc', '', 'ad'],
    ['a paid social medium', '/?utm_medium=paid_social', 'https://social.example/', 'ad'],
    ['a newsletter', '/?utm_medium=email&utm_campaign=nov', '', 'newsletter'],
    ['a newsletter by its name', '/?utm_medium=Newsletter', '', 'newsletter'],
    ['a booth', '/?utm_medium=booth&utm_source=expo', '', 'booth'],
    ['an event', '/?utm_medium=event', '', 'booth'],
    ['a campaign of another sort', '/?utm_medium=social&utm_source=forum', '', 'referral'],
    ['a campaign on a search engine', '/?utm_source=profile', 'https://www.bing.com/', 'search'],
    ['an app instead of a page', '/', 'android-app://com.example.reader/', 'direct'],
    ['an empty click id', '/?gclid=', '', 'direct'],
  ];
  it('looks at campaigns only where the browser asks not to be tracked', () => {
    const url = `${SITE}/?utm_source=news&utm_medium=email&gclid=AbC&fbclid=x`;
    const { kind, clickIds, referrer, utm, landing, gpc } = arrivalFrom({
      url,
      landing: url,
      referrer: 'https://www.google.com/',
      gpc: true,
    });
    assert.deepEqual([kind, clickIds, referrer, gpc], ['newsletter', {}, '', true]);
    assert.deepEqual(utm, { source: 'news', medium: 'email' });
    assert.equal(landing, `${SITE}/?utm_source=news&utm_medium=email`);
    const other = arrivalFrom({ url: SITE, landing: SITE, referrer: 'https://blog.example/', gpc: true });
    assert.deepEqual([other.kind, other.referrer], ['direct', '']);
    assert.ok(!('gpc' in arrived('/')));
  });

  for (const [name, path, referrer, kind] of rows) {
    it(`${name}: ${kind}`, () => assert.equal(arrived(path, referrer).kind, kind));
  }

  it('keeps campaign and click ids with their case, and nothing else of the query', () => {
    const query =
      '?utm_source=Google&utm_campaign=HACCP-uk&utm_term=freezer+alarm&gclid=EAIaIQ_b&email=jo%40a.example#top';
    assert.deepEqual(arrived(`/haccp${query}`, 'https://www.google.com/search?q=secret#x'), {
      kind: 'ad',
      landing: `${SITE}/haccp?utm_source=Google&utm_campaign=HACCP-uk&utm_term=freezer+alarm`,
      page: `${SITE}/haccp?utm_source=Google&utm_campaign=HACCP-uk&utm_term=freezer+alarm`,
      referrer: 'https://www.google.com/search',
      utm: { source: 'Google', campaign: 'HACCP-uk', term: 'freezer alarm' },
      clickIds: { gclid: 'EAIaIQ_b' },
    });
  });

  it('takes the campaign from the landing page and completes it from the present one', () => {
    const { utm, clickIds, landing, page } = arrivalFrom({
      url: `${SITE}/pricing?utm_source=footer&utm_content=b&msclkid=2`,
      landing: `${SITE}/haccp?utm_source=mail`,
      referrer: '',
    });
    assert.deepEqual(utm, { source: 'mail', content: 'b' });
    assert.deepEqual(clickIds, { msclkid: '2' });
    assert.equal(landing, `${SITE}/haccp?utm_source=mail`);
    assert.equal(page, `${SITE}/pricing?utm_source=footer&utm_content=b`);
  });

  it('takes the present page for the landing page where that is unknown', () => {
    const { landing, utm } = arrivalFrom({ url: `${SITE}/a?utm_source=b`, landing: '', referrer: '' });
    assert.deepEqual([landing, utm], [`${SITE}/a?utm_source=b`, { source: 'b' }]);
  });

  it('keeps no password, no file path and no parameter that poses as something else', () => {
    const { landing, utm } = arrived('/?utm___proto__=1&UTM_SOURCE=x&utm_=y&utm_constructor=z');
    assert.deepEqual({ ...utm }, { constructor: 'z' });
    assert.equal(Object.getPrototypeOf(utm), Object.prototype);
    assert.equal(landing, `${SITE}/?utm_constructor=z`);
    const odd = arrivalFrom({
      url: 'file:///home/jo/page.html',
      landing: 'https://jo:secret@kestrel.example/a',
      referrer: 'javascript:alert(1)',
    });
    assert.deepEqual(
      { page: odd.page, landing: odd.landing, referrer: odd.referrer },
      { page: '', landing: 'https://kestrel.example/a', referrer: '' },
    );
  });

  it('cuts what is too long, never in the middle of a character', () => {
    const { utm, landing } = arrived(`/${'a'.repeat(3000)}?utm_term=${'x'.repeat(499)}😀`);
    assert.equal(utm.term, 'x'.repeat(499));
    assert.equal(landing.length, 2000);
  });

  it('never throws, and never keeps a fragment, a foreign parameter or a password', () => {
    const piece = fc.constantFrom(
      'https://',
      'http:',
      '//',
      'a.example',
      '?',
      '&',
      'utm_source=',
      'gclid=',
      'email=',
      '#',
      '@',
      'x',
      '%',
      '%zz',
      '[',
      ' ',
      '\u0000',
      '\ud800',
      '__proto__',
    );
    const address = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(address, address, address, (url, landing, referrer) => {
        const arrival = arrivalFrom({ url, landing, referrer });
        for (const kept of [arrival.page, arrival.landing, arrival.referrer]) {
          assert.doesNotMatch(kept, /#|^(?!https?:\/\/).|^https?:\/\/[^/]*@/);
          const query = kept.split('?')[1] ?? '';
          assert.ok([...new URLSearchParams(query).keys()].every((name) => name.startsWith('utm_')));
        }
        assert.doesNotMatch(arrival.referrer, /\?/);
      }),
    );
  });
});
