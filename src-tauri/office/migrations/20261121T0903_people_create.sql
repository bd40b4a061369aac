-- Everyone else: patients, relatives, representatives, hospital staff, departments, payers.
create table people (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    kind            text not null,
    prefix          text,
    given           text,
    middle          text,
    family          text,
    suffix          text,
    whole           text,
    preferred_name  text,
    pronouns        text,
    birth_date      text,
    death_date      text,
    spoken_language text,
    written_language text,
    interpreter     integer not null,
    needs           text,
    identifiers     text not null,
    phones          text not null,
    emails          text not null,
    address         text,
    unit            text,
    title           text,
    member_of       text,
    notes           text,
    sources         text not null,
    -- Worked out from the fields above, for lists and search.
    name            text not null,
    sort_name       text not null,
    name_fold       text not null,
    search_words    text not null,
    identifier_keys text not null
) strict;
create index people_list on people (sort_name, n) where voided = 0;
create index people_kind on people (kind, sort_name, n) where voided = 0;
create index people_name on people (name_fold) where voided = 0;

create table person_identifier (
    person text not null,
    value  text not null,
    primary key (value, person)
) strict, without rowid;
create index person_identifier_person on person_identifier (person);

create virtual table people_search using fts5 (
    words, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

create trigger people_search_i after insert on people begin
    insert into people_search (rowid, words) values (new.n, new.search_words);
    insert into person_identifier (person, value)
        select distinct new.id, j.value from json_each(new.identifier_keys) j;
end;
create trigger people_search_u after update on people begin
    delete from people_search where rowid = old.n;
    insert into people_search (rowid, words) values (new.n, new.search_words);
    delete from person_identifier where person = new.id;
    insert into person_identifier (person, value)
        select distinct new.id, j.value from json_each(new.identifier_keys) j;
end;
create trigger people_search_d after delete on people begin
    delete from people_search where rowid = old.n;
    delete from person_identifier where person = old.id;
end;

-- A time somebody was a patient somewhere.
create table stays (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    person   text not null,
    unit     text,
    place    text,
    from_day text,
    to_day   text,
    kind     text,
    sources  text not null
) strict;
create index stays_person on stays (person, from_day) where voided = 0;

-- What pays for somebody's care.
create table coverages (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    person        text not null,
    payer         text,
    payer_name    text not null,
    member_number text,
    plan          text,
    from_day      text,
    to_day        text,
    sources       text not null
) strict;
create index coverages_person on coverages (person) where voided = 0;

-- By which numbers an import knows a stay or coverage again, and whose it is.
create table person_attachment (
    value  text not null,
    person text not null,
    record text not null,
    primary key (value, person, record)
) strict, without rowid;
create index person_attachment_record on person_attachment (record);

create trigger stays_source_i after insert on stays begin
    insert into person_attachment (value, person, record)
        select distinct j.value, new.person, new.id from json_each(new.sources) j
        where new.voided = 0;
end;
create trigger stays_source_u after update on stays begin
    delete from person_attachment where record = new.id;
    insert into person_attachment (value, person, record)
        select distinct j.value, new.person, new.id from json_each(new.sources) j
        where new.voided = 0;
end;
create trigger stays_source_d after delete on stays begin
    delete from person_attachment where record = old.id;
end;
create trigger coverages_source_i after insert on coverages begin
    insert into person_attachment (value, person, record)
        select distinct j.value, new.person, new.id from json_each(new.sources) j
        where new.voided = 0;
end;
create trigger coverages_source_u after update on coverages begin
    delete from person_attachment where record = new.id;
    insert into person_attachment (value, person, record)
        select distinct j.value, new.person, new.id from json_each(new.sources) j
        where new.voided = 0;
end;
create trigger coverages_source_d after delete on coverages begin
    delete from person_attachment where record = old.id;
end;
