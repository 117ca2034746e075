-- Which partners a customer wants no requests of: an organisation, or an invited address before there is any.
set local role prokura_owner;

create table blocked_partner (
  id uuid primary key,
  partner_id uuid not null references organisation,
  customer_id uuid references organisation,
  email_key text,
  blocked_by uuid not null references person,
  blocked_at timestamptz not null,
  lifted_by uuid references person,
  lifted_at timestamptz,
  check (num_nonnulls(customer_id, email_key) = 1),
  check (partner_id <> customer_id)
);
comment on table blocked_partner is 'No further requests of this partner reach this organisation or address. The partner never sees a row.';
comment on column blocked_partner.email_key is 'The address as it is compared; for whoever declined without an organisation.';
create unique index blocked_partner_by_customer on blocked_partner (customer_id, partner_id) where customer_id is not null and lifted_at is null;
create unique index blocked_partner_by_address on blocked_partner (email_key, partner_id) where email_key is not null and lifted_at is null;

alter table blocked_partner enable row level security;
alter table blocked_partner force row level security;
create policy owner on blocked_partner to prokura_owner using (true) with check (true);
create policy everything on blocked_partner to prokura_system using (true) with check (true);
create policy own on blocked_partner to prokura_app
  using (customer_id = app_organisation() or email_key = (select p.email_key from person p where p.id = app_person())
    or email_key in (select x.email_key from proven_address x where x.person_id = app_person()))
  with check (customer_id = app_organisation() or (email_key is not null and blocked_by = app_person()));
grant select, insert, update on blocked_partner to prokura_app;
grant select on blocked_partner to prokura_system;

-- Whether a request of the partner that asks would be kept away: a bare yes or no. An address is closed when it was blocked itself, or when
-- every organisation its person belongs to has blocked the partner; a customer number when that organisation has.
create function is_blocked(partner uuid, address_key text, number text, customer uuid) returns boolean language sql stable security definer set search_path = public as $$
  select partner = app_organisation() and (
    exists (select from blocked_partner b where b.partner_id = partner and b.email_key = address_key and b.lifted_at is null)
    or exists (select from blocked_partner b join organisation o on o.id = b.customer_id
      where b.partner_id = partner and (o.number = is_blocked.number or o.id = is_blocked.customer) and b.lifted_at is null)
    or exists (select from person p join member m on m.person_id = p.id where p.email_key = address_key having count(*) > 0 and bool_and(
      exists (select from blocked_partner b where b.partner_id = partner and b.customer_id = m.organisation_id and b.lifted_at is null))))
$$;
revoke execute on function is_blocked(uuid, text, text, uuid) from public;
grant execute on function is_blocked(uuid, text, text, uuid) to prokura_app;
