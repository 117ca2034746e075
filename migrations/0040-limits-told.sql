-- That a spending limit is nearly used up is told once: of which limit, in which period, at which step.
set local role prokura_owner;

create table limit_told (
  customer_id uuid not null,
  partnership_id uuid not null,
  period text not null,
  amount bigint not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  step integer not null check (step in (80, 100)),
  at timestamptz not null,
  primary key (customer_id, partnership_id, period, amount, currency, step),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table limit_told is 'Both sides were told that a spending limit is used up to this step. Another limit in the same period is told anew.';
comment on column limit_told.period is 'The first day of the month or the year, or the order where each counts for itself.';
alter table limit_told enable row level security;
alter table limit_told force row level security;
create policy owner on limit_told to prokura_owner using (true) with check (true);
create policy everything on limit_told to prokura_system using (true) with check (true);
create policy parties on limit_told for select to prokura_app using (customer_id = app_organisation());
grant select, insert on limit_told to prokura_system;
grant select on limit_told to prokura_app;
create index invoice_ordered_by_partner on invoice (organisation_id, ordered_by_partner_id, issued_on) where ordered_by_partner_id is not null;
