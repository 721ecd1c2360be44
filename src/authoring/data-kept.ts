/** What a playbook's chat keeps on the visitor's device: where, under which name, from when, until when. */
import { ALL_PRESETS } from '../formats/all-presets.js';
import type { Playbook, Privacy } from '../playbook/schema.js';
import { sendsUnfinished } from './data-sent.js';

/** Names and times that the page works with. They come as an argument, because the check may not look there. */
export interface Keeping {
  /** How the names of kept conversations begin. */
  readonly conversationPrefix: string;
  /** How long a conversation is kept after its last entry, in milliseconds. */
  readonly tabMs: number;
  readonly deviceMs: number;
  /** How the names of remembered next steps begin. */
  readonly nextStepPrefix: string;
  /** How long a next step is remembered, in milliseconds. */
  readonly nextStepMs: number;
  /** How the names of marks on leads being sent begin. */
  readonly begunPrefix: string;
  /** The entry that tells the next page that something is kept. */
  readonly marker: string;
  /** The entry that tells the next page that the panel was open. */
  readonly openFlag: string;
  /** The entry of visits, and how long it is kept, in milliseconds. */
  readonly visits: string;
  readonly visitsMs: number;
  /** The same of what appears by itself. */
  readonly teaser: string;
  readonly teaserMs: number;
  /** The database of leads that wait. */
  readonly database: string;
  /** Age at which a lead that was tried in vain is given up, in milliseconds. */
  readonly giveUpMs: number;
  /** How long the receipt of a lead is kept, in milliseconds. */
  readonly receiptMs: number;
}

export interface Kept {
  readonly id:
    'conversation' | 'visits' | 'teaser' | 'waiting' | 'next-step' | 'receipts' | 'begun' | 'marker' | 'open';
  readonly what: string;
  /** memory: gone with the page. */
  readonly storage: 'memory' | 'sessionStorage' | 'localStorage' | 'IndexedDB';
  /** How it is called there; absent in memory. */
  readonly name?: string;
  readonly holds: string;
  /** Whether it says something about the visitor; a number by which only the owner finds the lead does not. */
  readonly personal: boolean;
  readonly from: string;
  readonly until: string;
}

const HOUR_MS = 3_600_000;

/** `24 hours`, `30 days`. */
export const timeInWords = (ms: number): string => {
  const hours = Math.round(ms / HOUR_MS);
  const [count, unit] = hours > 24 && hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/** Whether anything is ever kept. A page that is to be asked has to say yes first. */
export const mayKeep = (privacy: Privacy | undefined): boolean => privacy?.storage !== 'never';

/** The occasion from which something is kept. */
const onceAllowed = (privacy: Privacy | undefined, from: string): string =>
  privacy?.storage === 'ask-host' ? `${from}, once your page has said yes` : from;

/** Where the conversation itself is kept. */
export const remembered = (privacy: Privacy | undefined): 'tab' | 'device' | 'nothing' =>
  mayKeep(privacy) ? (privacy?.remember ?? 'tab') : 'nothing';

const CONVERSATION =
  'What the visitor typed and chose, contact details included, and how they came to the site.';
const LEAD = 'The whole lead as it is sent, contact details included.';
const LEAVING = 'the page is left or reloaded';

const conversation = ({ id, privacy }: Playbook, keeping: Keeping): Kept => {
  const base = { id: 'conversation', what: 'The conversation', holds: CONVERSATION, personal: true } as const;
  const from = onceAllowed(privacy, 'the first answer');
  // After the colon comes the name of the chat, which is empty unless the tag gives one.
  const name = `${keeping.conversationPrefix}warmlead:${id}:`;
  switch (remembered(privacy)) {
    case 'nothing':
      return { ...base, storage: 'memory', from: 'the first answer', until: LEAVING };
    case 'tab':
      return {
        ...base,
        storage: 'sessionStorage',
        name,
        from,
        until: `the tab is closed, at most ${timeInWords(keeping.tabMs)} after the last answer`,
      };
    case 'device':
      return {
        ...base,
        storage: 'localStorage',
        name,
        from,
        until: `${timeInWords(keeping.deviceMs)} after the last answer; erased on the next page with the chat`,
      };
  }
};

const sendingOf = (playbook: Playbook, what: string): string =>
  sendsUnfinished(playbook)
    ? `the visitor sends ${what}, or an unfinished lead is sent`
    : `the visitor sends ${what}`;

const waiting = (playbook: Playbook, keeping: Keeping): Kept => {
  const { privacy } = playbook;
  const base = { id: 'waiting', what: 'A lead that waits to be sent', holds: LEAD, personal: true } as const;
  const from = onceAllowed(privacy, sendingOf(playbook, 'it'));
  if (!mayKeep(privacy)) return { ...base, storage: 'memory', from, until: `it was received, or ${LEAVING}` };
  const until = `it was received, or was tried in vain for ${timeInWords(keeping.giveUpMs)}; looked after whenever a page with the chat is open`;
  return { ...base, storage: 'IndexedDB', name: keeping.database, from, until };
};

/** A visitor who comes back sees what was agreed; only where the owner has it remembered that long. */
const nextStep = ({ id, privacy }: Playbook, keeping: Keeping): readonly Kept[] =>
  privacy?.remember !== 'device' || privacy.storage === 'ask-host'
    ? []
    : [
        {
          id: 'next-step',
          what: 'A next step to come back to',
          storage: 'localStorage',
          name: `${keeping.nextStepPrefix}warmlead:${id}:`,
          holds:
            'The number by which you find the lead, the kind of next step and its time. Nothing of what they say.',
          personal: false,
          from: 'the visitor asks for a call, a time or an e-mail',
          until: `${timeInWords(keeping.nextStepMs)} later`,
        },
      ];

/** How people came, for owners who want to know that of a later visit. */
const visits = ({ privacy, experiments }: Playbook, keeping: Keeping): readonly Kept[] =>
  (privacy?.attribution ?? privacy?.remember === 'device')
    ? [
        {
          id: 'visits',
          what: 'Visits',
          storage: 'localStorage',
          name: keeping.visits,
          holds: `How many visits there were and when, and how the first, the latest and the latest that was not direct began: page, link, campaign, click id${experiments ? '; which variants were shown' : ''}.`,
          personal: true,
          from: onceAllowed(privacy, privacy?.attribution ? 'the first page' : 'the first answer'),
          until: `${timeInWords(keeping.visitsMs)} after the latest of them`,
        },
      ]
    : [];

/** Who dismissed what appeared is left alone on the next page as well. */
const teaser = ({ privacy, welcome }: Playbook, keeping: Keeping): readonly Kept[] =>
  welcome?.show && privacy?.remember !== 'nothing'
    ? [
        {
          id: 'teaser',
          what: 'What appeared by itself',
          storage: 'localStorage',
          name: keeping.teaser,
          holds: 'How often the teaser appeared, when last, and when it was dismissed.',
          personal: false,
          from: onceAllowed(
            privacy,
            privacy?.attribution
              ? 'the teaser appears'
              : 'the visitor dismisses the teaser or opens the chat',
          ),
          until: `${timeInWords(keeping.teaserMs)} after the latest time`,
        },
      ]
    : [];

/** Destinations that make a record of everything must not get a lead twice. */
const begun = ({ delivery, privacy }: Playbook, keeping: Keeping): readonly Kept[] =>
  ALL_PRESETS.get(delivery.to)?.updates(delivery) !== false
    ? []
    : [
        {
          id: 'begun',
          what: 'A mark on a lead that is being sent',
          storage: 'localStorage',
          name: keeping.begunPrefix,
          holds: 'The number by which you find the lead, so that it is not sent twice.',
          personal: false,
          from: onceAllowed(privacy, 'the lead is being sent'),
          until: 'it is known how that ended, on the next page with the chat at the latest',
        },
      ];

/** Everything that is kept with these settings, what is personal first. */
export const keptBy = (playbook: Playbook, keeping: Keeping): readonly Kept[] => {
  const { privacy } = playbook;
  if (!mayKeep(privacy)) return [conversation(playbook, keeping), waiting(playbook, keeping)];
  const isRemembered = remembered(privacy) !== 'nothing';
  return [
    conversation(playbook, keeping),
    waiting(playbook, keeping),
    ...nextStep(playbook, keeping),
    ...visits(playbook, keeping),
    ...teaser(playbook, keeping),
    {
      id: 'receipts',
      what: 'Receipts of leads',
      storage: 'IndexedDB',
      name: keeping.database,
      holds:
        'The number by which you find the lead, times, how often sending was tried and how that ended; and how many leads there were. Nothing of what they say.',
      personal: false,
      from: onceAllowed(privacy, sendingOf(playbook, 'a lead')),
      until: `${timeInWords(keeping.receiptMs)} after it ended, looked after on every page with the chat; the count goes with the last one`,
    },
    ...begun(playbook, keeping),
    {
      id: 'marker',
      what: 'A marker',
      storage: 'localStorage',
      name: keeping.marker,
      holds: 'The figure 1, or 2 where leads or their receipts are kept: something of this chat is here.',
      personal: false,
      from: onceAllowed(privacy, isRemembered ? 'the first answer' : sendingOf(playbook, 'a lead')),
      until: 'nothing else is kept any more',
    },
    {
      id: 'open',
      what: 'Whether the panel was open',
      storage: 'sessionStorage',
      name: keeping.openFlag,
      holds: 'The figure 1, so that the panel is open on the next page as well.',
      personal: false,
      from: 'a page is left with the panel open, once the marker is there',
      until: 'a page is left with the panel closed, the marker goes, or the tab is closed',
    },
  ];
};
