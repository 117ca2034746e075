-- A partner that gives its business up names a successor, and each of its customers is asked: nothing passes on without the customer's grant.
set local role prokura_owner;

create table succession (
  id uuid primary key,
  predecessor_id uuid not null references organisation,
  successor_id uuid not null references organisation,
  state text not null check (state in ('named', 'agreed', 'refused', 'withdrawn')),
  named_by uuid not null references person,
  named_at timestamptz not null,
  answered_by uuid references person,
  answered_in uuid,
  answered_at timestamptz,
  until timestamptz,
  check (predecessor_id <> successor_id),
  check ((state in ('agreed', 'refused')) = (answered_by is not null) and (answered_by is null) = (answered_at is null)),
  check ((state = 'agreed') = (until is not null))
);
comment on table succession is 'One partner names another one to follow it. Once that one agreed, the customers of the first one are asked.';
comment on column succession.answered_in is 'The session in which the successor agreed: what follows of it is done in the name of whoever agreed.';
comment on column succession.until is 'Until when customers may answer; silence means no.';
create unique index succession_named on succession (predecessor_id) where state = 'named';
create index succession_by_successor on succession (successor_id);

create table succession_question (
  customer_id uuid not null,
  id uuid not null unique,
  succession_id uuid not null references succession,
  state text not null check (state in ('asked', 'granted', 'declined', 'lapsed')),
  partnership_id uuid not null,
  partner_id uuid not null references organisation,
  successor_id uuid not null references organisation,
  askers uuid[] not null,
  asked_at timestamptz not null,
  until timestamptz not null,
  answered_by uuid references person,
  answered_at timestamptz,
  to_partnership_id uuid,
  primary key (customer_id, id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id),
  foreign key (customer_id, to_partnership_id) references partnership (customer_id, id),
  unique (partnership_id, succession_id),
  check ((state in ('granted', 'declined')) = (answered_by is not null)),
  check ((state = 'granted') = (to_partnership_id is not null))
);
comment on table succession_question is 'What one customer is asked: whether the successor may follow. Until it says yes, the successor learns nothing of it but how many there are.';
comment on column succession_question.askers is 'Who named the successor and who agreed: whoever asked never answers.';
create index succession_question_by_succession on succession_question (succession_id, state);

do $$
declare t text;
begin
  foreach t in array array['succession', 'succession_question'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy operators on %I for select to prokura_operator using ((select is_operator()))', t);
    execute format('grant select on %I to prokura_operator', t);
    execute format('grant select, insert, update on %I to prokura_app, prokura_system', t);
  end loop;
end $$;
create policy partners on succession to prokura_app
  using (app_organisation() in (predecessor_id, successor_id)) with check (app_organisation() in (predecessor_id, successor_id));
create policy customer on succession_question to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation());
create policy partner on succession_question for select to prokura_app using (partner_id = app_organisation());

-- How far a succession is, in bare numbers, for its two partners: how many customers there are, of how many the partner pays, and what they said.
create function succession_counts(succession uuid)
returns table (customers integer, partner_pays integer, asked integer, granted integer, declined integer, lapsed integer)
language sql stable security definer set search_path = public as $$
  select living.customers, living.partner_pays, q.asked, q.granted, q.declined, q.lapsed
  from succession s
  cross join lateral (
    select count(*)::int as customers, (count(*) filter (where v.terms ->> 'payer' = 'partner'))::int as partner_pays
    from partnership p left join grant_version v on v.customer_id = p.customer_id and v.partnership_id = p.id and v.version = p.grant_version
    where p.partner_id = s.predecessor_id and p.state = 'active' and p.customer_id <> s.successor_id
  ) living
  cross join lateral (
    select (count(*) filter (where x.state = 'asked' and x.until > clock_timestamp()))::int as asked, (count(*) filter (where x.state = 'granted'))::int as granted,
      (count(*) filter (where x.state = 'declined'))::int as declined,
      (count(*) filter (where x.state = 'lapsed' or (x.state = 'asked' and x.until <= clock_timestamp())))::int as lapsed
    from succession_question x where x.succession_id = s.id
  ) q
  where s.id = succession and app_organisation() in (s.predecessor_id, s.successor_id)
$$;
revoke execute on function succession_counts(uuid) from public;
grant execute on function succession_counts(uuid) to prokura_app;

-- Whether an offer answers a succession: then its acceptance was agreed to beforehand, and nobody has to be told that it waits.
create function answers_succession(partnership uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from succession_question q where q.to_partnership_id = partnership and q.state = 'granted')
$$;
revoke execute on function answers_succession(uuid) from public;
grant execute on function answers_succession(uuid) to prokura_system;
