-- Which contacts are one person, and where their conversations go on. Nothing was merged before, so the defaults are
-- what the folds make of the history.
alter table contact_view
  add column merged_into_id text,
  add column merged_ids jsonb not null default '[]';
create index contact_view_merged on contact_view (tenant_id, merged_into_id) where merged_into_id is not null;
alter table conversation_view
  add column merged_into_id text,
  add column merged_ids jsonb not null default '[]';
