/** How the HTML mail looks. Everything needed stands inline; what stands in the head only makes it better. */

export const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Every soft text stands at 4.5:1 or more on page and card. */
export const INK = {
  page: '#f4f4f2',
  card: '#ffffff',
  line: '#e4e4e0',
  ink: '#1d1d1b',
  soft: '#62625d',
  accent: '#2f6fdb',
} as const;

export const SIZES = {
  text: 'font-size:15px;line-height:22px',
  small: 'font-size:13px;line-height:20px',
  tiny: 'font-size:12px;line-height:18px;padding:2px 8px 2px 0',
} as const;

export const BUTTONS = {
  main: { name: 'main', paint: INK.ink, ink: INK.card },
  other: { name: 'other', paint: INK.card, ink: INK.ink },
} as const;

/** The dot before the band: read together with its word, never alone. */
export const TONES: ReadonlyMap<string, string> = new Map([
  ['Hot', '#d9480f'],
  ['Warm', '#c98a04'],
  ['Cold', '#4f7cac'],
]);

/** Where the reader's mail program is dark and says so; others invert the inline colours by themselves. */
export const DARK = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#161615!important}
.card{background-color:#1f1f1d!important;border-color:#363633!important}
.box{background-color:#2a2a27!important}
.ink{color:#f1f1ee!important}
.soft{color:#b4b4ae!important}
.line{border-color:#363633!important}
.main{background-color:#f1f1ee!important;border-color:#f1f1ee!important}
.main-ink{color:#1d1d1b!important}
.other{background-color:#2a2a27!important;border-color:#6f6f69!important}
.other-ink{color:#f1f1ee!important}
.say{border-color:#7aa7f5!important}
}
`;
