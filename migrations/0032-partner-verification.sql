-- Who asks is who they say: applications of partners, what the operator verified, until when, and names that wait.
set local role prokura_owner;

alter table organisation add column verified_until timestamptz;
alter table organisation add column renewal_told smallint;
comment on column organisation.verified_until is 'The verification is looked at again every twelve months; from then on the partner counts as not verified.';
comment on column organisation.renewal_told is 'Of the reminders 30 and 7 days before, and of the end itself (0), the last that was told.';
update organisation set verified_until = verified_as_partner_at + interval '12 months' where verified_as_partner_at is not null;

-- Whether a verification stands now.
create function is_verified(verified_at timestamptz, verified_until timestamptz) returns boolean language sql stable parallel safe as $$
  select verified_at is not null and (verified_until is null or verified_until > clock_timestamp())
$$;

create table partner_application (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('first', 'renewal', 'change')),
  state text not null check (state in ('open', 'verified', 'refused', 'withdrawn')),
  legal_name text not null check (char_length(legal_name) between 1 and 80),
  country text not null check (country ~ '^[A-Z]{2}$'),
  city text not null,
  register_kind text not null check (register_kind in ('uid', 'siren', 'siret', 'vat', 'other')),
  register_number text not null,
  register_checked boolean not null,
  domain text not null,
  contact_email text not null,
  token text not null,
  proof text check (proof in ('dns', 'file')),
  checked_at timestamptz,
  checks integer not null default 0,
  applied_by uuid not null references person,
  applied_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  reason text
);
comment on table partner_application is 'Who an organisation says it is, what was proven, and what the operator made of it. The organisation shows nothing of it until it is verified.';
comment on column partner_application.register_checked is 'Whether the check digits were computed and are right; otherwise the operator looks the number up.';
comment on column partner_application.token is 'Stands in the text that proves the domain. No secret: it is published.';
create unique index partner_application_open on partner_application (organisation_id) where state = 'open';
create index partner_application_by_state on partner_application (state, applied_at);
create index partner_application_by_domain on partner_application (domain);

alter table partner_application enable row level security;
alter table partner_application force row level security;
create policy owner on partner_application to prokura_owner using (true) with check (true);
create policy everything on partner_application to prokura_system using (true) with check (true);
create policy own on partner_application to prokura_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation() and state in ('open', 'withdrawn') and decided_by is null);
create policy operators on partner_application to prokura_operator using ((select is_operator())) with check ((select is_operator()));
grant select, insert, update on partner_application to prokura_app;
grant select, update on partner_application to prokura_operator, prokura_system;

-- What the operator decides about an organisation, and nothing else of it.
create policy operators_decide on organisation for update to prokura_operator using ((select is_operator())) with check ((select is_operator()));
grant update (name, former_name, renamed_at, country, register_number, domain, verified_city, enrolled_as_partner_at, verified_as_partner_at, verified_until, renewal_told)
  on organisation to prokura_operator;

-- What was verified is not the organisation's own to change, whatever a statement of ours forgets.
create function keep_verified() returns trigger language plpgsql as $$
begin
  if current_user in ('prokura_app', 'prokura_acting', 'prokura_sign_in') and (
    new.verified_as_partner_at is distinct from old.verified_as_partner_at or new.verified_until is distinct from old.verified_until
    or new.verified_city is distinct from old.verified_city
    or (old.verified_as_partner_at is not null and (new.name, new.register_number, new.domain) is distinct from (old.name, old.register_number, old.domain)))
  then
    raise exception 'what the operator verified is changed by the operator' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger verified_by_operator before update on organisation for each row execute function keep_verified();

drop policy verified_partner on organisation;
create policy verified_partner on organisation for select to prokura_app
  using (is_verified(verified_as_partner_at, verified_until) and num_nonnulls(app_organisation(), app_person()) > 0);

-- How a partner's requests of the last ninety days were received, for its own limits.
create function reception_of(partner uuid) returns table (sent bigint, declined bigint, reported bigint, open bigint) language sql stable security definer set search_path = public as $$
  select count(*) filter (where i.sent_at > clock_timestamp() - interval '90 days'),
    count(*) filter (where i.sent_at > clock_timestamp() - interval '90 days'
      and exists (select from proposal p where p.invitation_id = i.id and p.side = 'partner' and p.state = 'declined')),
    (select count(distinct j.body ->> 'invitationId') from journal j
      where j.kind = 'request.reported' and j.at > clock_timestamp() - interval '90 days'
        and exists (select from invitation r where r.id::text = j.body ->> 'invitationId' and r.partner_id = partner)),
    count(*) filter (where i.state = 'open' and i.expires_at > clock_timestamp())
  from invitation i where i.partner_id = partner and partner = app_organisation()
$$;
revoke execute on function reception_of(uuid) from public;
grant execute on function reception_of(uuid) to prokura_app;
create index journal_of_reports on journal (at) where kind = 'request.reported';

-- From which domain whoever sent the opened request writes: the domain alone, and only of a member of the partner that asks.
create function mail_domain_of_asker(person uuid) returns text language sql stable security definer set search_path = public as $$
  select split_part(p.email_key, '@', 2) from person p join member m on m.person_id = p.id join invitation i on i.partner_id = m.organisation_id
  where p.id = mail_domain_of_asker.person and i.id = app_request()
$$;
revoke execute on function mail_domain_of_asker(uuid) from public;
grant execute on function mail_domain_of_asker(uuid) to prokura_app;
