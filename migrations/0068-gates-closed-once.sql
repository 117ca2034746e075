-- What closes partnerships of a partner some at a time looks at each again once nobody else holds it: closed or over by then, it stays as it is.
-- Whoever decides as an operator closes the gate at a partner; it is opened by the system, when each partnership is closed by itself.
set local role prokura_owner;

create or replace function close_granted_before(partner uuid, since timestamptz, at timestamptz, most integer) returns table (id uuid, customer_id uuid)
language sql security definer set search_path = public as $$
  with open as materialized (
    select g.id from granted_before(partner, since) g join partnership p on p.id = g.id
    where p.suspended_by_operator_at is null and p.state = 'active' order by g.id limit most for no key update of p)
  update partnership p set suspended_by_operator_at = at from open where p.id = open.id returning p.id, p.customer_id
$$;

create or replace function keep_verified() returns trigger language plpgsql as $$
begin
  if current_user in ('prokura_app', 'prokura_acting', 'prokura_sign_in') and (
    new.verified_as_partner_at is distinct from old.verified_as_partner_at or new.verified_until is distinct from old.verified_until
    or new.verified_city is distinct from old.verified_city or new.legal_person_since is distinct from old.legal_person_since
    or new.partner_closed_at is distinct from old.partner_closed_at
    or (old.verified_as_partner_at is not null and (new.name, new.register_number, new.domain) is distinct from (old.name, old.register_number, old.domain)))
  then
    raise exception 'what the operator verified is changed by the operator' using errcode = 'insufficient_privilege';
  end if;
  if current_user = 'prokura_operator' and old.partner_closed_at is not null and new.partner_closed_at is null then
    raise exception 'the gate at a partner is opened by the system' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
