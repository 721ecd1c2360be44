/** Parts that are fetched when something needs them. */
import type { ReactiveControllerHost } from 'lit';
import type { ConversationView } from '../../conversation/contract.js';
import { adopt } from '../css.js';

/**
 * Answers the way to a part: the part once it is there, null as long as it is on its way, false when it cannot be
 * had. After a failure it is tried again as soon as something happened in the conversation. `root`, where it is
 * given, is drawn again when it came, and dressed in its `styles`.
 */
export const onNeed = <Part extends { readonly styles: string }>(fetchPart: () => Promise<Part>) => {
  let part: Part | null = null;
  let coming: Promise<unknown> | null = null;
  let failedAt: ConversationView | null = null;
  const dressed = new WeakSet<ShadowRoot>();
  return (view: ConversationView, root?: ShadowRoot): Part | null | false => {
    if (failedAt === view) return false;
    if (!part) {
      coming ??= fetchPart()
        .then(
          (fetched) => (part = fetched),
          () => (failedAt = view),
        )
        .finally(() => (coming = null));
      if (root) void coming.then(() => (root.host as unknown as ReactiveControllerHost).requestUpdate());
    } else if (root && !dressed.has(root)) {
      dressed.add(root);
      adopt(root, part.styles);
    }
    return part;
  };
};
