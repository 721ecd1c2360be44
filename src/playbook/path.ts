/** JSON paths as owners read them: `steps[3].options[1].go`; empty for the whole document. */

const PLAIN = /^[A-Za-z_$][\w$-]*$/;
const SEGMENT = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g;

/** The path of a member or an item. A name that would read ambiguously is quoted: `texts.de["welcome.say"]`. */
export const pathTo = (parent: string, key: string | number): string => {
  if (typeof key === 'number') return `${parent}[${key}]`;
  if (!PLAIN.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent ? `${parent}.${key}` : key;
};

/** The names and numbers that a path made by `pathTo` goes through. Numbers come as text. */
export const segmentsOf = (path: string): readonly string[] =>
  [...path.matchAll(SEGMENT)].map(([, index, quoted, plain]) =>
    quoted === undefined ? (index ?? plain ?? '') : (JSON.parse(quoted) as string),
  );
