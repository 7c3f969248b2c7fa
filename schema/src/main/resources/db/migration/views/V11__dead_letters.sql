-- A letter of a projection names its event by position and is read again from the store, so it carries no payload.
alter table dead_letter
  add column projection text,
  add column attempts int not null default 1,
  add column tenant_id text not null generated always as (
    case when position('/' in aggregate_id) > 0 then split_part(aggregate_id, '/', 1) else 'platform' end) stored;
create index dead_letter_of_projection on dead_letter (projection) where projection is not null;

-- Events that a projection is to pass over for ever: a rebuild must make the same rows.
create table dead_letter_discard (
  projection text not null,
  position bigint not null,
  event_id text not null,
  discarded_at timestamptz not null default now(),
  primary key (projection, position)
);

grant select, insert on dead_letter_discard to chatledger_projection;

alter table dead_letter_discard enable row level security;
alter table dead_letter_discard force row level security;
create policy dead_letter_discard_for_projection on dead_letter_discard to chatledger_projection
  using (true) with check (true);
