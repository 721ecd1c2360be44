/** Checks that names in lists outside of the steps are used once. */
import type { Playbook } from '../playbook/schema.js';
import { quote, type Findings } from './findings.js';

export const checkIds = ({ products, knowledge, objections }: Playbook, { error }: Findings): void => {
  const once = (entries: readonly unknown[] | undefined, path: string, code: string): void => {
    const seen = new Map<string, number>();
    entries?.forEach((entry, i) => {
      if (typeof entry !== 'object' || entry === null) return;
      const { id } = entry as { readonly id: string };
      const first = seen.get(id);
      if (first === undefined) seen.set(id, i);
      else
        error(
          code,
          `${path}[${i}].id`,
          `${quote(id)} is already the name of ${path}[${first}].`,
          'Give every entry a name of its own.',
        );
    });
  };
  once(products, 'products', 'product.duplicate-id');
  once(typeof knowledge === 'string' ? [] : knowledge, 'knowledge', 'knowledge.duplicate-id');
  once(objections, 'objections', 'objection.duplicate-id');
};
