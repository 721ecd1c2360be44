/** What somebody has to do about a lead, for programs that keep tasks. */
import type { Iso } from '../../flow/log.js';
import { stepTitle } from '../../lead/brief-step.js';
import { whoOf } from '../../lead/brief-subject.js';
import type { Lead } from '../../lead/lead.js';
import { whenIn } from '../../lead/when.js';
import { cut } from '../form-fields.js';
import type { ForwardSetting } from '../forward.js';

export interface Todo {
  readonly kind: 'call' | 'email' | 'message' | 'visit' | 'task';
  /** One line, ending in the lead's number in brackets: by that it is found again. */
  readonly title: string;
  readonly dueAt: Iso;
  /** Key in the playbook's owners; null: nobody yet. */
  readonly owner: string | null;
}

/** More than this nobody plans; a hostile document could have thousands. */
const MOST = 10;
const LONGEST_TITLE = 120;

/** The agreed step first, then what the lead plans; without either, to answer by the time that is due. */
export const todosOf = (lead: Lead, setting: ForwardSetting): readonly Todo[] => {
  const planned = (lead.tasks ?? []).map(({ do: kind, say, dueAt, owner }): Todo => ({
    kind,
    title: say,
    dueAt,
    owner,
  }));
  const agreed = agreedIn(lead, setting);
  const isPlanned = agreed && planned.some(({ dueAt }) => dueAt === agreed.dueAt);
  return [...(agreed && !isPlanned ? [agreed] : []), ...planned]
    .slice(0, MOST)
    .map(({ title, ...todo }) => ({ ...todo, title: `${cut(title, LONGEST_TITLE)} (${setting.ref})` }));
};

const agreedIn = (lead: Lead, { zone }: ForwardSetting): Todo | undefined => {
  const { routing } = lead;
  // Whoever followed a link needs nobody for it, and whoever called it off nobody at all.
  const step = lead.nextStep?.status === 'taken' ? undefined : lead.nextStep;
  if (step?.status === 'cancelled' || (!step && !routing?.dueAt)) return undefined;
  const when = whenIn(zone);
  const at =
    step?.start && when.day(step.start)
      ? `, ${when.day(step.start)} ${when.clock(step.start)} ${when.place}`
      : '';
  return {
    kind: kindOf(step?.kind),
    title: `${stepTitle(step)} ${whoOf(lead, 60) || 'a visitor'}${at}`,
    dueAt: step?.start ?? routing?.dueAt ?? lead.updatedAt,
    owner: routing?.owner ?? null,
  };
};

const kindOf = (kind: string | undefined): Todo['kind'] => {
  if (kind === 'callback' || kind === 'call') return 'call';
  if (kind === 'visit') return 'visit';
  if (kind === 'whatsapp' || kind === 'chat') return 'message';
  return kind === undefined || kind === 'email' || kind === 'quote' ? 'email' : 'task';
};
