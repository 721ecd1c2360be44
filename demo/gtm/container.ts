/**
 * `container.json`, the export that Google Tag Manager imports: a tag of "Custom HTML" with the chat on every page, and
 * a tag that hands what the chat tells the data layer on to Google Analytics.
 */
import { readFileSync } from 'node:fs';
import { snippetFor } from '../../src/authoring/snippet.js';
import { dataLayerEvents } from '../../src/formats/data-layer.js';

/** "All Pages" has this number in every container. */
const ALL_PAGES = '2147479553';
/** Of the container that imports it; Google puts its own numbers in their place. */
const ids = { accountId: '0', containerId: '0' };

const template = (key: string, value: string) => ({ type: 'TEMPLATE', key, value });

/** Everything that an event may say, as the chat names it. */
const PARAMETERS = Object.keys(
  dataLayerEvents({ is: 'shown' }, { playbook: '', version: '', arrival: undefined })[0]?.warmlead ?? {},
);
const variableName = (parameter: string): string => `Warmlead ${parameter}`;

/** A variable for every parameter, and one for the number of the property that the owner fills in. */
const variables = [
  {
    ...ids,
    variableId: '1',
    name: 'Warmlead measurement ID',
    type: 'c',
    parameter: [template('value', 'G-XXXXXXXXXX')],
  },
  ...PARAMETERS.map((parameter, place) => ({
    ...ids,
    variableId: String(place + 2),
    name: variableName(parameter),
    type: 'v',
    parameter: [
      { type: 'INTEGER', key: 'dataLayerVersion', value: '2' },
      { type: 'BOOLEAN', key: 'setDefaultValue', value: 'false' },
      template('name', `warmlead.${parameter}`),
    ],
  })),
];

const trigger = {
  ...ids,
  triggerId: '1',
  name: 'Warmlead events',
  type: 'CUSTOM_EVENT',
  customEventFilter: [
    {
      type: 'MATCH_REGEX',
      parameter: [
        template('arg0', '{{_event}}'),
        template('arg1', '^(warmlead_[a-z_]+|(generate|qualify|disqualify|working)_lead)$'),
      ],
    },
  ],
};

/** Hands every event on under its own name. Whether it may is for the consent settings of the container to say. */
const analytics = {
  ...ids,
  tagId: '2',
  name: 'Warmlead to Google Analytics',
  type: 'gaawe',
  parameter: [
    { type: 'BOOLEAN', key: 'sendEcommerceData', value: 'false' },
    {
      type: 'LIST',
      key: 'eventSettingsTable',
      list: PARAMETERS.map((parameter) => ({
        type: 'MAP',
        map: [template('parameter', parameter), template('parameterValue', `{{${variableName(parameter)}}}`)],
      })),
    },
    template('eventName', '{{Event}}'),
    template('measurementIdOverride', '{{Warmlead measurement ID}}'),
  ],
  firingTriggerId: [trigger.triggerId],
  tagFiringOption: 'ONCE_PER_EVENT',
};

/** With a starter for a playbook; owners put their own snippet in its place. */
export const containerExport = (): object => ({
  exportFormatVersion: 2,
  exportTime: '2026-11-24 00:00:00',
  containerVersion: {
    path: 'accounts/0/containers/0/versions/0',
    ...ids,
    containerVersionId: '0',
    container: {
      path: 'accounts/0/containers/0',
      ...ids,
      name: 'Warmlead',
      publicId: 'GTM-WARMLEAD',
      usageContext: ['WEB'],
    },
    tag: [
      {
        ...ids,
        tagId: '1',
        name: 'Warmlead chat',
        type: 'html',
        parameter: [
          {
            type: 'TEMPLATE',
            key: 'html',
            value: snippetFor(
              readFileSync(new URL('../try/starters/b2b-software.json', import.meta.url), 'utf8'),
              {
                src: 'https://www.example.com/warmlead/warmlead.js',
                events: 'dataLayer',
              },
            ),
          },
          { type: 'BOOLEAN', key: 'supportDocumentWrite', value: 'false' },
        ],
        firingTriggerId: [ALL_PAGES],
        tagFiringOption: 'ONCE_PER_LOAD',
      },
      analytics,
    ],
    trigger: [trigger],
    variable: variables,
    builtInVariable: [{ ...ids, type: 'EVENT', name: 'Event' }],
  },
});
