-- A request carries its code, so that whether it is held back can be decided anew each time it goes out.
set local role prokura_owner;

alter table invitation add column request_code bytea;
comment on column invitation.request_code is 'The request code that whoever asks gave with it, sealed. Null: none was given.';
