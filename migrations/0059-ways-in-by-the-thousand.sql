-- Thousands of links and keys close in one transaction: what it changed is looked up once, not for each of them.
set local role prokura_owner;

create or replace function close_ways_in(ids uuid[]) returns setof uuid language sql security definer set search_path = public as $$
  with changed as materialized (select f.key from fact_change f where f.transaction = pg_current_xact_id_if_assigned()),
  links as (delete from drive_link l where l.id = any (ids) and l.partnership_id is not null and (l.closes_at <= clock_timestamp()
    or l.partnership_id in (select key from changed) or l.person_id in (select key from changed) or l.product_id in (select key from changed)) returning l.id),
  keys as (delete from server_ssh_key k where k.id = any (ids) and k.partnership_id is not null and (k.closes_at <= clock_timestamp()
    or k.partnership_id in (select key from changed) or k.person_id in (select key from changed) or k.product_id in (select key from changed)) returning k.id)
  select id from links union all select id from keys
$$;

create or replace function keep_ways_in(kept json) returns void language sql security definer set search_path = public as $$
  with changed as materialized (select f.key from fact_change f where f.transaction = pg_current_xact_id_if_assigned())
  update drive_link l set closes_at = k.closes_at from json_to_recordset(kept) as k(id uuid, closes_at timestamptz)
    where l.id = k.id and l.partnership_id is not null and (l.closes_at <= clock_timestamp()
      or l.partnership_id in (select key from changed) or l.person_id in (select key from changed) or l.product_id in (select key from changed));
  with changed as materialized (select f.key from fact_change f where f.transaction = pg_current_xact_id_if_assigned())
  update server_ssh_key s set closes_at = k.closes_at from json_to_recordset(kept) as k(id uuid, closes_at timestamptz)
    where s.id = k.id and s.partnership_id is not null and (s.closes_at <= clock_timestamp()
      or s.partnership_id in (select key from changed) or s.person_id in (select key from changed) or s.product_id in (select key from changed))
$$;
drop function may_settle(uuid, uuid, uuid, timestamptz);
