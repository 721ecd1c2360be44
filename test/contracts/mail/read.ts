/** Reads in a mail, octet by octet as Latin-1, what the facts speak of. */
import { MAIL_FACTS, type MailFact } from './facts.js';

interface Part {
  readonly head: string;
  readonly body: string;
}

const split = (text: string): Part => {
  const at = text.indexOf('\r\n\r\n');
  return at < 0 ? { head: text, body: '' } : { head: text.slice(0, at), body: text.slice(at + 4) };
};

/** The values of a field, unfolded. */
export const valuesOf = (head: string, name: string): readonly string[] =>
  head
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return line.slice(0, colon).toLowerCase() === name.toLowerCase() ? [line.slice(colon + 1).trim()] : [];
    });

const typeOf = (head: string): string => valuesOf(head, 'Content-Type')[0] ?? 'text/plain';
const boundaryIn = (head: string): string | undefined => /boundary="?([^";]+)/.exec(typeOf(head))?.[1];

/** The parts of one that has any, without what stands before the first and after the last. */
const partsOf = ({ head, body }: Part): readonly Part[] => {
  const boundary = boundaryIn(head);
  if (boundary === undefined) return [];
  const [inside = ''] = `\r\n${body}`.split(`\r\n--${boundary}--`);
  return inside.split(`\r\n--${boundary}\r\n`).slice(1).map(split);
};
/** It and all that is in it. */
const allIn = (part: Part): readonly Part[] => [part, ...partsOf(part).flatMap(allIn)];

const encodedAs =
  (encoding: string) =>
  (mail: string): readonly string[] =>
    allIn(split(mail))
      .filter(({ head }) => valuesOf(head, 'Content-Transfer-Encoding')[0]?.toLowerCase() === encoding)
      .flatMap(({ body }) => body.split('\r\n'));

const ENCODED_WORD = /=\?[^?\s]+\?[QqBb]\?[^?\s]*\?=/g;
const octetsIn = (word: string): Buffer => {
  const [, , encoding = '', text = ''] = word.split('?');
  if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64');
  const written = text
    .replace(/_/g, ' ')
    .replace(/=([\da-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(written, 'latin1');
};
const isWhole = (octets: Buffer): boolean => Buffer.from(octets.toString('utf8')).equals(octets);

const headLines = (mail: string): readonly string[] => split(mail).head.split('\r\n');
const encodedWords = (mail: string): readonly string[] => split(mail).head.match(ENCODED_WORD) ?? [];
const addresses = (mail: string): readonly string[] =>
  ['From', 'To', 'Reply-To'].flatMap((name) =>
    valuesOf(split(mail).head, name).flatMap((value) => /[^\s<>]+@[^\s<>]+(?=>?$)/.exec(value) ?? []),
  );

const FOUND: { readonly [field: string]: (mail: string) => readonly string[] } = {
  'a line': (mail) => mail.split('\r\n'),
  'a stray line break': (mail) => mail.match(/\r(?!\n)|(?<!\r)\n/g) ?? [],
  'an octet that is no text': (mail) => mail.match(/[\u0000\u0080-\u00ff]/g) ?? [],
  'an encoded word': encodedWords,
  'a line with encoded words': (mail) => headLines(mail).filter((line) => line.match(ENCODED_WORD)),
  'half a character in an encoded word': (mail) =>
    encodedWords(mail).filter((word) => !isWhole(octetsIn(word))),
  'the name in an address': (mail) => addresses(mail).map((one) => one.slice(0, one.lastIndexOf('@'))),
  'the host in an address': (mail) => addresses(mail).map((one) => one.slice(one.lastIndexOf('@') + 1)),
  'an address': addresses,
  'a boundary': (mail) => allIn(split(mail)).flatMap(({ head }) => boundaryIn(head) ?? []),
  'a line of quoted-printable': encodedAs('quoted-printable'),
  'a line of base64': encodedAs('base64'),
  'the alternatives in their order': (mail) =>
    allIn(split(mail))
      .filter(({ head }) => typeOf(head).startsWith('multipart/alternative'))
      .map((part) =>
        partsOf(part)
          .map(({ head }) => typeOf(head).split(';')[0])
          .join(' '),
      ),
  'the charset of a text': (mail) =>
    allIn(split(mail))
      .map(({ head }) => typeOf(head))
      .filter((type) => type.startsWith('text/'))
      .map((type) => /charset="?([\w-]+)/.exec(type)?.[1] ?? 'us-ascii'),
};

const isBroken = (
  { required, once, forbidden, most = Infinity, looks }: MailFact,
  found: readonly string[],
) =>
  (required && found.length === 0) ||
  (once && found.length > 1) ||
  (forbidden && found.length > 0) ||
  found.some((one) => one.length > most || (looks && !looks.test(one)));

/** The fields of the facts that a mail breaks. */
export const faultsIn = (mail: string): readonly string[] => {
  const { head } = split(mail);
  const broken = MAIL_FACTS.filter((fact) =>
    isBroken(fact, FOUND[fact.field]?.(mail) ?? valuesOf(head, fact.field)),
  );
  return [...new Set(broken.map(({ field }) => field))];
};
