/** Every text of the interface. One file a language; the compiler asks for what is missing. */
import type { NextStepTexts } from './next-step-texts.js';

export type { NextStepTexts } from './next-step-texts.js';

/** The forms of a text that counts, by the categories of the language. `{n}` is the number as figures. */
export type Plural = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * What the first question needs. Placeholders stand in braces; company and team names come out of the playbook.
 */
export interface FirstTexts {
  /** Name of the button that opens the chat, before and after the company is known. */
  readonly chat: string;
  readonly chatWith: string;
  readonly close: string;
  readonly automated: string;
  /** Before `teamReads`, which stands there only where both fit into one line. */
  readonly automatedShort: string;
  readonly teamReads: string;
  readonly more: string;
  readonly conversation: string;
  readonly messages: string;
  readonly youSaid: string;
  readonly assistantSaid: string;
  readonly left: Plural;
  readonly questionNoted: string;
  readonly questionNotedTeam: string;
  readonly composer: string;
  readonly typeAnswer: string;
  readonly typeOr: string;
  readonly typeQuestion: string;
  readonly send: string;
  readonly yes: string;
  readonly no: string;
  readonly skip: string;
  readonly skipped: string;
  readonly why: string;
  readonly change: string;
  readonly changeAnswer: string;
  readonly changed: string;
  readonly stuck: string;
  readonly reach: string;
  readonly call: string;
  readonly mail: string;
  readonly site: string;
  readonly loading: string;
  /** The mark of a trial in the header. */
  readonly test: string;
}

/** What comes after it, loaded together with what it is for. */
export interface LaterTexts {
  readonly newMessage: string;
  readonly changing: string;
  readonly keep: string;
  readonly progress: string;
  readonly person: string;
  readonly restored: Plural;
  readonly agree: string;
  readonly decline: string;
  readonly required: string;
  readonly continue: string;
  readonly continueWith: string;
  readonly optional: string;
  readonly next: string;
  readonly save: string;
  readonly review: string;
  readonly reviewHint: string;
  readonly sendTo: string;
  readonly answers: string;
  readonly fits: string;
  readonly from: string;
  readonly fromPer: string;
  readonly details: string;
  readonly compareOthers: string;
  readonly notQuite: string;
  readonly noProduct: string;
  readonly saving: string;
  readonly saved: string;
  readonly savedHere: string;
  readonly offline: string;
  readonly offlineHere: string;
  readonly sending: string;
  readonly waiting: string;
  readonly waitingHere: string;
  readonly tryNow: string;
  readonly sent: string;
  readonly failed: string;
  readonly copyAnswers: string;
  readonly copied: string;
  readonly told: string;
  readonly fit: string;
  readonly nextStep: string;
  readonly theyAnswer: string;
  readonly opens: string;
  readonly late: string;
  readonly handed: string;
  /** Behind an answer, a link to where it comes from. */
  readonly readMore: string;
  /** Below an answer that a machine wrote. */
  readonly written: string;
  /** Read out while an answer is looked up. */
  readonly lookingUp: string;
  /** Before questions that may be meant. */
  readonly unsure: string;
  /** Below an answer: the words it was understood from. */
  readonly understood: string;
  readonly helped: string;
  /** Names of contact fields; others are shown as the owner wrote them. */
  readonly fields: { readonly [field: string]: string };
  /** Why an answer was not taken, by code. `unknown` is for a code that this version does not know. */
  readonly rejections: { readonly [code: string]: string } & { readonly unknown: string };
}

/** For the menu and its pages, in English loaded with them. */
export interface PageTexts {
  readonly back: string;
  readonly restart: string;
  readonly privacy: string;
  readonly personHint: string;
  readonly personTeam: string;
  readonly personNobody: string;
  readonly restartHint: string;
  readonly restartSent: string;
  readonly kept: string;
  readonly keptTab: string;
  readonly keptDevice: string;
  readonly keptNothing: string;
  readonly keptAsked: string;
  readonly keptWaiting: string;
  readonly keptSent: string;
  readonly consents: string;
  readonly agreed: string;
  readonly declined: string;
  readonly withdraw: string;
  readonly policy: string;
  readonly erase: string;
  readonly notYou: string;
}

/** For visitors who come back; in English loaded with what shows it. */
export interface ReturningTexts {
  readonly questionsChanged: string;
  /** What is on its way, by the kind of next step; a time may follow. */
  readonly receipts: { readonly [kind in 'callback' | 'booking' | 'email']: string };
  /** The same once it was called off. */
  readonly receiptsOff: ReturningTexts['receipts'];
  readonly cancel: string;
  readonly changeOrCancel: string;
}

/** For what the page knew long ago, in English loaded with what shows it. */
export interface KnownTexts {
  readonly stillRight: string;
  readonly yesStill: string;
}

/** For comparing products, in English loaded with what shows it. */
export interface CompareTexts {
  readonly compare: string;
  /** Read out before each reason: it holds, it does not, nobody knows. */
  readonly holds: string;
  readonly lacks: string;
  readonly open: string;
}

/** For leads that the visitor mails, and for erasing; in English loaded with what shows it. */
export interface ByHandTexts {
  readonly byHand: string;
  readonly sendByMail: string;
  readonly noMailProgram: string;
  readonly eraseHint: string;
  /** Instead of `eraseHint` where the destination takes no updates; the company's contact follows. */
  readonly eraseAlone: string;
}

/** What the controls of few questions need, loaded together with them. */
export interface FurtherTexts {
  /** In the box that filters a long list. */
  readonly search: string;
  readonly noMatch: string;
  /** In the box for own words. */
  readonly ownWords: string;
  /** In a list of which nothing is chosen yet. */
  readonly choose: string;
  /** Names of the fields of an address. */
  readonly fields: { readonly [field: string]: string };
}

/** What is said of an e-mail address that was given, loaded when one is asked for. */
export interface HintTexts {
  readonly didYouMean: string;
  readonly workEmail: string;
  readonly changeIt: string;
}

/** What is said and tapped about an objection or an unclear question, loaded with what hears them. */
export interface AsideTexts {
  readonly somethingElse: string;
  /** Said to a greeting, to thanks, and to the wish for a person. */
  readonly hello: string;
  readonly welcome: string;
  readonly gladly: string;
  readonly helps: string;
  readonly helpsNot: string;
  readonly toPerson: string;
  readonly carryOn: string;
  /** Said when it helped, when it is left open, and when a person takes over. */
  readonly good: string;
  readonly letGo: string;
  readonly forPerson: string;
}

export interface Texts extends FirstTexts, LaterTexts {}

/** Everything; languages other than English are loaded as a whole. */
export interface AllTexts
  extends
    Texts,
    Omit<FurtherTexts, 'fields'>,
    HintTexts,
    PageTexts,
    ReturningTexts,
    KnownTexts,
    CompareTexts,
    ByHandTexts,
    AsideTexts {
  readonly nextSteps: NextStepTexts;
}
