-- While a dispute is open, two sign what enlarges what that partner may do: a reason of its own.
set local role prokura_owner;

alter table signature drop constraint signature_reason_check;
alter table signature add constraint signature_reason_check check (reason in ('two_signatures', 'dispute', 'two_approvers'));
