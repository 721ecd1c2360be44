/** What visitors are told who come back: what they agreed on, and that the questions are not the same. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptView } from '../../conversation/contract.js';
import { enReturning } from '../../locales/en-returning.js';
import { fill, type ReturningTexts } from '../../locales/index.js';
import { regional } from '../message/time.js';
import type { FullScene } from '../scene.js';

export { returningCss } from './returning.css.js';

/** The texts of a language other than English are there already. */
const textsOf = ({ texts }: FullScene): ReturningTexts => ({ ...enReturning, ...texts });

/** A day and a time as the visitor writes them; empty for what is no time. */
const dayAndTime = (at: string, locale: string): string => {
  const date = new Date(at);
  if (Number.isNaN(date.valueOf())) return '';
  return new Intl.DateTimeFormat(regional(locale), {
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

const strip = (words: string, ways: unknown): TemplateResult =>
  html`<div class="returning" part="returning">
    <p role="status" dir="auto">${words}</p>
    ${ways}
  </div>`;

/** Between the header and the conversation. */
export const strips = (scene: FullScene): TemplateResult => {
  const { receipt, questionsChanged } = scene.view;
  return html`${receipt ? strip(wordsFor(scene, receipt), waysOf(scene, receipt)) : nothing}
  ${questionsChanged ? strip(textsOf(scene).questionsChanged, nothing) : nothing}`;
};
