-- A rule of a firewall that was removed can be brought back for a while by whoever removed it, and is again the rule of whoever made it: nobody chooses a maker.
set local role prokura_owner;

alter table server_firewall_rule
  add column removed_at timestamptz,
  add column removed_by uuid references person,
  add check ((removed_at is null) = (removed_by is null));
comment on column server_firewall_rule.removed_at is 'Since then it lets nothing in; it is kept for an hour, for whoever removed it to bring back. Null: in force.';
comment on column server_firewall_rule.removed_by is 'Who removed it, and may bring it back.';
create index server_firewall_rule_removed on server_firewall_rule (removed_at) where removed_at is not null;

-- The same rule may be made anew while the one that was removed is kept.
do $$
declare c text;
begin
  select conname into strict c from pg_constraint where conrelid = 'server_firewall_rule'::regclass and contype = 'u';
  execute format('alter table server_firewall_rule drop constraint %I', c);
end $$;
create unique index server_firewall_rule_once on server_firewall_rule (product_id, protocol, from_port, to_port, source) nulls not distinct where removed_at is null;

-- Who made it, and until when they may, is written when it is made, and by the engine that keeps ways in: by nobody who removes it or brings it back.
revoke update, delete on server_firewall_rule from prokura_app, prokura_acting;
grant update (removed_at, removed_by) on server_firewall_rule to prokura_app, prokura_acting;
create policy removed_or_back on server_firewall_rule for update to prokura_app, prokura_acting
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy by_whoever_removed_it on server_firewall_rule as restrictive for update to prokura_app, prokura_acting
  using (removed_at is null or removed_by = app_person()) with check (removed_at is null or removed_by = app_person());

create function rule_comes_back() returns trigger language plpgsql set search_path = public as $$
begin
  if new.partnership_id is not null then new.closes_at := timestamptz 'epoch'; end if;
  return new;
end $$;
comment on function rule_comes_back() is 'Nobody has looked yet whether its maker still has the right: ways_in_touched() does so before the same transaction ends.';
create trigger comes_back before update of removed_at on server_firewall_rule for each row
  when (old.removed_at is not null and new.removed_at is null) execute function rule_comes_back();
create trigger back_under_a_partnership after update of removed_at on server_firewall_rule for each row
  when (old.removed_at is not null and new.removed_at is null and new.partnership_id is not null) execute function register_fact('way_in', 'partnership_id');
create trigger back_by_a_person after update of removed_at on server_firewall_rule for each row
  when (old.removed_at is not null and new.removed_at is null and new.partnership_id is not null) execute function register_fact('way_in', 'person_id');

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
from server_firewall_rule r where r.removed_at is null;

create or replace function ways_in_touched() returns table (keys uuid[], facts json) language plpgsql stable security definer set search_path = public as $$
declare
  partnerships uuid[]; people uuid[]; products uuid[]; ids uuid[]; makers uuid[]; back uuid[];
begin
  select coalesce(array_agg(f.key) filter (where f.kind = 'partnership'), '{}'), coalesce(array_agg(f.key) filter (where f.kind = 'person'), '{}'),
    coalesce(array_agg(f.key) filter (where f.kind = 'product'), '{}'),
    coalesce(array_agg(f.key) filter (where f.kind = 'way_in'), '{}')
    into partnerships, people, products, makers from fact_change f where f.transaction = pg_current_xact_id_if_assigned();
  -- A rule that came back in this transaction: its maker's right may have ended while it was out.
  back := array(select r.id from server_firewall_rule r where r.partnership_id = any (makers) and r.closes_at = timestamptz 'epoch' and r.removed_at is null);
  keys := partnerships || people || products || case when back <> '{}' then makers else '{}' end;
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
    select unnest(back)
    union
    select r.id from server_firewall_rule r where r.partnership_id is not null
      and (r.partnership_id = any (partnerships) or r.person_id = any (people) or r.product_id = any (products)));
  facts := case when ids <> '{}' then ways_in_with_facts(ids) end;
  return next;
end $$;
