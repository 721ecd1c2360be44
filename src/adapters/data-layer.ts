/** Tells a tag manager of the page. */
import type { DataLayerEvent } from '../formats/data-layer.js';

/**
 * `name` is what the page calls its data layer, usually `dataLayer`, or Google's function, `gtag`. A data layer that
 * is not there yet is made, for its tag manager to find; anything else of that name is left alone.
 */
export const tellDataLayer = (name: string, { event, warmlead }: DataLayerEvent): void => {
  const page = window as unknown as Record<string, unknown>;
  try {
    const layer = page[name] ?? (name === 'gtag' ? null : (page[name] = []));
    if (typeof layer === 'function') {
      const said = Object.entries(warmlead).filter(([, value]) => value !== undefined);
      (layer as (...command: unknown[]) => void)('event', event, Object.fromEntries(said));
    } else if (typeof (layer as { push?: unknown } | null)?.push === 'function') {
      (layer as { push(event: DataLayerEvent): void }).push({ event, warmlead });
    }
  } catch {
    // What the page's own scripts make of it is theirs to mend.
  }
};
