-- One row: the position of the newest event. Its row lock puts appends in one order.
create table event_head (
  only_row boolean primary key default true check (only_row),
  position bigint not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
insert into event_head (position) values (0);

create table event (
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
create index event_of_tenant on event (tenant_id, position);

-- Where each event processor stands; written in the transaction that writes what it made of the events.
create table token_entry (
  processor_name text not null,
  segment int not null,
  owner text,
  timestamp text not null,
  token bytea,
  token_type text,
  primary key (processor_name, segment)
);

grant select, insert on event to chatledger_store;
grant select, update on event_head to chatledger_store;
grant select on event, event_head to chatledger_projection, chatledger_query;
grant select, insert, update, delete on token_entry to chatledger_store, chatledger_projection;
grant select on token_entry to chatledger_query;

-- The history cannot be changed, not even by a mistake of ours.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed or removed';
end
$$;
create trigger event_is_final before update or delete on event for each row execute function refuse_change();
create trigger event_is_kept before truncate on event for each statement execute function refuse_change();

alter table event enable row level security;
alter table event force row level security;
create policy event_by_tenant on event for select to chatledger_query
  using (tenant_id = nullif(current_setting('app.tenant_id', true), ''));
create policy event_for_store on event to chatledger_store using (true) with check (true);
create policy event_for_projection on event for select to chatledger_projection using (true);
