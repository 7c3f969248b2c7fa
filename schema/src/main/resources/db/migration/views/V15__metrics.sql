-- What is known of a tenant itself; its time zone makes days of instants.
create table tenant_view (
  tenant_id text not null,
  id text not null,
  name text not null,
  slug text not null,
  plan text not null,
  time_zone text not null,
  currency text not null,
  locale text not null,
  registered_at timestamptz not null,
  primary key (tenant_id, id)
);

-- One row for each thing that a version of a metric counts; sums are made when somebody asks. Beside them, without a
-- metric, a row for each conversation with what the definitions have to remember of it.
create table metric_view (
  tenant_id text not null,
  id text not null,
  metric text,
  version int,
  at timestamptz,
  value bigint,
  detail text,
  channel_id text,
  conversation_id text,
  position bigint,
  since_position bigint,
  memory jsonb,
  primary key (tenant_id, id)
);
create index metric_view_time on metric_view (tenant_id, metric, version, at desc, position desc)
  where metric is not null;

do $$
declare
  one text;
begin
  foreach one in array array['tenant_view', 'metric_view'] loop
    execute format('grant select, insert, update, delete on %I to chatledger_projection', one);
    execute format('grant select on %I to chatledger_query', one);
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I to chatledger_projection using (true) with check (true)', one || '_for_projection', one);
    execute format('create policy %I on %I for select to chatledger_query using (tenant_id = nullif(current_setting(''app.tenant_id'', true), ''''))', one || '_by_tenant', one);
  end loop;
end
$$;
