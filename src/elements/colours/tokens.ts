/**
 * The accent's colours as custom properties of the host. The greys that go with them stand in
 * `panel/surface.css.ts`.
 */
import { hueOf, lightOf, paletteFor, type Light } from './contrast.js';

const declared = (light: Light, dark: boolean) => {
  const { fill, on, ring } = paletteFor(light, dark);
  return `{--_fill:${fill};--_on:${on};--_ring:${ring}}`;
};

/** A rule for the host, light and dark. Where `accent` is nothing that `lightOf` reads, `fallback` is used. */
export const accentRule = (accent: string, fallback: string): string => {
  const light = lightOf(accent) ?? lightOf(fallback);
  if (!light) return '';
  const dark = declared(light, true);
  return `:host{--_h:${hueOf(light)}}:host${declared(light, false)}@media(prefers-color-scheme:dark){:host(:not([scheme=light]))${dark}}:host([scheme=dark])${dark}`;
};
