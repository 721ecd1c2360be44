/** Where the desk keeps leads: what the receiver needs to take them in, and what the inbox needs to show them. */
import type { Lead } from '../../src/lead/lead.js';
import type { Arrived, Judging, Receipt, ReceiverStore } from '../../src/receiver/contract.js';
import type { SlotRange } from '../../src/receiver/taken-slots.js';
import { tombstoneOf } from '../../src/receiver/tombstone.js';
import type { Slot } from '../../src/routing/slots.js';
import type { AssignmentStore } from '../../src/receiver/assigning.js';
import { ASSIGNMENT_SCHEMA, createAssignments } from './assignments.js';
import type { Database } from './database.js';
import { newRef, searchTextOf } from './filing.js';
import { FORWARD_SCHEMA } from './forward-store.js';
import { pileOf } from './pile.js';
import { ACCEPT, SCHEMA, UNANSWERED } from './store-sql.js';
import { keptFrom, receiptFrom, type LeadRow, type ReceiptRow } from './store-rows.js';

/** leads: to be answered. done: somebody did. test: trials. spam: what a machine seems to have written. */
export type Drawer = 'leads' | 'done' | 'test' | 'spam';

export interface KeptLead {
  /** How people call this lead, for example WL-7KQ2M4. Unlike the lead's id it gives no right to change it. */
  readonly ref: string;
  readonly lead: Lead;
  readonly judging: Judging | null;
  /** When its first delivery arrived. */
  readonly receivedAt: Date;
  /** When its newest delivery arrived. */
  readonly updatedAt: Date;
  /** When somebody said that it is done; null when it is open. */
  readonly doneAt: Date | null;
  /** Where it lies now. */
  readonly drawer: Drawer;
}

export interface Shelf {
  readonly drawer: Drawer;
  /** Words to find in names, companies, addresses, answers and questions. Empty: all. */
  readonly search: string;
  readonly most: number;
}

export interface LeadStore extends ReceiverStore {
  /** Newest first. Withdrawn leads are not there. */
  list(shelf: Shelf): Promise<readonly KeptLead[]>;
  counts(): Promise<Readonly<Record<Drawer, number>>>;
  /** Who got which lead. */
  readonly assignments: AssignmentStore;
  /** By the lead's id; null when there is none. */
  byId(lead: string): Promise<Lead | null>;
  /** Null when there is none; a withdrawn lead has only its tombstone. */
  byRef(ref: string): Promise<KeptLead | null>;
  /** Every lead whose first delivery arrived then or later, in no order; no trials and no spam. */
  arrivedSince(from: Date): Promise<readonly KeptLead[]>;
  /** Other leads, no trials and no spam, with the same e-mail address or phone number, newest first, at most twenty. */
  fromSamePerson(lead: Lead): Promise<readonly Lead[]>;
  /** Times that were asked for or booked and lie in the range; nobody waits for those of trials and spam. */
  takenSlots(range: SlotRange): Promise<readonly Slot[]>;
  /** Questions of leads that no answer was found for, or whose answer did not help; the most frequent first. */
  unanswered(): Promise<readonly OpenQuestion[]>;
  /** Says that a lead is done (at that time), or open again (null). */
  setDone(ref: string, at: Date | null): Promise<void>;
  /** Says by hand that a lead is spam, or that it is none; holds for later revisions too. Trials stay trials. */
  setSpam(ref: string, isSpam: boolean): Promise<void>;
  /** Erases a lead for good, as if the prospect had withdrawn it. Answers whether there was one. */
  erase(ref: string): Promise<boolean>;
  /** Erases every lead with this e-mail address; answers how many. */
  eraseByEmail(email: string): Promise<number>;
  /** Erases leads whose newest delivery is older, and forgets receipts older than `receipts`. */
  eraseOlderThan(limits: { readonly leads: Date; readonly receipts: Date }): Promise<number>;
}

export interface OpenQuestion {
  readonly text: string;
  /** How often it was asked. */
  readonly times: number;
}

/** Which lines lie in which drawer. What somebody said by hand counts before what the desk thought. */
const DRAWERS: Readonly<Record<Drawer, string>> = {
  leads: `coalesce(moved_to, pile) = 'leads' and done_at is null`,
  done: `coalesce(moved_to, pile) = 'leads' and done_at is not null`,
  test: `coalesce(moved_to, pile) = 'test'`,
  spam: `coalesce(moved_to, pile) = 'spam'`,
};

/** Makes the tables when they are missing. */
export const openLeadStore = async (db: Database): Promise<LeadStore> => {
  for (const statement of [...SCHEMA, ...FORWARD_SCHEMA, ...ASSIGNMENT_SCHEMA]) await db.query(statement);
  const find = async (key: string): Promise<Receipt | null> => {
    const [row] = await db.query<ReceiptRow>('select * from receipts where key = $1', [key]);
    return row ? receiptFrom(row) : null;
  };
  const erase = async (rows: readonly LeadRow[]): Promise<number> => {
    for (const { ref, document } of rows) {
      await db.query(
        `update leads set phase = 'withdrawn', document = $2::jsonb, judging = null, search = '' where ref = $1`,
        [ref, JSON.stringify(tombstoneOf(document))],
      );
    }
    return rows.length;
  };
  return {
    find,
    accept: async (arrived) => {
      const [row] = await db.query<ReceiptRow>(ACCEPT, acceptValues(arrived));
      if (row) return { receipt: receiptFrom(row), fresh: true };
      const receipt = await find(arrived.key);
      if (!receipt) throw new Error('A delivery was neither new nor known.');
      return { receipt, fresh: false };
    },
    list: async ({ drawer, search, most }) => {
      const rows = await db.query<LeadRow>(
        `select ref, document, judging, received_at, updated_at, done_at, pile, moved_to from leads
         where phase <> 'withdrawn' and ${DRAWERS[drawer]} and position($1 in search) > 0
         order by received_at desc, ref desc limit $2::integer`,
        [search.trim().toLowerCase(), most],
      );
      return rows.map(keptFrom);
    },
    counts: async () => {
      const [row] = await db.query<Record<Drawer, number>>(
        `select count(*) filter (where ${DRAWERS.leads})::int as leads,
           count(*) filter (where ${DRAWERS.done})::int as done,
           count(*) filter (where ${DRAWERS.test})::int as test,
           count(*) filter (where ${DRAWERS.spam})::int as spam
         from leads where phase <> 'withdrawn'`,
      );
      return row ?? { leads: 0, done: 0, test: 0, spam: 0 };
    },
    assignments: createAssignments(db),
    byId: async (lead) => {
      const [row] = await db.query<LeadRow>('select * from leads where id = $1', [lead]);
      return row?.document ?? null;
    },
    byRef: async (ref) => {
      const [row] = await db.query<LeadRow>('select * from leads where ref = $1', [ref]);
      return row ? keptFrom(row) : null;
    },
    arrivedSince: async (from) => {
      const rows = await db.query<LeadRow>(
        `select * from leads
         where phase <> 'withdrawn' and coalesce(moved_to, pile) = 'leads' and received_at >= $1`,
        [from],
      );
      return rows.map(keptFrom);
    },
    fromSamePerson: async ({ id, contact }) => {
      const rows = await db.query<LeadRow>(
        `select * from leads where phase <> 'withdrawn' and id <> $1 and coalesce(moved_to, pile) = 'leads'
           and (lower(document->'contact'->>'email') = $2 or document->'contact'->>'phone' = $3)
         order by received_at desc limit 20`,
        [id, contact?.email?.toLowerCase() ?? null, contact?.phone ?? null],
      );
      return rows.map(({ document }) => document);
    },
    takenSlots: ({ from, to, owner }) =>
      db.query<Slot>(
        `select document->'nextStep'->>'start' as start, document->'nextStep'->>'end' as end from leads
         where phase <> 'withdrawn' and coalesce(moved_to, pile) = 'leads'
           and document->'nextStep'->>'status' in ('requested', 'booked')
           and document->'nextStep'->>'start' < $2 and document->'nextStep'->>'end' > $1
           and ($3::text is null or $3 = coalesce(
             (select owner from assignments where lead = leads.id), document->'routing'->>'owner'))
         limit 1000`,
        [from, to, owner ?? null],
      ),
    unanswered: () => db.query<OpenQuestion>(UNANSWERED, []),
    setDone: async (ref, at) => {
      await db.query('update leads set done_at = $2::timestamptz where ref = $1', [ref, at]);
    },
    setSpam: async (ref, isSpam) => {
      await db.query(`update leads set moved_to = $2 where ref = $1 and pile <> 'test'`, [
        ref,
        isSpam ? 'spam' : 'leads',
      ]);
    },
    erase: async (ref) =>
      (await erase(
        await db.query<LeadRow>(`select * from leads where ref = $1 and phase <> 'withdrawn'`, [ref]),
      )) > 0,
    eraseByEmail: async (email) =>
      erase(
        await db.query<LeadRow>(
          `select * from leads where phase <> 'withdrawn' and lower(document->'contact'->>'email') = $1`,
          [email.trim().toLowerCase()],
        ),
      ),
    eraseOlderThan: async ({ leads, receipts }) => {
      await db.query('delete from receipts where received_at < $1', [receipts]);
      // Old age is no wish of the prospect: what other programs made of the lead stays there.
      await db.query(
        `delete from forwards where lead in (select id from leads where phase <> 'withdrawn' and updated_at < $1)`,
        [leads],
      );
      await db.query(`delete from assignments where lead in (select id from leads where updated_at < $1)`, [
        leads,
      ]);
      return erase(
        await db.query<LeadRow>(`select * from leads where phase <> 'withdrawn' and updated_at < $1`, [
          leads,
        ]),
      );
    },
  };
};

const acceptValues = ({ content, ...arrived }: Arrived): readonly unknown[] => [
  arrived.key,
  arrived.lead,
  newRef(),
  arrived.revision,
  content.phase,
  JSON.stringify(content),
  arrived.judging ?? null,
  pileOf(content),
  searchTextOf(content),
  arrived.fingerprint,
  arrived.receivedAt,
];
