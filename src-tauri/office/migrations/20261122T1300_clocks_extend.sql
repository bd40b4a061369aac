-- What a date is counted from, kept with the clock: it counts the same whatever the office changes
-- afterwards.
alter table clocks add column length text;
alter table clocks add column later_on text;
alter table clocks add column presumed_from text;
-- The event of the case that started it, where one did.
alter table clocks add column event text;
-- For a count back, the first day on which it may be done.
alter table clocks add column opens_on text;
-- "deadline", "bar" or "keep"; nothing means a deadline.
alter table clocks add column sense text;
-- "ours", "theirs" or "patient"; nothing means ours.
alter table clocks add column binds text;
-- The last safe day of a person's own window.
alter table clocks add column safe_on text;
-- The first day of a pause that has not ended.
alter table clocks add column paused_since text;
-- The date that had passed unmet before the clock was counted again. It stays.
alter table clocks add column missed_on text;
-- Whether a person stopped it, so that nothing starts it again by itself.
alter table clocks add column stopped_by_hand integer;
-- The day on which somebody has to have acted; nothing for what is barred or kept, or stands still.
alter table clocks add column shown_on text generated always as (
    case when coalesce(sense, 'deadline') = 'deadline' and paused_since is null
         then coalesce(safe_on, due) end
) virtual;

drop index clocks_open;
create index clocks_shown on clocks (shown_on, case_id)
    where voided = 0 and met_on is null and stopped_on is null;
-- For counting all open clocks again: by what their dates are counted from.
create index clocks_counted on clocks (rule, rule_version, started_at, due)
    where voided = 0 and met_on is null and stopped_on is null;

drop view case_open_due;
create view case_open_due as
    select case_id, shown_on as due, 'clock' as what, name as label, n from clocks
    where voided = 0 and met_on is null and stopped_on is null and shown_on is not null
    union all
    select case_id, due, 'promise', what, n from promises
    where voided = 0 and kept_on is null;

-- Something that happened, or is planned, and that time limits run from.
create table case_events (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id text not null,
    event   text not null,
    at      text not null,
    note    text
) strict;
create index case_events_case on case_events (case_id, at) where voided = 0;

-- A clock made longer by its notice. Without the notice there is no extension.
create table clock_extensions (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id    text not null,
    clock      text not null,
    contact    text not null,
    noticed_on text not null,
    to_on      text,
    reason     text not null
) strict;
create index clock_extensions_case on clock_extensions (case_id, noticed_on) where voided = 0;

-- A time in which a limit of the organization's own policy did not run.
create table clock_pauses (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id text not null,
    clock   text not null,
    from_on text not null,
    to_on   text,
    why     text not null
) strict;
create index clock_pauses_case on clock_pauses (case_id, from_on) where voided = 0;

-- What the office settled about its rules, one entry for each thing, with who confirmed it.
create table clock_choices (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    key          text not null,
    value        text,
    policy       text,
    confirmed_by text,
    confirmed_on text
) strict;

-- The text of every version of a rule pack that a case started under, and of those the office
-- corrected itself.
create table rule_packs (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    pack    text not null,
    version text not null,
    brought integer not null,
    name    text not null,
    text    text not null
) strict;
create index rule_packs_version on rule_packs (pack, version);
