-- Reviews: everything that somebody has, looked at one by one, with what was decided about it and what came of that.
set local role prokura_owner;

create table review (
  organisation_id uuid not null references organisation,
  id uuid not null unique,
  side text not null check (side in ('customer', 'partner')),
  state text not null check (state in ('open', 'closed', 'cancelled')),
  started_by uuid not null references person,
  started_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  primary key (organisation_id, id),
  check ((state = 'open') = (closed_at is null))
);
comment on table review is 'A look at everything that is granted (customer) or assigned (partner), begun once and closed once.';
create unique index review_open on review (organisation_id, side) where state = 'open';

create table review_item (
  organisation_id uuid not null,
  review_id uuid not null references review (id) on delete cascade,
  position integer not null,
  partnership_id uuid not null references partnership (id),
  other text not null,
  "right" text,
  person_id uuid references person,
  team_id uuid,
  holder text,
  scopes jsonb not null default '[]',
  rights text[],
  since timestamptz,
  ends_at timestamptz,
  last_used_at timestamptz,
  last_used_by text,
  decision text check (decision in ('keep', 'drop')),
  decided_by uuid references person,
  decided_at timestamptz,
  result text check (result in ('kept', 'dropped', 'gone', 'not_reviewed')),
  primary key (review_id, position),
  check (num_nonnulls("right", person_id, team_id) = 1)
);
comment on table review_item is 'One thing that somebody had when the review began: a right of a partner, or a person or team that has a customer.';
comment on column review_item.other is 'The name of the other side when the review began.';
comment on column review_item.holder is 'The name of the person or team when the review began.';
comment on column review_item.rights is 'What the person or team is limited to; null when it is everything that was granted.';

do $$
declare t text;
begin
  foreach t in array array['review', 'review_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy tenant on %I to prokura_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_system', t);
  end loop;
end $$;
