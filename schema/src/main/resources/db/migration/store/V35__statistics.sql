-- What the planner remembers of a column are values: ANALYZE copies the commonest and every hundredth of them, names and
-- words among them, into pg_statistic, where they outlive their rows. So only columns that hold ids, states and the like
-- are counted. A column that is not named here is not: it is then planned for as one that nothing is known of.

create function is_counted(relation text, field text, type text) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case
    when type in ('json', 'jsonb', 'bytea', 'tsvector', 'inet', 'cidr') then false
    when type not in ('text', 'varchar', 'bpchar', 'name', '_text', '_varchar') then true
    -- WhatsApp's ids of messages hold the customer's number.
    when field in ('provider_message_id', 'context_message_id') then false
    when field ~ '(^|_)(id|status|state|kind|type|direction|key)$' then true
    when field in ('owner', 'provider', 'source', 'topic', 'metric', 'plan', 'purpose', 'person', 'projection',
      'processor_name', 'task_name', 'task_instance', 'claimed_by', 'picked_by', 'tenants') then true
    else field = 'name' and relation in ('event', 'snapshot', 'projection_build')
  end
$$;

-- Sees to it that nothing is counted that is not to be, and that nothing is left of what was: in all schemas of ours, or
-- in one table and its indexes. Expressions in indexes are never counted, as they are made of words. Takes no lock where
-- all is as it should be. Answers how many columns were not.
create function forget_statistics(made regclass default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '10s' as $$
declare
  one record;
  found int := 0;
begin
  for one in
    select e.stxnamespace::regnamespace::text as schema, e.stxname as name
    from pg_statistic_ext e join pg_class t on t.oid = e.stxrelid join pg_namespace n on n.oid = t.relnamespace
    where (made is null or t.oid = made) and (n.nspname in ('public', 'rebuild', 'retired') or n.nspname like 'as\_of\_%')
      and (e.stxexprs is not null or exists (
        select from pg_attribute a join pg_type y on y.oid = a.atttypid
        where a.attrelid = t.oid and a.attnum = any (e.stxkeys)
          and not public.is_counted(t.relname, a.attname, y.typname)))
  loop
    execute format('drop statistics if exists %s.%I', one.schema, one.name);
    found := found + 1;
  end loop;
  for one in
    select n.nspname as schema, c.relname as relation, c.relkind as kind, c.oid, a.attname as field, a.attnum as number
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace
    left join pg_index i on i.indrelid = t.oid and i.indexprs is not null
    join pg_class c on c.oid in (t.oid, i.indexrelid)
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type y on y.oid = a.atttypid
    where t.relkind in ('r', 'p') and t.relname <> 'flyway_schema_history'
      and (made is null or t.oid = made) and (n.nspname in ('public', 'rebuild', 'retired') or n.nspname like 'as\_of\_%')
      and a.attstattarget is distinct from 0
      and case when c.oid = t.oid then not public.is_counted(t.relname, a.attname, y.typname)
        else i.indkey[a.attnum - 1] = 0 end
    group by n.nspname, c.relname, c.relkind, c.oid, a.attname, a.attnum
    order by n.nspname, c.relname, a.attnum
  loop
    if one.kind = 'i' then
      execute format('alter index %I.%I alter column %s set statistics 0', one.schema, one.relation, one.number);
    else
      execute format('alter table %I.%I alter column %I set statistics 0', one.schema, one.relation, one.field);
    end if;
    if current_setting('server_version_num')::int >= 180000 then
      execute format('select pg_clear_attribute_stats(%L, %L, %L, false)', one.schema, one.relation, one.field);
    elsif (select rolsuper from pg_roles where rolname = current_user) then
      execute format('delete from pg_statistic where starelid = %s and staattnum = %s', one.oid, one.number);
    else
      raise warning 'What the planner remembers of %.% cannot be removed before PostgreSQL 18; see docs/runbooks/privacy.md.',
        one.relation, one.field;
    end if;
    found := found + 1;
  end loop;
  return found;
end
$$;
revoke all on function forget_statistics(regclass) from public;
grant execute on function forget_statistics(regclass) to chatledger_store;

-- As in V7; tables of a replay are without such statistics before anything is in them.
create or replace function replay_create(target text, view text) returns oid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made text := public.replay_name(target, view);
begin
  if target = 'retired' then
    raise exception 'nothing is made there' using errcode = 'invalid_name';
  end if;
  execute format('create %s table %s (like public.%I including all excluding indexes excluding statistics)',
    case when target = 'rebuild' then '' else 'unlogged' end, made, view);
  perform public.forget_statistics(made::regclass);
  execute format('grant select, insert, delete on %s to chatledger_projection', made);
  return made::regclass;
end
$$;

-- As in V7, but for expressions in indexes.
create or replace function replay_index(target text, view text) returns void
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
  perform public.forget_statistics(made::regclass);
  execute format('analyze %s', made);
end
$$;
