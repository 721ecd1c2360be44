/** Playbooks whose first question is of a kind that few playbooks have. */
import type { Playbook, Step } from '../../src/playbook/schema.js';
import { kestrel } from './playbooks.js';

const contact = kestrel.steps.filter(({ id }) => id === 'contact');

/** That question, then the contact card. */
export const asking = (step: Omit<Step, 'id'>): Playbook => ({
  ...kestrel,
  id: 'one-question',
  privacy: { notice: 'We use this to answer you. [Privacy](/privacy)' },
  steps: [{ id: 'asked', ...step }, ...contact],
});

const picture = (name: string) => ({ src: `/test/elements/art/${name}.svg`, alt: '' });

export const ROOMS = [
  { value: 'walk-in', label: 'Walk-in freezer', image: picture('walk-in') },
  { value: 'chest', label: 'Chest freezers', image: picture('chest') },
  { value: 'truck', label: 'Refrigerated trucks on long-distance routes', image: picture('truck') },
  { value: 'none', label: 'None of these' },
];

const CITIES =
  'Aberdeen,Belfast,Birmingham,Bristol,Cambridge,Cardiff,Coventry,Derby,Edinburgh,Exeter,Glasgow,Leeds,Leicester,Liverpool,London,Manchester,Newcastle,Norwich,Nottingham,Oxford';

export const FURTHER = {
  date: asking({ ask: 'When should it be running?', kind: 'date', earliest: 'today', optional: true }),
  rating: asking({
    ask: 'How well does your present system work?',
    kind: 'rating',
    ends: ['Not at all', 'Very well'],
  }),
  tenfold: asking({
    ask: 'How likely is it that you decide this year?',
    kind: 'rating',
    max: 10,
    ends: ['Not likely', 'Certain'],
  }),
  slider: asking({
    ask: 'How many sites do you run?',
    kind: 'number',
    slider: true,
    min: 1,
    max: 101,
    step: 5,
    unit: 'sites',
  }),
  moneySlider: asking({
    ask: 'What may it cost a month?',
    kind: 'number',
    slider: true,
    min: 0,
    max: 5000,
    step: 50,
    currency: 'EUR',
  }),
  money: asking({ ask: 'What may it cost a month?', kind: 'number', currency: 'EUR', min: 1 }),
  country: asking({ ask: 'Where are your sites?', kind: 'country' }),
  address: asking({ ask: 'Where should we install it?', kind: 'address', why: 'To send the right fitter.' }),
  url: asking({ ask: 'What is your website?', kind: 'url' }),
  pictures: asking({ ask: 'What do you keep cold?', options: ROOMS }),
  severalPictures: asking({ ask: 'What do you keep cold?', kind: 'choices', options: ROOMS }),
  ownWords: asking({
    ask: 'What do you use today?',
    options: ['Paper', 'Spreadsheets', { value: 'other', label: 'Something else', text: true }],
  }),
  severalOwnWords: asking({
    ask: 'What do you use today?',
    kind: 'choices',
    options: ['Paper', 'Spreadsheets', { value: 'other', label: 'Something else', text: true }],
  }),
  longList: asking({
    ask: 'Which city is nearest?',
    options: [...CITIES.split(','), { value: 'other', label: 'Somewhere else', text: true }],
  }),
  longSeveral: asking({ ask: 'Where do you have sites?', kind: 'choices', options: CITIES.split(',') }),
  email: asking({ ask: 'Where can we write to you?', kind: 'email' }),
  workEmail: asking({ ask: 'Where can we write to you?', kind: 'email', business: 'prefer' }),
  onlyWorkEmail: asking({ ask: 'Where can we write to you?', kind: 'email', business: 'require' }),
} as const satisfies Readonly<Record<string, Playbook>>;

/** Product cards right at the beginning, between two questions, and once more before the contact card. */
export const cardsAnywhere: Playbook = {
  ...kestrel,
  id: 'cards-anywhere',
  steps: [
    { id: 'first', show: 'products' },
    ...kestrel.steps.filter(({ id }) => id === 'need').map((step) => ({ ...step, next: 'middle' })),
    { id: 'middle', show: 'products' },
    ...kestrel.steps.filter(({ id }) => id === 'sites'),
    { id: 'last', show: 'products' },
    ...contact,
  ],
};
