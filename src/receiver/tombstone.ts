import type { Lead } from '../lead/lead.js';

/**
 * What may stay of a lead that was withdrawn or erased: that it existed, and that nothing older may bring it
 * back. Built member by member, so that whatever a sender adds is left behind.
 */
export const tombstoneOf = (lead: Lead): Lead => ({
  key: lead.key,
  schema: 1,
  id: lead.id,
  revision: lead.revision,
  phase: 'withdrawn',
  ...(lead.test ? { test: true } : {}),
  createdAt: lead.createdAt,
  updatedAt: lead.updatedAt,
  decidedAt: lead.decidedAt,
  locale: lead.locale,
  timeZone: lead.timeZone,
  playbook: { id: lead.playbook.id, version: lead.playbook.version, hash: lead.playbook.hash },
  consents: [],
});
