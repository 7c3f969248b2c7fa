-- Where a session was last used from, sealed under the account's key; null for those of before.
alter table session add column place bytea;
