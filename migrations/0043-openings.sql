-- When the page of a request was first opened: whether somebody has read it, and nothing about who.
set local role prokura_owner;

create table proposal_opening (
  proposal_id uuid primary key references proposal,
  opened_at timestamptz not null
);
comment on table proposal_opening is 'The first time somebody opened the page on which this version can be answered. Nothing else is kept of it: not who, from where or how often.';

alter table proposal_opening enable row level security;
alter table proposal_opening force row level security;
create policy owner on proposal_opening to prokura_owner using (true) with check (true);
create policy everything on proposal_opening to prokura_system using (true) with check (true);
-- Whoever may read the proposal: its partner, its customer, and whoever holds the link.
create policy parties on proposal_opening to prokura_app
  using (exists (select from proposal p where p.id = proposal_id)) with check (exists (select from proposal p where p.id = proposal_id));
grant select, insert on proposal_opening to prokura_app, prokura_system;
