/** A lead on its way to a program that stands in for the vendor's. */
import type {
  ForwardAnswer,
  ForwardFormat,
  ForwardRequest,
  ForwardSetting,
} from '../../../src/formats/forward.js';
import { hubspotCrm } from '../../../src/formats/forwards/hubspot-crm.js';
import { mail } from '../../../src/formats/forwards/mail.js';
import { pipedrive } from '../../../src/formats/forwards/pipedrive.js';
import { salesforceRest } from '../../../src/formats/forwards/salesforce-rest.js';
import { slack, slackWebhook } from '../../../src/formats/forwards/slack.js';
import type { Lead } from '../../../src/lead/lead.js';
import { NOTHING_YET, type ForwardProgress } from '../../../src/receiver/forwarding/contract.js';
import { forwardLead, type PassedOn } from '../../../src/receiver/forwarding/forward-lead.js';
import { tombstoneOf } from '../../../src/receiver/tombstone.js';
import { HOT, leadOf } from '../../lead/kestrel.js';

export const FORMATS: Readonly<Record<string, ForwardFormat>> = {
  hubspot: hubspotCrm({ users: { tom: '77' } }),
  salesforce: salesforceRest({ users: { tom: '0055g00000000AA' } }),
  pipedrive: pipedrive({ users: { tom: '7' } }),
  slack: slack({ channel: '#leads' }),
  'slack-webhook': slackWebhook(),
  mail: mail({ from: 'Kestrel website <leads@kestrel.example>', to: 'sales@kestrel.example' }),
};

export const SETTING: ForwardSetting = {
  ref: 'WL-7KQ2M4',
  zone: 'Europe/London',
  link: 'https://desk.kestrel.example/leads/WL-7KQ2M4',
};

const sent = leadOf(HOT);
/** Agreed to a call. */
export const LEAD: Lead = {
  ...sent,
  nextStep: {
    offer: 'callback',
    kind: 'callback',
    label: 'Tue 24 Nov, 14:00',
    status: 'requested',
    at: sent.updatedAt,
    start: '2026-11-24T14:00:00.000Z',
    end: '2026-11-24T14:30:00.000Z',
    timeZone: 'Europe/London',
  },
  routing: {
    owner: 'tom',
    name: 'Tom',
    because: 'take turns',
    path: 'routing.rules[0]',
    dueAt: '2026-11-23T15:42:00.000Z',
  },
};

/** The next revision: another time, another number. */
export const CHANGED: Lead = {
  ...LEAD,
  key: `${LEAD.id}.2`,
  revision: 2,
  phase: 'updated',
  contact: { ...LEAD.contact, phone: '+44 7700 900456' },
  ...(LEAD.nextStep && { nextStep: { ...LEAD.nextStep, start: '2026-11-25T10:00:00.000Z' } }),
};

export const WITHDRAWN: Lead = tombstoneOf({ ...LEAD, key: `${LEAD.id}.3`, revision: 3 });

/** The lead of somebody who gave no address. */
export const BY_PHONE: Lead = { ...LEAD, contact: { name: 'Jo', phone: '+44 7700 900789' } };

export interface Pass {
  readonly ended: PassedOn;
  readonly progress: ForwardProgress;
}

/** Passes a lead on. `before`: each request, before it arrives; throws where it shall not. `after`: where its answer shall get lost. */
export const pass = async (
  format: ForwardFormat,
  program: { ask(request: ForwardRequest): ForwardAnswer | Promise<ForwardAnswer> },
  lead: Lead,
  progress: ForwardProgress = NOTHING_YET,
  {
    before = () => undefined,
    after = () => undefined,
  }: { before?: (request: ForwardRequest) => void; after?: (request: ForwardRequest) => void } = {},
): Promise<Pass> => {
  let reached = progress;
  const ended = await forwardLead({
    format,
    lead,
    setting: SETTING,
    progress,
    keep: async (next) => {
      // As a database gives it back.
      reached = JSON.parse(JSON.stringify(next)) as ForwardProgress;
    },
    send: async (request) => {
      before(request);
      const answer = await program.ask(request);
      after(request);
      return answer;
    },
  });
  return { ended, progress: reached };
};
