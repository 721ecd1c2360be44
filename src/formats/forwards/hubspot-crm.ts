/**
 * HubSpot by its CRM API, with the token of a private app: the contact by its e-mail address, a lead for the
 * pipeline, the brief as a note, tasks. The facts stand in test/contracts/programs/facts.ts.
 */
import { bandOf, whoOf } from '../../lead/brief-subject.js';
import { briefNote } from '../../lead/brief-note.js';
import type { Lead } from '../../lead/lead.js';
import type { Json } from '../../lead/serialise.js';
import { cut, formFields, type FormField } from '../form-fields.js';
import type { ForwardAbout, ForwardFormat, ForwardRequest, ForwardStep } from '../forward.js';
import { said } from '../said.js';
import { jsonIn, textAt, valueAt } from './answer.js';
import { noteHtml } from './note-html.js';
import { todosOf, type Todo } from './todos.js';

export interface HubspotOptions {
  /** Records of the leads object, for accounts that have it. Default: yes. */
  readonly leads?: boolean;
  /** Further properties of the contact: name of what is said → property. */
  readonly fields?: { readonly [said: string]: string };
  /** Owners of the playbook → ids of HubSpot owners. */
  readonly users?: { readonly [owner: string]: string };
}

const LONGEST = 65_536;
const CONTACT: readonly FormField[] = [
  { from: 'email', to: 'email', most: 254, whole: true },
  { from: 'firstName', to: 'firstname', most: LONGEST },
  { from: 'lastName', to: 'lastname', most: LONGEST },
  { from: 'phone', to: 'phone', most: LONGEST, whole: true },
  { from: 'company', to: 'company', most: LONGEST },
  { from: 'role', to: 'jobtitle', most: LONGEST },
  { from: 'website', to: 'website', most: LONGEST, whole: true },
  { from: 'country', to: 'country', most: LONGEST },
];

const OBJECTS = '/crm/v3/objects';
/** From the record to the contact. */
const TO_CONTACT = { leads: 578, notes: 202, tasks: 204 } as const;
type Kind = keyof typeof TO_CONTACT;

const TASK_TYPES: Readonly<Record<Todo['kind'], string>> = {
  call: 'CALL',
  email: 'EMAIL',
  message: 'TODO',
  visit: 'TODO',
  task: 'TODO',
};

export const hubspotCrm = ({ leads = true, fields, users = {} }: HubspotOptions = {}): ForwardFormat => {
  const propertiesOf = ({ lead, setting }: ForwardAbout): Json =>
    Object.fromEntries(
      formFields(said(lead, setting.zone), CONTACT, { to: 'hubspot', ...(fields && { fields }) }),
    );
  const ownerOf = (owner: string | null | undefined) =>
    owner && Object.hasOwn(users, owner) ? { hubspot_owner_id: users[owner] } : {};

  const contact: ForwardStep = {
    name: 'contact',
    make: (about) => {
      const properties = propertiesOf(about);
      const id = textAt(properties, 'email');
      return id
        ? post('/contacts/batch/upsert', { inputs: [{ id, idProperty: 'email', properties }] })
        : post('/contacts', { properties });
    },
    change: (about, id) => {
      const properties = propertiesOf(about);
      return textAt(properties, 'email')
        ? contact.make(about)
        : { method: 'PATCH', path: `${OBJECTS}/contacts/${encodeURIComponent(id)}`, body: { properties } };
    },
    // By its address it is never made twice.
    look: ({ lead: { contact: { email, phone } = {} } }) =>
      !email && phone
        ? post('/contacts/search', search([{ propertyName: 'phone', value: phone }]))
        : undefined,
    idIn: (answer) => textAt(answer, 'results', 0, 'id') ?? textAt(answer, 'id'),
    foundIn: firstFound,
    madeIn: (answer) => valueAt(answer, 'results', 0, 'new') !== false,
  };

  /** A record that hangs on the contact, found again by the one of its properties that `mark` names. */
  const hanging = (
    name: string,
    kind: Kind,
    mark: string,
    properties: (about: ForwardAbout) => { readonly [name: string]: string | undefined },
  ): ForwardStep => ({
    name,
    make: (about) =>
      about.ids.contact
        ? post(`/${kind}`, {
            properties: properties(about),
            associations: [
              {
                to: { id: about.ids.contact },
                types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: TO_CONTACT[kind] }],
              },
            ],
          })
        : undefined,
    change: (about, id) => ({
      method: 'PATCH',
      path: `${OBJECTS}/${kind}/${encodeURIComponent(id)}`,
      body: { properties: properties(about) },
    }),
    look: (about) =>
      about.ids.contact
        ? post(
            `/${kind}/search`,
            search([
              { propertyName: 'associations.contact', value: about.ids.contact },
              { propertyName: mark, value: properties(about)[mark] ?? '' },
            ]),
          )
        : undefined,
    idIn: (answer) => textAt(answer, 'id'),
    foundIn: firstFound,
  });

  return {
    name: 'hubspot',
    label: 'HubSpot',
    // A private app has 100 in ten seconds in the smallest plan; others want some of them.
    limit: { most: 50, windowMs: 10_000 },
    steps: (lead, setting) => [
      contact,
      ...(leads
        ? [
            hanging('lead', 'leads', 'hs_lead_name', (about) => ({
              hs_lead_name: `${whoOf(about.lead, 100) || 'Visitor'} (${setting.ref})`,
              hs_lead_label: labelOf(about.lead),
              ...ownerOf(about.lead.routing?.owner),
            })),
          ]
        : []),
      hanging('note', 'notes', 'hs_timestamp', (about) => ({
        hs_timestamp: `${Date.parse(about.lead.createdAt)}`,
        hs_note_body: cut(
          noteHtml([briefNote(about.lead, setting), setting.link ?? ''].join('\n').trim()),
          LONGEST,
        ),
        ...ownerOf(about.lead.routing?.owner),
      })),
      ...todosOf(lead, setting).map((todo, i) =>
        hanging(`task${i + 1}`, 'tasks', 'hs_task_subject', () => ({
          hs_timestamp: todo.dueAt,
          hs_task_subject: todo.title,
          hs_task_type: TASK_TYPES[todo.kind],
          hs_task_priority: bandOf(lead) === 'Hot' ? 'HIGH' : 'MEDIUM',
          ...ownerOf(todo.owner),
        })),
      ),
    ],
    remove: (step, id) => {
      const [name = ''] = step.split(' ');
      const kind = { contact: 'contacts', lead: 'leads', note: 'notes' }[name] ?? 'tasks';
      return { method: 'DELETE', path: `${OBJECTS}/${kind}/${encodeURIComponent(id)}` };
    },
    outcome: ({ status, body }) => {
      if (status !== 207) return undefined;
      // Some of the batch failed, and the batch is one.
      const why = textAt(jsonIn(body), 'errors', 0, 'message') ?? '';
      return { is: 'refused', code: 'status.207', why };
    },
  };
};

const post = (path: string, body: Json): ForwardRequest => ({ method: 'POST', path: OBJECTS + path, body });

const search = (filters: readonly { readonly propertyName: string; readonly value: string }[]): Json => ({
  filterGroups: [{ filters: filters.map((filter) => ({ ...filter, operator: 'EQ' })) }],
  limit: 1,
});

const firstFound = (answer: unknown): string | undefined => textAt(answer, 'results', 0, 'id');

const labelOf = (lead: Lead): string | undefined =>
  ({ Hot: 'HOT', Warm: 'WARM', Cold: 'COLD' })[bandOf(lead) as 'Hot' | 'Warm' | 'Cold'];
