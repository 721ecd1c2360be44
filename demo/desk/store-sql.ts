/** The desk's tables, and the one statement that takes a delivery in. */

const ACCEPT_FUNCTION = `
create or replace function accept_delivery(
  key_ text, lead_ text, ref_ text, revision_ integer, phase_ text, document_ jsonb, judging_ text,
  pile_ text, search_ text, fingerprint_ text, at_ timestamptz
) returns setof receipts language plpgsql as $body$
declare
  taken text;
  kept text;
begin
  if exists (select 1 from receipts where receipts.key = key_) then
    return;
  end if;
  insert into leads (id, ref, revision, phase, document, judging, pile, search, received_at, updated_at)
  values (lead_, ref_, revision_, phase_, document_, judging_, pile_, search_, at_, at_)
  on conflict (id) do update set
    revision = excluded.revision, phase = excluded.phase, document = excluded.document,
    judging = excluded.judging, pile = excluded.pile, search = excluded.search,
    updated_at = excluded.updated_at, done_at = null,
    received_at = case when leads.phase = 'partial' then excluded.received_at else leads.received_at end
  where leads.phase <> 'withdrawn' and (excluded.phase = 'withdrawn' or excluded.revision > leads.revision)
  returning leads.phase into taken;
  if taken is null then
    select leads.phase into kept from leads where leads.id = lead_;
  end if;
  return query
    insert into receipts (key, lead, revision, fingerprint, result, judging, received_at)
    values (
      key_, lead_, revision_, fingerprint_,
      case
        when coalesce(taken, kept) = 'withdrawn' then 'withdrawn'
        when taken is null then 'older'
        else 'stored'
      end,
      judging_, at_
    )
    on conflict (key) do nothing
    returning *;
end
$body$`;

/** Brings a database of the first desk up to date, which kept trials and spam in one drawer. */
const SINCE_THE_FIRST: readonly string[] = [
  `alter table leads add column if not exists pile text not null default 'leads'`,
  `alter table leads add column if not exists moved_to text`,
  `do $$ begin
    if exists (select 1 from information_schema.columns where table_name = 'leads' and column_name = 'aside') then
      update leads set pile = case when document->>'test' = 'true' then 'test' else 'spam' end where aside;
      alter table leads drop column aside;
      drop function if exists
        accept_delivery(text, text, text, integer, text, jsonb, text, boolean, text, text, timestamptz);
    end if;
  end $$`,
];

/** Each can be run again and again. Something new about a lead opens it again (`done_at`). */
export const SCHEMA: readonly string[] = [
  `create table if not exists leads (
    id text primary key,
    ref text not null unique,
    revision integer not null,
    phase text not null,
    document jsonb not null,
    judging text,
    pile text not null,
    moved_to text,
    search text not null,
    done_at timestamptz,
    received_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index if not exists leads_newest on leads (received_at desc, ref desc)`,
  `create table if not exists receipts (
    key text primary key,
    lead text not null,
    revision integer not null,
    fingerprint text not null,
    result text not null,
    judging text,
    received_at timestamptz not null
  )`,
  ...SINCE_THE_FIRST,
  ACCEPT_FUNCTION,
];

/**
 * One statement is one transaction: either the lead and its receipt are both there or neither is, also when
 * the process is killed in between. Of two copies that arrive together the unique keys let one through; the
 * other gets no row back and reads the first one's receipt. A function, because its plans are kept: planning
 * takes longer than doing it.
 */
export const ACCEPT = `select * from accept_delivery($1, $2, $3, $4::integer, $5, $6::jsonb, $7, $8, $9, $10, $11::timestamptz)`;

/** Trials, spam and withdrawn leads ask nothing. */
export const UNANSWERED = `
select min(asked->>'text') as text, count(*)::int as times
from leads, jsonb_array_elements(coalesce(document->'questions', '[]'::jsonb)) asked
where phase <> 'withdrawn' and coalesce(moved_to, pile) = 'leads'
  and (asked->>'knowledge' is null or asked->>'helpful' = 'false')
group by lower(regexp_replace(trim(asked->>'text'), '\\s+', ' ', 'g'))
order by times desc, text
limit 1000`;
