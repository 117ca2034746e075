-- A request that nobody claimed can be revised: the version before is replaced, and stays to be read.
set local role prokura_owner;

alter table proposal drop constraint proposal_state_check;
alter table proposal add constraint proposal_state_check
  check (state in ('prepared', 'open', 'accepted', 'countered', 'declined', 'withdrawn', 'expired', 'replaced'));
