-- A gate that stands at a partner itself: closed, nobody of it gets in to any customer, by one row of one commit. Its partnerships follow some at a time, each
-- with its own gate and its own entry in the journal, and then it opens again.
set local role prokura_owner;

alter table organisation add column partner_closed_at timestamptz;
comment on column organisation.partner_closed_at is
  'Since when nobody of this partner gets in to any customer, whatever each partnership says: it became another legal person, and its partnerships are not all closed by themselves yet. Null: the gate is open.';
grant update (partner_closed_at) on organisation to prokura_operator;
create index organisation_closed on organisation (id) where partner_closed_at is not null;
create trigger partner_gate_is_a_fact after update of partner_closed_at on organisation for each row
  when ((old.partner_closed_at is null) <> (new.partner_closed_at is null)) execute function register_fact('partner', 'id');

-- The same answer for everybody: whoever sees a partnership at all sees whether its partner is closed.
create function partner_closed_at(partner uuid) returns timestamptz language sql stable security definer set search_path = public as $$
  select o.partner_closed_at from organisation o where o.id = partner
$$;
comment on function partner_closed_at(uuid) is 'Since when the gate at the partner is closed; null: it is open.';
revoke execute on function partner_closed_at(uuid) from public;
grant execute on function partner_closed_at(uuid) to prokura_app, prokura_acting, prokura_sign_in, prokura_system, prokura_operator;

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
  return new;
end $$;

-- In the live index a partner stands as long as its gate is closed.
create view live_partner with (security_invoker = true) as
select o.id, json_build_object('id', o.id, 'closed', true) as record from organisation o where o.partner_closed_at is not null;
grant select on live_partner to prokura_system;

create or replace function facts_since(known bigint, known_chain bytea, known_epoch integer)
returns table (head bigint, chain bytea, epoch integer, clock timestamptz, same boolean, changes json)
language sql stable set search_path = public as $$
  with top as materialized (select j.position, j.chain, j.epoch from journal j order by j.position desc limit 1),
  followed as materialized (select top.epoch = known_epoch and exists (select from journal j where j.position = known and j.chain = known_chain) as same from top),
  changed as materialized (select distinct f.kind, f.key from fact_change f, top where f.position > known and f.position <= top.position
    and top.position > known and (select followed.same from followed))
  select top.position, top.chain, top.epoch, clock_timestamp(), followed.same, (
    select json_agg(json_build_object('kind', kind, 'key', key, 'record', record)) from (
      select c.kind, c.key, l.record from changed c left join live_partner l on l.id = c.key where c.kind = 'partner'
      union all select c.kind, c.key, l.record from changed c left join live_partnership l on l.id = c.key where c.kind = 'partnership'
      union all select c.kind, c.key, l.record from changed c left join live_person l on l.id = c.key where c.kind = 'person'
      union all select c.kind, c.key, l.record from changed c left join live_product l on l.id = c.key where c.kind = 'product'
      union all select 'session', v.session_id, l.record from changed c join live_visit v on v.id = c.key left join live_session l on l.id = v.session_id where c.kind = 'visit'
      union all select c.kind, c.key, l.record from changed c left join live_session l on l.id = c.key where c.kind = 'session'
      union all select c.kind, c.key, l.record from changed c left join live_visit l on l.id = c.key where c.kind = 'visit') records)
  from top, followed
$$;

-- Nothing that a closed partner left behind lets anybody in, from the same commit on: whoever reads it leaves out what is past closes_at. That each is closed
-- stands in the journal once its partnership follows. Only of a partner whose gate this transaction closed.
create function close_ways_in_of(partner uuid, at timestamptz) returns void language plpgsql security definer set search_path = public as $$
declare t text;
begin
  if not exists (select from fact_change f where f.transaction = pg_current_xact_id_if_assigned() and f.kind = 'partner' and f.key = partner) then return; end if;
  foreach t in array array['drive_link', 'server_ssh_key', 'mailbox_forwarding'] loop
    execute format('update %I w set closes_at = $2 from partnership p where p.partner_id = $1 and p.id = w.partnership_id and (w.closes_at is null or w.closes_at > $2)%s',
      t, case t when 'mailbox_forwarding' then ' and not is_own_address(w.organisation_id, w.address)' else '' end) using partner, at;
  end loop;
end $$;
revoke execute on function close_ways_in_of(uuid, timestamptz) from public;
grant execute on function close_ways_in_of(uuid, timestamptz) to prokura_operator;

create or replace function ways_in_with_facts(ids uuid[]) returns json language sql stable set search_path = public as $$
  with w as materialized (select * from way_in where id = any (ids))
  select json_build_object(
    'ways', (select coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind, 'name', w.name, 'customerId', w.organisation_id,
      'partnershipId', w.partnership_id, 'personId', w.person_id, 'productId', w.product_id, 'closesAt', ms(w.closes_at), 'stays', w.stays) order by w.id), '[]') from w),
    'partners', (select coalesce(json_agg(distinct l.id), '[]') from live_partner l join partnership p on p.partner_id = l.id where p.id in (select partnership_id from w)),
    'partnerships', (select coalesce(json_agg(l.record), '[]') from live_partnership l where l.id in (select partnership_id from w)),
    'people', (select coalesce(json_agg(l.record), '[]') from live_person l where l.id in (select person_id from w)),
    'products', (select coalesce(json_agg(l.record), '[]') from live_product l where l.id in (select product_id from w)))
$$;

-- The decision closes the partner; what follows closes each partnership, so many at once.
drop function close_granted_before(uuid, timestamptz, timestamptz);
create function close_granted_before(partner uuid, since timestamptz, at timestamptz, most integer) returns table (id uuid, customer_id uuid)
language sql security definer set search_path = public as $$
  with open as materialized (
    select g.id from granted_before(partner, since) g join partnership p on p.id = g.id
    where g.suspended_by_operator_at is null order by g.id limit most for no key update of p)
  update partnership p set suspended_by_operator_at = at from open where p.id = open.id returning p.id, p.customer_id
$$;
comment on function close_granted_before(uuid, timestamptz, timestamptz, integer) is 'Closes the operator''s gate of some of them in one statement; answers with those that it closed.';
revoke execute on function close_granted_before(uuid, timestamptz, timestamptz, integer) from public;
grant execute on function close_granted_before(uuid, timestamptz, timestamptz, integer) to prokura_system;

-- What says who looks after what says nothing of a partner that is closed.
create or replace function managers_of_product(product uuid) returns text[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct o.name order by o.name), '{}')
  from product x
  join family_right f on f.family = x.family and f.access = 'manage'
  join partnership p on p.customer_id = x.organisation_id and p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null and partner_closed_at(p.partner_id) is null
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
  where p.id = partnership and p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null and partner_closed_at(p.partner_id) is null
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
    where p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null and partner_closed_at(p.partner_id) is null
      and r.customer_id = p.customer_id and r.partnership_id = p.id and r."right" = 'billing.view'
      and r.not_before <= clock_timestamp() and (r.not_after is null or r.not_after > clock_timestamp())
      and g.not_before <= clock_timestamp() and (g.not_after is null or g.not_after > clock_timestamp())))
  order by i.issued_on, i.number, l.number
$$;
