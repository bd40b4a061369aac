//! Projects changes into tables. The same path serves live writing and rebuilding.

use serde_json::Value;
use sqlx::SqliteConnection;
use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteArguments};

use super::records::{Fields, Kinds};
use super::tx::failed;
use crate::kernel::Result;

/// The field by which a record is taken back. Every kind has it.
pub(super) const VOIDED: &str = "voided";

/// A change as it stands in the journal.
pub(super) struct Landed {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) record: String,
    pub(super) scope: String,
    pub(super) base: String,
    pub(super) fields: Fields,
    pub(super) at: String,
    pub(super) actor: String,
}

/// The changes of a record that nobody has superseded, as a JSON list: empty if it is not known.
pub(super) async fn heads(connection: &mut SqliteConnection, record: &str) -> Result<String> {
    let heads: Option<String> =
        sqlx::query_scalar("select heads from journal_record where id = ?1")
            .bind(record)
            .fetch_optional(connection)
            .await
            .map_err(failed)?;
    Ok(heads.unwrap_or_else(|| "[]".into()))
}

/// Brings one change into `journal_record`, where the record's heads were `before`, and into its
/// kind's table.
///
/// A kind this version does not know is kept in the journal and left out of the tables.
pub(super) async fn apply(
    connection: &mut SqliteConnection,
    kinds: &Kinds,
    change: &Landed,
    before: &str,
    merged: &Fields,
) -> Result<()> {
    let heads = heads_after(before, change);
    let n: i64 = sqlx::query_scalar(
        r"insert into journal_record (id, kind, scope, heads) values (?1, ?2, ?3, ?4)
          on conflict (id) do update set heads = excluded.heads returning n",
    )
    .bind(&change.record)
    .bind(&change.kind)
    .bind(&change.scope)
    .bind(heads)
    .fetch_one(&mut *connection)
    .await
    .map_err(failed)?;
    let Some(layout) = kinds.layout(&change.kind) else { return Ok(()) };
    let computed = (layout.kind.compute)(merged);
    let voided = merged.get(VOIDED).and_then(Value::as_bool).unwrap_or_default();
    let mut query = sqlx::query(layout.upsert)
        .bind(n)
        .bind(&change.record)
        .bind(&change.scope)
        .bind(voided)
        .bind(&change.at)
        .bind(&change.actor);
    for column in &layout.columns {
        let value = computed.get(*column).or_else(|| merged.get(*column));
        query = bind(query, value.unwrap_or(&Value::Null));
    }
    query.execute(connection).await.map_err(failed)?;
    Ok(())
}

/// The record's heads once `change` is in: those it did not see, and itself.
fn heads_after(before: &str, change: &Landed) -> String {
    let mut heads = parse_list(before);
    let seen = parse_list(&change.base);
    heads.retain(|h| !seen.contains(h));
    heads.push(change.id.clone());
    heads.sort();
    Value::from(heads).to_string()
}

/// Reads a JSON list of texts; anything else is empty.
pub(super) fn parse_list(text: &str) -> Vec<String> {
    serde_json::from_str(text).unwrap_or_default()
}

fn bind<'q>(
    query: Query<'q, Sqlite, SqliteArguments>,
    value: &Value,
) -> Query<'q, Sqlite, SqliteArguments> {
    match value {
        Value::Null => query.bind(None::<String>),
        Value::Bool(flag) => query.bind(*flag),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => query.bind(whole),
            None => query.bind(number.as_f64()),
        },
        Value::String(text) => query.bind(text.clone()),
        list_or_map => query.bind(list_or_map.to_string()),
    }
}

/// Folds the changes of one record, oldest first.
pub(super) fn fold_into(state: &mut Fields, fields: &Fields) {
    for (name, value) in fields {
        state.insert(name.clone(), value.clone());
    }
}
