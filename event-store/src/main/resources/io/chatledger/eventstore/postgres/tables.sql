-- What io.chatledger.eventstore.postgres keeps events in. PostgreSQL 14 or newer. Running it again changes nothing.

-- One row: the position of the newest event. Its row lock puts appends in one order.
create table if not exists event_head (
  only_row boolean primary key default true check (only_row),
  position bigint not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
insert into event_head (position) values (0) on conflict do nothing;

create table if not exists event (
  position bigint primary key,
  event_id text not null,
  tenant_id text not null,
  aggregate_type text,
  aggregate_id text not null,
  sequence bigint not null,
  name text not null,
  revision int not null,
  recorded_at timestamptz not null,
  payload json not null,
  metadata json not null,
  constraint event_of_aggregate unique (aggregate_id, sequence)
);
create index if not exists event_of_tenant on event (tenant_id, position);

-- The history cannot be changed, not even by a mistake.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed or removed';
end
$$;
create or replace trigger event_is_final before update or delete on event for each row execute function refuse_change();
create or replace trigger event_is_kept before truncate on event for each statement execute function refuse_change();

-- What an aggregate had come to; only ever a short cut: it can be thrown away, and the events say the same.
create table if not exists snapshot (
  aggregate_id text primary key,
  tenant_id text not null,
  aggregate_type text not null,
  sequence bigint not null,
  event_id text not null,
  name text not null,
  revision int not null,
  recorded_at timestamptz not null,
  payload json not null,
  metadata json not null
);
create index if not exists snapshot_of_tenant on snapshot (tenant_id);
