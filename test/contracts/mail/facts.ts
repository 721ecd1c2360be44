/**
 * What a mail has to be on the line, by the RFCs: one row a fact. `field` is a header field, or what the reader in
 * `read.ts` calls by that name; `most` is in octets, the line's end not counted.
 */
import type { Fact } from '../facts.js';

export interface MailFact extends Fact {
  /** There may not be two. */
  readonly once?: true;
  /** It may not be there at all. */
  readonly forbidden?: true;
}

const date = '2026-12-01';
const documented = { date, sure: 'documented' } as const;
const observed = { date, sure: 'observed' } as const;
const remembered = { date, sure: 'remembered' } as const;

const rfc = (number: number, section: string): string =>
  `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`;
const MESSAGE_ID = /^<[^\s<>@]+@[^\s<>@]+>$/;
const MESSAGE_IDS = /^<[^\s<>@]+@[^\s<>@]+>(?:\s+<[^\s<>@]+@[^\s<>@]+>)*$/;
/** The text before a mailbox in brackets may be left out, and the brackets with it. */
const MAILBOX = /^(?:[^<>,]*<(?:[^\s<>@"]+|"[^<>@"]+")@[\w.-]+>|[^\s<>@,"]+@[\w.-]+)$/;

export const MAIL_FACTS: readonly MailFact[] = [
  { field: 'From', required: true, once: true, source: rfc(5322, '3.6'), ...documented },
  { field: 'From', looks: MAILBOX, source: `${rfc(5322, '3.6.2')}: several need a Sender`, ...documented },
  { field: 'Date', required: true, once: true, source: rfc(5322, '3.6'), ...documented },
  {
    field: 'Date',
    looks:
      /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/,
    source: rfc(5322, '3.3'),
    ...documented,
  },
  { field: 'Reply-To', once: true, looks: MAILBOX, source: rfc(5322, '3.6.2'), ...documented },
  { field: 'To', once: true, looks: MAILBOX, source: rfc(5322, '3.6.3'), ...documented },
  {
    field: 'Bcc',
    forbidden: true,
    source: `${rfc(5322, '3.6.3')}: we send none, so it would be somebody else's`,
    ...documented,
  },
  { field: 'Subject', once: true, source: rfc(5322, '3.6'), ...documented },
  {
    field: 'Message-ID',
    required: true,
    once: true,
    looks: MESSAGE_ID,
    source: `${rfc(5322, '3.6.4')}: should be there`,
    ...documented,
  },
  { field: 'In-Reply-To', once: true, looks: MESSAGE_IDS, source: rfc(5322, '3.6.4'), ...documented },
  { field: 'References', once: true, looks: MESSAGE_IDS, source: rfc(5322, '3.6.4'), ...documented },
  { field: 'MIME-Version', required: true, once: true, looks: /^1\.0$/, source: rfc(2045, '4'), ...observed },
  { field: 'a line', most: 998, source: rfc(5322, '2.1.1'), ...documented },
  {
    field: 'a stray line break',
    forbidden: true,
    source: `${rfc(5322, '2.3')}: CR and LF only together`,
    ...documented,
  },
  {
    field: 'an octet that is no text',
    forbidden: true,
    source: `${rfc(5322, '2.3')}: 1 to 127; more only where the server offers 8BITMIME`,
    ...documented,
  },
  { field: 'an encoded word', most: 75, source: rfc(2047, '2'), ...documented },
  { field: 'a line with encoded words', most: 76, source: rfc(2047, '2'), ...documented },
  {
    field: 'half a character in an encoded word',
    forbidden: true,
    source: rfc(2047, '5'),
    ...remembered,
  },
  { field: 'the name in an address', most: 64, source: rfc(5321, '4.5.3.1.1'), ...documented },
  { field: 'the host in an address', most: 255, source: rfc(5321, '4.5.3.1.2'), ...documented },
  {
    field: 'an address',
    most: 254,
    source: `${rfc(5321, '4.5.3.1.3')}: a path has 256, brackets counted`,
    ...documented,
  },
  { field: 'a boundary', most: 70, source: rfc(2046, '5.1.1'), ...documented },
  { field: 'a line of quoted-printable', most: 76, source: `${rfc(2045, '6.7')} (5)`, ...documented },
  { field: 'a line of base64', most: 76, source: rfc(2045, '6.8'), ...documented },
  {
    field: 'the alternatives in their order',
    looks: /^text\/plain text\/html$/,
    source: `${rfc(2046, '5.1.4')}: the best last`,
    ...documented,
  },
  {
    field: 'the charset of a text',
    required: true,
    looks: /^utf-8$/,
    source: `${rfc(2046, '4.1.2')}: left out it is US-ASCII`,
    ...remembered,
  },
];
