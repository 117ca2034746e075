-- Product consoles: who they are, what the OpenID provider remembers for them, the tokens they act with, and the keys Prokura signs with.
set local role prokura_owner;

create table console (
  id uuid primary key,
  client_id text not null unique,
  name text not null check (char_length(name) between 1 and 80),
  secret_hash bytea not null,
  redirect_uris text[] not null check (cardinality(redirect_uris) between 1 and 10),
  post_logout_redirect_uris text[] not null default '{}' check (cardinality(post_logout_redirect_uris) <= 10),
  initiate_login_uri text not null,
  back_channel_logout_uri text,
  families text[] not null check (cardinality(families) between 1 and 50),
  resource text not null,
  created_at timestamptz not null,
  removed_at timestamptz
);
comment on table console is 'A program of the provider in which people work on products: signs them in by OpenID Connect and asks decisions. Of its secret only the SHA-256 is kept.';
comment on column console.families is 'The product families it serves: what it may ask decisions about, and whose products open in it.';
comment on column console.resource is 'The audience of the tokens it acts with.';
create unique index console_by_resource on console (resource) where removed_at is null;

create table console_session (
  session_id uuid not null references session on delete cascade,
  console_id uuid not null references console,
  sid text not null unique,
  began_at timestamptz not null,
  primary key (session_id, console_id)
);
comment on table console_session is 'Which consoles a session signed in to: who is told when it ends. A row that is removed ends what the console holds of that session.';
comment on column console_session.sid is 'The session as this console knows it; another console knows another.';

create table console_token (
  jti uuid primary key,
  console_id uuid not null references console,
  person_id uuid not null references person,
  session_id uuid not null,
  organisation_id uuid not null references organisation,
  partnership_id uuid,
  visit_id uuid references visit (id),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check ((partnership_id is null) = (visit_id is null)),
  check (expires_at <= issued_at + interval '5 minutes')
);
comment on table console_token is 'Tokens with which a console acts for a person: in a visit, or in the person''s own organisation. The token itself is not kept.';
comment on column console_token.organisation_id is 'For whom: the customer in a visit, the own organisation otherwise.';
comment on column console_token.ended_at is 'Ended before its time: with its visit or session, or revoked.';
create index console_token_by_visit on console_token (visit_id) where visit_id is not null;
create index console_token_by_session on console_token (session_id) where ended_at is null;
create index console_token_by_expiry on console_token (expires_at);

create table oidc_state (
  kind text not null,
  id_hash bytea not null,
  grant_hash bytea,
  sealed bytea not null,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (kind, id_hash)
);
comment on table oidc_state is 'What the OpenID provider remembers: requests under way, codes, tokens. Ids and tokens are hashed, the rest is sealed.';
create index oidc_state_by_grant on oidc_state (grant_hash) where grant_hash is not null;
create index oidc_state_by_expiry on oidc_state (expires_at);

create table signing_key (
  kid text primary key,
  public_key jsonb not null,
  sealed bytea,
  signs_from timestamptz not null unique,
  created_at timestamptz not null default clock_timestamp()
);
comment on table signing_key is 'Keys that Prokura signs with, one after the other. The private part is sealed, and forgotten when the next key has taken over.';

do $$
declare t text;
begin
  foreach t in array array['console', 'console_session', 'console_token', 'oidc_state', 'signing_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy sign_in on %I to prokura_sign_in using (true) with check (true)', t);
  end loop;
  foreach t in array array['console', 'console_session', 'console_token'] loop
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
  end loop;
end $$;
grant select on console to prokura_sign_in;
grant select, insert, update on console to prokura_system;
grant select, insert, delete on console_session to prokura_sign_in;
grant select on console_session to prokura_system;
grant select, update, delete on console_token to prokura_sign_in;
grant select on console_token to prokura_system;
grant select, insert, update, delete on oidc_state to prokura_sign_in;
grant select, insert, update, delete on signing_key to prokura_sign_in;

-- A token is made in the transaction that decided on it, in the context of whom it acts for, and counted there.
create policy context on console_token for select to prokura_app using (organisation_id = app_organisation());
create policy made_here on console_token for insert to prokura_app with check (organisation_id = app_organisation() and person_id = app_person());
grant select, insert on console_token to prokura_app;

-- Tokens end with their visit and with their session, in the same transaction.
create function end_console_tokens() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_table_name = 'visit' then
    update console_token t set ended_at = clock_timestamp() where t.visit_id = new.id and t.ended_at is null and t.expires_at > clock_timestamp();
  else
    update console_token t set ended_at = clock_timestamp() where t.session_id = new.id and t.ended_at is null and t.expires_at > clock_timestamp();
  end if;
  return null;
end $$;
create trigger visit_ends_its_tokens after update of ended_at on visit for each row
  when (old.ended_at is null and new.ended_at is not null) execute function end_console_tokens();
create trigger session_ends_its_tokens after update of ended_at on session for each row
  when (old.ended_at is null and new.ended_at is not null) execute function end_console_tokens();

-- The parties of a visit, for the person whose visit it is, in the session it belongs to; nothing for anybody else.
create function parties_of_visit(visit uuid, session uuid) returns table (customer_id uuid, partner_id uuid, partnership_id uuid)
language sql stable security definer set search_path = public as $$
  select v.customer_id, v.partner_id, v.partnership_id from visit v where v.id = visit and v.session_id = session and v.person_id = app_person()
$$;
revoke execute on function parties_of_visit(uuid, uuid) from public;
grant execute on function parties_of_visit(uuid, uuid) to prokura_app;

-- The console in which products of a family open: its name and where its sign-in begins. The newest, so that one can follow another.
create function console_of_family(family text) returns table (name text, initiate_login_uri text)
language sql stable security definer set search_path = public as $$
  select c.name, c.initiate_login_uri from console c where family = any (c.families) and c.removed_at is null order by c.created_at desc, c.id desc limit 1
$$;
