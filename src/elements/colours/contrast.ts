/**
 * Colours that can be read. From one accent: the fill of buttons and own messages, the text on it, the ring
 * for focus and progress, and the hue of the greys. Pure.
 * Sources: WCAG 2.2, "relative luminance" and "contrast ratio"; Björn Ottosson, "OKLab" (2020) for the hue.
 */

/** Red, green and blue, 0 to 1, linear light. */
export type Light = readonly [number, number, number];

export interface Palette {
  /** Background of buttons and own messages. */
  readonly fill: string;
  /** Text on `fill`, at least 4.5:1. */
  readonly on: string;
  /** Lines that carry meaning, at least 3:1 against every surface. */
  readonly ring: string;
}

const WHITE = '#fff';
const INK = '#17171a';
/** The brightest fill on which white reaches 4.5:1, with a little to spare for rounding. */
const UNDER_WHITE = 0.178;
/** Up to here a brand colour is darkened until white can stand on it; brighter ones keep their tone under ink. */
const WHITE_UP_TO = 0.36;
/** 3:1 against the darkest light surface and the brightest dark one, with a little to spare. */
const RING_ON_LIGHT = 0.26;
const RING_ON_DARK = 0.16;

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const encoded = (c: number) =>
  Math.round(255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055))
    .toString(16)
    .padStart(2, '0');

export const luminance = ([r, g, b]: Light): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** 1 to 21. */
export const contrast = (a: Light, b: Light): number => {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return x > y ? x / y : y / x;
};

/**
 * Reads `#rgb`, `#rrggbb`, `rgb(…)` and `color(srgb …)`, the forms in which people write colours and browsers
 * answer them. Null for everything else.
 */
export const lightOf = (colour: string): Light | null => {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour.trim())?.[1];
  const size = hex && hex.length / 3;
  const parts = size
    ? [0, 1, 2].map((i) => parseInt(hex.slice(i * size, i * size + size).repeat(3 - size), 16) / 255)
    : /^(rgba?|color\(srgb )/.test(colour)
      ? (colour.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map((part) => +part / (colour[0] === 'r' ? 255 : 1))
      : [];
  const [r, g, b] = parts.map((part) => linear(Math.min(1, Math.max(0, part))));
  return r === undefined || g === undefined || b === undefined ? null : [r, g, b];
};

/** Mixed in linear light with black or white, which keeps the hue, until it has that luminance. */
const toned = (light: Light, wanted: number): string => {
  const now = luminance(light);
  const white = now < wanted ? (wanted - now) / (1 - now) : 0;
  const keep = now > wanted ? wanted / now : 1 - white;
  return `#${light.map((c) => encoded(c * keep + white)).join('')}`;
};

/** The palette for an accent on light or on dark surfaces. */
export const paletteFor = (accent: Light, dark: boolean): Palette => {
  const is = luminance(accent);
  const lifted = Math.max(is, dark ? RING_ON_DARK : 0);
  return {
    fill: toned(accent, is > WHITE_UP_TO ? is : Math.min(lifted, UNDER_WHITE)),
    on: is > WHITE_UP_TO ? INK : WHITE,
    ring: toned(accent, dark ? lifted : Math.min(is, RING_ON_LIGHT)),
  };
};

/** Hue of the greys where the accent has none of its own. */
const COOL = 250;

/** The accent's OKLCH hue in degrees, 0 to 359; a cool one for black, white and grey. */
export const hueOf = ([r, g, b]: Light): number => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return Math.hypot(x, y) < 0.01 ? COOL : Math.round((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
};
