/** As Slack documents its Web API: 200 to everything, and in the body what it means. */
import type { Manner } from './program.js';

export const slack: Manner = {
  id: (_kind, n) => `1503435956.${`${n}`.padStart(6, '0')}`,
  run: ({ operation, body, records, fresh }) => {
    const channel = 'C1H9RESGL';
    if (operation === 'post') {
      const ts = fresh();
      records.set(ts, { kind: 'message', body });
      return [200, { ok: true, channel, ts, message: { text: body['text'] } }];
    }
    const ts = body['ts'] as string;
    if (body['channel'] !== channel) return [200, { ok: false, error: 'channel_not_found' }];
    if (!records.has(ts)) return [200, { ok: false, error: 'message_not_found' }];
    if (operation === 'delete') records.delete(ts);
    else records.set(ts, { kind: 'message', body });
    return [200, { ok: true, channel, ts }];
  },
  refuse: (why) => [200, { ok: false, error: why === 'text' ? 'no_text' : 'invalid_arguments' }],
};

export const slackWebhook: Manner = {
  id: (_kind, n) => `${n}`,
  run: ({ body, records, fresh }) => {
    records.set(fresh(), { kind: 'message', body });
    return [200, 'ok'];
  },
  refuse: () => [400, 'invalid_payload'],
};
