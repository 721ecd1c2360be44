import { expect } from 'chai';
import { pageLock } from '../../src/adapters/lock.js';

const turn = () => new Promise((resolve) => setTimeout(resolve));
const until = async (holds: () => boolean) => {
  while (!holds()) await turn();
};
let names = 0;
const freshName = () => `warmlead:test:${(names += 1)}`;
const persisted = (is: boolean) => new PageTransitionEvent('pagehide', { persisted: is });
/** Where this page's going to sleep is heard, without telling the page. */
const quietPage = () => new EventTarget() as unknown as Window;

describe('page lock', () => {
  it('lets one run at a time and the next when it is released', async () => {
    const name = freshName();
    const lock = pageLock({ page: quietPage() });
    const held: string[] = [];
    const hold = (who: string) =>
      lock.hold(name, async (signal, alone) => {
        held.push(`${who} ${alone}`);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        held.push(`${who} gone`);
      });
    const first = hold('first');
    const second = hold('second');
    await until(() => held.length > 0);
    await turn();
    expect(held).to.deep.equal(['first true']);
    first();
    await until(() => held.length === 3);
    expect(held).to.deep.equal(['first true', 'first gone', 'second true']);
    second();
  });

  it('is released when its work is done', async () => {
    const name = freshName();
    const lock = pageLock({ page: quietPage() });
    let done = 0;
    for (let i = 0; i < 3; i += 1) lock.hold(name, async () => void (done += 1));
    await until(() => done === 3);
  });

  it('is released when its work fails', async () => {
    const name = freshName();
    const lock = pageLock({ page: quietPage() });
    let reached = false;
    lock.hold(name, () => Promise.reject(new Error('no')));
    lock.hold(name, async () => {
      reached = true;
    });
    await until(() => reached);
  });

  it('never runs what was released before its turn', async () => {
    const name = freshName();
    const lock = pageLock({ page: quietPage() });
    const first = lock.hold(
      name,
      (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    );
    let ran = false;
    lock.hold(name, async () => {
      ran = true;
    })();
    first();
    let last = false;
    lock.hold(name, async () => {
      last = true;
    });
    await until(() => last);
    expect(ran).to.equal(false);
  });

  it('lets go when the page goes to sleep, and not when it is only left', async () => {
    const name = freshName();
    const page = quietPage();
    let aborted = false;
    let running = false;
    pageLock({ page }).hold(name, (signal) => {
      running = true;
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise(() => {});
    });
    await until(() => running);
    page.dispatchEvent(persisted(false));
    expect(aborted).to.equal(false);
    page.dispatchEvent(persisted(true));
    expect(aborted).to.equal(true);
    let next = false;
    pageLock({ page }).hold(name, async () => {
      next = true;
    });
    await until(() => next);
  });

  it('tells who was still waiting when the page went to sleep', async () => {
    const name = freshName();
    const page = quietPage();
    const lock = pageLock({ page: quietPage() });
    const first = lock.hold(name, () => new Promise(() => {}));
    const seen: boolean[] = [];
    pageLock({ page }).hold(name, async (signal) => void seen.push(signal.aborted));
    page.dispatchEvent(persisted(true));
    await until(() => seen.length > 0);
    expect(seen).to.deep.equal([true]);
    first();
  });

  it('tells its work when somebody steals it', async () => {
    const name = freshName();
    let aborted = false;
    let running = false;
    pageLock({ page: quietPage() }).hold(name, (signal) => {
      running = true;
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve();
        }),
      );
    });
    await until(() => running);
    await navigator.locks.request(name, { steal: true }, async () => {});
    await until(() => aborted);
  });

  const withoutLocks: readonly (readonly [string, LockManager | null])[] = [
    ['where there are none', null],
    [
      'where they are refused',
      { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as never,
    ],
    [
      'where they throw',
      {
        request: () => {
          throw new Error('patched');
        },
      } as never,
    ],
  ];
  for (const [name, locks] of withoutLocks) {
    it(`runs at once and not alone ${name}`, async () => {
      const seen: boolean[] = [];
      pageLock({ locks, page: quietPage() }).hold(
        freshName(),
        async (_signal, alone) => void seen.push(alone),
      );
      await until(() => seen.length > 0);
      expect(seen).to.deep.equal([false]);
    });
  }
});
