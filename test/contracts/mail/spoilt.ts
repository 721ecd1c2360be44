/** A mail made to break one fact, and as few others as can be. */
import type { MailFact } from './facts.js';
import { valuesOf } from './read.js';

type Spoil = (mail: string) => string;

const x = (length: number): string => 'x'.repeat(length);
const inHead =
  (line: string): Spoil =>
  (mail) =>
    mail.replace('\r\n\r\n', `\r\n${line}\r\n\r\n`);
/** A field with all lines of it, in the head of the mail. */
const field = (name: string): RegExp =>
  new RegExp(`(?<=^|\\r\\n)${name}: [^\\r]*(?:\\r\\n[ \\t][^\\r]*)*\\r\\n`, 'i');
const withField =
  (name: string, value: string): Spoil =>
  (mail) =>
    mail.replace(field(name), '').replace(/^/, `${name}: ${value}\r\n`);
/** Behind the fields of the first part with that encoding. */
const intoPart =
  (encoding: string, line: string): Spoil =>
  (mail) =>
    mail.replace(
      new RegExp(`(Content-Transfer-Encoding: ${encoding}\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n)`),
      `$1${line}\r\n`,
    );
const word = (length: number): string => `=?UTF-8?Q?${x(length - 12)}?=`;
const swapped: Spoil = (mail) =>
  mail
    .replace('Content-Type: text/plain', 'Content-Type: text/first')
    .replace('Content-Type: text/html', 'Content-Type: text/plain')
    .replace('Content-Type: text/first', 'Content-Type: text/html');

const BY_HAND: { readonly [of: string]: Spoil } = {
  'a line': inHead(`X-Long: ${x(991)}`),
  'a stray line break': (mail) => `${mail}\n`,
  'an octet that is no text': (mail) => `${mail}\u00e4`,
  'an encoded word': withField('Subject', `\r\n ${word(76)}`),
  'a line with encoded words': withField('Subject', `${word(40)} ${word(40)}`),
  'half a character in an encoded word': withField('Subject', '=?UTF-8?Q?=F0=9F?= =?UTF-8?Q?=92=90?='),
  'the name in an address': withField('Reply-To', `${x(65)}@a.example`),
  'the host in an address': withField('Reply-To', `a@${x(256)}`),
  'an address': withField('Reply-To', `a@${x(253)}`),
  'a boundary': (mail) => {
    const boundary = /boundary="([^"]+)"/.exec(mail)?.[1] ?? '';
    return mail.replaceAll(boundary, x(71));
  },
  'a line of quoted-printable': intoPart('quoted-printable', x(77)),
  'a line of base64': intoPart('base64', x(80)),
  'the alternatives in their order': swapped,
};

/** A way for everything that a fact says. */
export const waysToBreak = (fact: MailFact): readonly (readonly [how: string, spoil: Spoil])[] => {
  const { field: name, required, once, looks, forbidden } = fact;
  const byHand = BY_HAND[name];
  if (byHand) return [['is broken', byHand]];
  if (name === 'the charset of a text')
    return [
      ['is left out', (mail) => mail.replace('; charset=utf-8', '')],
      ['is another', (mail) => mail.replace('charset=utf-8', 'charset=latin1')],
    ];
  const ways: (readonly [string, Spoil])[] = [];
  if (required) ways.push(['is left out', (mail) => mail.replace(field(name), '')]);
  if (once)
    ways.push([
      'is there twice',
      (mail) => `${name}: ${valuesOf(mail.split('\r\n\r\n')[0] ?? '', name)[0]}\r\n${mail}`,
    ]);
  if (looks) ways.push(['is none', withField(name, '?')]);
  if (looks && name === 'From') ways.push(['is two people', withField(name, 'a@a.example, b@b.example')]);
  if (forbidden) ways.push(['is there', inHead(`${name}: all@evil.example`)]);
  return ways;
};
