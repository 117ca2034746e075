-- Since when a partner is the legal person it is: whatever was offered or signed before was meant for another one.
set local role prokura_owner;

alter table organisation add column legal_person_since timestamptz;
comment on column organisation.legal_person_since is
  'When the operator verified another register number as a new legal person; null: it never became another one. What customers offered or signed before does not count for it.';
grant update (legal_person_since) on organisation to prokura_operator;

create or replace function keep_verified() returns trigger language plpgsql as $$
begin
  if current_user in ('prokura_app', 'prokura_acting', 'prokura_sign_in') and (
    new.verified_as_partner_at is distinct from old.verified_as_partner_at or new.verified_until is distinct from old.verified_until
    or new.verified_city is distinct from old.verified_city or new.legal_person_since is distinct from old.legal_person_since
    or (old.verified_as_partner_at is not null and (new.name, new.register_number, new.domain) is distinct from (old.name, old.register_number, old.domain)))
  then
    raise exception 'what the operator verified is changed by the operator' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- The same answer for whoever signs first and second, whether or not they may read the rest of the partner.
create function legal_person_since(organisation uuid) returns timestamptz language sql stable security definer set search_path = public as $$
  select o.legal_person_since from organisation o where o.id = legal_person_since.organisation
$$;
revoke execute on function legal_person_since(uuid) from public;
grant execute on function legal_person_since(uuid) to prokura_app, prokura_acting, prokura_system;
