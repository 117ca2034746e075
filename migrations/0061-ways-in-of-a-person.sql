-- Whoever off-boards somebody reads before how many ways in close with them, and how many passwords of customers they set.
set local role prokura_owner;

create function count_ways_in(person uuid) returns table (closing integer, known integer) language sql stable security definer set search_path = public as $$
  select count(*) filter (where not w.stays)::int, count(*) filter (where w.kind = 'password')::int
  from way_in w join partnership p on p.id = w.partnership_id
  where w.person_id = person and p.partner_id = app_organisation() and (w.stays or w.closes_at is null or w.closes_at > clock_timestamp())
    and (w.until is null or w.until >= (clock_timestamp() at time zone 'Europe/Zurich')::date)
$$;
comment on function count_ways_in(uuid) is 'Of somebody of the organisation in whose context this is asked, at all its customers: numbers, no names.';
