/** A website with the built widget on it and an endpoint that follows a script: the stage of most journeys. */
import { fileURLToPath } from 'node:url';
import type { Page } from './browser.js';
import type { Answer, Endpoint, Reply, Site } from './server.js';
import { startSite } from './server.js';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Four short questions, one of them a contact card; the last step sends. */
export const shortPlaybook = (endpoint: string, more: object = {}): object => ({
  format: 1,
  id: 'short',
  version: '1',
  language: 'en',
  company: { name: 'Harbour Lights', phone: '+44 20 7946 0100', email: 'hello@harbour.example' },
  steps: [
    {
      id: 'need',
      ask: 'What are you planning?',
      fills: 'need',
      options: [
        { value: 'street', label: 'Street lighting' },
        { value: 'hall', label: 'A hall or a warehouse' },
      ],
    },
    { id: 'lamps', ask: 'About how many lamps?', kind: 'number', min: 1, max: 100_000 },
    {
      id: 'contact',
      ask: 'Where should the plan go?',
      kind: 'contact',
      fields: ['name', 'email', 'phone?'],
      next: 'end',
    },
  ],
  qualification: {
    framework: 'BANT',
    points: [{ when: { lamps: { atLeast: 50 } }, add: 60, because: 'Fifty lamps or more' }],
    verdicts: [
      { when: { score: { atLeast: 50 } }, is: 'qualified', band: 'hot', because: 'A large plan' },
      { is: 'nurture', band: 'cold', because: 'A small plan' },
    ],
  },
  endings: {
    qualified: { say: 'Good, we can plan that.' },
    nurture: { say: 'Thanks, here is our guide.' },
    undetermined: { say: 'Let us talk.' },
    disqualified: { say: 'We cannot help with that.' },
  },
  delivery: { to: 'url', url: endpoint },
  privacy: { notice: 'We use this to answer you.' },
  ...more,
});

export interface Stage {
  readonly site: Site;
  readonly endpoint: Endpoint;
  readonly url: string;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly replies?: readonly Reply[];
  /** Changes to the playbook. */
  readonly playbook?: object;
  /** Further attributes of the script tag. */
  readonly tag?: string;
  readonly body?: string;
  readonly script?: 'warmlead.js' | 'warmlead.all.js';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Acknowledges as a receiver does. */
export const received: Answer = { status: 201, headers: { 'content-type': 'application/json' }, body: '{}' };

export const startStage = async ({
  replies = [received],
  playbook = {},
  tag = '',
  body = '',
  script = 'warmlead.js',
  headers = {},
}: StageOptions = {}): Promise<Stage> => {
  const site = await startSite();
  site.folder('/warmlead/', dist);
  const endpoint = site.endpoint('/leads', replies);
  site.endpoint('/playbook.json', [
    {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(shortPlaybook('/leads', playbook)),
    },
  ]);
  site.page(
    '/',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Harbour Lights</title><link rel="icon" href="data:,"></head><body><main><h1>Harbour Lights</h1><p>Lamps that last.</p>${body}</main>
    <script src="/warmlead/${script}" data-playbook="/playbook.json" data-fallback-email="hello@harbour.example" ${tag} async></script></body></html>`,
    headers,
  );
  return { site, endpoint, url: `${site.origin}/`, close: () => site.close() };
};

/** Waits until so many requests have arrived; the page goes on meanwhile. */
export const arrived = async (endpoint: Endpoint, count: number, page: Page): Promise<void> => {
  for (const end = performance.now() + 30_000; endpoint.received.length < count;) {
    await page.evaluate(() => new Promise((next) => setTimeout(() => next(true), 25)));
    if (performance.now() > end) throw new Error(`${endpoint.received.length} of ${count} requests arrived.`);
  }
};
