-- Evidence that the history is what it was: a chain of hashes per tenant, and signed statements about it. Only the
-- notary writes it, in the background; nobody changes it.
do $$
declare
  usable boolean;
begin
  if not exists (select from pg_roles where rolname = 'chatledger_notary') then
    create role chatledger_notary nologin;
  end if;
  if current_setting('server_version_num')::int >= 160000 then
    usable := pg_has_role(current_user, 'chatledger_notary', 'set');
  else
    usable := pg_has_role(current_user, 'chatledger_notary', 'member');
  end if;
  if not usable then
    grant chatledger_notary to current_user;
  end if;
  grant usage on schema public to chatledger_notary;
end
$$;

create table event_hash (
  tenant_id text not null,
  position bigint not null,
  hash bytea not null,
  primary key (tenant_id, position)
);

-- Where the notary stands; one row, as positions are one order for all tenants.
create table notary_place (
  only_row boolean primary key default true check (only_row),
  position bigint not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
insert into notary_place (position) values (0);

-- The end of each tenant's chain, so that going on needs no search.
create table chain_head (
  tenant_id text primary key,
  position bigint not null,
  events bigint not null,
  hash bytea not null,
  checkpointed_events bigint not null default 0,
  waiting_since timestamptz
) with (fillfactor = 70);

-- Positions that were given out and that no event had when the notary came by.
create table event_gap (
  first_position bigint primary key,
  last_position bigint not null,
  found_at timestamptz not null
);

create table event_checkpoint (
  tenant_id text not null,
  position bigint not null,
  events bigint not null,
  head_hash bytea not null,
  previous_hash bytea not null,
  at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  primary key (tenant_id, position)
);

grant select on event, event_head to chatledger_notary;
grant select, insert on event_hash, event_gap, event_checkpoint to chatledger_notary;
grant select, update on notary_place to chatledger_notary;
grant select, insert, update on chain_head to chatledger_notary;
grant select on event_hash, event_checkpoint, chain_head, event_gap, notary_place to chatledger_query;

create function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is never changed or removed';
end
$$;

create policy event_for_notary on event for select to chatledger_notary using (true);

do $$
declare
  one text;
begin
  foreach one in array array['event_hash', 'event_gap', 'event_checkpoint'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change_of_evidence()', one || '_is_final', one);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change_of_evidence()', one || '_is_kept', one);
  end loop;
  foreach one in array array['event_hash', 'event_checkpoint', 'chain_head', 'event_gap', 'notary_place'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I to chatledger_notary using (true) with check (true)', one || '_for_notary', one);
  end loop;
  foreach one in array array['event_hash', 'event_checkpoint', 'chain_head'] loop
    execute format('create policy %I on %I for select to chatledger_query using (tenant_id = nullif(current_setting(''app.tenant_id'', true), ''''))', one || '_by_tenant', one);
  end loop;
  -- These two say something of all tenants: numbers, and whose they were is not in them.
  foreach one in array array['event_gap', 'notary_place'] loop
    execute format('create policy %I on %I for select to chatledger_query using (true)', one || '_for_query', one);
  end loop;
end
$$;
