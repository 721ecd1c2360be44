/** What a rep can do about a lead with one tap. */
import type { BriefAct } from './brief-line.js';
import { need } from './brief-subject.js';
import type { Lead } from './lead.js';
import { oneLine } from './one-line.js';

/** Calling first, where there is a number. Empty when neither number nor address was given. */
export const actsOf = (lead: Lead): readonly BriefAct[] => {
  // The number for this call, where one was given for it.
  const phone = oneLine(lead.nextStep?.details?.phone ?? lead.contact?.phone ?? '', 60);
  const dialled = (phone === lead.contact?.phone && lead.contact.phoneE164) || phone;
  const email = oneLine(lead.contact?.email ?? '', 254);
  return [
    ...(phone ? [{ does: 'call', label: 'Call', to: phone, ...linked(callLink(dialled)) } as const] : []),
    ...(email
      ? [{ does: 'reply', label: 'Reply', to: email, ...linked(replyLink(email, lead)) } as const]
      : []),
  ];
};

/** Whether the text is one plain address, of a length that mail can have (RFC 5321), and can stand in a mail's header. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 &&
  text.lastIndexOf('@') <= 64 &&
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*$/.test(text);

const linked = (href: string | undefined): { readonly href?: string } => (href ? { href } : {});

/** The "(0)" that many write after a country's code is not dialled. */
const callLink = (phone: string): string | undefined => {
  if (!/^[+\d(][\d\s()./-]{3,}$/.test(phone)) return undefined;
  const dialled = phone.startsWith('+') ? phone.replace('(0)', '') : phone;
  return `tel:${dialled.replace(/[^+\d]/g, '')}`;
};

/** The subject is what they want, in their own words. */
const replyLink = (email: string, lead: Lead): string | undefined => {
  if (!isAddress(email)) return undefined;
  const subject = oneLine(need(lead)?.label ?? '', 60);
  const [local = '', host = ''] = email.split('@');
  const to = `mailto:${encodeURIComponent(local)}@${host}`;
  return subject ? `${to}?subject=${encodeURIComponent(subject)}` : to;
};
