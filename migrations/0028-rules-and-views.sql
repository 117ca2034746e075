-- Saved views of the partner's list, rules that assign what they find, and what a customer sees of the people who serve it.
set local role prokura_owner;

create table saved_view (
  partner_id uuid not null references organisation,
  id uuid not null unique,
  name text not null check (char_length(name) between 1 and 80),
  person_id uuid not null references person,
  team_id uuid,
  filter jsonb not null,
  saved_at timestamptz not null,
  primary key (partner_id, id),
  foreign key (partner_id, team_id) references team (organisation_id, id) on delete cascade
);
comment on table saved_view is 'A filter and order of the list of customers that a person keeps, for themselves or for a team. What it finds is looked up each time.';
create index saved_view_by_person on saved_view (partner_id, person_id);

create table assignment_rule (
  partner_id uuid not null references organisation,
  id uuid not null unique,
  name text not null check (char_length(name) between 1 and 80),
  filter jsonb not null,
  person_id uuid references person,
  team_id uuid,
  made_by uuid not null references person,
  made_at timestamptz not null,
  stopped_at timestamptz,
  stopped_by uuid references person,
  primary key (partner_id, id),
  foreign key (partner_id, team_id) references team (organisation_id, id) on delete cascade,
  check (num_nonnulls(person_id, team_id) = 1)
);
comment on table assignment_rule is 'Customers that match get this person or team, once each, as long as whoever made the rule may assign.';
comment on column assignment_rule.stopped_by is 'Null: the clock, because whoever made it may assign no more, or the person has left.';
create index assignment_rule_working on assignment_rule (partner_id) where stopped_at is null;

create table assignment_rule_match (
  partner_id uuid not null,
  rule_id uuid not null,
  partnership_id uuid not null references partnership (id),
  applied_at timestamptz not null,
  primary key (partner_id, rule_id, partnership_id),
  foreign key (partner_id, rule_id) references assignment_rule (partner_id, id) on delete cascade
);
comment on table assignment_rule_match is 'To which customers a rule was applied already: whoever is unassigned by hand afterwards stays so.';

do $$
declare t text;
begin
  foreach t in array array['saved_view', 'assignment_rule', 'assignment_rule_match'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy partner on %I to prokura_app using (partner_id = app_organisation()) with check (partner_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_system', t);
  end loop;
end $$;

-- Of the people of a partner who can have access: since when they have this customer, through which teams, and when they were there last. For the customer alone.
create function service_of_people(partnership uuid) returns table (person_id uuid, since timestamptz, teams text[], last_visit_at timestamptz)
language sql stable security definer set search_path = public as $$
  select m.person_id,
    coalesce(least(
      (select min(a.assigned_at) from assignment a where a.partnership_id = p.id and a.person_id = m.person_id),
      (select min(greatest(a.assigned_at, t.added_at)) from team_assignment a join team_member t on t.team_id = a.team_id
        where a.partnership_id = p.id and t.person_id = m.person_id),
      (select min(a.starts_at) from timed_assignment a where a.partnership_id = p.id and a.person_id = m.person_id and a.ends_at > now())),
      case when m.role <> 'collaborator' then greatest(m.added_at, p.activated_at) end),
    array(select distinct t.name from team_assignment a join team_member u on u.team_id = a.team_id join team t on t.id = a.team_id
      where a.partnership_id = p.id and u.person_id = m.person_id order by t.name),
    (select max(v.started_at) from visit v where v.partnership_id = p.id and v.person_id = m.person_id)
  from partnership p join member m on m.organisation_id = p.partner_id
  where p.id = service_of_people.partnership and p.customer_id = app_organisation()
$$;
