-- What a search in messages finds. Each word is kept behind some letters that stand for its tenant: a tenant's search
-- goes through its own words only, however many others have. In Java: io.chatledger.readmodel.SearchWords.

-- A word is what stands between spaces and punctuation, so parts of addresses and numbers are words. A symbol is a word
-- by itself. In scripts that put no spaces between words, each pair of letters is one, and the last letter.
create function search_words(tenant text, original text) returns tsvector
language plpgsql immutable parallel safe as $$
declare
  said text := public.fold_text(left(coalesce(original, ''), 20000));
  unspaced constant text := '\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff'
    || '\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff';
  symbols constant text := '\u2190-\u2bff\U0001f000-\U0001f3fa\U0001f400-\U0001fbff';
  between constant text := '\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be'
    || '\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u1680\u2000-\u218f\u2e00-\u2e7f'
    || '\u3000-\u3004\u3008-\u3020\u3030-\u303f\u30a0\u30fb\ufe00-\ufe6f\ufeff\ufff0-\uffff\U0001f3fb-\U0001f3ff'
    || '\U000e0000-\U000e0fff';
begin
  said := regexp_replace(said, '[' || between || ']+', ' ', 'g');
  if said ~ '[^\u0001-\u007f]' then
    said := regexp_replace(replace(said, 'ς', 'σ'), '([' || symbols || '])', ' \1 ', 'g');
    if said ~ ('[' || unspaced || ']') then
      said := regexp_replace(said, '([' || unspaced || ']{1,2})', ' \1 ', 'g') || ' ' || regexp_replace(
        regexp_replace(said, '[' || unspaced || ']([' || unspaced || ']*)', ' \1 ', 'g'),
        '([' || unspaced || ']{1,2})', ' \1 ', 'g');
    end if;
  end if;
  return regexp_replace(said, '([^ ]{1,100})', left(md5(tenant), 8) || '\1 ', 'g')::tsvector;
end
$$;

alter table message_view drop column search;
alter table message_view add column search tsvector generated always as (search_words(tenant_id, text)) stored;
create index message_view_search on message_view using gin (search);

-- Row-level security lets no index look for words on behalf of those it binds, as the operator might tell of rows that
-- are not theirs. So a role that nobody takes looks, in functions that ask for the tenant themselves.
do $$
declare
  usable boolean;
begin
  if not exists (select from pg_roles where rolname = 'chatledger_search') then
    create role chatledger_search nologin;
  end if;
  -- Before PostgreSQL 16 a member may always take the role.
  if current_setting('server_version_num')::int >= 160000 then
    usable := pg_has_role(current_user, 'chatledger_search', 'set');
  else
    usable := pg_has_role(current_user, 'chatledger_search', 'member');
  end if;
  if not usable then
    grant chatledger_search to current_user;
  end if;
end
$$;
grant usage on schema public to chatledger_search;
grant select on message_view to chatledger_search;
create policy message_view_for_search on message_view for select to chatledger_search using (true);

-- The newest messages that say the words, behind one that is known; from the newest on where it is null.
create function messages_saying(words tsquery, before timestamptz, behind text, most int)
returns table (id text, order_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.order_at from message_view m
  where m.tenant_id = nullif(current_setting('app.tenant_id', true), '') and m.search @@ words
    and (before is null or m.order_at < before or m.order_at = before and m.id > behind)
  order by m.order_at desc, m.id limit most
$$;

create function conversations_saying(words tsquery) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.conversation_id from message_view m
  where m.tenant_id = nullif(current_setting('app.tenant_id', true), '') and m.search @@ words
$$;

revoke all on function messages_saying(tsquery, timestamptz, text, int), conversations_saying(tsquery) from public;
grant execute on function messages_saying(tsquery, timestamptz, text, int), conversations_saying(tsquery)
  to chatledger_query;
grant create on schema public to chatledger_search;
alter function messages_saying(tsquery, timestamptz, text, int) owner to chatledger_search;
alter function conversations_saying(tsquery) owner to chatledger_search;
revoke create on schema public from chatledger_search;

-- What was kept of before this has words of another kind.
drop table if exists retired.message_view;
truncate replay_filled;
