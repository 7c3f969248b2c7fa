-- What the projections make of the events. Every row can be made again from them.

-- How text is compared: lower case, without accents. In Java: io.chatledger.readmodel.SearchText.
create function fold_text(original text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(original, NFKD), '[\u0300-\u036f]', '', 'g'));

-- Where a rebuild makes its rows before they take the place of the old ones; nobody else looks there.
create schema rebuild;
grant usage, create on schema rebuild to chatledger_projection;

create table channel_view (
  tenant_id text not null,
  id text not null,
  provider text not null,
  name text not null,
  phone_number_id text not null,
  waba_id text,
  display_phone_number text,
  status text not null,
  connected_at timestamptz not null,
  disconnected_at timestamptz,
  primary key (tenant_id, id)
);

create table contact_view (
  tenant_id text not null,
  id text not null,
  name text,
  identities jsonb not null,
  name_history jsonb not null,
  search text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index contact_view_newest on contact_view (tenant_id, created_at desc, id);

create table conversation_view (
  tenant_id text not null,
  id text not null,
  channel_id text not null,
  contact_id text not null,
  status text not null,
  topic text,
  owner text not null,
  ownership_version bigint not null,
  assignee_id text,
  last_message_id text,
  last_message_direction text,
  last_message_type text,
  last_message_preview text,
  last_message_at timestamptz,
  unread_count int not null,
  message_count int not null,
  window_closes_at timestamptz,
  notes jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index conversation_view_newest on conversation_view (tenant_id, updated_at desc, id);
create index conversation_view_contact on conversation_view (tenant_id, contact_id);

create table message_view (
  tenant_id text not null,
  id text not null,
  conversation_id text not null,
  channel_id text not null,
  phone_number_id text not null,
  provider_message_id text,
  direction text not null,
  sender_type text not null,
  sender_id text,
  type text not null,
  text text,
  content jsonb not null,
  context_message_id text,
  send_status text not null,
  send_history jsonb not null,
  sequence bigint not null,
  sent_at timestamptz not null,
  order_at timestamptz not null,
  -- Cut, as a tsvector cannot hold more than a megabyte of words.
  search tsvector generated always as (to_tsvector('simple'::regconfig, fold_text(left(coalesce(text, ''), 20000)))) stored,
  primary key (tenant_id, id)
);
create index message_view_thread on message_view (tenant_id, conversation_id, order_at, sequence);
create index message_view_provider on message_view (tenant_id, channel_id, provider_message_id);
create index message_view_search on message_view using gin (search);

-- Delivery statuses by the provider's message, whether the message is known or not; queries join them.
create table message_status_view (
  tenant_id text not null,
  id text not null,
  phone_number_id text not null,
  provider_message_id text not null,
  message_id text,
  status text not null,
  history jsonb not null,
  pricing jsonb,
  reported_at timestamptz not null,
  primary key (tenant_id, id)
);
create index message_status_view_provider on message_status_view (tenant_id, provider_message_id);
create index message_status_view_message on message_status_view (tenant_id, message_id) where message_id is not null;

create table webhook_journal_view (
  tenant_id text not null,
  id text not null,
  source text not null,
  received_at timestamptz not null,
  status text not null,
  reason text,
  attempts int not null,
  duplicates int not null,
  repeats int not null,
  primary key (tenant_id, id)
);
create index webhook_journal_view_newest on webhook_journal_view (tenant_id, received_at desc, id);

do $$
declare
  one text;
begin
  foreach one in array array['channel_view', 'contact_view', 'conversation_view', 'message_view',
      'message_status_view', 'webhook_journal_view'] loop
    execute format('grant select, insert, update, delete on %I to chatledger_projection', one);
    execute format('grant select on %I to chatledger_query', one);
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy %I on %I to chatledger_projection using (true) with check (true)', one || '_for_projection', one);
    execute format('create policy %I on %I for select to chatledger_query using (tenant_id = nullif(current_setting(''app.tenant_id'', true), ''''))', one || '_by_tenant', one);
  end loop;
end
$$;
