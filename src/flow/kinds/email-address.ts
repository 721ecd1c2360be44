/**
 * The grammar of browsers' own e-mail boxes; no repetition in it can be matched in two ways.
 * Source: HTML Standard, "valid e-mail address".
 */
const ADDRESS =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** Whether an address is longer than mail can carry. Source: RFC 5321 section 4.5.3.1. */
export const isOverlong = (address: string): boolean => address.length > 254 || address.indexOf('@') > 64;

/** Whether this is one e-mail address and nothing else. */
export const isEmailAddress = (address: string): boolean => !isOverlong(address) && ADDRESS.test(address);
