-- Keys of one letter are a person's choice (WCAG 2.1.4): whoever dictates or types with help turns them off.
set local role prokura_owner;
alter table person add column has_shortcuts boolean not null default true;
comment on column person.has_shortcuts is 'Single keys act on lists, where there is something to see for each.';
