/** What the open card is about, and the way back to the other offers. */
import { html, type TemplateResult } from 'lit';
import type { FullScene } from '../scene.js';
import { pick, textsOf } from './picking.js';

export const cardHead = (label: string, scene: FullScene, root: ShadowRoot): TemplateResult =>
  html`<div class="head">
    <h4 class="title" tabindex="-1" dir="auto">${label}</h4>
    <button type="button" class="quiet" @click=${() => pick(root, null)}>${textsOf(scene).otherWays}</button>
  </div>`;
