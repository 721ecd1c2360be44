import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { briefMail, briefText } from '../../src/lead/brief-mail.js';
import { briefNote } from '../../src/lead/brief-note.js';
import { briefSlack, type SlackBlock, type SlackText } from '../../src/lead/brief-slack.js';
import { brief, type BriefSetting } from '../../src/lead/brief.js';
import type { Lead } from '../../src/lead/lead.js';
import { leadSchema } from '../../src/lead/lead.schema.js';
import { anyLead } from './any-lead.js';
import { BRIEF_CASES, LONDON } from './brief-cases.js';
import { HOT, leadOf } from './kestrel.js';

const dresses: readonly [string, (lead: Lead, setting: BriefSetting) => string][] = [
  ['html', (lead, setting) => briefMail(lead, setting).html],
  ['slack.json', (lead, setting) => `${JSON.stringify(briefSlack(lead, setting), null, 2)}\n`],
  ['note.txt', (lead, setting) => `${briefNote(lead, setting)}\n`],
];

for (const [ending, dress] of dresses) {
  describe(`the brief as ${ending} reads as it always did`, () => {
    for (const [file, name, lead, setting = LONDON] of BRIEF_CASES) {
      it(`for ${name}`, () => {
        const path = new URL(`../fixtures/leads/${file}.${ending}`, import.meta.url);
        const text = dress(lead(), setting);
        if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
        assert.ok(existsSync(path), 'run once with UPDATE_GOLDEN=1 and read what it wrote');
        assert.equal(text, readFileSync(path, 'utf8'));
      });
    }
  });
}

/** Controls, line breaks, and marks that turn text around or hide it. */
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066\u2067\ud800-\udfff]/u;

const settings: fc.Arbitrary<BriefSetting> = fc.record({
  zone: fc.constantFrom('Europe/London', 'Asia/Tokyo', 'Nowhere/At_All'),
  hours: fc.constantFrom(undefined, LONDON.hours),
  receivedAt: fc.constantFrom(undefined, '2026-11-23T15:12:05.000Z', 'never'),
  earlier: fc.option(fc.array(anyLead, { maxLength: 2 }), { nil: undefined }),
});

const everyLead = (check: (lead: Lead, setting: BriefSetting) => void): void =>
  fc.assert(fc.property(anyLead, settings, check), { numRuns: 60 });

describe('any lead that the schema allows', () => {
  it('is what these tests make', () => {
    const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(leadSchema);
    everyLead((lead) => assert.ok(validate(lead), JSON.stringify(validate.errors)));
  });

  it('has a brief of one screen, on lines that stay lines', () => {
    everyLead((lead, setting) => {
      const { subject, lines } = brief(lead, setting);
      assert.ok(lines.length <= 25, `${lines.length} lines`);
      assert.ok(subject.length <= 200, subject);
      for (const line of [subject, ...lines]) assert.doesNotMatch(line, UNFIT);
      assert.ok(!briefText(lead, setting).includes(lead.id));
    });
  });

  it('makes a mail that asks nothing, runs nothing and is not clipped', () => {
    everyLead((lead, setting) => {
      const { html, subject, replyTo = 'x@y' } = briefMail(lead, setting);
      assert.match(replyTo, /^[\x21-\x7e]+@[\w.-]+$/);
      assert.ok(Buffer.byteLength(html) < 102_000, `${Buffer.byteLength(html)} bytes`);
      assert.ok(!html.includes(lead.id));
      const { tags, words } = taken(html);
      for (const tag of tags) assert.match(tag, OURS);
      assert.doesNotMatch(words, /[<>"']/);
      assert.doesNotMatch(words, /&(?!#\d+;|nbsp;)/);
      assert.ok(words.includes(encoded(subject)));
    });
  });

  it('makes a Slack message within the documented limits', () => {
    everyLead((lead, setting) => {
      const message = briefSlack(lead, setting);
      assert.ok(message.blocks.length <= 50);
      for (const text of [...textsIn(message.blocks), { type: 'plain_text', text: message.text } as const]) {
        assert.ok(text.text.length >= 1 && text.text.length <= 3000, `${text.text.length}`);
        assert.doesNotMatch(text.text.replaceAll('\n', ' '), UNFIT);
        // What is left of brackets are our own links to a number or an address.
        const plain = text.text.replace(/<(?:tel:\+?\d+|mailto:[^<>|\s]+)\|[^<>]+>/g, '');
        assert.doesNotMatch(plain, /[<>]|&(?!amp;|lt;|gt;)/);
      }
      for (const block of message.blocks) {
        if (block.type === 'header') assert.ok(block.text.text.length <= 150);
        if (block.type === 'context') assert.ok(block.elements.length <= 10);
      }
      assert.ok(!JSON.stringify(message).includes(lead.id));
    });
  });

  it('makes a short note', () => {
    everyLead((lead, setting) => {
      const note = briefNote(lead, setting);
      assert.ok(note.length <= 8000, `${note.length}`);
      assert.ok(note.split('\n').length <= 25);
      assert.doesNotMatch(note.replaceAll('\n', ' '), UNFIT);
      assert.doesNotMatch(note, /\b(?:today|tomorrow|yesterday) \d\d:\d\d/);
      assert.ok(!note.includes(lead.id));
    });
  });
});

/** The tags of a document, and what stands between them; of the head only the title. */
const taken = (html: string): { tags: readonly string[]; words: string } => {
  const body = html.replace(/<style>[^<]*<\/style>|<!--\[if mso\]>.*?<!\[endif\]-->|<!doctype html>/g, '');
  const tags = [...body.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
  return { tags, words: body.replace(/<[^>]*>/g, '') };
};

/** Every tag that a mail may have; links lead to a number or an address only. */
const OURS =
  /^<\/?(?:html|head|meta|title|body|table|tr|td|p|h1|strong|span|br|a)(?: (?!on)(?:lang|charset|name|content|role|class|width|colspan|cellpadding|cellspacing|border|bgcolor|align|valign|style|href)="(?!(?:https?|javascript|data):)[^"<>]*")*>$/;

const encoded = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const textsIn = (blocks: readonly SlackBlock[]): readonly SlackText[] =>
  blocks.flatMap((block) => {
    if (block.type === 'divider') return [];
    return block.type === 'context' ? block.elements : [block.text];
  });

describe('one tap', () => {
  const reach = (contact: Lead['contact']): string => {
    const lead = { ...leadOf(HOT), contact };
    return [...briefMail(lead, LONDON).html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).join(' ');
  };

  it('calls a number, however it is written', () => {
    assert.equal(reach({ phone: '+44 (0)7700 900-123' }), 'tel:+447700900123');
    assert.equal(reach({ phone: '(020) 7946 0000' }), 'tel:02079460000');
    assert.equal(reach({ phone: 'call my office' }), '');
    assert.equal(reach({ phone: '123;phone-context=evil' }), '');
  });

  it('replies about what they want, to one address', () => {
    const subject = 'subject=We%20notice%20a%20warm%20freezer%20too%20late';
    assert.equal(reach({ email: 'priya@northfold.example' }), `mailto:priya@northfold.example?${subject}`);
    assert.equal(reach({ email: 'a@b.example,c@d.example' }), '');
    assert.equal(reach({ email: 'a?cc=x@b.example' }), `mailto:a%3Fcc%3Dx@b.example?${subject}`);
  });

  it('answers to the prospect only where the address fits a header', () => {
    const replyTo = (email: string) => briefMail({ ...leadOf(HOT), contact: { email } }, LONDON).replyTo;
    assert.equal(replyTo('priya@northfold.example'), 'priya@northfold.example');
    assert.equal(replyTo('a@b.example\r\nBcc: x@y.example'), undefined);
    assert.equal(replyTo('a@b.example, x@y.example'), undefined);
  });
});

describe('the head of the mail', () => {
  const heading = (contact: Lead['contact']): string | undefined =>
    /<h1[^>]*>([^<]*)<\/h1>/.exec(briefMail({ ...leadOf(HOT), contact }, LONDON).html)?.[1];

  it('names them as well as it can', () => {
    assert.equal(heading({ name: 'Priya', email: 'p@a.example', role: 'Chef' }), 'Priya');
    assert.equal(heading({ email: 'p@a.example', company: 'Northfold' }), 'p@a.example');
    assert.equal(heading({ name: ' ', phone: '123 456' }), '123 456');
    assert.equal(heading({}), 'No name given');
  });
});

describe('an earlier conversation', () => {
  const now = leadOf(HOT);
  const other = (n: number, more: Partial<Lead> = {}): Lead => ({
    ...now,
    id: `${n}`.repeat(32),
    createdAt: `2026-11-1${n}T10:00:00.000Z`,
    ...more,
  });
  const subject = (...earlier: readonly Lead[]): string => brief(now, { ...LONDON, earlier }).subject;

  it('is counted', () => {
    assert.doesNotMatch(subject(), /conversation/);
    assert.match(subject(other(1)), / · 2nd conversation · /);
    assert.match(subject(other(2), other(1)), / · 3rd conversation · /);
    assert.match(subject(other(1), other(2), other(3)), / · 4th conversation · /);
    const ten = Array.from({ length: 10 }, (_, i) => other(1, { id: `${i}f`.repeat(16) }));
    assert.match(subject(...ten), / · 11th conversation · /);
  });

  it('does not count when it is this one, a trial, withdrawn, later or long ago', () => {
    const none = [
      other(1, { id: now.id }),
      other(2, { test: true }),
      other(3, { createdAt: '2026-10-20T10:00:00.000Z' }),
      other(4, { createdAt: '2026-11-24T10:00:00.000Z' }),
      other(5, { revision: 1 }),
      other(5, { revision: 2, phase: 'withdrawn' }),
    ];
    assert.doesNotMatch(subject(...none), /conversation/);
  });

  it('says so where nothing is different', () => {
    const [line = ''] = brief(now, { ...LONDON, earlier: [other(9)] }).lines;
    assert.equal(
      line,
      'AGAIN       2nd conversation · the same answers as before · last one Thu 19 Nov (Hot)',
    );
  });
});
