-- A rule of a firewall that was removed is brought back by the person who removed it, for whom they removed it: one person may work for two partners of a customer.
set local role prokura_owner;

-- Nobody knows under which partnership these were removed; each was kept for an hour at most.
delete from server_firewall_rule where removed_at is not null;

alter table server_firewall_rule
  add column removed_under uuid references partnership (id),
  add check (removed_under is null or removed_at is not null);
comment on column server_firewall_rule.removed_by is 'Who removed it, and may bring it back, for the same organisation.';
comment on column server_firewall_rule.removed_under is 'Under which partnership it was removed; null: by the customer''s own people.';

grant update (removed_under) on server_firewall_rule to prokura_app, prokura_acting;
drop policy by_whoever_removed_it on server_firewall_rule;
create policy by_whoever_removed_it on server_firewall_rule as restrictive for update to prokura_app, prokura_acting
  using (removed_at is null or (removed_by = app_person() and removed_under is not distinct from app_partnership()))
  with check (removed_at is null or (removed_by = app_person() and removed_under is not distinct from app_partnership()));
