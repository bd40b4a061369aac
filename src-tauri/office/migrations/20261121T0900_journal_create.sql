-- The journal: what was done, by whom, when. Everything else can be rebuilt from it.

-- Projected tables are written by the journal only. Mode 1 while it does; 2 while a purge runs.
create table apply_guard (
    k    integer primary key check (k = 1),
    mode integer not null
) strict;
insert into apply_guard (k, mode) values (1, 0);

-- Who this copy of the store is. Never copied by a restore: a copy gets a replica of its own.
create table local_identity (
    k       integer primary key check (k = 1),
    office  text not null,
    device  text not null,
    replica text not null,
    place   text not null,
    made_at text not null
) strict;

-- One row for each action. `n` is the order of arrival here and never leaves the laptop.
create table journal_entry (
    n         integer primary key,
    id        text    not null unique,
    replica   text    not null,
    seq       integer not null,
    at        text    not null,
    actor     text    not null,
    device    text    not null,
    action    text    not null,
    app       text    not null,
    digests   text    not null,
    prev_hash text    not null,
    hash      text    not null
) strict;
-- Not unique on purpose: a fork keeps both entries and is flagged, nothing is dropped.
create index journal_entry_chain on journal_entry (replica, seq);

-- An entry's part in one scope, so that a purged case leaves the chain whole.
create table journal_slice (
    entry  text not null,
    scope  text not null,
    salt   text not null,
    reason text,
    facts  text,
    digest text not null,
    primary key (entry, scope)
) strict, without rowid;
create index journal_slice_scope on journal_slice (scope, entry);

create table journal_change (
    n      integer primary key,
    entry  text    not null,
    ord    integer not null,
    kind   text    not null,
    record text    not null,
    scope  text    not null,
    base   text    not null,
    fields text    not null
) strict;
create index journal_change_record on journal_change (record, n);
create index journal_change_entry on journal_change (entry, ord);

-- Derived: each record once, with the changes that nobody has superseded.
create table journal_record (
    n     integer primary key,
    id    text not null unique,
    kind  text not null,
    scope text not null,
    heads text not null
) strict;

-- A head is signed with the person's own key when they lock, export or hand over.
create table journal_head (
    replica text    not null,
    seq     integer not null,
    hash    text    not null,
    signer  text    not null,
    why     text    not null,
    at      text    not null,
    sig     text    not null,
    primary key (replica, seq, signer)
) strict, without rowid;

create trigger journal_entry_kept_u before update on journal_entry
begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_entry_kept_d before delete on journal_entry
begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_slice_kept_u before update on journal_slice
when (select mode from apply_guard) is not 2
begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_slice_kept_d before delete on journal_slice
when (select mode from apply_guard) is not 2
begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_change_kept_u before update on journal_change
begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_change_kept_d before delete on journal_change
when (select mode from apply_guard) is not 2
begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_head_kept_u before update on journal_head
begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_head_kept_d before delete on journal_head
begin select raise(abort, 'the journal is append-only'); end;
