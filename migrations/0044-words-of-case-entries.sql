-- Whoever decides a dispute reads what its entries say: the customer handed them over with it. Of no other entry an operator reads the words.
set local role prokura_owner;

create function words_of_case_entry(case_file uuid, entry bigint) returns jsonb language sql stable security definer set search_path = public as $$
  select d.detail from case_entry e join case_file c on c.id = e.case_id join journal_detail d on d.position = e.position
  where e.case_id = words_of_case_entry.case_file and e.position = words_of_case_entry.entry
    and (app_organisation() in (c.customer_id, c.partner_id) or (app_organisation() is null and is_operator()))
$$;
revoke execute on function words_of_case_entry(uuid, bigint) from public;
grant execute on function words_of_case_entry(uuid, bigint) to prokura_app, prokura_operator;
