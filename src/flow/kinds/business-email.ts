/** E-mail addresses at work, where a step requires them. Whoever says it is the only one is believed. */
import { isRecord, textOf } from '../lenient.js';
import { type Asked, type Parse, type Read, refused } from './answer-kind.js';
import { parseContact } from './contact.js';
import { parseEmail } from './email.js';
import { notBusiness } from './mail-domains.js';

/** Asks once for another address; the same one a second time is taken. */
function refusal(address: string, { step, before }: Asked): ReturnType<typeof refused> | undefined {
  const sort = step.business === 'require' ? notBusiness(address) : undefined;
  const said = before?.step === step.id ? (before.fields?.['email'] ?? before.code) : '';
  const insists = /^email\.(?:free|disposable)$/.test(said) && before?.raw.includes(address) === true;
  return sort && !insists ? refused(`email.${sort}`) : undefined;
}

export const parseBusinessEmail: Parse = (raw, asked) => {
  const read = parseEmail(raw, asked);
  return (read.ok && refusal(String(read.value), asked)) || read;
};

export const parseBusinessContact: Parse = (raw, asked): Read => {
  const read = parseContact(raw, asked);
  const email = read.ok && isRecord(read.value) ? textOf(read.value['email']) : '';
  const refusedFor = email && refusal(email, asked);
  return refusedFor ? { ...refusedFor, field: 'email', fields: { email: refusedFor.code } } : read;
};
