-- Who asks, for whom: the context every row-level policy reads. The roles themselves are made before the first migration runs.
grant usage on schema public to prokura_app, prokura_acting, prokura_sign_in, prokura_system;
grant usage, create on schema public to prokura_owner;
grant prokura_acting to prokura_app;
revoke create on schema public from public;
set local role prokura_owner;

-- Set for one transaction by the edge (set_config(…, true)). Without a context every policy sees nothing.
create function app_organisation() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
create function app_person() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app_partnership() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.partnership', true), '')::uuid $$;

-- Accents and case folded away, right in every locale and without an extension: Zürich = zurich; œ = oe, ß = ss.
create function fold(words text) returns text language sql immutable strict parallel safe as $$
  select translate(replace(replace(replace(
    lower(translate(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g'), 'ŒÆØŁĐẞ', 'œæøłđß')),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđ’', 'old''')
$$;
-- Of an already folded text: Zuerich = Zurich.
create function fold_german(folded text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(replace(folded, 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
$$;
