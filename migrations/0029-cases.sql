-- Cases at the provider: reports, disputes, and organisations that need another representative; and partnerships that a customer is to confirm.
set local role prokura_owner;

create table case_file (
  id uuid primary key,
  kind text not null check (kind in ('report', 'dispute', 'representation')),
  state text not null check (state in ('open', 'closed')),
  customer_id uuid references organisation,
  partner_id uuid references organisation,
  partnership_id uuid references partnership (id),
  opened_by uuid references person,
  opened_at timestamptz not null,
  reason text not null check (char_length(reason) <= 2000),
  customer_view text check (char_length(customer_view) <= 2000),
  partner_view text check (char_length(partner_view) <= 2000),
  representation jsonb,
  outcome text check (outcome in ('noted', 'resumed', 'ended', 'withdrawn', 'appointed')),
  outcome_text text check (char_length(outcome_text) <= 2000),
  closed_by uuid references person,
  closed_at timestamptz,
  check ((state = 'closed') = (outcome is not null) and (outcome is null) = (closed_at is null)),
  check (kind <> 'dispute' or (customer_id is not null and partner_id is not null and partnership_id is not null)),
  check (kind <> 'representation' or (customer_id is not null and representation is not null))
);
comment on table case_file is 'What the provider''s operator has to decide or to know.';
comment on column case_file.opened_by is 'Null: somebody who was not signed in.';
comment on column case_file.representation is 'Why, who is to represent the organisation, and on which documents.';
create index case_file_open on case_file (opened_at, id) where state = 'open';
create unique index case_file_one_dispute on case_file (partnership_id) where kind = 'dispute' and state = 'open';
create unique index case_file_one_representation on case_file (customer_id) where kind = 'representation' and state = 'open';

create table case_entry (
  case_id uuid not null references case_file (id) on delete cascade,
  position bigint not null,
  primary key (case_id, position)
);
comment on table case_entry is 'The journal entries a dispute is about.';

create table partnership_confirmation (
  customer_id uuid not null,
  partnership_id uuid not null,
  partner_id uuid not null,
  why text not null check (why in ('representation', 'taken_over')),
  asked_at timestamptz not null,
  due_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by uuid references person,
  primary key (customer_id, partnership_id, why),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table partnership_confirmation is 'A partnership that nobody who represents the customer today has agreed to: to be confirmed or ended by the customer.';
comment on column partnership_confirmation.due_at is 'Not confirmed until then, access is suspended; null: it stays as it is.';

do $$
declare t text;
begin
  foreach t in array array['case_file', 'case_entry', 'partnership_confirmation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy operators on %I to prokura_operator using ((select is_operator())) with check ((select is_operator()))', t);
    execute format('grant select, insert, update on %I to prokura_system', t);
  end loop;
end $$;
-- Both sides of a dispute read it and say their view; of everything else they learn nothing here.
create policy parties on case_file to prokura_app
  using (kind = 'dispute' and (customer_id = app_organisation() or partner_id = app_organisation()))
  with check (kind = 'dispute' and (customer_id = app_organisation() or partner_id = app_organisation()));
create policy parties on case_entry to prokura_app using (exists (select from case_file c where c.id = case_id)) with check (exists (select from case_file c where c.id = case_id));
create policy customer on partnership_confirmation to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation());
grant select, insert, update on case_file to prokura_app, prokura_operator;
grant select, insert on case_entry to prokura_app, prokura_operator;
grant select, update on partnership_confirmation to prokura_app;
grant select on partnership_confirmation to prokura_operator;
