-- Where two sign, two name another legal representative: who of them signed first stands beside who invited.
set local role prokura_owner;

alter table member_invitation add column first_by uuid references person;
comment on column member_invitation.first_by is 'Who signed first that this legal representative is invited, where it took two; invited_by signed as second.';
