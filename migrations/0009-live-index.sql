-- Teams as facts, and what the live index reads: each thing that decisions depend on as one record, all at once or what changed since a position.
set local role prokura_owner;

create table team (
  organisation_id uuid not null references organisation,
  id uuid not null unique,
  name text not null check (char_length(name) between 1 and 80),
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);
comment on table team is 'A named group of members.';

create table team_member (
  organisation_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  added_at timestamptz not null,
  primary key (organisation_id, team_id, person_id),
  foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references member (organisation_id, person_id) on delete cascade
);
comment on table team_member is 'Who is in a team: members only, so whoever leaves the organisation leaves its teams.';
create index team_member_by_person on team_member (person_id);

create table team_assignment (
  customer_id uuid not null,
  partnership_id uuid not null,
  partner_id uuid not null,
  team_id uuid not null,
  rights text[],
  assigned_by uuid not null references person,
  assigned_at timestamptz not null,
  primary key (customer_id, partnership_id, team_id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id),
  foreign key (partner_id, team_id) references team (organisation_id, id) on delete cascade
);
comment on table team_assignment is 'Which teams of the partner may use a partnership, with at most the granted rights.';
comment on column team_assignment.rights is 'Null: all that was granted. Otherwise at most these.';
create index team_assignment_by_team on team_assignment (partner_id, team_id);
create index team_assignment_by_partnership on team_assignment (partnership_id);

do $$
declare t text;
begin
  foreach t in array array['team', 'team_member', 'team_assignment'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_system', t);
  end loop;
end $$;
create policy own on team to prokura_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy own on team_member to prokura_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy oneself on team_member for select to prokura_app using (person_id = app_person());
create policy parties on team_assignment to prokura_app using (customer_id = app_organisation() or partner_id = app_organisation())
  with check (partner_id = app_organisation());

create trigger team_member_is_a_fact after insert or delete on team_member for each row execute function register_fact('person', 'person_id');
create trigger team_assignment_is_a_fact after insert or update or delete on team_assignment for each row execute function register_fact('partnership', 'partnership_id');

-- A customer's name stands in the index: lists of customers are sorted and searched by it.
create function register_customer() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into fact_change (kind, key) select 'partnership', p.id from partnership p where p.customer_id = new.id on conflict do nothing;
  return null;
end $$;
create trigger customer_name_is_a_fact after update of name, former_name on organisation for each row
  when (old.name <> new.name or old.former_name is distinct from new.former_name) execute function register_customer();

-- People of a team that has the partnership can have access too.
create or replace function people_of_partner(partner uuid, partnership uuid) returns table (person_id uuid, name text, role text, assigned boolean)
language sql stable security definer set search_path = public as $$
  select * from (
    select m.person_id, p.name, m.role,
      exists (select from assignment a where a.partnership_id = people_of_partner.partnership and a.person_id = m.person_id)
      or exists (select from team_assignment a join team_member t on t.team_id = a.team_id
        where a.partnership_id = people_of_partner.partnership and t.person_id = m.person_id) assigned
    from member m join person p on p.id = m.person_id
    where m.organisation_id = partner and (
      exists (select from partnership x where x.id = people_of_partner.partnership and x.partner_id = partner and x.customer_id = app_organisation()
        and x.state in ('proposed', 'active'))
      or exists (select from invitation i where i.id = app_request() and i.partner_id = partner))) people
  where role <> 'collaborator' or assigned order by array_position(array['legal_representative', 'administrator', 'collaborator'], role), name
$$;

-- Milliseconds since 1970, as the domain counts.
create function ms(at timestamptz) returns bigint language sql immutable parallel safe as $$ select floor(extract(epoch from at) * 1000)::bigint $$;

-- One record for each thing, in the form of src/live-index/records.ts.
create view live_partnership with (security_invoker = true) as
select p.id, json_build_object(
  'id', p.id, 'customerId', p.customer_id, 'partnerId', p.partner_id, 'state', p.state,
  'suspendedByCustomer', p.suspended_by_customer_at is not null, 'suspendedByOperator', p.suspended_by_operator_at is not null,
  'namedPeopleOnly', p.named_people_only,
  'grant', (
    select json_build_object('version', g.version, 'notBefore', ms(g.not_before), 'notAfter', ms(g.not_after), 'securedAt', ms(g.secured_at), 'rows', (
      select coalesce(json_agg(json_build_object('right', r."right", 'scope', r.scope_kind, 'key', r.scope_key, 'future', r.future_products,
        'notBefore', ms(r.not_before), 'notAfter', ms(r.not_after), 'grantedAt', ms(r.granted_at))), '[]')
      from granted_right r where r.customer_id = p.customer_id and r.partnership_id = p.id and p.state = 'active'))
    from grant_version g where g.customer_id = p.customer_id and g.partnership_id = p.id and g.version = p.grant_version),
  'assignments', (
    select coalesce(json_agg(json_build_object('personId', a.person_id, 'teamId', a.team_id, 'rights', a.rights)), '[]') from (
      select person_id, null::uuid as team_id, rights from assignment where customer_id = p.customer_id and partnership_id = p.id
      union all
      select null, team_id, rights from team_assignment where customer_id = p.customer_id and partnership_id = p.id) a),
  'admitted', (select coalesce(json_agg(a.person_id), '[]') from admitted_person a where a.customer_id = p.customer_id and a.partnership_id = p.id),
  'name', o.name, 'sortKey', left(fold(o.name), 100),
  'words', array_to_string(search_words(concat_ws(' ', o.name, o.former_name, o.number, p.own_reference)), ' ')) as record
from partnership p join organisation o on o.id = p.customer_id;

create view live_person with (security_invoker = true) as
select m.person_id as id, json_build_object('id', m.person_id,
  'memberships', json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role)),
  'teams', (select coalesce(json_agg(t.team_id), '[]') from team_member t where t.person_id = m.person_id)) as record
from member m group by m.person_id;

create view live_product with (security_invoker = true) as
select p.id, json_build_object('id', p.id, 'ownerId', p.organisation_id, 'family', p.family, 'createdAt', ms(p.created_at)) as record from product p;

create view live_visit with (security_invoker = true) as
select v.id, json_build_object('id', v.id, 'partnershipId', v.partnership_id, 'personId', v.person_id, 'sessionId', v.session_id,
  'startedAt', ms(v.started_at), 'seenAt', ms(v.seen_at), 'idleMinutes', v.idle_minutes, 'expiresAt', ms(v.expires_at), 'endedAt', ms(v.ended_at)) as record,
  v.expires_at, v.session_id
from visit v;

-- A session that was idle for twelve hours is over, as session_of() says.
create view live_session with (security_invoker = true) as
select s.id, json_build_object('id', s.id, 'personId', s.person_id, 'strength', s.strength, 'authenticatedAt', ms(s.authenticated_at),
  'expiresAt', ms(least(s.expires_at, s.seen_at + interval '12 hours')), 'endedAt', ms(s.ended_at)) as record
from session s;

-- Where the journal stands, and what changed since `known`, in one statement and so in one snapshot. `same` is false when the journal
-- no longer holds what the caller followed (a failover that lost its tail, a restore): then its memory is worth nothing.
create function facts_since(known bigint, known_chain bytea, known_epoch integer)
returns table (head bigint, chain bytea, epoch integer, clock timestamptz, same boolean, changes json)
language sql stable set search_path = public as $$
  with top as materialized (select j.position, j.chain, j.epoch from journal j order by j.position desc limit 1),
  followed as materialized (select top.epoch = known_epoch and exists (select from journal j where j.position = known and j.chain = known_chain) as same from top),
  changed as materialized (select distinct f.kind, f.key from fact_change f, top where f.position > known and f.position <= top.position
    and top.position > known and (select followed.same from followed))
  select top.position, top.chain, top.epoch, clock_timestamp(), followed.same, (
    select json_agg(json_build_object('kind', kind, 'key', key, 'record', record)) from (
      select c.kind, c.key, l.record from changed c left join live_partnership l on l.id = c.key where c.kind = 'partnership'
      union all select c.kind, c.key, l.record from changed c left join live_person l on l.id = c.key where c.kind = 'person'
      union all select c.kind, c.key, l.record from changed c left join live_product l on l.id = c.key where c.kind = 'product'
      union all select 'session', v.session_id, l.record from changed c join live_visit v on v.id = c.key left join live_session l on l.id = v.session_id where c.kind = 'visit'
      union all select c.kind, c.key, l.record from changed c left join live_session l on l.id = c.key where c.kind = 'session'
      union all select c.kind, c.key, l.record from changed c left join live_visit l on l.id = c.key where c.kind = 'visit') records)
  from top, followed
$$;
grant select on live_partnership, live_person, live_product, live_visit, live_session to prokura_system;
revoke execute on function facts_since(bigint, bytea, integer) from public;
grant execute on function facts_since(bigint, bytea, integer) to prokura_system;
