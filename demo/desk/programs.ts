/**
 * Which programs the desk passes leads on to, from its environment. Secrets stand nowhere else.
 *
 * FORWARD_TO     names with commas between them: hubspot, salesforce, pipedrive, slack, mail
 * HUBSPOT_USERS, SALESFORCE_USERS, PIPEDRIVE_USERS     JSON: owner in the playbook → id of the user there
 * HUBSPOT_FIELDS, SALESFORCE_FIELDS, PIPEDRIVE_FIELDS  JSON: name of what is said → a field of yours there
 * HUBSPOT_TOKEN, HUBSPOT_LEADS=no for accounts without the leads object
 * SALESFORCE_URL, SALESFORCE_CLIENT_ID, SALESFORCE_CLIENT_SECRET, SALESFORCE_EXTERNAL_ID
 * PIPEDRIVE_URL, PIPEDRIVE_TOKEN
 * SLACK_TOKEN and SLACK_CHANNEL, or SLACK_WEBHOOK
 * SMTP_URL, MAIL_FROM, MAIL_TO
 */
import { createTransport } from 'nodemailer';
import { hubspotCrm } from '../../src/formats/forwards/hubspot-crm.js';
import { mail, type OutgoingMail } from '../../src/formats/forwards/mail.js';
import { pipedrive } from '../../src/formats/forwards/pipedrive.js';
import { salesforceRest } from '../../src/formats/forwards/salesforce-rest.js';
import { slack, slackWebhook } from '../../src/formats/forwards/slack.js';
import type { ForwardTarget } from '../../src/receiver/forwarding/contract.js';
import { httpSender, mailSender, salesforceSender, type Ask } from '../../src/receiver/forwarding/senders.js';

export type Environment = { readonly [name: string]: string | undefined };

/** What is wrong with a setting, and what to do about it. */
export class SettingFault extends Error {
  override readonly name = 'SettingFault';
  readonly code: string;
  readonly path: string;

  constructor(code: string, path: string, message: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}

const NAMES = ['hubspot', 'salesforce', 'pipedrive', 'slack', 'mail'];
type Texts = { readonly [name: string]: string };

/** The programs that are named, in that order. Throws SettingFault. `ask`: the fetch to use. */
export const programsFrom = (env: Environment, ask: Ask): readonly ForwardTarget[] => {
  const names = (env['FORWARD_TO'] ?? '').split(',').flatMap((name) => name.trim() || []);
  return names.map((name) => programNamed(name, env, ask));
};

const programNamed = (name: string, env: Environment, ask: Ask): ForwardTarget => {
  const given = (setting: string): string => {
    const value = env[setting]?.trim();
    if (value) return value;
    throw new SettingFault(
      'forward.setting-missing',
      setting,
      `FORWARD_TO names ${name}, which needs ${setting}. Set it, or take ${name} out of FORWARD_TO.`,
    );
  };
  const address = (setting: string): string => {
    const text = given(setting);
    if (/^https?:\/\/[^/\s]/.test(text)) return text.replace(/\/+$/, '');
    throw new SettingFault(
      'forward.address-unusable',
      setting,
      `${setting} is no address. Write it with https:// before it.`,
    );
  };
  const bearer = (setting: string) => ({ Authorization: `Bearer ${given(setting)}` });
  const users = textsIn(env, `${name.toUpperCase()}_USERS`);
  const fields = textsIn(env, `${name.toUpperCase()}_FIELDS`);
  switch (name) {
    case 'hubspot':
      return {
        format: hubspotCrm({ leads: env['HUBSPOT_LEADS'] !== 'no', users, fields }),
        send: httpSender(ask, {
          base: env['HUBSPOT_URL'] ? address('HUBSPOT_URL') : 'https://api.hubapi.com',
          headers: bearer('HUBSPOT_TOKEN'),
        }),
      };
    case 'salesforce': {
      const externalId = env['SALESFORCE_EXTERNAL_ID'];
      return {
        format: salesforceRest({ users, fields, ...(externalId && { externalId }) }),
        send: salesforceSender(ask, {
          base: address('SALESFORCE_URL'),
          clientId: given('SALESFORCE_CLIENT_ID'),
          clientSecret: given('SALESFORCE_CLIENT_SECRET'),
        }),
      };
    }
    case 'pipedrive':
      return {
        format: pipedrive({ users, fields }),
        send: httpSender(ask, {
          base: address('PIPEDRIVE_URL'),
          headers: { 'x-api-token': given('PIPEDRIVE_TOKEN') },
        }),
      };
    case 'slack':
      if (env['SLACK_WEBHOOK'])
        return { format: slackWebhook(), send: httpSender(ask, { base: address('SLACK_WEBHOOK') }) };
      return {
        format: slack({ channel: given('SLACK_CHANNEL') }),
        send: httpSender(ask, {
          base: env['SLACK_URL'] ? address('SLACK_URL') : 'https://slack.com',
          headers: bearer('SLACK_TOKEN'),
        }),
      };
    case 'mail':
      return {
        format: mail({ from: given('MAIL_FROM'), to: given('MAIL_TO') }),
        send: mailSender(smtp(given('SMTP_URL'))),
      };
    default:
      throw new SettingFault(
        'forward.unknown-program',
        'FORWARD_TO',
        `FORWARD_TO names ${name}, which is not known. Use any of ${NAMES.join(', ')}.`,
      );
  }
};

const smtp = (url: string): ((outgoing: OutgoingMail) => Promise<unknown>) => {
  const transport = createTransport(url);
  return ({ calendar, ...message }) =>
    transport.sendMail({
      ...message,
      ...(message.inReplyTo && { references: message.inReplyTo }),
      ...(calendar && {
        attachments: [
          { filename: 'next-step.ics', content: calendar, contentType: 'text/calendar; charset=utf-8' },
        ],
      }),
    });
};

const textsIn = (env: Environment, setting: string): Texts => {
  const text = env[setting]?.trim();
  if (!text) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => typeof one === 'string')
  )
    return value as Texts;
  throw new SettingFault(
    'forward.texts-unreadable',
    setting,
    `${setting} cannot be read. Write JSON such as {"tom": "12345"}, names and texts only.`,
  );
};
