/** Writes the `delivery` block into the text of a playbook, and touches nothing else in it. */
import { readJson } from '../../src/playbook/json-read.js';
import { createTokens, type Token } from '../../src/playbook/json-tokens.js';
import { isObject } from '../../src/playbook/unchecked.js';
import { offsetOf } from './editor/editor.js';

/** What to replace: the text between two offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const tokensFrom = (text: string, offset: number): readonly Token[] => {
  const tokens = createTokens(text, () => true);
  tokens.goTo(offset);
  const found: Token[] = [];
  for (let token = tokens.next(); token.type !== 'end'; token = tokens.next()) found.push(token);
  return found;
};

/** Where the value that begins at an offset ends. */
const endOfValue = (text: string, from: number): number => {
  let depth = 0;
  for (const { type, end } of tokensFrom(text, from)) {
    if (type === '{' || type === '[') depth += 1;
    else if (type === '}' || type === ']') depth -= 1;
    if (depth === 0) return end;
  }
  return text.length;
};

/** The edit that makes `delivery` say this; null where the text is no object that could hold it. */
export const deliveryEdit = (text: string, delivery: object): Edit | null => {
  const json = readJson(text);
  if (!isObject(json.value)) return null;
  const written = JSON.stringify(delivery, null, 2).replaceAll('\n', '\n  ');
  if (Object.hasOwn(json.value, 'delivery')) {
    const { line, column } = json.locate('delivery', 'value');
    const from = offsetOf(text, line, column);
    return { from, to: endOfValue(text, from), text: written };
  }
  const tokens = tokensFrom(text, 0);
  const last = tokens.at(-2);
  if (!last) return null;
  const comma = last.type === '{' || last.type === ',' ? '' : ',';
  return { from: last.end, to: last.end, text: `${comma}\n  "delivery": ${written}` };
};
