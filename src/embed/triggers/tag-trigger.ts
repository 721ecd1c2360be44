/** The trigger that stands in the script tag: for a page whose owner wants it without touching the playbook. */
import type { PlacedTrigger } from '../../arrival/triggers.js';
import type { Options } from '../options.js';

/** Its name in the owner's panel and on the lead. */
export const TAG_TRIGGER = 'script-tag';

/**
 * `open-after` in seconds, `open-at-scroll` in per cent, `open-on-exit`; all that are given must hold. With `teaser`
 * they show that sentence, without it they open the chat. None where none of them says anything.
 */
export const tagTrigger = ({
  'open-after': after,
  'open-at-scroll': atScroll,
  'open-on-exit': onExit,
  teaser,
}: Options): readonly PlacedTrigger[] => {
  const [afterSeconds, scrolled] = [Number.parseFloat(after ?? ''), Number.parseFloat(atScroll ?? '')];
  const trigger = {
    ...(afterSeconds >= 0 && { afterSeconds }),
    ...(scrolled >= 0 && { atScroll: scrolled }),
    ...(onExit && { onExit: true }),
  };
  return Object.keys(trigger).length > 0
    ? [{ name: TAG_TRIGGER, trigger: { ...trigger, ...(!teaser && { open: true }) } }]
    : [];
};
