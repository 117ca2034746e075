-- New passwords of mailboxes are handed over in the order in which they were set: as the database counts them while the product is locked, not by the clocks of nodes.
set local role prokura_owner;

alter table mailbox_password add column position bigint;
update mailbox_password m set position = o.position from (select id, row_number() over (order by set_at, id) as position from mailbox_password) o where o.id = m.id;
alter table mailbox_password alter column position set not null, alter column position add generated always as identity;
select setval(pg_get_serial_sequence('mailbox_password', 'position'), (select coalesce(max(position), 0) + 1 from mailbox_password), false);
comment on column mailbox_password.position is 'Counts them in the order in which they were set: of two for one mailbox the second has the greater one.';
drop index mailbox_password_waiting;
create unique index mailbox_password_waiting on mailbox_password (position);
