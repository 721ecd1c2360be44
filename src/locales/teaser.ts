/** The one word that the teaser needs besides the owner's own. */
const DISMISS: ReadonlyMap<string, string> = new Map([
  ['en', 'Dismiss'],
  ['de', 'Ausblenden'],
  ['ar', 'إخفاء'],
]);

/** What the button that dismisses the teaser is called, in the language of this tag; else in English. */
export const dismissWord = (locale: string): string =>
  DISMISS.get(locale.toLowerCase().split(/[-_]/)[0] ?? '') ?? 'Dismiss';
