/** Next steps that take more than a tap. Fetched when an ending offers one. */
import type { TemplateResult } from 'lit';
import type { OfferView } from '../../conversation/contract.js';
import type { FullScene } from '../scene.js';
import { agreed } from './agreed.js';
import { bookingFrame } from './booking-frame.js';
import { pickingIn, putAway, type Picking } from './picking.js';
import { slotPicker } from './slot-picker.js';

export { nextStepsCss as styles } from './next-steps.css.js';
export { pick } from './picking.js';

/** Whether what was opened is agreed by now. */
const isDone = (picking: Picking, open: OfferView, { view }: FullScene): boolean =>
  picking.sent === null
    ? view.ending?.chosen === open.id && !open.slots && !open.embed
    : view.fold.chosen?.slot?.start === picking.sent;

/** The card of the offer that is open, which stands in place of the offers; else what was agreed. */
export const nextSteps = (
  scene: FullScene,
  root: ShadowRoot,
): { readonly open?: TemplateResult; readonly agreed?: TemplateResult } => {
  const { offers = [], chosen, files = [] } = scene.view.ending ?? {};
  const picking = pickingIn(root, offers);
  const open = offers.find(({ id }) => id === picking?.offer);
  if (picking && open && isDone(picking, open, scene)) putAway(root);
  else if (picking && open) {
    return {
      open: open.embed
        ? bookingFrame(open, scene, root)
        : slotPicker({ offer: open, picking, scene, root, nowMs: Date.now() }),
    };
  }
  const offer = offers.find(({ id }) => id === chosen);
  const isKept = offer && (files.length > 0 || offer.who !== undefined);
  return isKept ? { agreed: agreed(offer, files, scene, root) } : {};
};
