-- Through whose channel a conversation goes, which says whether it has a window; null in rows that earlier code made.
alter table conversation_view add column provider text;
