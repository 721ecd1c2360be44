import { expect } from 'chai';
import { eraseConversations } from '../../src/adapters/erase-conversations.js';
import { storageMarker } from '../../src/adapters/marker.js';
import { webConversationStore } from '../../src/adapters/web-conversation-store.js';
import type { LogEntry } from '../../src/flow/log.js';

const KEY = 'demo/main';
const STORED = `warmlead:conversation:${KEY}`;
const DAY = 86_400_000;
const lead = 'a'.repeat(32);
const other = 'b'.repeat(32);
const entry = (n: number): LogEntry => ({
  n,
  at: '2026-11-23T12:00:00.000Z',
  type: 'questioned',
  text: `Zoë 🥐 ${n}`,
  knowledge: null,
});
const entries = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => entry(first + i));

type Options = Parameters<typeof webConversationStore>[0];
const blocked = (): Storage => {
  throw new DOMException('blocked', 'SecurityError');
};

describe('web conversation store', () => {
  let nowMs = Date.UTC(2026, 10, 23, 12);
  const clock = { nowMs: () => nowMs, monotonicMs: () => nowMs, after: () => () => {} };
  const store = (remember: Options['remember'] = 'tab', changes: Partial<Options> = {}) =>
    webConversationStore({ remember, clock, marker: storageMarker(), ...changes });
  const clear = () => {
    localStorage.clear();
    sessionStorage.clear();
  };
  beforeEach(clear);
  after(clear);

  it('writes nothing by loading or erasing', async () => {
    for (const remember of ['tab', 'device', 'nothing'] as const) {
      expect(await store(remember).load(KEY)).to.equal(null);
      await store(remember).erase(KEY);
    }
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  for (const [remember, area] of [
    ['tab', sessionStorage],
    ['device', localStorage],
  ] as const) {
    it(`gives back what was appended (${remember}), on the next page too`, async () => {
      expect(await store(remember).append(KEY, lead, 0, entries(1, 2))).to.equal('stored');
      expect(await store(remember).append(KEY, lead, 2, entries(3, 3))).to.equal('stored');
      expect(await store(remember).load(KEY)).to.deep.equal({ leadId: lead, log: entries(1, 3) });
      expect(area.getItem(STORED)).to.be.a('string');
      expect(localStorage.getItem('warmlead')).to.equal('1');
    });
  }

  it('keeps conversations apart by their key', async () => {
    await store().append(KEY, lead, 0, entries(1, 1));
    expect(await store().load('demo/other')).to.equal(null);
    expect(await store().load('__proto__')).to.equal(null);
  });

  it('keeps nothing beyond the page where the owner wants that, and sets no marker', async () => {
    const one = store('nothing');
    expect(await one.append(KEY, lead, 0, entries(1, 2))).to.equal('stored');
    expect((await one.load(KEY))?.log.length).to.equal(2);
    expect(await store('nothing').load(KEY)).to.equal(null);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  describe('says behind', () => {
    it('to a tab that did not see the last entries', async () => {
      await store('device').append(KEY, lead, 0, entries(1, 3));
      expect(await store('device').append(KEY, lead, 1, entries(2, 2))).to.equal('behind');
      expect((await store('device').load(KEY))?.log.length).to.equal(3);
    });

    it('to another conversation, until the old one is erased', async () => {
      const one = store('device');
      await one.append(KEY, lead, 0, entries(1, 1));
      expect(await one.append(KEY, other, 0, entries(1, 1))).to.equal('behind');
      expect(await one.append(KEY, other, 1, entries(2, 2))).to.equal('behind');
      await one.erase(KEY);
      expect(await one.append(KEY, other, 0, entries(1, 1))).to.equal('stored');
    });

    it('when somebody erased what went before', async () => {
      await store().append(KEY, lead, 0, entries(1, 2));
      sessionStorage.clear();
      expect(await store().append(KEY, lead, 2, entries(3, 3))).to.equal('behind');
      expect(await store().append(KEY, lead, 0, entries(1, 3))).to.equal('stored');
    });
  });

  describe('time', () => {
    for (const [remember, days] of [
      ['tab', 1],
      ['device', 30],
    ] as const) {
      it(`erases after ${days} day(s) without a new entry (${remember})`, async () => {
        await store(remember).append(KEY, lead, 0, entries(1, 1));
        nowMs += days * DAY - 1;
        await store(remember).append(KEY, lead, 1, entries(2, 2));
        nowMs += days * DAY - 1;
        expect((await store(remember).load(KEY))?.log.length).to.equal(2);
        nowMs += 1;
        expect(await store(remember).load(KEY)).to.equal(null);
        expect((remember === 'tab' ? sessionStorage : localStorage).getItem(STORED)).to.equal(null);
      });
    }

    it('survives a clock that is set back by years', async () => {
      await store().append(KEY, lead, 0, entries(1, 1));
      nowMs -= 3_650 * DAY;
      expect((await store().load(KEY))?.log.length).to.equal(1);
      nowMs += 3_650 * DAY;
    });
  });

  describe('erasing without being asked for a conversation', () => {
    const names = () => [...Object.keys(sessionStorage), ...Object.keys(localStorage)].sort();
    const keepBoth = async () => {
      await store('tab').append('demo/tab', lead, 0, entries(1, 1));
      await store('device').append('demo/device', other, 0, entries(1, 1));
      sessionStorage.setItem('theirs', '{}');
    };

    it('takes what is over, and the marker with the last one', async () => {
      await keepBoth();
      eraseConversations('expired', nowMs + DAY - 1, storageMarker());
      expect(names().length).to.equal(4);
      eraseConversations('expired', nowMs + DAY, storageMarker());
      expect(names()).to.deep.equal(['theirs', 'warmlead', 'warmlead:conversation:demo/device']);
      eraseConversations('expired', nowMs + 30 * DAY, storageMarker());
      expect(names()).to.deep.equal(['theirs']);
    });

    it('takes everything where the page says so', async () => {
      await keepBoth();
      eraseConversations('all', nowMs, storageMarker());
      expect(names()).to.deep.equal(['theirs']);
    });

    it('takes what nobody can read, leaves what a later version wrote, and survives blocked storage', async () => {
      sessionStorage.setItem(STORED, '{"format":1,');
      localStorage.setItem(STORED, JSON.stringify({ format: 2, expiresAt: nowMs + 1 }));
      eraseConversations('expired', nowMs, storageMarker());
      expect(names()).to.deep.equal([STORED]);
      eraseConversations('all', nowMs, storageMarker(), [blocked, blocked]);
      expect(names()).to.deep.equal([STORED]);
    });
  });

  it('leaves no marker once the last conversation was erased', async () => {
    await store('device').append(KEY, lead, 0, entries(1, 1));
    await store('tab').append(KEY, lead, 0, entries(1, 1));
    await store('tab').erase(KEY);
    expect(localStorage.getItem('warmlead')).to.equal('1');
    await store('device').erase(KEY);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  describe('trouble', () => {
    it('is told, never thrown, where storage is blocked', async () => {
      const one = store('tab', { session: blocked, local: blocked });
      expect(await one.load(KEY)).to.equal(null);
      expect(await one.append(KEY, lead, 0, entries(1, 1))).to.equal('unavailable');
      await one.erase(KEY);
    });

    it('is told when there is no room, and what was there stays', async () => {
      await store().append(KEY, lead, 0, entries(1, 1));
      const full = () =>
        ({
          getItem: (key: string) => sessionStorage.getItem(key),
          setItem: () => {
            throw new DOMException('full', 'QuotaExceededError');
          },
        }) as unknown as Storage;
      expect(await store('tab', { session: full }).append(KEY, lead, 1, entries(2, 2))).to.equal(
        'unavailable',
      );
      expect((await store().load(KEY))?.log.length).to.equal(1);
    });

    it('leaves alone what a later version wrote, until that expires', async () => {
      const later = JSON.stringify({ format: 2, expiresAt: nowMs + DAY, something: 'else' });
      sessionStorage.setItem(STORED, later);
      expect(await store().load(KEY)).to.equal(null);
      expect(await store().append(KEY, lead, 0, entries(1, 1))).to.equal('unavailable');
      expect(sessionStorage.getItem(STORED)).to.equal(later);
      nowMs += DAY;
      expect(await store().append(KEY, lead, 0, entries(1, 1))).to.equal('stored');
    });

    const good = () => ({
      format: 1,
      savedAt: nowMs,
      expiresAt: nowMs + DAY,
      leadId: lead,
      log: entries(1, 2),
    });
    const corrupt: readonly (readonly [string, () => string])[] = [
      ['no JSON', () => '{"format":1,'],
      ['nothing', () => ''],
      ['a number', () => '7'],
      ['null', () => 'null'],
      ['a list', () => '[]'],
      ['no log', () => JSON.stringify({ ...good(), log: undefined })],
      ['an empty log', () => JSON.stringify({ ...good(), log: [] })],
      ['a log that is a text', () => JSON.stringify({ ...good(), log: 'abc' })],
      ['entries out of order', () => JSON.stringify({ ...good(), log: [entry(2), entry(1)] })],
      ['an entry that is null', () => JSON.stringify({ ...good(), log: [null] })],
      ['an entry without a type', () => JSON.stringify({ ...good(), log: [{ n: 1, at: entry(1).at }] })],
      ['an entry at no time', () => JSON.stringify({ ...good(), log: [{ ...entry(1), at: 'then' }] })],
      ['a lead id that is none', () => JSON.stringify({ ...good(), leadId: '../../etc' })],
      ['no expiry', () => JSON.stringify({ ...good(), expiresAt: 'never' })],
      ['a format that is none', () => JSON.stringify({ ...good(), format: '1' })],
      ['prototype keys', () => '{"__proto__":{"format":1},"constructor":1}'],
      ['ten thousand levels', () => '['.repeat(10_000) + ']'.repeat(10_000)],
      ['five million characters', () => JSON.stringify('x'.repeat(4_999_000))],
    ];
    for (const [name, text] of corrupt) {
      it(`is over with the next entry: ${name}`, async () => {
        const area = { getItem: () => text(), setItem: () => {}, removeItem: () => {} } as unknown as Storage;
        const one = store('tab', { session: () => area });
        expect(await one.load(KEY)).to.equal(null);
        expect(await one.append(KEY, lead, 0, entries(1, 1))).to.equal('stored');
      });
    }

    it('is not made by any of 5,000 mutations of what we wrote', async () => {
      const text = JSON.stringify(good());
      let seed = 7;
      const next = (below: number) => {
        seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
        return Math.floor((seed / 2 ** 32) * below);
      };
      let written = '';
      const area = { getItem: () => written, setItem: () => {}, removeItem: () => {} } as unknown as Storage;
      const one = store('tab', { session: () => area });
      for (let i = 0; i < 5_000; i += 1) {
        const at = next(text.length);
        written =
          i % 3 === 0
            ? text.slice(0, at)
            : text.slice(0, at) + String.fromCharCode(next(128)) + text.slice(at + (i % 2));
        const kept = await one.load(KEY);
        if (kept) expect(kept.log.every((each, k) => each.n === k + 1)).to.equal(true);
        expect(['stored', 'behind', 'unavailable']).to.include(await one.append(KEY, lead, 0, entries(1, 1)));
      }
      expect(({} as { format?: unknown }).format).to.equal(undefined);
    });
  });
});
