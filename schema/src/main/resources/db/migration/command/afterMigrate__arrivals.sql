-- At every start. Numbers of arrivals are ahead of every number that was ever given, also where this database was restored
-- from a backup and the events were not: they are at least the microseconds since 1970, of which no sequence uses one each.
do $$
begin
  if to_regclass('public.webhook_arrival') is not null then
    perform setval('public.webhook_arrival', greatest(last_value, (extract(epoch from clock_timestamp()) * 1000000)::bigint))
    from public.webhook_arrival;
  end if;
end
$$;
