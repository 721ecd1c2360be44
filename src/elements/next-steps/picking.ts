/** What a visitor is about to choose at the end: which offer is open, which day, which time, in which zone. */
import type { OfferView } from '../../conversation/contract.js';
import { enNextSteps } from '../../locales/en-next-steps.js';
import type { AllTexts, NextStepTexts } from '../../locales/index.js';
import { redraw } from '../inputs/on-need.js';
import type { FullScene } from '../scene.js';

export interface Picking {
  /** The open offer. */
  readonly offer: string;
  /** As `dayKey` has it; null: the first that has times. */
  readonly day: string | null;
  /** Start of the chosen time. */
  readonly start: string | null;
  /** Every time of the day is shown. */
  readonly all: boolean;
  /** IANA zone of the times shown; null: the visitor's own. */
  readonly zone: string | null;
  /** The list of zones is open. */
  readonly zoneOpen: boolean;
  /** What was refused: a name of `asks`, or the time. */
  readonly wrong: { readonly field: string; readonly words: string } | null;
  /** Asked for, and not taken yet. */
  readonly sent: string | null;
}

const CLOSED: Omit<Picking, 'offer'> = {
  day: null,
  start: null,
  all: false,
  zone: null,
  zoneOpen: false,
  wrong: null,
  sent: null,
};

const pickings = new WeakMap<ShadowRoot, Picking>();

/** What is open; undefined where nothing is, or it is not offered any more. */
export const pickingIn = (root: ShadowRoot, offers: readonly OfferView[]): Picking | undefined => {
  const picking = pickings.get(root);
  return picking && offers.some(({ id }) => id === picking.offer) ? picking : undefined;
};

/** What was open is agreed. */
export const putAway = (root: ShadowRoot): void => void pickings.delete(root);

/** Leads the focus to the first of these that is there once it was drawn, and brings what it stands in into view. */
const focusSoon = (root: ShadowRoot, ...selectors: readonly string[]): void =>
  void requestAnimationFrame(() => {
    const found = selectors.map((selector) => root.querySelector<HTMLElement>(selector)).find((one) => one);
    found?.focus({ preventScroll: true });
    found?.closest('.picker, .ending')?.scrollIntoView({ block: 'nearest' });
  });

/** Opens an offer, or closes what is open; the focus goes along. */
export const pick = (root: ShadowRoot, offer: string | null): void => {
  if (offer === null) pickings.delete(root);
  else pickings.set(root, { ...CLOSED, offer });
  redraw(root);
  focusSoon(root, '.picker h4', '.agreed p', '.offers > *');
};

export const change = (root: ShadowRoot, news: Partial<Picking>): void => {
  const picking = pickings.get(root);
  if (picking) pickings.set(root, { ...picking, ...news });
  redraw(root);
  if (news.sent !== undefined) focusSoon(root, '.picker h4', '.agreed p');
};

/** The texts of a language other than English are there already. */
export const textsOf = ({ texts }: FullScene): NextStepTexts => ({
  ...enNextSteps,
  ...(texts as Partial<AllTexts>).nextSteps,
});
