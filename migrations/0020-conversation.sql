-- The conversation between both sides: who made each version of a grant, what an assistant suggests, and the address an answer came from.
set local role prokura_owner;

alter table grant_version
  add column made_by uuid references person,
  add column made_at timestamptz,
  add column made_side text check (made_side in ('partner', 'customer')),
  drop constraint grant_version_reason_check,
  add constraint grant_version_reason_check check (reason in ('granted', 'narrowed', 'extended', 'changed', 'restored'));
comment on column grant_version.made_by is 'Whose act made this version; granted_by is whose word the rights are. Null in versions older than this column.';
comment on column grant_version.reason is 'restored: what a narrowing took away by mistake is back.';
comment on column proposal.rights is 'RequestedRight[]: right, scope, required, reason, withoutIt.';

alter table invitation add column answered_with text;
comment on column invitation.answered_with is 'The sign-in address of whoever answered, where the request was sent to another one; erased with the invitation.';

create table suggestion (
  customer_id uuid not null references organisation,
  invitation_id uuid not null references invitation (id),
  person_id uuid not null references person,
  rights jsonb not null,
  not_granted jsonb not null,
  terms jsonb not null,
  made_at timestamptz not null,
  primary key (customer_id, invitation_id)
);
comment on table suggestion is 'What somebody who may not decide suggests to answer: only their own organisation reads it, and it decides nothing.';
alter table suggestion enable row level security;
alter table suggestion force row level security;
create policy owner on suggestion to prokura_owner using (true) with check (true);
create policy everything on suggestion to prokura_system using (true) with check (true);
create policy customer on suggestion to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation());
grant select, insert, update, delete on suggestion to prokura_app, prokura_system;
