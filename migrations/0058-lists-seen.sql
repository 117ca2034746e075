-- Whoever started a list is told once that it is over, wherever they are: until they saw what became of it.
set local role prokura_owner;

alter table bulk_job add column seen_at timestamptz;
comment on column bulk_job.seen_at is 'When whoever started it saw what became of it; null: not yet, and it is news to them once it is over.';
update bulk_job set seen_at = finished_at where finished_at is not null;
create index bulk_job_news on bulk_job (partner_id, started_by) where seen_at is null and finished_at is not null;
