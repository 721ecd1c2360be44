/** Lays the colours of the accent on the host: near enough at once, exactly when the second half is there. */
import { adopt } from '../css.js';
import { ACCENT, quickColours } from '../launcher/launcher.js';
import type { Later } from '../panel/panel.js';

export interface TintParts {
  /** The chat's own attributes, which win over what the site's style sheet and the playbook say. */
  readonly accent: string;
  readonly offset: string;
  readonly playbookAccent: string;
  readonly later: Later | null | false;
}

export class Tint {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #replace: (text: string) => void;
  #done = '';

  constructor(host: HTMLElement, root: ShadowRoot) {
    this.#host = host;
    this.#root = root;
    this.#replace = adopt(root, '');
  }

  apply({ accent, offset, playbookAccent, later }: TintParts): void {
    const key = [accent, offset, playbookAccent, Boolean(later)].join();
    if (key === this.#done) return;
    this.#done = key;
    const ours = playbookAccent || ACCENT;
    // Asking for the site's style makes the browser work it out, which has to wait until something was painted.
    const { fill, on } = quickColours(accent || `var(--warmlead-accent,${ours})`);
    const colours = later
      ? later.accentRule(later.inSrgb(this.#root, accent || later.siteAccent(this.#host) || ours), ACCENT)
      : `:host{--_fill:${fill};--_on:${on};--_ring:${fill}}`;
    this.#replace(`:host{--_offset:${+offset || 20}px}${colours}`);
  }
}
