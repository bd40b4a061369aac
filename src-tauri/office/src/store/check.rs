//! Is the store whole? The chain, the pages, and the tables against the journal.

use std::collections::HashMap;

use serde_json::Value;
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;

use super::journal::{Header, Slice, canonical_change, hex, parse_fields};
use super::migrate::projected_tables;
use super::project::{self, Landed, fold_into};
use super::records::{Fields, Kinds};
use super::row::row;
use super::tx::failed;
use crate::kernel::{Error, Result};

/// How a check went.
#[derive(Debug, Clone)]
pub struct Step {
    /// What was looked at.
    pub name: &'static str,
    /// Whether it was sound.
    pub ok: bool,
    /// What was found, in words.
    pub words: String,
}

/// Told how far a long check is; answers whether to go on.
pub type Watch<'a> = dyn FnMut(&'static str, u64, u64) -> bool + Send + 'a;

/// How many entries the journal has.
pub async fn entries(connection: &mut SqliteConnection) -> Result<i64> {
    sqlx::query_scalar("select count(*) from journal_entry")
        .fetch_one(connection)
        .await
        .map_err(failed)
}

/// Both page checks, SQLCipher's and SQLite's.
///
/// Each sees what the other misses: one authenticates pages, the other notices a page that is gone.
pub async fn pages(connection: &mut SqliteConnection) -> Vec<Step> {
    let sealed: Vec<String> = sqlx::query_scalar("pragma cipher_integrity_check")
        .fetch_all(&mut *connection)
        .await
        .unwrap_or_else(|_| unreadable());
    let whole: Vec<String> = sqlx::query_scalar("pragma integrity_check")
        .fetch_all(&mut *connection)
        .await
        .unwrap_or_else(|_| unreadable());
    let sound = whole.len() == 1 && whole.first().is_some_and(|w| w == "ok");
    vec![
        Step {
            name: "Seals",
            ok: sealed.is_empty(),
            words: match sealed.len() {
                0 => "Every page still carries its seal.".into(),
                1 => format!("One page has a broken seal: {}.", first(&sealed)),
                n => format!("{n} pages have a broken seal; the first: {}.", first(&sealed)),
            },
        },
        Step {
            name: "Structure",
            ok: sound,
            words: if sound {
                "The file is complete and in order.".into()
            } else {
                format!("The file is damaged: {}.", first(&whole))
            },
        },
    ]
}

/// A file too damaged to be checked to its end.
fn unreadable() -> Vec<String> {
    vec!["it can't be read to its end".into()]
}

fn first(lines: &[String]) -> &str {
    lines.first().map_or("nothing more is known", String::as_str)
}

row! {
    struct EntryRow {
        id: String, replica: String, seq: i64, at: String, actor: String, device: String,
        action: String, app: String, digests: String, prev_hash: String, hash: String,
    }
}
row! {
    struct SliceRow { entry: String, scope: String, salt: String, reason: Option<String>, facts: Option<String>, digest: String }
}
row! {
    struct ChangeRow {
        n: i64, entry: String, ord: i64, kind: String, record: String, scope: String,
        base: String, fields: String,
    }
}

/// Walks the chain of every replica: each entry's parts, digests, hash and link.
pub async fn chain(
    connection: &mut SqliteConnection,
    office: &str,
    watch: &mut Watch<'_>,
) -> Result<Step> {
    let total = u64::try_from(entries(connection).await?).unwrap_or_default();
    let mut last: HashMap<String, (i64, String)> = HashMap::new();
    let (mut after, mut done) = (0_i64, 0_u64);
    loop {
        let rows: Vec<(i64, String)> =
            sqlx::query_as("select n, id from journal_entry where n > ?1 order by n limit 500")
                .bind(after)
                .fetch_all(&mut *connection)
                .await
                .map_err(failed)?;
        let Some((end, _)) = rows.last() else { break };
        after = *end;
        for (_, id) in rows {
            if let Some(fault) = entry_fault(connection, office, &id, &mut last).await? {
                let place = done + 1;
                let words = format!("Entry {place} of {total} does not hold: {fault}");
                return Ok(Step { name: "Journal", ok: false, words });
            }
            done += 1;
        }
        if !watch("Reading the journal", done, total) {
            return Err(stopped());
        }
    }
    if has_strays(connection).await? {
        let words = "It holds changes that belong to no entry.".into();
        return Ok(Step { name: "Journal", ok: false, words });
    }
    let words = match total {
        1 => "One entry.".into(),
        _ => format!("{total} entries, each linked to the one before."),
    };
    Ok(Step { name: "Journal", ok: true, words })
}

/// Whether there are changes or parts of an entry that is not there.
async fn has_strays(connection: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar(
        r"select exists (select 1 from journal_change c
            where not exists (select 1 from journal_entry e where e.id = c.entry))
          or exists (select 1 from journal_slice s
            where not exists (select 1 from journal_entry e where e.id = s.entry))",
    )
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// The person asked a long check to stop.
pub fn stopped() -> Error {
    Error::unavailable("Stopped. Nothing was changed.")
}

async fn entry_fault(
    connection: &mut SqliteConnection,
    office: &str,
    id: &str,
    last: &mut HashMap<String, (i64, String)>,
) -> Result<Option<&'static str>> {
    let entry: EntryRow = sqlx::query_as(
        r"select id, replica, seq, at, actor, device, action, app, digests, prev_hash, hash
          from journal_entry where id = ?1",
    )
    .bind(id)
    .fetch_one(&mut *connection)
    .await
    .map_err(failed)?;
    let digests: Value = serde_json::from_str(&entry.digests).unwrap_or(Value::Null);
    let (seq, prev) = last.get(&entry.replica).cloned().unwrap_or_default();
    let (replica, hash) = (entry.replica.clone(), entry.hash.clone());
    if entry.seq != seq + 1 {
        return Ok(Some("an entry before it is missing."));
    }
    if entry.prev_hash != prev {
        return Ok(Some("it is not linked to the entry before it."));
    }
    if let Some(fault) = slices_fault(connection, id, &digests).await? {
        return Ok(Some(fault));
    }
    let next = (entry.seq, hash.clone());
    let header = Header {
        id: entry.id,
        replica: entry.replica,
        seq: entry.seq,
        at: entry.at,
        actor: entry.actor,
        device: entry.device,
        action: entry.action,
        app: entry.app,
        digests,
        prev_hash: entry.prev_hash,
    };
    if header.hash(office) != hash {
        return Ok(Some("its header was altered."));
    }
    last.insert(replica, next);
    Ok(None)
}

async fn slices_fault(
    connection: &mut SqliteConnection,
    id: &str,
    digests: &Value,
) -> Result<Option<&'static str>> {
    let slices: Vec<SliceRow> = sqlx::query_as(
        r"select entry, scope, salt, reason, facts, digest from journal_slice
          where entry = ?1 order by scope",
    )
    .bind(id)
    .fetch_all(&mut *connection)
    .await
    .map_err(failed)?;
    let changes: Vec<ChangeRow> = sqlx::query_as(
        r"select n, entry, ord, kind, record, scope, base, fields from journal_change
          where entry = ?1 order by ord",
    )
    .bind(id)
    .fetch_all(&mut *connection)
    .await
    .map_err(failed)?;
    let listed = digests.as_object().map(serde_json::Map::len).unwrap_or_default();
    if slices.len() != listed {
        return Ok(Some("a part of it is missing."));
    }
    let mut covered = 0;
    for row in slices {
        let parts: Vec<Value> = changes
            .iter()
            .filter(|c| c.scope == row.scope)
            .map(|c| canonical_change(&c.kind, &c.record, &c.base, &parse_fields(&c.fields)))
            .collect();
        covered += parts.len();
        let signed = digests.get(&row.scope).and_then(Value::as_str).map(str::to_owned);
        let slice = Slice {
            entry: row.entry,
            scope: row.scope,
            salt: row.salt,
            reason: row.reason,
            // What is not JSON any more differs from everything that was ever written.
            facts: row.facts.map(|f| serde_json::from_str(&f).unwrap_or(Value::String(f))),
        };
        let digest = slice.digest(&parts);
        if digest != row.digest || signed.as_ref() != Some(&digest) {
            return Ok(Some("what it changed was altered."));
        }
    }
    let all_covered = covered == changes.len();
    Ok((!all_covered).then_some("a change was slipped in."))
}

/// Compares the tables with what the journal says, and leaves everything as it was.
pub async fn tables(
    connection: &mut SqliteConnection,
    kinds: &Kinds,
    watch: &mut Watch<'_>,
) -> Result<Step> {
    let compared = replay(connection, kinds, watch).await;
    sqlx::query("rollback").execute(connection).await.map_err(failed)?;
    let differing = compared?;
    Ok(Step {
        name: "Records",
        ok: differing.is_empty(),
        words: match differing.first() {
            None => "Every record is what the journal says.".into(),
            Some(table) => format!(
                "{} differ from the journal; the first: {table}.",
                if differing.len() == 1 {
                    "One table".into()
                } else {
                    format!("{} tables", differing.len())
                },
            ),
        },
    })
}

/// Makes the tables anew from the journal. Answers which had differed.
pub async fn rebuild(
    connection: &mut SqliteConnection,
    kinds: &Kinds,
    watch: &mut Watch<'_>,
) -> Result<Vec<String>> {
    match replay(connection, kinds, watch).await {
        Ok(differing) => {
            sqlx::query("commit").execute(connection).await.map_err(failed)?;
            Ok(differing)
        }
        Err(error) => {
            sqlx::query("rollback").execute(connection).await.map_err(failed)?;
            Err(error)
        }
    }
}

/// Replays the journal into emptied tables inside a transaction that the caller ends.
async fn replay(
    connection: &mut SqliteConnection,
    kinds: &Kinds,
    watch: &mut Watch<'_>,
) -> Result<Vec<String>> {
    sqlx::query("begin immediate").execute(&mut *connection).await.map_err(failed)?;
    let names = worked_out(connection).await?;
    let before = fingerprints(connection, &names).await?;
    sqlx::query("update apply_guard set mode = 1")
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    for name in &names {
        let sql = format!("delete from {name}");
        let sql = sqlx::AssertSqlSafe(sql);
        sqlx::query(sql).execute(&mut *connection).await.map_err(failed)?;
    }
    replay_changes(connection, kinds, watch).await?;
    sqlx::query("update apply_guard set mode = 0")
        .execute(&mut *connection)
        .await
        .map_err(failed)?;
    let after = fingerprints(connection, &names).await?;
    Ok(before
        .into_iter()
        .filter(|(table, print)| after.get(table) != Some(print))
        .map(|(table, _)| table)
        .collect())
}

async fn replay_changes(
    connection: &mut SqliteConnection,
    kinds: &Kinds,
    watch: &mut Watch<'_>,
) -> Result<()> {
    let total: i64 = sqlx::query_scalar("select count(*) from journal_change")
        .fetch_one(&mut *connection)
        .await
        .map_err(failed)?;
    let total = u64::try_from(total).unwrap_or_default();
    let mut states: HashMap<String, (Fields, String, String)> = HashMap::new();
    let (mut after, mut done) = (0_i64, 0_u64);
    loop {
        let rows: Vec<ChangeRow> = sqlx::query_as(
            r"select n, entry, ord, kind, record, scope, base, fields from journal_change
              where n > ?1 order by n limit 500",
        )
        .bind(after)
        .fetch_all(&mut *connection)
        .await
        .map_err(failed)?;
        let Some(end) = rows.last() else { return Ok(()) };
        after = end.n;
        for row in rows {
            replay_one(connection, kinds, row, &mut states).await?;
            done += 1;
        }
        if !watch("Comparing the records with the journal", done, total) {
            return Err(stopped());
        }
    }
}

async fn replay_one(
    connection: &mut SqliteConnection,
    kinds: &Kinds,
    row: ChangeRow,
    states: &mut HashMap<String, (Fields, String, String)>,
) -> Result<()> {
    if !states.contains_key(&row.record) {
        let (at, actor): (String, String) =
            sqlx::query_as("select at, actor from journal_entry where id = ?1")
                .bind(&row.entry)
                .fetch_one(&mut *connection)
                .await
                .map_err(failed)?;
        states.insert(row.record.clone(), (Fields::new(), at, actor));
    }
    let Some((state, at, actor)) = states.get_mut(&row.record) else { return Ok(()) };
    let fields = parse_fields(&row.fields);
    fold_into(state, &fields);
    let landed = Landed {
        id: format!("{}/{}", row.entry, row.ord),
        kind: row.kind,
        record: row.record,
        scope: row.scope,
        base: row.base,
        fields,
        at: at.clone(),
        actor: actor.clone(),
    };
    let before = project::heads(connection, &landed.record).await?;
    project::apply(connection, kinds, &landed, &before, state).await
}

/// Every table and search index that is worked out from the journal.
async fn worked_out(connection: &mut SqliteConnection) -> Result<Vec<String>> {
    let mut names = projected_tables(connection).await?;
    let searches: Vec<String> = sqlx::query_scalar(
        r"select name from pragma_table_list
          where schema = 'main' and type = 'virtual' order by name",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    names.extend(searches);
    Ok(names)
}

/// A hash of each of these tables, over every row in order.
async fn fingerprints(
    connection: &mut SqliteConnection,
    names: &[String],
) -> Result<HashMap<String, String>> {
    let mut prints = HashMap::new();
    for name in names {
        prints.insert(name.clone(), fingerprint(connection, name).await?);
    }
    Ok(prints)
}

async fn fingerprint(connection: &mut SqliteConnection, table: &str) -> Result<String> {
    let columns: Vec<String> =
        sqlx::query_scalar("select name from pragma_table_info(?1) order by cid")
            .bind(table)
            .fetch_all(&mut *connection)
            .await
            .map_err(failed)?;
    let list = columns.join(", ");
    let sql = format!("select json_array({list}) as line from {table} order by 1");
    let sql = sqlx::AssertSqlSafe(sql);
    let mut hasher = Sha256::new();
    let lines: Vec<String> = sqlx::query_scalar(sql).fetch_all(connection).await.map_err(failed)?;
    for line in lines {
        hasher.update(line.as_bytes());
        hasher.update(b"\n");
    }
    Ok(hex(&hasher.finalize()))
}

/// Whether every signed head that the store keeps stands in its chain.
pub async fn heads_stand(connection: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar(
        r"select not exists (select 1 from journal_head h
          where not exists (select 1 from journal_entry e
            where e.replica = h.replica and e.seq = h.seq and e.hash = h.hash))",
    )
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// Whether a replica's chain has an entry of this hash at this place.
pub async fn holds(
    connection: &mut SqliteConnection,
    replica: &str,
    seq: i64,
    hash: &str,
) -> Result<bool> {
    sqlx::query_scalar(
        r"select exists (select 1 from journal_entry
          where replica = ?1 and seq = ?2 and hash = ?3)",
    )
    .bind(replica)
    .bind(seq)
    .bind(hash)
    .fetch_one(connection)
    .await
    .map_err(failed)
}
