-- What somebody is in the middle of writing. Kept on this laptop only, outside the journal,
-- until it is saved as something real.
create table draft (
    owner    text not null,
    key      text not null,
    title    text not null,
    body     text not null,
    saved_at text not null,
    primary key (owner, key)
) strict, without rowid;
