/** The controls that few questions have: fetched when such a question is next or shown. */
import { nothing } from 'lit';
import type { Step } from '../../playbook/schema.js';
import type { FullScene } from '../scene.js';
import { areRich, type Asked } from './asked.js';
import { onNeed } from './on-need.js';

const further = onNeed(() => import('../further.js'));

/**
 * The control of a question. Nothing as long as it is on its way, because the composer takes every answer, and
 * `instead` when it cannot be had.
 */
export const furtherInput = (
  asked: Asked,
  scene: FullScene,
  root: ShadowRoot,
  wrong: boolean,
  instead: () => unknown,
): unknown => {
  const part = further(scene.view, root);
  return part ? part.draw(asked, scene, root, wrong) : part === null ? nothing : instead();
};

const RARE = /choices|date|rating|country|address/;

const isRare = ({ kind, slider, options = [] }: Step): boolean =>
  RARE.test(kind ?? '') || Boolean(slider) || areRich(options);

/** Fetches them when the next question needs them. */
export const fetchAhead = ({ asked, playbook: { steps }, view }: FullScene): void => {
  const at = steps.findIndex(({ id }) => id === asked?.step.id);
  const next = steps.find(({ ask }, i) => ask && i > at);
  if (next && isRare(next)) further(view);
};
