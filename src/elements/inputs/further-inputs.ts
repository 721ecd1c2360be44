/** The controls that few questions have: fetched when such a question is next or shown. */
import { nothing, type ReactiveControllerHost } from 'lit';
import type { Step } from '../../playbook/schema.js';
import { factsFrom } from '../../flow/facts.js';
import { kindOf } from '../../flow/kinds/index.js';
import { optionsOf } from '../../flow/options.js';
import { adopt } from '../css.js';
import type { FullScene } from '../scene.js';
import { areRich, type Asked } from './asked.js';

type Further = typeof import('../further.js');

const KINDS: readonly string[] = ['date', 'rating', 'country', 'address'];

let further: Further | null = null;
let coming: Promise<unknown> | null = null;
/** What was shown when they could not be fetched: they are tried again as soon as it is something else. */
let failedAt: FullScene['view'] | null = null;
const dressed = new WeakSet<ShadowRoot>();

/** Fetches them once; after a failure the next caller tries again. */
const load = (view: FullScene['view']): Promise<unknown> =>
  (coming ??= import('../further.js').then(
    (module) => (further = module),
    () => {
      failedAt = view;
      coming = null;
    },
  ));

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
  const { view } = scene;
  if (!further) {
    const host = root.host as unknown as ReactiveControllerHost;
    if (failedAt === view) return instead();
    void load(view).then(() => host.requestUpdate());
    return nothing;
  }
  if (!dressed.has(root)) {
    dressed.add(root);
    adopt(root, further.furtherCss);
  }
  return further.draw(asked, scene, root, wrong);
};

const isFurther = (step: Step, { fold }: FullScene['view']): boolean =>
  KINDS.includes(kindOf(step)) || step.slider === true || areRich(optionsOf(step, factsFrom(fold.answers)));

/** Fetches them when the question after this one has such a control. */
export const fetchAhead = ({ asked, playbook: { steps }, view }: FullScene): void => {
  const at = steps.findIndex(({ id }) => id === asked?.step.id);
  const next = steps.find(({ ask }, i) => ask && i > at);
  if (next && isFurther(next, view) && failedAt !== view) void load(view);
};
