-- An event may touch several rows of a projection, and be passed over for one of them alone. Empty: for all of them, as
-- whatever was discarded before this.
alter table dead_letter_discard add column sequence_id text not null default '';
alter table dead_letter_discard drop constraint dead_letter_discard_pkey;
alter table dead_letter_discard add primary key (projection, position, sequence_id);
