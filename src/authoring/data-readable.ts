/** What strangers can read in the public file of a playbook, competitors among them. */
import { linesOf } from '../flow/lenient.js';
import { plainText } from '../flow/rich-text.js';
import { pathTo } from '../playbook/path.js';
import type { Playbook, Product } from '../playbook/schema.js';
import { isObject } from '../playbook/unchecked.js';
import { addressOf } from './data-sent.js';
import { quote } from './findings.js';

export interface Readable {
  /** Where it stands; empty where it stands in several places, which the examples then name. */
  readonly path: string;
  /** What it is, as one sentence. */
  readonly what: string;
  /** Some of it, word by word. */
  readonly examples: readonly string[];
  /** Whether it is meant for your team rather than for visitors. */
  readonly internal: boolean;
}

/** Examples shown of each part. */
const MOST_EXAMPLES = 3;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const PHONE = /\+\d[\d ()/-]{6,20}\d/g;

interface Part extends Pick<Readable, 'path' | 'internal'> {
  /** What there is of it, word by word. */
  readonly items: (playbook: Playbook) => readonly string[];
  readonly what: (count: number) => string;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** E-mail addresses and phone numbers anywhere in the public part, each with the place where it stands first. */
const contactsIn = ({ private: _hidden, ...open }: Playbook): readonly string[] => {
  const found = new Map<string, string>();
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      for (const contact of [...(value.match(MAIL) ?? []), ...(value.match(PHONE) ?? [])])
        if (!found.has(contact)) found.set(contact, path);
    } else if (Array.isArray(value)) value.forEach((item, i) => look(item, pathTo(path, i)));
    else if (isObject(value))
      for (const [name, member] of Object.entries(value)) look(member, pathTo(path, name));
  };
  look(open, '');
  return [...found].map(([contact, path]) => `${contact} at ${path}`);
};

const priceOf = ({ price }: Product): string =>
  price ? `: from ${price.from} ${price.currency}${price.per ? ` per ${price.per}` : ''}` : '';

const answersIn = ({ knowledge }: Playbook): readonly string[] => {
  if (typeof knowledge === 'string') return [knowledge];
  return (knowledge ?? []).map((entry) =>
    typeof entry === 'string' ? entry : (entry.questions[0] ?? entry.id),
  );
};

const PARTS: readonly Part[] = [
  {
    path: '',
    internal: false,
    items: contactsIn,
    what: (count) =>
      `${counted(count, 'e-mail address or phone number', 'e-mail addresses and phone numbers')}. Robots that send spam read them, too.`,
  },
  {
    path: 'steps',
    internal: false,
    items: ({ steps }) => steps.map(({ ask, say, id }) => plainText(linesOf(ask ?? say).join(' ')) || id),
    what: (count) =>
      `${counted(count, 'step')}: every question with every option, in every language, also those that few visitors see.`,
  },
  {
    path: 'qualification.points',
    internal: true,
    items: ({ qualification }) =>
      (qualification?.points ?? []).map(({ because, add }) => `${because} (${add < 0 ? '' : '+'}${add})`),
    what: (count) => `How you score visitors: ${counted(count, 'reason')} with points.`,
  },
  {
    path: 'qualification.verdicts',
    internal: true,
    items: ({ qualification }) =>
      (qualification?.verdicts ?? []).map(({ is, band, because }) => `${band ?? is}: ${because}`),
    what: (count) =>
      `Whom you take for a good lead and whom you turn away: ${counted(count, 'verdict')} with reasons for your team.`,
  },
  {
    path: 'products',
    internal: false,
    items: ({ products = [] }) => products.map((product) => product.name + priceOf(product)),
    what: (count) => `${counted(count, 'product')}, with prices and for whom they are.`,
  },
  {
    path: 'knowledge',
    internal: false,
    items: answersIn,
    what: (count) =>
      `${counted(count, 'prepared answer or file of them', 'prepared answers or files of them')}.`,
  },
  {
    path: 'objections',
    internal: true,
    items: ({ objections = [] }) => objections.map(({ heard, id }) => heard[0] ?? id),
    what: (count) => `What people say against you, and what you reply: ${counted(count, 'objection')}.`,
  },
  {
    path: 'offers',
    internal: false,
    items: ({ offers = {} }) => Object.values(offers).flatMap(({ url }) => url ?? []),
    what: (count) => `${counted(count, 'address', 'addresses')} that next steps lead to.`,
  },
  {
    path: 'routing.owners',
    internal: true,
    items: ({ routing }) => Object.values(routing?.owners ?? {}).map(({ name }) => name),
    what: (count) => `Who works for you: ${counted(count, 'name')}.`,
  },
  {
    path: 'routing.rules',
    internal: true,
    items: ({ routing }) =>
      (routing?.rules ?? []).map(({ because, owner }) => `${[owner].flat().join(', ')}: ${because}`),
    what: (count) => `Who gets which leads: ${counted(count, 'rule')} with reasons for your team.`,
  },
  {
    path: 'routing.followUp',
    internal: true,
    items: ({ routing }) => (routing?.followUp ?? []).map(({ after, say }) => `${after}: ${say}`),
    what: (count) => `How you follow up on leads: ${counted(count, 'entry', 'entries')}.`,
  },
  {
    path: 'delivery',
    internal: false,
    items: ({ delivery }) => [delivery, ...(delivery.backup ? [delivery.backup] : [])].map(addressOf),
    what: () =>
      'Where leads are sent. Anybody can send something there, so the receiver has to check what it takes.',
  },
  {
    path: 'privacy.consent',
    internal: false,
    items: ({ privacy }) => (privacy?.consent ?? []).map(({ purpose }) => quote(purpose)),
    what: () => 'The wording of what visitors are asked to agree to.',
  },
];

const someOfThem = (items: readonly string[]): readonly string[] =>
  items.length > MOST_EXAMPLES
    ? [...items.slice(0, MOST_EXAMPLES), `and ${items.length - MOST_EXAMPLES} more`]
    : items;

/** Everything in the public part that is worth a thought, in the order of the playbook. Empty parts are left out. */
export const readableIn = (playbook: Playbook): readonly Readable[] =>
  PARTS.flatMap(({ path, internal, items, what }) => {
    const all = items(playbook);
    return all.length > 0 ? [{ path, what: what(all.length), examples: someOfThem(all), internal }] : [];
  });
