-- Jobs stand in lanes, so that mails, however many and however slow, hold up nothing else.
set local role prokura_owner;

alter table job add column lane text not null
  generated always as (case kind when 'send-mail' then 'mail' when 'send-code' then 'code' when 'run-bulk' then 'list' else 'work' end) stored;
comment on column job.lane is 'Which runners of a node take it: each lane has places and a pace of its own.';
drop index job_due;
create index job_due on job (lane, run_at) where done_at is null and failed_at is null;
