-- A partner that the operator finds to be another legal person is closed by that very decision: whoever decides can close what was granted to the one before,
-- and nothing else.
set local role prokura_owner;

-- Active before, or active since by what was proposed before; whenever that came about, so that none is passed by. Asked once, a partnership stays with its answer.
create function granted_before(partner uuid, since timestamptz) returns setof partnership language sql stable as $$
  select p.* from partnership p where p.partner_id = partner and p.state = 'active'
    and (p.activated_at < since or exists (
      select from grant_version v join proposal q on q.id = v.proposal_id
      where v.customer_id = p.customer_id and v.partnership_id = p.id and v.version = p.grant_version and q.created_at < since))
    and not exists (
      select from partnership_confirmation c
      where c.customer_id = p.customer_id and c.partnership_id = p.id and c.why = 'new_legal_person' and c.asked_at >= since)
$$;

create function close_granted_before(partner uuid, since timestamptz, at timestamptz) returns table (id uuid, customer_id uuid)
language sql security definer set search_path = public as $$
  with open as materialized (
    select g.id from granted_before(partner, since) g join partnership p on p.id = g.id
    where g.suspended_by_operator_at is null order by g.id for no key update of p)
  update partnership p set suspended_by_operator_at = at from open where p.id = open.id returning p.id, p.customer_id
$$;
comment on function close_granted_before(uuid, timestamptz, timestamptz) is 'Closes the operator''s gate of all of them in one statement; answers with those that it closed.';
revoke execute on function close_granted_before(uuid, timestamptz, timestamptz) from public;
grant execute on function close_granted_before(uuid, timestamptz, timestamptz) to prokura_operator, prokura_system;
