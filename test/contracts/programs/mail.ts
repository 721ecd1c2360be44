/** A mailbox: shows one that arrives twice once, which it tells by the Message-ID. */
import type { Manner } from './program.js';

export const mail: Manner = {
  id: (_kind, n) => `${n}`,
  run: ({ body, records }) => {
    const id = body['messageId'] as string;
    if (!records.has(id)) records.set(id, { kind: 'mail', body });
    return [200, { to: body['to'] }];
  },
  refuse: (why) => [422, `554 5.6.0 ${why}`],
};
