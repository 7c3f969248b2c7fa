-- What an aggregate had come to; only ever a short cut: it can be thrown away, and the events say the same.
create table snapshot (
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
create index snapshot_of_tenant on snapshot (tenant_id);

grant select, insert, update, delete on snapshot to chatledger_store;

alter table snapshot enable row level security;
alter table snapshot force row level security;
create policy snapshot_for_store on snapshot to chatledger_store using (true) with check (true);
