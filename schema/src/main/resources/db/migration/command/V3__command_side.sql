-- What the command side keeps besides events: raw webhook bodies, secrets, work to be done.

create table webhook_journal (
  id uuid primary key,
  tenant_id text not null default 'platform',
  source text not null,
  received_at timestamptz not null,
  body_hash bytea not null,
  body bytea not null,
  state text not null check (state in ('received', 'done')),
  repeats int not null default 0,
  attempts int not null default 0,
  claimed_by text,
  claimed_until timestamptz,
  constraint webhook_body_once unique (source, body_hash)
);
create index webhook_journal_work on webhook_journal (received_at) where state = 'received';

create table secret (
  tenant_id text not null,
  owner_id text not null,
  name text not null,
  ciphertext bytea not null,
  changed_at timestamptz not null,
  primary key (tenant_id, owner_id, name)
);

create table credential (
  account_id text primary key,
  tenant_id text not null default 'platform',
  password_hash text not null,
  changed_at timestamptz not null
);

create table refresh_token (
  token_hash bytea primary key,
  tenant_id text not null,
  account_id text not null,
  family uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_family on refresh_token (family);

-- The table of db-scheduler, in the shape its documentation gives for PostgreSQL.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

do $$
declare
  one text;
begin
  foreach one in array array['webhook_journal', 'secret', 'credential', 'refresh_token', 'scheduled_tasks'] loop
    execute format('grant select, insert, update, delete on %I to chatledger_store', one);
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I to chatledger_store using (true) with check (true)', one || '_for_store', one);
  end loop;
end
$$;
