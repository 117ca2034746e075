-- Passkeys: what a person signs in with instead of a password, or beside it, and the challenges that are answered with them.
set local role prokura_owner;

create table passkey (
  id uuid primary key,
  person_id uuid not null references person,
  credential_id bytea not null unique check (octet_length(credential_id) between 16 and 1023),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  name text not null check (char_length(name) between 1 and 80),
  added_at timestamptz not null,
  last_used_at timestamptz
);
comment on table passkey is 'The public half of a passkey (Web Authentication). Read by prokura_sign_in alone.';
comment on column passkey.public_key is 'COSE_Key, as the authenticator gave it.';
comment on column passkey.counter is 'The signature counter of the last use. Whoever shows a lower one holds a copy. Synchronised passkeys always say 0.';
create index passkey_by_person on passkey (person_id, added_at);

create table passkey_challenge (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('registration', 'sign_in', 'second_factor', 'again')),
  subject_id uuid,
  expires_at timestamptz not null,
  check ((purpose = 'sign_in') = (subject_id is null))
);
comment on table passkey_challenge is 'What a passkey is asked to sign: once, within five minutes. Of the challenge only its SHA-256 is kept.';
comment on column passkey_challenge.subject_id is 'The session that asked, or the sign-in that waits for its second factor; null for a sign-in by nobody yet.';
create index passkey_challenge_by_end on passkey_challenge (expires_at);

alter table session add column passkey_id uuid references passkey on delete set null;
comment on column session.passkey_id is 'The passkey it was opened with: the session ends when that is removed.';
create index session_by_passkey on session (passkey_id) where passkey_id is not null;

alter table passkey enable row level security;
alter table passkey force row level security;
alter table passkey_challenge enable row level security;
alter table passkey_challenge force row level security;
create policy owner on passkey to prokura_owner using (true) with check (true);
create policy owner on passkey_challenge to prokura_owner using (true) with check (true);
create policy sign_in on passkey to prokura_sign_in using (true) with check (true);
create policy sign_in on passkey_challenge to prokura_sign_in using (true) with check (true);
grant select, insert, update, delete on passkey, passkey_challenge to prokura_sign_in;

-- Whoever granted with an emailed code alone secures the grant by adding a passkey, as by setting a password.
create function secure_grants_by_passkey() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update grant_version set secured_at = new.added_at where granted_by = new.person_id and secured_at is null;
  return null;
end $$;
create trigger passkey_secures_grants after insert on passkey for each row execute function secure_grants_by_passkey();

create or replace function is_secured(proposal uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from proposal p where p.id = proposal and app_organisation() in (p.partner_id, p.customer_id)
    and (exists (select from credential c where c.person_id = coalesce(p.released_by, p.person_id) and c.password_hash is not null)
      or exists (select from passkey k where k.person_id = coalesce(p.released_by, p.person_id))))
$$;

-- The session behind a cookie, as before, with what the person can prove themselves with.
drop function session_of(bytea);
create function session_of(hash bytea) returns table (
  session_id uuid, person_id uuid, name text, email text, language language, strength text, authenticated_at timestamptz,
  expires_at timestamptz, has_password boolean, has_second_factor boolean, has_authenticator boolean, has_passkey boolean)
language plpgsql security definer set search_path = public as $$
begin
  update session s set seen_at = clock_timestamp()
    where s.token_hash = hash and s.ended_at is null and s.seen_at < clock_timestamp() - interval '1 minute'
      and s.seen_at > clock_timestamp() - interval '12 hours' and s.expires_at > clock_timestamp();
  return query select s.id, p.id, p.name, p.email, p.language, s.strength, s.authenticated_at, s.expires_at,
      c.password_hash is not null, c.totp_confirmed_at is not null or k.has_passkey, c.totp_confirmed_at is not null, k.has_passkey
    from session s join person p on p.id = s.person_id left join credential c on c.person_id = p.id
      cross join lateral (select exists (select from passkey k where k.person_id = p.id)) as k(has_passkey)
    where s.token_hash = hash and s.ended_at is null and s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - interval '12 hours';
end $$;
revoke execute on function session_of(bytea) from public;
grant execute on function session_of(bytea) to prokura_app, prokura_sign_in, prokura_system;
