/** Several of the options, ticked and then sent. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/index.js';
import { moreIcon } from '../more-icons.js';
import type { Asked } from './asked.js';
import type { FurtherScene } from './draw.js';
import { group } from './inputs.js';
import { withWords, wordsBox, wordsIn } from './own-words.js';

/** The values that are chosen. */
export const pickedIn = (form: HTMLFormElement): readonly string[] =>
  [...form.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);

/** Several of the options, sent together. `face`: what one shows; `own`: the one that asks for own words. */
export const choices = (
  asked: Asked,
  scene: FurtherScene,
  wrong: boolean,
  face: (option: Asked['options'][number]) => unknown,
  own: Asked['options'][number] | undefined,
): TemplateResult => {
  const before: readonly unknown[] = Array.isArray(asked.prior) ? asked.prior : [];
  const { texts } = scene;
  const words = (n: number) => (n > 0 ? fill(texts.continueWith, { n }) : texts.continue);
  const handleChange = ({ currentTarget }: Event) => {
    const form = currentTarget as HTMLFormElement;
    const button = form.querySelector('button');
    if (button) button.textContent = words(pickedIn(form).length);
  };
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const picked = pickedIn(form).map((value) =>
      value === own?.value ? withWords(value, wordsIn(form)) : value,
    );
    scene.give(picked.join('\n'));
  };
  const boxes = asked.options.map((option) => {
    const { value, text } = option;
    return html`<label class="option ${text ? 'own' : ''}" part="option"
      ><input type="checkbox" value=${value} ?checked=${before.includes(value)} /><span class="box-mark"
        >${moreIcon('check')}</span
      >${face(option)}</label
    >`;
  });
  return html`<form class="several" @change=${handleChange} @submit=${handleSubmit}>
    ${group(scene, 'rows', boxes, wrong)} ${own ? wordsBox(own, asked, scene) : nothing}
    <button
      type="submit"
      class="primary"
      part="continue-button"
      .textContent=${words(before.length)}
    ></button>
  </form>`;
};
