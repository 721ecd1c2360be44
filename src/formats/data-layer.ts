/** Measures as the events of a tag manager's data layer: our own fixed names, and Google's for leads. */
import type { Measure } from './measure.js';

/**
 * What events say besides their name. All of it stands under one key, so that nothing of the site's own is
 * overwritten, and every event says all of it: a data layer remembers what the next event does not mention.
 */
export interface EventParameters {
  readonly playbook: string;
  /** Empty where the playbook says none. */
  readonly version: string;
  readonly step: string | undefined;
  readonly kind: string | undefined;
  readonly by_visitor: boolean | undefined;
  readonly known: boolean | undefined;
  readonly objection: string | undefined;
  readonly verdict: string | undefined;
  readonly band: string | undefined;
  readonly revision: number | undefined;
  readonly lead_source: string | undefined;
  readonly lead_status: string | undefined;
  readonly disqualified_lead_reason: string | undefined;
}

export interface DataLayerEvent {
  readonly event: string;
  readonly warmlead: EventParameters;
}

/** What all events of a conversation have in common. */
export interface Measured {
  readonly playbook: string;
  readonly version: string;
  /** How the visitor came: ad, newsletter, referral and so on. */
  readonly arrival: string | undefined;
}

/** Google Analytics cuts longer values off, or drops them. */
const MOST_CHARACTERS = 100;

/** Next steps that bring a person of the company into it. */
const WITH_A_PERSON: readonly string[] = ['callback', 'booking', 'call', 'whatsapp', 'visit', 'chat'];

/**
 * Google's recommended events for leads. Without `value` and `currency`: nobody knows yet what a lead is worth.
 * Source: developers.google.com/analytics, recommended events, read 2026-11-24.
 */
const forGoogle = (
  measure: Measure,
  { arrival }: Measured,
): readonly (readonly [string, Partial<EventParameters>])[] => {
  if (measure.is === 'chosen')
    return WITH_A_PERSON.includes(measure.kind) ? [['working_lead', { lead_status: measure.kind }]] : [];
  if (measure.is !== 'handed_over') return [];
  const generated = ['generate_lead', { lead_source: arrival }] as const;
  if (measure.verdict === 'qualified') return [generated, ['qualify_lead', {}]];
  if (measure.verdict !== 'disqualified') return [generated];
  const reason = measure.reason?.slice(0, MOST_CHARACTERS);
  return [generated, ['disqualify_lead', { disqualified_lead_reason: reason }]];
};

const NOTHING = {
  step: undefined,
  kind: undefined,
  by_visitor: undefined,
  known: undefined,
  objection: undefined,
  verdict: undefined,
  band: undefined,
  revision: undefined,
  lead_source: undefined,
  lead_status: undefined,
  disqualified_lead_reason: undefined,
} as const;

const saidBy = (measure: Measure): Partial<EventParameters> => {
  switch (measure.is) {
    case 'opened':
      return { by_visitor: measure.byVisitor };
    case 'handed_over':
      return { verdict: measure.verdict, band: measure.band ?? undefined };
    default: {
      const { is: _, ...said } = measure;
      return said;
    }
  }
};

/** The events of a measure, ours first. Steps that are only asked, and next steps, have none of ours. */
export const dataLayerEvents = (measure: Measure, about: Measured): readonly DataLayerEvent[] => {
  const { playbook, version } = about;
  const common = { ...NOTHING, playbook, version: version.slice(0, MOST_CHARACTERS) };
  const isOurs = measure.is !== 'asked' && measure.is !== 'chosen';
  return [
    ...(isOurs ? [{ event: `warmlead_${measure.is}`, warmlead: { ...common, ...saidBy(measure) } }] : []),
    ...forGoogle(measure, about).map(([event, said]) => ({ event, warmlead: { ...common, ...said } })),
  ];
};
