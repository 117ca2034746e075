-- What happened to a partner's customers and waits for the digest of the day.
set local role prokura_owner;

create table digest_news (
  event_id uuid not null,
  partner_id uuid not null references organisation,
  managed_customer_id uuid not null,
  what text not null,
  kind text not null,
  told uuid[] not null,
  at timestamptz not null,
  primary key (partner_id, event_id)
);
comment on table digest_news is 'News of a partner''s customers until its people read them in the digest; then they are gone.';
comment on column digest_news.told is 'Who knows: whoever did it, and whoever got a mail of it at once.';

alter table digest_news enable row level security;
alter table digest_news force row level security;
create policy owner on digest_news to prokura_owner using (true) with check (true);
create policy everything on digest_news to prokura_system using (true) with check (true);
grant select, insert, delete on digest_news to prokura_system;
