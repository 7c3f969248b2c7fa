-- What many messages say is found among the newest ones, which are gone through one after the other; only what those do
-- not say often enough is looked for by the index of words. In the order of the threads: what happened at the same time
-- comes in the order of its conversation.
create index message_view_newest on message_view (tenant_id, order_at, sequence, id);

-- The newest messages that say the words, behind one that is known; from the newest on where it is null. Beside the
-- function of the same name that asks for no sequence: nodes of the version before call that one until the last of them
-- is replaced; a later migration drops it.
create function messages_saying(words tsquery, before timestamptz, before_sequence bigint, behind text, most int)
returns table (id text, order_at timestamptz, sequence bigint)
language plpgsql stable rows 100 security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  whose constant text := nullif(current_setting('app.tenant_id', true), '');
  portion constant int := 4000;
  enough int;
  edge record;
begin
  return query
    select n.id, n.order_at, n.sequence from (
      select m.id, m.order_at, m.sequence, m.search from message_view m
      where m.tenant_id = whose
        and (before is null or (m.order_at, m.sequence, m.id) < (before, before_sequence, behind))
      order by m.order_at desc, m.sequence desc, m.id desc limit portion) n
    where n.search @@ words
    order by n.order_at desc, n.sequence desc, n.id desc limit most;
  get diagnostics enough = row_count;
  if enough >= most then
    return;
  end if;
  select m.order_at, m.sequence, m.id into edge from message_view m
    where m.tenant_id = whose
      and (before is null or (m.order_at, m.sequence, m.id) < (before, before_sequence, behind))
    order by m.order_at desc, m.sequence desc, m.id desc offset portion - 1 limit 1;
  if not found then
    return;
  end if;
  return query
    with said as materialized (
      select m.id, m.order_at, m.sequence from message_view m
      where m.tenant_id = whose and m.search @@ words
        and (m.order_at, m.sequence, m.id) < (edge.order_at, edge.sequence, edge.id))
    select s.id, s.order_at, s.sequence from said s
    order by s.order_at desc, s.sequence desc, s.id desc limit most - enough;
end
$$;

revoke all on function messages_saying(tsquery, timestamptz, bigint, text, int) from public;
grant execute on function messages_saying(tsquery, timestamptz, bigint, text, int) to chatledger_query;
grant create on schema public to chatledger_search;
alter function messages_saying(tsquery, timestamptz, bigint, text, int) owner to chatledger_search;
revoke create on schema public from chatledger_search;
