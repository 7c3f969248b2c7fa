-- Events that a processor could not handle, and those behind them in their sequence, until somebody looks at them.
create table dead_letter (
  letter_id text primary key,
  processor_name text not null,
  sequence_id text not null,
  sequence_index bigint not null,
  message_type text not null,
  event_id text not null,
  timestamp text not null,
  payload_name text not null,
  payload_revision text,
  payload bytea not null,
  metadata bytea,
  aggregate_type text,
  aggregate_id text,
  sequence bigint,
  token_type text,
  token bytea,
  enqueued_at text not null,
  last_touched text,
  processing_started text,
  cause_type text,
  cause_message text,
  diagnostics bytea,
  constraint dead_letter_in_sequence unique (processor_name, sequence_id, sequence_index)
);

grant select, insert, update, delete on dead_letter to chatledger_store, chatledger_projection;

-- They are of all tenants, so whoever answers a tenant's questions never sees them.
alter table dead_letter enable row level security;
alter table dead_letter force row level security;
create policy dead_letter_for_store on dead_letter to chatledger_store using (true) with check (true);
create policy dead_letter_for_projection on dead_letter to chatledger_projection using (true) with check (true);
