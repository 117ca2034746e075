-- Links into folders and keys of servers know who made them, and close in the transaction that takes away the right they were made with.
set local role prokura_owner;

alter table drive_link add column person_id uuid references person, add column partnership_id uuid, add column visit_id uuid, add column closes_at timestamptz;
alter table server_ssh_key add column person_id uuid references person, add column partnership_id uuid, add column visit_id uuid, add column closes_at timestamptz;

-- Who made what is there already stands in the journal: no record, no change. What was made on behalf is closed until it was looked at (closes_at).
update drive_link l set person_id = j.person_id, partnership_id = j.partnership_id, visit_id = case when j.partnership_id is not null then j.visit_id end,
  closes_at = case when j.partnership_id is not null then timestamptz 'epoch' end
  from journal j where j.kind = 'folder.link_made' and j.body ->> 'itemId' = l.id::text;
update server_ssh_key k set person_id = j.person_id, partnership_id = j.partnership_id, visit_id = case when j.partnership_id is not null then j.visit_id end,
  closes_at = case when j.partnership_id is not null then timestamptz 'epoch' end
  from journal j where j.kind = 'server.ssh_key_added' and j.body ->> 'itemId' = k.id::text;

do $$
declare t text;
begin
  foreach t in array array['drive_link', 'server_ssh_key'] loop
    execute format('comment on column %I.person_id is ''Who made it; null: nobody of whom Prokura knows.''', t);
    execute format('comment on column %I.partnership_id is ''Under which it was made on behalf of the customer, and closes with the right of its maker; null: by the customer''''s own people.''', t);
    execute format('comment on column %I.visit_id is ''In which it was made.''', t);
    execute format('comment on column %I.closes_at is ''When the right it was made with ends by itself: from then on it opens nothing, whether or not it was removed. Null: not by the clock.''', t);
    -- Not with the owner: a product that goes to another one takes its links along, and they close in the same transaction.
    execute format('alter table %I add foreign key (partnership_id) references partnership (id)', t);
    execute format('alter table %I add check (partnership_id is null or (person_id is not null and visit_id is not null))', t);
    execute format('alter table %I add check (partnership_id is not null or (visit_id is null and closes_at is null))', t);
    execute format('create index on %I (partnership_id) where partnership_id is not null', t);
    execute format('create index on %I (person_id) where partnership_id is not null', t);
    execute format('create index on %I (product_id) where partnership_id is not null', t);
    execute format('create index on %I (visit_id) where visit_id is not null', t);
    execute format('create index on %I (closes_at) where closes_at is not null', t);
    -- Whoever takes a right away while one is being made meets it in seal(), whichever comes first.
    execute format('create trigger made_under_a_partnership after insert on %I for each row when (new.partnership_id is not null) execute function register_fact(''way_in'', ''partnership_id'')', t);
    execute format('create trigger made_by_a_person after insert on %I for each row when (new.partnership_id is not null) execute function register_fact(''way_in'', ''person_id'')', t);
    -- Nobody who acts leaves one behind that is anybody else's.
    execute format('drop policy own on %I', t);
    execute format('create policy own on %I to prokura_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation() and partnership_id is null)', t);
    execute format('create policy acting on %I to prokura_acting using (organisation_id = app_organisation())
      with check (organisation_id = app_organisation() and partnership_id = app_partnership() and person_id = app_person())', t);
    execute format('revoke update on %I from prokura_acting', t);
  end loop;
end $$;

create view way_in with (security_invoker = true) as
select 'link' as kind, l.id, l.organisation_id, l.product_id, l.partnership_id, l.person_id, l.visit_id, l.closes_at, l.until,
  (select f.name from drive_folder f where f.id = l.folder_id) as name
from drive_link l
union all
select 'key', k.id, k.organisation_id, k.product_id, k.partnership_id, k.person_id, k.visit_id, k.closes_at, null, k.name from server_ssh_key k;
comment on view way_in is 'What lets somebody into a product without Prokura: links into folders, and keys of servers. Whether it still does: closes_at, and until, a day that is included.';
grant select on way_in to prokura_app, prokura_acting, prokura_system;

-- For whoever reads who made what: the partner of a partnership of the customer in whose context they are.
create function partner_here(partnership uuid) returns uuid language sql stable security definer set search_path = public as $$
  select p.partner_id from partnership p where p.id = partnership and p.customer_id = app_organisation()
$$;

-- With the facts that they rest on, in the form of src/live-index/records.ts.
create function ways_in_with_facts(ids uuid[]) returns json language sql stable set search_path = public as $$
  with w as materialized (select * from way_in where id = any (ids))
  select json_build_object(
    'ways', (select coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind, 'name', w.name, 'customerId', w.organisation_id,
      'partnershipId', w.partnership_id, 'personId', w.person_id, 'productId', w.product_id, 'closesAt', ms(w.closes_at)) order by w.id), '[]') from w),
    'partnerships', (select coalesce(json_agg(l.record), '[]') from live_partnership l where l.id in (select partnership_id from w)),
    'people', (select coalesce(json_agg(l.record), '[]') from live_person l where l.id in (select person_id from w)),
    'products', (select coalesce(json_agg(l.record), '[]') from live_product l where l.id in (select product_id from w)))
$$;
revoke execute on function ways_in_with_facts(uuid[]) from public;
grant execute on function ways_in_with_facts(uuid[]) to prokura_system;

-- Those that rest on facts which this transaction changed, whoever it is and whatever it may see; and the keys of these facts.
create function ways_in_touched() returns table (keys uuid[], facts json) language plpgsql stable security definer set search_path = public as $$
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
      and (k.partnership_id = any (partnerships) or k.person_id = any (people) or k.product_id = any (products)));
  facts := case when ids <> '{}' then ways_in_with_facts(ids) end;
  return next;
end $$;

-- Only what ways_in_touched() names, or what the clock closed: whoever calls this can close nothing else.
create function may_settle(partnership uuid, person uuid, product uuid, closes_at timestamptz) returns boolean
language sql stable security definer set search_path = public as $$
  select partnership is not null and (closes_at <= clock_timestamp()
    or exists (select from fact_change f where f.transaction = pg_current_xact_id_if_assigned() and f.key in (partnership, person, product)))
$$;

revoke execute on function may_settle(uuid, uuid, uuid, timestamptz) from public;

create function close_ways_in(ids uuid[]) returns setof uuid language sql security definer set search_path = public as $$
  with links as (delete from drive_link l where l.id = any (ids) and may_settle(l.partnership_id, l.person_id, l.product_id, l.closes_at) returning l.id),
  keys as (delete from server_ssh_key k where k.id = any (ids) and may_settle(k.partnership_id, k.person_id, k.product_id, k.closes_at) returning k.id)
  select id from links union all select id from keys
$$;
comment on function close_ways_in(uuid[]) is 'Answers with those that were there: what somebody else closed meanwhile is told once.';

create function keep_ways_in(kept json) returns void language sql security definer set search_path = public as $$
  update drive_link l set closes_at = k.closes_at from json_to_recordset(kept) as k(id uuid, closes_at timestamptz)
    where l.id = k.id and may_settle(l.partnership_id, l.person_id, l.product_id, l.closes_at);
  update server_ssh_key s set closes_at = k.closes_at from json_to_recordset(kept) as k(id uuid, closes_at timestamptz)
    where s.id = k.id and may_settle(s.partnership_id, s.person_id, s.product_id, s.closes_at)
$$;

alter table receipt add column ways_in json;
comment on column receipt.ways_in is 'Links and keys that closed with it, or, where a visit was stopped, those made in it that are still open: as they were called then. Null: none.';
