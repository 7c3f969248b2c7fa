-- Tables made anew from the history: in schema rebuild to take the place of a view, in as_of_<id> to show the past.
-- The role that fills them owns none of them, so what only an owner may do is done here, for known names only.

-- Where the rows of before a rebuild are kept until somebody says that they can go, or the next rebuild does.
create schema retired;
revoke create on schema rebuild from chatledger_projection;

-- By which version of its projection a view was made, and up to which event in one go.
create table projection_build (
  name text primary key,
  version int not null,
  position bigint not null,
  built_at timestamptz not null default now()
);
insert into projection_build (name, version, position)
  select name, 1, 0
  from unnest(array['channel', 'contact', 'conversation', 'message', 'message-status', 'webhook-journal']) name;

grant select, insert, update on projection_build to chatledger_projection;
alter table projection_build enable row level security;
alter table projection_build force row level security;
create policy projection_build_for_projection on projection_build to chatledger_projection
  using (true) with check (true);

-- The name of a table as SQL has it; refuses whatever is no table of a replay.
create function replay_name(target text, view text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if target !~ '^(rebuild|retired|as_of_[a-z0-9_]{1,48})$' or view !~ '^[a-z][a-z0-9_]{0,50}_view$' then
    raise exception 'no table of a replay: %.%', target, view using errcode = 'invalid_name';
  end if;
  return format('%I.%I', target, view);
end
$$;

-- An empty table with the columns of the view and nothing else: without keys and policies it takes COPY, and fast.
-- What shows the past is made again after a crash, so it need not be in the log of the database.
create function replay_create(target text, view text) returns oid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made text := public.replay_name(target, view);
begin
  if target = 'retired' then
    raise exception 'nothing is made there' using errcode = 'invalid_name';
  end if;
  execute format('create %s table %s (like public.%I including all excluding indexes)',
    case when target = 'rebuild' then '' else 'unlogged' end, made, view);
  execute format('grant select, insert, delete on %s to chatledger_projection', made);
  return made::regclass;
end
$$;

-- The view's primary key, under its name. Does nothing where it is there.
create function replay_key(target text, view text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made text := public.replay_name(target, view);
  key record;
begin
  for key in
    select conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = format('public.%I', view)::regclass and contype = 'p'
      and not exists (select from pg_constraint there where there.conrelid = made::regclass and there.contype = 'p')
  loop
    execute format('alter table %s add constraint %I %s', made, key.conname, key.definition);
  end loop;
end
$$;

-- All keys and indexes that the view has, under their names, and what the planner wants to know.
create function replay_index(target text, view text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set maintenance_work_mem = '128MB' set max_parallel_maintenance_workers = 0 as $$
declare
  made text := public.replay_name(target, view);
  one record;
begin
  perform public.replay_key(target, view);
  for one in
    select conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = format('public.%I', view)::regclass and contype in ('u', 'x')
      and to_regclass(format('%I.%I', target, conname)) is null
  loop
    execute format('alter table %s add constraint %I %s', made, one.conname, one.definition);
  end loop;
  for one in
    select replace(pg_get_indexdef(indexrelid), format(' ON public.%I ', view), format(' ON %s ', made)) as definition
    from pg_index join pg_class on pg_class.oid = indexrelid
    where indrelid = format('public.%I', view)::regclass
      and to_regclass(format('%I.%I', target, relname)) is null
    order by indexrelid
  loop
    execute one.definition;
  end loop;
  execute format('analyze %s', made);
end
$$;

-- Who may see what: policies, grants, owner and settings as the view has them. No COPY into it after this.
create function replay_seal(target text, view text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made text := public.replay_name(target, view);
  model pg_class;
  one record;
begin
  select * into strict model from pg_class where oid = format('public.%I', view)::regclass;
  for one in select * from pg_policies where schemaname = 'public' and tablename = view order by policyname loop
    execute format('create policy %I on %s as %s for %s to %s%s%s', one.policyname, made, one.permissive, one.cmd,
      (select string_agg(case when role = 'public' then 'public' else quote_ident(role) end, ', ')
        from unnest(one.roles) role),
      ' using (' || one.qual || ')', ' with check (' || one.with_check || ')');
  end loop;
  if model.relrowsecurity then
    execute format('alter table %s enable row level security', made);
  end if;
  if model.relforcerowsecurity then
    execute format('alter table %s force row level security', made);
  end if;
  execute format('revoke all on %s from chatledger_projection', made);
  for one in
    select case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end as grantee,
      string_agg(privilege_type, ', ') as privileges, is_grantable
    from aclexplode(model.relacl) where grantee <> model.relowner group by 1, 3
  loop
    execute format('grant %s on %s to %s%s', one.privileges, made, one.grantee,
      case when one.is_grantable then ' with grant option' else '' end);
  end loop;
  if model.reloptions is not null then
    execute format('alter table %s set (%s)', made, array_to_string(model.reloptions, ', '));
  end if;
  if (select relowner from pg_class where oid = made::regclass) <> model.relowner then
    execute format('alter table %s owner to %I', made, pg_get_userbyid(model.relowner));
  end if;
end
$$;

-- The tables of schema rebuild become the views; the views as they were are kept in schema retired. Indexes move
-- with their tables, so every name is as before. Gives up soon: whoever asks for a view now waits behind this.
-- The tables must be those that replay_create has answered: never what another rebuild has begun meanwhile.
create function replay_swap(views text[], made oid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '300ms' as $$
declare
  view text;
begin
  foreach view in array views loop
    perform public.replay_seal('rebuild', view);
    if format('rebuild.%I', view)::regclass <> made[array_position(views, view)] then
      raise exception 'another rebuild has begun: %', view;
    end if;
    execute format('drop table if exists %s', public.replay_name('retired', view));
  end loop;
  execute 'lock table ' || (select string_agg(format('public.%I', one), ', ') from unnest(views) one)
    || ' in access exclusive mode';
  foreach view in array views loop
    execute format('alter table public.%I set schema retired', view);
    execute format('alter table rebuild.%I set schema public', view);
  end loop;
end
$$;

create function replay_drop(target text, view text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
begin
  execute format('drop table if exists %s', public.replay_name(target, view));
end
$$;

do $$
declare
  one regprocedure;
begin
  for one in select oid::regprocedure from pg_proc
      where pronamespace = 'public'::regnamespace and proname like 'replay\_%' loop
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to chatledger_projection', one);
  end loop;
end
$$;
