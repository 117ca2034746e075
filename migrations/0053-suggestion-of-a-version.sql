-- A suggestion is about the version of a request that its author read: of a revised one nobody reads it any more.
set local role prokura_owner;

alter table suggestion add column proposal_id uuid references proposal;
comment on column suggestion.proposal_id is 'The version of the request that was read. Null in suggestions older than this column, which count for no version that is open.';
