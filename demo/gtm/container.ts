/** `container.json`, the export that Google Tag Manager imports: one tag of "Custom HTML" on every page. */
import { readFileSync } from 'node:fs';
import { snippetFor } from '../../src/authoring/snippet.js';

/** "All Pages" has this number in every container. */
const ALL_PAGES = '2147479553';
/** Of the container that imports it; Google puts its own numbers in their place. */
const ids = { accountId: '0', containerId: '0' };

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
              },
            ),
          },
          { type: 'BOOLEAN', key: 'supportDocumentWrite', value: 'false' },
        ],
        firingTriggerId: [ALL_PAGES],
        tagFiringOption: 'ONCE_PER_LOAD',
      },
    ],
  },
});
