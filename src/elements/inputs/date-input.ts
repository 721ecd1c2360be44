/** A day, with the browser's own calendar: the best one on every phone. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Asked } from './asked.js';
import type { FurtherScene } from './draw.js';

const two = (n: number): string => String(n).padStart(2, '0');
const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
const dayOf = (limit: string | undefined) => (limit === 'today' ? today() : (limit ?? nothing));

export const dateInput = (asked: Asked, scene: FurtherScene, wrong: boolean): TemplateResult => {
  const { step, prior } = asked;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    scene.give(form.querySelector('input')?.value ?? '');
  };
  return html`<form class="field beside" novalidate @submit=${handleSubmit}>
    <input
      class="box day"
      part="input"
      type="date"
      name="date"
      autocomplete="off"
      min=${dayOf(step.earliest)}
      max=${dayOf(step.latest)}
      value=${typeof prior === 'string' ? prior : ''}
      aria-labelledby=${asked.labelledBy}
      aria-describedby=${wrong ? 'error' : nothing}
      aria-invalid=${wrong}
    />
    <button type="submit" class="primary" part="continue-button">${scene.texts.continue}</button>
  </form>`;
};
