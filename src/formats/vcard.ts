/** Somebody to save in an address book: vCard 3.0 (RFC 2426), which phones and mail programs all read. */
import { contentLines, textValue } from './content-lines.js';
import { personName } from './person-name.js';

export interface Card {
  /** As people call them. */
  readonly name: string;
  readonly company: string;
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
}

/** The file. One word is the given name; where there is no name, the company is it. */
export const vcard = ({ name, company, phone, email, url }: Card): string => {
  const { first, last } = personName(name);
  const [family, given] = first ? [last, first] : ['', last];
  return contentLines([
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${textValue(name.trim() || company)}`,
    `N:${textValue(family)};${textValue(given)};;;`,
    `ORG:${textValue(company)}`,
    phone && `TEL;TYPE=WORK,VOICE:${textValue(phone)}`,
    email && `EMAIL;TYPE=INTERNET:${textValue(email)}`,
    url && `URL:${url.replace(/\s/g, '%20')}`,
    'END:VCARD',
  ]);
};
