-- The contact log only grows. An amendment is a row of its own; both stay.
create table contacts (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id     text not null,
    channel     text not null,
    direction   text not null,
    at          text not null,
    minutes     integer,
    with_person text,
    with_name   text not null,
    reached     text not null,
    summary     text not null
) strict;
create index contacts_case on contacts (case_id, at desc, n desc) where voided = 0;

create table contact_versions (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    contact     text not null,
    reason      text not null,
    channel     text not null,
    direction   text not null,
    at          text not null,
    minutes     integer,
    with_person text,
    with_name   text not null,
    reached     text not null,
    summary     text not null
) strict;
create index contact_versions_contact on contact_versions (contact, n) where voided = 0;
