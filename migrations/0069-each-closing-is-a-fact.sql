-- A partner that becomes another legal person once more while its gate is closed is closed anew: whoever decided on the one before begins again, and what its
-- people made meanwhile is closed with it.
set local role prokura_owner;

drop trigger partner_gate_is_a_fact on organisation;
create trigger partner_gate_is_a_fact after update of partner_closed_at on organisation for each row
  when (old.partner_closed_at is distinct from new.partner_closed_at) execute function register_fact('partner', 'id');
