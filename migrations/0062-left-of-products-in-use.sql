-- A password or a rule of a product that was cancelled lets nobody in: it is neither counted nor told. Whoever off-boards somebody reads of firewall rules, too.
set local role prokura_owner;

create or replace function ways_in_left() returns table (id uuid, kind text, name text, product_id uuid, partnership_id uuid, person_id uuid, closes_at timestamptz)
language sql stable security definer set search_path = public as $$
  with changed as materialized (select f.key from fact_change f where f.transaction = pg_current_xact_id_if_assigned()),
  ids as (
    select w.id from known_password w where w.partnership_id in (select key from changed) or w.person_id in (select key from changed)
    union all
    select r.id from server_firewall_rule r where r.partnership_id is not null
      and (r.partnership_id in (select key from changed) or r.person_id in (select key from changed)))
  select w.id, w.kind, w.name, w.product_id, w.partnership_id, w.person_id, w.closes_at from way_in w join product p on p.id = w.product_id
  where w.id in (select ids.id from ids) and p.status <> 'cancelled' order by w.kind, w.name
$$;

drop function count_ways_in(uuid);
create function count_ways_in(person uuid) returns table (closing integer, known integer, rules integer)
language sql stable security definer set search_path = public as $$
  select count(*) filter (where not w.stays)::int, count(*) filter (where w.kind = 'password')::int, count(*) filter (where w.kind = 'rule')::int
  from way_in w join partnership p on p.id = w.partnership_id join product o on o.id = w.product_id
  where w.person_id = person and p.partner_id = app_organisation() and (w.stays or w.closes_at is null or w.closes_at > clock_timestamp())
    and (w.until is null or w.until >= (clock_timestamp() at time zone 'Europe/Zurich')::date) and o.status <> 'cancelled'
$$;
comment on function count_ways_in(uuid) is 'Of somebody of the organisation in whose context this is asked, at all its customers: numbers, no names.';
