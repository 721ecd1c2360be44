/**
 * The last resort: a link that opens the prospect's own mail program with the brief in it. Nothing is sent by the
 * page, and nobody learns whether it was; so this is no destination but something to offer.
 */
import { plainText } from '../flow/rich-text.js';
import { brief } from '../lead/brief.js';
import type { Lead } from '../lead/lead.js';
import { cut } from './form-fields.js';

/** What every mail program and system still opens whole. */
export const LONGEST_LINK = 1900;
const LONGEST_SUBJECT = 150;

/** Looks like one address. Anything else could smuggle further recipients or headers into the link. */
const ADDRESS = /^[^\s@?&%,;:<>"()[\]\\]{1,64}@[^\s@?&%,;:<>"()[\]\\/]{1,190}$/;

/** Whether `email` can stand in a link. */
export const canBeMailed = (email: string | undefined): email is string =>
  email !== undefined && ADDRESS.test(email);

/**
 * `mailto:` with subject and brief, at most `LONGEST_LINK` characters: the end of the brief is left out first, and
 * "…" stands for it. Undefined for an address that is none. Times in `zone`, left out: the prospect's.
 */
export const mailtoLink = (lead: Lead, email: string | undefined, zone?: string): string | undefined => {
  const { subject, lines } = brief(lead, { zone: zone ?? lead.timeZone });
  return linkTo(email, subject, lines);
};

/**
 * The same as the prospect's own letter: what they were asked and said, who they are, and nothing that was made of it.
 * Its subject is what they said first.
 */
export const letterLink = (lead: Lead, email: string | undefined): string | undefined => {
  const said = (lead.answers ?? []).filter(({ label, kind }) => label !== '' && kind !== 'contact');
  const contact = Object.entries(lead.contact ?? {}).flatMap(([field, text]) =>
    text && !/^phone./.test(field) ? [text] : [],
  );
  const lines = [
    ...said.map(({ question, label }) => `${plainText(question)} ${label}`),
    ...(lead.nextStep ? [lead.nextStep.label] : []),
    ...(lead.questions ?? []).map(({ text }) => text),
    '',
    ...contact,
  ];
  return linkTo(email, said[0]?.label ?? contact[0] ?? '', lines);
};

const linkTo = (email: string | undefined, subject: string, lines: readonly string[]): string | undefined => {
  if (!canBeMailed(email)) return undefined;
  const text = lines.join('\r\n');
  const start = `mailto:${encoded(email).replace('%40', '@')}?subject=${encoded(cut(subject, LONGEST_SUBJECT))}&body=`;
  // The longest beginning of the text that fits, found by halving: one character takes up to twelve in a link.
  let fits = 0;
  let tooLong = text.length + 1;
  while (tooLong - fits > 1) {
    const half = Math.floor((fits + tooLong) / 2);
    if (start.length + encoded(cut(text, half)).length <= LONGEST_LINK) fits = half;
    else tooLong = half;
  }
  return start + encoded(cut(text, fits));
};

/** A lone surrogate, which cannot be encoded, becomes the replacement character. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
