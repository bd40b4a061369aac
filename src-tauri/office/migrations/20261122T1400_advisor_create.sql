-- What somebody decided a case is, with the advice they had: one row for each decision, the latest
-- in force. It grows and is never edited.
create table classifications (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id text not null,
    -- The decision table that was asked, and its version.
    profile text not null,
    version text not null,
    -- JSON: [{asked, said}], codes of the table.
    answers text not null,
    -- The row the answers led to, with its words as they were then.
    rule     text not null,
    called   text not null,
    citation text not null,
    -- The kind that row files a case as, and the kind that was chosen.
    advised text not null,
    chosen  text not null,
    -- The kind the case was before.
    was     text not null,
    -- Why something else was chosen than was advised.
    reason  text,
    -- The other reading that was shown beside the advice.
    other   text
) strict;
create index classifications_case on classifications (case_id, n) where voided = 0;
