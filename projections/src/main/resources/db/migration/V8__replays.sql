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

-- The roles own nothing, so these do for them what only an owner can; they touch schemas of that name and no others.
create function create_as_of(replay uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  there text := 'as_of_' || replace(replay::text, '-', '');
  one text;
begin
  execute format('create schema %I', there);
  execute format('grant usage on schema %I to chatledger_projection, chatledger_query', there);
  for one in
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like '%\_view'
  loop
    -- Logged: after a crash of the database an unlogged one would be empty, and still count as ready.
    execute format('create table %I.%I (like public.%I including all)', there, one, one);
    execute format('grant select, insert, update, delete on %I.%I to chatledger_projection', there, one);
    execute format('grant select on %I.%I to chatledger_query', there, one);
    execute format('alter table %I.%I enable row level security', there, one);
    execute format('alter table %I.%I force row level security', there, one);
    execute format('create policy for_projection on %I.%I to chatledger_projection using (true) with check (true)', there, one);
    execute format('create policy by_tenant on %I.%I for select to chatledger_query using (tenant_id = nullif(current_setting(''app.tenant_id'', true), ''''))', there, one);
  end loop;
end
$$;

create function drop_as_of(replay uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  execute format('drop schema if exists %I cascade', 'as_of_' || replace(replay::text, '-', ''));
end
$$;

revoke execute on function create_as_of(uuid), drop_as_of(uuid) from public;
grant execute on function create_as_of(uuid), drop_as_of(uuid) to chatledger_projection;
