/** The controls below a question: options, yes or no, and the ways around it. Rarer ones are in `more-inputs.ts`. */
import { html, nothing, type TemplateResult } from 'lit';
import { count } from '../../locales/index.js';
import type { Scene } from '../scene.js';
import { areRich, type Asked } from './asked.js';

/** One thing to tap. */
export interface Tap {
  readonly raw: string;
  readonly label: string;
  /** It was the answer before. */
  readonly prior: boolean;
}

/** Few and short answers stand beside one another. */
const MOST_PILLS = 3;
const LONGEST_PILL = 14;

/** A held Enter, perhaps the one that opened the panel, answers nothing. */
const handleKeydown = (event: KeyboardEvent) => {
  if (event.repeat && /^(Enter| )$/.test(event.key)) event.preventDefault();
};

/** A group of controls, named by the question. */
export const group = (
  scene: Scene,
  layout: 'pills' | 'rows',
  content: unknown,
  wrong: boolean,
): TemplateResult =>
  html`<div
    class="options ${layout}"
    role="group"
    part="options"
    aria-labelledby=${scene.asked?.labelledBy ?? nothing}
    aria-describedby=${wrong ? 'error' : nothing}
    @keydown=${handleKeydown}
  >
    ${content}
  </div>`;

/** Answers that are given by one tap. */
export const taps = (scene: Scene, answers: readonly Tap[], wrong: boolean): TemplateResult =>
  group(
    scene,
    answers.length <= MOST_PILLS && answers.every(({ label }) => label.length <= LONGEST_PILL)
      ? 'pills'
      : 'rows',
    answers.map(
      ({ raw, label, prior }) =>
        html`<button
          type="button"
          class="option ${prior ? 'prior' : ''}"
          part="option"
          @click=${() => scene.give(raw)}
        >
          ${label}
        </button>`,
    ),
    wrong,
  );

/** Two taps, in these words. */
export const yesOrNo = (asked: Asked, yes: string, no: string): readonly Tap[] => [
  { raw: 'yes', label: yes, prior: asked.prior === true },
  { raw: 'no', label: no, prior: asked.prior === false },
];

/** One of the options. */
export const optionTaps = ({ options, prior }: Asked, scene: Scene, wrong: boolean): TemplateResult =>
  taps(
    scene,
    options.map(({ value, label }) => ({ raw: value, label, prior: value === prior })),
    wrong,
  );

const controls = (asked: Asked, scene: Scene, wrong: boolean, more: () => unknown): unknown => {
  const { kind, options, typed, stale } = asked;
  if (typed) return nothing;
  if (stale) return more();
  if (kind === 'choice' && !areRich(options)) return optionTaps(asked, scene, wrong);
  return kind === 'yesNo' ? taps(scene, yesOrNo(asked, scene.texts.yes, scene.texts.no), wrong) : more();
};

/** Reasons and ways around the question. A contact card says its reason itself. */
const aside = (asked: Asked, scene: Scene) => {
  const { texts, whyOpen } = scene;
  const { optional, id } = asked.step;
  const why = asked.kind === 'contact' ? '' : asked.step.why;
  const canSkip = optional && asked.of === null;
  if (!why && !canSkip) return nothing;
  return html`<div class="aside">
    ${
      why
        ? html`<button
            type="button"
            class="quiet"
            aria-expanded=${whyOpen}
            aria-controls="why"
            @click=${() => scene.toggle('whyOpen')}
          >
            ${texts.why}
          </button>`
        : nothing
    }
    ${
      canSkip
        ? html`<button
            type="button"
            class="quiet skip"
            part="skip-button"
            @click=${() => scene.send({ type: 'visitor.skipped', step: id })}
          >
            ${texts.skip}
          </button>`
        : nothing
    }
    ${why ? html`<p id="why" class="meta" ?hidden=${!whyOpen}>${why}</p>` : nothing}
  </div>`;
};

/** The input of a question with what is wrong with it. `more` draws the kinds that are not here. */
export const inputs = (
  asked: Asked,
  scene: Scene,
  wrong: boolean,
  more: () => unknown,
  error: unknown,
): TemplateResult => html`${controls(asked, scene, wrong, more)} ${error} ${aside(asked, scene)}`;

/** Ways that differ by more questions than this are not summed up in one number. */
const VAGUE = 2;

/** "About 3 questions left"; nothing at the end, or when nobody can tell yet. Never grows. */
export const questionsLeft = ({ view, texts, locale }: Scene): string => {
  const { leftMin, leftMax } = view.fold.progress;
  const known = view.phase === 'asking' && leftMax > 0 && leftMax - leftMin <= VAGUE;
  return known ? count(texts.left, leftMax, locale) : '';
};
