-- Views of one tenant's history as it stood: what is kept of each. Its rows are in a schema of its own, as_of_<id>.
create table replay (
  id uuid primary key,
  tenant_id text not null,
  -- What was asked for: an instant or a position; the position is the tenant's newest one within it, 0 where none is.
  as_of timestamptz,
  up_to_position bigint not null,
  position bigint not null,
  -- The time by which whatever depends on time is judged.
  moment timestamptz not null,
  -- Asked for by name, rather than made for a query with asOf.
  asked boolean not null,
  status text not null check (status in ('building', 'ready', 'failed', 'expired')),
  reason text,
  processed bigint not null default 0,
  total bigint not null,
  sent_things int not null default 0,
  -- The newest event of anybody when it was begun: what came after it may have forgotten somebody.
  head bigint not null,
  node text not null,
  created_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  ended_at timestamptz,
  used_at timestamptz not null default now(),
  expires_at timestamptz
);
create index replay_of_tenant on replay (tenant_id, created_at desc, id);

grant select, insert, update, delete on replay to chatledger_projection;
grant select on replay to chatledger_query;

alter table replay enable row level security;
alter table replay force row level security;
create policy replay_for_projection on replay to chatledger_projection using (true) with check (true);
create policy replay_by_tenant on replay for select to chatledger_query
  using (tenant_id = nullif(current_setting('app.tenant_id', true), ''));

-- The views whose tables are filled. Like those tables it is empty after a crash of the database, so no view counts as
-- ready whose rows are gone.
create unlogged table replay_filled (
  id uuid primary key,
  tenant_id text not null
);
grant select, insert, delete on replay_filled to chatledger_projection;
alter table replay_filled enable row level security;
alter table replay_filled force row level security;
create policy replay_filled_for_projection on replay_filled to chatledger_projection using (true) with check (true);

-- The role that makes views of the past owns nothing, so the owner makes and drops their schemas, and no others. The
-- tables in them are made by the functions of V7.
create function as_of_create(replay uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  there text := 'as_of_' || replace(replay::text, '-', '');
begin
  execute format('create schema %I', there);
  execute format('grant usage on schema %I to chatledger_projection, chatledger_query', there);
end
$$;

create function as_of_drop(replay uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
begin
  execute format('drop schema if exists %I cascade', 'as_of_' || replace(replay::text, '-', ''));
end
$$;

revoke all on function as_of_create(uuid), as_of_drop(uuid) from public;
grant execute on function as_of_create(uuid), as_of_drop(uuid) to chatledger_projection;
