-- Which saved view of the list a person begins with.
set local role prokura_owner;

create table default_view (
  partner_id uuid not null references organisation,
  person_id uuid not null references person,
  view_id uuid not null references saved_view (id) on delete cascade,
  primary key (partner_id, person_id)
);
comment on table default_view is 'With which saved view a person begins when they open the list of customers.';
create index default_view_by_view on default_view (view_id);

alter table default_view enable row level security;
alter table default_view force row level security;
create policy owner on default_view to prokura_owner using (true) with check (true);
create policy everything on default_view to prokura_system using (true) with check (true);
create policy oneself on default_view to prokura_app
  using (partner_id = app_organisation() and person_id = app_person()) with check (partner_id = app_organisation() and person_id = app_person());
grant select, insert, update, delete on default_view to prokura_app, prokura_system;
