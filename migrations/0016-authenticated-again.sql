-- Whoever proves again who they are goes on under a new token: consoles are told since when somebody is authenticated, so it is a fact.
set local role prokura_owner;

drop trigger session_is_a_fact on session;
create trigger session_is_a_fact after update of ended_at, strength, token_hash on session for each row
  when (old.ended_at is distinct from new.ended_at or old.strength <> new.strength or old.token_hash <> new.token_hash)
  execute function register_fact('session', 'id');
