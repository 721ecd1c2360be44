/**
 * Numbers for the owner: tells the page's tag manager what happens, and the receiver how far conversations come.
 * Loaded only where the owner wants one of them. Trials, what a machine seems to have written, and visitors with
 * Global Privacy Control are left out; where the page is asked about storing, it is waited for its yes.
 */
import { tellDataLayer } from '../adapters/data-layer.js';
import { browserPage } from '../adapters/page.js';
import { sendCounts } from '../adapters/send-counts.js';
import type { Conversation, ConversationFact } from '../conversation/contract.js';
import { createMeasuring } from '../conversation/measuring.js';
import { createTally } from '../conversation/tally.js';
import type { ChatAttributes } from '../elements/chat/chat-attributes.js';
import { countsAddress } from '../formats/counts.js';
import { dataLayerEvents, type Measured } from '../formats/data-layer.js';
import type { Measure } from '../formats/measure.js';
import { takesCounts } from '../formats/takes-counts.js';
import type { Playbook } from '../playbook/schema.js';
import { loadPlaybook } from './playbook.js';

export interface MeasureOptions {
  readonly conversation: Conversation;
  readonly chat: ChatAttributes;
  /** What the conversation told before this was loaded. */
  readonly told: readonly ConversationFact[];
  readonly playbookUrl: string;
}

/** Trials are not counted, and neither is who does not want it. */
const isCounted = (chat: ChatAttributes): boolean => !chat.isTest && !browserPage().read().gpc;

/** Whether the page allows it; `unknown`: it has not said yet. */
const allowed = ({ privacy }: Playbook, { storage }: ChatAttributes): boolean | 'unknown' => {
  if (privacy?.storage !== 'ask-host' || storage === 'yes') return true;
  return storage !== 'no' && 'unknown';
};

const tell = (chat: ChatAttributes, measure: Measure, about: Measured): void => {
  if (!chat.events) return;
  for (const event of dataLayerEvents(measure, about)) tellDataLayer(chat.events, event);
};

/** Tells that a floating chat stands in the page. */
export const tellShown = async (chat: ChatAttributes): Promise<void> => {
  if (!isCounted(chat)) return;
  const loaded = await loadPlaybook(chat.playbook);
  if (!loaded.ok || allowed(loaded.playbook, chat) !== true) return;
  const { id, version = '' } = loaded.playbook;
  tell(chat, { is: 'shown' }, { playbook: id, version, arrival: undefined });
};

export const measure = ({ conversation, chat, told, playbookUrl }: MeasureOptions): void => {
  if (!isCounted(chat)) return;
  const page = browserPage();
  const { playbook } = conversation;
  const { id, version = '', delivery } = playbook;
  const began = () => conversation.view.fold.log.find((entry) => entry.type === 'began');
  const tally = createTally();
  const measuring = createMeasuring({ view: () => conversation.view, told });
  let waiting: Measure[] = [];
  let isSuspect = false;

  const pass = (): void => {
    const may = allowed(playbook, chat);
    if (may === 'unknown') return;
    const measures = may && !isSuspect ? waiting : [];
    waiting = [];
    const about = { playbook: id, version, arrival: began()?.arrival.kind };
    for (const one of measures) {
      tally.add(one);
      tell(chat, one, about);
    }
  };
  const note = (measures: readonly Measure[]): void => {
    waiting.push(...measures);
    pass();
  };
  const hear = (fact: ConversationFact): void => {
    isSuspect ||= fact.type === 'submit' && fact.suspect === true;
    note(measuring.heard(fact));
  };
  const count = (): void => {
    const led = began()?.playbook;
    const address = countsAddress(delivery.url, playbookUrl);
    const counts = takesCounts(delivery) && !isSuspect ? tally.take() : null;
    if (led && address && counts) sendCounts(address, { counts: 1, playbook: led, ...counts });
  };

  if (chat.mode !== 'floating') note([{ is: 'shown' }]);
  if (chat.open) note(measuring.opened(chat.byVisitor));
  const onOpen = () => note(measuring.opened(chat.byVisitor));
  chat.addEventListener('warmlead-open', onOpen);
  told.forEach(hear);
  const stopFacts = conversation.onFact(hear);
  const stopPage = page.onHidden(() => {
    note(measuring.left());
    count();
    if (chat.isConnected) return;
    chat.removeEventListener('warmlead-open', onOpen);
    stopFacts();
    stopPage();
  });
};
