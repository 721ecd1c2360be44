/**
 * Reads JSON as people write it: comments and commas before a closing bracket are accepted; everything else
 * that is not JSON is a problem with line and column. Most problems do not end the reading, so that one run
 * names them all. No recursion: nesting cannot overflow anything.
 */
import type { Problem } from './error.js';
import { createBuild } from './json-build.js';
import { FAULTS, insteadOf, type Fault, type FaultCode } from './json-faults.js';
import { positionsIn, type Position } from './json-text.js';
import { createTokens, type Token } from './json-tokens.js';
import {
  DEEPEST,
  FORBIDDEN_NAMES,
  forbiddenName,
  LONGEST_TEXT,
  MOST_PROBLEMS,
  MOST_VALUES,
  tooDeep,
  tooLong,
  tooManyValues,
} from './limits.js';
import { pathTo } from './path.js';

export interface JsonText {
  /** What was read; undefined when it could not be read to the end. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where something stands: its name or its value. What is not there is looked for in what should contain it. */
  locate(path: string, part: 'name' | 'value'): Position;
}

type State = 'value' | 'valueOrEnd' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'done';

const PROGRAM = /^(?:export|import|const|var|let|module|window|return|function|define)\b/;
/** Up to the quotation mark that ends the value, seen from inside a text with quotation marks in it. */
const REST_OF_TEXT = /^[^\r\n]{0,2000}?"(?=[ \t]*(?:[,\]}][ \t]*)*(?:[\r\n]|$))/;

/** Never throws, whatever the text. At least one error whenever `value` is undefined. */
export const readJson = (text: string): JsonText => {
  const position = positionsIn(text.length > LONGEST_TEXT ? '' : text);
  const problems: Problem[] = [];
  const build = createBuild();
  let state: State = 'value';
  let values = 0;
  let isBroken = false;
  let lastEnd = 0;

  const add = (problem: Problem, offset: number): boolean => {
    if (problems.length < MOST_PROBLEMS) problems.push({ ...problem, ...position(offset) });
    isBroken ||= problems.length >= MOST_PROBLEMS;
    return !isBroken;
  };
  const report = (code: FaultCode, offset: number, ...parts: string[]): boolean => {
    if (code === 'json.invisible' && problems.some((problem) => problem.code === code)) return true;
    const say: (...parts: string[]) => Fault = FAULTS[code];
    const [message, cure, level = 'error'] = say(...parts);
    return add({ level, code, path: build.path(), message, cure }, offset);
  };
  /** Reports what makes it impossible to go on. */
  const stop = (code: FaultCode, offset: number, ...parts: string[]): void => {
    report(code, offset, ...parts);
    isBroken = true;
  };
  const tokens = createTokens(text, report);

  const put = (value: unknown, at: number): void => {
    build.put(value, at);
    isBroken ||= ++values > MOST_VALUES;
    if (values > MOST_VALUES) add(tooManyValues(), at);
    state = build.depth ? 'commaOrEnd' : 'done';
  };

  const open = (bracket: '{' | '[', at: number): void => {
    if (build.depth > DEEPEST) {
      add(tooDeep(build.path()), at);
      isBroken = true;
      return;
    }
    values++;
    build.open(bracket, at);
    state = bracket === '[' ? 'valueOrEnd' : 'nameOrEnd';
  };

  const close = (token: Token): void => {
    const wanted = token.type === ']' ? '[' : '{';
    const top = build.top;
    if (top && top.bracket !== wanted) {
      const line = String(position(top.openedAt).line);
      const fits = build.isOpen(wanted);
      (fits ? report : stop)('json.wrong-bracket', token.start, top.bracket, line, token.type);
      while (fits && build.top?.bracket !== wanted) build.close();
    }
    build.close();
    state = build.depth ? 'commaOrEnd' : 'done';
  };

  const name = (token: Token): void => {
    const written = String(token.value);
    if (token.type !== 'text') report('json.unquoted-name', token.start, written);
    if (FORBIDDEN_NAMES.has(written)) add(forbiddenName(pathTo(build.path(), written), written), token.start);
    const before = build.name(written, token.start);
    if (before !== undefined)
      report('json.duplicate-name', token.start, written, String(position(before).line));
    state = 'colon';
  };

  /** A word where a value belongs: true, false, null, or what somebody took for one. */
  const word = (token: Token): void => {
    const written = String(token.value);
    if (written === 'true' || written === 'false') return put(written === 'true', token.start);
    if (written === 'null') return put(null, token.start);
    const instead = insteadOf(written);
    if (instead !== undefined) {
      report('json.word', token.start, written, instead);
      return put(null, token.start);
    }
    const line = text.slice(token.start, token.start + 200);
    const whole = /^[^\r\n,{}[\]"]*/.exec(line)?.[0].trimEnd() || written;
    report('json.unquoted-text', token.start, whole);
    tokens.goTo(token.start + whole.length);
    put(whole, token.start);
  };

  const value = (token: Token): void => {
    if (token.type === '{' || token.type === '[') open(token.type, token.start);
    else if (token.type === 'word') word(token);
    else put(token.value, token.start);
  };

  /** `"He said "hello" to me"`: reads on to the last quotation mark of the line. Answers whether it was that. */
  const innerQuote = (token: Token): boolean => {
    const isOneLine = !/[\r\n]/.test(text.slice(lastEnd, token.start));
    if (token.type !== 'word' || text[lastEnd - 1] !== '"' || !isOneLine) return false;
    const rest = REST_OF_TEXT.exec(text.slice(token.start, token.start + 2_100));
    (rest ? report : stop)('json.inner-quote', lastEnd - 1);
    if (rest) tokens.goTo(token.start + rest[0].length);
    return true;
  };

  /** Reads one token in the present state. Answers true when it has to be read again in the state after. */
  const take = (token: Token): boolean => {
    const { type, start } = token;
    const isClosing = type === '}' || type === ']';
    const isValue = !isClosing && type !== ':' && type !== ',';
    const owner = JSON.stringify(build.top?.name ?? '');
    switch (state) {
      case 'done':
        stop('json.after-end', start);
        return false;
      case 'value':
        if (isValue) value(token);
        else if (type === ':') report('json.character', start, type);
        else {
          report('json.missing-value', start, owner);
          state = 'commaOrEnd';
          return true;
        }
        return false;
      case 'valueOrEnd':
        if (isValue) value(token);
        else if (isClosing) close(token);
        else if (type === ',') report('json.extra-comma', start);
        else stop('json.name-in-list', start);
        return false;
      case 'nameOrEnd':
        if (type === '{' || type === '[') stop('json.missing-name', start);
        else if (isValue) name(token);
        else if (isClosing) close(token);
        else report(type === ',' ? 'json.extra-comma' : 'json.character', start, type);
        return false;
      case 'colon':
        state = 'value';
        if (isValue) report('json.missing-colon', start, owner);
        return type !== ':';
      case 'commaOrEnd': {
        const isList = build.top?.bracket === '[';
        if (isClosing) {
          close(token);
          return false;
        }
        if (type === ':') {
          stop(isList ? 'json.name-in-list' : 'json.character', start, type);
          return false;
        }
        if (type !== ',' && innerQuote(token)) return false;
        if (type !== ',') report('json.missing-comma', lastEnd);
        state = isList ? 'valueOrEnd' : 'nameOrEnd';
        return type !== ',';
      }
    }
  };

  /** What is recognised at once; answers false when there is nothing to read then. */
  const begin = (): boolean => {
    const head = text.slice(0, 1_000).replace(/^[\s\ufeff]+/, '');
    const first = /^[^\s"{[(]*/.exec(head)?.[0] ?? '';
    if (text.length > LONGEST_TEXT) add(tooLong(), 0);
    else if (head.includes('\u0000')) stop('json.encoding', 0);
    else if (head.startsWith('<')) stop('json.web-page', 0);
    else if (PROGRAM.test(first)) stop('json.program', text.indexOf(first), first);
    else return true;
    isBroken = true;
    return false;
  };

  const read = (): void => {
    while (!isBroken) {
      const token = tokens.next();
      if (isBroken) return;
      if (token.type === 'end') break;
      if (state === 'value' && !build.depth && token.type !== '{' && token.type !== '[') {
        const isText = token.type === 'text' || token.type === 'number';
        return stop(
          'json.start',
          token.start,
          isText ? `a ${token.type}` : text.slice(token.start, token.end),
        );
      }
      while (take(token) && !isBroken);
      lastEnd = token.end;
    }
    if (isBroken) return;
    if (build.top) stop('json.unclosed-bracket', build.top.openedAt, build.top.bracket);
    else if (state !== 'done') stop('json.empty', 0);
  };

  if (begin()) {
    const broken = text.indexOf('\ufffd');
    if (broken >= 0) report('json.encoding', broken);
    read();
  }
  return {
    value: isBroken ? undefined : build.value,
    problems,
    locate: (path, part) => position(build.locate(path, part)),
  };
};
