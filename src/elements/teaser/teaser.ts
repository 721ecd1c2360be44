/**
 * One sentence beside the launcher that leads into the chat. It takes no focus, is told to screen readers once and
 * politely, and goes when it is dismissed.
 */
import { html, render } from 'lit';
import { directionOf } from '../../locales/index.js';
import { dismissWord } from '../../locales/teaser.js';
import { adopt } from '../css.js';
import { icon } from '../icon.js';
import { teaserCss } from './teaser.css.js';

export interface TeaserParts {
  /** The chat, whose shadow root has launcher and colours. */
  readonly chat: HTMLElement;
  readonly words: string;
  /** Who says it: its first letter is the mark. */
  readonly name: string;
  readonly locale: string;
  /** The visitor follows it. */
  readonly followed: () => void;
  /** The visitor wants to see no more of it. */
  readonly dismissed: () => void;
}

export interface Teaser {
  readonly element: HTMLElement;
  remove(): void;
}

const dressed = new WeakSet<ShadowRoot>();
/** Between launcher and teaser, and to the edges of the window. In pixels. */
const GAP = 12;
const EDGE = 20;

/** Beside the launcher, on the side where there is room; on a small screen at its height. */
const place = async (element: HTMLElement, launcher: HTMLElement): Promise<void> => {
  const { computePosition, offset, shift } = await import('@floating-ui/dom');
  const box = launcher.getBoundingClientRect();
  const isLeft = box.left + box.width / 2 < innerWidth / 2;
  const isSmall = matchMedia('(max-width: 600px)').matches;
  // Floating UI reads start and end by the direction of the element.
  const isMirrored = getComputedStyle(element).direction === 'rtl';
  const end = isLeft === isMirrored ? 'end' : 'start';
  const { x, y } = await computePosition(launcher, element, {
    strategy: 'fixed',
    placement: isSmall ? (isLeft ? 'right' : 'left') : `top-${end}`,
    middleware: [offset(GAP), shift({ padding: EDGE })],
  });
  if (element.isConnected) Object.assign(element.style, { inset: 'auto', left: `${x}px`, top: `${y}px` });
};

/** Puts it on the page, unseen until it has its place. Null where there is no launcher to stand beside. */
export const showTeaser = async (parts: TeaserParts): Promise<Teaser | null> => {
  const { chat, words, name, locale, followed, dismissed } = parts;
  const root = chat.shadowRoot;
  const launcher = root?.querySelector<HTMLElement>('#launcher');
  if (!root || !launcher) return null;
  if (!dressed.has(root)) adopt(root, teaserCss);
  dressed.add(root);
  const element = document.createElement('div');
  element.className = 'teaser away';
  element.lang = locale;
  element.dir = directionOf(locale);
  element.part.add('teaser');
  render(
    html`<button type="button" class="invite" aria-label=${words} @click=${followed}>
        <span class="initial" aria-hidden="true">${[...name.trim()][0]?.toLocaleUpperCase() ?? ''}</span>
        <span class="words">${words}</span></button
      ><button type="button" class="dismiss" aria-label=${dismissWord(locale)} @click=${dismissed}>
        <i>${icon('close')}</i>
      </button>`,
    element,
  );
  root.append(element);
  const put = () => void place(element, launcher).catch(() => {});
  // Where it cannot be fetched, the style sheet's own place serves.
  await place(element, launcher).catch(() => {});
  addEventListener('resize', put);
  element.classList.remove('away');
  const region = chat.querySelector(':scope > [slot=announcer]');
  const said = document.createElement('p');
  said.textContent = words;
  region?.append(said);
  return {
    element,
    remove() {
      removeEventListener('resize', put);
      element.remove();
      said.remove();
    },
  };
};
