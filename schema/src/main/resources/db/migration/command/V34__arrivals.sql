-- Numbers webhook bodies in the order in which they are made durable, so that an erasure knows what was there before it.
-- Bodies of before this have the number 0: they are older than any erasure to come.
create sequence webhook_arrival;
grant select, usage on sequence webhook_arrival to chatledger_store;
alter table webhook_journal add column arrival bigint not null default 0;
alter table webhook_journal alter column arrival set default nextval('webhook_arrival');
