-- Many at once: templates of partners, and bulk jobs with their rows. Each row carries its own id, so that nothing is done twice.
set local role prokura_owner;

create table template (
  partner_id uuid not null references organisation,
  id uuid not null unique,
  name text not null check (char_length(name) between 1 and 80),
  version integer not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (partner_id, id)
);
comment on table template is 'A partner''s own rights, ready to choose. Expanded into rights when sent: what was sent does not change with it.';
create unique index template_by_name on template (partner_id, fold(name)) where deleted_at is null;

create table template_version (
  partner_id uuid not null,
  template_id uuid not null,
  version integer not null,
  rights jsonb not null,
  terms jsonb not null,
  person_id uuid not null references person,
  created_at timestamptz not null,
  primary key (partner_id, template_id, version),
  foreign key (partner_id, template_id) references template (partner_id, id)
);
comment on table template_version is 'What a template held, version by version: each change is a new one.';

alter table proposal add column template_id uuid;
alter table proposal add column template_version integer;
comment on column proposal.template_version is 'From which version of which template of the partner it was sent.';
create index proposal_by_template on proposal (partner_id, template_id, template_version) where template_id is not null;

create table bulk_job (
  partner_id uuid not null references organisation,
  id uuid not null unique,
  action text not null,
  state text not null check (state in ('draft', 'checking', 'ready', 'prepared', 'running', 'held', 'done', 'stopped', 'cancelled')),
  name text check (char_length(name) <= 80),
  settings jsonb not null,
  waves jsonb,
  wave integer not null default 0,
  created_by uuid not null references person,
  created_at timestamptz not null,
  started_by uuid references person,
  ordered_in uuid not null,
  started_at timestamptz,
  finished_at timestamptz,
  waits_until timestamptz,
  reason text,
  step integer not null default 0,
  undoes uuid,
  primary key (partner_id, id)
);
comment on table bulk_job is 'One action on many rows of one partner, checked first, carried out chunk by chunk, and stopped when its starter may no more.';
comment on column bulk_job.settings is 'What was chosen for the whole list.';
comment on column bulk_job.waves is 'A campaign''s: how many first, how many at a time, how long between, and at how many refusals it is held.';
comment on column bulk_job.ordered_in is 'The session in which it was ordered last.';
comment on column bulk_job.step is 'Counts the chunks: each is a job that is done once.';
create index bulk_job_by_time on bulk_job (partner_id, created_at desc);

create table bulk_row (
  partner_id uuid not null,
  bulk_id uuid not null,
  position integer not null,
  id uuid not null,
  managed_customer_id uuid,
  input jsonb not null,
  wave integer not null default 0,
  verdict text,
  result text,
  explanation jsonb,
  done_at timestamptz,
  primary key (bulk_id, position),
  foreign key (partner_id, bulk_id) references bulk_job (partner_id, id) on delete cascade
);
comment on table bulk_row is 'One row of a bulk job: what was given, what the dry run said, and what became of it.';
comment on column bulk_row.id is 'Made before anything is done: the id of what this row makes, so that it is made once.';
create index bulk_row_open on bulk_row (bulk_id, wave, position) where result is null;
create index bulk_row_by_made on bulk_row (id);

do $$
declare t text;
begin
  foreach t in array array['template', 'template_version', 'bulk_job', 'bulk_row'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy partner on %I to prokura_app using (partner_id = app_organisation()) with check (partner_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_system', t);
  end loop;
end $$;
create index grant_by_proposal on grant_version (proposal_id) where proposal_id is not null;
