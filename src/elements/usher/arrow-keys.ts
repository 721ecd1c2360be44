/** Arrow keys go from one control of a question to the next, besides Tab. */

const STEPS: { readonly [key: string]: number } = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export const arrowKeys = (event: Event): void => {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof HTMLElement)) return;
  const { key, target } = event;
  const group = target.closest('.options');
  const step = STEPS[key];
  if (!step || !group) return;
  const all = [...group.querySelectorAll<HTMLElement>('button, input')];
  const mirrored = /Left|Right/.test(key) && group.matches(':dir(rtl)') ? -1 : 1;
  all.at((all.indexOf(target) + step * mirrored) % all.length)?.focus();
  event.preventDefault();
};
