-- Whether a provider has confirmed a number, and what its tenant is told about it; filled by rebuilding the view.
alter table channel_view
  add column proved boolean not null default false,
  add column notice text;
