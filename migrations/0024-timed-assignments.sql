-- Three more facts that decisions depend on: assignments for a time, customers who let in only whoever signed in with a second factor, and
-- sensitive rights that the operator keeps from working.
set local role prokura_owner;

create table timed_assignment (
  customer_id uuid not null,
  id uuid not null unique,
  partnership_id uuid not null,
  partner_id uuid not null,
  person_id uuid,
  team_id uuid,
  rights text[],
  starts_at timestamptz not null,
  ends_at timestamptz not null check (starts_at < ends_at),
  assigned_by uuid not null references person,
  assigned_at timestamptz not null,
  primary key (customer_id, id),
  check (num_nonnulls(person_id, team_id) = 1),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id),
  foreign key (partner_id, person_id) references member (organisation_id, person_id) on delete cascade,
  foreign key (partner_id, team_id) references team (organisation_id, id) on delete cascade
);
comment on table timed_assignment is 'Which people and teams of the partner may use a partnership for a time, with at most the granted rights; besides what they have anyway.';
comment on column timed_assignment.rights is 'Null: all that was granted. Otherwise at most these.';
comment on column timed_assignment.ends_at is 'From this instant on it counts no more, whether or not it was removed.';
create index timed_assignment_by_partnership on timed_assignment (partnership_id);
create index timed_assignment_by_person on timed_assignment (partner_id, person_id);
create index timed_assignment_by_team on timed_assignment (partner_id, team_id);
alter table timed_assignment enable row level security;
alter table timed_assignment force row level security;
create policy owner on timed_assignment to prokura_owner using (true) with check (true);
create policy everything on timed_assignment to prokura_system using (true) with check (true);
create policy parties on timed_assignment to prokura_app using (customer_id = app_organisation() or partner_id = app_organisation())
  with check (partner_id = app_organisation());
grant select, insert, update, delete on timed_assignment to prokura_app, prokura_system;
create trigger timed_assignment_is_a_fact after insert or update or delete on timed_assignment for each row execute function register_fact('partnership', 'partnership_id');

alter table partnership add column second_factor_needed boolean not null default false;
comment on column partnership.second_factor_needed is 'True: the customer lets in only who signed in with a second factor.';
drop trigger partnership_is_a_fact on partnership;
create trigger partnership_is_a_fact after insert or update of state, suspended_by_customer_at, suspended_by_operator_at, named_people_only,
  second_factor_needed, grant_version on partnership for each row execute function register_fact('partnership', 'id');

alter table organisation add column sensitive_suspended_at timestamptz;
comment on column organisation.sensitive_suspended_at is 'Since when the operator keeps the sensitive rights of all its partners from working: death, incapacity, insolvency.';
create trigger sensitive_rights_are_a_fact after update of sensitive_suspended_at on organisation for each row
  when ((old.sensitive_suspended_at is null) <> (new.sensitive_suspended_at is null)) execute function register_customer();

-- The partnerships of a partner that are assigned to somebody at an instant: by name, through a team, or for a time.
create function partnerships_assigned(partner uuid, person uuid, at timestamptz) returns table (id uuid) language sql stable set search_path = public as $$
  select a.partnership_id from assignment a where a.partner_id = partner and a.person_id = person
  union
  select a.partnership_id from team_assignment a join team_member t on t.team_id = a.team_id where a.partner_id = partner and t.person_id = person
  union
  select a.partnership_id from timed_assignment a where a.partner_id = partner and a.starts_at <= at and a.ends_at > at
    and (a.person_id = person or exists (select from team_member t where t.team_id = a.team_id and t.person_id = person))
$$;

-- Who has access for a time now is one of the people, too.
create or replace function people_of_partner(partner uuid, partnership uuid) returns table (person_id uuid, name text, role text, assigned boolean)
language sql stable security definer set search_path = public as $$
  select * from (
    select m.person_id, p.name, m.role,
      exists (select from partnerships_assigned(partner, m.person_id, now()) a where a.id = people_of_partner.partnership) assigned
    from member m join person p on p.id = m.person_id
    where m.organisation_id = partner and (
      exists (select from partnership x where x.id = people_of_partner.partnership and x.partner_id = partner and x.customer_id = app_organisation()
        and x.state in ('proposed', 'active'))
      or exists (select from invitation i where i.id = app_request() and i.partner_id = partner))) people
  where role <> 'collaborator' or assigned order by array_position(array['legal_representative', 'administrator', 'collaborator'], role), name
$$;

create or replace view live_partnership with (security_invoker = true) as
select p.id, json_build_object(
  'id', p.id, 'customerId', p.customer_id, 'partnerId', p.partner_id, 'state', p.state,
  'suspendedByCustomer', p.suspended_by_customer_at is not null, 'suspendedByOperator', p.suspended_by_operator_at is not null,
  'namedPeopleOnly', p.named_people_only, 'secondFactorNeeded', p.second_factor_needed, 'sensitiveSuspended', o.sensitive_suspended_at is not null,
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
