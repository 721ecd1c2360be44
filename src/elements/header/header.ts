/** The upper edge of the panel: who speaks, that it is a machine, and the ways out. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill, type FirstTexts } from '../../locales/index.js';
import { icon } from '../icon.js';
import { markOf } from '../message/message.js';
import type { Scene } from '../scene.js';

export interface HeaderParts {
  readonly texts: FirstTexts;
  /** Null as long as there is no conversation: then only the way out is shown. */
  readonly scene: Scene | null;
  /** Missing where the chat is part of the page and cannot be closed. */
  readonly close?: () => void;
  /** The open menu. */
  readonly menu: unknown;
}

const who = ({ texts, playbook: { company }, isTest }: Scene) => {
  const name = company.assistant ?? company.name;
  return html`<span class="mark" aria-hidden="true">${markOf(name)}</span>
    <div class="who">
      <h2 id="title" tabindex="-1" part="title">${name}</h2>
      <p class="meta">
        ${
          company.team
            ? html`<span>${texts.automatedShort}</span
                ><span>· ${fill(texts.teamReads, { team: company.team })}</span>`
            : texts.automated
        }
      </p>
    </div>
    ${isTest ? html`<b part="test-badge">${texts.test}</b>` : nothing}`;
};

export const header = ({ texts, scene, close, menu }: HeaderParts): TemplateResult =>
  html`<header part="header">
    ${
      scene
        ? html`${who(scene)}
            <button
              type="button"
              id="more"
              class="plain"
              aria-label=${texts.more}
              aria-haspopup="menu"
              aria-expanded=${scene.menuOpen}
              @click=${() => scene.toggle('menuOpen')}
            >
              ${icon('more')}
            </button>`
        : html`<div class="who"><h2 id="title" tabindex="-1">${texts.chat}</h2></div>`
    }
    ${
      close
        ? html`<button
            type="button"
            class="plain"
            part="close-button"
            aria-label=${texts.close}
            @click=${close}
          >
            ${icon('close')}
          </button>`
        : nothing
    }
    ${menu}
  </header>`;
