/** Plain text for programs that show notes as HTML. */

/** Escaped, with its line breaks and indents. */
export const noteHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/\r\n?|\n/g, '<br>')
    .replace(/ {2}/g, '&nbsp; ');
