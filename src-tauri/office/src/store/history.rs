//! What happened to a record or in a case, and taking the last action back.

use serde_json::Value;
use sqlx::SqliteConnection;

use super::journal::parse_fields;
use super::project::{VOIDED, fold_into, parse_list};
use super::records::{Change, Fields, Kinds};
use super::row::row;
use super::tx::{Reads, WriteTx, failed};
use crate::kernel::{Error, Id, Kind, OrNotFound, Result};

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
        n: i64,
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
        r"select e.n, e.id, e.at, e.actor, e.action, s.reason, s.facts
          from journal_slice s join journal_entry e on e.id = s.entry
          where s.scope = ?1 order by e.n desc limit ?2",
    )
    .bind(scope.to_string())
    .bind(MOST)
    .fetch_all(tx.connection())
    .await
    .map_err(failed)?;
    let mut history = Vec::with_capacity(entries.len());
    for entry in entries {
        let changes: Vec<ChangeRow> = sqlx::query_as(
            r"select n, kind, record, fields from journal_change
              where entry = ?1 and scope = ?2 order by ord",
        )
        .bind(&entry.id)
        .bind(scope.to_string())
        .fetch_all(tx.connection())
        .await
        .map_err(failed)?;
        history.push(happening(tx.connection(), entry, changes).await?);
    }
    Ok(history)
}

/// Everything done to one record, newest first, at most 200 entries.
pub async fn of_record(tx: &mut impl Reads, record: Id) -> Result<Vec<Happening>> {
    let entries: Vec<EntryRow> = sqlx::query_as(
        r"select e.n, e.id, e.at, e.actor, e.action, s.reason, s.facts
          from journal_change c
          join journal_entry e on e.id = c.entry
          join journal_slice s on s.entry = c.entry and s.scope = c.scope
          where c.record = ?1 order by c.n desc limit ?2",
    )
    .bind(record.to_string())
    .bind(MOST)
    .fetch_all(tx.connection())
    .await
    .map_err(failed)?;
    let mut history = Vec::with_capacity(entries.len());
    for entry in entries {
        let changes: Vec<ChangeRow> = sqlx::query_as(
            r"select n, kind, record, fields from journal_change
              where entry = ?1 and record = ?2 order by ord",
        )
        .bind(&entry.id)
        .bind(record.to_string())
        .fetch_all(tx.connection())
        .await
        .map_err(failed)?;
        history.push(happening(tx.connection(), entry, changes).await?);
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
    struct UndoRow { n: i64, kind: String, record: String, scope: String, fields: String, heads: String, id: String }
}

/// Whether every change of `entry` still stands, so that it can be taken back.
pub async fn is_undoable(connection: &mut SqliteConnection, entry: &str) -> Result<bool> {
    let rows = changes_of(connection, entry).await?;
    Ok(!rows.is_empty() && rows.iter().all(stands))
}

fn stands(row: &UndoRow) -> bool {
    parse_list(&row.heads) == [row.id.clone()]
}

async fn changes_of(connection: &mut SqliteConnection, entry: &str) -> Result<Vec<UndoRow>> {
    sqlx::query_as(
        r"select c.n, c.kind, c.record, c.scope, c.fields, r.heads, c.entry || '/' || c.ord as id
          from journal_change c join journal_record r on r.id = c.record
          where c.entry = ?1 order by c.ord desc",
    )
    .bind(entry)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Takes `entry` back by a compensating entry: earlier values return, new records are voided.
///
/// Refused once anything built on it, or when somebody else did it.
pub async fn undo(tx: &mut WriteTx, kinds: &Kinds, entry: Id) -> Result<()> {
    let entry = entry.to_string();
    let actor: String = sqlx::query_scalar("select actor from journal_entry where id = ?1")
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
    if !rows.iter().all(stands) {
        let message = "This can't be taken back any more: something was built on it since.";
        return Err(Error::new(Kind::Conflict, message));
    }
    tx.note("undoes", entry);
    for row in rows {
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
        tx.record(Change { kind, record, scope: Id::parse(&row.scope)?, fields }).await?;
    }
    Ok(())
}
