-- When the customer last looked at a partnership as a whole, and when it was last asked to: what the yearly review is counted from.
set local role prokura_owner;

create table partnership_review (
  customer_id uuid not null,
  partnership_id uuid not null,
  partner_id uuid not null,
  asked_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid references person,
  primary key (customer_id, partnership_id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table partnership_review is 'When the customer last looked at a partnership as a whole, and when it was last asked to.';
comment on column partnership_review.reviewed_at is 'A review, or an extension: whoever extends has looked.';

alter table partnership_review enable row level security;
alter table partnership_review force row level security;
create policy owner on partnership_review to prokura_owner using (true) with check (true);
create policy everything on partnership_review to prokura_system using (true) with check (true);
create policy parties on partnership_review for select to prokura_app using (customer_id = app_organisation() or partner_id = app_organisation());
create policy customer on partnership_review to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation());
grant select, insert, update on partnership_review to prokura_app, prokura_system;
