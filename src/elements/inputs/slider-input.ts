/** A number between two others, by moving a handle. The button says the number, and the box below takes any other. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../locales/index.js';
import type { Asked } from './asked.js';
import type { FurtherScene } from './draw.js';
import { amountIn } from './amount.js';

/** Where the handle stands before anybody moved it. */
const middleOf = (min: number, max: number, step: number): number =>
  min + Math.round((max - min) / 2 / step) * step;

export const sliderInput = (asked: Asked, scene: FurtherScene, wrong: boolean): TemplateResult => {
  const { min = 0, max = 100, step = 1 } = asked.step;
  const { texts } = scene;
  const amount = amountIn(asked.step, scene.locale);
  const end = amountIn({ ...asked.step, unit: undefined }, scene.locale);
  const words = (n: number) => fill(texts.continueWith, { n: amount(n) });
  const start = typeof asked.prior === 'number' ? asked.prior : middleOf(min, max, step);
  const handleInput = ({ currentTarget }: Event) => {
    const form = currentTarget as HTMLFormElement;
    const range = form.querySelector('input');
    const [figure, button] = [form.querySelector('output'), form.querySelector('button')];
    if (!range || !figure || !button) return;
    figure.textContent = range.ariaValueText = amount(range.valueAsNumber);
    button.textContent = words(range.valueAsNumber);
  };
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    scene.give(form.querySelector('input')?.value ?? '');
  };
  return html`<form class="field slider" novalidate @input=${handleInput} @submit=${handleSubmit}>
    <output class="figure" aria-hidden="true" .textContent=${amount(start)}></output>
    <input
      class="range"
      part="input"
      type="range"
      name="number"
      min=${min}
      max=${max}
      step=${step}
      value=${start}
      aria-labelledby=${asked.labelledBy}
      aria-valuetext=${amount(start)}
      aria-describedby=${wrong ? 'error' : nothing}
    />
    <p class="ends meta" aria-hidden="true"><span>${end(min)}</span><span>${end(max)}</span></p>
    <button type="submit" class="primary" part="continue-button" .textContent=${words(start)}></button>
  </form>`;
};
