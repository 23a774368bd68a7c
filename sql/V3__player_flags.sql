-- Who looks suspect, and by which rule. A flag says what was measured; it takes no points away.
-- Writer: the job, as laurel_job. Readers: the API as laurel_api, analysts as laurel_analyst, who do not see addresses.
-- Writes are idempotent upserts that keep the greatest version, as everywhere.

create table laurel.player_flags (
  player_id text collate "C" not null,
  started_at timestamptz not null,
  rule text not null,
  game_id text collate "C" not null,
  ip_address text collate "C" not null default '',
  span_millis bigint not null,
  measured bigint not null,
  allowed bigint not null,
  version bigint not null,
  updated_at timestamptz not null default now(),
  constraint player_flags_pkey primary key (player_id, started_at, rule, game_id, ip_address),
  constraint player_flags_player_id_check check (char_length(player_id) between 1 and 128),
  constraint player_flags_rule_check check (
    rule in ('POINTS_A_MINUTE', 'UNLOCKS_A_MINUTE', 'UNLOCKS_AN_INTERVAL', 'PLAYERS_AN_ADDRESS')),
  constraint player_flags_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> 'global'),
  constraint player_flags_ip_address_check check ((rule = 'PLAYERS_AN_ADDRESS') = (ip_address <> '')),
  constraint player_flags_span_millis_check check (span_millis > 0),
  constraint player_flags_measured_check check (measured > allowed),
  constraint player_flags_allowed_check check (allowed > 0),
  constraint player_flags_version_check check (version > 0)
);

comment on table laurel.player_flags is
  'Players who look suspect. Grain: one player, rule, game, span of time and, where the rule is about addresses, address. Writer: job. Readers: API, analysts (without addresses).';
comment on column laurel.player_flags.player_id is 'Player.';
comment on column laurel.player_flags.started_at is 'When the span that was measured began, event time, UTC.';
comment on column laurel.player_flags.rule is
  'POINTS_A_MINUTE or UNLOCKS_A_MINUTE: far more in a game in a minute than this player and nearly all of the game''s players ever had. UNLOCKS_AN_INTERVAL: more unlocks in a moment than is possible. PLAYERS_AN_ADDRESS: too many players act from one address.';
comment on column laurel.player_flags.game_id is 'Game; _none for actions without a game and for PLAYERS_AN_ADDRESS.';
comment on column laurel.player_flags.ip_address is
  'Address that the players share; empty for the other rules. Not for analysts, to whom measured tells how many share it.';
comment on column laurel.player_flags.span_millis is 'Length of the span that was measured, in milliseconds of event time.';
comment on column laurel.player_flags.measured is 'What was counted in the span: points gained, unlocks, or players of the address.';
comment on column laurel.player_flags.allowed is 'The most that would not have been flagged, in the unit of measured.';
comment on column laurel.player_flags.version is 'Rises with what was measured; the greatest wins.';
comment on column laurel.player_flags.updated_at is 'When the row was last written, UTC, by the clock of the database.';

comment on index laurel.player_flags_pkey is 'One row a suspicion; also a player''s flags, newest first, read backwards.';
create index player_flags_started_at_idx on laurel.player_flags (started_at, player_id);
comment on index laurel.player_flags_started_at_idx is 'Flags of all players, newest first, read backwards.';
create index player_flags_updated_at_idx on laurel.player_flags (updated_at);
comment on index laurel.player_flags_updated_at_idx is 'What changed since: incremental reads by analysts.';

grant select, insert, update on laurel.player_flags to laurel_job;
grant select on laurel.player_flags to laurel_api;
grant select (player_id, started_at, rule, game_id, span_millis, measured, allowed, version, updated_at)
  on laurel.player_flags to laurel_analyst;
