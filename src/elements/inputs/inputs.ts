/** The controls below a question: options, several options, yes or no, consent. */
import { html, nothing, type TemplateResult } from 'lit';
import { count, fill } from '../../locales/index.js';
import { icon } from '../icon.js';
import type { Scene } from '../scene.js';
import type { Asked } from './asked.js';

type Option = Asked['options'][number];

/** Few and short options stand beside one another. */
const MOST_PILLS = 3;
const LONGEST_PILL = 14;
const arePills = (options: readonly Option[]): boolean =>
  options.length <= MOST_PILLS && options.every(({ label }) => label.length <= LONGEST_PILL);

/** Arrow keys go from one control of a group to the next, besides Tab. A held Enter answers once. */
const handleKeydown = (event: KeyboardEvent) => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) return event.preventDefault();
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const group = event.currentTarget as HTMLElement;
  const controls = [...group.querySelectorAll<HTMLElement>('button, input')];
  const at = controls.indexOf(event.target as HTMLElement);
  const mirrored = event.key.length > 9 && getComputedStyle(group).direction === 'rtl' ? -1 : 1;
  controls[(at + step * mirrored + controls.length) % controls.length]?.focus();
  event.preventDefault();
};

const group = (scene: Scene, layout: string, content: unknown, wrong: boolean) =>
  html`<div
    class="options ${layout}"
    role="group"
    part="options"
    aria-labelledby=${scene.asked?.of === null ? 'question' : 'changing'}
    aria-describedby=${wrong ? 'error' : nothing}
    @keydown=${handleKeydown}
  >
    ${content}
  </div>`;

const choice = (asked: Asked, scene: Scene, wrong: boolean) =>
  group(
    scene,
    arePills(asked.options) ? 'pills' : 'rows',
    asked.options.map(
      ({ value, label }) =>
        html`<button
          type="button"
          class="option ${value === asked.prior ? 'prior' : ''}"
          part="option"
          @click=${() => scene.give(value)}
        >
          ${label}
        </button>`,
    ),
    wrong,
  );

const pickedIn = (form: HTMLFormElement): readonly string[] =>
  [...form.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);

const choices = (asked: Asked, scene: Scene, wrong: boolean) => {
  const before = Array.isArray(asked.prior) ? (asked.prior as readonly string[]) : [];
  const words = (n: number) => (n > 0 ? fill(scene.texts.continueWith, { n }) : scene.texts.continue);
  const handleChange = ({ currentTarget }: Event) => {
    const form = currentTarget as HTMLFormElement;
    const button = form.querySelector('button');
    if (button) button.textContent = words(pickedIn(form).length);
  };
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    scene.give(pickedIn(event.currentTarget as HTMLFormElement).join('\n'));
  };
  return html`<form class="several" @change=${handleChange} @submit=${handleSubmit}>
    ${group(
      scene,
      'rows',
      asked.options.map(
        ({ value, label }) =>
          html`<label class="option" part="option"
            ><input type="checkbox" value=${value} ?checked=${before.includes(value)} /><span class="box-mark"
              >${icon('check')}</span
            >${label}</label
          >`,
      ),
      wrong,
    )}
    <button
      type="submit"
      class="primary"
      part="continue-button"
      .textContent=${words(before.length)}
    ></button>
  </form>`;
};

const twoAnswers = (asked: Asked, scene: Scene, wrong: boolean, yes: string, no: string) =>
  group(
    scene,
    'pills',
    [
      { raw: 'yes', label: yes, prior: asked.prior === true },
      { raw: 'no', label: no, prior: asked.prior === false },
    ].map(
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

const consent = (asked: Asked, scene: Scene, wrong: boolean) => {
  const { texts, playbook } = scene;
  const purpose = playbook.privacy?.consent?.find((known) => known.purpose === asked.step.purpose);
  return html`${purpose?.required ? html`<p class="meta">${texts.required}</p>` : nothing}
  ${twoAnswers(asked, scene, wrong, texts.agree, texts.decline)}`;
};

const controls = (asked: Asked, scene: Scene, wrong: boolean): unknown => {
  const { texts } = scene;
  switch (asked.kind) {
    case 'choice':
      return choice(asked, scene, wrong);
    case 'choices':
      return choices(asked, scene, wrong);
    case 'yesNo':
      return twoAnswers(asked, scene, wrong, texts.yes, texts.no);
    case 'consent':
      return consent(asked, scene, wrong);
    default:
      return nothing;
  }
};

/** Reasons and ways around the question. A contact card says its reason itself. */
const aside = (asked: Asked, scene: Scene) => {
  const { texts, whyOpen } = scene;
  const { why, optional, id } = asked.step;
  const asksWhy = why && asked.kind !== 'contact';
  if (!asksWhy && !optional) return nothing;
  return html`<div class="aside">
    ${
      asksWhy
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
      optional && asked.of === null
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
    ${asksWhy ? html`<p id="why" class="meta" ?hidden=${!whyOpen}>${why}</p>` : nothing}
  </div>`;
};

/** The input of a question. `card` draws a contact card; missing as long as it is still being loaded. */
export const inputs = (
  asked: Asked,
  scene: Scene,
  wrong: boolean,
  card?: (asked: Asked, scene: Scene) => unknown,
): TemplateResult => {
  const { texts } = scene;
  return html`
    ${
      asked.of === null
        ? nothing
        : html`<div class="changing">
            <p id="changing"><span class="meta">${texts.changing}</span>${asked.question}</p>
            <button type="button" class="quiet" @click=${() => scene.change(null)}>${texts.keep}</button>
          </div>`
    }
    ${asked.kind === 'contact' ? card?.(asked, scene) : controls(asked, scene, wrong)} ${aside(asked, scene)}
  `;
};

/** "About 3 questions left", or nothing at the end. */
export const questionsLeft = ({ view, texts, locale }: Scene): string => {
  const { leftMin, leftMax } = view.fold.progress;
  const left = Math.ceil((leftMin + leftMax) / 2);
  return view.phase === 'asking' && left > 0 ? count(texts.left, left, locale) : '';
};
