/** Where an e-mail address may be commented on. What is said of it comes when one is asked for. */
import { nothing } from 'lit';
import { onNeed } from '../inputs/on-need.js';
import type { FullScene } from '../scene.js';

const hints = onNeed(() => import('../hints.js'));

/** Above the composer: about the address that was given last. */
export const emailHint = (scene: FullScene, root: ShadowRoot): unknown => {
  const part = hints(scene.view, root, /email|contact/.test(scene.asked?.kind ?? ''));
  return part ? part.answerHint(scene) : nothing;
};

/** Below the e-mail field of a card: about what stands in it. */
export const emailFieldHint = (scene: FullScene, email: string, root: ShadowRoot): unknown => {
  const part = hints(scene.view, root);
  return part ? part.fieldHint(scene, email, root) : nothing;
};
