/** Danger and success, for text and signs. */
const DARK = '{--_danger:oklch(.76 .13 25);--_success:oklch(.78 .14 150)}';

export const signsCss = `:host{--_danger:oklch(.52 .19 25);--_success:oklch(.48 .12 150)}@media(prefers-color-scheme:dark){:host(:not([scheme=light]))${DARK}}:host([scheme=dark])${DARK}`;
