/**
 * A visitor in a journey. It knows no class and no structure of the widget: it finds things as a person does
 * who hears them, by role and name, and acts with the mouse and the keyboard.
 */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from './browser.js';

export interface Visitor {
  readonly page: Page;
  /** Clicks a button or a link by its name; `name` may be the beginning of it. */
  tap(name: string): Promise<void>;
  /** Types into a box found by its label. */
  fill(label: string, text: string): Promise<void>;
  /** Types into the box that stands below every question and sends it with Enter. */
  say(text: string): Promise<void>;
  /** Takes the first time of day that is offered. */
  takeTime(): Promise<void>;
  /** Moves the clocks of the page on: a person takes a while to read, which a machine would not. */
  thinks(seconds: number): Promise<void>;
  /** Waits until a text can be read anywhere in the chat. */
  reads(text: string): Promise<void>;
  /** Everything that can be read in the conversation, in order, one line each, once the times of day are there. */
  transcript(): Promise<readonly string[]>;
  /**
   * Waits until the conversation reads so; pictures, cards and times may come a moment after the words. `timed: false`
   * leaves the times of day out.
   */
  transcribes(expected: readonly string[], options?: { readonly timed: boolean }): Promise<void>;
  /** Clicks again and again as fast as the page allows, inside one task. */
  tapTimes(name: string, times: number): Promise<void>;
  /** Everything that can be read now. */
  text(): Promise<string>;
  /** Names of the buttons and links that can be used now. */
  choices(): Promise<readonly string[]>;
}

/** What the page's accessibility amounts to for the chat. Runs in the page. */
interface Control {
  readonly role: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Usable controls inside every chat on the page. `scrollTo` brings the control of that role and name into view
 * first, so that its point can be clicked. Runs in the page.
 */
const controls = async (scrollTo?: string): Promise<readonly Control[]> => {
  // Two frames, so that what is just moving into its place shows in the comparison of two looks.
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  const flat = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? flat(element.shadowRoot) : []),
    ]);
  const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const by = element.getAttribute('aria-labelledby');
    if (by)
      return by
        .split(/\s+/)
        .map((id) => textOf(root.querySelector(`#${CSS.escape(id)}`) ?? element))
        .join(' ');
    const label = element.getAttribute('aria-label');
    if (label) return label.trim();
    const labels = (element as HTMLInputElement).labels;
    if (labels && labels.length > 0) return [...labels].map(textOf).join(' ');
    return textOf(element);
  };
  const roleOf = (element: Element): string | null => {
    const role = element.getAttribute('role');
    if (role) return role;
    if (element.localName === 'button' || element.localName === 'summary') return 'button';
    if (element.localName === 'a' && element.hasAttribute('href')) return 'link';
    if (element.localName === 'textarea') return 'textbox';
    if (element.localName !== 'input') return null;
    const type = (element as HTMLInputElement).type;
    return type === 'checkbox' || type === 'radio' ? type : 'textbox';
  };
  const found: Control[] = [];
  for (const chat of document.querySelectorAll('warmlead-chat')) {
    for (const element of flat(chat.shadowRoot ?? chat)) {
      const role = roleOf(element);
      if (!role || !['button', 'link', 'textbox', 'checkbox', 'radio', 'menuitem', 'option'].includes(role))
        continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true } as object)) continue;
      if (element.closest('[aria-hidden="true"], [inert]') || (element as HTMLButtonElement).disabled)
        continue;
      const name = nameOf(element);
      if (scrollTo !== undefined && name.startsWith(scrollTo))
        element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = element.getBoundingClientRect();
      found.push({ role, name, x: x + width / 2, y: y + height / 2 });
    }
  }
  return found;
};

/** The lines that can be read in the conversation. Runs in the page. */
const lines = (): readonly string[] => {
  const flat = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? flat(element.shadowRoot) : []),
    ]);
  const log = flat(document).find((element) => element.getAttribute('role') === 'log');
  const items = log ? [...log.querySelectorAll('[role="listitem"], li')] : [];
  return items
    .map((item) => ((item as HTMLElement).innerText ?? '').replace(/\s+/g, ' ').trim())
    .filter(Boolean);
};

/** The time of day at the end of a line. */
const TIME = / \d{1,2}:\d{2}( [AP]M)?$/;
const untimed = (line: string): string => line.replace(TIME, '');

/** Everything readable in the chats. Runs in the page. */
const reading = (): string => {
  const textOf = (root: ParentNode): string =>
    [...root.children]
      .filter((element) => !['style', 'script'].includes(element.localName))
      .map(
        (element) =>
          ((element as HTMLElement).innerText ?? '') + (element.shadowRoot ? textOf(element.shadowRoot) : ''),
      )
      .join('\n');
  return [...document.querySelectorAll('warmlead-chat')]
    .map((chat) => textOf(chat.shadowRoot ?? chat))
    .join('\n')
    .replace(/\s+/g, ' ');
};

export const visitorOn = (page: Page): Visitor => {
  const find = async (roles: readonly string[], name: string): Promise<Control> => {
    // The exact name wins over one that merely begins so. Twice, because bringing it into view moves it.
    const pick = (all: readonly Control[]): Control | undefined => {
      const fitting = all.filter((control) => roles.includes(control.role) && control.name.startsWith(name));
      return fitting.findLast((control) => control.name === name) ?? fitting.at(-1);
    };
    for (const end = performance.now() + 30_000; ;) {
      const before = pick(await page.evaluate(controls, name));
      const after = before && pick(await page.evaluate(controls, name));
      if (after && after.x === before.x && after.y === before.y) return after;
      if (performance.now() > end) {
        const there = (await page.evaluate(controls)).map((control) => `${control.role} “${control.name}”`);
        throw new Error(`No ${roles.join(' or ')} “${name}” to use. There is: ${there.join(', ')}.`);
      }
    }
  };
  const tap = async (name: string) => {
    const { x, y } = await find(['button', 'link', 'menuitem', 'option', 'radio', 'checkbox'], name);
    await page.click(x, y);
  };
  const fill = async (label: string, text: string) => {
    const { x, y } = await find(['textbox'], label);
    await page.click(x, y);
    await page.type(text);
  };
  const reads = async (text: string) => {
    for (const end = performance.now() + 30_000; ;) {
      const there = await page.evaluate(reading);
      if (there.includes(text)) return;
      if (performance.now() > end) throw new Error(`Never read “${text}”. There is: ${there}`);
    }
  };
  return {
    page,
    tap,
    fill,
    async say(text) {
      await fill('', text);
      await page.press('Enter');
    },
    async takeTime() {
      await reads('Times in');
      const times = (await page.evaluate(controls)).map((control) => control.name);
      const time = times.find((name) => /^\d{1,2}:\d{2}/.test(name));
      assert.ok(time, 'no time is offered');
      await tap(time);
    },
    thinks: (seconds) =>
      page.evaluate((ms) => {
        for (const clock of [Date, performance]) {
          const now = clock.now.bind(clock);
          clock.now = () => now() + ms;
        }
      }, seconds * 1000),
    reads,
    async transcribes(expected, { timed } = { timed: true }) {
      const wanted = timed ? expected : expected.map(untimed);
      for (const end = performance.now() + 30_000; ;) {
        const read = await page.evaluate(lines);
        const there = timed ? read : read.map(untimed);
        if (isDeepStrictEqual(there, wanted)) return;
        if (performance.now() > end) assert.deepEqual(there, wanted);
      }
    },
    async tapTimes(name, times) {
      const { x, y } = await find(['button'], name);
      await page.evaluate(
        (left, top, count) => {
          let target = document.elementFromPoint(left, top);
          while (target?.shadowRoot) {
            const inner = target.shadowRoot.elementFromPoint(left, top);
            if (!inner || inner === target) break;
            target = inner;
          }
          for (let i = 0; i < count; i++) (target as HTMLElement | null)?.click();
        },
        x,
        y,
        times,
      );
    },
    text: () => page.evaluate(reading),
    async transcript() {
      for (const end = performance.now() + 30_000; ;) {
        const there = await page.evaluate(lines);
        if (there.some((line) => TIME.test(line))) return there;
        if (performance.now() > end) throw new Error(`No line has its time: ${there.join(' | ')}`);
      }
    },
    choices: async () => (await page.evaluate(controls)).map((control) => control.name),
  };
};
