/** Reads a colour in whatever form a site wrote it: names, hsl(), oklch(), var() of the page. */

/** The accent that the site's style sheet gives the chat; empty where it gives none. */
export const siteAccent = (host: HTMLElement): string =>
  getComputedStyle(host).getPropertyValue('--warmlead-accent').trim();

/**
 * The colour as `color(srgb …)` or `rgb(…)`; empty for what is none. Browsers answer the modern forms as they
 * were written, but a colour mixed with itself becomes sRGB.
 */
export const inSrgb = (root: ShadowRoot, colour: string): string => {
  if (colour.startsWith('#')) return colour;
  const probe = document.createElement('i');
  probe.style.color = `color-mix(in srgb, ${colour} 100%, ${colour})`;
  root.append(probe);
  const answer = probe.style.color && getComputedStyle(probe).color;
  probe.remove();
  return answer;
};
