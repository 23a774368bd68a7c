-- Figures that can be taken at their word: completion and rarity of what is active in games that are active, days of the
-- log that are over and do not add up, periods that are closed in every table. And vacuum for the tables whose rows change
-- every few seconds.

-- ---------------------------------------------------------------------------------------------------------------------
-- Which row is the newer

comment on column laurel.game_daily_stats.version is
  'Rises with every event counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer firsts (new players, players new to week and month, distinct unlocks) wins: a late event of another day took them.';
comment on column laurel.game_monthly_stats.version is
  'Rises with every event counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer firsts (new players, distinct unlocks) wins: a late event of another month took them.';
comment on column laurel.platform_daily_stats.version is
  'Rises with every event counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer firsts (new players, players new to week and month, distinct unlocks) wins: a late event of another day took them.';
comment on column laurel.platform_monthly_stats.version is
  'Rises with every event counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer firsts (new players, distinct unlocks) wins: a late event of another month took them.';
comment on column laurel.achievement_stats.version is
  'Rises with every unlock counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer first unlocks wins: a late unlock of another period took them.';
comment on column laurel.log_daily_counts.version is
  'Rises with every record counted; the greatest wins. Of rows with the same one the one with more that wait wins.';
