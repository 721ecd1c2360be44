/**
 * Style sheets as plain text, so that the button before the chat can share them without Lit. The tag's name
 * tells the build to minify the text.
 */
export const css = String.raw;

/**
 * Adds a style sheet to a shadow root and answers the way to replace its text. Without constructable sheets
 * it becomes a style element with the nonce of the page's own scripts.
 */
export const adopt = (root: ShadowRoot, text: string): ((text: string) => void) => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return (next) => sheet.replaceSync(next);
  } catch {
    const style = document.createElement('style');
    style.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
    style.textContent = text;
    root.append(style);
    return (next) => (style.textContent = next);
  }
};
