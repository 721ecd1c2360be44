/** Tells of lines out of sight, and leads to them. */
import { html, type TemplateResult } from 'lit';
import { moreIcon } from '../more-icons.js';
import type { FullScene } from '../scene.js';

export const unread = ({ texts }: FullScene, read: () => void): TemplateResult =>
  html`<button type="button" class="unread" part="new-message" @click=${read}>
    ${texts.newMessage}${moreIcon('down')}
  </button>`;
