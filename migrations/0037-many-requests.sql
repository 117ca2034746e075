-- Thousands of requests in one go: whom a partner knows already is looked up by keys, and a new request is drawn into the list once, when what it asks is there.
set local role prokura_owner;

create index invitation_by_address on invitation (partner_id, email_key) where email_key is not null;
create index invitation_by_number on invitation (partner_id, customer_number) where customer_number is not null;

drop trigger invitation_in_list on invitation;
create trigger invitation_in_list after update on invitation for each row execute function project_from_invitation();

-- Asked for each request: the few that demand a code are looked through, not all organisations.
create index organisation_with_request_code on organisation (id) where request_code is not null;
