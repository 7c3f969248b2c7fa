-- Whose words they are, and what the contact has agreed to; filled by rebuilding the views.
alter table message_view add column contact_id text;
create index message_view_contact on message_view (tenant_id, contact_id);
alter table contact_view
  add column consents jsonb not null default '[]',
  add column erased_at timestamptz;

-- So that erased persons leave the views of before a rebuild too.
grant usage on schema retired to chatledger_projection;
