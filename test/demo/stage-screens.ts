import { serve } from '/work/main/node_modules/@hono/node-server/dist/index.mjs';
import { createDesk } from '../../demo/desk/desk.js';
import { openDatabase } from '../../demo/desk/database.js';
import { openLeadStore } from '../../demo/desk/store.js';
import { playbookFor } from '../../demo/playbook.js';
import { contact, leadOf, type Prospect } from './prospect.js';
import { rmSync } from 'node:fs';
rmSync('/tmp/rx/stage', { recursive: true, force: true });
const db = await openDatabase({ folder: '/tmp/rx/stage' });
const store = await openLeadStore(db);
let now = Date.parse('2026-11-23T15:20:00Z');
const clock = { nowMs: () => now, monotonicMs: () => performance.now(), after: () => () => {} };
const playbook = playbookFor('http://127.0.0.1:8798');
const desk = createDesk({
  store,
  password: 'pw',
  clock,
  playbooks: () => [playbook],
  origins: [],
  leadsPerMinute: 0,
  retentionDays: 180,
  onProblem: console.error,
});
const post = async (at: string, p: Prospect, tamper?: (l: any) => any) => {
  now = Date.parse(at);
  const lead = leadOf(playbook, p, now);
  const body = tamper ? tamper(structuredClone(lead)) : lead;
  const r = await desk.app.request('/leads', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  console.log(r.status, await r.text());
};
const hot = {
  need: 'alarms',
  sites: '12',
  start: 'quarter',
  role: 'recommend',
  budget: 'to1000',
  'consent:newsletter': 'no',
};
const full = process.env.EMPTY
  ? []
  : ([
      [
        '2026-11-23T15:12:04Z',
        {
          says: {
            ...hot,
            contact: contact({
              name: 'Priya Shah',
              email: 'priya@northfold.example',
              company: 'Northfold Foods',
              phone: '+44 7700 900123',
            }),
          },
          asks: ['What if the Wi-Fi is down?', 'Do you integrate with Oracle WMS?'],
          chooses: 'callback',
          arrival: {
            kind: 'ad',
            landing: 'https://www.kestrel.example/haccp?utm_campaign=haccp-uk',
            page: 'https://www.kestrel.example/pricing',
            utm: { source: 'google', medium: 'cpc', campaign: 'haccp-uk', term: 'freezer alarm' },
          },
        },
      ],
      [
        '2026-11-23T14:55:04Z',
        {
          says: {
            need: 'audits',
            sites: '64',
            start: 'year',
            role: 'decide',
            budget: 'over1000',
            'consent:newsletter': 'yes',
            contact: contact({
              name: 'Jürgen Weißmüller-Oberhauser von und zu Grünwald-Steinbach der Ältere',
              email: 'juergen.weissmueller-oberhauser@tiefkuehllogistik-nordrhein-westfalen.example',
              company: 'Tiefkühllogistik Nordrhein-Westfalen Verwaltungsgesellschaft mbH & Co. KG',
            }),
          },
          locale: 'de',
        },
      ],
      [
        '2026-11-23T13:05:04Z',
        {
          says: {
            need: 'other',
            need_text:
              'Two freezers failed over a weekend, nobody saw it till Monday. We lost about forty pallets of fish and the insurer wants to see temperature records for the whole month before they pay anything, which we do not have.',
            sites: '3',
            start: 'quarter',
            role: 'decide',
            'consent:newsletter': 'no',
            contact: contact({
              name: 'Ann O’Connor',
              email: 'ann@harbourfish.example',
              company: 'Harbour Fish',
            }),
          },
          chooses: 'summary',
        },
      ],
      [
        '2026-11-23T09:40:04Z',
        {
          says: {
            need: 'alarms',
            sites: '7',
            start: 'year',
            role: 'research',
            budget: 'unsure',
            'consent:newsletter': 'no',
            contact: contact({
              name: 'محمد عبد الرحمن',
              email: 'm@cold.example',
              company: 'شركة التبريد الحديثة',
            }),
          },
          locale: 'ar',
          asks: ['هل يعمل بدون إنترنت؟'],
        },
      ],
      [
        '2026-11-22T18:40:04Z',
        {
          says: {
            need: 'audits',
            sites: '2',
            start: 'looking',
            role: 'research',
            budget: 'unsure',
            'consent:newsletter': 'no',
            contact: contact({ name: 'Lee', email: 'lee@corner.example', company: 'Corner Deli' }),
          },
        },
      ],
      [
        '2026-11-20T11:40:04Z',
        {
          says: {
            need: 'alarms',
            sites: '1',
            start: 'looking',
            role: 'decide',
            budget: 'under200',
            'consent:newsletter': 'no',
            contact: contact({
              name: '<img src=x onerror=alert(1)>',
              email: 'x@x.example',
              company: '"><script>alert(2)</script>',
            }),
          },
        },
      ],
      [
        '2026-11-20T10:40:04Z',
        {
          says: {
            need: 'support',
            customer: 'yes',
            'consent:newsletter': 'no',
            contact: contact({
              name: 'Sam Rivers',
              email: 'sam@rivers.example',
              company: 'Rivers Ice Cream',
            }),
          },
        },
      ],
      [
        '2026-11-20T10:20:04Z',
        {
          says: {
            ...hot,
            contact: contact({ name: 'Bo Fast', email: 'bo@fast.example', company: 'Fast Ltd' }),
          },
          signals: { tookMs: 1200, decoyFilled: true },
        },
      ],
      [
        '2026-11-19T10:20:04Z',
        {
          says: {
            ...hot,
            contact: contact({
              name: 'Ida Changed',
              email: 'ida@changed.example',
              company: 'Changed Verdict Ltd',
            }),
          },
        },
        (l: any) => ({ ...l, qualification: { ...l.qualification, score: 12 } }),
      ],
    ] as [string, Prospect, any][]);
for (const [at, p, t] of full.reverse()) await post(at, p, t);
now = Date.parse('2026-11-23T15:20:00Z');
serve({ fetch: desk.app.fetch, port: 8798, hostname: '127.0.0.1' }, () => console.log('ready'));
