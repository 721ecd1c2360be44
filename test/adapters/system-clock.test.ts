import { expect } from 'chai';
import { systemClock } from '../../src/adapters/system-clock.js';
import { systemRandomness } from '../../src/adapters/system-randomness.js';

describe('system clock', () => {
  it('knows the time', () => {
    const clock = systemClock();
    const before = Date.now();
    const nowMs = clock.nowMs();
    expect(nowMs >= before && nowMs <= Date.now()).to.equal(true);
    const start = clock.monotonicMs();
    expect(clock.monotonicMs()).to.be.at.least(start);
  });

  it('runs after a delay, unless it was called off', async () => {
    const clock = systemClock();
    const ran: string[] = [];
    clock.after(0, () => ran.push('cancelled'))();
    await new Promise<void>((resolve) => {
      clock.after(1, () => {
        ran.push('ran');
        resolve();
      });
    });
    expect(ran).to.deep.equal(['ran']);
  });

  it('never hands timers a delay that would fire at once', () => {
    const delays: number[] = [];
    const clock = systemClock({
      setTimeout: (_run, delayMs) => delays.push(delayMs),
      clearTimeout: () => {},
    });
    for (const delayMs of [-5, 0, 86_400_000, 31 * 86_400_000, Infinity]) clock.after(delayMs, () => {});
    expect(delays).to.deep.equal([0, 0, 86_400_000, 2 ** 31 - 1, 2 ** 31 - 1]);
  });

  it('uses the timers it was given, not those that another script put in their place', async () => {
    const own = window.setTimeout;
    const clock = systemClock();
    window.setTimeout = (() => 0) as unknown as typeof window.setTimeout;
    try {
      await new Promise<void>((resolve) => clock.after(0, resolve));
    } finally {
      window.setTimeout = own;
    }
  });
});

describe('system randomness', () => {
  it('makes ids of 32 hexadecimal digits, all different', () => {
    const { id } = systemRandomness();
    const ids = Array.from({ length: 1_000 }, id);
    expect(ids.every((one) => /^[0-9a-f]{32}$/.test(one))).to.equal(true);
    expect(new Set(ids).size).to.equal(1_000);
  });

  it('keeps leading zeros', () => {
    const zeros = { getRandomValues: <T>(array: T): T => array } as unknown as Crypto;
    expect(systemRandomness(zeros).id()).to.equal('0'.repeat(32));
    expect(systemRandomness(zeros).unit()).to.equal(0);
  });

  it('makes numbers from 0 to just below 1', () => {
    const { unit } = systemRandomness();
    const units = Array.from({ length: 10_000 }, unit);
    expect(units.every((one) => one >= 0 && one < 1)).to.equal(true);
    const mean = units.reduce((sum, one) => sum + one, 0) / units.length;
    expect(mean).to.be.within(0.47, 0.53);
    const ones = { getRandomValues: (array: Uint32Array) => array.fill(2 ** 32 - 1) } as unknown as Crypto;
    expect(systemRandomness(ones).unit()).to.be.lessThan(1);
  });
});
