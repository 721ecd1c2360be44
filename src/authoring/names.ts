/** What the names in conditions and placeholders stand for. */
import { fieldsOf } from '../flow/kinds/contact-fields.js';
import { COUNTRIES } from '../flow/kinds/country.js';
import { kindOf } from '../flow/kinds/kind-of.js';
import { bestOf } from '../flow/kinds/limit.js';
import { isQuestion } from '../flow/step.js';
import type { Experiment, Playbook, Step } from '../playbook/schema.js';
import { valueOf } from './step-graph.js';

/** What a name can be, as far as the playbook tells. */
export type Meaning =
  | { readonly is: 'number'; readonly min?: number; readonly max?: number }
  /** One of these words; `isList`: several of them. */
  | { readonly is: 'words'; readonly words: readonly string[]; readonly isList: boolean }
  | { readonly is: 'text' }
  | { readonly is: 'yesNo' }
  /** A whole contact card; its fields have names of their own. */
  | { readonly is: 'card'; readonly fields: readonly string[] }
  /** A step that asks nothing. */
  | { readonly is: 'silent' };

const ARRIVALS = ['ad', 'newsletter', 'referral', 'search', 'booth', 'direct', 'returning'];
const VERDICTS = ['qualified', 'nurture', 'disqualified', 'undetermined'];

/** Reserved names about the visit. */
const VISIT = new Map<string, Meaning>([
  ['arrival', { is: 'words', words: ARRIVALS, isList: false }],
  ['campaign', { is: 'text' }],
  ['returning', { is: 'yesNo' }],
  ['variant', { is: 'words', words: [], isList: true }],
]);

/** Reserved names about how the prospect stands so far. */
const STANDING = new Map<string, Meaning>([
  ['score', { is: 'number', min: 0 }],
  ['slotsYes', { is: 'number', min: 0 }],
  ['slotsNo', { is: 'number', min: 0 }],
  ['slotsUnknown', { is: 'number', min: 0 }],
  ['verdict', { is: 'words', words: VERDICTS, isList: false }],
]);

/** What is known of a lead besides its answers, for rules about who gets it. */
const leadNames = ({ steps, products = [] }: Playbook): ReadonlyMap<string, Meaning> => {
  const asks = (test: (step: Step) => boolean) => steps.some(test);
  const hasField = (step: Step) => fieldsOf(step).some(({ name }) => name === 'country');
  const isCard = (step: Step) => ['contact', 'address'].includes(kindOf(step)) && hasField(step);
  return new Map<string, Meaning>([
    ['language', { is: 'text' }],
    ['product', { is: 'words', words: products.map(({ id }) => id), isList: false }],
    ...(asks((step) => kindOf(step) === 'country' || isCard(step))
      ? [['country', { is: 'words', words: COUNTRIES, isList: false }] as const]
      : []),
    ...(asks((step) => kindOf(step) === 'address') ? [['postcode', { is: 'text' }] as const] : []),
  ]);
};

const variantOf = (experiments: readonly Experiment[]): Meaning => ({
  is: 'words',
  words: experiments.flatMap(({ variants }) => variants.map((variant) => variant.id)),
  isList: true,
});

export interface Names {
  /** What an answer can be, by step id or `step.field`; undefined for names that are neither. */
  answer(name: string): Meaning | undefined;
  visit(name: string): Meaning | undefined;
  standing(name: string): Meaning | undefined;
  /** What is known of the lead besides, as far as anything is asked that tells it. */
  lead(name: string): Meaning | undefined;
  /** Names of answers. */
  readonly answers: readonly string[];
  /** Every name there is. */
  readonly all: readonly string[];
}

const meaningOf = (step: Step): Meaning => {
  if (!isQuestion(step)) return { is: 'silent' };
  switch (kindOf(step)) {
    case 'number':
      return { is: 'number', min: step.min, max: step.max };
    case 'choice':
    case 'choices': {
      const isList = kindOf(step) === 'choices';
      return { is: 'words', words: [...new Set((step.options ?? []).map(valueOf))], isList };
    }
    case 'yesNo':
    case 'consent':
      return { is: 'yesNo' };
    case 'rating':
      return { is: 'number', min: 1, max: bestOf(step) };
    case 'country':
      return { is: 'words', words: COUNTRIES, isList: false };
    case 'contact':
    case 'address':
      return { is: 'card', fields: fieldsOf(step).map((field) => field.name) };
    default:
      return { is: 'text' };
  }
};

export const namesOf = (playbook: Playbook): Names => {
  const { steps, experiments = [] } = playbook;
  const lead = leadNames(playbook);
  const answers = new Map<string, Meaning>();
  for (const step of steps) {
    const meaning = meaningOf(step);
    if (answers.has(step.id)) continue;
    answers.set(step.id, meaning);
    if (meaning.is === 'card') {
      for (const field of meaning.fields) answers.set(`${step.id}.${field}`, { is: 'text' });
    }
  }
  return {
    answer: (name) => answers.get(name),
    visit: (name) => (name === 'variant' ? variantOf(experiments) : VISIT.get(name)),
    standing: (name) => STANDING.get(name),
    lead: (name) => lead.get(name),
    answers: [...answers.keys()],
    all: [...answers.keys(), ...VISIT.keys(), ...STANDING.keys()],
  };
};
