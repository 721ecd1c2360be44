/** The desk's tables, and the one statement that takes a delivery in. */

const ACCEPT_FUNCTION = `
create or replace function accept_delivery(
  key_ text, lead_ text, ref_ text, revision_ integer, phase_ text, document_ jsonb, judging_ text,
  shelf_ text, search_ text, fingerprint_ text, at_ timestamptz
) returns setof receipts language plpgsql as $body$
declare
  taken text;
  kept text;
begin
  if exists (select 1 from receipts where receipts.key = key_) then
    return;
  end if;
  insert into leads (id, ref, revision, phase, document, judging, shelf, search, received_at, updated_at)
  values (lead_, ref_, revision_, phase_, document_, judging_, shelf_, search_, at_, at_)
  on conflict (id) do update set
    revision = excluded.revision, phase = excluded.phase, document = excluded.document,
    judging = excluded.judging,
    shelf = case when leads.by_hand and excluded.shelf <> 'test' then leads.shelf else excluded.shelf end,
    search = excluded.search,
    updated_at = excluded.updated_at, done_at = null
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

/**
 * Each can be run again and again. Something new about a lead opens it again (`done_at`), and does not
 * move one that somebody moved (`by_hand`). */
export const SCHEMA: readonly string[] = [
  `create table if not exists leads (
    id text primary key,
    ref text not null unique,
    revision integer not null,
    phase text not null,
    document jsonb not null,
    judging text,
    shelf text not null,
    by_hand boolean not null default false,
    search text not null,
    done_at timestamptz,
    received_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  // A desk from before the shelves: what lay aside is put where it belongs.
  `alter table leads add column if not exists by_hand boolean not null default false`,
  `alter table leads add column if not exists shelf text`,
  `update leads set shelf = case
     when document->>'test' = 'true' then 'test'
     when document->'signals'->>'decoyFilled' = 'true' then 'spam'
     else 'inbox' end
   where shelf is null`,
  `alter table leads drop column if exists aside`,
  `drop function if exists accept_delivery(
     text, text, text, integer, text, jsonb, text, boolean, text, text, timestamptz
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
  ACCEPT_FUNCTION,
];

/**
 * One statement is one transaction: either the lead and its receipt are both there or neither is, also when
 * the process is killed in between. Of two copies that arrive together the unique keys let one through; the
 * other gets no row back and reads the first one's receipt. A function, because its plans are kept: planning
 * takes longer than doing it.
 */
export const ACCEPT = `select * from accept_delivery($1, $2, $3, $4::integer, $5, $6::jsonb, $7, $8, $9, $10, $11::timestamptz)`;
