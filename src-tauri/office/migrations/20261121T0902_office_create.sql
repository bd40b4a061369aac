-- The office itself: one record.
create table office (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    name               text    not null,
    profile            text    not null,
    time_zone          text    not null,
    paper              text    not null,
    lock_after_minutes integer not null,
    sample             integer not null
) strict;

-- One row for each incarnation of the store; its prefix starts the numbers of the cases it opens.
create table replicas (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    prefix   text not null,
    previous text
) strict;

-- People who work in the office.
create table staff (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    name  text not null,
    roles text not null,
    slot  text not null
) strict;
