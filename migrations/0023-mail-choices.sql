-- Which mails a person gets, and how: only what differs from the table of kinds. And all events of a transaction are reacted to together.
set local role prokura_owner;

create table mail_choice (
  person_id uuid not null references person on delete cascade,
  kind text not null,
  side text not null check (side in ('customer', 'partner')),
  way text not null check (way in ('at_once', 'digest', 'off')),
  primary key (person_id, kind, side)
);
comment on table mail_choice is 'What a person chose for a kind of mail (domain/mails/mail-kinds.ts); without a row the first way of the table counts.';

alter table mail_choice enable row level security;
alter table mail_choice force row level security;
create policy owner on mail_choice to prokura_owner using (true) with check (true);
create policy everything on mail_choice to prokura_system using (true) with check (true);
create policy oneself on mail_choice to prokura_app using (person_id = app_person()) with check (person_id = app_person());
grant select, insert, update, delete on mail_choice to prokura_app, prokura_system;

update job set payload = jsonb_build_object('transactionId', payload ->> 'id', 'events', jsonb_build_array(payload))
  || case when payload ? 'receiptId' then jsonb_build_object('receiptId', payload ->> 'receiptId') else '{}' end
where kind = 'react' and done_at is null and not payload ? 'events';
