-- What io.chatledger.eventstore.chain writes, beside the tables of the event store. Running it again changes nothing.

create table if not exists event_hash (
  tenant_id text not null,
  position bigint not null,
  hash bytea not null,
  primary key (tenant_id, position)
);

-- Where the notary stands; one row, as positions are one order for all tenants.
create table if not exists notary_place (
  only_row boolean primary key default true check (only_row),
  position bigint not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
insert into notary_place (position) values (0) on conflict do nothing;

-- The end of each tenant's chain, so that going on needs no search.
create table if not exists chain_head (
  tenant_id text primary key,
  position bigint not null,
  events bigint not null,
  hash bytea not null,
  checkpointed_events bigint not null default 0,
  waiting_since timestamptz
) with (fillfactor = 70);

-- Positions that were given out and that no event had when the notary came by.
create table if not exists event_gap (
  first_position bigint primary key,
  last_position bigint not null,
  found_at timestamptz not null
);

create table if not exists event_checkpoint (
  tenant_id text not null,
  position bigint not null,
  events bigint not null,
  head_hash bytea not null,
  previous_hash bytea not null,
  at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  primary key (tenant_id, position)
);

create or replace function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is never changed or removed';
end
$$;
do $$
declare
  one text;
begin
  foreach one in array array['event_hash', 'event_gap', 'event_checkpoint'] loop
    execute format('create or replace trigger %I before update or delete on %I for each row execute function refuse_change_of_evidence()', one || '_is_final', one);
    execute format('create or replace trigger %I before truncate on %I for each statement execute function refuse_change_of_evidence()', one || '_is_kept', one);
  end loop;
end
$$;
