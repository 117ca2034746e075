-- Where two legal representatives must sign: what the first one signed, until the second one signs, refuses, or it is void.
set local role prokura_owner;

alter table organisation add column two_signatures boolean not null default false;
comment on column organisation.two_signatures is 'Two legal representatives sign whatever enlarges what a partner may do.';
alter table partnership add column two_approvers boolean not null default false;
comment on column partnership.two_approvers is 'Two legal representatives approve what has to do with money in this partnership.';
alter table grant_version add column seconded_by uuid references person;
comment on column grant_version.seconded_by is 'Who signed as second, where two had to.';

create table signature (
  customer_id uuid not null references organisation,
  id uuid not null unique,
  state text not null check (state in ('waiting', 'given', 'refused', 'withdrawn', 'void', 'expired')),
  reason text not null check (reason in ('two_signatures', 'two_approvers')),
  act text not null,
  partner_id uuid references organisation,
  partnership_id uuid,
  proposal_id uuid references proposal,
  content jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  input jsonb not null,
  first_by uuid not null references person,
  first_at timestamptz not null,
  expires_at timestamptz not null,
  second_by uuid references person,
  second_at timestamptz,
  primary key (customer_id, id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id),
  check (second_by is null or second_by <> first_by),
  check ((second_by is null) = (second_at is null) and (state in ('given', 'refused')) = (second_by is not null))
);
comment on table signature is 'What a first legal representative signed and a second one has yet to sign before anything of it takes effect.';
comment on column signature.partner_id is 'The partner it concerns and that may read that it waits; null while nothing was said to it.';
comment on column signature.content is 'Exactly what is signed, as both are shown it.';
comment on column signature.digest is 'SHA-256 of the content: the second signature carries out nothing else.';
comment on column signature.input is 'The command as the first one gave it; carried out when the second one signs.';
create unique index signature_waiting on signature (customer_id, digest) where state = 'waiting';
create index signature_by_partnership on signature (partnership_id, state);
create index signature_by_proposal on signature (proposal_id) where proposal_id is not null;

alter table signature enable row level security;
alter table signature force row level security;
create policy owner on signature to prokura_owner using (true) with check (true);
create policy everything on signature to prokura_system using (true) with check (true);
create policy customer on signature to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation());
create policy partner on signature for select to prokura_app using (partner_id = app_organisation());
grant select, insert, update, delete on signature to prokura_app, prokura_system;
