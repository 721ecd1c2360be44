/** Every condition in a playbook: where it stands, and what is known where it is asked. */
import type { Condition } from '../playbook/condition.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook } from '../playbook/schema.js';

/**
 * step: while the conversation goes on. greeting: before the first answer. points: what scores and verdicts
 * are made of. reply: as step, and what stands under an objection. verdict: score and slots are known. product: answers only. close: everything is known.
 * routing: as close, and what is known of a lead besides its answers.
 */
export type Where = 'step' | 'reply' | 'greeting' | 'points' | 'verdict' | 'product' | 'close' | 'routing';

export interface PlacedCondition {
  readonly condition: Condition;
  readonly path: string;
  readonly where: Where;
}

export const conditionsOf = (playbook: Playbook): readonly PlacedCondition[] => {
  const found: PlacedCondition[] = [];
  const add = (condition: Condition | undefined, path: string, where: Where): void => {
    if (condition) found.push({ condition, path, where });
  };
  const { welcome, steps, qualification, products, objections, offers, routing } = playbook;
  const { private: hidden } = playbook;
  for (const name of ['teaser', 'say'] as const) {
    const said = welcome?.[name];
    if (!Array.isArray(said)) continue;
    said.forEach((each, i) => {
      if (typeof each === 'object') add(each.when, `welcome.${name}[${i}].when`, 'greeting');
    });
  }
  steps.forEach((step, i) => {
    step.options?.forEach((option, j) => {
      if (typeof option === 'object') add(option.when, `steps[${i}].options[${j}].when`, 'step');
    });
    if (typeof step.next === 'object') {
      step.next.forEach((branch, j) => add(branch.when, `steps[${i}].next[${j}].when`, 'step'));
    }
  });
  qualification?.points?.forEach((rule, i) => add(rule.when, `qualification.points[${i}].when`, 'points'));
  qualification?.verdicts.forEach((rule, i) =>
    add(rule.when, `qualification.verdicts[${i}].when`, 'verdict'),
  );
  products?.forEach((product, i) => {
    add(product.only, `products[${i}].only`, 'product');
    product.fits?.forEach((fit, j) => add(fit.when, `products[${i}].fits[${j}].when`, 'product'));
  });
  objections?.forEach((objection, i) => {
    add(objection.when, `objections[${i}].when`, 'step');
    objection.replies?.forEach((reply, j) => {
      if (typeof reply === 'object') add(reply.when, `objections[${i}].replies[${j}].when`, 'reply');
    });
  });
  for (const [name, offer] of Object.entries(offers ?? {})) {
    add(offer.when, pathTo(pathTo('offers', name), 'when'), 'close');
  }
  routing?.rules?.forEach((rule, i) => add(rule.when, `routing.rules[${i}].when`, 'routing'));
  routing?.followUp?.forEach((task, i) => add(task.when, `routing.followUp[${i}].when`, 'routing'));
  hidden?.points?.forEach((rule, i) => add(rule.when, `private.points[${i}].when`, 'points'));
  hidden?.rules?.forEach((rule, i) => add(rule.when, `private.rules[${i}].when`, 'routing'));
  hidden?.notes?.forEach((note, i) => add(note.when, `private.notes[${i}].when`, 'routing'));
  return found;
};
