-- What a customer wishes of visits: a reason on entry, who is told of one, and limits that hold for visits under way.
set local role prokura_owner;

alter table partnership add column visit_reason_needed boolean not null default false;
comment on column partnership.visit_reason_needed is 'Whoever enters says why: the customer asks for a reason or a ticket.';
create trigger visit_reason_is_a_fact after update of visit_reason_needed on partnership for each row execute function register_fact('partnership', 'id');

create table visit_notice (
  customer_id uuid not null,
  partnership_id uuid not null,
  person_id uuid not null references person,
  primary key (customer_id, partnership_id, person_id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table visit_notice is 'Who of the customer is told by email when somebody of the partner enters. The partner does not read it.';

alter table visit_notice enable row level security;
alter table visit_notice force row level security;
create policy owner on visit_notice to prokura_owner using (true) with check (true);
create policy everything on visit_notice to prokura_system using (true) with check (true);
create policy customer on visit_notice to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation());
grant select, insert, update, delete on visit_notice to prokura_app, prokura_system;

-- A visit that the customer shortens is over sooner: decisions depend on it.
create trigger visit_limits_are_facts after update of idle_minutes, expires_at on visit for each row execute function register_fact('visit', 'id');

create index visit_by_customer on visit (customer_id, started_at desc, id desc);
create index journal_by_visit on journal (visit_id, position) where visit_id is not null;

-- The banner shows the reason one gave oneself.
grant select (reason) on visit to prokura_acting;
