/** Leads on their way to programs that stand in for the vendors', with a clock that stands still until it is moved. */
import type { ForwardAnswer, ForwardRequest } from '../../../src/formats/forward.js';
import type { Lead } from '../../../src/lead/lead.js';
import { createForwarder, type Forwarder } from '../../../src/receiver/forwarding/forwarder.js';
import type { ForwardTarget } from '../../../src/receiver/forwarding/contract.js';
import { createMemoryForwardStore } from '../../../src/receiver/forwarding/memory-forward-store.js';
import { createMemoryStore } from '../../../src/receiver/memory-store.js';
import { openProgram, type Program } from '../../contracts/programs/program.js';
import { FORMATS, LEAD, SETTING } from '../../contracts/programs/stage.js';
import { simulatedClock } from '../../outbox/simulated-clock.js';

/** What becomes of a request: an answer, or nothing where it throws. */
export type Line = (
  request: ForwardRequest,
  arrive: () => ForwardAnswer,
) => ForwardAnswer | Promise<ForwardAnswer>;

export const answering =
  (status: number, body = '', retryAfter: string | null = null): Line =>
  () => ({
    status,
    body,
    retryAfter,
  });

export const startForwarding = (names: readonly string[] = ['hubspot']) => {
  const clock = simulatedClock(4);
  const store = createMemoryStore();
  const refs = new Map<string, string>();
  const refOf = ({ id }: Lead) => {
    const ref = refs.get(id) ?? `WL-${refs.size + 222_222}`;
    refs.set(id, ref);
    return ref;
  };
  const forwards = createMemoryForwardStore(store, refOf);
  const programs = new Map(names.map((name) => [name, openProgram(name)]));
  const lines = new Map<string, Line>();
  const problems: unknown[] = [];
  const tries: { readonly atMs: number; readonly name: string }[] = [];
  const targets = names.map((name): ForwardTarget => {
    const program = programs.get(name) as Program;
    return {
      format: FORMATS[name] as ForwardTarget['format'],
      send: async (request) => {
        tries.push({ atMs: clock.nowMs(), name });
        const arrive = () => program.ask(request);
        return (lines.get(name) ?? ((_request, ask) => ask()))(request, arrive);
      },
    };
  });
  const made = (): Forwarder =>
    createForwarder({
      targets,
      store: forwards,
      clock,
      prepare: async ({ lead, ref, receivedAt }) => ({ lead, setting: { ...SETTING, ref, receivedAt } }),
      onProblem: (error) => problems.push(error),
    });
  let forwarder = made();
  return {
    clock,
    forwards,
    tries,
    problems,
    refOf,
    program: (name = 'hubspot') => programs.get(name) as Program,
    /** From now on requests to a program meet this; undefined: they arrive. */
    line: (what: Line | undefined, name = 'hubspot') => {
      if (what) lines.set(name, what);
      else lines.delete(name);
    },
    /** A revision arrives at the receiver. */
    arrive: async (lead: Lead) => {
      const receivedAt = new Date(clock.nowMs()).toISOString();
      const { key, id, revision } = lead;
      await store.accept({ key, lead: id, revision, fingerprint: key, receivedAt, content: lead });
      void forwarder.wake();
      await clock.settle();
    },
    /** Somebody asks for a lead to be passed on now. */
    hurry: async (name: string, lead: string) => {
      await forwards.keep(name, lead, { ...forwards.progress(name, lead), nextAt: null });
      void forwarder.hurry(name);
      await clock.settle();
    },
    /** As if the process had been killed and started again. */
    restart: () => {
      forwarder.close();
      forwarder = made();
      void forwarder.wake();
    },
  };
};

/** The nth lead, of another person. */
export const leadOf = (n: number, more: Partial<Lead> = {}): Lead => {
  const id = n.toString(16).padStart(32, '0');
  return { ...LEAD, id, key: `${id}.1`, contact: { name: `Jo ${n}`, email: `jo${n}@acme.example` }, ...more };
};

export const revisionOf = (lead: Lead, revision: number, more: Partial<Lead> = {}): Lead => ({
  ...lead,
  revision,
  key: `${lead.id}.${revision}`,
  phase: 'updated',
  ...more,
});
