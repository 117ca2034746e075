-- What is inside a product belongs to whom the product belongs to, and a folder, its people and its links to one drive: no row says otherwise.
set local role prokura_owner;

do $$
declare t text;
begin
  foreach t in array array['domain', 'dns_record', 'mailbox', 'mail_alias', 'hosting', 'site', 'drive', 'drive_user', 'drive_folder', 'drive_folder_user',
    'drive_link', 'server', 'server_snapshot', 'server_firewall_rule', 'server_ssh_key'] loop
    execute format('alter table %I drop constraint %I', t, t || '_product_id_fkey');
    execute format('alter table %I add foreign key (organisation_id, product_id) references product (organisation_id, id) on update cascade on delete cascade', t);
  end loop;
end $$;

alter table mailbox add unique (product_id, id), add unique (organisation_id, id);
alter table mail_alias drop constraint mail_alias_mailbox_id_fkey, add foreign key (product_id, mailbox_id) references mailbox (product_id, id) on delete cascade;
alter table mailbox_password
  drop constraint mailbox_password_mailbox_id_fkey,
  add foreign key (organisation_id, mailbox_id) references mailbox (organisation_id, id) on update cascade on delete cascade;

alter table drive_folder add unique (product_id, id);
alter table drive_user add unique (product_id, id);
alter table drive_folder_user
  drop constraint drive_folder_user_folder_id_fkey,
  drop constraint drive_folder_user_user_id_fkey,
  add foreign key (product_id, folder_id) references drive_folder (product_id, id) on delete cascade,
  add foreign key (product_id, user_id) references drive_user (product_id, id) on delete cascade;
alter table drive_link drop constraint drive_link_folder_id_fkey, add foreign key (product_id, folder_id) references drive_folder (product_id, id) on delete cascade;
