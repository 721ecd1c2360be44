import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Lead } from '../../src/lead/lead.js';
import { startDesk, type DeskStage } from './desk-stage.js';
import { contact, leadOf } from './prospect.js';

/** What people type who want something of theirs to run, or the page to fall apart. Our own selection of shapes. */
const PAYLOADS: readonly string[] = [
  '<script>warmleadCanary(1)</script>',
  '"><script>warmleadCanary(2)</script>',
  "'><img src=x onerror=warmleadCanary(3)>",
  '<svg/onload=warmleadCanary(4)>',
  '</title><script>warmleadCanary(5)</script>',
  '</bdi></span></a><iframe srcdoc="<script>parent.warmleadCanary(6)</script>"></iframe>',
  '<body onload=warmleadCanary(7)>',
  '" autofocus onfocus="warmleadCanary(8)',
  "' onmouseover='warmleadCanary(9)",
  'javascript:warmleadCanary(10)',
  '<a href="javascript:warmleadCanary(11)">click</a>',
  '[click](javascript:warmleadCanary(12))',
  '<math><mtext></mtext><style><img src=x onerror=warmleadCanary(13)></style></math>',
  '<template><script>warmleadCanary(14)</script></template>',
  '<!--><script>warmleadCanary(15)</script>-->',
  '<style>*{display:none}</style>',
  '<form action="//evil.example"><button>Log in</button></form>',
  '{{constructor.constructor("warmleadCanary(18)")()}}${warmleadCanary(18)}',
  '&lt;script&gt;warmleadCanary(19)&lt;/script&gt;&#x3c;img src=x onerror=warmleadCanary(19)&#x3e;',
  '\u202e\u2066<b>warmleadCanary(20)</b>\u2069 \u200b\ufeff',
  '<base href="//evil.example/"><link rel=stylesheet href=x>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
];

const INNOCENT = 'Plain words';

/** Every place of a lead in which a visitor's own text, or text of whoever forges a lead, can stand. */
const leadSaying = (stage: DeskStage, text: string): Lead => {
  const says = {
    need: 'other',
    need_text: text,
    sites: '12',
    start: 'quarter',
    role: 'decide',
    contact: contact({ name: text, email: 'ada@north.example', company: text, phone: '+44 7700 900123' }),
  };
  const arrival = {
    landing: text,
    page: `${text}/`,
    referrer: text,
    utm: { campaign: text, source: text, term: text },
  };
  const lead = leadOf(stage.playbook, { says, asks: [text], chooses: 'callback', arrival }, stage.now());
  return {
    ...lead,
    locale: text.slice(0, 50),
    contact: { ...lead.contact, email: text, phone: text, role: text, country: text, website: text },
    notice: { text, at: lead.updatedAt },
    consents: lead.consents.map((consent) => ({ ...consent, purpose: text, version: text, text })),
    ...(lead.routing ? { routing: { ...lead.routing, name: text, because: text } } : {}),
    recommendations: [{ product: text, name: text, fit: 1, matched: [text], unmet: [text] }],
    answers: (lead.answers ?? []).map((answer) => ({
      ...answer,
      question: text,
      changed: true,
      before: text,
    })),
    ...(lead.qualification
      ? {
          qualification: {
            ...lead.qualification,
            reasons: lead.qualification.reasons.map((reason) => ({ ...reason, because: text })),
            slots: lead.qualification.slots.map((slot) => ({ ...slot, label: text })),
          },
        }
      : {}),
  };
};

/** Names of all tags with names of their attributes, in order: what the page is built of. */
const structureOf = (html: string): readonly string[] =>
  [...html.matchAll(/<(\/?[a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|<!--/gi)].map(
    ([all, tag, attributes = '']) =>
      tag === undefined
        ? all
        : `${tag} ${[...attributes.replace(/"[^"]*"/g, '""').matchAll(/[^\s=/]+(?==|\s|$)/g)].join(' ')}`,
  );

describe('what a visitor writes is only ever text', () => {
  let stage: DeskStage;
  before(async () => {
    stage = await startDesk();
  });
  after(() => stage.close());

  const pagesFor = async (text: string): Promise<readonly string[]> => {
    await stage.clear();
    const response = await stage.send(leadSaying(stage, text));
    assert.equal(response.status, 201, await response.text());
    const [kept] = await stage.store.list({ drawer: 'inbox', search: '', most: 1 });
    const cookie = await stage.login();
    const [inbox, search, lead] = await Promise.all(
      ['/', `/?q=${encodeURIComponent(text)}`, `/leads/${kept?.ref}`].map(async (path) =>
        (await stage.as(cookie, path)).text(),
      ),
    );
    return [inbox ?? '', search ?? '', lead ?? ''];
  };

  for (const payload of PAYLOADS) {
    it(JSON.stringify(payload), async () => {
      const plain = await pagesFor(INNOCENT);
      const pages = await pagesFor(payload);
      for (const [i, html] of pages.entries()) {
        assert.deepEqual(structureOf(html), structureOf(plain[i] ?? ''), html);
        assert.doesNotMatch(html, /href="\s*(javascript|data|vbscript):/i);
      }
      const shown = payload.replace(/[&<>"']/g, (mark) => ESCAPED.get(mark) ?? mark);
      assert.ok(pages[2]?.includes(`<bdi>${shown}</bdi>`), 'The text is not shown as it was typed.');
    });
  }

  it('is set apart from the text around it wherever it stands in a line', async () => {
    for (const html of await pagesFor('\u202eevil')) {
      const text = html.replace(/<title>.*?<\/title>/s, '').replace(/<pre [^>]*>.*?<\/pre>/s, '');
      const inText = text.replace(/="[^"]*"/g, '').replace(/<bdi>[^<]*<\/bdi>/g, '');
      assert.doesNotMatch(inText, /\u202e/);
    }
  });
});

const ESCAPED = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
