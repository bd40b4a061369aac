-- One running time limit on a case. Met by an event with its evidence, never by a status.
create table clocks (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id      text not null,
    pack         text not null,
    rule         text not null,
    rule_version text not null,
    name         text not null,
    started_at   text not null,
    due          text not null,
    due_by       text,
    met_on       text,
    met_contact  text,
    stopped_on   text,
    stop_reason  text
) strict;
create index clocks_case on clocks (case_id, due) where voided = 0;
create index clocks_open on clocks (due, case_id)
    where voided = 0 and met_on is null and stopped_on is null;
create index clocks_evidence on clocks (met_contact) where met_contact is not null;

-- A date an advocate gave someone. Shown beside clocks, never confused with them.
create table promises (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id     text not null,
    what        text not null,
    due         text not null,
    to_person   text,
    to_name     text not null,
    promised_on text not null,
    contact     text,
    kept_on     text,
    kept_contact text
) strict;
create index promises_case on promises (case_id, due) where voided = 0;
create index promises_open on promises (due, case_id) where voided = 0 and kept_on is null;
create index promises_contact on promises (contact) where contact is not null;

-- The nearest open clock or promise of each case, so that a list can be ordered by it.
create table case_next (
    case_id text primary key,
    due     text not null,
    what    text not null,
    label   text not null
) strict, without rowid;
create index case_next_due on case_next (due, case_id);

create view case_open_due as
    select case_id, due, 'clock' as what, name as label, n from clocks
    where voided = 0 and met_on is null and stopped_on is null
    union all
    select case_id, due, 'promise', what, n from promises
    where voided = 0 and kept_on is null;

create trigger clocks_next_i after insert on clocks begin
    delete from case_next where case_id = new.case_id;
    insert into case_next (case_id, due, what, label)
        select case_id, due, what, label from case_open_due where case_id = new.case_id
        order by due, what, n limit 1;
end;
create trigger clocks_next_u after update on clocks begin
    delete from case_next where case_id = new.case_id;
    insert into case_next (case_id, due, what, label)
        select case_id, due, what, label from case_open_due where case_id = new.case_id
        order by due, what, n limit 1;
end;
create trigger promises_next_i after insert on promises begin
    delete from case_next where case_id = new.case_id;
    insert into case_next (case_id, due, what, label)
        select case_id, due, what, label from case_open_due where case_id = new.case_id
        order by due, what, n limit 1;
end;
create trigger promises_next_u after update on promises begin
    delete from case_next where case_id = new.case_id;
    insert into case_next (case_id, due, what, label)
        select case_id, due, what, label from case_open_due where case_id = new.case_id
        order by due, what, n limit 1;
end;
create trigger clocks_next_d after delete on clocks begin
    delete from case_next where case_id = old.case_id;
end;
create trigger promises_next_d after delete on promises begin
    delete from case_next where case_id = old.case_id;
end;
