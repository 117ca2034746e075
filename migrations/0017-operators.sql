-- Operators: persons who work for the provider. They ask under a role of their own, which sees nothing unless one of them asks.
grant usage on schema public to prokura_operator;
set local role prokura_owner;

create table operator (
  person_id uuid primary key references person,
  added_at timestamptz not null,
  added_by uuid references person,
  removed_at timestamptz,
  removed_by uuid references person
);
comment on table operator is 'Who works for the provider in the operator console. Named by another operator, or on the command line.';
comment on column operator.added_by is 'Null: on the command line.';
comment on column operator.removed_by is 'Null: on the command line.';

create trigger operator_is_a_fact after insert or update on operator for each row execute function register_fact('person', 'person_id');

-- Whether the person of this transaction is an operator.
create function is_operator() returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from operator o where o.person_id = app_person() and o.removed_at is null)
$$;
revoke execute on function is_operator() from public;
grant execute on function is_operator() to prokura_app, prokura_operator;

alter table operator enable row level security;
alter table operator force row level security;
create policy owner on operator to prokura_owner using (true) with check (true);
create policy everything on operator to prokura_system using (true) with check (true);
create policy operators on operator to prokura_operator using ((select is_operator())) with check ((select is_operator()));
grant select, insert, update on operator to prokura_system, prokura_operator;

-- What an operator sees of everybody: who they are, who belongs to them, and how they are linked. No rights, no products, no credentials.
create policy operators on organisation for select to prokura_operator using ((select is_operator()));
create policy operators on person for select to prokura_operator using ((select is_operator()));
create policy operators on member for select to prokura_operator using ((select is_operator()));
create policy operators on partnership for select to prokura_operator using ((select is_operator()));
create policy operators on journal for select to prokura_operator using ((select is_operator()));
create policy operators on job for select to prokura_operator using ((select is_operator()));
create policy operators on node for select to prokura_operator using ((select is_operator()));
create policy ordered_by_operator on job for insert to prokura_operator with check ((select is_operator()));
create policy own_of_operator on idempotency_key to prokura_operator
  using (person_id = app_person() and (select is_operator())) with check (person_id = app_person() and (select is_operator()));
grant select on organisation, member, partnership, journal, node to prokura_operator;
grant select (id, name, email, email_key, language) on person to prokura_operator;
grant select (id, kind, run_at, attempts, last_error, done_at, failed_at, created_at), insert on job to prokura_operator;
grant select, insert, update on idempotency_key to prokura_operator;

grant execute on function session_of(bytea), seal(json, uuid[], bigint), journal_head() to prokura_operator;
