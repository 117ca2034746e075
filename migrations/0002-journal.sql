-- The journal: what happened, numbered 1, 2, 3 … in commit order, chained, and never changed. See ARCHITECTURE.md, "The head of the journal".
set local role prokura_owner;

create table journal (
  position bigint primary key,
  at timestamptz not null,
  epoch integer not null,
  kind text not null,
  body json not null,
  person_id uuid,
  partnership_id uuid,
  visit_id uuid,
  product_id uuid,
  leaf bytea not null,
  chain bytea not null
) partition by range (position);
comment on table journal is 'Everything that happened. Written by seal() alone; nobody updates, deletes or truncates it.';
comment on column journal.position is 'Gapless, in commit order.';
comment on column journal.body is 'Ids and plain facts; personal detail lives in journal_detail, here only its salted hash.';
comment on column journal.leaf is 'SHA-256 of 0x00 and the canonical line of this row (journal_line).';
comment on column journal.chain is 'SHA-256 of the previous chain and this leaf.';
comment on column journal.epoch is 'Moved by a restore and by migrations that touch facts: followers reload.';
create table journal_first partition of journal for values from (0) to (10000000);
create table journal_later partition of journal default;

create table journal_detail (
  position bigint primary key,
  salt bytea not null,
  detail json not null
);
comment on table journal_detail is 'The erasable, personal part of an event: deleting it leaves the chain verifiable.';

create table journal_reader (
  organisation_id uuid not null,
  position bigint not null,
  partnership_id uuid,
  primary key (organisation_id, position)
);
comment on table journal_reader is 'Which organisations may read an event; all of it may be read by each of them.';
create index journal_reader_by_partnership on journal_reader (organisation_id, partnership_id, position) where partnership_id is not null;

create index journal_by_request on journal ((body ->> 'invitationId')) where kind like 'request.%';

create table journal_head_lock (one boolean primary key default true check (one));
insert into journal_head_lock values (true);
comment on table journal_head_lock is 'One row that never changes: its lock orders the commits. The head itself is the newest journal row.';

create function journal_line(number bigint, at timestamptz, epoch integer, kind text, body json) returns bytea language sql immutable as $$
  select convert_to(number || E'\n' || (extract(epoch from $2) * 1000000)::bigint || E'\n' || $3 || E'\n' || kind || E'\n' || body::text, 'UTF8')
$$;

insert into journal (position, at, epoch, kind, body, leaf, chain)
select 0, at, 1, 'journal.opened', '{}', leaf, sha256(leaf)
from (select at, sha256('\x00'::bytea || journal_line(0, at, 1, 'journal.opened', '{}')) leaf from (select date_trunc('milliseconds', clock_timestamp()) at) clock) first;

-- Facts that decisions depend on register themselves; seal() files them under the position; a commit without seal() is refused.
create table fact_change (
  transaction xid8 not null default pg_current_xact_id(),
  kind text not null,
  key uuid not null,
  position bigint,
  primary key (transaction, kind, key)
);
comment on table fact_change is 'Which facts changed at which position: what the live index re-reads, and what seal() compares a decision with.';
create index fact_change_by_key on fact_change (key, position);
create index fact_change_by_position on fact_change (position);

create function register_fact() returns trigger language plpgsql security definer set search_path = public as $$
declare
  changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  insert into fact_change (kind, key) values (tg_argv[0], (changed ->> tg_argv[1])::uuid) on conflict do nothing;
  return null;
end $$;
comment on function register_fact() is 'Trigger on every table that decisions depend on: (kind, name of the column that holds the key).';

create function refuse_unsealed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from fact_change f where f.transaction = new.transaction and f.kind = new.kind and f.key = new.key and f.position is null) then
    raise exception 'facts were changed without seal()' using errcode = 'integrity_constraint_violation', hint = 'record(work, event) what happened';
  end if;
  return null;
end $$;
create constraint trigger facts_are_sealed after insert on fact_change deferrable initially deferred for each row execute function refuse_unsealed();

create function seal(events json, decided_on uuid[] default '{}', decided_at bigint default 0) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  head journal; event record; hashed bytea; salt bytea; entry json; opened timestamptz;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'seal() needs read committed' using errcode = 'invalid_transaction_state';
  end if;
  if json_array_length(events) = 0 then
    raise exception 'seal() needs an event' using errcode = 'invalid_parameter_value';
  end if;
  perform from journal_head_lock for update;
  select * into strict head from journal j order by j.position desc limit 1;
  if exists (select from fact_change f where f.key = any (decided_on) and f.position > decided_at) then
    raise exception 'the facts of this decision have changed' using errcode = 'serialization_failure';
  end if;
  opened := greatest(head.at, date_trunc('milliseconds', clock_timestamp()));
  for event in select * from json_to_recordset(events)
    as e(kind text, body json, detail json, readers uuid[], person uuid, partnership uuid, visit uuid, product uuid) loop
    head.position := head.position + 1;
    entry := event.body;
    if event.detail is not null then
      salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
      entry := (left(event.body::text, -1) || case when event.body::text = '{}' then '' else ',' end
        || '"detailHash":"' || encode(sha256(salt || convert_to(event.detail::text, 'UTF8')), 'hex') || '"}')::json;
      insert into journal_detail values (head.position, salt, event.detail);
    end if;
    hashed := sha256('\x00'::bytea || journal_line(head.position, opened, head.epoch, event.kind, entry));
    head.chain := sha256(head.chain || hashed);
    insert into journal values (head.position, opened, head.epoch, event.kind, entry, event.person, event.partnership, event.visit, event.product, hashed, head.chain);
    insert into journal_reader select distinct reader, head.position, event.partnership from unnest(event.readers) reader;
  end loop;
  update fact_change set position = head.position where transaction = pg_current_xact_id();
  perform pg_notify('journal', head.position::text);
  return head.position;
end $$;
comment on function seal(json, uuid[], bigint) is
  'The last thing a transaction does: numbers its events behind the head, files its changed facts, and refuses (40001) when facts it decided on have moved since decided_at.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_never_changed before update or delete on journal for each row execute function refuse_change();
create trigger journal_is_never_emptied before truncate on journal for each statement execute function refuse_change();

alter table journal enable row level security;
alter table journal force row level security;
alter table journal_detail enable row level security;
alter table journal_detail force row level security;
alter table journal_reader enable row level security;
alter table journal_reader force row level security;
create policy owner on journal to prokura_owner using (true) with check (true);
create policy owner on journal_detail to prokura_owner using (true) with check (true);
create policy owner on journal_reader to prokura_owner using (true) with check (true);
create policy readers on journal for select to prokura_app
  using (exists (select from journal_reader r where r.organisation_id = app_organisation() and r.position = journal.position));
create policy readers on journal_detail for select to prokura_app
  using (exists (select from journal_reader r where r.organisation_id = app_organisation() and r.position = journal_detail.position));
create policy readers on journal_reader for select to prokura_app using (organisation_id = app_organisation());
create policy everything on journal for select to prokura_system using (true);
create policy everything on journal_detail to prokura_system using (true);
create policy everything on journal_reader for select to prokura_system using (true);
grant select on journal, journal_detail, journal_reader to prokura_app, prokura_system;
grant select on fact_change to prokura_system;
grant delete on journal_detail to prokura_system;

-- Where the journal stands: a bare number, which every role may know.
create function journal_head() returns bigint language sql stable security definer set search_path = public as $$
  select position from journal order by position desc limit 1
$$;
revoke execute on function seal(json, uuid[], bigint) from public;
grant execute on function seal(json, uuid[], bigint), journal_head() to prokura_app, prokura_acting, prokura_sign_in, prokura_system;
create index journal_reader_by_position on journal_reader (position);
