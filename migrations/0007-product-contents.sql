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
  auto_reply text,
  forward_to text[] not null default '{}',
  password_set_at timestamptz,
  created_at timestamptz not null,
  unique (product_id, local_part)
);
comment on table mailbox is 'The settings of a mailbox, never its messages. Passwords go to the mail system and are not kept here.';

create table mail_alias (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  local_part text not null check (local_part = lower(local_part)),
  mailbox_id uuid not null references mailbox on delete cascade,
  created_at timestamptz not null,
  unique (product_id, local_part)
);

create table site (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  host_name text not null,
  document_root text not null default '/',
  php_version text not null default '8.4' check (php_version in ('8.2', '8.3', '8.4', '8.5')),
  certificate text not null default 'automatic' check (certificate in ('automatic', 'none')),
  force_https boolean not null default true,
  visits_last_month integer not null default 0,
  storage_mb integer not null default 0,
  created_at timestamptz not null,
  unique (product_id, host_name)
);

do $$
declare t text;
begin
  foreach t in array array['domain', 'dns_record', 'mailbox', 'mail_alias', 'site'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy own on %I to prokura_app, prokura_acting using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_acting, prokura_system', t);
    if t not in ('domain') then execute format('create index on %I (organisation_id, product_id)', t); end if;
  end loop;
end $$;
