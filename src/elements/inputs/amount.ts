/** A number with its money or unit, as the visitor writes it. */
import type { Step } from '../../playbook/schema.js';

/** Answers the way to write numbers of that step, for example "£1,200" or "50 sites". */
export const amountIn = ({ currency, unit }: Step, locale: string): ((n: number) => string) => {
  try {
    const format = new Intl.NumberFormat(
      locale,
      currency ? { style: 'currency', currency, minimumFractionDigits: 0 } : {},
    );
    return (n) => (currency || !unit ? format.format(n) : `${format.format(n)} ${unit}`);
  } catch {
    // An unchecked playbook may name no currency at all.
    return (n) => `${n} ${currency ?? unit ?? ''}`.trim();
  }
};
