-- What collaborators ask of their own partner, and how the partner wants such requests handled.
set local role prokura_owner;

create table access_rules (
  partner_id uuid primary key references organisation,
  list_is_visible boolean not null,
  approvers_for_customers smallint not null check (approvers_for_customers in (1, 2)),
  approvers_for_rights smallint not null check (approvers_for_rights in (1, 2)),
  rights_hours smallint not null check (rights_hours between 1 and 168)
);
comment on table access_rules is 'How a partner handles requests of its collaborators. Without a row: the list is not visible, one approves, eight hours.';

create table access_request (
  partner_id uuid not null,
  id uuid not null unique,
  customer_id uuid not null,
  partnership_id uuid not null,
  person_id uuid not null references person,
  rights text[],
  hours integer check (hours between 1 and 2160),
  why text not null check (char_length(why) between 1 and 500),
  state text not null check (state in ('open', 'granted', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  approved_by uuid[] not null default '{}',
  answered_at timestamptz,
  until timestamptz,
  primary key (partner_id, id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id),
  foreign key (partner_id, person_id) references member (organisation_id, person_id) on delete cascade
);
comment on table access_request is 'A collaborator asks for a customer, or for rights of one they have. It goes with the membership.';
comment on column access_request.rights is 'Null: the customer, with all that was granted.';
comment on column access_request.hours is 'Null: until it is taken away.';
create unique index access_request_open on access_request (partnership_id, person_id) where state = 'open';
create index access_request_by_partner on access_request (partner_id, asked_at desc);

do $$
declare t text;
begin
  foreach t in array array['access_rules', 'access_request'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy partner on %I to prokura_app using (partner_id = app_organisation()) with check (partner_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_system', t);
  end loop;
end $$;
