-- Where the last message stands in its thread; filled by rebuilding the view.
alter table conversation_view
  add column last_message_order_at timestamptz,
  add column last_message_sequence bigint;
