-- Whoever decides about partners and customers is none of their people, however they became one: looked at in every request of an operator.
set local role prokura_owner;

create function has_a_part(who uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from member m join organisation o on o.id = m.organisation_id where m.person_id = who
    and (o.enrolled_as_partner_at is not null or exists (select from partnership p where p.customer_id = o.id)))
$$;
comment on function has_a_part(uuid) is 'Whether somebody belongs to a partner, or to an organisation that has or had one.';
revoke execute on function has_a_part(uuid) from public;
grant execute on function has_a_part(uuid) to prokura_system, prokura_operator;

create or replace function is_operator() returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from operator o where o.person_id = app_person() and o.removed_at is null) and not has_a_part(app_person())
$$;
