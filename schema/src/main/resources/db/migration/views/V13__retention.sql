-- How long each tenant keeps what it has of customers. A tenant without a row keeps what is the rule for all.
create table retention_view (
  tenant_id text not null,
  id text not null,
  journal_bodies_days int not null,
  inactive_contacts_days int,
  set_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Who was shown personal data of customers; from where is in the event only.
create table personal_data_read_view (
  tenant_id text not null,
  id text not null,
  account_id text not null,
  kind text not null,
  key text,
  as_of timestamptz,
  read_at timestamptz not null,
  primary key (tenant_id, id)
);
create index personal_data_read_view_key on personal_data_read_view (tenant_id, key, read_at) where key is not null;

do $$
declare
  one text;
begin
  foreach one in array array['retention_view', 'personal_data_read_view'] loop
    execute format('grant select, insert, update, delete on %I to chatledger_projection', one);
    execute format('grant select on %I to chatledger_query', one);
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I to chatledger_projection using (true) with check (true)', one || '_for_projection', one);
    execute format('create policy %I on %I for select to chatledger_query using (tenant_id = nullif(current_setting(''app.tenant_id'', true), ''''))', one || '_by_tenant', one);
  end loop;
end
$$;

-- Their views are empty because nothing has happened yet.
insert into projection_build (name, version, position)
  select name, 1, 0 from unnest(array['retention', 'personal-data-read']) name;
