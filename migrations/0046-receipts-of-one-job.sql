-- A job may tell of several receipts: where many partnerships end at once, each has its own, and waits until its own mails are written.
set local role prokura_owner;

drop index job_of_receipt;
update job set payload = payload - 'receiptId' || jsonb_build_object('receiptIds', jsonb_build_array(payload ->> 'receiptId'))
  where payload ? 'receiptId' and done_at is null and failed_at is null;
create index job_of_receipts on job using gin ((payload -> 'receiptIds')) where payload ? 'receiptIds' and done_at is null and failed_at is null;
