/**
 * A conversation without machine, stores and network: the real flow, and a hand-over that stands as the test
 * says. Everything it was sent is kept in `sent`.
 */
import { further } from '../../src/compose/further.js';
import type {
  AgreedFile,
  Conversation,
  ConversationEvent,
  ConversationFact,
  ConversationView,
  KnownFact,
  OfferView,
  Rejection,
} from '../../src/conversation/contract.js';
import { factsFrom } from '../../src/flow/facts.js';
import { advance, emptyState } from '../../src/flow/fold.js';
import { interpret } from '../../src/flow/interpret.js';
import { kindOf, parseAnswer } from '../../src/flow/kinds/index.js';
import { labelOf } from '../../src/flow/kinds/label.js';
import { stamped, type Happening } from '../../src/flow/log.js';
import { optionsOf } from '../../src/flow/options.js';
import type { FoldState } from '../../src/flow/state.js';
import { readNeeds } from '../../src/matching/needs.js';
import { recommend } from '../../src/matching/recommend.js';
import type { Playbook, Step } from '../../src/playbook/schema.js';

export type Patch = Partial<
  Pick<
    ConversationView,
    | 'fold'
    | 'phase'
    | 'handover'
    | 'updates'
    | 'resumed'
    | 'questionsChanged'
    | 'receipt'
    | 'problem'
    | 'ending'
  >
> & {
  readonly late?: boolean;
  readonly offers?: readonly OfferView[];
  readonly files?: readonly AgreedFile[];
};

export interface FakeConversation extends Conversation {
  readonly sent: readonly ConversationEvent[];
  /** What the page's scripts are told. */
  tell(fact: ConversationFact): void;
  /** Makes the view say something else from now on. */
  patch(patch: Patch): void;
  /** Lets what is sent wait, as while the rest is loaded, until it is released. */
  hold(): () => void;
  stopped: boolean;
}

export interface FakeOptions {
  readonly playbook: Playbook;
  readonly locale?: string;
  /** Answers given before anybody looks, by what would be typed; the view says "resumed" when there are any. */
  readonly answered?: readonly string[];
  readonly resumed?: ConversationView['resumed'];
  readonly patch?: Patch;
}

const NOTHING = {
  framework: 'own',
  slots: [],
  score: 0,
  outOf: 0,
  band: null,
  reasons: [],
  missing: [],
} as const;
const STARTED = Date.UTC(2026, 10, 23, 15, 2);

export const fakeConversation = (options: FakeOptions): FakeConversation => {
  const { playbook, locale = playbook.language } = options;
  const sent: ConversationEvent[] = [];
  const views = new Set<(view: ConversationView) => void>();
  const facts = new Set<(fact: ConversationFact) => void>();
  let state: FoldState;
  let rejection: Rejection | null = null;
  let patch: Patch = { resumed: options.resumed, ...options.patch };
  let ticks = 0;
  let held: ConversationEvent[] | null = null;

  const log = (happening: Happening) => {
    const at = new Date(STARTED + 20_000 * ticks++).toISOString();
    state = advance(playbook, state, stamped(happening, state.log, at));
    rejection = null;
  };
  const begin = () => {
    state = emptyState(playbook);
    const arrival = { kind: 'direct', landing: '', page: '', referrer: '', utm: {}, clickIds: {} } as const;
    const { id, version = '' } = playbook;
    log({ type: 'began', playbook: { id, version, hash: '' }, locale, timeZone: 'UTC', arrival });
  };
  const asking = (): ConversationView['asking'] => {
    if (state.position.at !== 'step') return null;
    const { step, prior, stale } = state.position;
    const last = playbook.steps.at(-1);
    const options = optionsOf(step, factsFrom(state.answers));
    return {
      step,
      ...(stale && {
        stale: { of: stale.n, label: labelOf(stale.value, { options, locale }), asOf: stale.asOf },
      }),
      question: [step.ask ?? ''].flat().join('\n'),
      options,
      prior: prior ?? null,
      sends: kindOf(step) === 'contact' && step.id === last?.id && !state.submitted,
    };
  };
  const verdict = () => {
    const known = factsFrom(state.answers);
    return known('need') === 'support' ? 'disqualified' : 'qualified';
  };
  const viewNow = (): ConversationView => {
    const isEnd = state.position.at === 'end';
    const sendable = state.position.at === 'end' && state.position.sendable;
    const isSaving = state.submitted && patch.handover?.is === 'saving';
    const atEnd = isSaving ? 'handingOver' : sendable && !state.submitted ? 'reviewing' : 'ended';
    const phase = patch.phase ?? (isEnd ? atEnd : 'asking');
    const end = playbook.endings[verdict()];
    return {
      phase,
      fold: patch.fold ?? state,
      asking: phase === 'asking' && !held?.length ? asking() : null,
      rejection,
      answers: [...state.answers.values()],
      judgement: { ...NOTHING, verdict: verdict() },
      recommendations: recommend(playbook, state.answers, readNeeds),
      handover: patch.handover ?? { is: 'none' },
      updates: patch.updates ?? null,
      ending:
        phase === 'ended'
          ? (patch.ending ?? {
              says: [end.say].flat(),
              ...(patch.files && state.chosen && { files: patch.files }),
              offers:
                patch.offers ??
                (end.offer ?? []).map((id) => {
                  const offer = playbook.offers?.[id];
                  const label = (offer?.label ?? id).replace('{owner}', 'Dana');
                  return { id, kind: offer?.kind ?? 'email', label, href: offer?.url };
                }),
              chosen: state.chosen && !state.chosen.cancelled ? state.chosen.offer : null,
              sent: state.submitted,
              late: patch.late ?? false,
            })
          : null,
      resumed: patch.resumed ?? 'no',
      questionsChanged: patch.questionsChanged ?? false,
      receipt: patch.receipt ?? null,
      problem: patch.problem ?? null,
    };
  };
  const refuse = (
    step: string,
    raw: string,
    { code, field, fields, values }: Omit<Rejection, 'step' | 'raw'>,
  ) => {
    rejection = { step, raw, code, field, fields, values, says: further.says };
  };
  const reading = () => ({
    ...further,
    at: new Date().toISOString(),
    timeZone: 'UTC',
    before: rejection,
  });
  const answer = (step: Step, raw: string) => {
    const parsed = parseAnswer(step, raw, optionsOf(step, factsFrom(state.answers)), locale, reading());
    if (!parsed.ok) return refuse(step.id, raw, parsed);
    const { ok: _, ...read } = parsed;
    const prompt = [step.ask ?? ''].flat().join('\n');
    if (kindOf(step) === 'consent') {
      const purpose = step.purpose ?? '';
      log({
        type: 'consented',
        purpose,
        granted: read.value === true,
        text: prompt,
        version: '1',
        locale,
        control: 'button',
      });
    } else {
      const sends = asking()?.sends;
      log({ type: 'answered', step: step.id, prompt, raw, ...read, locale });
      if (sends) log({ type: 'submitted' });
    }
  };
  const typed = (text: string) => {
    const step = state.position.at === 'step' ? state.position.step : null;
    const meant = step
      ? interpret(step, text, optionsOf(step, factsFrom(state.answers)), locale, reading())
      : ({ as: 'question' } as const);
    if (meant.as === 'question') log({ type: 'questioned', text, knowledge: null });
    else if (meant.as === 'rejected') refuse(step?.id ?? '', meant.raw ?? text, meant);
    else if (step) answer(step, meant.raw);
  };
  const act = (event: ConversationEvent) => {
    const pending = state.position.at === 'step' ? state.position.step : null;
    switch (event.type) {
      case 'visitor.answered':
        if (pending?.id === event.step) answer(pending, event.raw);
        return;
      case 'visitor.skipped':
        if (pending?.id === event.step && pending.optional)
          log({
            type: 'answered',
            step: pending.id,
            prompt: String(pending.ask),
            raw: '',
            value: null,
            locale,
          });
        return;
      case 'visitor.corrected': {
        const given = [...state.answers.values()].find(({ n }) => n === event.of);
        const step = playbook.steps.find(({ id }) => id === given?.step);
        if (!step) return;
        const parsed = parseAnswer(
          step,
          event.raw,
          optionsOf(step, factsFrom(state.answers)),
          locale,
          reading(),
        );
        if (!parsed.ok) return refuse(step.id, event.raw, parsed);
        const { ok: _, ...read } = parsed;
        return log({
          type: 'corrected',
          of: event.of,
          raw: event.raw,
          ...read,
        });
      }
      case 'visitor.typed':
        return typed(event.text);
      case 'visitor.submitted':
        return log({ type: 'submitted' });
      case 'visitor.chose':
        return log({
          type: 'chose',
          offer: event.offer,
          ...(event.slot && { slot: event.slot }),
          ...(event.details && { details: event.details }),
        });
      case 'visitor.booked':
        return log({ type: 'booked', offer: event.offer });
      case 'visitor.cancelled':
        return log({ type: 'cancelled', offer: state.chosen?.offer ?? '' });
      case 'visitor.consented': {
        const { purpose, granted } = event;
        return log({
          type: 'consented',
          purpose,
          granted,
          text: '',
          version: '1',
          locale,
          control: 'button',
        });
      }
      case 'page.prefilled':
        for (const [step, fact] of Object.entries(event.values)) {
          const { value, source = 'page', asOf = '' } = Object(fact) as KnownFact;
          log({ type: 'prefilled', step, value, source, asOf });
        }
        return;
      case 'visitor.confirmed':
        return log({ type: 'confirmed', of: event.of });
      case 'visitor.disowned':
      case 'visitor.restarted':
      case 'visitor.withdrew':
        patch = {};
        return begin();
    }
  };

  begin();
  for (const text of options.answered ?? []) typed(text);
  let view = viewNow();
  const changed = () => {
    view = viewNow();
    for (const run of views) run(view);
  };
  const fake: FakeConversation = {
    playbook,
    locale,
    sent,
    stopped: false,
    get view() {
      return view;
    },
    subscribe: (run) => (views.add(run), () => void views.delete(run)),
    onFact: (run) => (facts.add(run), () => void facts.delete(run)),
    send(event) {
      sent.push(event);
      if (held) held.push(event);
      else act(event);
      changed();
    },
    hold() {
      held = [];
      return () => {
        const events = held ?? [];
        held = null;
        events.forEach(act);
        changed();
      };
    },
    ready: Promise.resolve(),
    warm() {},
    stop() {
      fake.stopped = true;
    },
    tell(fact) {
      for (const run of facts) run(fact);
    },
    patch(next) {
      patch = { ...patch, ...next };
      changed();
    },
  };
  return fake;
};
