/** What triggers need in some playbooks only. */
import type { Iso } from '../../flow/log.js';
import type { Playbook } from '../../playbook/schema.js';

/** The playbook in another language; as it is where that cannot be loaded. */
export const playbookIn = async (playbook: Playbook, locale: string): Promise<Playbook> =>
  playbook.texts && locale !== playbook.language
    ? import('../../playbook/localised.js').then(
        ({ localised }) => localised(playbook, locale),
        () => playbook,
      )
    : playbook;

/**
 * Whether somebody is there, by the opening hours, where the teaser keeps to them. Else, and where that cannot be
 * found out, always.
 */
export const openHours = async ({ welcome, routing }: Playbook): Promise<(at: Iso) => boolean> => {
  const hours = welcome?.whenOpen && (await import('../../routing/hours.js').catch(() => null));
  return (at) => !hours || hours.isOpen(routing?.hours, at);
};
