-- Product families that an operator defines beside ours: which right shows a family, and which manages it, told by the catalogue at start.
set local role prokura_owner;

create table family_right (
  "right" text primary key check ("right" ~ '^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$'),
  family text not null check (family ~ '^[a-z][a-z0-9_]{0,29}$'),
  access text not null check (access in ('view', 'manage', 'content'))
);
comment on table family_right is 'What each right on a product family gives: to see it, to change its settings, to get at what is inside. As the catalogue of the domain has it.';
create index family_right_by_family on family_right (family, access);
insert into family_right ("right", family, access)
select f || '.' || a, f, a from unnest(array['domain', 'mail', 'hosting', 'drive', 'server']) f, unnest(array['view', 'manage', 'content']) a
where f || '.' || a <> 'domain.content';

alter table family_right enable row level security;
alter table family_right force row level security;
create policy owner on family_right to prokura_owner using (true) with check (true);
create policy everything on family_right to prokura_system using (true) with check (true);
grant select, insert, update on family_right to prokura_system;

alter table product drop constraint product_family_check, add constraint product_family_check check (family ~ '^[a-z][a-z0-9_]{0,29}$');

-- The partners who look after a product: those whose active partnership reaches it with the family's right to manage.
create or replace function managers_of_product(product uuid) returns text[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct o.name order by o.name), '{}')
  from product x
  join family_right f on f.family = x.family and f.access = 'manage'
  join partnership p on p.customer_id = x.organisation_id and p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null
  join granted_right g on g.customer_id = p.customer_id and g.partnership_id = p.id and g."right" = f."right"
    and g.not_before <= now() and (g.not_after is null or g.not_after > now())
    and ((g.scope_kind = 'all' and (g.future_products or x.created_at <= g.granted_at))
      or (g.scope_kind = 'family' and g.scope_key = x.family and (g.future_products or x.created_at <= g.granted_at))
      or (g.scope_kind = 'product' and g.scope_key = x.id::text))
  join organisation o on o.id = p.partner_id
  where x.id = product and x.organisation_id = app_organisation() and (app_partnership() is null or p.id = app_partnership())
$$;

-- Products that some right to see their family, in force, reaches.
create or replace function products_in_scope(customer uuid, partnership uuid) returns integer language sql stable security definer set search_path = public as $$
  select count(*)::int from product x join family_right f on f.family = x.family and f.access = 'view'
  where x.organisation_id = customer and exists (
    select from granted_right g
    where g.customer_id = customer and g.partnership_id = partnership and g."right" = f."right"
      and case g.scope_kind
        when 'product' then g.scope_key = x.id::text
        when 'family' then g.scope_key = x.family and (g.future_products or x.created_at <= g.granted_at)
        when 'all' then g.future_products or x.created_at <= g.granted_at
        else false
      end)
$$;
