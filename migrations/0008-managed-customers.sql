-- The partner's list of its customers: one row per invitation or partnership, with all that the list shows, sorts, searches and exports.
-- Triggers on the tables it is drawn from keep it, in the same transaction; nobody else writes it.
set local role prokura_owner;

create index invitation_by_partnership on invitation (partnership_id) where partnership_id is not null;

create table managed_customer (
  partner_id uuid not null,
  id uuid not null unique,
  invitation_id uuid,
  partnership_id uuid unique,
  customer_id uuid,
  customer_number text,
  name text not null,
  former_name text,
  renamed_at timestamptz,
  own_reference text,
  status text not null check (status in ('prepared', 'requested', 'awaiting_partner', 'active', 'suspended', 'ended', 'declined', 'withdrawn', 'expired')),
  status_since timestamptz not null,
  lapses_at timestamptz,
  lapses_to text check (lapses_to in ('ended', 'expired')),
  release_needed boolean not null default false,
  access text check (access in ('full', 'limited', 'read_only', 'billing_only', 'custom')),
  rights_requested text[],
  rights_granted text[],
  rights_removed integer not null default 0,
  required_missing text[] not null default '{}',
  payer text check (payer in ('customer', 'partner')),
  payment_method text,
  limit_amount bigint,
  limit_currency text,
  limit_period text,
  products integer,
  starts_at timestamptz,
  ends_at timestamptz,
  named_people_only boolean not null default false,
  person_ids uuid[] not null default '{}',
  teams text[] not null default '{}',
  tags text[] not null default '{}',
  last_visit_at timestamptz,
  last_visit_by uuid,
  requested_at timestamptz,
  requested_by uuid,
  sent_to text,
  delivery text check (delivery in ('queued', 'sent', 'not_delivered')),
  answered_at timestamptz,
  checked_at timestamptz,
  to_check boolean not null generated always as (answered_at is not null and (checked_at is null or checked_at < answered_at)) stored,
  open_request text check (open_request in ('from_partner', 'from_customer')),
  request_until timestamptz,
  language language,
  country text,
  words text[] not null default '{}',
  name_key text collate "C" not null generated always as (left(fold(name), 100)) stored,
  number_key text collate "C" not null generated always as (coalesce(customer_number, '~')) stored,
  reference_key text collate "C" not null generated always as (coalesce(left(fold(own_reference), 100), '~')) stored,
  status_key smallint not null generated always as (array_position(
    array['awaiting_partner', 'prepared', 'requested', 'active', 'suspended', 'ended', 'declined', 'withdrawn', 'expired'], status)) stored,
  access_key smallint not null generated always as (coalesce(cardinality(rights_granted), -1)) stored,
  payer_key text collate "C" not null generated always as (coalesce(payer, '~')) stored,
  until_key timestamptz not null generated always as (coalesce(ends_at, 'infinity')) stored,
  visit_key timestamptz not null generated always as (coalesce(last_visit_at, '-infinity')) stored,
  requested_key timestamptz not null generated always as (coalesce(requested_at, '-infinity')) stored,
  primary key (partner_id, id)
);
comment on table managed_customer is 'The partner''s list: a projection of invitations and partnerships. Before a customer answered it holds the partner''s own words alone.';
comment on column managed_customer.id is 'The first invitation''s id, else the partnership''s: stable while an invitation becomes a partnership.';
comment on column managed_customer.status is 'As stored; at lapses_at the clock makes it lapses_to, whatever is stored.';
comment on column managed_customer.rights_removed is 'How many rights of the preset in access were asked for and not granted.';
comment on column managed_customer.to_check is 'The customer answered and nobody has opened the profile since.';
comment on column managed_customer.words is 'What this row is found by, folded; each stands in managed_customer_word.';
create index managed_customer_by_name on managed_customer (partner_id, name_key, id);
create index managed_customer_by_number on managed_customer (partner_id, number_key, id);
create index managed_customer_by_reference on managed_customer (partner_id, reference_key, id);
create index managed_customer_by_status on managed_customer (partner_id, status_key, id);
create index managed_customer_by_access on managed_customer (partner_id, access_key, id);
create index managed_customer_by_payer on managed_customer (partner_id, payer_key, id);
create index managed_customer_by_until on managed_customer (partner_id, until_key, id);
create index managed_customer_by_visit on managed_customer (partner_id, visit_key, id);
create index managed_customer_by_requested on managed_customer (partner_id, requested_key, id);
create index managed_customer_of_status on managed_customer (partner_id, status, name_key, id);
create index managed_customer_to_check on managed_customer (partner_id, name_key, id) where to_check;
create index managed_customer_to_release on managed_customer (partner_id, id) where release_needed;
create index managed_customer_lapsing on managed_customer (partner_id, lapses_at) where lapses_at is not null;

create table managed_customer_word (
  partner_id uuid not null,
  word text collate "C" not null,
  managed_customer_id uuid not null,
  primary key (partner_id, word, managed_customer_id)
);
comment on table managed_customer_word is 'Folded words of each row of the list, looked up by range, so that a prefix finds them.';

-- The words of a text as they are searched: Zürich, Zurich and Zuerich are one. Parted at whatever is no letter or digit, in every locale.
create function search_words(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct left(word, 40)), '{}')
  from regexp_split_to_table(fold_german(fold(coalesce(words, ''))), '[\s!-/:-@\[-`{-~–—«»“”„’·]+') word where word <> ''
$$;

-- The preset that is exactly these rights; limited may leave families out. Held to the domain's presets by a test.
create function preset_of(rights text[]) returns text language sql immutable parallel safe as $$
  select case
    when cardinality(rights) + (not 'billing.pay' = any (rights))::int = 22 then 'full'
    when cardinality(rights) = 8
      and rights <@ array['organisation.view', 'members.view', 'billing.view', 'domain.view', 'mail.view', 'hosting.view', 'drive.view', 'server.view'] then 'read_only'
    when rights @> array['organisation.view', 'billing.view', 'billing.manage']
      and rights <@ array['organisation.view', 'billing.view', 'billing.manage', 'billing.pay'] then 'billing_only'
    when rights @> array['organisation.view'] and cardinality(rights) > 1
      and rights <@ array['organisation.view', 'domain.view', 'domain.manage', 'mail.view', 'mail.manage', 'hosting.view', 'hosting.manage',
        'drive.view', 'drive.manage', 'server.view', 'server.manage']
      and (select count(*) filter (where r like '%.manage') * 2 + 1 = count(*) from unnest(rights) r) then 'limited'
  end
$$;

-- As the catalogue lists them (domain/rights/catalogue.ts); a right it does not know comes last.
create function in_catalogue_order(rights text[]) returns text[] language sql immutable parallel safe as $$
  select array_agg(r order by array_position(array['organisation.view', 'members.view', 'members.manage', 'billing.view', 'billing.manage', 'billing.pay', 'product.order',
    'product.delete', 'domain.view', 'domain.manage', 'mail.view', 'mail.manage', 'mail.content', 'hosting.view', 'hosting.manage', 'hosting.content', 'drive.view',
    'drive.manage', 'drive.content', 'server.view', 'server.manage', 'server.content'], r), r) from unnest(rights) r
$$;

create function rights_of(proposed jsonb, only_required boolean default false) returns text[] language sql immutable as $$
  select coalesce(array_agg(distinct r ->> 'right'), '{}') from jsonb_array_elements(proposed) r where not only_required or (r ->> 'required')::boolean
$$;

-- Products that some `view` in force reaches.
create function products_in_scope(customer uuid, partnership uuid) returns integer language sql stable security definer set search_path = public as $$
  select count(*)::int from product x where x.organisation_id = customer and exists (
    select from granted_right g
    where g.customer_id = customer and g.partnership_id = partnership and g."right" = x.family || '.view'
      and case g.scope_kind
        when 'product' then g.scope_key = x.id::text
        when 'family' then g.scope_key = x.family and (g.future_products or x.created_at <= g.granted_at)
        when 'all' then g.future_products or x.created_at <= g.granted_at
        else false
      end)
$$;

-- What the partner asked for and what became of it, over all proposals of one row of the list.
create type request_summary as (
  preset text, requested text[], required text[], created_at timestamptz, by_person uuid,
  open_side text, open_state text, open_created_at timestamptz, open_until timestamptz,
  last_state text, last_at timestamptz, answered_at timestamptz, customer_spoke boolean
);
create function summarise_requests(for_invitation uuid, for_partnership uuid) returns request_summary
language sql stable security definer set search_path = public as $$
  with all_of_them as (
    select * from proposal where (for_partnership is not null and partnership_id = for_partnership)
    union
    select * from proposal where invitation_id = for_invitation
      or (for_partnership is not null and invitation_id in (select i.id from invitation i where i.partnership_id = for_partnership))
  ),
  main as (select * from all_of_them where side = 'partner' and base_version is null order by created_at desc, number desc limit 1),
  asked as (
    select rights from main
    union all
    select rights from all_of_them where side = 'partner' and base_version is not null and state in ('open', 'accepted', 'countered')
  ),
  current as (select * from all_of_them where state in ('open', 'prepared') order by created_at desc, number desc limit 1),
  latest as (select * from all_of_them order by created_at desc, number desc limit 1)
  select row(
    main.preset,
    (select array_agg(distinct r ->> 'right') from asked, jsonb_array_elements(asked.rights) r),
    (select array_agg(distinct r ->> 'right') from asked, jsonb_array_elements(asked.rights) r where (r ->> 'required')::boolean),
    main.created_at, coalesce(main.released_by, main.person_id),
    current.side, current.state, current.created_at, current.expires_at,
    latest.state, coalesce(latest.answered_at, latest.created_at),
    (select max(coalesce(a.answered_at, a.created_at)) from all_of_them a where a.side = 'partner' and a.state in ('accepted', 'countered', 'declined')),
    exists (select from all_of_them a where a.side = 'customer')
  )::request_summary
  from (select 1) one left join main on true left join current on true left join latest on true
$$;

-- Which row a partnership is: its first invitation's, unless the customer started it.
create function managed_customer_of(partnership partnership) returns uuid language sql stable security definer set search_path = public as $$
  select coalesce((
    select i.id from invitation i where i.partnership_id = partnership.id and partnership.started_by = 'partner' order by i.claimed_at, i.id limit 1), partnership.id)
$$;

create function take_managed_customer(partner uuid, row_id uuid) returns managed_customer language plpgsql security definer set search_path = public as $$
declare kept managed_customer;
begin
  insert into managed_customer (partner_id, id, name, status, status_since) values (partner, row_id, '', 'prepared', clock_timestamp()) on conflict do nothing;
  select * into strict kept from managed_customer where id = row_id for update;
  return kept;
end $$;
comment on function take_managed_customer(uuid, uuid) is 'Locked first and drawn afterwards, so that of two transactions the later one sees what the earlier one wrote.';

create function drop_managed_customer(row_id uuid) returns void language plpgsql security definer set search_path = public as $$
declare gone managed_customer;
begin
  delete from managed_customer where id = row_id returning * into gone;
  delete from managed_customer_word w where w.partner_id = gone.partner_id and w.word = any (gone.words) and w.managed_customer_id = gone.id;
end $$;

create function put_managed_customer(before managed_customer, drawn managed_customer) returns void language plpgsql security definer set search_path = public as $$
declare found_by text[];
begin
  found_by := search_words(concat_ws(' ', drawn.name, drawn.former_name, drawn.customer_number, drawn.own_reference, drawn.sent_to));
  if drawn.status = before.status and before.name <> '' and drawn.status_since is null then
    drawn.status_since := before.status_since;
  end if;
  update managed_customer set
    (invitation_id, partnership_id, customer_id, customer_number, name, former_name, renamed_at, own_reference, status, status_since, lapses_at, lapses_to,
     release_needed, access, rights_requested, rights_granted, rights_removed, required_missing, payer, payment_method, limit_amount, limit_currency,
     limit_period, products, starts_at, ends_at, named_people_only, person_ids, last_visit_at, last_visit_by, requested_at, requested_by, sent_to, delivery,
     answered_at, open_request, request_until, language, country, words)
    = (drawn.invitation_id, drawn.partnership_id, drawn.customer_id, drawn.customer_number, drawn.name, drawn.former_name, drawn.renamed_at,
     drawn.own_reference, drawn.status, coalesce(drawn.status_since, clock_timestamp()), drawn.lapses_at, drawn.lapses_to, coalesce(drawn.release_needed, false),
     drawn.access, drawn.rights_requested, drawn.rights_granted, coalesce(drawn.rights_removed, 0), coalesce(drawn.required_missing, '{}'), drawn.payer,
     drawn.payment_method, drawn.limit_amount, drawn.limit_currency, drawn.limit_period, drawn.products, drawn.starts_at, drawn.ends_at,
     coalesce(drawn.named_people_only, false), coalesce(drawn.person_ids, '{}'), drawn.last_visit_at, drawn.last_visit_by, drawn.requested_at,
     drawn.requested_by, drawn.sent_to, drawn.delivery, drawn.answered_at, drawn.open_request, drawn.request_until, drawn.language, drawn.country, found_by)
    where id = before.id;
  if found_by is distinct from before.words then
    delete from managed_customer_word w where w.partner_id = before.partner_id and w.managed_customer_id = before.id
      and w.word = any (before.words) and w.word <> all (found_by);
    insert into managed_customer_word select before.partner_id, word, before.id from unnest(found_by) word on conflict do nothing;
  end if;
end $$;

-- A request to somebody who has not answered: the partner's own words, and nothing else.
create function project_invitation(invitation uuid) returns void language plpgsql security definer set search_path = public as $$
declare i invitation; asked request_summary; before managed_customer; drawn managed_customer;
begin
  select * into i from invitation where id = project_invitation.invitation;
  if not found then return; end if;
  before := take_managed_customer(i.partner_id, i.id);
  select * into strict i from invitation where id = i.id;
  if i.partnership_id is not null then
    perform project_partnership(i.partnership_id);
    return;
  end if;
  asked := summarise_requests(i.id, null);
  drawn.invitation_id := i.id;
  drawn.customer_number := i.customer_number;
  drawn.name := coalesce(nullif(i.list_name, ''), i.email, i.customer_number);
  drawn.own_reference := i.own_reference;
  drawn.status := case when asked.last_state = 'declined' then 'declined' when i.state = 'open' then 'requested'
    when i.state = 'claimed' then 'declined' else i.state end;
  drawn.status_since := case drawn.status when 'prepared' then i.created_at when 'requested' then coalesce(i.sent_at, i.created_at)
    when 'expired' then i.expires_at when 'declined' then coalesce(asked.answered_at, i.claimed_at) end;
  if drawn.status = 'requested' then
    drawn.lapses_at := i.expires_at;
    drawn.lapses_to := case when i.expires_at is not null then 'expired' end;
    drawn.open_request := 'from_partner';
    drawn.request_until := i.expires_at;
  end if;
  drawn.release_needed := drawn.status = 'prepared';
  drawn.rights_requested := asked.requested;
  drawn.access := case when asked.requested is not null then coalesce(asked.preset, preset_of(asked.requested), 'custom') end;
  drawn.requested_at := i.sent_at;
  drawn.requested_by := coalesce(i.released_by, i.prepared_by);
  drawn.sent_to := i.email;
  drawn.delivery := i.delivery;
  drawn.answered_at := asked.answered_at;
  drawn.language := i.language;
  perform put_managed_customer(before, drawn);
end $$;

create function project_partnership(partnership uuid) returns void language plpgsql security definer set search_path = public as $$
declare p partnership; i invitation; o organisation; g grant_version; v visit; asked request_summary; m payment_method;
  before managed_customer; drawn managed_customer; row_id uuid; other record; is_known boolean; checked timestamptz;
begin
  select * into p from partnership where id = project_partnership.partnership;
  if not found then return; end if;
  row_id := managed_customer_of(p);
  before := take_managed_customer(p.partner_id, row_id);
  select * into strict p from partnership where id = p.id;
  -- Invitations that reached the same partnership are one row with it.
  for other in select c.id, c.checked_at from managed_customer c where c.partnership_id = p.id and c.id <> row_id
    union select c.id, c.checked_at from managed_customer c join invitation x on x.id = c.id where x.partnership_id = p.id and c.id <> row_id loop
    checked := greatest(checked, other.checked_at);
    perform drop_managed_customer(other.id);
  end loop;
  if checked is not null then update managed_customer c set checked_at = greatest(c.checked_at, checked) where c.id = row_id; end if;
  select * into i from invitation x where x.partnership_id = p.id order by x.claimed_at, x.id limit 1;
  select * into strict o from organisation where id = p.customer_id;
  select * into g from grant_version x where x.customer_id = p.customer_id and x.partnership_id = p.id and x.version = p.grant_version;
  select * into v from visit x where x.partnership_id = p.id order by x.started_at desc limit 1;
  asked := summarise_requests(null, p.id);
  is_known := p.started_by = 'customer' or p.state = 'active' or p.activated_at is not null or asked.customer_spoke;
  drawn.invitation_id := i.id;
  drawn.partnership_id := p.id;
  drawn.own_reference := coalesce(p.own_reference, i.own_reference);
  drawn.language := i.language;
  drawn.customer_number := i.customer_number;
  drawn.name := coalesce(nullif(i.list_name, ''), i.email, i.customer_number, '–');
  if is_known then
    drawn.customer_id := o.id;
    drawn.customer_number := o.number;
    drawn.name := o.name;
    drawn.former_name := o.former_name;
    drawn.renamed_at := o.renamed_at;
    drawn.language := o.language;
    drawn.country := o.country;
  end if;
  drawn.status := case p.state
    when 'active' then case when p.suspended_by_customer_at is null and p.suspended_by_operator_at is null then 'active' else 'suspended' end
    when 'ended' then 'ended'
    when 'proposed' then case when asked.open_state = 'prepared' then 'prepared' when asked.open_side = 'customer' then 'awaiting_partner'
      when asked.open_side = 'partner' then 'requested' when asked.last_state in ('withdrawn', 'expired') then asked.last_state else 'declined' end
    else case when asked.last_state in ('withdrawn', 'expired') then asked.last_state else 'declined' end
  end;
  drawn.status_since := case drawn.status when 'active' then p.activated_at
    when 'suspended' then least(p.suspended_by_customer_at, p.suspended_by_operator_at) when 'ended' then p.ended_at
    when 'prepared' then asked.open_created_at when 'requested' then asked.open_created_at when 'awaiting_partner' then asked.open_created_at
    else asked.last_at end;
  drawn.lapses_at := case when drawn.status in ('active', 'suspended') then g.not_after
    when drawn.status in ('requested', 'awaiting_partner') then asked.open_until end;
  drawn.lapses_to := case when drawn.lapses_at is null then null when drawn.status in ('active', 'suspended') then 'ended' else 'expired' end;
  drawn.release_needed := p.state in ('proposed', 'active') and asked.open_state = 'prepared' and asked.open_side = 'partner';
  if asked.open_state = 'open' and p.state in ('proposed', 'active') then
    drawn.open_request := 'from_' || asked.open_side;
    drawn.request_until := asked.open_until;
  end if;
  drawn.rights_requested := asked.requested;
  if g.version is not null then
    select in_catalogue_order(array_agg(distinct r."right")) into drawn.rights_granted from granted_right r where r.customer_id = p.customer_id and r.partnership_id = p.id;
    if drawn.rights_granted is null then drawn.rights_granted := in_catalogue_order(rights_of(g.rights)); end if;
    select in_catalogue_order(array_agg(r)) into drawn.required_missing from unnest(asked.required) r where r <> all (drawn.rights_granted);
    drawn.payer := g.terms ->> 'payer';
    drawn.limit_amount := (g.terms -> 'spendingLimit' ->> 'amount')::bigint;
    drawn.limit_currency := g.terms -> 'spendingLimit' ->> 'currency';
    drawn.limit_period := g.terms -> 'spendingLimit' ->> 'period';
    select * into m from payment_method x
      where x.organisation_id = p.customer_id and x.id = (g.terms ->> 'paymentMethodId')::uuid and x.removed_at is null;
    drawn.payment_method := nullif(concat_ws(' ', m.brand, m.last_four), '');
    drawn.starts_at := g.not_before;
    drawn.ends_at := g.not_after;
    drawn.products := case when p.state = 'active' then products_in_scope(p.customer_id, p.id) end;
  end if;
  drawn.access := case when drawn.rights_granted is not null then coalesce(preset_of(drawn.rights_granted),
      case when asked.preset is not null and drawn.rights_granted <@ asked.requested then asked.preset end, 'custom')
    when asked.requested is not null then coalesce(asked.preset, preset_of(asked.requested), 'custom') end;
  if drawn.rights_granted is not null and drawn.access = asked.preset then
    drawn.rights_removed := (select count(*) from unnest(asked.requested) r where r <> all (drawn.rights_granted));
  end if;
  drawn.named_people_only := p.named_people_only;
  select array_agg(a.person_id order by a.assigned_at, a.person_id) into drawn.person_ids from assignment a
    where a.customer_id = p.customer_id and a.partnership_id = p.id;
  drawn.last_visit_at := v.started_at;
  drawn.last_visit_by := v.person_id;
  drawn.requested_at := coalesce(i.sent_at, asked.created_at);
  drawn.requested_by := coalesce(i.released_by, asked.by_person, i.prepared_by);
  drawn.sent_to := i.email;
  drawn.delivery := i.delivery;
  drawn.answered_at := asked.answered_at;
  perform put_managed_customer(before, drawn);
end $$;

create function project_from_invitation() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.partnership_id is null then perform project_invitation(new.id); else perform project_partnership(new.partnership_id); end if;
  return null;
end $$;
create function project_from_proposal() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.partnership_id is null then perform project_invitation(new.invitation_id); else perform project_partnership(new.partnership_id); end if;
  return null;
end $$;
create function project_from_partnership() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform project_partnership(new.id);
  return null;
end $$;
-- On any table whose rows name their partnership.
create function project_from_part() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform project_partnership(case when tg_op = 'DELETE' then old.partnership_id else new.partnership_id end);
  return null;
end $$;
create function project_from_rights() returns trigger language plpgsql security definer set search_path = public as $$
declare changed_partnership uuid;
begin
  for changed_partnership in select distinct c.partnership_id from changed c loop perform project_partnership(changed_partnership); end loop;
  return null;
end $$;
create function project_from_products() returns trigger language plpgsql security definer set search_path = public as $$
declare concerned uuid;
begin
  for concerned in select p.id from partnership p where p.state = 'active' and p.customer_id in (select c.organisation_id from changed c) loop
    perform project_partnership(concerned);
  end loop;
  return null;
end $$;
-- A customer's name, number, country, language, or a payment method of it.
create function project_from_customer() returns trigger language plpgsql security definer set search_path = public as $$
declare concerned uuid; customer uuid := to_jsonb(new) ->> tg_argv[0];
begin
  for concerned in select p.id from partnership p where p.customer_id = customer loop perform project_partnership(concerned); end loop;
  return null;
end $$;

create trigger invitation_in_list after insert or update on invitation for each row execute function project_from_invitation();
create trigger proposal_in_list after insert or update on proposal for each row execute function project_from_proposal();
create trigger partnership_in_list after insert or update on partnership for each row execute function project_from_partnership();
create trigger grant_in_list after insert or update of rights, terms, not_before, not_after on grant_version for each row execute function project_from_part();
create trigger rights_in_list after insert on granted_right referencing new table as changed for each statement execute function project_from_rights();
create trigger rights_leave_list after delete on granted_right referencing old table as changed for each statement execute function project_from_rights();
create trigger right_in_list after update of future_products, granted_at on granted_right for each row
  when (old.future_products <> new.future_products or old.granted_at <> new.granted_at) execute function project_from_part();
create trigger assignment_in_list after insert or update or delete on assignment for each row execute function project_from_part();
create trigger visit_in_list after insert on visit for each row execute function project_from_part();
create trigger products_in_list after insert on product referencing new table as changed for each statement execute function project_from_products();
create trigger products_leave_list after delete on product referencing old table as changed for each statement execute function project_from_products();
create trigger product_in_list after update of family, created_at on product for each row
  when (old.family <> new.family or old.created_at <> new.created_at) execute function project_from_customer('organisation_id');
create trigger customer_in_list after update of name, former_name, renamed_at, number, country, language on organisation for each row
  when ((old.name, old.former_name, old.renamed_at, old.number, old.country, old.language)
    is distinct from (new.name, new.former_name, new.renamed_at, new.number, new.country, new.language)) execute function project_from_customer('id');
create trigger payment_method_in_list after update of brand, last_four, removed_at on payment_method for each row
  when ((old.brand, old.last_four, old.removed_at) is distinct from (new.brand, new.last_four, new.removed_at)) execute function project_from_customer('organisation_id');

-- Draws the whole list anew, for whoever doubts it. What the partner noted itself (checked, tags) stays.
create function rebuild_managed_customers() returns void language plpgsql security definer set search_path = public as $$
begin
  perform project_invitation(i.id) from invitation i where i.partnership_id is null;
  perform project_partnership(p.id) from partnership p;
end $$;
revoke execute on function rebuild_managed_customers(), project_invitation(uuid), project_partnership(uuid), take_managed_customer(uuid, uuid),
  drop_managed_customer(uuid), put_managed_customer(managed_customer, managed_customer), products_in_scope(uuid, uuid),
  summarise_requests(uuid, uuid), managed_customer_of(partnership) from public;
grant execute on function rebuild_managed_customers() to prokura_system;
select rebuild_managed_customers();

-- The profile was opened: the mark goes. False when there was none.
create function check_managed_customer(customer uuid) returns boolean language plpgsql security definer set search_path = public as $$
begin
  update managed_customer m set checked_at = clock_timestamp() where m.id = customer and m.partner_id = app_organisation() and m.to_check;
  return found;
end $$;

alter function person_name(uuid) parallel safe;
create index visit_of_person on visit (partner_id, person_id, started_at desc);

-- What a person keeps for themselves: which customers stay on top of the switcher, and how the list looks.
create table pinned_customer (
  person_id uuid not null references person,
  partner_id uuid not null references organisation,
  partnership_id uuid not null references partnership (id),
  pinned_at timestamptz not null,
  primary key (person_id, partner_id, partnership_id)
);
create table customer_list_view (
  person_id uuid not null references person,
  partner_id uuid not null references organisation,
  columns text[] not null,
  density text not null check (density in ('comfortable', 'compact')),
  primary key (person_id, partner_id)
);
comment on table customer_list_view is 'Which columns of the list a person shows, and how close its rows stand.';

-- Invoice lines that a partner may take along: with billing.view in force all of the customer, otherwise those it pays itself.
create function invoice_lines_of_partnership(partnership uuid) returns table (
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
    where p.state = 'active' and p.suspended_by_customer_at is null and p.suspended_by_operator_at is null
      and r.customer_id = p.customer_id and r.partnership_id = p.id and r."right" = 'billing.view'
      and r.not_before <= clock_timestamp() and (r.not_after is null or r.not_after > clock_timestamp())
      and g.not_before <= clock_timestamp() and (g.not_after is null or g.not_after > clock_timestamp())))
  order by i.issued_on, i.number, l.number
$$;

do $$
declare t text;
begin
  foreach t in array array['managed_customer', 'managed_customer_word', 'pinned_customer', 'customer_list_view'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to prokura_system', t);
  end loop;
  foreach t in array array['managed_customer', 'managed_customer_word'] loop
    execute format('create policy partner on %I for select to prokura_app using (partner_id = app_organisation())', t);
    execute format('grant select on %I to prokura_app', t);
  end loop;
  foreach t in array array['pinned_customer', 'customer_list_view'] loop
    execute format('create policy oneself on %I to prokura_app using (person_id = app_person() and partner_id = app_organisation())
      with check (person_id = app_person() and partner_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app', t);
  end loop;
end $$;
