/** Reads the accent in whatever form it was written and lays its colours on the host. */
import { adopt } from '../css.js';
import { accentRule } from '../tokens.js';

export class Colours {
  #replace: ((text: string) => void) | null = null;
  #accent: string | null = null;

  /** The first that is given wins: attribute, the site's `--warmlead-accent`, playbook. */
  apply(host: HTMLElement, root: ShadowRoot, attribute: string, playbook: string): void {
    const site = getComputedStyle(host).getPropertyValue('--warmlead-accent').trim();
    const accent = attribute || site || playbook;
    if (accent === this.#accent) return;
    this.#accent = accent;
    const rule = accentRule(accent.startsWith('#') ? accent : inSrgb(root, accent));
    this.#replace ??= adopt(root, '');
    this.#replace(rule);
  }
}

/** Browsers answer names, hsl() and oklch() as they were written; mixed with itself a colour becomes sRGB. */
const inSrgb = (root: ShadowRoot, colour: string): string => {
  const probe = document.createElement('i');
  probe.style.color = `color-mix(in srgb, ${colour} 100%, ${colour})`;
  root.append(probe);
  const answer = probe.style.color && getComputedStyle(probe).color;
  probe.remove();
  return answer;
};
