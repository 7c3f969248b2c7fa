-- When the contact was last active in a conversation, by whatever they or the business did, on channels without a window
-- too; null where nothing was said yet. Rows that earlier code has made or makes keep everybody: they count as active
-- today.
alter table conversation_view add column active_at timestamptz default now();
