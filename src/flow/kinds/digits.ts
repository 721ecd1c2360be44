const isDigit = (codePoint: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));

/**
 * Decimal digits of every script as 0 to 9, full-width forms as plain ones. Unicode encodes the ten digits
 * of a script one after the other, so a digit's value is the number of digits right before it.
 * Source: The Unicode Standard, section 4.6.
 */
export const withPlainDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const codePoint = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && isDigit(codePoint - value - 1)) value += 1;
    return String(value);
  });
