-- Whom a body concerned, by what became of it; null where it is not finished or was before this was kept. The index is
-- of the kind that costs next to nothing where rows come in order of time.
alter table webhook_journal add column tenants text[];
create index webhook_journal_age on webhook_journal using brin (received_at);
