/**
 * Postal codes as sales people write territories: "10" is every code that begins with 10, "10-19" what lies between,
 * "SW" the London area of that name and not Swansea, "EC1-EC4" four districts of one.
 */

/** A code or the beginning of one: the letters of its area, the figures behind them, and what follows those. */
interface Piece {
  readonly letters: string;
  readonly digits: string;
  readonly rest: string;
}

/** What a line of `postcodes` says. Both ends are written alike. */
interface Stretch {
  readonly from: Piece;
  readonly to: Piece;
}

const PIECE = /^([A-Z]*)(\d*)([A-Z]*)$/;

const pieceIn = (text: string): Piece | undefined => {
  const [whole, letters = '', digits = '', rest = ''] = PIECE.exec(text) ?? [];
  return whole ? { letters, digits, rest } : undefined;
};

/** The one line read; undefined when it cannot be. */
export const stretchOf = (line: string): Stretch | undefined => {
  const ends = line
    .toUpperCase()
    .split(/[-–]/)
    .map((end) => pieceIn(end.replace(/\s/g, '')));
  const [from, to = from] = ends;
  if (!from || !to || ends.length > 2 || ends.includes(undefined)) return undefined;
  if (ends.length === 1) return { from, to };
  // "10-9" and "1-19" would mean different things to different readers.
  const isAlike = from.digits.length === to.digits.length || from.letters !== '';
  const isOrdered = from.digits
    ? from.letters === to.letters && Number(from.digits) <= Number(to.digits)
    : from.letters.length === to.letters.length && from.letters <= to.letters;
  const isWhole = from.rest === '' && to.rest === '' && (from.digits === '') === (to.digits === '');
  return isAlike && isOrdered && isWhole ? { from, to } : undefined;
};

/**
 * The part of a code that territories go by. Of codes with letters the first half, which a British, Irish or
 * Canadian code written without its space still has; of others the figures, without a country before them.
 */
const regionOf = (code: string): Piece | undefined => {
  const written = code
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]{1,3}[- ](?=\d{4,5}$)/, '');
  if (/^\d/.test(written)) return pieceIn(/^[\d\s-]+/.exec(written)?.[0].replace(/\D/g, '') ?? '');
  const [first = '', ...more] = written.split(/[\s-]+/);
  if (more.length > 0) return pieceIn(first);
  const [, outward] =
    /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/.exec(first) ?? /^([A-Z]\d[A-Z\d])[A-Z\d]{3,4}$/.exec(first) ?? [];
  return pieceIn(outward ?? first);
};

const covers = ({ from, to }: Stretch, { letters, digits, rest }: Piece): boolean => {
  if (from.letters !== to.letters)
    return letters.length === from.letters.length && from.letters <= letters && letters <= to.letters;
  if (letters !== from.letters) return false;
  if (from.digits === '') return true;
  if (from.letters !== '') {
    const district = digits === '' ? NaN : Number(digits);
    return Number(from.digits) <= district && district <= Number(to.digits) && (from.rest || rest) === rest;
  }
  const begins = digits.slice(0, from.digits.length);
  return begins.length === from.digits.length && from.digits <= begins && begins <= to.digits;
};

/** Whether a postal code lies in one of the stretches. Lines that cannot be read hold nothing. */
export const isIn = (code: unknown, lines: readonly string[]): boolean => {
  const region = typeof code === 'string' || typeof code === 'number' ? regionOf(String(code)) : undefined;
  return (
    region !== undefined &&
    lines.some((line) => {
      const stretch = stretchOf(String(line));
      return stretch !== undefined && covers(stretch, region);
    })
  );
};
