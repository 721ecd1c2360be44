/**
 * Measures a chat by the facts that its conversation tells: every step once, a beginning once, however often a
 * visitor goes to and fro, changes pages or has a second tab.
 */
import type { Measure } from '../formats/measure.js';
import type { ConversationFact, ConversationView } from './contract.js';

export interface Measuring {
  /** What follows from a fact. Called at once when it is told. */
  heard(fact: ConversationFact): readonly Measure[];
  /** The panel was opened. */
  opened(byVisitor: boolean): readonly Measure[];
  /** The page was hidden or left. */
  left(): readonly Measure[];
}

export interface MeasuringOptions {
  /** As it is when it is asked for. */
  readonly view: () => ConversationView;
  /** Facts that were told before anybody measured; they are handed to `heard` next. */
  readonly told: readonly ConversationFact[];
}

/** What was measured of one conversation already, on this page or before. */
interface Known {
  /** When it began, as its log says. */
  readonly began: string | undefined;
  readonly asked: Set<string>;
  readonly answered: Set<string>;
  isOpened: boolean;
  isStarted: boolean;
  /** Something happened on this page. */
  isActive: boolean;
  /** What is asked now was asked on another page, or in another tab. */
  isAskedElsewhere: boolean;
  lastLeft: string;
}

const CONTACT_KINDS: readonly string[] = ['contact', 'email', 'phone'];

/** `since`: steps that were answered after what is known of already. */
const knownOf = ({ fold }: ConversationView, since: readonly string[]): Known => {
  const given = [...fold.answers.values()].filter(({ source }) => source === 'visitor');
  const answered = new Set(given.map(({ step }) => step).filter((step) => !since.includes(step)));
  const isStarted = answered.size > 0;
  return {
    began: fold.log[0]?.at,
    asked: new Set(answered),
    answered,
    isOpened: isStarted,
    isStarted,
    isActive: false,
    isAskedElsewhere: isStarted,
    lastLeft: '',
  };
};

export const createMeasuring = ({ view, told }: MeasuringOptions): Measuring => {
  const toldAnswers = told.flatMap((fact) => (fact.type === 'answer' ? [fact.step] : []));
  const first = view();
  let known = knownOf(first, first.resumed === 'no' ? [...first.fold.answers.keys()] : toldAnswers);
  let consent = '';

  /** Starting over, and taking over what another tab did, make another conversation of it. */
  const present = (): Known => {
    const now = view();
    if (now.fold.log[0]?.at !== known.began) known = knownOf(now, []);
    return known;
  };
  const opened = (byVisitor: boolean): readonly Measure[] => {
    const now = present();
    if (now.isOpened) return [];
    now.isOpened = true;
    return [{ is: 'opened', byVisitor }];
  };
  /** Whoever talks has a chat open, also one that stands in the page. */
  const started = (): readonly Measure[] => {
    const now = present();
    now.isActive = true;
    if (now.isStarted) return [];
    now.isStarted = true;
    return [...opened(true), { is: 'started' }];
  };
  const asked = (step: string): readonly Measure[] => {
    const now = present();
    const isNews = !now.isAskedElsewhere && !now.asked.has(step);
    now.isAskedElsewhere = false;
    now.asked.add(step);
    return isNews ? [{ is: 'asked', step }] : [];
  };
  const answered = (step: string, kind: string): readonly Measure[] => {
    const beginning = started();
    const now = present();
    if (now.answered.has(step)) return beginning;
    now.answered.add(step);
    const isContact = CONTACT_KINDS.includes(kind) && Boolean(view().fold.answers.get(step)?.value);
    return [
      ...beginning,
      { is: 'answered', step, kind },
      ...(isContact ? [{ is: 'contact', step } as const] : []),
    ];
  };

  return {
    heard(fact) {
      switch (fact.type) {
        case 'step':
          if (fact.kind === 'consent') consent = fact.step;
          return asked(fact.step);
        case 'answer':
          // A consent is told by its purpose; the step that asked for it may have another name.
          return answered((fact.kind === 'consent' && consent) || fact.step, fact.kind);
        case 'question':
          return [...started(), { is: 'question', known: fact.known }];
        case 'objection':
          return [...started(), { is: 'objection', objection: fact.objection }];
        case 'submit': {
          const { verdict, band } = fact;
          const { judgement } = view();
          // Its first reason is the verdict's own.
          const reason = judgement.verdict === verdict ? judgement.reasons[0]?.because : undefined;
          return [{ is: 'handed_over', verdict, band, ...(reason && { reason }) }];
        }
        case 'next-step':
          return fact.cancelled ? [] : [{ is: 'chosen', kind: fact.kind }];
        case 'delivered':
          return view().fold.submitted ? [{ is: 'delivered', revision: fact.revision }] : [];
        default:
          return [];
      }
    },
    opened,
    left() {
      const step = view().asking?.step.id;
      if (step === undefined) return [];
      // The first question stands before facts are told.
      const early = asked(step);
      const now = present();
      if (!now.isActive || step === now.lastLeft) return early;
      now.lastLeft = step;
      return [...early, { is: 'left', step }];
    },
  };
};
