/**
 * What is typed here is nobody else's: hot keys of the site would take letters, and focus traps of its dialogs
 * would take the focus. Seen with reveal.js, impress.js, MkDocs Material and Bootstrap.
 */
const OURS = ['keydown', 'keyup', 'keypress', 'focusin', 'focusout', 'input', 'paste'] as const;

export const keepKeys = (host: HTMLElement): void => {
  for (const type of OURS) host.addEventListener(type, (event) => event.stopPropagation());
};
