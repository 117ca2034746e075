-- Who answers decisions from memory, and until when at most; and what customers get in hand when they take something back.
set local role prokura_owner;

create table node (
  reporter uuid not null,
  id text not null,
  kind text not null check (kind in ('node', 'replica')),
  name text not null,
  position bigint not null,
  started_at timestamptz not null,
  moved_at timestamptz not null,
  reported_at timestamptz not null,
  lease_until timestamptz not null,
  primary key (reporter, id)
) with (fillfactor = 40, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);
comment on table node is 'Whoever answers decisions from memory: nodes, and the replicas inside product consoles that a node feeds. All times are the database''s.';
comment on column node.reporter is 'The node that wrote the row: itself, or the node that feeds the replica.';
comment on column node.position is 'The journal position that its memory has reached.';
comment on column node.moved_at is 'When the position was last reported anew.';
comment on column node.lease_until is 'Promised before it is used: after this moment it answers nothing from memory unless it has reported again.';

create table receipt (
  customer_id uuid not null,
  id uuid not null unique,
  partnership_id uuid not null,
  person_id uuid not null references person,
  revoked json not null,
  visits json not null,
  tokens integer not null,
  revoked_at timestamptz not null,
  transaction xid8 not null default pg_current_xact_id(),
  closed_at timestamptz,
  doors json,
  facts json,
  signed text,
  primary key (customer_id, id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id),
  check ((closed_at is null) = (doors is null)),
  check ((facts is null) = (signed is null) and (facts is null or closed_at is not null))
);
comment on table receipt is 'What a customer took back, when the last door closed, which visits and tokens ended with it, and who was told. Signed once it is complete.';
comment on column receipt.transaction is 'The transaction that took it back: its facts stand in fact_change under the position it got.';
comment on column receipt.doors is 'Who could have answered from memory, and how each of them was closed.';
comment on column receipt.facts is 'Everything it says, once all doors are closed and everybody is being told.';
comment on column receipt.signed is 'The same as a compact JWS, for whoever wants to check it elsewhere.';
create index receipt_by_partnership on receipt (partnership_id, revoked_at desc);

create table receipt_told (
  receipt_id uuid not null references receipt (id) on delete cascade,
  person_id uuid not null references person,
  primary key (receipt_id, person_id)
);
comment on table receipt_told is 'To whom mails about it went, while a receipt is being completed.';

do $$
declare t text;
begin
  foreach t in array array['node', 'receipt', 'receipt_told'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
  end loop;
end $$;
create policy own on receipt to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation());
grant select, insert, update, delete on node to prokura_system;
grant select, insert on receipt to prokura_app;
grant select, update on receipt to prokura_system;
grant select, insert, delete on receipt_told to prokura_system;

-- What of a receipt is still to be told. The payload of a job is forgotten when it is done.
create index job_of_receipt on job ((payload ->> 'receiptId')) where payload ? 'receiptId';
