/** What was agreed on an earlier visit, and the ways to change it. Fetched for visitors who come back to one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptView } from '../../conversation/contract.js';
import { enReceipt } from '../../locales/en-receipt.js';
import { fill, type ReceiptTexts } from '../../locales/index.js';
import type { FullScene } from '../scene.js';

export { receiptCss } from './receipt.css.js';

/** The texts of a language other than English are there already. */
const textsOf = ({ texts }: FullScene): ReceiptTexts => ({ ...enReceipt, ...texts });

/** A day and a time as the visitor writes them; empty for what is no time. */
const dayAndTime = (at: string, locale: string): string => {
  const date = new Date(at);
  if (Number.isNaN(date.valueOf())) return '';
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(date);
};

const wordsFor = (scene: FullScene, { kind, start, cancelled }: ReceiptView): string => {
  const { receipts, receiptsOff } = textsOf(scene);
  const { company } = scene.playbook;
  const words = fill((cancelled ? receiptsOff : receipts)[kind], { company: company.name });
  const time = start === undefined ? '' : dayAndTime(start, scene.locale);
  return time ? `${words}: ${time}` : words;
};

/** To the next steps at the end of the conversation, where another one can be chosen. */
const toOffers = ({ currentTarget }: Event): void => {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>('.offers > :not(.chosen)')?.focus();
};

/** Where it can be changed here the ways to do so, else the way to people who can. */
const waysOf = (scene: FullScene, { cancelled, changeable }: ReceiptView): unknown => {
  const { change } = scene.texts;
  const { cancel, changeOrCancel } = textsOf(scene);
  const button = (words: string, run: (event: Event) => void) =>
    html`<button type="button" class="quiet" @click=${run}>${words}</button>`;
  if (cancelled) return nothing;
  if (!changeable) return button(changeOrCancel, () => scene.show('person'));
  const others = (scene.view.ending?.offers.length ?? 0) > 1;
  return html`${others ? button(change, toOffers) : nothing}
  ${button(cancel, () => scene.send({ type: 'visitor.cancelled' }))}`;
};

export const receipt = (scene: FullScene): TemplateResult | typeof nothing => {
  const { receipt: shown } = scene.view;
  if (!shown) return nothing;
  return html`<div class="receipt" part="receipt">
    <p role="status" dir="auto">${wordsFor(scene, shown)}</p>
    ${waysOf(scene, shown)}
  </div>`;
};
