-- What is inside drives and servers: shared folders, who uses them and links into them; state, snapshots, firewall rules and keys.
set local role prokura_owner;

create table drive (
  organisation_id uuid not null,
  product_id uuid primary key references product (id) on delete cascade,
  host text not null,
  storage_mb integer not null check (storage_mb between 100 and 100000000)
);
comment on table drive is 'A product of the family drive: where it is reached, and how much it holds.';

create table drive_user (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  email text not null check (char_length(email) <= 254),
  used_mb integer not null default 0,
  unique (product_id, email)
);
comment on table drive_user is 'Who uses a drive, as the provider''s system tells it.';

create table drive_folder (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  quota_mb integer not null check (quota_mb between 100 and 2000000),
  used_mb integer not null default 0,
  sharing text not null default 'off' check (sharing in ('off', 'see', 'edit')),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index drive_folder_by_name on drive_folder (product_id, lower(name));
comment on table drive_folder is 'A shared folder: its settings, never its files.';
comment on column drive_folder.sharing is 'What links into the folder may allow at most.';

create table drive_folder_user (
  organisation_id uuid not null,
  product_id uuid not null references product (id) on delete cascade,
  folder_id uuid not null references drive_folder on delete cascade,
  user_id uuid not null references drive_user on delete cascade,
  primary key (folder_id, user_id)
);
comment on table drive_folder_user is 'Who uses which folder.';

create table drive_link (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  folder_id uuid not null references drive_folder on delete cascade,
  token_hash bytea not null unique,
  access text not null check (access in ('see', 'edit')),
  until date not null,
  created_at timestamptz not null
);
comment on table drive_link is 'A link into a folder until that day, which is included. Of its token only the SHA-256 is kept.';

create table server (
  organisation_id uuid not null,
  product_id uuid primary key references product (id) on delete cascade,
  host text not null,
  ipv4 text not null,
  ipv6 text,
  system text not null check (char_length(system) between 1 and 60),
  cores integer not null check (cores between 1 and 1024),
  memory_mb integer not null check (memory_mb between 1 and 100000000),
  disk_gb integer not null check (disk_gb between 1 and 10000000),
  state text not null default 'running' check (state in ('running', 'stopped')),
  state_since timestamptz not null,
  cpu_percent integer not null default 0 check (cpu_percent between 0 and 100),
  memory_used_mb integer not null default 0,
  disk_used_gb integer not null default 0
);
comment on table server is 'A product of the family server. state is what was last ordered here or told by the provider''s system.';

create table server_snapshot (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  size_gb integer,
  taken_at timestamptz not null,
  unique (product_id, name)
);
comment on column server_snapshot.size_gb is 'Null until the provider''s system tells it.';

create table server_firewall_rule (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  protocol text not null check (protocol in ('tcp', 'udp', 'icmp')),
  from_port integer check (from_port between 1 and 65535),
  to_port integer check (to_port between 1 and 65535),
  source text not null check (char_length(source) <= 50),
  created_at timestamptz not null,
  unique nulls not distinct (product_id, protocol, from_port, to_port, source),
  check ((protocol = 'icmp') = (from_port is null)),
  check ((from_port is null) = (to_port is null) and (from_port is null or from_port <= to_port))
);
comment on table server_firewall_rule is 'What is let in. What no rule lets in stays outside.';

create table server_ssh_key (
  organisation_id uuid not null,
  id uuid primary key,
  product_id uuid not null references product (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  type text not null,
  public_key text not null check (char_length(public_key) <= 3000),
  fingerprint text not null,
  added_at timestamptz not null,
  unique (product_id, fingerprint)
);
comment on table server_ssh_key is 'Public keys that open a server. Private ones are nowhere here.';

do $$
declare t text;
begin
  foreach t in array array['drive', 'drive_user', 'drive_folder', 'drive_folder_user', 'drive_link', 'server', 'server_snapshot', 'server_firewall_rule', 'server_ssh_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to prokura_owner using (true) with check (true)', t);
    execute format('create policy everything on %I to prokura_system using (true) with check (true)', t);
    execute format('create policy own on %I to prokura_app, prokura_acting using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', t);
    execute format('grant select, insert, update, delete on %I to prokura_app, prokura_acting, prokura_system', t);
    if t not in ('drive', 'server') then execute format('create index on %I (organisation_id, product_id)', t); end if;
  end loop;
end $$;
create index drive_folder_user_by_user on drive_folder_user (user_id);
create index drive_link_by_folder on drive_link (folder_id);
