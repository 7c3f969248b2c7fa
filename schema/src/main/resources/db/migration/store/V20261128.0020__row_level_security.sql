-- Who may do what with a table of a migration after this one: the writer sees and changes all rows, the reader sees those
-- of the tenant that is set for its transaction. Without a reader nobody but the writer sees any. Called once for each
-- table, by the migration that makes it.
create function chatledger_row_security(made regclass, writer text default 'chatledger_projection', reader text default 'chatledger_query')
returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  name constant text := (select relname from pg_class where oid = made);
begin
  if not exists (select from pg_attribute
      where attrelid = made and attname = 'tenant_id' and atttypid = 'text'::regtype and attnotnull) then
    raise exception '% has no "tenant_id text not null": its rows would be nobody''s', made using errcode = 'invalid_table_definition';
  end if;
  execute format('alter table %s enable row level security', made);
  execute format('alter table %s force row level security', made);
  execute format('grant select, insert, update, delete on %s to %I', made, writer);
  execute format('create policy %I on %s to %I using (true) with check (true)',
    name || replace(writer, 'chatledger_', '_for_'), made, writer);
  if reader is not null then
    execute format('grant select on %s to %I', made, reader);
    execute format('create policy %I on %s for select to %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), ''''))',
      name || '_by_tenant', made, reader);
  end if;
end
$$;
revoke all on function chatledger_row_security(regclass, text, text) from public;
