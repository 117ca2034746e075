-- The gate at a partner closes what was granted before it closed. Whom the new legal person wins afterwards is let in at once.
set local role prokura_owner;

-- By itself or by what was proposed before, as granted_before() has it. Null: nothing is granted yet.
create function granted_since(p partnership) returns timestamptz language sql stable security definer set search_path = public as $$
  select least(p.activated_at, (
    select q.created_at from grant_version v join proposal q on q.id = v.proposal_id
    where v.customer_id = p.customer_id and v.partnership_id = p.id and v.version = p.grant_version))
$$;
comment on function granted_since(partnership) is 'Since when what is granted in it is meant for the legal person that the partner was at that moment.';
revoke execute on function granted_since(partnership) from public;
grant execute on function granted_since(partnership) to prokura_app, prokura_acting, prokura_sign_in, prokura_system, prokura_operator;

-- Closed unless it is known that it was granted later.
create function closed_with_partner(p partnership) returns timestamptz language sql stable security definer set search_path = public as $$
  select o.partner_closed_at from organisation o where o.id = p.partner_id and not coalesce(granted_since(p) > o.partner_closed_at, false)
$$;
comment on function closed_with_partner(partnership) is 'Since when the gate at the partner is closed for it; null: it is open, or was closed before this was granted.';
revoke execute on function closed_with_partner(partnership) from public;
grant execute on function closed_with_partner(partnership) to prokura_app, prokura_acting, prokura_sign_in, prokura_system, prokura_operator;

-- With the time of each, so that one that closes once more closes what was granted in between. Only where the partner became another legal person is it
-- said when something was granted: told too early it closes too much, and never too little.
create or replace view live_partner with (security_invoker = true) as
select o.id, json_build_object('id', o.id, 'closedAt', ms(o.partner_closed_at)) as record from organisation o where o.partner_closed_at is not null;

create or replace view live_partnership with (security_invoker = true) as
select p.id, json_build_object(
  'id', p.id, 'customerId', p.customer_id, 'partnerId', p.partner_id, 'state', p.state,
  'suspendedByCustomer', p.suspended_by_customer_at is not null, 'suspendedByOperator', p.suspended_by_operator_at is not null,
  'namedPeopleOnly', p.named_people_only, 'secondFactorNeeded', p.second_factor_needed, 'sensitiveSuspended', o.sensitive_suspended_at is not null,
  'grantedAnew', (select case when x.legal_person_since is not null then case when granted_since(p) > x.legal_person_since then ms(granted_since(p)) end end
    from organisation x where x.id = p.partner_id),
  'grant', (
    select json_build_object('version', g.version, 'notBefore', ms(g.not_before), 'notAfter', ms(g.not_after), 'securedAt', ms(g.secured_at), 'rows', (
      select coalesce(json_agg(json_build_object('right', r."right", 'scope', r.scope_kind, 'key', r.scope_key, 'future', r.future_products,
        'notBefore', ms(r.not_before), 'notAfter', ms(r.not_after), 'grantedAt', ms(r.granted_at))), '[]')
      from granted_right r where r.customer_id = p.customer_id and r.partnership_id = p.id and p.state = 'active'))
    from grant_version g where g.customer_id = p.customer_id and g.partnership_id = p.id and g.version = p.grant_version),
  'assignments', (
    select coalesce(json_agg(json_build_object('personId', a.person_id, 'teamId', a.team_id, 'rights', a.rights,
      'notBefore', coalesce(ms(a.starts_at), 0), 'notAfter', ms(a.ends_at))), '[]') from (
      select person_id, null::uuid as team_id, rights, null::timestamptz as starts_at, null::timestamptz as ends_at
        from assignment where customer_id = p.customer_id and partnership_id = p.id
      union all
      select null, team_id, rights, null, null from team_assignment where customer_id = p.customer_id and partnership_id = p.id
      union all
      select person_id, team_id, rights, starts_at, ends_at from timed_assignment where customer_id = p.customer_id and partnership_id = p.id) a),
  'admitted', (select coalesce(json_agg(a.person_id), '[]') from admitted_person a where a.customer_id = p.customer_id and a.partnership_id = p.id),
  'name', o.name, 'sortKey', left(fold(o.name), 100),
  'words', array_to_string(search_words(concat_ws(' ', o.name, o.former_name, o.number, p.own_reference)), ' ')) as record
from partnership p join organisation o on o.id = p.customer_id;

create or replace function managers_of_product(product uuid) returns text[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct o.name order by o.name), '{}')
  from product x
  join family_right f on f.family = x.family and f.access = 'manage'
  join partnership p on p.customer_id = x.organisation_id and p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null and closed_with_partner(p) is null
  join granted_right g on g.customer_id = p.customer_id and g.partnership_id = p.id and g."right" = f."right"
    and g.not_before <= now() and (g.not_after is null or g.not_after > now())
    and ((g.scope_kind = 'all' and (g.future_products or x.created_at <= g.granted_at))
      or (g.scope_kind = 'family' and g.scope_key = x.family and (g.future_products or x.created_at <= g.granted_at))
      or (g.scope_kind = 'product' and g.scope_key = x.id::text))
  join organisation o on o.id = p.partner_id
  where x.id = product and x.organisation_id = app_organisation() and (app_partnership() is null or p.id = app_partnership())
$$;

create or replace function products_of_partnership(partnership uuid) returns setof product language sql stable security definer set search_path = public as $$
  select x.* from partnership p join product x on x.organisation_id = p.customer_id
  where p.id = partnership and p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null and closed_with_partner(p) is null
    and p.partner_id = app_organisation()
$$;

create or replace function invoice_lines_of_partnership(partnership uuid) returns table (
  document text, document_type text, issued_on date, due_on date, paid_on date, status text, product_id uuid, product_name text, period_from date, period_to date,
  net integer, vat_rate numeric, vat integer, gross integer, currency text, payer text, payment_method text, ordered_by text)
language sql stable security definer set search_path = public as $$
  select i.number, i.kind, i.issued_on, i.due_on, i.paid_on,
    case when i.status = 'open' and i.due_on < (clock_timestamp() at time zone 'Europe/Zurich')::date then 'overdue' else i.status end, l.product_id, x.name, l.period_from, l.period_to, l.net, l.vat_rate, l.vat, l.gross, i.currency,
    case i.payer_id when p.partner_id then 'partner' when p.customer_id then 'customer' end, nullif(concat_ws(' ', m.brand, m.last_four), ''), o.name
  from partnership p
  join invoice i on i.organisation_id = p.customer_id
  join invoice_line l on l.invoice_id = i.id
  left join product x on x.organisation_id = p.customer_id and x.id = l.product_id
  left join payment_method m on m.id = i.payment_method_id and m.organisation_id in (p.customer_id, p.partner_id)
  left join person o on o.id = i.ordered_by
    and exists (select from member x where x.person_id = o.id and x.organisation_id in (p.customer_id, p.partner_id))
  where p.id = partnership and p.partner_id = app_organisation() and (i.payer_id = p.partner_id or exists (
    select from granted_right r join grant_version g on g.customer_id = p.customer_id and g.partnership_id = p.id and g.version = p.grant_version
    where p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null and closed_with_partner(p) is null
      and r.customer_id = p.customer_id and r.partnership_id = p.id and r."right" = 'billing.view'
      and r.not_before <= clock_timestamp() and (r.not_after is null or r.not_after > clock_timestamp())
      and g.not_before <= clock_timestamp() and (g.not_after is null or g.not_after > clock_timestamp())))
  order by i.issued_on, i.number, l.number
$$;

create or replace function ways_in_with_facts(ids uuid[]) returns json language sql stable set search_path = public as $$
  with w as materialized (select * from way_in where id = any (ids))
  select json_build_object(
    'ways', (select coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind, 'name', w.name, 'customerId', w.organisation_id,
      'partnershipId', w.partnership_id, 'personId', w.person_id, 'productId', w.product_id, 'closesAt', ms(w.closes_at), 'stays', w.stays) order by w.id), '[]') from w),
    'partners', (select coalesce(json_agg(l.record), '[]') from live_partner l
      where l.id in (select p.partner_id from partnership p where p.id in (select partnership_id from w))),
    'partnerships', (select coalesce(json_agg(l.record), '[]') from live_partnership l where l.id in (select partnership_id from w)),
    'people', (select coalesce(json_agg(l.record), '[]') from live_person l where l.id in (select person_id from w)),
    'products', (select coalesce(json_agg(l.record), '[]') from live_product l where l.id in (select product_id from w)))
$$;
