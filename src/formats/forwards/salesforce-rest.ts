/**
 * Salesforce by its REST API: the lead by an external id of your own, and tasks. Salesforce refuses what is too long
 * and what its rules forbid, so limits are kept here. The facts stand in test/contracts/programs/facts.ts.
 */
import { bandOf } from '../../lead/brief-subject.js';
import { briefNote } from '../../lead/brief-note.js';
import type { Lead } from '../../lead/lead.js';
import { msOf, zoneNamed } from '../../routing/zone.js';
import { cut, formFields, type FormField } from '../form-fields.js';
import type { ForwardAbout, ForwardFormat, ForwardRequest, ForwardStep } from '../forward.js';
import { said } from '../said.js';
import { jsonIn, textAt } from './answer.js';
import { todosOf, type Todo } from './todos.js';

export interface SalesforceOptions {
  /** A text field of Lead, marked as External ID and unique. Default: `Warmlead__c`. */
  readonly externalId?: string;
  /** Further fields of Lead: name of what is said → API name. */
  readonly fields?: { readonly [said: string]: string };
  /** Owners of the playbook → ids of users or queues. Others are left to the assignment rules. */
  readonly users?: { readonly [owner: string]: string };
  /** Default: `61.0`. */
  readonly version?: string;
}

const LEAD: readonly FormField[] = [
  { from: 'firstName', to: 'FirstName', most: 40 },
  { from: 'lastName', to: 'LastName', most: 80, otherwise: 'Not given' },
  { from: 'company', to: 'Company', most: 255, otherwise: 'Not given' },
  { from: 'email', to: 'Email', most: 80, whole: true },
  { from: 'phone', to: 'Phone', most: 40, whole: true },
  { from: 'role', to: 'Title', most: 128 },
  { from: 'website', to: 'Website', most: 255, whole: true },
];
const LONGEST_TEXT = 32_000;
const LONGEST_SUBJECT = 255;

export const salesforceRest = ({
  externalId = 'Warmlead__c',
  fields,
  users = {},
  version = '61.0',
}: SalesforceOptions = {}): ForwardFormat => {
  const data = `/services/data/v${version}`;
  const ownerOf = (owner: string | null | undefined) =>
    owner && Object.hasOwn(users, owner) ? { OwnerId: users[owner] } : {};

  const upsert = ({ lead, setting }: ForwardAbout, isNew: boolean): ForwardRequest => {
    const owner = ownerOf(lead.routing?.owner);
    return {
      method: 'PATCH',
      path: `${data}/sobjects/Lead/${externalId}/${encodeURIComponent(setting.ref)}`,
      // Whoever is named here is not to be replaced by a rule.
      ...(owner.OwnerId && { headers: { 'Sforce-Auto-Assign': 'FALSE' } }),
      body: {
        ...Object.fromEntries(
          formFields(said(lead, setting.zone), LEAD, { to: 'salesforce', ...(fields && { fields }) }),
        ),
        Rating: ratingOf(lead),
        // Later it is the rep's own: the brief goes on in the task.
        ...(isNew && { Description: description(lead, setting), ...owner }),
      },
    };
  };

  const lead: ForwardStep = {
    name: 'lead',
    make: (about) => upsert(about, true),
    change: (about) => upsert(about, false),
    idIn: (answer) => textAt(answer, 'id'),
  };

  const task = (name: string, todo: Todo): ForwardStep => {
    const body = ({ lead: told, setting }: ForwardAbout) => ({
      Subject: cut(todo.title, LONGEST_SUBJECT),
      ActivityDate: dateIn(setting.zone, todo.dueAt),
      Priority: bandOf(told) === 'Hot' ? 'High' : 'Normal',
      Description: description(told, setting),
      ...ownerOf(todo.owner),
    });
    return {
      name,
      make: (about) =>
        about.ids.lead
          ? { method: 'POST', path: `${data}/sobjects/Task`, body: { WhoId: about.ids.lead, ...body(about) } }
          : undefined,
      change: (about, id) => ({
        method: 'PATCH',
        path: `${data}/sobjects/Task/${encodeURIComponent(id)}`,
        body: body(about),
      }),
      look: ({ ids }) => {
        const query = `SELECT Id FROM Task WHERE WhoId = '${quoted(ids.lead ?? '')}' AND Subject = '${quoted(cut(todo.title, LONGEST_SUBJECT))}'`;
        return { method: 'GET', path: `${data}/query?q=${encodeURIComponent(query)}` };
      },
      idIn: (answer) => textAt(answer, 'id'),
      foundIn: (answer) => textAt(answer, 'records', 0, 'Id'),
    };
  };

  return {
    name: 'salesforce',
    label: 'Salesforce',
    steps: (told, setting) => [lead, ...todosOf(told, setting).map((todo, i) => task(`task${i + 1}`, todo))],
    remove: (step, id) => ({
      method: 'DELETE',
      path: `${data}/sobjects/${step === 'lead' ? 'Lead' : 'Task'}/${encodeURIComponent(id)}`,
    }),
    outcome: ({ status, body, retryAfter }) => {
      const code = textAt(jsonIn(body), 0, 'errorCode');
      const why = textAt(jsonIn(body), 0, 'message') ?? '';
      if (status === 300)
        return { is: 'refused', code: 'status.300', why: 'Several leads have this external id.' };
      // A changed record answers with nothing to read.
      if (
        status === 404 &&
        code !== undefined &&
        code !== 'ENTITY_IS_DELETED' &&
        code !== 'INVALID_CROSS_REFERENCE_KEY'
      )
        return { is: 'settings', code, why };
      if (code === 'CANNOT_UPDATE_CONVERTED_LEAD') return { is: 'gone' };
      if (code === 'REQUEST_LIMIT_EXCEEDED') return { is: 'later', code, why, retryAfter };
      if (code === 'UNABLE_TO_LOCK_ROW') return { is: 'later', code, why, retryAfter };
      return undefined;
    },
  };
};

const description = (lead: Lead, setting: ForwardAbout['setting']): string =>
  cut([briefNote(lead, setting), setting.link ?? ''].join('\n').trim(), LONGEST_TEXT);

const ratingOf = (lead: Lead): string | undefined => {
  const word = bandOf(lead);
  return /^(Hot|Warm|Cold)$/.test(word) ? word : undefined;
};

/** The day on the calendar of those who read it: Salesforce keeps no time with it. */
const dateIn = (zone: string, at: string): string =>
  new Date(zoneNamed(zone).localMs(msOf(at) ?? 0)).toISOString().slice(0, 10);

/** Within the quotation marks of a query. */
const quoted = (text: string): string => text.replace(/[\\']/g, (mark) => `\\${mark}`);
