-- What follows from events (jobs), what was already answered (idempotency), and how often somebody tried (rate limits).
set local role prokura_owner;

create table job (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  unique_key text unique,
  run_at timestamptz not null,
  attempts integer not null default 0,
  locked_until timestamptz,
  last_error text,
  done_at timestamptz,
  failed_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table job is 'What follows: written in the transaction of its cause, done at least once.';
create index job_due on job (run_at) where done_at is null and failed_at is null;

create table idempotency_key (
  person_id uuid not null,
  scope text not null,
  key text not null,
  fingerprint bytea not null,
  answer json,
  created_at timestamptz not null,
  primary key (person_id, scope, key)
);
comment on table idempotency_key is 'The answer to a mutation, kept with it: the same key gives the same answer. Scope is path context and endpoint; secrets are never kept.';
create index idempotency_key_by_age on idempotency_key (created_at);

create table rate_limit (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);

alter table job enable row level security;
alter table job force row level security;
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy owner on job to prokura_owner using (true) with check (true);
create policy owner on idempotency_key to prokura_owner using (true) with check (true);
create policy everything on job to prokura_system using (true) with check (true);
create policy everything on idempotency_key to prokura_system using (true) with check (true);
create policy ordered on job for insert to prokura_app, prokura_acting, prokura_sign_in with check (true);
create policy own on idempotency_key to prokura_app, prokura_acting, prokura_sign_in using (person_id = app_person()) with check (person_id = app_person());
grant select, insert, update, delete on job, idempotency_key to prokura_system;
grant insert on job to prokura_app, prokura_acting, prokura_sign_in;
grant select, insert, update on idempotency_key to prokura_app, prokura_acting, prokura_sign_in;
grant select, insert, update, delete on rate_limit to prokura_app, prokura_sign_in, prokura_system;
