/**
 * Leads of the conversation beside the editor. They go nowhere: the playbook that is tried sends them to an address
 * that does not exist, and the page itself answers for it.
 */
import type { Lead } from '../../src/lead/lead.js';

/** Of a name that can belong to nobody (RFC 2606). */
export const PREVIEW_URL = 'https://preview.invalid/leads';

/** Answers for that address from now on, as a receiver does. Everything else goes out as ever. */
export const receivePreviewLeads = (received: (lead: Lead) => void): void => {
  const real = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    if (input !== PREVIEW_URL) return real(input, init);
    const lead = JSON.parse(String(init?.body)) as Lead;
    received(lead);
    return Response.json({ key: lead.key }, { status: 201 });
  };
};
