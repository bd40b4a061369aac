-- For counting all open clocks again: by what their dates are counted from, read from the index
-- alone. The day a clock started is enough for that, but for hours and late hours.
alter table clocks add column started_on text generated always as (substr(started_at, 1, 10)) virtual;
drop index clocks_counted;
create index clocks_alike on clocks (rule, rule_version, started_on, due, length, pack, safe_on,
                                     missed_on, later_on, presumed_from, paused_since, case_id, id,
                                     started_at)
    where voided = 0 and met_on is null and stopped_on is null;
-- Clocks of closed cases are left as they are.
create index cases_shut on cases (id) where closed_on is not null or voided = 1;
