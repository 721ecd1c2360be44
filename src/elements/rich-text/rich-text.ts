/** Draws the tiny rich text of playbooks: text nodes and five elements, never HTML. */
import { html, nothing, type TemplateResult } from 'lit';
import { parseRichText, type RichNode } from '../../flow/rich-text.js';
import type { Scene } from '../scene.js';

type Href = Scene['href'];

/** Another site opens beside this one; the site itself and mail or phone do not. */
const elsewhere = (href: string) => /^https?:/.test(href) && new URL(href).origin !== location.origin;

/** A link that leaves the page alone. `words` may be a template. */
export const link = (href: string, words: unknown, part = ''): TemplateResult =>
  html`<a
    href=${href}
    class=${part || nothing}
    target=${elsewhere(href) ? '_blank' : nothing}
    rel="noopener noreferrer"
    >${words}</a
  >`;

const draw = (nodes: readonly RichNode[], href: Href): unknown[] =>
  nodes.map((node) => {
    switch (node.type) {
      case 'text':
        return node.text;
      case 'break':
        return html`<br />`;
      case 'list':
        return html`<ul>
          ${node.items.map((item) => html`<li>${draw(item, href)}</li>`)}
        </ul>`;
      case 'link': {
        const address = href(node.href);
        return address ? link(address, draw(node.nodes, href)) : draw(node.nodes, href);
      }
      case 'bold':
        return html`<strong>${draw(node.nodes, href)}</strong>`;
      case 'italic':
        return html`<em>${draw(node.nodes, href)}</em>`;
    }
  });

/** Most texts are nothing but text, and are drawn as that. */
export const richText = (source: string, href: Href): unknown => {
  const nodes = parseRichText(source);
  const [only] = nodes;
  return nodes.length === 1 && only?.type === 'text' ? only.text : draw(nodes, href);
};
