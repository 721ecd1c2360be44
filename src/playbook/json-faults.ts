/** What can be wrong with the text of a JSON file, in an owner's words. */

export type Fault = readonly [message: string, cure: string, level?: 'warning'];

/** By code; the arguments are what stands in the text. */
export const FAULTS = {
  'json.empty': () => ['The file is empty.', 'Begin with { and end with }.'],
  'json.web-page': () => [
    'This is a web page, not a playbook.',
    'The address probably answers with an error or a login page: open it in a browser and see.',
  ],
  'json.encoding': () => ['The file is not saved as UTF-8.', 'Save it again with the encoding UTF-8.'],
  'json.program': (word: string) => [
    `This begins with "${word}", so it is a program and not a playbook.`,
    'Keep only what stands from the first { to the last }.',
  ],
  'json.start': (word: string) => [`A playbook does not begin with ${word}.`, 'Begin with { and end with }.'],
  'json.after-end': () => [
    'The playbook has ended before this.',
    'Remove what follows, or look for a closing bracket too many above.',
  ],
  'json.curly-quotes': (quote: string) => [
    `The quotation mark ${quote} is a typographic one, as word processors make them.`,
    'Replace it by a straight one: "',
  ],
  'json.single-quotes': () => ['Texts stand in double quotation marks.', 'Replace the single ones by "'],
  'json.unclosed-text': () => ['The text that begins here has no end.', 'Close it with "'],
  'json.line-break': () => [
    'A text cannot go on in the next line.',
    'Write \\n where the line should break.',
  ],
  'json.tab': () => ['A tab stands inside a text.', 'Replace it by a space, or write \\t'],
  'json.control': () => [
    'An invisible control character stands inside a text.',
    'Delete it and type the place anew.',
  ],
  'json.backslash': (sequence: string) => [
    `${sequence} means nothing in a text.`,
    'Write \\\\ for a backslash, \\n for a line break, \\" for a quotation mark.',
  ],
  'json.inner-quote': () => [
    'A quotation mark inside a text ends it.',
    'Write \\" for a quotation mark inside a text, or use ‘ and ’.',
  ],
  'json.unquoted-name': (name: string) => [
    `The name ${name} has no quotation marks.`,
    `Write "${name}" with quotation marks.`,
  ],
  'json.unquoted-text': (text: string) => [
    `${text} is not a value.`,
    `Write "${text}" in quotation marks if it is a text.`,
  ],
  'json.word': (word: string, instead: string) => [`${word} is not a value here.`, instead],
  'json.number': (number: string) => [
    `${number} is not a number as JSON knows it.`,
    'Write digits with at most one point, for example 1500 or 0.5; put anything else in quotation marks.',
  ],
  'json.missing-comma': () => ['A comma is missing here.', 'Put a comma between this and what follows.'],
  'json.extra-comma': () => ['There is a comma too many.', 'Remove it.'],
  'json.missing-colon': (name: string) => [
    `A colon is missing after ${name}.`,
    'Write a colon between name and value.',
  ],
  'json.missing-value': (name: string) => [
    `${name} has no value.`,
    'Write a value after the colon, or remove the name.',
  ],
  'json.missing-name': () => [
    'Inside { } every value needs a name.',
    'Write "name": before it, or use [ ] for a list.',
  ],
  'json.name-in-list': () => [
    'Inside [ ] values have no names.',
    'Put { } around names with values, or remove the name.',
  ],
  'json.wrong-bracket': (opened: string, line: string, closed: string) => [
    `The ${opened} from line ${line} is closed by ${closed}.`,
    'Look for a bracket that is missing or too many between the two.',
  ],
  'json.unclosed-bracket': (opened: string) => [
    `The ${opened} that is opened here is never closed.`,
    `Add the ${opened === '{' ? '}' : ']'} where it ends.`,
  ],
  'json.unclosed-comment': () => ['The comment that begins here has no end.', 'Close it with */'],
  'json.hash-comment': () => ['# does not begin a comment here.', 'Begin comments with //'],
  'json.character': (character: string) => [`${character} cannot stand here.`, 'Remove it.'],
  'json.invisible': () => [
    'There are invisible characters between the values, as pasting from a web page leaves them.',
    'They do no harm here, but other programs refuse them: retype the spaces at the beginning of the line.',
    'warning',
  ],
  'json.duplicate-name': (name: string, line: string) => [
    `"${name}" stands here twice, first in line ${line}.`,
    'Keep one of them; other programs would silently use the last.',
  ],
} as const satisfies { readonly [code: string]: (...parts: string[]) => Fault };

export type FaultCode = keyof typeof FAULTS;

/** What to do about words that other languages use for values. */
const INSTEAD: { readonly [word: string]: string } = {
  undefined: 'Remove the field.',
  none: 'Remove the field.',
  nil: 'Remove the field.',
  null: 'Write null in small letters, or remove the field.',
  nan: 'Write a number.',
  infinity: 'Write a number.',
  true: 'Write true in small letters.',
  yes: 'Write true.',
  on: 'Write true.',
  false: 'Write false in small letters.',
  no: 'Write false.',
  off: 'Write false.',
};

export const insteadOf = (word: string): string | undefined =>
  Object.prototype.hasOwnProperty.call(INSTEAD, word.toLowerCase()) ? INSTEAD[word.toLowerCase()] : undefined;
