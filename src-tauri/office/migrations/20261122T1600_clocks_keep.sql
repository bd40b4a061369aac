-- What the office had settled when a clock was counted, as far as its rule listens to it: late hours,
-- the safety margin, the days the office was closed. Nothing: what it has settled today.
alter table clocks add column counted_by text;
drop index clocks_alike;
create index clocks_alike on clocks (rule, rule_version, started_on, due, length, pack, safe_on,
                                     missed_on, counted_by, later_on, presumed_from, paused_since,
                                     case_id, id, started_at)
    where voided = 0 and met_on is null and stopped_on is null;
