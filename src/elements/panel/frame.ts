/** The panel as a whole: a dialog in the corner, or a section of the page. */
import { html, nothing, type TemplateResult } from 'lit';
import { directionOf, type FirstTexts } from '../../locales/index.js';
import type { Opening } from '../chat/opening.js';
import { header } from '../header/header.js';
import { stuck } from '../notice/contact-ways.js';
import { full, panel, waiting, type PanelParts } from './panel.js';
import type { Scene } from '../scene.js';

export interface FrameParts extends Omit<PanelParts, 'scene'> {
  readonly scene: Scene | null;
  readonly texts: FirstTexts;
  readonly locale: string;
  /** The conversation cannot be had. */
  readonly failed: boolean;
  /** Of a floating chat; else null. */
  readonly opening: Opening | null;
  readonly close: () => void;
  readonly clicked: (event: Event) => void;
}

const content = (parts: FrameParts): TemplateResult => {
  const { scene, texts, later, opening, ways, failed } = parts;
  const menu = scene && later ? later.menu(full(scene), parts.root) : nothing;
  return html`${header({ texts, scene, close: opening ? parts.close : undefined, menu })}
  ${
    scene
      ? panel({ ...parts, scene })
      : html`<div class="scroller">${failed ? stuck(ways, '', texts) : waiting(texts.loading)}</div>`
  }`;
};

export const frame = (parts: FrameParts): TemplateResult => {
  const { locale, opening, clicked } = parts;
  const dir = directionOf(locale);
  return opening
    ? html`<div class="dock">
        <dialog
          class="panel"
          part="panel"
          aria-labelledby="title"
          dir=${dir}
          lang=${locale}
          @click=${clicked}
          @cancel=${opening.cancelled}
          @close=${opening.closed}
        >
          ${content(parts)}
        </dialog>
      </div>`
    : html`<section
        class="panel"
        part="panel"
        aria-labelledby="title"
        dir=${dir}
        lang=${locale}
        @click=${clicked}
      >
        ${content(parts)}
      </section>`;
};
