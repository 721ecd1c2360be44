/** How the HTML mail looks. Everything needed stands inline; what stands in the head only makes it better. */

export const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The dot before the band: read together with its word, never alone. */
export const TONES: ReadonlyMap<string, string> = new Map([
  ['Hot', '#d9480f'],
  ['Warm', '#c98a04'],
  ['Cold', '#4f7cac'],
]);

export const DARK = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#161615!important}
.card{background-color:#1f1f1d!important;border-color:#363633!important}
.box{background-color:#2a2a27!important}
.ink{color:#f1f1ee!important}
.soft{color:#b4b4ae!important}
.line{border-color:#363633!important}
.main{background-color:#f1f1ee!important;border-color:#f1f1ee!important;color:#1d1d1b!important}
.other{background-color:#2a2a27!important;border-color:#6f6f69!important;color:#f1f1ee!important}
.say{border-color:#7aa7f5!important}
}
`;
