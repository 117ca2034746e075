-- A partner under a new register number is a new legal person: each customer confirms it, or the partnership is over.
set local role prokura_owner;

alter table partnership_confirmation drop constraint partnership_confirmation_why_check;
alter table partnership_confirmation add constraint partnership_confirmation_why_check check (why in ('representation', 'taken_over', 'new_legal_person'));
comment on column partnership_confirmation.due_at is
  'Not confirmed until then, access is suspended, or over where the partner is a new legal person; null: it stays as it is.';
