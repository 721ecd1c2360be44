/** Takes out of a text what tells who somebody is and how to reach them, as far as that can be seen by its form. */

const MAIL = /[^\s@<>()[\]"',;:]{1,64}@[^\s@<>()[\]"',;:]{1,255}/gu;
/** Seven digits and more with nothing but signs between them: phone, account and card numbers. */
const LONG_NUMBER = /[+(]?\p{Nd}(?:[\s()./-]{0,3}\p{Nd}){6,}/gu;

/** The same text with `[…]` in place of e-mail addresses and long numbers. Names stay. */
export const withoutContacts = (text: string): string =>
  text.replace(MAIL, '[…]').replace(LONG_NUMBER, '[…]');
