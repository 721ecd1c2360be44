/**
 * Slack: the brief as one message in a channel, brought up to date when something changes; by an incoming webhook,
 * where messages cannot be changed, a second one when the next step does. The facts stand in
 * test/contracts/programs/facts.ts.
 */
import { briefSlack } from '../../lead/brief-slack.js';
import type { Lead } from '../../lead/lead.js';
import type { Json } from '../../lead/serialise.js';
import type { ForwardAnswer, ForwardFormat, ForwardOutcome, ForwardSetting } from '../forward.js';
import { jsonIn, textAt, valueAt } from './answer.js';
import { stepWords } from './step-words.js';

/** By the token of an app with `chat:write`. `channel`: its id, or its name. */
export const slack = ({ channel }: { readonly channel: string }): ForwardFormat => ({
  name: 'slack',
  label: 'Slack',
  // About one a second in a channel.
  limit: { most: 1, windowMs: 1_100 },
  steps: (lead, setting) => [
    {
      name: 'message',
      make: () => ({
        method: 'POST',
        path: '/api/chat.postMessage',
        body: { channel, ...messageOf(lead, setting) },
      }),
      change: (_about, id) => ({
        method: 'POST',
        path: '/api/chat.update',
        // Left out, both mean something else here than in a new message: names would be mentioned.
        body: { ...placeOf(id), ...messageOf(lead, setting), parse: 'none', link_names: false },
      }),
      idIn: (answer) => {
        const [where, ts] = [textAt(answer, 'channel'), textAt(answer, 'ts')];
        return where && ts && `${where}/${ts}`;
      },
    },
  ],
  remove: (_step, id) => ({ method: 'POST', path: '/api/chat.delete', body: placeOf(id) }),
  outcome: (answer) => (answer.status === 200 ? bySaying(answer) : undefined),
});

/** By the address of an incoming webhook. */
export const slackWebhook = (): ForwardFormat => ({
  name: 'slack-webhook',
  label: 'Slack',
  limit: { most: 1, windowMs: 1_100 },
  holdMs: 120_000,
  steps: (lead, setting) => {
    const say = () => ({ method: 'POST', path: '', body: messageOf(lead, setting) }) as const;
    return [{ name: 'message', make: say, change: say, idIn: () => 'sent', says: () => stepWords(lead) }];
  },
  remove: (_step, _id, { ref }) => ({
    method: 'POST',
    path: '',
    body: { text: `${ref}: the prospect took everything back. Delete what was posted about it.` },
  }),
  outcome: ({ status, body }) =>
    // The webhook or its channel was removed.
    status === 404 || status === 410 ? { is: 'settings', code: `status.${status}`, why: body } : undefined,
});

const messageOf = (lead: Lead, setting: ForwardSetting): { readonly [name: string]: Json } => {
  const { blocks, ...message } = briefSlack(lead, setting);
  const { link, ref } = setting;
  const desk = link
    ? [
        {
          type: 'context',
          elements: [{ type: 'mrkdwn', text: `<${link}|${ref} at the desk>`, verbatim: true }],
        },
      ]
    : [];
  return { ...message, blocks: [...(blocks as unknown as readonly Json[]), ...desk] };
};

const placeOf = (id: string) => {
  const [channel = '', ts = ''] = id.split('/');
  return { channel, ts };
};

const GONE = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'is_inactive',
  'cant_delete_message',
]);
const PASSING = new Set([
  'ratelimited',
  'rate_limited',
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'update_failed',
]);
const OURS = new Set([
  'msg_too_long',
  'no_text',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'block_mismatch',
]);

/** Slack says 200 to everything, and in the body what it means. */
const bySaying = ({ body, retryAfter }: ForwardAnswer): ForwardOutcome => {
  const answer = jsonIn(body);
  if (valueAt(answer, 'ok') === true) return { is: 'done' };
  const code = textAt(answer, 'error');
  if (code === undefined) return { is: 'later', code: 'answer.unrecognised', why: '', retryAfter };
  if (GONE.has(code)) return { is: 'gone' };
  if (PASSING.has(code)) return { is: 'later', code, why: code, retryAfter };
  return { is: OURS.has(code) ? 'refused' : 'settings', code, why: code };
};
