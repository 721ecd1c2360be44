/** When the chat cannot be had, its button becomes the company's own contact link. */
import type { Options } from './options.js';

/**
 * Puts a link in the button's place, with its look: to the e-mail address, else the phone, else the page.
 * Without a contact the button stays, so that the next click tries again.
 */
export const offerContact = (
  button: HTMLElement,
  { 'fallback-email': email, 'fallback-phone': phone, 'fallback-url': page }: Options,
): void => {
  const contact = email || phone || page;
  const { id, className, part } = button;
  const href = (email ? 'mailto:' : phone ? 'tel:' : '') + contact;
  const link = Object.assign(document.createElement('a'), { id, className, part, ariaLabel: contact, href });
  if (!contact || !/^(http|mailto:|tel:)/.test(link.protocol)) return;
  link.append(...button.childNodes);
  const isFocused = button.matches(':focus');
  button.replaceWith(link);
  if (isFocused) link.focus();
};
