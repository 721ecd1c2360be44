/** Why an answer was not taken, in words. */
import { html, type TemplateResult } from 'lit';
import { fill } from '../../locales/index.js';
import { moreIcon } from '../more-icons.js';
import type { FullScene } from '../scene.js';

/**
 * The sentence for the answer that was refused last, where it belongs: to a field of a card, or
 * (without `field`) to what is asked. Empty when there is none.
 */
export const refusalFor = ({ view: { rejection }, asked, texts }: FullScene, field?: string): string => {
  if (rejection?.step !== (asked?.step.id ?? '')) return '';
  const code = rejection?.field === field ? rejection?.code : field && rejection?.fields?.[field];
  if (!rejection || !code) return '';
  const { rejections } = texts;
  const words = Object.hasOwn(rejections, code) ? rejections[code] : rejection.says?.[code];
  return fill(words ?? rejections.unknown, rejection.values ?? {});
};

/** Such a sentence with its sign; `id` is what the box refers to. */
export const errorLine = (words: string, id: string): TemplateResult =>
  html`<p class="error" id=${id}>${moreIcon('warning')}<span>${words}</span></p>`;
