/**
 * The one launcher: the round button in the corner, with the announcer that screen readers listen to. The
 * script tag builds it before anything else is loaded, and the chat takes it over as it stands, so focus and
 * the first click survive. No Lit in here, and few bytes.
 */
import { adopt } from '../css.js';
import { launcherCss } from './launcher.css.js';

export { ACCENT } from './launcher.css.js';

export interface LauncherOptions {
  /** Words on the button. Left out: a round button with a mark. */
  readonly label?: string;
  /** Any CSS colour. */
  readonly accent?: string;
  /** The corner: left, right, start or end. Left out: end. */
  readonly side?: string | undefined;
  /** Distance from the lower edge in pixels, for example "84" above a bar of the site. */
  readonly offset?: string;
}

export interface LauncherParts {
  readonly button: HTMLElement;
  /** Light-DOM child of the host: live regions inside shadow roots are not read out reliably. */
  readonly announcer: HTMLElement;
  /** Shows the announcer; may be moved into whatever is modal. */
  readonly slot: HTMLSlotElement;
}

const MARK = 'M12 3c5 0 9 3.5 9 8s-4 8-9 8l-3-.4L4 21l1.2-4.3A8 8 0 0 1 3 11c0-4.5 4-8 9-8Z';

/** A drawing of 24 × 24 for the button; the style sheet gives it that size. */
const glyph = (path: string): SVGElement => {
  const [svg, line] = ['svg', 'path'].map((name) =>
    document.createElementNS('http://www.w3.org/2000/svg', name),
  ) as [SVGElement, SVGElement];
  svg.ariaHidden = 'true';
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
};

/**
 * Dark or light writing on the accent, which is darkened a little where white nearly suits it. As close as
 * style sheets come by themselves; `contrast.ts` makes it exact once the chat is loaded.
 */
export const quickColours = (accent: string): { readonly fill: string; readonly on: string } => {
  const from = `oklch(from ${accent} `;
  return {
    fill: `${from}min(l,max(.56,(l - .72)*999)) c h)`,
    on: `${from}clamp(.2,(.72 - l)*999,1) 0 h)`,
  };
};

/** Draws the button and the announcer into the shadow root of `host`, and answers with the button. */
export const drawLauncher = (
  host: HTMLElement,
  root: ShadowRoot,
  { label = '', accent = '', side = 'end', offset = '' }: LauncherOptions,
): HTMLElement => {
  const { fill, on } = quickColours(accent);
  // What a browser cannot read, be it a new function, no colour at all or `inset-inline-left`, it drops.
  adopt(
    root,
    `${launcherCss}:host{--_offset:${+offset || 20}px}#launcher{background:${accent};background:${fill};color:${on};outline-color:${accent};${side}:20px;inset-inline-${side}:20px}`,
  );
  const button = document.createElement('button');
  button.id = 'launcher';
  button.part = 'launcher';
  button.ariaExpanded = 'false';
  button.append(glyph(MARK), label);
  if (label) button.className = 'labelled';
  else button.ariaLabel = 'Chat';
  const announcer = document.createElement('div');
  const slot = document.createElement('slot');
  announcer.role = 'status';
  slot.name = announcer.slot = 'announcer';
  host.append(announcer);
  root.append(button, slot);
  return button;
};

/** The launcher that stands in the shadow root of `host` already, else a new one. */
export const buildLauncher = (
  host: HTMLElement,
  root: ShadowRoot,
  options: LauncherOptions,
): LauncherParts => {
  const known = (): LauncherParts | null => {
    const button = root.querySelector<HTMLElement>('#launcher');
    const slot = root.querySelector('slot');
    const announcer = host.querySelector<HTMLElement>(':scope > [slot=announcer]');
    return button && slot && announcer && { button, announcer, slot };
  };
  const parts = known() ?? (drawLauncher(host, root, options), known());
  return parts as LauncherParts; // Just drawn.
};

/** Says whether the panel is open, and what the button is for. An empty `name` leaves its words as they are. */
export const showOpen = (button: HTMLElement, open: boolean, name: string): void => {
  button.ariaExpanded = String(open);
  button.querySelector('path')?.setAttribute('d', open ? 'm5 9 7 7 7-7' : MARK);
  if (name) button.ariaLabel = name;
};
