/** Where an e-mail address may be commented on. What is said of it comes when one is asked for. */
import { nothing, type ReactiveControllerHost } from 'lit';
import { fieldsOf } from '../../flow/kinds/contact.js';
import { kindOf } from '../../flow/kinds/index.js';
import type { Step } from '../../playbook/schema.js';
import { onNeed } from '../inputs/on-need.js';
import type { FullScene } from '../scene.js';

const hints = onNeed(() => import('../hints.js'));

const asksEmail = (step: Step | undefined): boolean => step !== undefined && kindOf(step) === 'email';

/** Beside the composer: about the address that was given last. */
export const emailHint = (scene: FullScene, root: ShadowRoot): unknown => {
  const { view, asked, playbook } = scene;
  const last = view.answers.at(-1);
  const step = playbook.steps.find(({ id }) => id === last?.step);
  const isGiven = last && step && asksEmail(step) && typeof last.value === 'string' && !asked?.of;
  if (!isGiven && !asksEmail(asked?.step)) return nothing;
  const part = hints(view, root);
  return part && isGiven ? part.answerHint(scene, step, String(last.value), last.n) : nothing;
};

/** Below the e-mail field of a card: about what stands in it. */
export const emailFieldHint = (scene: FullScene, email: string, root: ShadowRoot): unknown => {
  const { view, asked } = scene;
  if (!asked || !fieldsOf(asked.step).some(({ name }) => name === 'email')) return nothing;
  const part = hints(view, root);
  if (!part) return nothing;
  return part.fieldHint(scene, asked.step, email, (meant) => {
    const input = root.getElementById('field-email');
    if (!(input instanceof HTMLInputElement)) return;
    input.value = meant;
    input.focus();
    (root.host as unknown as ReactiveControllerHost).requestUpdate();
  });
};
