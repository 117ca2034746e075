-- A confirmation names what was read. A first signature from before names nothing, so that the second one finds it changed instead of confirming all.
set local role prokura_owner;

update signature set input = jsonb_set(input, '{body}', '{"read": []}') where act = 'confirm' and state = 'waiting';
