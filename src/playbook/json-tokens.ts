/**
 * Cuts the text of a JSON file into tokens: brackets, commas, colons, texts, numbers and words. Comments
 * between them are skipped. Whatever is not proper is reported and read as it was probably meant, so that
 * the rest of the file can be checked too.
 */
import type { FaultCode } from './json-faults.js';

export type TokenType = '{' | '}' | '[' | ']' | ':' | ',' | 'text' | 'number' | 'word' | 'end';

export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  /** Type text, number and word. */
  readonly value: string | number;
}

/** Answers false when enough has been reported: then nothing more is read. */
export type Report = (code: FaultCode, offset: number, ...parts: string[]) => boolean;

const DOUBLE = '“”„‟«»〝〞＂';
const SINGLE = "'‘’‚‛`´";
const ESCAPES: { readonly [letter: string]: string } = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const LINE = /[^\r\n]*/y;
const SPACE = /[ \t\r\n]+/y;
const INVISIBLE = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\v\f]+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NUMBER_RUN = /[-+.]?\d[\w.+%€$£-]*/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$.-]*/uy;
const HEX = /^[\da-fA-F]{4}$/;
/** What can stand behind the end of a text. */
const AFTER_TEXT = /^[ \t]*(?:[,:\]}\r\n]|$|\/[/*])/;

export interface Tokens {
  next(): Token;
  /** Reads on from here instead. */
  goTo(offset: number): void;
}

export const createTokens = (text: string, tell: Report): Tokens => {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lastQuote = text.lastIndexOf('"');
  const report = (code: FaultCode, offset: number, ...parts: string[]): void => {
    if (!tell(code, offset, ...parts)) at = text.length;
  };

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
  };
  const skip = (): void => {
    for (;;) {
      const invisible = match(INVISIBLE);
      if (invisible) report('json.invisible', at);
      const blank = invisible || match(SPACE);
      at += blank.length;
      if (blank) continue;
      if (text.startsWith('//', at)) at += match(LINE).length;
      else if (text.startsWith('/*', at)) {
        const close = text.indexOf('*/', at + 2);
        if (close < 0) report('json.unclosed-comment', at);
        at = close < 0 ? text.length : close + 2;
      } else if (text[at] === '#') {
        report('json.hash-comment', at);
        at += match(LINE).length;
      } else return;
    }
  };

  const escape = (): string => {
    const letter = text[at + 1] ?? '';
    const plain = Object.prototype.hasOwnProperty.call(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    const hex = text.slice(at + 2, at + 6);
    if (plain !== undefined || (letter === 'u' && HEX.test(hex))) {
      at += plain === undefined ? 6 : 2;
      return plain ?? String.fromCharCode(Number.parseInt(hex, 16));
    }
    report('json.backslash', at, `\\${letter}`);
    at += 1;
    return '\\';
  };

  /** A text in straight quotation marks, from behind the first. */
  const straight = (start: number): string => {
    let value = '';
    for (;;) {
      const from = at;
      while (at < text.length && text[at] !== '"' && text[at] !== '\\' && text.charCodeAt(at) >= 0x20) at++;
      value += text.slice(from, at);
      const character = text[at];
      if (character === '"') {
        at++;
        return value;
      }
      if (character === '\\') value += escape();
      else if (character === undefined || character === '\n' || character === '\r') {
        if (endsHere(character)) return unclosed(start, value);
        report('json.line-break', at);
        at += text.startsWith('\r\n', at) ? 2 : 1;
        value += '\n';
      } else {
        report(character === '\t' ? 'json.tab' : 'json.control', at);
        value += character === '\t' ? ' ' : '';
        at++;
      }
    }
  };

  /** At a line break inside a text: whether its closing mark was forgotten, rather than the text going on. */
  const endsHere = (character: string | undefined): boolean =>
    character === undefined || at > lastQuote || /^\s*(?:["}\]]|\/\/|$)/.test(text.slice(at, at + 400));

  const unclosed = (start: number, value: string): string => {
    const curly = new RegExp(`[${DOUBLE}][ \\t]*[,\\]}]*[ \\t]*$`).exec(value);
    const loose = curly ?? /[ \t]*[,\]}]*[ \t]*$/.exec(value);
    const cut = value.length - (loose?.index ?? value.length);
    at -= cut;
    if (curly) {
      report('json.curly-quotes', at, text[at] ?? '');
      at += 1;
    } else report('json.unclosed-text', start);
    return value.slice(0, value.length - cut);
  };

  /** A text in other quotation marks: it ends at the first such mark with something fitting behind it. */
  const otherQuotes = (start: number, marks: string): string => {
    const from = at;
    for (; at < text.length && text[at] !== '\n' && text[at] !== '\r'; at++) {
      if (marks.includes(text[at] ?? '') && AFTER_TEXT.test(text.slice(at + 1, at + 80))) {
        return text.slice(from, at++);
      }
    }
    return unclosed(start, text.slice(from, at));
  };

  const token = (type: TokenType, start: number, value: string | number = ''): Token => ({
    type,
    start,
    end: at,
    value,
  });

  const quotedText = (start: number, mark: string): Token => {
    at += mark.length;
    if (mark === '"') {
      const value = straight(start);
      return token('text', start, value);
    }
    const isTypewriter = mark === "'" || mark === '`';
    report(isTypewriter ? 'json.single-quotes' : 'json.curly-quotes', start, mark);
    const value = otherQuotes(start, `${DOUBLE.includes(mark) ? DOUBLE : SINGLE}"`);
    return token('text', start, value);
  };

  const number = (start: number, run: string): Token => {
    at += run.length;
    const value = Number(run.replace(/_/g, ''));
    const isNumber = Number.isFinite(value);
    if (!isNumber || !NUMBER.test(run)) report('json.number', start, run);
    return isNumber ? token('number', start, value) : token('text', start, run);
  };

  const next = (): Token => {
    for (;;) {
      skip();
      const start = at;
      const character = text[at];
      if (character === undefined) return token('end', start);
      if ('{}[]:,'.includes(character)) {
        at++;
        return token(character as TokenType, start);
      }
      if (character === '"' || DOUBLE.includes(character) || SINGLE.includes(character)) {
        return quotedText(start, character);
      }
      const run = match(NUMBER_RUN);
      if (run) return number(start, run);
      const word = match(WORD);
      if (word) {
        at += word.length;
        return token('word', start, word);
      }
      const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += whole.length;
      report('json.character', start, whole);
      if (character === '=') return token(':', start);
    }
  };

  return {
    next,
    goTo: (offset) => {
      at = offset;
    },
  };
};
