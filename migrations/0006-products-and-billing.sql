-- What an organisation owns, and its invoices, orders and payment methods as the provider's systems report them.
set local role prokura_owner;

create table product (
  organisation_id uuid not null references organisation,
  id uuid not null unique,
  family text not null check (family in ('domain', 'mail', 'hosting', 'drive', 'server')),
  name text not null check (char_length(name) between 1 and 253),
  status text not null default 'active' check (status in ('active', 'locked', 'cancelled')),
  payer_id uuid not null references organisation,
  ordered_by uuid references person,
  renews_on date,
  ends_on date,
  renewal text not null default 'automatic' check (renewal in ('automatic', 'manual')),
  price integer,
  price_currency text check (price_currency ~ '^[A-Z]{3}$'),
  price_period text check (price_period in ('month', 'year')),
  provider_reference text,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
comment on table product is 'What a customer owns. organisation_id is the owner, whoever pays.';
comment on column product.price is 'In minor units.';
create unique index product_by_provider_reference on product (organisation_id, provider_reference) where provider_reference is not null;
create trigger product_is_a_fact after insert or update of organisation_id, family or delete on product for each row execute function register_fact('product', 'id');

create table payment_method (
  organisation_id uuid not null references organisation,
  id uuid not null unique,
  kind text not null check (kind in ('card', 'iban', 'invoice', 'prepaid')),
  brand text not null,
  last_four text check (last_four ~ '^[0-9]{4}$'),
  expires_on date,
  provider_reference text not null,
  provider_token text not null,
  is_default boolean not null default false,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, provider_reference)
);
comment on table payment_method is 'A reference to the provider''s vault: brand and last four digits, never a number.';

create table invoice (
  organisation_id uuid not null references organisation,
  id uuid not null unique,
  number text not null,
  kind text not null check (kind in ('invoice', 'credit_note', 'order')),
  payer_id uuid not null references organisation,
  status text not null check (status in ('open', 'paid', 'cancelled', 'placed')),
  issued_on date not null,
  due_on date,
  paid_on date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  payment_method_id uuid,
  ordered_by uuid references person,
  ordered_by_partner_id uuid references organisation,
  provider_reference text,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, provider_reference)
);
comment on table invoice is 'Invoices, credit notes and orders of what an organisation owns, whoever pays them.';
comment on column invoice.status is 'As the provider reports it; what is open past due_on is shown as overdue.';
create index invoice_by_date on invoice (organisation_id, issued_on desc, id desc);
create index invoice_by_payer on invoice (payer_id, issued_on desc, id desc);

create table invoice_line (
  organisation_id uuid not null,
  invoice_id uuid not null references invoice (id) on delete cascade,
  number integer not null,
  description text not null,
  product_id uuid,
  period_from date,
  period_to date,
  net integer not null,
  vat_rate numeric(5, 2) not null,
  vat integer not null,
  gross integer not null,
  primary key (invoice_id, number),
  check (net + vat = gross)
);
comment on column invoice_line.net is 'In minor units, as vat and gross.';

create table billing_profile (
  organisation_id uuid primary key references organisation,
  name text,
  street text,
  postal_code text,
  city text,
  country text,
  reference text,
  recipients text[] not null default '{}' check (cardinality(recipients) <= 10),
  updated_at timestamptz not null
);
comment on table billing_profile is 'The billing address, the customer''s own reference, and who receives the invoices.';

create table provider_key (
  id uuid primary key,
  name text not null,
  key_hash bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
comment on table provider_key is 'The provider''s systems that feed products, invoices and payment methods. Of a key only its SHA-256 is kept.';

do $$
declare t text;
begin
  foreach t in array array['product', 'payment_method', 'invoice', 'invoice_line', 'billing_profile'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy own on %I to prokura_app, prokura_acting using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_acting, prokura_system', t);
  end loop;
end $$;
alter table provider_key enable row level security;
alter table provider_key force row level security;
create policy owner on provider_key to prokura_owner using (true) with check (true);
create policy everything on provider_key to prokura_system using (true) with check (true);
grant select, insert, update on provider_key to prokura_system;
-- Whoever pays for another organisation sees what it pays: never while acting.
create policy payer on invoice for select to prokura_app using (payer_id = app_organisation());
create policy payer on invoice_line for select to prokura_app using (exists (select from invoice i where i.id = invoice_id and i.payer_id = app_organisation()));
-- Nobody who acts touches payment methods, invoices, or what a customer owns; of a product the row is locked, which needs a column.
revoke all on payment_method, product, invoice, invoice_line from prokura_acting;
grant select on product, invoice, invoice_line to prokura_acting;
grant update (renewal) on product to prokura_acting;
grant select (organisation_id, id, kind, brand, last_four, expires_on, is_default, removed_at) on payment_method to prokura_acting;

-- The payment method that a partner may see of its customer: the one in use, brand and last four digits.
create function payment_method_in_use(partnership uuid) returns table (id uuid, kind text, brand text, last_four text)
language sql stable security definer set search_path = public as $$
  select m.id, m.kind, m.brand, m.last_four
  from partnership p
  join grant_version g on g.customer_id = p.customer_id and g.partnership_id = p.id and g.version = p.grant_version
  join payment_method m on m.organisation_id = p.customer_id and m.id::text = g.terms ->> 'paymentMethodId'
  where p.id = partnership and (p.partner_id = app_organisation() or p.customer_id = app_organisation())
$$;

-- Products in scope of a partnership, as its partner may list them from outside a visit: rights are in the caller's hands.
create function products_of_partnership(partnership uuid) returns setof product language sql stable security definer set search_path = public as $$
  select x.* from partnership p join product x on x.organisation_id = p.customer_id
  where p.id = partnership and p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null
    and p.partner_id = app_organisation()
$$;

-- Names beside entries of the journal, which outlive the product.
create function product_name(product uuid) returns text language sql stable security definer set search_path = public as $$
  select name from product p where p.id = product
$$;
create function sides_of(partnership uuid, reader uuid) returns table (partner_id uuid, customer_id uuid)
language sql stable security definer set search_path = public as $$
  select p.partner_id, p.customer_id from partnership p where p.id = partnership and reader in (p.partner_id, p.customer_id)
    and reader = app_organisation()
$$;

-- Partners do not see each other: who acts for a customer reads the names of its own two sides, and of nobody else who pays or orders.
create function payer_name(payer uuid) returns text language sql stable security definer set search_path = public as $$
  select organisation_name(payer) where app_partnership() is null or payer = app_organisation()
    or payer = (select p.partner_id from partnership p where p.id = app_partnership())
$$;
create function orderer_name(person uuid) returns text language sql stable security definer set search_path = public as $$
  select person_name(person) where app_partnership() is null or exists (select from member m where m.person_id = person
    and (m.organisation_id = app_organisation() or m.organisation_id = (select p.partner_id from partnership p where p.id = app_partnership())))
$$;

-- The partners who look after a product: those whose active partnership reaches it with the family's manage.
create function managers_of_product(product uuid) returns text[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct o.name order by o.name), '{}')
  from product x
  join partnership p on p.customer_id = x.organisation_id and p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null
  join granted_right g on g.customer_id = p.customer_id and g.partnership_id = p.id and g."right" = x.family || '.manage'
    and g.not_before <= now() and (g.not_after is null or g.not_after > now())
    and ((g.scope_kind = 'all' and (g.future_products or x.created_at <= g.granted_at))
      or (g.scope_kind = 'family' and g.scope_key = x.family and (g.future_products or x.created_at <= g.granted_at))
      or (g.scope_kind = 'product' and g.scope_key = x.id::text))
  join organisation o on o.id = p.partner_id
  where x.id = product and x.organisation_id = app_organisation() and (app_partnership() is null or p.id = app_partnership())
$$;
