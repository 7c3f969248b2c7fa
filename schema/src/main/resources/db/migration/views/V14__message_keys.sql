-- The provider's ids of messages hold the customer's number: what is joined on is the key that stands for them.
alter table message_view add column message_key text;
create index message_view_key on message_view (tenant_id, message_key) where message_key is not null;
drop index message_view_provider;
alter table message_status_view drop column provider_message_id;
