-- Standard or Strict: what the partnerships of an organisation begin with.
set local role prokura_owner;

alter table organisation add column strictness jsonb;
comment on column organisation.strictness is 'What a new partnership of this customer begins with; null is Standard.';
create trigger two_approvers_are_a_fact after update of two_approvers on partnership for each row execute function register_fact('partnership', 'id');

-- A code that whoever asks by customer number, or by an address of one of its people, has from the customer.
alter table organisation add column request_code bytea;
comment on column organisation.request_code is 'Sealed. Null: anybody may ask.';
alter table invitation add column held_back boolean not null default false;
comment on column invitation.held_back is 'It lacked the request code of whom it is for: nobody is told of it and nobody can answer it, as if there were no such customer.';

-- The sealed codes one of which must be known in order to ask at this address or number; none when nobody demands one.
create function request_codes_for(address_key text, customer text) returns table (code bytea) language sql stable security definer set search_path = public as $$
  select o.request_code from organisation o where o.request_code is not null and (o.number = customer
    or exists (select from member m join person p on p.id = m.person_id where m.organisation_id = o.id and p.email_key = address_key))
$$;
create function is_held_back(request uuid) returns boolean language sql stable security definer set search_path = public as $$
  select held_back from invitation i where i.id = request
$$;
revoke execute on function request_codes_for(text, text), is_held_back(uuid) from public;
grant execute on function is_held_back(uuid) to prokura_sign_in, prokura_system;
grant execute on function request_codes_for(text, text) to prokura_app, prokura_system;

create or replace function proved_address(request uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from addresses_of_request(request) a
    where a.email_key in (select p.email_key from person p where p.id = app_person()
      union all select x.email_key from proven_address x where x.invitation_id = request and x.person_id = app_person()))
    and not exists (select from invitation i where i.id = request and i.held_back)
$$;
create or replace function is_addressed(invitation uuid) returns boolean language sql stable security definer set search_path = public as $$
  select invitation = app_request()
    or exists (select from invitation i join organisation o on o.number = i.customer_number
               where i.id = invitation and i.state <> 'prepared' and not i.held_back and o.id = app_organisation())
    or (proved_address(invitation) and exists (select from invitation i where i.id = invitation and i.state <> 'prepared'))
$$;
