-- Three roles share the work. None of them owns a table, so row-level security binds them all.
-- Connections take a role with SET ROLE; nobody logs in as one.
do $$
declare
  wanted text;
  usable boolean;
begin
  foreach wanted in array array['chatledger_store', 'chatledger_projection', 'chatledger_query'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin', wanted);
    end if;
    -- Before PostgreSQL 16 a member may always take the role.
    if current_setting('server_version_num')::int >= 160000 then
      usable := pg_has_role(current_user, wanted, 'set');
    else
      usable := pg_has_role(current_user, wanted, 'member');
    end if;
    if not usable then
      execute format('grant %I to current_user', wanted);
    end if;
    execute format('grant usage on schema public to %I', wanted);
  end loop;
end
$$;
