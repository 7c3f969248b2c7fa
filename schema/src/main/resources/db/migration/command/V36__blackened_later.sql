-- Whom a body is to lose once all that others say in it is in the history; sealed as the body is, which names them too.
alter table webhook_journal add column blacken_later bytea;
