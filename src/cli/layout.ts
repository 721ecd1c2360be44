/** Lines of text for a terminal: broken between words, set in. */

const WIDTH = 100;

/** A text in lines, the first set in by `indent` spaces, the others by `hanging`. A long word is never broken. */
export const block = (text: string, indent: number, hanging = indent): readonly string[] => {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(hanging) + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, line];
};

/** Texts behind their labels, all beginning in the same column. */
export const labelled = (rows: readonly (readonly [label: string, text: string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.flatMap(([label, text]) => {
    const [first = '', ...more] = block(text, 4 + width + 2);
    return [`    ${label.padEnd(width)}  ${first.trimStart()}`, ...more];
  });
};
