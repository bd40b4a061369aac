-- What the office wrote, adapted or took out of the library: the working copy. What was published
-- stands in leaflet_versions and never changes.
create table leaflets (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    -- The name that all versions and languages of a leaflet share: that of a shipped one it stands
    -- in for, or its own id.
    key      text not null,
    language text not null,
    -- "leaflet", "policy" or "procedure".
    purpose  text not null,
    -- "draft", "published" or "retired".
    state    text not null,
    title    text not null,
    -- Everything but the text: JSON, as in the front matter of a shipped leaflet.
    front    text,
    body     text not null,
    -- The version that is out; 0 before the first.
    version  integer not null,
    reviewer  text,
    review_by text,
    -- The version of the shipped leaflet it was adapted from.
    based_on_version integer,
    retired_why text
) strict;
create index leaflets_key on leaflets (key, language) where voided = 0;

-- A leaflet as it was put out, or as it was when it was first handed to somebody.
create table leaflet_versions (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    key      text not null,
    language text not null,
    version  integer not null,
    -- "shipped" or "office".
    origin   text not null,
    purpose  text not null,
    title    text not null,
    front    text not null,
    body     text not null,
    changed  text not null
) strict;
create index leaflet_versions_key on leaflet_versions (key, language, origin, version) where voided = 0;

-- How to reach those who can help: filled in once for all leaflets.
create table leaflet_helpers (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    slot    text not null,
    name    text,
    phone   text,
    address text,
    web     text,
    hours   text
) strict;
create index leaflet_helpers_slot on leaflet_helpers (slot, n) where voided = 0;

-- A number that is a default until somebody says that it holds for this office.
create table leaflet_limits (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    rule    text not null,
    figure  text not null,
    confirmed integer not null
) strict;
create index leaflet_limits_rule on leaflet_limits (rule, figure, n) where voided = 0;

-- A leaflet that was given to somebody.
create table handouts (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    person   text not null,
    case_id  text,
    -- The leaflet_versions row: what the person really got.
    text_id  text not null,
    key      text not null,
    language text not null,
    version  integer not null,
    title    text not null,
    way      text not null,
    given_at text not null,
    -- The unit of the case on that day, for the register.
    unit     text,
    note     text
) strict;
create index handouts_person on handouts (person, given_at desc, n desc) where voided = 0;
create index handouts_case on handouts (case_id, given_at desc, n desc) where voided = 0;
create index handouts_given on handouts (given_at) where voided = 0;

-- What the person said back, point by point.
create table teach_backs (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    handout  text not null,
    at       text not null,
    -- JSON: [{ask, outcome, words}].
    points   text not null,
    interpreter integer not null,
    note     text,
    -- The day to go over it again, when something is not understood yet.
    again_on text
) strict;
create index teach_backs_handout on teach_backs (handout, n) where voided = 0;
create index teach_backs_again on teach_backs (again_on) where voided = 0 and again_on is not null;

-- The rights at stake in a case.
create table case_rights (
    n       integer primary key,
    id      text    not null unique,
    scope   text    not null,
    voided  integer not null default 0,
    made_at text    not null,
    made_by text    not null,
    case_id text not null,
    -- JSON list of ids.
    rights  text not null
) strict;
create index case_rights_case on case_rights (case_id, n) where voided = 0;
