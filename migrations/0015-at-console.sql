-- Somebody acts in a product console, and the console asks in their name: which session is behind a token to act with, and for which place it is.
set local role prokura_owner;

-- Nothing once the token, the console or what the token rests on is over. The hash opens nothing: it only finds the session.
create function place_at_console(token uuid, console uuid) returns table (hash bytea, organisation_id uuid, partnership_id uuid)
language sql stable security definer set search_path = public as $$
  select s.token_hash, t.organisation_id, t.partnership_id
  from console_token t join console c on c.id = t.console_id and c.removed_at is null join session s on s.id = t.session_id
  where t.jti = token and t.console_id = place_at_console.console and t.ended_at is null and t.expires_at > clock_timestamp()
$$;
revoke execute on function place_at_console(uuid, uuid) from public;
grant execute on function place_at_console(uuid, uuid) to prokura_app;
