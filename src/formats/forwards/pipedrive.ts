/**
 * Pipedrive: organisation and person as far as they are new, a lead in the Leads Inbox, the brief as its note,
 * activities. What somebody there has already written about a person or an organisation is not touched. The facts
 * stand in test/contracts/programs/facts.ts.
 */
import { bandOf, whoOf } from '../../lead/brief-subject.js';
import { briefNote } from '../../lead/brief-note.js';
import { cut } from '../form-fields.js';
import type { ForwardAbout, ForwardFormat, ForwardRequest, ForwardStep } from '../forward.js';
import { said } from '../said.js';
import { listAt, textAt } from './answer.js';
import { noteHtml } from './note-html.js';
import { todosOf, type Todo } from './todos.js';

export interface PipedriveOptions {
  /** Further fields of the lead: name of what is said → the 40 characters that name the field. */
  readonly fields?: { readonly [said: string]: string };
  /** Owners of the playbook → ids of users. */
  readonly users?: { readonly [owner: string]: string };
}

const LONGEST_NAME = 255;
const PLACES: readonly (readonly [step: RegExp, path: string])[] = [
  [/^organisation$/, '/api/v2/organizations'],
  [/^person$/, '/api/v2/persons'],
  [/^lead$/, '/api/v1/leads'],
  [/^note$/, '/api/v1/notes'],
  [/^task\d+$/, '/api/v2/activities'],
];
const ACTIVITIES: Readonly<Record<Todo['kind'], string>> = {
  call: 'call',
  email: 'email',
  message: 'task',
  visit: 'meeting',
  task: 'task',
};

export const pipedrive = ({ fields = {}, users = {} }: PipedriveOptions = {}): ForwardFormat => {
  const ownerOf = (owner: string | null | undefined) =>
    owner && Object.hasOwn(users, owner) ? { owner_id: Number(users[owner]) } : {};

  const organisation: ForwardStep = {
    name: 'organisation',
    shared: true,
    look: ({ lead: { contact } }) =>
      contact?.company ? found('/api/v2/organizations/search', contact.company, 'name') : undefined,
    make: ({ lead: { contact } }) =>
      contact?.company
        ? post('/api/v2/organizations', { name: cut(contact.company, LONGEST_NAME) })
        : undefined,
    idIn: madeId,
    foundIn: foundId,
  };

  const personBody = ({ lead, setting, ids }: ForwardAbout) => {
    const { email, phone } = lead.contact ?? {};
    return {
      name: cut(whoOf(lead, LONGEST_NAME) || setting.ref, LONGEST_NAME),
      ...(email && { emails: [{ value: email, primary: true, label: 'work' }] }),
      ...(phone && { phones: [{ value: phone, primary: true, label: 'work' }] }),
      ...(ids.organisation && { org_id: Number(ids.organisation) }),
    };
  };
  const person: ForwardStep = {
    name: 'person',
    shared: true,
    look: ({ lead: { contact: { email, phone } = {} } }) =>
      email
        ? found('/api/v2/persons/search', email, 'email')
        : phone
          ? found('/api/v2/persons/search', phone, 'phone')
          : undefined,
    make: (about) => post('/api/v2/persons', personBody(about)),
    change: (about, id) => ({ method: 'PATCH', path: `/api/v2/persons/${id}`, body: personBody(about) }),
    idIn: madeId,
    foundIn: foundId,
  };

  const leadBody = ({ lead, setting }: ForwardAbout) => {
    const words = said(lead, setting.zone);
    return {
      title: cut(
        [bandOf(lead), whoOf(lead, 100), lead.contact?.company].filter(Boolean).join(' · '),
        LONGEST_NAME,
      ),
      ...ownerOf(lead.routing?.owner),
      ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [field, words.get(name)])),
    };
  };
  const lead: ForwardStep = {
    name: 'lead',
    look: ({ ids }) => ({ method: 'GET', path: `/api/v1/leads?person_id=${ids.person ?? ''}&limit=500` }),
    make: (about) =>
      post('/api/v1/leads', {
        ...leadBody(about),
        person_id: Number(about.ids.person),
        ...(about.ids.organisation && { organization_id: Number(about.ids.organisation) }),
        origin_id: about.setting.ref,
      }),
    change: (about, id) => ({ method: 'PATCH', path: `/api/v1/leads/${id}`, body: leadBody(about) }),
    idIn: madeId,
    foundIn: (answer, { setting }) => withText(answer, 'origin_id', setting.ref),
  };

  const noteBody = ({ lead: told, setting }: ForwardAbout) =>
    noteHtml([briefNote(told, setting), setting.link ?? ''].join('\n').trim());
  const note: ForwardStep = {
    name: 'note',
    look: ({ ids }) => ({ method: 'GET', path: `/api/v1/notes?lead_id=${ids.lead ?? ''}&limit=1` }),
    make: (about) => post('/api/v1/notes', { content: noteBody(about), lead_id: about.ids.lead }),
    change: (about, id) => ({
      method: 'PUT',
      path: `/api/v1/notes/${id}`,
      body: { content: noteBody(about) },
    }),
    idIn: madeId,
    foundIn: (answer) => textAt(answer, 'data', 0, 'id'),
  };

  const activity = (name: string, todo: Todo): ForwardStep => {
    const body = {
      subject: cut(todo.title, LONGEST_NAME),
      type: ACTIVITIES[todo.kind],
      // Both in UTC.
      due_date: todo.dueAt.slice(0, 10),
      due_time: todo.dueAt.slice(11, 19),
      ...ownerOf(todo.owner),
    };
    return {
      name,
      look: ({ ids }) => ({ method: 'GET', path: `/api/v2/activities?lead_id=${ids.lead ?? ''}&limit=500` }),
      make: ({ ids }) =>
        post('/api/v2/activities', {
          ...body,
          lead_id: ids.lead,
          participants: [{ person_id: Number(ids.person), primary: true }],
        }),
      change: (_about, id) => ({ method: 'PATCH', path: `/api/v2/activities/${id}`, body }),
      idIn: madeId,
      foundIn: (answer) => withText(answer, 'subject', body.subject),
    };
  };

  return {
    name: 'pipedrive',
    label: 'Pipedrive',
    limit: { most: 10, windowMs: 2_000 },
    steps: (told, setting) => [
      ...(told.contact?.company ? [organisation] : []),
      person,
      lead,
      note,
      ...todosOf(told, setting).map((todo, i) => activity(`task${i + 1}`, todo)),
    ],
    remove: (step, id) => {
      const place = PLACES.find(([looks]) => looks.test(step))?.[1];
      return place === undefined ? undefined : { method: 'DELETE', path: `${place}/${id}` };
    },
  };
};

const post = (path: string, body: ForwardRequest['body']): ForwardRequest => ({ method: 'POST', path, body });

const found = (path: string, text: string, field: string): ForwardRequest => {
  // Half a character cannot stand in an address.
  const term = encodeURIComponent(text.slice(0, LONGEST_NAME).replace(/\p{Surrogate}/gu, '\ufffd'));
  return { method: 'GET', path: `${path}?term=${term}&fields=${field}&exact_match=true&limit=1` };
};

const madeId = (answer: unknown): string | undefined => textAt(answer, 'data', 'id');
const foundId = (answer: unknown): string | undefined => textAt(answer, 'data', 'items', 0, 'item', 'id');

/** The id of the first record in a list that says this. */
const withText = (answer: unknown, member: string, text: string): string | undefined =>
  textAt(
    listAt(answer, 'data').find((record) => textAt(record, member) === text),
    'id',
  );
