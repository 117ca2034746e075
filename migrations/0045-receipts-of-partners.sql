-- A partner that takes something back from its own people, or ends a partnership, gets a receipt too; of an end the customer has it as well.
set local role prokura_owner;

alter table receipt drop constraint receipt_pkey;
alter table receipt add primary key (id);
alter table receipt alter column customer_id drop not null, alter column partnership_id drop not null;
alter table receipt add column partner_id uuid references organisation;
alter table receipt add constraint receipt_is_about_something check (partner_id is not null or (customer_id is not null and partnership_id is not null));
comment on column receipt.partner_id is 'The partner that did it; null: the customer did.';
comment on column receipt.partnership_id is 'Null where somebody left the partner, and with it everything at all its customers.';
create index receipt_by_partner on receipt (partner_id, revoked_at desc) where partner_id is not null;
create index receipt_by_customer on receipt (customer_id, revoked_at desc) where customer_id is not null;

drop policy own on receipt;
create policy customer on receipt to prokura_app
  using (customer_id = app_organisation() and (partner_id is null or revoked ->> 'what' = 'partnership'))
  with check (customer_id = app_organisation() and partner_id is null);
create policy partner on receipt to prokura_app using (partner_id = app_organisation()) with check (partner_id = app_organisation());
