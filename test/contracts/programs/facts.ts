/**
 * What the programs document that the receiver passes leads on to: one row a fact, kept apart from the mapping. `sure`
 * as in `../facts.ts`; `most` in UTF-16 units.
 */
import type { Fact } from '../facts.js';

/** `field`: the way to it in the body, with dots. */
export interface BodyFact extends Fact {
  /** It may not be there at all. */
  readonly forbidden?: true;
  /** A text that does not look as it has to; left out: a question mark. */
  readonly unlike?: string;
}

export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly fields: readonly BodyFact[];
  readonly source: string;
  readonly date: string;
  readonly sure: Fact['sure'];
}

const date = '2026-11-24';
const documented = { date, sure: 'documented' } as const;
const code = { date, sure: 'code' } as const;
const observed = { date, sure: 'observed' } as const;
const remembered = { date, sure: 'remembered' } as const;

const HUBSPOT = 'https://developers.hubspot.com/docs/api-reference';
const UPSERT = `${HUBSPOT}/legacy/crm/objects/contacts/batch/upsert-contacts`;
const PROPERTY =
  'https://knowledge.hubspot.com/properties/property-field-types-in-hubspot: 65,536 by the CRM';
const HUBSPOT_LEADS = `${HUBSPOT}/crm-leads-v3/guide`;
const NOTES = `${HUBSPOT}/crm-notes-v3/guide`;
const TASKS = 'https://developers.hubspot.com/docs/api/crm/tasks';
const TYPES =
  'three public lists of HubSpot association types (LEAD_TO_PRIMARY_CONTACT, NOTE_TO_CONTACT, TASK_TO_CONTACT)';

const properties = (way: string): readonly BodyFact[] =>
  ['firstname', 'lastname', 'phone', 'company', 'jobtitle', 'website', 'country'].map((name) => ({
    field: `${way}${name}`,
    most: 65_536,
    source: PROPERTY,
    ...documented,
  }));
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

const hangsOn = (type: RegExp): readonly BodyFact[] => [
  { field: 'associations.0.to.id', required: true, looks: /^\d+$/, source: HUBSPOT_LEADS, ...documented },
  {
    field: 'associations.0.types.0.associationCategory',
    required: true,
    looks: /^HUBSPOT_DEFINED$/,
    source: `${HUBSPOT}/latest/crm/associations/overview`,
    ...documented,
  },
  {
    field: 'associations.0.types.0.associationTypeId',
    required: true,
    looks: type,
    source: TYPES,
    ...observed,
  },
];
const leadFields: readonly BodyFact[] = [
  { field: 'properties.hs_lead_name', required: true, most: 65_536, source: HUBSPOT_LEADS, ...documented },
  {
    field: 'properties.hs_lead_label',
    looks: /^(HOT|WARM|COLD)$/,
    source: 'sales-domain.md 5.3 (public code)',
    ...observed,
  },
];
const noteFields: readonly BodyFact[] = [
  {
    field: 'properties.hs_timestamp',
    required: true,
    looks: /^(\d{13}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/,
    source: NOTES,
    ...documented,
  },
  { field: 'properties.hs_note_body', most: 65_536, source: NOTES, ...documented },
];
const taskFields: readonly BodyFact[] = [
  {
    field: 'properties.hs_timestamp',
    required: true,
    looks: /^(\d{13}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/,
    source: TASKS,
    ...documented,
  },
  { field: 'properties.hs_task_type', looks: /^(EMAIL|CALL|TODO)$/, source: TASKS, ...documented },
  { field: 'properties.hs_task_priority', looks: /^(LOW|MEDIUM|HIGH)$/, source: TASKS, ...documented },
];

const REST =
  'https://developer.salesforce.com/docs/atlas.en-us.238.0.api_rest.meta/api/resources_sobject_upsert_patch.htm';
const LEAD_FIELDS =
  'https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Lead.htm';
const LEAD_COPY = 'github.com/api-evangelist/salesforce-sales-cloud: salesforce-sales-cloud-lead-schema.json';
const LEAD_OBJECT =
  'https://developer.salesforce.com/docs/atlas.en-us.228.0.object_reference.meta/object_reference/sforce_api_objects_lead.htm';
const TASK =
  'https://developer.salesforce.com/docs/atlas.en-us.248.0.api.meta/api/sforce_api_objects_task.htm';
const TASK_COPY = 'github.com/api-evangelist/salesforce-sales-cloud: salesforce-sales-cloud-task-schema.json';
const ACTIVITY =
  'https://developer.salesforce.com/docs/atlas.en-us.228.0.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_OpenActivity.htm';

const salesforceTask: readonly BodyFact[] = [
  { field: 'Subject', most: 255, source: TASK_COPY, ...observed },
  { field: 'ActivityDate', looks: /^\d{4}-\d\d-\d\d$/, source: TASK, ...documented },
  { field: 'Priority', looks: /^(High|Normal|Low)$/, source: TASK_COPY, ...observed },
  { field: 'Description', most: 32_000, source: ACTIVITY, ...documented },
];

const CLIENT = 'github.com/pipedrive/client-nodejs: src/versions';
const ADD_LEAD = `${CLIENT}/v1/models/add-lead-request.ts`;
const ADD_NOTE = 'docs of the client made from Pipedrive’s own description (AddNoteRequest)';
const ADD_ACTIVITY = `${CLIENT}/v2/models/add-activity-request.ts`;
const ADD_PERSON = `${CLIENT}/v2/models/add-person-request.ts`;
const TIMES = 'https://developers.pipedrive.com/docs/api/v1/Activities';

const activityFields: readonly BodyFact[] = [
  { field: 'subject', most: 255, source: ADD_ACTIVITY, ...remembered },
  { field: 'due_date', looks: /^\d{4}-\d\d-\d\d$/, source: TIMES, ...remembered },
  { field: 'due_time', looks: /^\d\d:\d\d(:\d\d)?$/, source: TIMES, ...remembered },
];

const POST_MESSAGE = 'github.com/slack-ruby/slack-api-ref: methods/chat/chat.postMessage.json';
const UPDATE = 'github.com/slack-ruby/slack-api-ref: methods/chat/chat.update.json';
const BLOCKS = 'https://docs.slack.dev/reference/block-kit/blocks';

const blocks: readonly BodyFact[] = [
  { field: 'text', required: true, most: 40_000, source: POST_MESSAGE, ...documented },
  { field: 'blocks.0.text.text', most: 150, source: BLOCKS, ...documented },
  { field: 'blocks.1.text.text', most: 3000, source: BLOCKS, ...documented },
];

const MESSAGE = 'https://www.rfc-editor.org/rfc/rfc5322';
const TRANSPORT = 'https://www.rfc-editor.org/rfc/rfc5321';
const standard = { date: '2026-12-01', sure: 'documented' } as const;
const MAILBOX = /^[^\s<>()@,;:"]+@[\w-]+(\.[\w-]+)*$/;
const MESSAGE_ID = /^<[^\s<>@]+@[^\s<>@]+>$/;

export const OPERATIONS: Readonly<Record<string, readonly Operation[]>> = {
  hubspot: [
    {
      name: 'upsert contact',
      method: 'POST',
      path: /^\/crm\/v3\/objects\/contacts\/batch\/upsert$/,
      fields: [
        { field: 'inputs.0.id', required: true, looks: ADDRESS, source: UPSERT, ...documented },
        { field: 'inputs.0.idProperty', required: true, looks: /^email$/, source: UPSERT, ...documented },
        ...properties('inputs.0.properties.'),
      ],
      source: UPSERT,
      ...documented,
    },
    {
      name: 'make contact',
      method: 'POST',
      path: /^\/crm\/v3\/objects\/contacts$/,
      fields: properties('properties.'),
      source: HUBSPOT,
      ...documented,
    },
    {
      name: 'make lead',
      method: 'POST',
      path: /^\/crm\/v3\/objects\/leads$/,
      fields: [...leadFields, ...hangsOn(/^578$/)],
      source: HUBSPOT_LEADS,
      ...documented,
    },
    {
      name: 'make note',
      method: 'POST',
      path: /^\/crm\/v3\/objects\/notes$/,
      fields: [...noteFields, ...hangsOn(/^202$/)],
      source: NOTES,
      ...documented,
    },
    {
      name: 'make task',
      method: 'POST',
      path: /^\/crm\/v3\/objects\/tasks$/,
      fields: [...taskFields, ...hangsOn(/^204$/)],
      source: TASKS,
      ...documented,
    },
    {
      name: 'change lead',
      method: 'PATCH',
      path: /^\/crm\/v3\/objects\/leads\/\d+$/,
      fields: leadFields.map(({ required: _always, ...fact }) => fact),
      source: HUBSPOT_LEADS,
      ...documented,
    },
    {
      name: 'change note',
      method: 'PATCH',
      path: /^\/crm\/v3\/objects\/notes\/\d+$/,
      fields: noteFields.map(({ required: _always, ...fact }) => fact),
      source: NOTES,
      ...documented,
    },
    {
      name: 'change task',
      method: 'PATCH',
      path: /^\/crm\/v3\/objects\/tasks\/\d+$/,
      fields: taskFields.map(({ required: _always, ...fact }) => fact),
      source: TASKS,
      ...documented,
    },
    {
      name: 'change contact',
      method: 'PATCH',
      path: /^\/crm\/v3\/objects\/contacts\/\d+$/,
      fields: properties('properties.'),
      source: HUBSPOT,
      ...documented,
    },
    {
      name: 'search',
      method: 'POST',
      path: /^\/crm\/v3\/objects\/\w+\/search$/,
      fields: [
        {
          field: 'filterGroups.0.filters.0.operator',
          required: true,
          looks: /^EQ$/,
          source: `${HUBSPOT}/search/guide`,
          ...remembered,
        },
      ],
      source: `${HUBSPOT}/search/guide`,
      ...remembered,
    },
    {
      name: 'delete',
      method: 'DELETE',
      path: /^\/crm\/v3\/objects\/(contacts|leads|notes|tasks)\/\d+$/,
      fields: [],
      source: NOTES,
      ...documented,
    },
  ],
  salesforce: [
    {
      name: 'upsert lead',
      method: 'PATCH',
      path: /^\/services\/data\/v\d+\.0\/sobjects\/Lead\/Warmlead__c\/[\w-]+$/,
      fields: [
        { field: 'Warmlead__c', forbidden: true, source: REST, ...documented },
        { field: 'Id', forbidden: true, source: REST, ...documented },
        { field: 'LastName', required: true, most: 80, source: LEAD_FIELDS, ...documented },
        { field: 'Company', required: true, most: 255, source: LEAD_OBJECT, ...documented },
        { field: 'FirstName', most: 40, source: LEAD_FIELDS, ...documented },
        { field: 'Email', most: 80, looks: ADDRESS, source: LEAD_FIELDS, ...documented },
        { field: 'Phone', most: 40, source: 'sales-domain.md 5.5', ...documented },
        { field: 'Title', most: 128, source: LEAD_COPY, ...observed },
        { field: 'Website', most: 255, source: LEAD_COPY, ...observed },
        { field: 'Description', most: 32_000, source: LEAD_FIELDS, ...documented },
        { field: 'Rating', looks: /^(Hot|Warm|Cold)$/, source: LEAD_COPY, ...observed },
      ],
      source: REST,
      ...documented,
    },
    {
      name: 'make task',
      method: 'POST',
      path: /^\/services\/data\/v\d+\.0\/sobjects\/Task$/,
      fields: [
        ...salesforceTask,
        { field: 'WhoId', looks: /^00Q\w{12}(\w{3})?$/, source: TASK, ...documented },
      ],
      source: TASK,
      ...documented,
    },
    {
      name: 'change task',
      method: 'PATCH',
      path: /^\/services\/data\/v\d+\.0\/sobjects\/Task\/\w{15,18}$/,
      fields: salesforceTask,
      source: TASK,
      ...documented,
    },
    {
      name: 'query',
      method: 'GET',
      path: /^\/services\/data\/v\d+\.0\/query\?q=/,
      fields: [],
      source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm',
      ...remembered,
    },
    {
      name: 'delete',
      method: 'DELETE',
      path: /^\/services\/data\/v\d+\.0\/sobjects\/(Lead|Task)\/\w{15,18}$/,
      fields: [],
      source: TASK,
      ...documented,
    },
  ],
  pipedrive: [
    {
      name: 'search',
      method: 'GET',
      path: /^\/api\/v2\/(persons|organizations)\/search\?term=[^&]+&fields=(email|phone|name)&exact_match=true/,
      fields: [],
      source: 'changelog of github.com/pipedrive/client-nodejs; public uses',
      ...observed,
    },
    {
      name: 'make organisation',
      method: 'POST',
      path: /^\/api\/v2\/organizations$/,
      fields: [
        {
          field: 'name',
          required: true,
          most: 255,
          source: `${CLIENT}/v2/models/add-organization-request.ts`,
          ...remembered,
        },
      ],
      source: CLIENT,
      ...code,
    },
    {
      name: 'make person',
      method: 'POST',
      path: /^\/api\/v2\/persons$/,
      fields: [
        { field: 'name', required: true, most: 255, source: ADD_PERSON, ...remembered },
        { field: 'emails.0.value', source: ADD_PERSON, ...code },
        { field: 'org_id', looks: /^\d+$/, source: ADD_PERSON, ...code },
      ],
      source: ADD_PERSON,
      ...code,
    },
    {
      name: 'change person',
      method: 'PATCH',
      path: /^\/api\/v2\/persons\/\d+$/,
      fields: [{ field: 'name', most: 255, source: ADD_PERSON, ...remembered }],
      source: ADD_PERSON,
      ...code,
    },
    {
      name: 'make lead',
      method: 'POST',
      path: /^\/api\/v1\/leads$/,
      fields: [
        { field: 'title', required: true, most: 255, source: ADD_LEAD, ...remembered },
        {
          field: 'person_id',
          required: true,
          looks: /^\d+$/,
          source: `${ADD_LEAD} (or organization_id)`,
          ...code,
        },
        { field: 'organization_id', looks: /^\d+$/, source: ADD_LEAD, ...code },
      ],
      source: ADD_LEAD,
      ...code,
    },
    {
      name: 'change lead',
      method: 'PATCH',
      path: /^\/api\/v1\/leads\/[\da-f-]{36}$/,
      fields: [{ field: 'title', most: 255, source: ADD_LEAD, ...remembered }],
      source: ADD_LEAD,
      ...code,
    },
    {
      name: 'make note',
      method: 'POST',
      path: /^\/api\/v1\/notes$/,
      fields: [
        { field: 'content', required: true, source: ADD_NOTE, ...code },
        {
          field: 'lead_id',
          required: true,
          looks: /^[\da-f-]{36}$/,
          source: `${ADD_NOTE} (or another record)`,
          ...code,
        },
      ],
      source: ADD_NOTE,
      ...code,
    },
    {
      name: 'change note',
      method: 'PUT',
      path: /^\/api\/v1\/notes\/\d+$/,
      fields: [{ field: 'content', required: true, source: ADD_NOTE, ...code }],
      source: ADD_NOTE,
      ...code,
    },
    {
      name: 'make activity',
      method: 'POST',
      path: /^\/api\/v2\/activities$/,
      fields: [
        ...activityFields,
        { field: 'lead_id', looks: /^[\da-f-]{36}$/, source: ADD_ACTIVITY, ...code },
      ],
      source: ADD_ACTIVITY,
      ...code,
    },
    {
      name: 'change activity',
      method: 'PATCH',
      path: /^\/api\/v2\/activities\/\d+$/,
      fields: activityFields,
      source: ADD_ACTIVITY,
      ...code,
    },
    {
      name: 'list',
      method: 'GET',
      path: /^\/api\/(v1\/leads\?person_id|v1\/notes\?lead_id|v2\/activities\?lead_id)=/,
      fields: [],
      source: 'Pipedrive’s own description of getActivities (lead_id); public uses of the others',
      ...observed,
    },
    {
      name: 'delete',
      method: 'DELETE',
      path: /^\/api\/(v2\/(persons|organizations|activities)|v1\/(leads|notes))\/[\w-]+$/,
      fields: [],
      source: 'changelog of github.com/pipedrive/client-nodejs',
      ...code,
    },
  ],
  slack: [
    {
      name: 'post',
      method: 'POST',
      path: /^\/api\/chat\.postMessage$/,
      fields: [
        { field: 'channel', required: true, looks: /^(C\w+|#[\w-]+)$/, source: POST_MESSAGE, ...documented },
        ...blocks,
      ],
      source: POST_MESSAGE,
      ...documented,
    },
    {
      name: 'update',
      method: 'POST',
      path: /^\/api\/chat\.update$/,
      fields: [
        { field: 'channel', required: true, looks: /^C\w+$/, source: UPDATE, ...documented },
        { field: 'ts', required: true, looks: /^\d+\.\d{6}$/, source: UPDATE, ...documented },
        // Left out, it is "client" here.
        { field: 'parse', looks: /^none$/, source: UPDATE, ...documented },
        ...blocks,
      ],
      source: UPDATE,
      ...documented,
    },
    {
      name: 'delete',
      method: 'POST',
      path: /^\/api\/chat\.delete$/,
      fields: [{ field: 'ts', required: true, looks: /^\d+\.\d{6}$/, source: UPDATE, ...documented }],
      source: 'https://docs.slack.dev/reference/methods/chat.delete',
      ...remembered,
    },
  ],
  'slack-webhook': [
    {
      name: 'post',
      method: 'POST',
      path: /^$/,
      fields: [
        { field: 'text', required: true, most: 40_000, source: 'sales-domain.md 5.11', ...documented },
      ],
      source: 'sales-domain.md 5.11',
      ...documented,
    },
  ],
  // What is handed to whatever sends it. What then goes over the line is told in ../mail/facts.ts.
  mail: [
    {
      name: 'send',
      method: 'POST',
      path: /^$/,
      fields: [
        {
          field: 'from',
          required: true,
          looks: /^([^\r\n<>@]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@,]+@[^\s<>@,]+)$/,
          source: `${MESSAGE}#section-3.6.2 (several would need a Sender)`,
          ...standard,
        },
        {
          field: 'to',
          required: true,
          looks: MAILBOX,
          source: `${TRANSPORT}#section-3.3 (a transaction has a recipient)`,
          ...remembered,
        },
        {
          field: 'replyTo',
          most: 254,
          looks: MAILBOX,
          source: `${TRANSPORT}#section-4.5.3.1.3 (256 with the brackets)`,
          ...standard,
        },
        {
          field: 'subject',
          looks: /^[^\r\n]*$/,
          unlike: 'A lead\r\nBcc: all@evil.example',
          source: `${MESSAGE}#section-2.2 (a field's body has no CR and no LF)`,
          ...standard,
        },
        {
          field: 'messageId',
          required: true,
          looks: MESSAGE_ID,
          source: `${MESSAGE}#section-3.6.4 (should be there; without it one that is sent twice is shown twice)`,
          ...standard,
        },
        { field: 'inReplyTo', looks: MESSAGE_ID, source: `${MESSAGE}#section-3.6.4`, ...standard },
      ],
      source: MESSAGE,
      ...standard,
    },
  ],
};
