/** The menu behind the three dots. */
import { html, nothing, type TemplateResult } from 'lit';
import { textsOf } from '../page/page.js';
import type { FullScene } from '../scene.js';

const ITEMS = ['person', 'restart', 'privacy'] as const;

/** Puts it beside its button, inside whatever is visible. The style sheet's own place serves until this is known. */
export const placeMenu = async (root: ShadowRoot): Promise<void> => {
  const menu = root.querySelector<HTMLElement>('.menu');
  const button = root.getElementById('more');
  const { computePosition, flip, offset, shift } = await import('@floating-ui/dom');
  if (!menu?.isConnected || !button) return;
  const { x, y } = await computePosition(button, menu, {
    placement: 'bottom-end',
    middleware: [offset(4), flip(), shift({ padding: 8 })],
  });
  menu.style.inset = 'auto';
  menu.style.left = `${x}px`;
  menu.style.top = `${y}px`;
};

const handleKeydown = (event: KeyboardEvent) => {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = items.indexOf(event.target as HTMLButtonElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
};

const disown = ({ show, send }: FullScene): void => {
  show(null);
  send({ type: 'visitor.disowned' });
};

export const menu = (scene: FullScene): TemplateResult | typeof nothing =>
  scene.menuOpen
    ? html`<div
        class="menu"
        role="menu"
        part="menu"
        aria-labelledby="more"
        @keydown=${handleKeydown}
        @focusout=${({ relatedTarget, currentTarget }: FocusEvent) => {
          if (relatedTarget && !(currentTarget as Node).contains(relatedTarget as Node))
            scene.toggle('menuOpen');
        }}
      >
        ${ITEMS.map(
          (page) =>
            html`<button type="button" role="menuitem" tabindex="-1" @click=${() => scene.show(page)}>
              ${textsOf(scene)[page]}
            </button>`,
        )}
        ${
          scene.view.fold.log.some(({ type }) => type === 'prefilled')
            ? html`<button type="button" role="menuitem" tabindex="-1" @click=${() => disown(scene)}>
                ${textsOf(scene).notYou}
              </button>`
            : nothing
        }
      </div>`
    : nothing;
