/**
 * What may be measured of a chat, in fixed words: ids of the playbook, kinds and codes. Nothing that a visitor said,
 * and nothing that tells one visitor from another.
 */
export type Measure =
  /** A chat stands in the page. */
  | { readonly is: 'shown' }
  /** The first time in a conversation. `byVisitor` is false where a script of the page did it. */
  | { readonly is: 'opened'; readonly byVisitor: boolean }
  /** A step was asked, the first time in a conversation; likewise the others that name a step. */
  | { readonly is: 'asked'; readonly step: string }
  /** The visitor said something, the first time in a conversation. */
  | { readonly is: 'started' }
  | { readonly is: 'answered'; readonly step: string; readonly kind: string }
  /** `known`: it was answered from what the playbook knows. */
  | { readonly is: 'question'; readonly known: boolean }
  | { readonly is: 'objection'; readonly objection: string }
  /** Contact details were given. */
  | { readonly is: 'contact'; readonly step: string }
  /** The visitor sent. `reason` is the playbook's own sentence for the verdict. */
  | {
      readonly is: 'handed_over';
      readonly verdict: string;
      readonly band: string | null;
      readonly reason?: string;
    }
  /** A next step was chosen; `kind` is that of the offer. */
  | { readonly is: 'chosen'; readonly kind: string }
  /** The destination has this revision of the lead. */
  | { readonly is: 'delivered'; readonly revision: number }
  /** The page was hidden or left in the middle of a conversation, at this step. */
  | { readonly is: 'left'; readonly step: string };
