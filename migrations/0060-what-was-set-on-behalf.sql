-- Forwardings of mailboxes know who made each of them, and close with the right they were made with if they lead out. Passwords of mailboxes and rules of
-- firewalls know it too: they do not close, and are told.
set local role prokura_owner;

create table mailbox_forwarding (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null,
  mailbox_id uuid not null,
  address text not null check (address = lower(address) and char_length(address) <= 254 and address like '%_@_%'),
  created_at timestamptz not null,
  unique (mailbox_id, address),
  foreign key (organisation_id, product_id) references product (organisation_id, id) on update cascade on delete cascade,
  foreign key (product_id, mailbox_id) references mailbox (product_id, id) on delete cascade
);
comment on table mailbox_forwarding is 'To which addresses a mailbox forwards, one a row: whoever has it reads all new messages.';

create table known_password (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null,
  mailbox_id uuid not null unique,
  created_at timestamptz not null,
  foreign key (organisation_id, product_id) references product (organisation_id, id) on update cascade on delete cascade,
  foreign key (product_id, mailbox_id) references mailbox (product_id, id) on delete cascade
);
comment on table known_password is 'Who of a partner set the password of a mailbox, and so knows it, until somebody else sets another one. Never the password.';

alter table mailbox add column password_closed_at timestamptz;
comment on column mailbox.password_closed_at is 'Since when nobody signs in to it, until a new password is set; messages arrive.';

do $$
declare t text;
begin
  foreach t in array array['mailbox_forwarding', 'known_password'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_acting, prokura_system', t);
    execute format('create index on %I (organisation_id, product_id)', t);
  end loop;
  drop policy own on server_firewall_rule;
  foreach t in array array['mailbox_forwarding', 'known_password', 'server_firewall_rule'] loop
    execute format('alter table %I add column person_id uuid references person, add column partnership_id uuid references partnership (id), add column visit_id uuid, add column closes_at timestamptz', t);
    execute format('comment on column %I.person_id is ''Who made it; null: nobody of whom Prokura knows.''', t);
    execute format('comment on column %I.partnership_id is ''Under which it was made on behalf of the customer; null: by the customer''''s own people.''', t);
    execute format('comment on column %I.visit_id is ''In which it was made.''', t);
    execute format('comment on column %I.closes_at is ''When the right it was made with ends by itself, or ended. Null: not by the clock.''', t);
    execute format('alter table %I add check (partnership_id is null or (person_id is not null and visit_id is not null))', t);
    execute format('alter table %I add check (partnership_id is not null or (visit_id is null and closes_at is null))', t);
    execute format('create index on %I (partnership_id) where partnership_id is not null', t);
    execute format('create index on %I (person_id) where partnership_id is not null', t);
    execute format('create index on %I (product_id) where partnership_id is not null', t);
    execute format('create index on %I (visit_id) where visit_id is not null', t);
    execute format('create index on %I (closes_at) where closes_at is not null', t);
    -- Nobody who acts leaves one behind that is anybody else's, or makes anybody's their own.
    execute format('create policy own on %I to prokura_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation() and partnership_id is null)', t);
    execute format('create policy acting on %I to prokura_acting using (organisation_id = app_organisation())
      with check (organisation_id = app_organisation() and partnership_id = app_partnership() and person_id = app_person())', t);
    execute format('revoke update on %I from prokura_acting', t);
  end loop;
end $$;

-- Who made what is there already stands in the journal. What was made on behalf is looked at soon (closes_at): until then a forwarding leads nowhere.
-- A forwarding was made when its address came into the list; where the detail of an entry was erased, any address may have been in it.
insert into mailbox_forwarding (organisation_id, id, product_id, mailbox_id, address, created_at, person_id, partnership_id, visit_id, closes_at)
select m.organisation_id, gen_random_uuid(), m.product_id, m.id, a.address, coalesce(j.at, m.changed_at), j.person_id, j.partnership_id,
  case when j.partnership_id is not null then j.visit_id end, case when j.partnership_id is not null then timestamptz 'epoch' end
from mailbox m cross join lateral unnest(m.forward_to) as a(address) left join lateral (
  select e.* from (
    select j.at, j.position, j.person_id, j.partnership_id, j.visit_id, s.there, lag(s.there, 1, false) over (order by j.position) as was_there
    from journal j left join journal_detail d on d.position = j.position
      cross join lateral (select j.kind = 'forwarding.set' and coalesce(a.address = any (string_to_array(d.detail ->> 'after', ', ')), true) as there) s
    where j.kind in ('forwarding.set', 'forwarding.removed') and j.product_id = m.product_id and j.body ->> 'itemId' = m.id::text) e
  where e.there and not e.was_there order by e.position desc limit 1) j on true;
alter table mailbox drop column forward_to;

insert into known_password (organisation_id, id, product_id, mailbox_id, created_at, person_id, partnership_id, visit_id, closes_at)
select m.organisation_id, gen_random_uuid(), m.product_id, m.id, j.at, j.person_id, j.partnership_id, j.visit_id, timestamptz 'epoch'
from mailbox m cross join lateral (
  select j.* from journal j where j.kind = 'mailbox.password_set' and j.product_id = m.product_id and j.body ->> 'itemId' = m.id::text order by j.position desc limit 1) j
where m.password_set_at is not null and j.partnership_id is not null;
alter table known_password alter column partnership_id set not null;

update server_firewall_rule r set person_id = j.person_id, partnership_id = j.partnership_id, visit_id = case when j.partnership_id is not null then j.visit_id end,
  closes_at = case when j.partnership_id is not null then timestamptz 'epoch' end
  from journal j where j.kind = 'server.firewall_changed' and j.body ->> 'itemId' = r.id::text;

-- Whoever takes a right away while one is being made meets it in seal(), whichever comes first. What stands there already needs no such meeting.
do $$
declare t text;
begin
  foreach t in array array['mailbox_forwarding', 'known_password', 'server_firewall_rule'] loop
    execute format('create trigger made_under_a_partnership after insert on %I for each row when (new.partnership_id is not null) execute function register_fact(''way_in'', ''partnership_id'')', t);
    execute format('create trigger made_by_a_person after insert on %I for each row when (new.partnership_id is not null) execute function register_fact(''way_in'', ''person_id'')', t);
  end loop;
end $$;

-- An address of the same organisation's own mail leads nowhere outside, as long as it is one.
create function is_own_address(organisation uuid, address text) returns boolean language sql stable set search_path = public as $$
  select exists (
    select from product p where p.organisation_id = organisation and p.family = 'mail' and p.status <> 'cancelled' and p.name = split_part(address, '@', 2)
      and (exists (select from mailbox m where m.product_id = p.id and m.local_part = split_part(address, '@', 1))
        or exists (select from mail_alias a where a.product_id = p.id and a.local_part = split_part(address, '@', 1))))
$$;

create or replace view way_in with (security_invoker = true) as
select 'link' as kind, l.id, l.organisation_id, l.product_id, l.partnership_id, l.person_id, l.visit_id, l.closes_at, l.until,
  (select f.name from drive_folder f where f.id = l.folder_id) as name, false as stays
from drive_link l
union all
select 'key', k.id, k.organisation_id, k.product_id, k.partnership_id, k.person_id, k.visit_id, k.closes_at, null, k.name, false from server_ssh_key k
union all
select 'forwarding', f.id, f.organisation_id, f.product_id, f.partnership_id, f.person_id, f.visit_id, f.closes_at, null,
  (select m.local_part || '@' || p.name from mailbox m join product p on p.id = m.product_id where m.id = f.mailbox_id) || ' → ' || f.address,
  is_own_address(f.organisation_id, f.address)
from mailbox_forwarding f
union all
select 'password', w.id, w.organisation_id, w.product_id, w.partnership_id, w.person_id, w.visit_id, w.closes_at, null,
  (select m.local_part || '@' || p.name from mailbox m join product p on p.id = m.product_id where m.id = w.mailbox_id), true
from known_password w
union all
select 'rule', r.id, r.organisation_id, r.product_id, r.partnership_id, r.person_id, r.visit_id, r.closes_at, null,
  upper(r.protocol) || coalesce(' ' || r.from_port || case when r.to_port <> r.from_port then '–' || r.to_port else '' end, '')
    || case when r.source = 'any' then '' else ' · ' || r.source end, true
from server_firewall_rule r;
comment on view way_in is 'What lets somebody into a product without Prokura: links into folders, keys of servers, forwardings; passwords of mailboxes and rules of firewalls that were set on behalf. Whether it still does: closes_at, and until, a day that is included.';
comment on column way_in.stays is 'The end of the right it was made with does not close it: a password, a rule, a forwarding to an own address. closes_at then says when that right ended.';

create or replace function ways_in_with_facts(ids uuid[]) returns json language sql stable set search_path = public as $$
  with w as materialized (select * from way_in where id = any (ids))
  select json_build_object(
    'ways', (select coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind, 'name', w.name, 'customerId', w.organisation_id,
      'partnershipId', w.partnership_id, 'personId', w.person_id, 'productId', w.product_id, 'closesAt', ms(w.closes_at), 'stays', w.stays) order by w.id), '[]') from w),
    'partnerships', (select coalesce(json_agg(l.record), '[]') from live_partnership l where l.id in (select partnership_id from w)),
    'people', (select coalesce(json_agg(l.record), '[]') from live_person l where l.id in (select person_id from w)),
    'products', (select coalesce(json_agg(l.record), '[]') from live_product l where l.id in (select product_id from w)))
$$;

create or replace function ways_in_touched() returns table (keys uuid[], facts json) language plpgsql stable security definer set search_path = public as $$
declare
  partnerships uuid[]; people uuid[]; products uuid[]; ids uuid[];
begin
  select coalesce(array_agg(f.key) filter (where f.kind = 'partnership'), '{}'), coalesce(array_agg(f.key) filter (where f.kind = 'person'), '{}'),
    coalesce(array_agg(f.key) filter (where f.kind = 'product'), '{}')
    into partnerships, people, products from fact_change f where f.transaction = pg_current_xact_id_if_assigned();
  keys := partnerships || people || products;
  if keys = '{}' then return; end if;
  ids := array(
    select l.id from drive_link l where l.partnership_id is not null and l.until >= (clock_timestamp() at time zone 'Europe/Zurich')::date
      and (l.partnership_id = any (partnerships) or l.person_id = any (people) or l.product_id = any (products))
    union all
    select k.id from server_ssh_key k where k.partnership_id is not null
      and (k.partnership_id = any (partnerships) or k.person_id = any (people) or k.product_id = any (products))
    union all
    select f.id from mailbox_forwarding f where f.partnership_id is not null
      and (f.partnership_id = any (partnerships) or f.person_id = any (people) or f.product_id = any (products))
    union all
    select w.id from known_password w where w.partnership_id = any (partnerships) or w.person_id = any (people) or w.product_id = any (products)
    union all
    select r.id from server_firewall_rule r where r.partnership_id is not null
      and (r.partnership_id = any (partnerships) or r.person_id = any (people) or r.product_id = any (products)));
  facts := case when ids <> '{}' then ways_in_with_facts(ids) end;
  return next;
end $$;

create or replace function close_ways_in(ids uuid[]) returns setof uuid language sql security definer set search_path = public as $$
  with changed as materialized (select f.key from fact_change f where f.transaction = pg_current_xact_id_if_assigned()),
  links as (delete from drive_link l where l.id = any (ids) and l.partnership_id is not null and (l.closes_at <= clock_timestamp()
    or l.partnership_id in (select key from changed) or l.person_id in (select key from changed) or l.product_id in (select key from changed)) returning l.id),
  keys as (delete from server_ssh_key k where k.id = any (ids) and k.partnership_id is not null and (k.closes_at <= clock_timestamp()
    or k.partnership_id in (select key from changed) or k.person_id in (select key from changed) or k.product_id in (select key from changed)) returning k.id),
  forwardings as (delete from mailbox_forwarding f where f.id = any (ids) and f.partnership_id is not null and (f.closes_at <= clock_timestamp()
    or f.partnership_id in (select key from changed) or f.person_id in (select key from changed) or f.product_id in (select key from changed)) returning f.id)
  select id from links union all select id from keys union all select id from forwardings
$$;

create or replace function keep_ways_in(kept json) returns void language plpgsql security definer set search_path = public as $$
declare t text;
begin
  foreach t in array array['drive_link', 'server_ssh_key', 'mailbox_forwarding', 'known_password', 'server_firewall_rule'] loop
    execute format('with changed as materialized (select f.key from fact_change f where f.transaction = pg_current_xact_id_if_assigned())
      update %I w set closes_at = k.closes_at from json_to_recordset($1) as k(id uuid, closes_at timestamptz)
      where w.id = k.id and w.partnership_id is not null and (w.closes_at <= clock_timestamp()
        or w.partnership_id in (select key from changed) or w.person_id in (select key from changed) or w.product_id in (select key from changed))', t) using kept;
  end loop;
end $$;

-- What stays although the right of whoever made it is over, of the partnerships, people and products that this transaction changed; for whoever took the right
-- away, in whatever context.
create function ways_in_left() returns table (id uuid, kind text, name text, product_id uuid, partnership_id uuid, person_id uuid, closes_at timestamptz)
language sql stable security definer set search_path = public as $$
  with changed as materialized (select f.key from fact_change f where f.transaction = pg_current_xact_id_if_assigned()),
  ids as (
    select w.id from known_password w where w.partnership_id in (select key from changed) or w.person_id in (select key from changed)
    union all
    select r.id from server_firewall_rule r where r.partnership_id is not null
      and (r.partnership_id in (select key from changed) or r.person_id in (select key from changed)))
  select w.id, w.kind, w.name, w.product_id, w.partnership_id, w.person_id, w.closes_at from way_in w where w.id in (select ids.id from ids) order by w.kind, w.name
$$;

comment on column receipt.ways_in is 'What closed with it (closed); what still works of it, or, where a visit was stopped, of what was made in it: as it was called then. Null: none.';
