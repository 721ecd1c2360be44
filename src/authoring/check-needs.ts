/** Checks what answers ask of products: names that exist, and comparisons that can be made. */
import { attributeOf, COMPARISONS, comparisonOf, PRICE } from '../matching/needs.js';
import { didYouMean } from '../playbook/nearest.js';
import { pathTo } from '../playbook/path.js';
import type { Need, Playbook } from '../playbook/schema.js';
import { quote, someOf, type Findings } from './findings.js';
import { namesOf, type Names } from './names.js';

export const checkNeeds = (playbook: Playbook, findings: Findings): void => {
  const names = namesOf(playbook);
  playbook.needs?.forEach((need, i) => {
    const path = `needs[${i}]`;
    checkAnswer(need, path, names, findings);
    checkComparison(need, path, playbook, names, findings);
    checkRest(need, path, playbook, findings);
  });
  checkUnusedAttributes(playbook, findings);
};

const checkAnswer = ({ answer, times }: Need, path: string, names: Names, { error }: Findings): void => {
  for (const [field, name] of Object.entries({ answer, times })) {
    const meaning = name === undefined ? undefined : names.answer(name);
    if (name === undefined || (meaning && meaning.is !== 'silent')) {
      if (field !== 'times' || !meaning || meaning.is === 'number') continue;
      error(
        'need.times-no-number',
        `${path}.times`,
        `${quote(name ?? '')} is not answered with a number, so nothing can be multiplied by it.`,
        'Name a step of kind "number".',
      );
    } else
      error('need.unknown-step', `${path}.${field}`, `No step asks ${quote(name)}.`, () =>
        didYouMean(name, names.answers, `Use the id of a step. Steps: ${someOf(names.answers, 10)}.`),
      );
  }
};

const checkComparison = (
  need: Need,
  path: string,
  { products = [] }: Playbook,
  names: Names,
  { error, warning }: Findings,
): void => {
  const named = COMPARISONS.filter((name) => need[name] !== undefined);
  const { by, attribute } = comparisonOf(need) ?? {};
  if (named.length !== 1 || by === undefined || attribute === undefined) {
    const what = named.length === 0 ? 'compares nothing' : `compares in ${named.length} ways`;
    const cure = 'Write one of "is", "in", "atLeast" and "atMost" with the name of an attribute.';
    return error('need.comparison', path, `This need ${what}.`, cure);
  }
  const at = `${path}.${by}`;
  const values = products.flatMap((product) => attributeOf(product, attribute) ?? []);
  const known = products.map((product) => attributeOf(product, attribute)).filter((has) => has !== undefined);
  if (known.length === 0) {
    const all = [PRICE, ...products.flatMap(({ attributes = {} }) => Object.keys(attributes))];
    return error('need.unknown-attribute', at, `No product has the attribute ${quote(attribute)}.`, () =>
      didYouMean(
        attribute,
        all,
        `Add it to "attributes" of the products. There is: ${someOf([...new Set(all)])}.`,
      ),
    );
  }
  if (by === 'atLeast' || by === 'atMost') {
    if (values.some((value) => typeof value !== 'number'))
      error(
        'need.attribute-no-number',
        at,
        `${quote(attribute)} is not a number everywhere.`,
        'Write a number in every product, or compare with "is" or "in".',
      );
    const meaning = names.answer(need.answer);
    if (meaning && meaning.is !== 'number' && need.values === undefined)
      error(
        'need.answer-no-number',
        `${path}.answer`,
        `${quote(need.answer)} is not answered with a number, so it has no limit.`,
        'Say in "values" which number each option stands for, for example {"under200": 200}.',
      );
  } else if (by === 'in' && known.some((has) => !Array.isArray(has)))
    warning(
      'need.attribute-no-list',
      at,
      `${quote(attribute)} is not a list everywhere, so nothing is among it.`,
      'Write a list, for example ["freezer", "chilled"], or compare with "is".',
    );
};

const checkRest = (
  need: Need,
  path: string,
  { steps, products = [] }: Playbook,
  findings: Findings,
): void => {
  const { warning } = findings;
  const { by, attribute } = comparisonOf(need) ?? {};
  if (need.tolerance !== undefined && by !== 'atLeast' && by !== 'atMost')
    warning(
      'need.tolerance-unused',
      `${path}.tolerance`,
      'Only numbers can be nearly right.',
      'Remove "tolerance", or compare with "atLeast" or "atMost".',
    );
  if (need.must === true && need.otherwise === undefined)
    warning(
      'need.otherwise-missing',
      path,
      'A product that fails this must may still be shown when no other is left, and nothing says what it lacks.',
      'Add "otherwise", for example "it is made for up to {limit} sites".',
    );
  const step = steps.find(({ id }) => id === need.answer);
  const options = step?.options?.map((option) => (typeof option === 'string' ? option : option.value));
  for (const value of options ? Object.keys(need.values ?? {}) : []) {
    if (options?.includes(value)) continue;
    warning(
      'need.unknown-option',
      pathTo(`${path}.values`, value),
      `${quote(value)} is not an option of ${quote(need.answer)}.`,
      () => didYouMean(value, options ?? [], `Options: ${someOf(options ?? [], 10)}.`),
    );
  }
  const currencies = new Set(products.flatMap(({ price }) => price?.currency ?? []));
  if (attribute === PRICE && currencies.size > 1)
    warning(
      'need.currencies',
      `${path}.${by}`,
      `The prices are in ${someOf([...currencies])}, which are compared as if they were the same.`,
      'Give the products an attribute with the price in one currency, and compare that.',
    );
};

/** What no need looks at does nothing. */
const checkUnusedAttributes = ({ needs = [], products = [] }: Playbook, { info }: Findings): void => {
  const used = new Set(needs.map((need) => comparisonOf(need)?.attribute));
  products.forEach(({ attributes = {} }, i) => {
    for (const name of Object.keys(attributes)) {
      if (used.has(name)) continue;
      info(
        'product.attribute-unused',
        pathTo(`products[${i}].attributes`, name),
        `No need looks at ${quote(name)}.`,
        'Add one to "needs", or remove it.',
      );
    }
  });
};
