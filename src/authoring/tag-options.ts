/** What the page has to know before the playbook is read: how the button looks, whom to contact if all else fails. */
import type { Playbook } from '../playbook/schema.js';

/** Options by their names in the script tag; empty ones are left out. */
export const tagOptions = ({ company, look, welcome }: Playbook): readonly (readonly [string, string])[] =>
  (
    [
      ['accent', look?.accent],
      ['side', look?.side],
      ['scheme', look?.scheme],
      // What appears by itself is in the playbook, so that has to be there.
      ['playbook-when', welcome?.show?.length ? 'idle' : undefined],
      ['fallback-email', company.email],
      ['fallback-phone', company.phone],
    ] as const
  ).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
