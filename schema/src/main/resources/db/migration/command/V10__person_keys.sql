-- A key for each person and purpose, under the master key. A destroyed key leaves its row, without the key.
create table person_key (
  tenant_id text not null,
  person text collate "C" not null,
  purpose text not null,
  wrapped bytea,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (tenant_id, purpose, person),
  check ((wrapped is null) = (destroyed_at is not null))
);

grant select, insert, update on person_key to chatledger_store;
alter table person_key enable row level security;
alter table person_key force row level security;
create policy person_key_for_store on person_key to chatledger_store using (true) with check (true);

-- Bodies that were journalled before they were sealed stay as they are.
alter table webhook_journal add column sealed boolean not null default false;
