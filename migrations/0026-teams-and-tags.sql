-- Teams and tags in the partner's list, its own notes, and who gets a customer once a request is granted.
set local role prokura_owner;

alter table managed_customer add column team_ids uuid[] not null default '{}';
alter table managed_customer add column note text check (char_length(note) <= 2000);
comment on column managed_customer.teams is 'Names of the teams it is assigned to, for reading; team_ids for finding.';
comment on column managed_customer.tags is 'The partner''s own words for it. Private, as is the note.';

-- Which teams have a customer, drawn anew into the list.
create function draw_teams_of(partnership uuid) returns void language sql security definer set search_path = public as $$
  update managed_customer m set
    (team_ids, teams) = (select coalesce(array_agg(t.id order by fold(t.name), t.id), '{}'), coalesce(array_agg(t.name order by fold(t.name), t.id), '{}')
      from team_assignment a join team t on t.id = a.team_id where a.partnership_id = draw_teams_of.partnership)
  where m.partnership_id = draw_teams_of.partnership
$$;
create function draw_teams() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform draw_teams_of(case when tg_op = 'DELETE' then old.partnership_id else new.partnership_id end);
  return null;
end $$;
create function rename_team_in_list() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update managed_customer m set teams = array_replace(m.teams, old.name, new.name)
    where m.partner_id = new.organisation_id and m.team_ids @> array[new.id];
  return null;
end $$;
create trigger team_assignment_in_list after insert or delete on team_assignment for each row execute function draw_teams();
create trigger team_name_in_list after update of name on team for each row when (old.name <> new.name) execute function rename_team_in_list();
select draw_teams_of(a.partnership_id) from (select distinct partnership_id from team_assignment) a;

-- What the partner noted of a customer, on the row of its list. False when there is no such row.
create function note_managed_customer(customer uuid, new_tags text[], new_note text) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  update managed_customer m set tags = new_tags, note = new_note where m.id = customer and m.partner_id = app_organisation();
  return found;
end $$;

-- The notes as they are, for whoever changes them: in the partner's own context, locked until the end of the transaction.
create function lock_notes(customer uuid) returns table (tags text[], note text, own_reference text)
language sql security definer set search_path = public as $$
  select m.tags, m.note, m.own_reference from managed_customer m where m.id = customer and m.partner_id = app_organisation() for no key update
$$;

-- Requests that reach the same customer become one row: what was noted of either is kept.
create function keep_notes() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update managed_customer m set
    tags = (select array_agg(distinct tag order by tag) from unnest(m.tags || old.tags) tag), note = coalesce(m.note, old.note)
  from invitation i join partnership p on p.id = i.partnership_id
  where i.id = old.id and m.id = managed_customer_of(p) and m.id <> old.id;
  return null;
end $$;
create trigger notes_are_kept after delete on managed_customer for each row when (old.tags <> '{}' or old.note is not null) execute function keep_notes();

-- Customers are found by the partner's own reference, also in the index.
create trigger own_reference_is_a_fact after update of own_reference on partnership for each row
  when (old.own_reference is distinct from new.own_reference) execute function register_fact('partnership', 'id');

create table planned_assignment (
  partner_id uuid not null,
  invitation_id uuid not null,
  person_id uuid references person,
  team_id uuid,
  planned_by uuid not null references person,
  planned_at timestamptz not null,
  unique nulls not distinct (partner_id, invitation_id, person_id, team_id),
  foreign key (partner_id, invitation_id) references invitation (partner_id, id),
  foreign key (partner_id, team_id) references team (organisation_id, id) on delete cascade,
  check (num_nonnulls(person_id, team_id) = 1)
);
comment on table planned_assignment is 'Who shall have the customer of a request: assigned when the customer grants, with all that is granted, if whoever planned it may still assign.';
create index planned_assignment_by_planner on planned_assignment (partner_id, planned_by);

alter table planned_assignment enable row level security;
alter table planned_assignment force row level security;
create policy owner on planned_assignment to prokura_owner using (true) with check (true);
create policy everything on planned_assignment to prokura_system using (true) with check (true);
create policy partner on planned_assignment to prokura_app using (partner_id = app_organisation()) with check (partner_id = app_organisation());
grant select, insert, update, delete on planned_assignment to prokura_app, prokura_system;
revoke execute on function draw_teams_of(uuid) from public;
