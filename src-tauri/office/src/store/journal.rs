//! The journal: one append-only record of everything done in the office.
//!
//! An entry's hash covers its header and, for each scope it touches, a salted digest of that
//! scope's part. A purged case therefore leaves the chain whole, and a short value cannot be
//! guessed from its digest.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;

use super::project::Landed;
use super::records::Fields;
use super::tx::{WriteTx, failed};
use crate::kernel::{Id, Result};

/// Marks the id of a journal entry.
pub struct Entry;

/// The id of a journal entry.
pub type EntryId = Id<Entry>;

/// Who does something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The person who works in the office.
    pub id: Id,
    /// What they are called, for screens and documents.
    pub name: String,
}

/// What `close_entry` needs to know of this copy of the store.
#[derive(Debug, Clone)]
pub(super) struct Closing {
    pub(super) office: Id,
    pub(super) replica: Id,
    pub(super) device: Id,
}

/// A change filed under the entry being written.
pub(super) struct Filed {
    pub(super) topics: &'static [&'static str],
    scope: String,
    canonical: Value,
}

impl Filed {
    pub(super) fn new(topics: &'static [&'static str], landed: Landed) -> Self {
        let canonical =
            canonical_change(&landed.kind, &landed.record, &landed.base, &landed.fields);
        Self { topics, scope: landed.scope, canonical }
    }
}

/// The id of the change at place `ord` of `entry`.
pub(super) fn change_id(entry: EntryId, ord: usize) -> String {
    format!("{entry}/{ord}")
}

/// An instant as the journal writes it: UTC, to the millisecond.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The form of a change that its scope's digest covers.
pub(super) fn canonical_change(kind: &str, record: &str, base: &str, fields: &Fields) -> Value {
    let base: Value = serde_json::from_str(base).unwrap_or(Value::Null);
    json!({ "kind": kind, "record": record, "base": base, "fields": fields })
}

/// Writes a change into the journal.
pub(super) async fn append_change(
    connection: &mut SqliteConnection,
    entry: EntryId,
    ord: usize,
    landed: &Landed,
) -> Result<()> {
    sqlx::query(
        r"insert into journal_change (entry, ord, kind, record, scope, base, fields)
          values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(entry.to_string())
    .bind(i64::try_from(ord).unwrap_or(i64::MAX))
    .bind(&landed.kind)
    .bind(&landed.record)
    .bind(&landed.scope)
    .bind(&landed.base)
    .bind(canonical(&Value::Object(landed.fields.clone())))
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

/// The scope of entries that change nothing: what was looked at, searched, printed.
pub const AUDIT: &str = "audit";

/// Writes the entry's slices and header, chained to the one before.
pub(super) async fn close_entry(tx: &mut WriteTx, action: &str) -> Result<()> {
    let mut scopes: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for filed in &tx.filed {
        scopes.entry(filed.scope.clone()).or_default().push(filed.canonical.clone());
    }
    if scopes.is_empty() {
        scopes.insert(AUDIT.to_owned(), Vec::new());
    }
    let mut digests = Map::new();
    for (scope, changes) in scopes {
        let salt = tx.new_id::<()>().uuid().simple().to_string();
        let slice = Slice {
            entry: tx.entry.to_string(),
            scope,
            salt,
            reason: tx.reason.clone(),
            facts: (!tx.facts.is_empty()).then(|| Value::Object(tx.facts.clone())),
        };
        let digest = slice.digest(&changes);
        write_slice(&mut tx.connection, &slice, &digest).await?;
        digests.insert(slice.scope, Value::String(digest));
    }
    let last = last_link(&mut tx.connection, &tx.closing.replica.to_string()).await?;
    let (seq, prev_hash) = last.map_or((1, String::new()), |(seq, hash)| (seq + 1, hash));
    let header = Header {
        id: tx.entry.to_string(),
        replica: tx.closing.replica.to_string(),
        seq,
        at: instant(tx.at),
        actor: tx.author.id.to_string(),
        device: tx.closing.device.to_string(),
        action: action.to_owned(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        digests: Value::Object(digests),
        prev_hash,
    };
    write_header(&mut tx.connection, &header, &header.hash(&tx.closing.office.to_string())).await
}

/// An entry's part in one scope.
pub(super) struct Slice {
    pub(super) entry: String,
    pub(super) scope: String,
    pub(super) salt: String,
    pub(super) reason: Option<String>,
    pub(super) facts: Option<Value>,
}

impl Slice {
    /// SHA-256 over the salt and the canonical JSON of the scope's part.
    pub(super) fn digest(&self, changes: &[Value]) -> String {
        let part = json!({
            "changes": changes, "entry": self.entry, "facts": self.facts,
            "reason": self.reason, "scope": self.scope,
        });
        hex_hash(&["bedside-slice-1", &self.salt, &canonical(&part)])
    }
}

/// An entry's header, as hashed.
pub(super) struct Header {
    pub(super) id: String,
    pub(super) replica: String,
    pub(super) seq: i64,
    pub(super) at: String,
    pub(super) actor: String,
    pub(super) device: String,
    pub(super) action: String,
    pub(super) app: String,
    pub(super) digests: Value,
    pub(super) prev_hash: String,
}

impl Header {
    /// SHA-256 over the office, the canonical JSON of the header and the hash before.
    pub(super) fn hash(&self, office: &str) -> String {
        let header = json!({
            "action": self.action, "actor": self.actor, "app": self.app, "at": self.at,
            "device": self.device, "digests": self.digests, "id": self.id,
            "replica": self.replica, "seq": self.seq,
        });
        hex_hash(&["bedside-entry-1", office, &canonical(&header), &self.prev_hash])
    }
}

/// JSON with sorted keys and no spaces, whatever order the parser kept: what hashes cover.
pub(super) fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<&String, &Value> = map.iter().collect();
            let parts: Vec<String> = sorted
                .into_iter()
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value)))
                .collect();
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(values) => {
            let parts: Vec<String> = values.iter().map(canonical).collect();
            format!("[{}]", parts.join(","))
        }
        plain => plain.to_string(),
    }
}

/// A hash that names something without saying it.
pub(crate) fn fingerprint(parts: &[&str]) -> String {
    hex_hash(parts)
}

/// Keeps a signed head: replica, hash, signer, why, when and signature, in this order.
pub(crate) async fn keep_head(
    connection: &mut SqliteConnection,
    [replica, hash, signer, why, at, sig]: &[&str; 6],
    seq: i64,
) -> Result<()> {
    sqlx::query(
        r"insert into journal_head (replica, seq, hash, signer, why, at, sig)
          values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing",
    )
    .bind(replica.to_string())
    .bind(seq)
    .bind(hash.to_string())
    .bind(signer.to_string())
    .bind(why.to_string())
    .bind(at.to_string())
    .bind(sig.to_string())
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

/// SHA-256 of the parts, each ended by a line feed, in hex.
pub(super) fn hex_hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(b"\n");
    }
    hex(&hasher.finalize())
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The last entry of a replica's chain: its place and hash.
pub(crate) async fn last_link(
    connection: &mut SqliteConnection,
    replica: &str,
) -> Result<Option<(i64, String)>> {
    sqlx::query_as(
        "select seq, hash from journal_entry where replica = ?1 order by seq desc limit 1",
    )
    .bind(replica)
    .fetch_optional(connection)
    .await
    .map_err(failed)
}

async fn write_slice(connection: &mut SqliteConnection, slice: &Slice, digest: &str) -> Result<()> {
    sqlx::query(
        r"insert into journal_slice (entry, scope, salt, reason, facts, digest)
          values (?1, ?2, ?3, ?4, ?5, ?6)",
    )
    .bind(&slice.entry)
    .bind(&slice.scope)
    .bind(&slice.salt)
    .bind(&slice.reason)
    .bind(slice.facts.as_ref().map(canonical))
    .bind(digest)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn write_header(
    connection: &mut SqliteConnection,
    header: &Header,
    hash: &str,
) -> Result<()> {
    sqlx::query(
        r"insert into journal_entry
          (id, replica, seq, at, actor, device, action, app, digests, prev_hash, hash)
          values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )
    .bind(&header.id)
    .bind(&header.replica)
    .bind(header.seq)
    .bind(&header.at)
    .bind(&header.actor)
    .bind(&header.device)
    .bind(&header.action)
    .bind(&header.app)
    .bind(canonical(&header.digests))
    .bind(&header.prev_hash)
    .bind(hash)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

/// Reads the fields of a change back.
pub(super) fn parse_fields(text: &str) -> Fields {
    serde_json::from_str(text).unwrap_or_default()
}
