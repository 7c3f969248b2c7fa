-- Wrong passwords of the last quarter of an hour. Whom they were for and where they came from are keyed hashes; a row
-- costs whoever causes it a turn at the password hash, which bounds how many there can be.
create table login_attempt (
  subject uuid primary key,
  tenant_id text not null default 'platform',
  attempts int not null,
  until timestamptz not null
);
create index login_attempt_until on login_attempt (until);

grant select, insert, update, delete on login_attempt to chatledger_store;
alter table login_attempt enable row level security;
alter table login_attempt force row level security;
create policy login_attempt_for_store on login_attempt to chatledger_store using (true) with check (true);
