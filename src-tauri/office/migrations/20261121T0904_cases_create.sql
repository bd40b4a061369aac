-- One matter about one patient, from first word to closing.
create table cases (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    -- Prefix of the laptop, year, running number: "A-26-0143".
    number      text    not null,
    kind        text    not null,
    patient     text,
    raised_by   text,
    relation    text    not null,
    said_how    text    not null,
    said_on     text,
    said_where  text,
    received_on text    not null,
    about       text    not null,
    happened    text    not null,
    wants       text    not null,
    urgency     text    not null,
    unit        text,
    owner       text    not null,
    stage       text    not null,
    closed_on   text,
    outcome     text,
    closing_note text,
    reopened    integer not null default 0,
    -- Worked out from the fields above, for search: without accents and case.
    search_words text not null
) strict;
create index cases_received on cases (received_on desc, n desc) where voided = 0;
create index cases_open on cases (received_on desc, n desc) where voided = 0 and closed_on is null;
create index cases_patient on cases (patient, received_on desc) where voided = 0;
create index cases_raised_by on cases (raised_by) where voided = 0;
create index cases_number on cases (number);
create index cases_unit on cases (unit) where voided = 0;

create virtual table cases_search using fts5 (
    words, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
create trigger cases_search_i after insert on cases begin
    insert into cases_search (rowid, words) values (new.n, new.search_words);
end;
create trigger cases_search_u after update on cases begin
    delete from cases_search where rowid = old.n;
    insert into cases_search (rowid, words) values (new.n, new.search_words);
end;
create trigger cases_search_d after delete on cases begin
    delete from cases_search where rowid = old.n;
end;

-- One thing complained of or asked inside a case; decided on its own.
create table case_issues (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id text not null,
    about   text not null,
    state   text not null,
    outcome text,
    finding text
) strict;
create index case_issues_case on case_issues (case_id, n) where voided = 0;

-- Who has a part in a case, and whether they may be told about it.
create table case_parties (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id     text    not null,
    person      text    not null,
    role        text    not null,
    relation    text,
    may_be_told integer not null
) strict;
create index case_parties_case on case_parties (case_id, n) where voided = 0;
create index case_parties_person on case_parties (person) where voided = 0;
