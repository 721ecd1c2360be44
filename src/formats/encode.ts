/** How fields travel: as browsers send forms, or as flat JSON. Neither form costs a CORS preflight. */
import { serialise } from '../lead/serialise.js';
import type { Fields } from './form-fields.js';
import type { Written } from './preset.js';

export const asForm = (fields: Fields): Written => ({
  contentType: 'application/x-www-form-urlencoded',
  body: new URLSearchParams([...fields]).toString(),
});

export const asFlatJson = (fields: Fields, contentType = 'application/json'): Written => ({
  contentType,
  body: serialise(Object.fromEntries(fields)),
});

/** `key`, the delivery's, makes the boundary: it must be the same each time, and stand nowhere in the fields. */
export const asMultipart = (fields: Fields, key: string): Written => {
  const texts = [...fields].flat().join('\n');
  let boundary = `warmlead-${key}`;
  while (texts.includes(boundary)) boundary += '-';
  const parts = [...fields].map(
    ([name, text]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${text.replace(/\r\n?|\n/g, '\r\n')}\r\n`,
  );
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
};

/** As the HTML standard has it for names. */
const quoted = (name: string): string => name.replace(/\r\n?|\n/g, '%0D%0A').replace(/"/g, '%22');
