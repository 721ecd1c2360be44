/** Finds the parts of the page and makes new ones. */

/** The element of that id. Throws where the page and its script do not belong together. */
export const part = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`The page has no #${id}.`);
};

export const button = (id: string): HTMLButtonElement => part(id, HTMLButtonElement);

/** A new element with a class and what stands in it. */
export const made = <N extends keyof HTMLElementTagNameMap>(
  name: N,
  className = '',
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[N] => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
};

const SVG = 'http://www.w3.org/2000/svg';

/** One of the drawings that stand in the page as symbols; decoration only. */
export const icon = (name: 'error' | 'warning' | 'info' | 'done'): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  svg.setAttribute('class', `icon ${name}`);
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
};
