/**
 * Every state of the chat by name: what to answer, what to do and how the hand-over stands. Used by the
 * accessibility tests and by the contact sheet.
 */
import type { WarmleadChat } from '../../src/elements/chat/chat.js';
import type { ReceiptView } from '../../src/conversation/contract.js';
import type { Playbook } from '../../src/playbook/schema.js';
import { fakeConversation, type FakeConversation, type Patch } from './fake-conversation.js';
import { cardsAnywhere, FURTHER } from './further-playbooks.js';
import { callback, files, summary, visit } from './next-step-offers.js';
import { arabic, everyKind, german, kestrel } from './playbooks.js';

export interface State {
  readonly playbook: Playbook;
  readonly answered?: readonly string[];
  readonly patch?: Patch;
  /** Its control is fetched when it is asked for. */
  readonly isRare?: true;
  /** What the visitor does then. */
  readonly then?: ((chat: WarmleadChat, conversation: FakeConversation) => void | Promise<void>) | undefined;
}

const find = (chat: WarmleadChat, selector: string): HTMLElement | null =>
  chat.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const click = (selector: string) => async (chat: WarmleadChat) => {
  find(chat, selector)?.click();
  await chat.updateComplete;
};
const type = (text: string) => async (chat: WarmleadChat) => {
  const box = find(chat, '#composer') as HTMLTextAreaElement;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await chat.updateComplete;
};
const search = (text: string) => async (chat: WarmleadChat) => {
  const box = find(chat, '[role=combobox]') as HTMLInputElement;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await chat.updateComplete;
};
const page = (place: number) => async (chat: WarmleadChat) => {
  await click('#more')(chat);
  await click(`[role=menuitem]:nth-child(${place})`)(chat);
};

const rare = (kind: keyof typeof FURTHER, then?: State['then']): State => ({
  playbook: FURTHER[kind],
  isRare: true,
  then,
});

const toContact = ['alarms', '12', 'quarter', '£200 to £1,000', 'no'];
/** Fills and sends the contact card. */
const fillAndSend = (values: Readonly<Record<string, string>>) => async (chat: WarmleadChat) => {
  for (const [name, value] of Object.entries(values)) {
    const input = find(chat, `input[name=${name}]`);
    if (input instanceof HTMLInputElement) input.value = value;
  }
  await click('.contact .primary')(chat);
};
const send = fillAndSend({
  name: 'Priya Shah',
  email: 'priya@northfold.example',
  company: 'Northfold Foods',
});
const sentAs = (patch: Patch): State => ({ playbook: kestrel, answered: toContact, patch, then: send });
const SENT_AT = Date.UTC(2026, 10, 23, 15, 12);

const asked = (receipt: Partial<ReceiptView>): ReceiptView => ({
  kind: 'callback',
  cancelled: false,
  changeable: false,
  ...receipt,
});
const RICH: Patch = {
  handover: { is: 'sent', atMs: SENT_AT },
  offers: [callback, visit, summary],
  files,
};
/** Until what takes more than a tap was fetched. */
const there = async (chat: WarmleadChat, selector: string) => {
  while (!find(chat, selector)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await chat.updateComplete;
  }
};
const opened = (place: number) => async (chat: WarmleadChat) => {
  await send(chat);
  await there(chat, `.offers > :nth-child(3)`);
  await click(`.offers > :nth-child(${place})`)(chat);
  await there(chat, '.picker');
};
const timed = async (chat: WarmleadChat) => {
  await opened(1)(chat);
  await click('.days .option:nth-child(2)')(chat);
  await click('.times .option:nth-of-type(5)')(chat);
};
const askedFor = async (chat: WarmleadChat) => {
  await timed(chat);
  const phone = find(chat, '#picker-phone');
  if (phone instanceof HTMLInputElement) phone.value = '+44 7700 900123';
  await click('.picker .primary')(chat);
  await there(chat, '.agreed');
};
const rich = (then: State['then'], playbook = kestrel): State => ({
  playbook,
  answered: toContact,
  patch: RICH,
  then,
});
const chooseFirst = async (chat: WarmleadChat) => {
  await send(chat);
  await click('.offers button')(chat);
};

/** Without `closed`, every state is shown with the panel open. */
export const states: { readonly [name: string]: State } = {
  closed: { playbook: kestrel },
  welcome: { playbook: kestrel },
  why: { playbook: kestrel, answered: ['alarms'], then: click('.aside button') },
  number: { playbook: kestrel, answered: ['alarms'] },
  typing: { playbook: kestrel, answered: ['alarms'], then: type('about 12') },
  refused: { playbook: kestrel, answered: ['alarms', '12000'] },
  pills: { playbook: kestrel, answered: ['alarms', '12'] },
  optional: { playbook: kestrel, answered: ['alarms', '12', 'quarter'] },
  question: { playbook: kestrel, answered: ['alarms', 'Do you integrate with our warehouse system?'] },
  changing: { playbook: kestrel, answered: ['alarms', '12'], then: click('.turn.visitor .change') },
  changed: {
    playbook: kestrel,
    answered: ['alarms', '12'],
    then: async (chat, conversation) => {
      const [first] = conversation.view.answers;
      conversation.send({ type: 'visitor.corrected', of: first?.n ?? 0, raw: 'audits' });
      await chat.updateComplete;
    },
  },
  consent: { playbook: kestrel, answered: ['audits', '12', 'quarter', 'More'] },
  contact: { playbook: kestrel, answered: toContact },
  contactWrong: {
    playbook: kestrel,
    answered: toContact,
    then: fillAndSend({ name: 'Priya Shah', email: 'priya.northfold', company: 'Northfold Foods' }),
  },
  email: { playbook: everyKind },
  several: {
    playbook: everyKind,
    answered: ['priya@northfold.example'],
    isRare: true,
    then: click('.option input'),
  },
  yesNo: { playbook: everyKind, answered: ['priya@northfold.example', 'Paper'] },
  skipped: {
    playbook: everyKind,
    answered: ['priya@northfold.example', 'Paper', 'yes'],
    then: click('.skip'),
  },
  review: {
    playbook: everyKind,
    answered: [
      'priya@northfold.example',
      'Paper, Spreadsheets',
      'yes',
      'A door was left open.',
      'yes',
      '+44 20 7946 0999',
    ],
  },
  date: rare('date'),
  dateWrong: rare('date', async (chat) => {
    const day = find(chat, '.day');
    if (day instanceof HTMLInputElement) day.value = '2020-05-04';
    await click('.beside .primary')(chat);
  }),
  rating: rare('rating'),
  tenfold: rare('tenfold'),
  slider: rare('slider'),
  moneySlider: rare('moneySlider'),
  money: { playbook: FURTHER.money },
  country: rare('country'),
  countryFound: rare('country', search('united')),
  countryNotFound: rare('country', search('atlantis')),
  address: rare('address'),
  addressWrong: rare('address', click('.address .primary')),
  url: { playbook: FURTHER.url },
  pictures: rare('pictures'),
  severalPictures: rare('severalPictures', click('.option input')),
  emailSlip: { playbook: FURTHER.email, answered: ['jo@gmial.com'] },
  workEmail: { playbook: FURTHER.workEmail, answered: ['jo@gmail.com'] },
  cardSlip: {
    playbook: kestrel,
    answered: toContact,
    then: async (chat) => {
      const email = find(chat, 'input[name=email]');
      if (email instanceof HTMLInputElement) email.value = 'priya@gmial.com';
      email?.dispatchEvent(new Event('change', { bubbles: true }));
      while (!find(chat, '.hint')) await chat.updateComplete.then(() => new Promise((go) => setTimeout(go)));
    },
  },
  cardTyped: {
    playbook: kestrel,
    answered: [...toContact, 'Jo from Acme, +44 20 7946 0999'],
  },
  ownWords: rare('ownWords', click('[aria-controls=words]')),
  severalOwnWords: rare('severalOwnWords', click('.own input')),
  longList: rare('longList'),
  longSeveral: rare('longSeveral', click('[role=option]')),
  cardsFirst: { playbook: cardsAnywhere },
  cardsBetween: { playbook: cardsAnywhere, answered: ['alarms'] },
  restoring: { playbook: kestrel, patch: { phase: 'restoring' } },
  saving: sentAs({ handover: { is: 'saving' } }),
  saved: sentAs({ handover: { is: 'saved', durable: true, offline: false } }),
  sending: sentAs({ handover: { is: 'sending', durable: true } }),
  offline: sentAs({ handover: { is: 'waiting', durable: false, offline: true, code: 'network' } }),
  waiting: sentAs({ handover: { is: 'waiting', durable: true, offline: false, code: 'http.503' } }),
  sent: sentAs({ handover: { is: 'sent', atMs: SENT_AT } }),
  failed: sentAs({ handover: { is: 'failed', code: 'http.404' } }),
  chosen: {
    ...sentAs({ handover: { is: 'sent', atMs: SENT_AT } }),
    then: chooseFirst,
  },
  late: sentAs({ handover: { is: 'sent', atMs: SENT_AT }, late: true }),
  receipt: {
    ...sentAs({ handover: { is: 'sent', atMs: SENT_AT }, receipt: asked({ changeable: true }) }),
    then: chooseFirst,
  },
  receiptOff: sentAs({
    handover: { is: 'sent', atMs: SENT_AT },
    receipt: asked({ changeable: true, cancelled: true }),
  }),
  receiptElsewhere: {
    playbook: kestrel,
    patch: { resumed: 'same', receipt: asked({ start: '2026-11-24T14:00:00.000Z' }) },
  },
  questionsChanged: {
    playbook: kestrel,
    answered: ['alarms'],
    patch: { resumed: 'changed', questionsChanged: true },
  },
  arabicReceipt: {
    playbook: arabic,
    answered: ['alarms', '12'],
    patch: { handover: { is: 'sent', atMs: SENT_AT }, receipt: asked({ changeable: true }) },
    then: chooseFirst,
  },
  notOurs: { playbook: kestrel, answered: ['support'] },
  broken: { playbook: kestrel, patch: { phase: 'broken', problem: { code: 'playbook.broken' } } },
  menu: { playbook: kestrel, then: click('#more') },
  person: { playbook: kestrel, then: page(1) },
  restart: { playbook: kestrel, answered: ['alarms'], then: page(2) },
  privacy: { playbook: kestrel, answered: [...toContact.slice(0, 4), 'yes'], then: page(3) },
  privacySent: {
    ...sentAs({ handover: { is: 'sent', atMs: SENT_AT } }),
    then: async (chat) => {
      await send(chat);
      await page(3)(chat);
    },
  },
  erase: {
    playbook: kestrel,
    answered: ['alarms'],
    then: async (chat) => {
      await page(3)(chat);
      await click('.page .acts .secondary')(chat);
    },
  },
  arabicPrivacy: { playbook: arabic, answered: ['alarms', '12'], then: page(3) },
  german: { playbook: german, then: click('.aside button') },
  germanContact: { playbook: german, answered: ['Etwas anderes'] },
  arabic: { playbook: arabic },
  arabicNumber: { playbook: arabic, answered: ['alarms', 'abc'] },
  arabicContact: { playbook: arabic, answered: ['alarms', '12'] },
  arabicSent: {
    playbook: arabic,
    answered: ['alarms', '12'],
    patch: { handover: { is: 'sent', atMs: SENT_AT } },
    then: send,
  },
  picker: rich(opened(1)),
  pickerTime: rich(timed),
  pickerWrong: rich(async (chat) => {
    await timed(chat);
    await click('.picker .primary')(chat);
  }),
  pickerVisit: rich(opened(2)),
  pickerAsked: rich(askedFor),
  germanPicker: rich(timed, german),
  arabicPicker: rich(timed, arabic),
  arabicMenu: { playbook: arabic, then: click('#more') },
};

/** The conversation of a state, in the playbook's language unless another is given. */
export const conversationIn = (
  { playbook, answered, patch }: State,
  locale = playbook.language,
): FakeConversation => fakeConversation({ playbook, answered, patch, locale });

/** Brings a chat into a state and waits until all of it is drawn and at rest. */
export const enter = async (
  chat: WarmleadChat,
  conversation: FakeConversation,
  name: string,
): Promise<void> => {
  if (name === 'closed') return void (await chat.updateComplete);
  if (chat.mode === 'floating') chat.show({ focus: true });
  await chat.begin();
  const rest = async () => {
    for (let i = 0; i < 2; i++) {
      await chat.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  // The second half comes after the first question was painted, with its own style sheet.
  const isDressed = (by: RegExp) =>
    chat.renderRoot.adoptedStyleSheets.some((sheet) => by.test(textOf(sheet)));
  while (!isDressed(/\.because/)) await rest();
  while (states[name]?.isRare && !isDressed(/\.search-list/)) await rest();
  await rest();
  await states[name]?.then?.(chat, conversation);
  await rest();
  for (const animation of document.getAnimations()) animation.finish();
  for (const animation of chat.renderRoot.getAnimations()) animation.finish();
};

const textOf = (sheet: CSSStyleSheet): string => [...sheet.cssRules].map(({ cssText }) => cssText).join('');
