/** Passing leads on from the desk: what is told about each, how far it got, and trying again by hand. */
import { Hono } from 'hono';
import type { Playbook } from '../../src/playbook/schema.js';
import type { Clock } from '../../src/ports/clock.js';
import type { ForwardProgress, ForwardTarget } from '../../src/receiver/forwarding/contract.js';
import { createForwarder } from '../../src/receiver/forwarding/forwarder.js';
import { bothParts } from './both-parts.js';
import type { DeskForwardStore } from './forward-store.js';
import type { LeadStore } from './store.js';

export interface ForwardingOptions {
  readonly targets: readonly ForwardTarget[];
  readonly forwards: DeskForwardStore;
  readonly leads: LeadStore;
  readonly playbooks: () => readonly Playbook[];
  readonly clock: Clock;
  /** Address of the desk as its people open it; left out: no link to it is passed on. */
  readonly deskUrl?: string | undefined;
  readonly onProblem: (error: unknown) => void;
}

/** How far a lead got with a program. */
export interface ForwardState {
  readonly program: string;
  /** As people call it. */
  readonly label: string;
  /** Undefined: nothing was passed on, and nothing will be by itself. */
  readonly progress?: ForwardProgress;
}

export interface Forwarding {
  /** Something arrived or changed. */
  wake(): Promise<void>;
  of(lead: string): Promise<readonly ForwardState[]>;
  /** For those who are logged in. */
  readonly routes: Hono;
  close(): void;
}

export const createForwarding = async (options: ForwardingOptions): Promise<Forwarding> => {
  const { targets, forwards, leads, playbooks, clock, deskUrl } = options;
  const assigning = bothParts(leads, playbooks);
  for (const { format } of targets) await forwards.begin(format.name, new Date(clock.nowMs()));
  const forwarder = createForwarder({
    targets,
    store: forwards,
    clock,
    onProblem: options.onProblem,
    prepare: async ({ lead: sent, ref, receivedAt }) => {
      const both = await assigning.of(sent);
      const lead = both?.lead ?? sent;
      const hours = playbooks()[0]?.routing?.hours;
      return {
        lead,
        setting: {
          ref,
          receivedAt,
          zone: hours?.zone ?? 'UTC',
          earlier: await leads.fromSamePerson(lead),
          ...(hours && { hours }),
          ...(deskUrl && { link: `${deskUrl.replace(/\/+$/, '')}/leads/${ref}` }),
          ...(both?.reach.email && { ownerEmail: both.reach.email }),
        },
      };
    },
  });
  const routes = new Hono();
  routes.post('/leads/:ref/forward', async (c) => {
    const ref = c.req.param('ref');
    const kept = await leads.byRef(ref);
    const form = await c.req.parseBody();
    const target = targets.find(({ format }) => format.name === form['program']);
    if (!kept || !target) return c.notFound();
    await forwards.again(target.format.name, kept.lead.id);
    await forwarder.hurry(target.format.name);
    return c.redirect(`/leads/${ref}`, 303);
  });
  return {
    wake: () => forwarder.wake(),
    of: async (lead) => {
      const known = await forwards.of(lead);
      return targets.map(({ format: { name, label } }) => {
        const progress = known.get(name);
        return { program: name, label, ...(progress && { progress }) };
      });
    },
    routes,
    close: () => forwarder.close(),
  };
};
