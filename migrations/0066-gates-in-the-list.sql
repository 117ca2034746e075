-- A gate of a partnership that closes or opens changes the status of its row in the partner's list and nothing else: that alone is written, so that one decision
-- about a hundred thousand of them does not draw each anew.
set local role prokura_owner;

create or replace function project_from_partnership() returns trigger language plpgsql security definer set search_path = public as $$
declare
  gates constant text[] := '{suspended_by_customer_at,suspended_by_operator_at}';
  closed timestamptz := least(new.suspended_by_customer_at, new.suspended_by_operator_at);
begin
  if tg_op = 'UPDATE' and new.state = 'active' and new.activated_at is not null
    and old is distinct from new and to_jsonb(old) - gates = to_jsonb(new) - gates then
    update managed_customer c set status = case when closed is null then 'active' else 'suspended' end, status_since = coalesce(closed, new.activated_at)
      where c.partnership_id = new.id;
    if found then return null; end if;
  end if;
  perform project_partnership(new.id);
  return null;
end $$;
