/** A hand-over that decides with every revision where it is kept. Both places count the revisions of a lead together. */
import type { HandoverPort } from '../ports/handover.js';

/** `lasting` is used as long as `mayStore` says so, else `fleeting`. */
export const askedHandover = (
  mayStore: () => boolean,
  lasting: HandoverPort,
  fleeting: HandoverPort,
): HandoverPort => {
  const ports = [lasting, fleeting];
  const newest = new Map<string, { readonly revision: number; readonly port: HandoverPort }>();
  const note = (lead: string, revision: number, port: HandoverPort): void => {
    if (revision >= (newest.get(lead)?.revision ?? 0)) newest.set(lead, { revision, port });
  };

  return {
    async commit(lead, make, terms) {
      const port = mayStore() ? lasting : fleeting;
      const known = newest.get(lead);
      // What lies in the same place counts by itself.
      const after = known && known.port !== port ? known.revision : 0;
      const committed = await port.commit(lead, make, { ...terms, after });
      note(lead, committed.revision, port);
      return committed;
    },
    watch(lead, run) {
      const told = new Map<HandoverPort, Parameters<Parameters<HandoverPort['watch']>[1]>>();
      const stops = ports.map((port) =>
        port.watch(lead, (...news) => {
          const [revision, state] = news;
          told.set(port, news);
          if (state) note(lead, revision, port);
          // Where a lead stands is known once both have been asked.
          if (told.size < ports.length) return;
          const [best] = [...told.values()].sort(
            (a, b) => Number(b[1] !== null) - Number(a[1] !== null) || b[0] - a[0],
          );
          if (best) run(...best);
        }),
      );
      return () => stops.forEach((stop) => stop());
    },
    hurry: () => ports.forEach((port) => port.hurry()),
    forget: async (lead) => (await Promise.all(ports.map((port) => port.forget(lead)))).includes(true),
  };
};
