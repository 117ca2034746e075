-- Endings: who pays on, what was handed back, and hand-overs from one partner to another.
set local role prokura_owner;

create table payer_fallback (
  customer_id uuid not null references organisation,
  id uuid not null unique,
  partnership_id uuid not null,
  partner_id uuid not null references organisation,
  product_id uuid not null,
  reason text not null check (reason in ('ended', 'stopped_paying')),
  state text not null check (state in ('planned', 'done', 'dropped')),
  falls_back_on date not null,
  created_at timestamptz not null,
  done_at timestamptz,
  confirmed_at timestamptz,
  primary key (customer_id, id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id),
  foreign key (customer_id, product_id) references product (organisation_id, id),
  check ((state = 'planned') = (done_at is null))
);
comment on table payer_fallback is 'What a partner paid and the customer pays from a day on: at a renewal, and never before the period of grace is over.';
comment on column payer_fallback.state is 'dropped: by that day somebody else paid already, or the product was gone.';
comment on column payer_fallback.confirmed_at is 'When the provider''s systems confirmed that they know.';
create unique index payer_fallback_planned on payer_fallback (product_id) where state = 'planned';
create index payer_fallback_by_partnership on payer_fallback (partnership_id);
create index payer_fallback_to_confirm on payer_fallback (falls_back_on, id) where confirmed_at is null and state <> 'dropped';

create table handback (
  customer_id uuid not null,
  partnership_id uuid not null unique,
  partner_id uuid not null references organisation,
  content jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  primary key (customer_id, partnership_id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table handback is 'What was handed back when a partnership ended, as both sides may read it. Never changed.';
comment on column handback.digest is 'SHA-256 of the content; the receipt of the end names and signs it.';

create table handover (
  customer_id uuid not null,
  id uuid not null unique,
  state text not null check (state in ('asked', 'planned', 'done', 'called_off')),
  from_partnership_id uuid not null,
  from_partner_id uuid not null references organisation,
  to_partnership_id uuid not null,
  to_partner_id uuid not null references organisation,
  person_id uuid not null references person,
  overlap_days integer not null check (overlap_days between 0 and 90),
  names_told boolean not null,
  created_at timestamptz not null,
  ends_at timestamptz,
  primary key (customer_id, id),
  foreign key (customer_id, from_partnership_id) references partnership (customer_id, id),
  foreign key (customer_id, to_partnership_id) references partnership (customer_id, id),
  check (from_partnership_id <> to_partnership_id),
  check (state <> 'planned' or ends_at is not null)
);
comment on table handover is 'A customer goes from one partner to another. Partners read of it through handover_of() only: they do not see each other.';
create unique index handover_under_way on handover (from_partnership_id) where state in ('asked', 'planned');
create index handover_by_next on handover (to_partnership_id) where state in ('asked', 'planned');

do $$
declare t text;
begin
  foreach t in array array['payer_fallback', 'handback', 'handover'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy customer on %I to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation())', t);
  end loop;
  foreach t in array array['payer_fallback', 'handback'] loop
    execute format('create policy partner on %I for select to prokura_app using (partner_id = app_organisation())', t);
  end loop;
end $$;
grant select, insert, update on payer_fallback, handover to prokura_app, prokura_system;
grant select, insert on handback to prokura_app, prokura_system;
-- The clock ends what a customer handed over, and the customer gets its receipt.
grant insert on receipt to prokura_system;

-- What a partner may know of a hand-over: that its own partnership ends or goes on, when, and a name if the customer tells names.
create function handover_of(partnership uuid) returns table (role text, ends_at timestamptz, other_name text)
language sql stable security definer set search_path = public as $$
  select case when h.from_partner_id = app_organisation() then 'from' else 'to' end, h.ends_at,
    case when h.names_told then organisation_name(case when h.from_partner_id = app_organisation() then h.to_partner_id else h.from_partner_id end) end
  from handover h where h.state = 'planned'
    and ((h.from_partnership_id = partnership and h.from_partner_id = app_organisation())
      or (h.to_partnership_id = partnership and h.to_partner_id = app_organisation()))
$$;
