/** Options that are more than taps on words: several, with pictures, or one that asks for own words. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Asked } from './asked.js';
import type { FurtherScene } from './draw.js';
import { group } from './inputs.js';
import { choices } from './several.js';
import { openWords, wordsForm } from './own-words.js';

type Option = Asked['options'][number];

const hide = ({ currentTarget }: Event) => ((currentTarget as HTMLElement).hidden = true);

/** What an option shows: its picture, where it has one, above its label. */
const face = ({ image, label }: Option, { href }: FurtherScene): TemplateResult => {
  const source = href(image?.src);
  return html`${
      source
        ? html`<img src=${source} alt=${image?.alt ?? ''} loading="lazy" decoding="async" @error=${hide} />`
        : nothing
    }<span>${label}</span>`;
};

const tap = (option: Option, asked: Asked, scene: FurtherScene): TemplateResult => {
  const { value, text } = option;
  const isPrior = value === asked.prior;
  if (!text) {
    return html`<button
      type="button"
      class="option ${isPrior ? 'prior' : ''}"
      part="option"
      @click=${() => scene.give(value)}
    >
      ${face(option, scene)}
    </button>`;
  }
  return html`<button
      type="button"
      class="option ${isPrior ? 'prior' : ''}"
      part="option"
      aria-expanded=${isPrior}
      aria-controls="words"
      @click=${openWords}
    >
      ${face(option, scene)}</button
    >${wordsForm(option, asked, scene)}`;
};

export const richOptions = (asked: Asked, scene: FurtherScene, wrong: boolean): TemplateResult => {
  const { options, kind } = asked;
  const look = options.some(({ image }) => image) ? 'pictures' : '';
  const own = options.find(({ text }) => text);
  const content =
    kind === 'choices'
      ? choices(asked, scene, wrong, (option) => face(option, scene), own)
      : group(
          scene,
          'rows',
          options.map((option) => tap(option, asked, scene)),
          wrong,
        );
  return html`<div class=${look}>${content}</div>`;
};
