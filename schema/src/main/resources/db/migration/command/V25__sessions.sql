-- Who is signed in. A session that ends is deleted, and its refresh tokens with it, so whatever names it opens nothing.
create table session (
  id uuid primary key,
  tenant_id text not null,
  account_id text not null,
  role text not null,
  browser boolean not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_account on session (account_id, seen_at);
create index session_tenant on session (tenant_id);
create index session_expiry on session (expires_at);

grant select, insert, update, delete on session to chatledger_store;
alter table session enable row level security;
alter table session force row level security;
create policy session_for_store on session to chatledger_store using (true) with check (true);

-- Tokens of before belong to no session: everybody signs in once more.
delete from refresh_token;
alter table refresh_token
  add constraint refresh_token_session foreign key (family) references session (id) on delete cascade;
