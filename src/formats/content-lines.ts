/** Lines as calendars and address books have them: escaped, folded, ended by CR LF. RFC 5545 and RFC 2426. */

/** Octets in a line, its end not counted. */
const WIDTH = 75;

/** A text value: what has a meaning in it is escaped, and what no line may hold is left out. */
export const textValue = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // Everything but the line feed that RFC 5545 calls a control.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** One line, folded between characters so that no part is longer than 75 octets. */
const folded = (line: string): string => {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > WIDTH) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
};

/** A document of such lines; a line that is empty or undefined is left out. */
export const contentLines = (lines: readonly (string | undefined)[]): string =>
  lines.map((line) => (line ? `${folded(line)}\r\n` : '')).join('');
