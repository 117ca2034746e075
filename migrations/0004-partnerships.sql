-- Invitations, partnerships, proposals, grants, assignments, visits.
set local role prokura_owner;

create table partnership (
  customer_id uuid not null references organisation,
  id uuid not null unique,
  partner_id uuid not null references organisation,
  state text not null check (state in ('proposed', 'active', 'ended', 'not_concluded')),
  started_by text not null check (started_by in ('partner', 'customer')),
  suspended_by_customer_at timestamptz,
  suspended_by_operator_at timestamptz,
  named_people_only boolean not null default false,
  own_reference text,
  grant_version integer,
  activated_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('partner', 'customer', 'operator', 'time')),
  created_at timestamptz not null,
  primary key (customer_id, id),
  check (partner_id <> customer_id)
);
comment on table partnership is 'The link between one partner and one customer; a new row for each life. It belongs to the customer, and its row serialises its changes.';
comment on column partnership.own_reference is 'The partner''s own reference of this customer.';
create unique index partnership_living on partnership (customer_id, partner_id) where state in ('proposed', 'active');
create index partnership_by_partner on partnership (partner_id, id);

create table invitation (
  partner_id uuid not null references organisation,
  id uuid not null unique,
  state text not null check (state in ('prepared', 'open', 'claimed', 'withdrawn', 'expired')),
  email text,
  email_key text,
  customer_number text,
  language language not null,
  own_reference text check (char_length(own_reference) <= 80),
  list_name text check (char_length(list_name) <= 80),
  validity_days integer not null default 30 check (validity_days between 1 and 90),
  prepared_by uuid not null references person,
  released_by uuid references person,
  token_hash bytea unique,
  token_generation integer not null default 1,
  delivery text check (delivery in ('queued', 'sent', 'not_delivered')),
  delivery_reason text,
  sent_at timestamptz,
  expires_at timestamptz,
  passed_on_to text,
  passed_on_count integer not null default 0,
  created_at timestamptz not null,
  claimed_at timestamptz,
  partnership_id uuid,
  primary key (partner_id, id),
  check (email is not null or customer_number is not null)
);
comment on table invitation is 'A partner''s request to an address or a customer number. It belongs to the partner: there may be no customer yet.';
comment on column invitation.list_name is 'What the partner calls the customer in its own list until the customer answers; never sent.';
comment on column invitation.validity_days is 'How long it stays open once it was sent.';
comment on column invitation.token_hash is 'SHA-256 of the link''s token; the token itself is derived from the secret key, this id and the generation.';
create unique index invitation_open_per_address on invitation (partner_id, email_key) where state in ('prepared', 'open') and email_key is not null;

create table invitation_address (
  invitation_id uuid not null references invitation (id),
  email_key text not null,
  email text not null,
  added_at timestamptz not null,
  passed_on_by uuid references person,
  primary key (invitation_id, email_key)
);
comment on table invitation_address is 'Who may answer by proving an address: the invited one, and those it was passed on to.';
create index invitation_address_by_email on invitation_address (email_key);
create index invitation_by_sending on invitation (partner_id, sent_at);

-- How many requests of all partners wait at one address: a bare number, so that nobody is flooded.
create function pending_requests_to(address_key text) returns bigint language sql stable security definer set search_path = public as $$
  select count(*) from invitation i where i.email_key = address_key and i.state = 'open' and i.expires_at > clock_timestamp()
$$;
create index invitation_pending_by_address on invitation (email_key) where state = 'open';
create index invitation_pending_by_number on invitation (customer_number) where state = 'open' and customer_number is not null;

create table proposal (
  id uuid primary key,
  partner_id uuid not null references organisation,
  invitation_id uuid references invitation (id),
  customer_id uuid references organisation,
  partnership_id uuid references partnership (id),
  number integer not null,
  side text not null check (side in ('partner', 'customer')),
  state text not null check (state in ('prepared', 'open', 'accepted', 'countered', 'declined', 'withdrawn', 'expired')),
  base_version integer,
  preset text,
  rights jsonb not null,
  terms jsonb not null,
  person_id uuid not null references person,
  released_by uuid references person,
  created_at timestamptz not null,
  validity_days integer not null default 30 check (validity_days between 1 and 90),
  expires_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references person,
  check (num_nonnulls(invitation_id, partnership_id) >= 1)
);
comment on table proposal is 'One version of "these rights, on these terms". A request is the partner''s, an offer the customer''s. At most one is open per invitation or partnership.';
comment on column proposal.rights is 'RequestedRight[]: right, scope, required, reason.';
create unique index proposal_open_per_invitation on proposal (invitation_id) where state in ('prepared', 'open') and invitation_id is not null;
create unique index proposal_open_per_partnership on proposal (partnership_id) where state in ('prepared', 'open') and partnership_id is not null;
create index proposal_by_partnership on proposal (partnership_id, number);
create index proposal_by_invitation on proposal (invitation_id, number);
create index proposal_by_partner on proposal (partner_id, created_at);

create table grant_version (
  customer_id uuid not null,
  partnership_id uuid not null,
  version integer not null,
  partner_id uuid not null,
  proposal_id uuid references proposal,
  rights jsonb not null,
  terms jsonb not null,
  not_before timestamptz not null,
  not_after timestamptz,
  secured_at timestamptz,
  granted_by uuid not null references person,
  granted_at timestamptz not null,
  reason text not null check (reason in ('granted', 'narrowed', 'extended', 'changed')),
  primary key (customer_id, partnership_id, version),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on column grant_version.secured_at is 'Since when whoever granted can sign in with more than an emailed code: sensitive rights take effect from then on.';
comment on table grant_version is 'What the customer granted, version by version; partnership.grant_version names the one in force.';

create table granted_right (
  customer_id uuid not null,
  partnership_id uuid not null,
  partner_id uuid not null,
  "right" text not null,
  scope_kind text not null check (scope_kind in ('organisation', 'all', 'family', 'product')),
  scope_key text not null default '',
  future_products boolean not null default false,
  not_before timestamptz not null,
  not_after timestamptz,
  granted_at timestamptz not null,
  last_used_at timestamptz,
  last_used_by uuid references person,
  primary key (customer_id, partnership_id, "right", scope_kind, scope_key),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table granted_right is 'The rights in force, one row per right and scope: what decisions read.';
comment on column granted_right.scope_key is 'The family, or the product''s id, or empty.';

create table assignment (
  customer_id uuid not null,
  partnership_id uuid not null,
  partner_id uuid not null,
  person_id uuid not null references person,
  rights text[],
  assigned_by uuid not null references person,
  assigned_at timestamptz not null,
  primary key (customer_id, partnership_id, person_id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table assignment is 'Which collaborators of the partner may use a partnership, with at most the granted rights.';
comment on column assignment.rights is 'Null: all that was granted. Otherwise at most these.';
create index assignment_by_person on assignment (partner_id, person_id);

create table admitted_person (
  customer_id uuid not null,
  partnership_id uuid not null,
  partner_id uuid not null,
  person_id uuid not null references person,
  primary key (customer_id, partnership_id, person_id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table admitted_person is 'Where the customer admits named people only: who.';

create table visit (
  customer_id uuid not null,
  id uuid not null unique,
  partnership_id uuid not null,
  partner_id uuid not null,
  person_id uuid not null references person,
  session_id uuid not null,
  reason text,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  idle_minutes integer not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('person', 'customer', 'partner', 'time', 'operator')),
  primary key (customer_id, id),
  foreign key (customer_id, partnership_id) references partnership (customer_id, id)
);
comment on table visit is 'One stay of a partner''s member in a customer''s Manager, tied to one session.';
create unique index visit_under_way on visit (session_id, partnership_id) where ended_at is null;
create index visit_by_partnership on visit (partnership_id, started_at desc);
create index visit_by_partner on visit (partner_id, started_at desc);

create trigger partnership_is_a_fact after insert or update of state, suspended_by_customer_at, suspended_by_operator_at, named_people_only, grant_version on partnership
  for each row execute function register_fact('partnership', 'id');
create trigger grant_version_is_a_fact after insert or update on grant_version for each row execute function register_fact('partnership', 'partnership_id');
create trigger granted_right_is_a_fact after insert or delete on granted_right for each row execute function register_fact('partnership', 'partnership_id');
create trigger granted_right_dates_are_facts after update of not_before, not_after, future_products on granted_right for each row execute function register_fact('partnership', 'partnership_id');
create trigger assignment_is_a_fact after insert or update or delete on assignment for each row execute function register_fact('partnership', 'partnership_id');
create trigger admitted_person_is_a_fact after insert or delete on admitted_person for each row execute function register_fact('partnership', 'partnership_id');
create trigger visit_is_a_fact after insert or update of ended_at on visit for each row execute function register_fact('visit', 'id');

-- Whoever granted with an emailed code alone secures the grant by setting a password.
create function secure_grants() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update grant_version set secured_at = new.password_set_at where granted_by = new.person_id and secured_at is null;
  return null;
end $$;
create trigger password_secures_grants after insert or update of password_hash on credential for each row when (new.password_hash is not null) execute function secure_grants();

-- Which grants that will be, told before: for the journal.
create function grants_to_secure(person uuid) returns table (customer_id uuid, partner_id uuid, partnership_id uuid, version integer)
language sql stable security definer set search_path = public as $$
  select g.customer_id, g.partner_id, g.partnership_id, max(g.version) from grant_version g
  where g.granted_by = person and g.secured_at is null group by 1, 2, 3
$$;

-- Whether somebody who made an offer, which the other side now accepts, can sign in with more than an emailed code. Asked by the parties only.
create function is_secured(proposal uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from proposal p join credential c on c.person_id = coalesce(p.released_by, p.person_id)
                 where p.id = proposal and c.password_hash is not null and app_organisation() in (p.partner_id, p.customer_id))
$$;

-- A session that ends takes its visits along.
create function end_visits_of_session(session uuid, at timestamptz) returns table (customer_id uuid, partner_id uuid, partnership_id uuid, visit_id uuid)
language sql security definer set search_path = public as $$
  update visit v set ended_at = at, ended_by = 'person' where v.session_id = session and v.ended_at is null
  returning v.customer_id, v.partner_id, v.partnership_id, v.id
$$;
revoke execute on function grants_to_secure(uuid), end_visits_of_session(uuid, timestamptz) from public;
grant execute on function grants_to_secure(uuid), end_visits_of_session(uuid, timestamptz) to prokura_sign_in, prokura_system;

-- Which partnership a path names, for whoever is a member of its partner; nothing for anybody else.
create function partnership_of_member(partnership uuid) returns table (customer_id uuid, partner_id uuid) language sql stable security definer set search_path = public as $$
  select p.customer_id, p.partner_id from partnership p
  join member m on m.organisation_id = p.partner_id and m.person_id = app_person() where p.id = partnership and p.state in ('active', 'ended')
$$;

-- Possession of a link, for one transaction: open_request() finds the invitation behind a token's hash and lets this transaction see it.
create function app_request() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.request', true), '')::uuid $$;
create function open_request(hash bytea) returns uuid language plpgsql security definer set search_path = public as $$
declare found_id uuid;
begin
  select i.id into found_id from invitation i where i.token_hash = hash;
  perform set_config('app.request', coalesce(found_id::text, ''), true);
  return found_id;
end $$;

-- Who proved an address of a request by its code while being signed in with another address.
create table proven_address (
  invitation_id uuid not null references invitation (id),
  person_id uuid not null references person,
  email_key text not null,
  proven_at timestamptz not null,
  primary key (invitation_id, person_id, email_key)
);
comment on table proven_address is 'Who proved an address of a request by its code while being signed in with another address.';

-- Where a code for an open request can be sent: the invited address first, then those it was passed on to.
create function addresses_of_request(request uuid) returns table (number integer, email text, email_key text) language sql stable security definer set search_path = public as $$
  select row_number() over (order by step, added_at, email_key)::integer, email, email_key from (
    select 1 step, i.created_at added_at, i.email, i.email_key, i.state, i.expires_at from invitation i where i.id = request and i.email is not null
    union all
    select 2, a.added_at, a.email, a.email_key, i.state, i.expires_at from invitation_address a join invitation i on i.id = a.invitation_id
      where i.id = request and a.passed_on_by is not null and a.email_key is distinct from i.email_key) address
  where state = 'open' and expires_at > clock_timestamp()
$$;
revoke execute on function addresses_of_request(uuid) from public;
grant execute on function addresses_of_request(uuid) to prokura_app, prokura_sign_in, prokura_system;

-- Whether the person of this transaction proved an address of the request.
create function proved_address(request uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from addresses_of_request(request) a
    where a.email_key in (select p.email_key from person p where p.id = app_person()
      union all select x.email_key from proven_address x where x.invitation_id = request and x.person_id = app_person()))
$$;

-- An invitation is also seen by the organisation whose number it names, and by whoever proved an address it was sent or passed on to.
create function is_addressed(invitation uuid) returns boolean language sql stable security definer set search_path = public as $$
  select invitation = app_request()
    or exists (select from invitation i join organisation o on o.number = i.customer_number where i.id = invitation and i.state <> 'prepared' and o.id = app_organisation())
    or (proved_address(invitation) and exists (select from invitation i where i.id = invitation and i.state <> 'prepared'))
$$;

-- Who at a partner can have access: its representatives and administrators, and whoever is assigned. For its customers and whom it asks.
create function people_of_partner(partner uuid, partnership uuid) returns table (person_id uuid, name text, role text, assigned boolean)
language sql stable security definer set search_path = public as $$
  select * from (
    select m.person_id, p.name, m.role, exists (select from assignment a where a.partnership_id = people_of_partner.partnership and a.person_id = m.person_id) assigned
    from member m join person p on p.id = m.person_id
    where m.organisation_id = partner and (
      exists (select from partnership x where x.id = people_of_partner.partnership and x.partner_id = partner and x.customer_id = app_organisation()
        and x.state in ('proposed', 'active'))
      or exists (select from invitation i where i.id = app_request() and i.partner_id = partner))) people
  where role <> 'collaborator' or assigned order by array_position(array['legal_representative', 'administrator', 'collaborator'], role), name
$$;

do $$
declare t text;
begin
  foreach t in array array['partnership', 'invitation', 'invitation_address', 'proven_address', 'proposal', 'grant_version', 'granted_right', 'assignment', 'admitted_person', 'visit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_system', t);
  end loop;
  foreach t in array array['partnership', 'assignment', 'visit'] loop
    execute format('create policy parties on %I to prokura_app using (customer_id = app_organisation() or partner_id = app_organisation())
      with check (customer_id = app_organisation() or partner_id = app_organisation())', t);
  end loop;
  -- What was granted is read by both and written by the customer alone.
  foreach t in array array['grant_version', 'granted_right', 'admitted_person'] loop
    execute format('create policy parties on %I for select to prokura_app using (customer_id = app_organisation() or partner_id = app_organisation())', t);
    execute format('create policy customer on %I to prokura_app using (customer_id = app_organisation()) with check (customer_id = app_organisation())', t);
  end loop;
end $$;
create policy addressed on invitation to prokura_app using (partner_id = app_organisation() or is_addressed(id)) with check (partner_id = app_organisation() or is_addressed(id));
create policy addressed on invitation_address to prokura_app
  using (exists (select from invitation i where i.id = invitation_id)) with check (exists (select from invitation i where i.id = invitation_id));
create policy oneself on proven_address to prokura_app using (person_id = app_person()) with check (person_id = app_person());
create policy sign_in on proven_address to prokura_sign_in using (true) with check (true);
grant select, insert on proven_address to prokura_sign_in;
create policy parties on proposal to prokura_app
  using (partner_id = app_organisation() or customer_id = app_organisation() or (invitation_id is not null and is_addressed(invitation_id)))
  with check (partner_id = app_organisation() or customer_id = app_organisation() or (invitation_id is not null and is_addressed(invitation_id)));

-- Visits are marked as seen while acting, and nothing else of this room is open to a transaction that acts.
grant select (id, customer_id, partnership_id, person_id, started_at, seen_at, expires_at, ended_at), update (seen_at) on visit to prokura_acting;
create policy acting on visit to prokura_acting using (customer_id = app_organisation() and partnership_id = app_partnership() and person_id = app_person());

-- The other side of a partnership, and partners the operator verified, are known by their organisation's row.
create policy other_side on organisation for select to prokura_app using (exists (
  select from partnership p where p.state <> 'not_concluded'
    and ((p.customer_id = organisation.id and p.partner_id = app_organisation()) or (p.partner_id = organisation.id and p.customer_id = app_organisation()))));
create policy verified_partner on organisation for select to prokura_app
  using (verified_as_partner_at is not null and num_nonnulls(app_organisation(), app_person()) > 0);
create policy asking_partner on organisation for select to prokura_app using (exists (select from invitation i where i.id = app_request() and i.partner_id = organisation.id));

-- While acting, of the journal: what happened under this very partnership.
create policy acting on journal_reader for select to prokura_acting using (organisation_id = app_organisation() and partnership_id = app_partnership());
create policy acting on journal for select to prokura_acting using (partnership_id = app_partnership()
  and exists (select from journal_reader r where r.organisation_id = app_organisation() and r.position = journal.position));
create policy acting on journal_detail for select to prokura_acting using (exists (select from journal j where j.position = journal_detail.position));
grant select on journal, journal_reader, journal_detail to prokura_acting;
