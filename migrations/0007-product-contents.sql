-- What is inside products: DNS records of domains, mailboxes and aliases, websites.
set local role prokura_owner;

create table domain (
  organisation_id uuid not null,
  product_id uuid primary key references product (id) on delete cascade,
  name_servers text[] not null default '{}',
  transfer_lock boolean not null default true,
  serial bigint not null default 1
);
comment on table domain is 'Settings of a product of the family domain. serial grows with each change of its zone.';

create table dns_record (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  name text not null,
  type text not null check (type in ('A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'NS', 'CAA')),
  value text not null,
  ttl integer not null check (ttl between 60 and 604800),
  priority integer check (priority between 0 and 65535),
  changed_at timestamptz not null,
  unique nulls not distinct (product_id, name, type, value, priority)
);
comment on column dns_record.name is 'Relative to the domain; @ is the domain itself.';

create table mailbox (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  local_part text not null check (local_part = lower(local_part) and char_length(local_part) between 1 and 64),
  display_name text not null default '',
  quota_mb integer not null check (quota_mb between 100 and 100000),
  used_mb integer not null default 0,
  spam_filter text not null default 'standard' check (spam_filter in ('off', 'standard', 'strict')),
  auto_reply_until date,
  auto_reply text check (char_length(auto_reply) <= 2000),
  forward_to text[] not null default '{}' check (cardinality(forward_to) <= 20),
  password_set_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (product_id, local_part),
  check ((auto_reply is null) = (auto_reply_until is null))
);
comment on table mailbox is 'The settings of a mailbox, never its messages. Of a password only when it was set.';

create table mailbox_password (
  id uuid primary key,
  organisation_id uuid not null,
  mailbox_id uuid not null references mailbox on delete cascade,
  password_hash text not null,
  set_at timestamptz not null
);
comment on table mailbox_password is 'On its way to the mail system: the argon2id hash of a new password, until the provider''s system confirms that it has it.';

create table mail_alias (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  local_part text not null check (local_part = lower(local_part)),
  mailbox_id uuid not null references mailbox on delete cascade,
  created_at timestamptz not null,
  unique (product_id, local_part)
);

-- One address leads to one place: a mailbox and an alias never share it. The product's row serialises both.
create function refuse_double_address() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform from product p where p.id = new.product_id for no key update;
  if (tg_table_name = 'mailbox' and exists (select from mail_alias a where a.product_id = new.product_id and a.local_part = new.local_part))
    or (tg_table_name = 'mail_alias' and exists (select from mailbox m where m.product_id = new.product_id and m.local_part = new.local_part)) then
    raise exception 'the address is in use' using errcode = 'unique_violation', constraint = 'one_address_one_place';
  end if;
  return new;
end $$;
create trigger one_address_one_place before insert or update of local_part on mailbox for each row execute function refuse_double_address();
create trigger one_address_one_place before insert or update of local_part on mail_alias for each row execute function refuse_double_address();

create table hosting (
  organisation_id uuid not null,
  product_id uuid primary key references product (id) on delete cascade,
  host text not null,
  ipv4 text not null,
  ipv6 text
);
comment on table hosting is 'Where a product of the family hosting is reached: what DNS records lead to.';

create table site (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  host_name text not null check (char_length(host_name) <= 253),
  document_root text not null default '/' check (document_root like '/%' and char_length(document_root) <= 200),
  php_version text not null default '8.4' check (php_version in ('8.2', '8.3', '8.4', '8.5')),
  certificate text not null default 'automatic' check (certificate in ('automatic', 'none')),
  force_https boolean not null default true,
  visits_last_month integer not null default 0,
  storage_mb integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, host_name),
  check (not force_https or certificate <> 'none')
);

do $$
declare t text;
begin
  foreach t in array array['domain', 'dns_record', 'mailbox', 'mail_alias', 'hosting', 'site'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy own on %I to prokura_app, prokura_acting using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_acting, prokura_system', t);
    if t not in ('domain', 'hosting') then execute format('create index on %I (organisation_id, product_id)', t); end if;
  end loop;
end $$;

-- A new password is written and never read again by whoever wrote it.
alter table mailbox_password enable row level security;
alter table mailbox_password force row level security;
create policy owner on mailbox_password to prokura_owner using (true) with check (true);
create policy everything on mailbox_password to prokura_system using (true) with check (true);
create policy handed_over on mailbox_password for insert to prokura_app, prokura_acting with check (organisation_id = app_organisation());
grant insert on mailbox_password to prokura_app, prokura_acting;
grant select, delete on mailbox_password to prokura_system;
create index mailbox_password_waiting on mailbox_password (set_at);
