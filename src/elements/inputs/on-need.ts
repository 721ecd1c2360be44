/** Parts that are fetched when something needs them. */
import type { ReactiveControllerHost } from 'lit';
import type { ConversationView } from '../../conversation/contract.js';
import { adopt } from '../css.js';

/** Draws a chat anew. */
export const redraw = ({ host }: ShadowRoot): void =>
  (host as unknown as ReactiveControllerHost).requestUpdate();

/**
 * Answers the way to a part: the part once it is there, null as long as it is not, false when it cannot be had.
 * Fetched where it `isNeeded`; after a failure again as soon as something happened in the conversation. `root` is
 * dressed in the part's `styles`, and drawn again when it came.
 */
export const onNeed = <Part extends { readonly styles: string }>(fetchPart: () => Promise<Part>) => {
  let part: Part | null = null;
  let coming: Promise<unknown> | null = null;
  let failedAt: ConversationView | null = null;
  const dressed = new WeakSet<ShadowRoot>();
  return (view: ConversationView, root?: ShadowRoot, isNeeded = true): Part | null | false => {
    if (part && root && !dressed.has(root)) {
      dressed.add(root);
      adopt(root, part.styles);
    }
    if (part || !isNeeded) return part;
    if (failedAt === view) return false;
    coming ??= fetchPart().then(
      (fetched) => (part = fetched),
      () => {
        failedAt = view;
        coming = null;
      },
    );
    if (root) void coming.then(() => redraw(root));
    return null;
  };
};
