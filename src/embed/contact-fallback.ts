/** When the chat cannot be had, its button becomes the company's own contact link. */
import type { Options } from './options.js';

/** The address behind the fallback options: e-mail first, then phone, then page. Null: none was given. */
export const contactHref = (options: Options): string | null => {
  const { 'fallback-email': email, 'fallback-phone': phone, 'fallback-url': page } = options;
  if (email) return `mailto:${email}`;
  if (phone) return `tel:${phone.replace(/[^+\d]/g, '')}`;
  if (!page) return null;
  const url = new URL(page, document.baseURI);
  return /^https?:$/.test(url.protocol) ? url.href : null;
};

/**
 * Puts a link in the button's place, with its classes and its look. Without a contact the button stays, so
 * that the next click tries again.
 */
export const offerContact = (button: HTMLElement, options: Options): void => {
  const href = contactHref(options);
  if (!href || !button.isConnected) return;
  const link = document.createElement('a');
  link.href = href;
  link.id = button.id;
  link.className = button.className;
  link.part.value = button.part.value;
  link.setAttribute(
    'aria-label',
    [options['fallback-email'], options['fallback-phone'], href].find(Boolean) ?? href,
  );
  link.append(...button.childNodes);
  const focused = (button.getRootNode() as ShadowRoot).activeElement === button;
  button.replaceWith(link);
  if (focused) link.focus();
};
