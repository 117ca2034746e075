-- The list of customers in any order of up to three columns: ties go by name, and what filters and orders look at stands in one narrow index.
set local role prokura_owner;

drop index managed_customer_by_number, managed_customer_by_reference, managed_customer_by_status, managed_customer_by_access, managed_customer_by_payer,
  managed_customer_by_until, managed_customer_by_visit, managed_customer_by_requested, managed_customer_of_status;

create index managed_customer_by_number on managed_customer (partner_id, number_key, name_key, id);
create index managed_customer_by_reference on managed_customer (partner_id, reference_key, name_key, id);
create index managed_customer_by_status on managed_customer (partner_id, status_key, name_key, id);
create index managed_customer_by_access on managed_customer (partner_id, access_key, name_key, id);
create index managed_customer_by_payer on managed_customer (partner_id, payer_key, name_key, id);
create index managed_customer_by_until on managed_customer (partner_id, until_key, name_key, id);
create index managed_customer_by_visit on managed_customer (partner_id, visit_key, name_key, id);
create index managed_customer_by_requested on managed_customer (partner_id, requested_key, name_key, id);

-- Counts, and orders that no index has, read this one from end to end instead of the wide rows.
create index managed_customer_of_status on managed_customer (partner_id, status, name_key, id) include (number_key, reference_key, status_key, access_key,
  payer_key, until_key, visit_key, requested_key, access, lapses_at, lapses_to, to_check, release_needed);
comment on index managed_customer_of_status is 'All that the list is filtered and ordered by, except people, teams, tags and words.';
