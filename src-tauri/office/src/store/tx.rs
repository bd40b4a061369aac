//! Transactions. Reading cannot write; writing has one verb.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde_json::Value;
use sqlx::SqliteConnection;
use tokio::sync::{OwnedMutexGuard, OwnedRwLockReadGuard, RwLock};

use super::journal::{Author, Closing, EntryId, Filed};
use super::project::{self, Landed};
use super::records::{Change, Fields, Kinds};
use crate::kernel::{Clock, Error, Id, Ids, Result};

/// Turns a database failure into words. The cause is kept for us.
pub(crate) fn failed(cause: sqlx::Error) -> Error {
    let code: Option<i32> =
        cause.as_database_error().and_then(|e| e.code()).and_then(|code| code.parse().ok());
    match code.and_then(disk_words) {
        Some(message) => Error::unavailable(message).caused_by(cause),
        None => Error::bug("database").caused_by(cause),
    }
}

/// What SQLite's code says of the disk or the file, if it speaks of them.
///
/// The low byte is the kind of failure, the rest the finer kind.
const fn disk_words(code: i32) -> Option<&'static str> {
    match (code & 0xff, code >> 8) {
        // Damaged, not a database, what the disk could not or not wholly read, and "out of memory",
        // by which SQLite is told that a page's seal is broken.
        (7 | 11 | 26, _) | (10, 1 | 2) => Some(
            "The office file is damaged. Nothing was changed. Check the office in Settings to see \
             what is wrong.",
        ),
        (8 | 10 | 13 | 14, _) => Some(
            "The disk is full or could not be written. Nothing was changed. Free some space, then \
             try again.",
        ),
        (5 | 6, _) => Some(
            "Another program has the office file open. Nothing was changed. Close it, then try \
             again.",
        ),
        _ => None,
    }
}

/// What both kinds of transaction can do.
pub trait Reads: Send {
    /// The connection, for a feature's reads.
    fn connection(&mut self) -> &mut SqliteConnection;
    /// The one clock.
    fn clock(&self) -> &Clock;
    /// Who is asking.
    fn author(&self) -> &Author;
    /// The office's civil date.
    fn today(&self) -> NaiveDate {
        self.clock().day_of(self.now())
    }
    /// The instant at which the transaction began.
    fn now(&self) -> DateTime<Utc>;
    /// The office's civil date and time.
    fn local(&self) -> NaiveDateTime {
        self.clock().local_of(self.now())
    }
}

/// A read. Its connection is read-only.
pub struct ReadTx {
    pub(super) connection: OwnedMutexGuard<SqliteConnection>,
    pub(super) _door: OwnedRwLockReadGuard<()>,
    pub(super) clock: Arc<Clock>,
    pub(super) at: DateTime<Utc>,
    pub(super) author: Author,
}

impl Reads for ReadTx {
    fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
    fn clock(&self) -> &Clock {
        &self.clock
    }
    fn author(&self) -> &Author {
        &self.author
    }
    fn now(&self) -> DateTime<Utc> {
        self.at
    }
}

/// A write: one journal entry, which becomes real at [`WriteTx::commit`] or not at all.
pub struct WriteTx {
    pub(super) connection: OwnedMutexGuard<SqliteConnection>,
    pub(super) door: Arc<RwLock<()>>,
    pub(super) kinds: &'static Kinds,
    pub(super) clock: Arc<Clock>,
    pub(super) ids: Arc<Ids>,
    pub(super) at: DateTime<Utc>,
    pub(super) author: Author,
    pub(super) entry: EntryId,
    pub(super) filed: Vec<Filed>,
    pub(super) facts: Fields,
    pub(super) reason: Option<String>,
    pub(super) closing: Closing,
}

impl Reads for WriteTx {
    fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
    fn clock(&self) -> &Clock {
        &self.clock
    }
    fn author(&self) -> &Author {
        &self.author
    }
    fn now(&self) -> DateTime<Utc> {
        self.at
    }
}

/// What a committed write changed.
#[derive(Debug, Clone)]
pub struct Committed {
    /// The entry.
    pub entry: EntryId,
    /// The features whose records changed.
    pub topics: BTreeSet<&'static str>,
}

impl WriteTx {
    /// A new id.
    pub fn new_id<T>(&self) -> Id<T> {
        self.ids.next(self.at)
    }

    /// The laptop's own chain, whose prefix starts case numbers.
    pub fn replica(&self) -> Id {
        self.closing.replica
    }

    /// Why this is done, in the person's words. It is copied into every scope it touches.
    pub fn because(&mut self, reason: impl Into<String>) {
        self.reason = Some(reason.into());
    }

    /// A fact about the action itself that is no field of a record, such as a file's fingerprint.
    pub fn note(&mut self, name: &str, value: impl Into<Value>) {
        self.facts.insert(name.to_owned(), value.into());
    }

    /// The one way to write: appends the change to the journal and projects it.
    ///
    /// Fields that do not differ from what stands are left out; a change that changes nothing is
    /// not recorded. Which earlier changes it saw is filled in here.
    pub async fn record(&mut self, change: Change) -> Result<()> {
        let kinds = self.kinds;
        let layout = kinds.layout(change.kind).ok_or_else(|| Error::bug("unknown record kind"))?;
        let known = |name: &str| {
            name == project::VOIDED || layout.kind.fields.iter().any(|f| f.name == name)
        };
        if let Some(stray) = change.fields.keys().find(|name| !known(name)) {
            return Err(Error::bug(format!("{} has no field {stray}", change.kind)));
        }
        let standing = self.standing(&change).await?;
        let mut fields = change.fields;
        let fresh = standing.is_none();
        let mut merged = standing.unwrap_or_default();
        fields.retain(|name, value| merged.get(name).unwrap_or(&Value::Null) != value);
        if fields.is_empty() && !fresh {
            return Ok(());
        }
        project::fold_into(&mut merged, &fields);
        self.file(change.kind, layout.kind.topics, change.record, change.scope, fields, &merged)
            .await
    }

    /// The record's fields now, or `None` if the journal does not have it.
    async fn standing(&mut self, change: &Change) -> Result<Option<Fields>> {
        let record = change.record.to_string();
        super::history::standing(&mut self.connection, &record).await
    }

    async fn file(
        &mut self,
        kind: &'static str,
        topics: &'static [&'static str],
        record: Id,
        scope: Id,
        fields: Fields,
        merged: &Fields,
    ) -> Result<()> {
        self.open_guard().await?;
        let record = record.to_string();
        let base = project::heads(&mut self.connection, &record).await?;
        let ord = self.filed.len();
        let landed = Landed {
            id: super::journal::change_id(self.entry, ord),
            kind: kind.to_owned(),
            record,
            scope: scope.to_string(),
            base,
            fields,
            at: super::journal::instant(self.at),
            actor: self.author.id.to_string(),
        };
        super::journal::append_change(&mut self.connection, self.entry, ord, &landed).await?;
        project::apply(&mut self.connection, self.kinds, &landed, &landed.base, merged).await?;
        self.filed.push(Filed::new(topics, landed));
        Ok(())
    }

    async fn open_guard(&mut self) -> Result<()> {
        if self.filed.is_empty() {
            sqlx::query("update apply_guard set mode = 1")
                .execute(&mut *self.connection)
                .await
                .map_err(failed)?;
        }
        Ok(())
    }

    /// Closes the journal entry and commits. Acknowledged means on the disk.
    pub async fn commit(mut self, action: &str) -> Result<Committed> {
        let mut topics: BTreeSet<_> = self.filed.iter().flat_map(|f| f.topics).copied().collect();
        if !topics.is_empty() {
            // Whatever changes also changes a history and the next summary.
            topics.extend(["journal", "exports"]);
        }
        if !self.filed.is_empty() {
            sqlx::query("update apply_guard set mode = 0")
                .execute(&mut *self.connection)
                .await
                .map_err(failed)?;
        }
        super::journal::close_entry(&mut self, action).await?;
        let _alone = self.door.clone().write_owned().await;
        sqlx::query("commit").execute(&mut *self.connection).await.map_err(failed)?;
        Ok(Committed { entry: self.entry, topics })
    }

    /// Takes everything back.
    pub async fn roll_back(mut self) -> Result<()> {
        sqlx::query("rollback").execute(&mut *self.connection).await.map_err(failed)?;
        Ok(())
    }
}
