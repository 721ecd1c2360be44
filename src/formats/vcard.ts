/** Somebody to save in an address book: vCard 3.0 (RFC 2426), which phones and mail programs all read. */
import { contentLines, textValue } from './content-lines.js';

export interface Card {
  /** As people call them. */
  readonly name: string;
  readonly company: string;
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
}

/** The file. The last word of a name of several is its family name; where there is no name, the company is it. */
export const vcard = ({ name, company, phone, email, url }: Card): string => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const family = words.length > 1 ? (words.pop() ?? '') : '';
  return contentLines([
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${textValue(name.trim() || company)}`,
    `N:${textValue(family)};${textValue(words.join(' '))};;;`,
    `ORG:${textValue(company)}`,
    phone && `TEL;TYPE=WORK,VOICE:${textValue(phone)}`,
    email && `EMAIL;TYPE=INTERNET:${textValue(email)}`,
    url && `URL:${url.replace(/\s/g, '%20')}`,
    'END:VCARD',
  ]);
};
