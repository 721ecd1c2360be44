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

const RARE = /date|rating|country|address|url/;

const isRare = (step: Step): boolean =>
  Boolean(RARE.test(step.kind ?? '') || step.slider || step.currency || step.business) ||
  areRich(step.options ?? []);

/** Fetches them when this question or the next one needs them, and the words for answers that are refused there. */
export const fetchAhead = ({ asked, playbook: { steps }, view }: FullScene): void => {
  const at = steps.findIndex(({ id }) => id === asked?.step.id);
  const next = steps.find(({ ask }, i) => ask && i > at);
  if ([asked?.step, next].some((step) => step && isRare(step))) further(view);
};

/** Why an answer of a rare kind was not taken; undefined for other codes. */
export const furtherWords = (code: string, { view }: FullScene): string | undefined => {
  const part = further(view, undefined, false);
  return part ? part.enFurther.rejections[code] : undefined;
};
