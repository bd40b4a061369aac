//! What happened to a record or in a case, and taking the last action back.

use std::collections::HashSet;

use serde_json::Value;
use sqlx::SqliteConnection;

use super::journal::parse_fields;
use super::project::{VOIDED, fold_into, parse_list};
use super::records::{Change, Fields, Kinds};
use super::row::row;
use super::tx::{Reads, WriteTx, failed};
use crate::kernel::{Error, Id, OrNotFound, Result};

/// The record's fields now, or `None` if the journal does not have it.
pub(super) async fn standing(
    connection: &mut SqliteConnection,
    record: &str,
) -> Result<Option<Fields>> {
    state_before(connection, record, i64::MAX).await
}

/// The record's fields as they stood before change `n`.
async fn state_before(
    connection: &mut SqliteConnection,
    record: &str,
    n: i64,
) -> Result<Option<Fields>> {
    let texts: Vec<String> = sqlx::query_scalar(
        "select fields from journal_change where record = ?1 and n < ?2 order by n",
    )
    .bind(record)
    .bind(n)
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    let mut state = None;
    for text in texts {
        fold_into(state.get_or_insert_with(Fields::new), &parse_fields(&text));
    }
    Ok(state)
}

/// One thing that was done.
#[derive(Debug, Clone)]
pub struct Happening {
    /// The journal entry.
    pub entry: String,
    /// When, as RFC 3339 UTC.
    pub at: String,
    /// Who: the id of a staff member.
    pub actor: String,
    /// The command's name.
    pub action: String,
    /// Why, in the person's words.
    pub reason: Option<String>,
    /// Facts of the action itself.
    pub facts: Fields,
    /// What changed, field by field.
    pub changes: Vec<Changed>,
}

/// One field that changed.
#[derive(Debug, Clone)]
pub struct Changed {
    /// The kind of record.
    pub kind: String,
    /// The record.
    pub record: String,
    /// The field.
    pub field: String,
    /// What stood before.
    pub from: Value,
    /// What stands after.
    pub to: Value,
}

row! {
    struct EntryRow {
        id: String,
        at: String,
        actor: String,
        action: String,
        reason: Option<String>,
        facts: Option<String>,
    }
}

row! {
    struct ChangeRow { n: i64, kind: String, record: String, fields: String }
}

/// How much of a history is read at once.
const MOST: i64 = 200;

/// Everything done in a scope (such as a case), newest first, at most 200 entries.
pub async fn of_scope(tx: &mut impl Reads, scope: Id) -> Result<Vec<Happening>> {
    let entries: Vec<EntryRow> = sqlx::query_as(
        r"select e.id, e.at, e.actor, e.action, s.reason, s.facts
          from journal_slice s join journal_entry e on e.id = s.entry
          where s.scope = ?1 order by e.n desc limit ?2",
    )
    .bind(scope.to_string())
    .bind(MOST)
    .fetch_all(tx.connection())
    .await
    .map_err(failed)?;
    gather(tx.connection(), entries, CHANGES_IN_SCOPE, scope).await
}

/// Everything done to one record, newest first, at most 200 entries.
pub async fn of_record(tx: &mut impl Reads, record: Id) -> Result<Vec<Happening>> {
    let entries: Vec<EntryRow> = sqlx::query_as(
        r"select distinct e.n, e.id, e.at, e.actor, e.action, s.reason, s.facts
          from journal_change c
          join journal_entry e on e.id = c.entry
          join journal_slice s on s.entry = c.entry and s.scope = c.scope
          where c.record = ?1 order by e.n desc limit ?2",
    )
    .bind(record.to_string())
    .bind(MOST)
    .fetch_all(tx.connection())
    .await
    .map_err(failed)?;
    gather(tx.connection(), entries, CHANGES_OF_RECORD, record).await
}

/// What an entry changed in one scope.
const CHANGES_IN_SCOPE: &str = r"select n, kind, record, fields from journal_change
    where entry = ?1 and scope = ?2 order by ord";

/// What an entry changed in one record.
const CHANGES_OF_RECORD: &str = r"select n, kind, record, fields from journal_change
    where entry = ?1 and record = ?2 order by ord";

/// Each entry with the part of its changes that `sql` reads for `of`.
async fn gather(
    connection: &mut SqliteConnection,
    entries: Vec<EntryRow>,
    sql: &'static str,
    of: Id,
) -> Result<Vec<Happening>> {
    let of = of.to_string();
    let mut history = Vec::with_capacity(entries.len());
    for entry in entries {
        let changes: Vec<ChangeRow> = sqlx::query_as(sql)
            .bind(&entry.id)
            .bind(&of)
            .fetch_all(&mut *connection)
            .await
            .map_err(failed)?;
        history.push(happening(connection, entry, changes).await?);
    }
    Ok(history)
}

async fn happening(
    connection: &mut SqliteConnection,
    entry: EntryRow,
    changes: Vec<ChangeRow>,
) -> Result<Happening> {
    let mut changed = Vec::new();
    for change in changes {
        let before = state_before(connection, &change.record, change.n).await?.unwrap_or_default();
        for (field, to) in parse_fields(&change.fields) {
            let from = before.get(&field).cloned().unwrap_or(Value::Null);
            changed.push(Changed {
                kind: change.kind.clone(),
                record: change.record.clone(),
                field,
                from,
                to,
            });
        }
    }
    Ok(Happening {
        entry: entry.id,
        at: entry.at,
        actor: entry.actor,
        action: entry.action,
        reason: entry.reason,
        facts: entry.facts.as_deref().map(parse_fields).unwrap_or_default(),
        changes: changed,
    })
}

row! {
    struct UndoRow {
        n: i64, kind: String, record: String, scope: String, fields: String, heads: String,
        id: String, fresh: bool,
    }
}

async fn changes_of(connection: &mut SqliteConnection, entry: &str) -> Result<Vec<UndoRow>> {
    sqlx::query_as(
        r"select c.n, c.kind, c.record, c.scope, c.fields, r.heads, c.entry || '/' || c.ord as id,
                 not exists (select 1 from journal_change b
                             where b.record = c.record and b.n < c.n) as fresh
          from journal_change c join journal_record r on r.id = c.record
          where c.entry = ?1 order by c.ord desc",
    )
    .bind(entry)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Whether the last change that the entry made to each record is still the last one.
///
/// `rows` come last first, so the first of each record is the one to ask.
fn all_stand(rows: &[UndoRow]) -> bool {
    let mut seen = HashSet::new();
    rows.iter()
        .filter(|row| seen.insert(row.record.as_str()))
        .all(|row| parse_list(&row.heads) == [row.id.clone()])
}

/// How many changes ago new records may have been made and still be taken back.
const REACH: i64 = 1_000;

row! {
    struct LaterRow { n: i64, entry: String, record: String, scope: String, fields: String }
}

/// A change of late, with the records it belongs to or names.
struct Later {
    n: i64,
    entry: String,
    record: String,
    names: HashSet<String>,
}

async fn of_late(connection: &mut SqliteConnection) -> Result<Vec<Later>> {
    let rows: Vec<LaterRow> = sqlx::query_as(
        "select n, entry, record, scope, fields from journal_change order by n desc limit ?1",
    )
    .bind(REACH)
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let mut names = names_in(&parse_fields(&row.fields));
            names.insert(row.scope);
            Later { n: row.n, entry: row.entry, record: row.record, names }
        })
        .collect())
}

/// The ids that stand in these fields.
fn names_in(fields: &Fields) -> HashSet<String> {
    let mut names = HashSet::new();
    let mut rest: Vec<&Value> = fields.values().collect();
    while let Some(value) = rest.pop() {
        match value {
            Value::String(text) if text.len() == ID_LENGTH => {
                names.insert(text.clone());
            }
            Value::Array(list) => rest.extend(list),
            Value::Object(map) => rest.extend(map.values()),
            _ => {}
        }
    }
    names
}

/// The length of a UUID as text.
const ID_LENGTH: usize = 36;

/// Whether something that still stands rests on a record that the entry made.
///
/// Of what was made too long ago to look at everything since, it is taken for granted.
async fn is_built_upon(
    connection: &mut SqliteConnection,
    entry: &str,
    rows: &[UndoRow],
    late: &[Later],
) -> Result<bool> {
    let made: HashSet<&str> =
        rows.iter().filter(|row| row.fresh).map(|row| row.record.as_str()).collect();
    let last = rows.iter().map(|row| row.n).max().unwrap_or_default();
    if made.is_empty() {
        return Ok(false);
    }
    let all_seen = i64::try_from(late.len()).is_ok_and(|seen| seen < REACH)
        || late.last().is_some_and(|oldest| oldest.n <= last + 1);
    if !all_seen {
        return Ok(true);
    }
    for later in late.iter().filter(|later| later.n > last && later.entry != entry) {
        if !later.names.iter().any(|name| made.contains(name.as_str())) {
            continue;
        }
        let state = standing(connection, &later.record).await?.unwrap_or_default();
        let voided = state.get(VOIDED).and_then(Value::as_bool).unwrap_or_default();
        let mut names = names_in(&state);
        names.extend(scope_of(connection, &later.record).await?);
        if !voided && names.iter().any(|name| made.contains(name.as_str())) {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn scope_of(connection: &mut SqliteConnection, record: &str) -> Result<Option<String>> {
    sqlx::query_scalar("select scope from journal_record where id = ?1")
        .bind(record)
        .fetch_optional(connection)
        .await
        .map_err(failed)
}

/// Which of these entries can still be taken back: what they changed stands, and nothing that
/// stands was built on it.
pub async fn undoable(
    connection: &mut SqliteConnection,
    entries: &[String],
) -> Result<HashSet<String>> {
    let mut found = HashSet::new();
    if entries.is_empty() {
        return Ok(found);
    }
    let late = of_late(connection).await?;
    for entry in entries {
        let rows = changes_of(connection, entry).await?;
        if !rows.is_empty()
            && all_stand(&rows)
            && !is_built_upon(connection, entry, &rows, &late).await?
        {
            found.insert(entry.clone());
        }
    }
    Ok(found)
}

/// Takes `entry` back by a compensating entry: earlier values return, new records are voided.
///
/// Refused once anything built on it, when somebody else did it, or when `is_lasting` says that
/// such an action stays done.
pub async fn undo(
    tx: &mut WriteTx,
    kinds: &Kinds,
    entry: Id,
    is_lasting: fn(&str) -> bool,
) -> Result<()> {
    let entry = entry.to_string();
    let (actor, action): (String, String) =
        sqlx::query_as("select actor, action from journal_entry where id = ?1")
            .bind(&entry)
            .fetch_optional(tx.connection())
            .await
            .map_err(failed)?
            .or_not_found("action")?;
    if actor != tx.author().id.to_string() {
        return Err(Error::denied("Only the person who did this can take it back."));
    }
    let rows = changes_of(tx.connection(), &entry).await?;
    if rows.is_empty() {
        return Err(Error::conflict("This changed nothing that could be taken back."));
    }
    if is_lasting(&action) {
        return Err(Error::conflict("This can't be taken back: it stays on the record."));
    }
    let late = of_late(tx.connection()).await?;
    if !all_stand(&rows) || is_built_upon(tx.connection(), &entry, &rows, &late).await? {
        let message = "This can't be taken back any more: something was built on it since.";
        return Err(Error::conflict(message));
    }
    tx.note("undoes", entry);
    for row in rows {
        take_back(tx, kinds, row).await?;
    }
    Ok(())
}

async fn take_back(tx: &mut WriteTx, kinds: &Kinds, row: UndoRow) -> Result<()> {
    let kind = kinds.find(&row.kind).or_not_found("kind of record")?.name;
    let before = state_before(tx.connection(), &row.record, row.n).await?;
    let fields = match before {
        None => Fields::from_iter([(VOIDED.to_owned(), Value::Bool(true))]),
        Some(before) => parse_fields(&row.fields)
            .into_iter()
            .map(|(name, _)| {
                let value = before.get(&name).cloned().unwrap_or(Value::Null);
                (name, value)
            })
            .collect(),
    };
    let record = Id::parse(&row.record)?;
    tx.record(Change { kind, record, scope: Id::parse(&row.scope)?, fields }).await
}
