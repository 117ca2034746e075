-- Organisations, persons, members, and how persons sign in.
set local role prokura_owner;

create type language as enum ('de', 'fr', 'it', 'en', 'es');

create sequence organisation_number start 104200;
create table organisation (
  id uuid primary key,
  number text not null unique default 'C-' || nextval('organisation_number'),
  name text not null check (char_length(name) between 1 and 80),
  former_name text,
  renamed_at timestamptz,
  country text not null check (country ~ '^[A-Z]{2}$'),
  city text,
  street text,
  postal_code text,
  phone text,
  contact_email text,
  website text,
  language language not null default 'en',
  register_number text,
  domain text,
  enrolled_as_partner_at timestamptz,
  verified_as_partner_at timestamptz,
  verified_city text,
  visit_idle_minutes integer not null default 30 check (visit_idle_minutes between 5 and 60),
  visit_hours numeric not null default 8 check (visit_hours between 0.25 and 12),
  created_at timestamptz not null
);
comment on table organisation is 'An account: holds members, products, invoices, payment methods. A partner is an organisation enrolled in the partner programme.';
comment on column organisation.number is 'The customer number people read to each other.';
comment on column organisation.domain is 'The domain the operator verified; shown beside the name of a partner.';
comment on column organisation.verified_city is 'The place the operator verified: mails and requests name no other, since city is written by the organisation itself.';

create table person (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 80),
  email text not null,
  email_key text not null unique,
  language language not null default 'en',
  created_at timestamptz not null
);
comment on table person is 'One human with one login.';
comment on column person.email_key is 'The address as it is compared: NFKC, lower case, domain in punycode.';

create table credential (
  person_id uuid primary key references person,
  password_hash text,
  password_set_at timestamptz,
  password_stands_alone boolean not null default false,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  recovery_codes text[] not null default '{}'
);
comment on column credential.password_stands_alone is 'Long enough to be the only factor: a shorter one needs the second factor to stay.';
comment on table credential is 'Read by prokura_sign_in alone. The TOTP secret is encrypted, recovery codes are hashed.';

create table member (
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  role text not null check (role in ('legal_representative', 'administrator', 'collaborator')),
  added_at timestamptz not null,
  invited_by_partner_id uuid references organisation,
  primary key (organisation_id, person_id)
);
comment on table member is 'A person in an organisation. An organisation never loses its last legal representative.';
create index member_by_person on member (person_id, organisation_id);

create table session (
  id uuid primary key,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  strength text not null check (strength in ('email', 'password', 'two_factors')),
  authenticated_at timestamptz not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  client text
);
comment on table session is 'One signed-in browser. Of the token only its SHA-256 is kept; idle sessions end after 12 hours, all after expires_at.';
comment on column session.authenticated_at is 'The last fresh authentication: sensitive acts ask for one not older than 15 minutes.';
create index session_by_person on session (person_id) where ended_at is null;

create table sign_in_code (
  id uuid primary key,
  email_key text not null,
  purpose text not null check (purpose in ('sign_in', 'again', 'request', 'address')),
  subject_id uuid,
  code_hash bytea not null,
  attempts integer not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index sign_in_code_by_email on sign_in_code (email_key, created_at desc);
comment on table sign_in_code is 'Six digits sent to an address; ten minutes, five attempts. The hash is keyed: the table alone gives no code away.';

create table pending_sign_in (
  id uuid primary key,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  first_factor text not null check (first_factor in ('password', 'email')),
  attempts integer not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
comment on table pending_sign_in is 'Between the first factor and the second: ten minutes, five attempts. Of the token only its SHA-256 is kept.';

create table member_invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  email text not null,
  email_key text not null,
  role text not null check (role in ('legal_representative', 'administrator', 'collaborator')),
  language language not null,
  generation integer not null default 1,
  token_hash bytea not null unique,
  state text not null check (state in ('open', 'accepted', 'withdrawn')),
  invited_by uuid not null references person,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references person
);
comment on table member_invitation is 'Somebody is asked to become a member; whoever proves the address may accept until expires_at.';
comment on column member_invitation.generation is 'Counts the links sent: sending again makes the ones before useless.';
create unique index member_invitation_open on member_invitation (organisation_id, email_key) where state = 'open';

-- A partner sees its customers and a customer its partners: partnership.sql adds that to these policies.
alter table organisation enable row level security;
alter table organisation force row level security;
alter table person enable row level security;
alter table person force row level security;
alter table credential enable row level security;
alter table credential force row level security;
alter table member enable row level security;
alter table member force row level security;
alter table session enable row level security;
alter table session force row level security;
alter table sign_in_code enable row level security;
alter table sign_in_code force row level security;
alter table pending_sign_in enable row level security;
alter table pending_sign_in force row level security;
alter table member_invitation enable row level security;
alter table member_invitation force row level security;

create policy owner on organisation to prokura_owner using (true) with check (true);
create policy owner on person to prokura_owner using (true) with check (true);
create policy owner on credential to prokura_owner using (true) with check (true);
create policy owner on member to prokura_owner using (true) with check (true);
create policy owner on session to prokura_owner using (true) with check (true);
create policy owner on sign_in_code to prokura_owner using (true) with check (true);
create policy owner on pending_sign_in to prokura_owner using (true) with check (true);
create policy owner on member_invitation to prokura_owner using (true) with check (true);
create policy everything on organisation to prokura_system using (true) with check (true);
create policy everything on person to prokura_system using (true) with check (true);
create policy everything on member to prokura_system using (true) with check (true);
create policy everything on session to prokura_system using (true) with check (true);
create policy everything on member_invitation to prokura_system using (true) with check (true);
create policy sign_in on organisation for select to prokura_sign_in using (exists (select from member m where m.organisation_id = id and m.person_id = app_person()));
create policy sign_in on person to prokura_sign_in using (true) with check (true);
create policy sign_in on credential to prokura_sign_in using (true) with check (true);
create policy sign_in on member for select to prokura_sign_in using (true);
create policy sign_in on session to prokura_sign_in using (true) with check (true);
create policy sign_in on sign_in_code to prokura_sign_in using (true) with check (true);
create policy sign_in on pending_sign_in to prokura_sign_in using (true) with check (true);

create policy own on organisation to prokura_app using (id = app_organisation()) with check (id = app_organisation());
create policy member_of on organisation for select to prokura_app using (exists (select from member m where m.organisation_id = id and m.person_id = app_person()));
create policy acted_for on organisation for select to prokura_acting using (id = app_organisation());
create policy own on person to prokura_app using (id = app_person()) with check (id = app_person());
create policy colleague on person for select to prokura_app using (exists (select from member m where m.person_id = id and m.organisation_id = app_organisation()));
create policy own on member to prokura_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy oneself on member for select to prokura_app using (person_id = app_person());
create policy own on member_invitation to prokura_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy oneself on session for select to prokura_app using (person_id = app_person());

grant select, insert, update on organisation to prokura_app;
grant select on organisation to prokura_acting, prokura_sign_in;
grant usage on sequence organisation_number to prokura_app, prokura_system;
grant select, insert, update on person to prokura_app;
grant select, insert, update, delete on member to prokura_app;
grant select on session to prokura_app;
grant select, insert, update on organisation, person, member to prokura_system;
grant select, update on session to prokura_system;
grant select, insert, update on person, credential, session, sign_in_code, pending_sign_in to prokura_sign_in;
grant delete on sign_in_code, session, pending_sign_in to prokura_sign_in;
grant select, insert, update on member_invitation to prokura_app;
grant select on member_invitation to prokura_system;
grant select on member to prokura_sign_in;

create trigger member_is_a_fact after insert or update or delete on member for each row execute function register_fact('person', 'person_id');
create trigger session_is_a_fact after update of ended_at, strength, authenticated_at on session for each row
  when (old.ended_at is distinct from new.ended_at or old.strength <> new.strength) execute function register_fact('session', 'id');

create function keep_a_legal_representative() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.role = 'legal_representative' and (tg_op = 'DELETE' or new.role <> 'legal_representative') then
    perform from organisation o where o.id = old.organisation_id for no key update;
    if not exists (select from member m where m.organisation_id = old.organisation_id and m.role = 'legal_representative' and m.person_id <> old.person_id) then
      raise exception 'an organisation keeps at least one legal representative' using errcode = 'check_violation', constraint = 'last_legal_representative';
    end if;
  end if;
  return null;
end $$;
create trigger last_legal_representative after update or delete on member for each row execute function keep_a_legal_representative();

-- Whose name stands beside an act: needs an id from a row that the caller may see, and gives the name alone.
create function person_name(person uuid) returns text language sql stable security definer set search_path = public as $$
  select name from person p where p.id = person
$$;

create function organisation_name(organisation uuid) returns text language sql stable security definer set search_path = public as $$
  select name from organisation o where o.id = organisation
$$;

-- The session behind a cookie: needs the token's hash. Marks it as seen at most once a minute.
create function session_of(hash bytea) returns table (
  session_id uuid, person_id uuid, name text, email text, language language, strength text, authenticated_at timestamptz,
  expires_at timestamptz, has_password boolean, has_second_factor boolean)
language plpgsql security definer set search_path = public as $$
begin
  update session s set seen_at = clock_timestamp()
    where s.token_hash = hash and s.ended_at is null and s.seen_at < clock_timestamp() - interval '1 minute'
      and s.seen_at > clock_timestamp() - interval '12 hours' and s.expires_at > clock_timestamp();
  return query select s.id, p.id, p.name, p.email, p.language, s.strength, s.authenticated_at, s.expires_at,
      c.password_hash is not null, c.totp_confirmed_at is not null
    from session s join person p on p.id = s.person_id left join credential c on c.person_id = p.id
    where s.token_hash = hash and s.ended_at is null and s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - interval '12 hours';
end $$;
revoke execute on function session_of(bytea) from public;
grant execute on function session_of(bytea) to prokura_app, prokura_sign_in, prokura_system;

-- The invitation behind a link: needs the token's hash, and gives what the page behind the link shows.
create function member_invitation_of(hash bytea) returns table (id uuid, organisation_id uuid, organisation_name text)
language sql stable security definer set search_path = public as $$
  select i.id, i.organisation_id, o.name from member_invitation i join organisation o on o.id = i.organisation_id where i.token_hash = hash
$$;

-- What a partner with members.view sees of the people of the organisation it acts for.
create function members_of_organisation() returns table (person_id uuid, name text, email text, role text, added_at timestamptz)
language sql stable security definer set search_path = public as $$
  select p.id, p.name, p.email, m.role, m.added_at from member m join person p on p.id = m.person_id where m.organisation_id = app_organisation() order by p.name
$$;
