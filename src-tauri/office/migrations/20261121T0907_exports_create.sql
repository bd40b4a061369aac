-- Each copy that left the office: what, for whom, why, and the fingerprint of its bytes.
create table disclosures (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id   text not null,
    way       text not null,
    copy      text not null,
    paper     text not null,
    reason    text not null,
    recipient text not null,
    file_name text,
    sha256    text not null,
    bytes     integer not null
) strict;
create index disclosures_case on disclosures (case_id, n) where voided = 0;
