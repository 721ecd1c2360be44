/** When the chat cannot be had, its button becomes the company's own contact link. */
import type { Options } from './options.js';

/** The address behind the fallback options: e-mail first, then phone, then page. Empty: none was given. */
const contactHref = ({
  'fallback-email': email,
  'fallback-phone': phone,
  'fallback-url': page,
}: Options): string => {
  if (email) return `mailto:${email}`;
  if (phone) return `tel:${phone}`;
  return page && /^https?:/.test(new URL(page, document.baseURI).href) ? page : '';
};

/**
 * Puts a link in the button's place, with its look. Without a contact the button stays, so that the next
 * click tries again.
 */
export const offerContact = (button: HTMLElement, options: Options): void => {
  const href = contactHref(options);
  if (!href) return;
  const link = document.createElement('a');
  for (const { name, value } of button.attributes) link.setAttribute(name, value);
  link.removeAttribute('aria-expanded');
  link.href = href;
  link.ariaLabel = href.replace(/^\w+:/, '');
  link.append(...button.childNodes);
  const isFocused = button.matches(':focus');
  button.replaceWith(link);
  if (isFocused) link.focus();
};
