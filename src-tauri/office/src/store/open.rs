//! Opening and closing: key first, then settings, then proof that it is ours.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use log::LevelFilter;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use tokio::sync::{Mutex, OwnedMutexGuard, RwLock};

use super::journal::{Author, Closing, EntryId, instant};
use super::records::{Fields, Kinds};
use super::tx::{ReadTx, WriteTx, failed};
use super::{keying, migrate};
use crate::kernel::{Clock, Error, Id, Ids, Result};

/// The store's key as 64 hex digits. Cannot be printed; wiped when dropped.
pub struct StoreKey(vault::Secret);

impl StoreKey {
    /// Takes the key over from the vault.
    pub const fn new(hex: vault::Secret) -> Self {
        Self(hex)
    }
}

/// Who this copy of the store is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    /// The office, the same on every laptop.
    pub office: Id,
    /// This laptop.
    pub device: Id,
    /// This incarnation of the store: a copy or an older state brought back gets a new one.
    pub replica: Id,
    /// The incarnation before, when this one was just made from it.
    pub previous: Option<Id>,
}

/// An open store: one connection that writes, one that cannot.
pub struct Store {
    writer: Arc<Mutex<SqliteConnection>>,
    reader: Arc<Mutex<SqliteConnection>>,
    /// Held for reading by every read, alone by a commit: SQLite never has to make anyone wait.
    door: Arc<RwLock<()>>,
    kinds: &'static Kinds,
    clock: Arc<Clock>,
    ids: Arc<Ids>,
    identity: Identity,
}

/// What a store needs besides its key.
pub struct Setting<'a> {
    /// The file.
    pub path: &'a Path,
    /// The record kinds.
    pub kinds: &'static Kinds,
    /// The clock.
    pub clock: Arc<Clock>,
    /// Where ids come from.
    pub ids: Arc<Ids>,
    /// Names this laptop and this folder, so that a copied store is noticed.
    pub place: String,
    /// The highest place in the chain that was seen outside the file, by replica.
    pub seen: Vec<(String, i64)>,
}

impl Store {
    /// Makes the file of a new office.
    pub async fn create(setting: Setting<'_>, key: &StoreKey) -> Result<Self> {
        let mut writer = connect(setting.path, key, true).await?;
        migrate::run(&mut writer).await?;
        let now = setting.clock.now();
        let identity = Identity {
            office: setting.ids.next(now),
            device: setting.ids.next(now),
            replica: setting.ids.next(now),
            previous: None,
        };
        write_identity(&mut writer, identity, &setting.place, now).await?;
        Self::with(setting, writer, key, identity).await
    }

    /// Opens an existing store.
    pub async fn open(setting: Setting<'_>, key: &StoreKey) -> Result<Self> {
        let mut writer = connect(setting.path, key, false).await?;
        migrate::run(&mut writer).await?;
        let identity = identify(&mut writer, &setting).await?;
        Self::with(setting, writer, key, identity).await
    }

    async fn with(
        setting: Setting<'_>,
        writer: SqliteConnection,
        key: &StoreKey,
        identity: Identity,
    ) -> Result<Self> {
        // After the writer: a read-only connection cannot roll back what a crash left.
        let mut reader = connect(setting.path, key, false).await?;
        sqlx::query("pragma query_only = on").execute(&mut reader).await.map_err(failed)?;
        sqlx::query("pragma cache_size = -65536").execute(&mut reader).await.map_err(failed)?;
        Ok(Self {
            writer: Arc::new(Mutex::new(writer)),
            reader: Arc::new(Mutex::new(reader)),
            door: Arc::new(RwLock::new(())),
            kinds: setting.kinds,
            clock: setting.clock,
            ids: setting.ids,
            identity,
        })
    }

    /// Who this copy is.
    pub const fn identity(&self) -> Identity {
        self.identity
    }

    /// The record kinds.
    pub const fn kinds(&self) -> &'static Kinds {
        self.kinds
    }

    /// Begins a read.
    pub async fn read(&self, author: Author) -> Result<ReadTx> {
        let connection = self.reader.clone().lock_owned().await;
        let door = self.door.clone().read_owned().await;
        let at = self.clock.now();
        Ok(ReadTx { connection, _door: door, clock: self.clock.clone(), at, author })
    }

    /// Begins a write: one journal entry.
    pub async fn write(&self, author: Author) -> Result<WriteTx> {
        let connection = self.writer().await;
        // The time is read once it is this write's turn, so that entries are in its order.
        let at = self.clock.now();
        self.begin(connection, author, at, self.ids.clone()).await
    }

    /// Begins a write that is dated `at` and takes its ids from `ids`.
    ///
    /// For the sample office alone, whose years are made in one sitting. The caller goes forward in
    /// time, so that the order of the chain stays the order of the dates.
    pub async fn write_at(
        &self,
        author: Author,
        at: DateTime<Utc>,
        ids: Arc<Ids>,
    ) -> Result<WriteTx> {
        let connection = self.writer().await;
        self.begin(connection, author, at, ids).await
    }

    async fn begin(
        &self,
        mut connection: OwnedMutexGuard<SqliteConnection>,
        author: Author,
        at: DateTime<Utc>,
        ids: Arc<Ids>,
    ) -> Result<WriteTx> {
        sqlx::query("begin immediate").execute(&mut *connection).await.map_err(failed)?;
        let entry: EntryId = ids.next(at);
        Ok(WriteTx {
            connection,
            door: self.door.clone(),
            kinds: self.kinds,
            clock: self.clock.clone(),
            ids,
            at,
            author,
            entry,
            filed: Vec::new(),
            facts: Fields::new(),
            reason: None,
            closing: Closing {
                office: self.identity.office,
                replica: self.identity.replica,
                device: self.identity.device,
            },
        })
    }

    /// Lets commits go on without waiting for the disk, until [`Store::wait_for_disk`].
    ///
    /// Safe only while the office is not in use yet, as when the sample is made: a crash then
    /// leaves a file that nothing points to, and the next attempt begins anew.
    pub async fn run_ahead_of_disk(&self) -> Result<()> {
        let mut connection = self.writer().await;
        for setting in ["pragma synchronous = off", "pragma journal_mode = memory"] {
            sqlx::query(setting).execute(&mut *connection).await.map_err(failed)?;
        }
        Ok(())
    }

    /// Makes every commit reach the disk again; the next one takes with it all that came before.
    pub async fn wait_for_disk(&self) -> Result<()> {
        let mut connection = self.writer().await;
        for setting in SETTINGS {
            sqlx::query(setting).execute(&mut *connection).await.map_err(failed)?;
        }
        Ok(())
    }

    /// The writer itself with no transaction under way, for checks, drafts and signed heads.
    pub async fn writer(&self) -> OwnedMutexGuard<SqliteConnection> {
        let mut connection = self.writer.clone().lock_owned().await;
        // A write that was dropped half-way (its caller went away) left its transaction open. Only
        // SQLite knows; where there is none, this fails and changes nothing.
        let _ = sqlx::query("rollback").execute(&mut *connection).await;
        connection
    }

    /// Lets go of the pages both connections keep decrypted in memory. One that is busy keeps its
    /// own.
    pub async fn rest(&self) -> Result<()> {
        for connection in [&self.reader, &self.writer] {
            if let Ok(mut connection) = connection.clone().try_lock_owned() {
                sqlx::query("pragma shrink_memory")
                    .execute(&mut *connection)
                    .await
                    .map_err(failed)?;
            }
        }
        Ok(())
    }

    /// Waits until nobody reads, and keeps readers out while the answer is held.
    pub async fn alone(&self) -> tokio::sync::OwnedRwLockWriteGuard<()> {
        self.door.clone().write_owned().await
    }

    /// Closes both connections and waits until the file is let go.
    pub async fn close(self) -> Result<()> {
        for connection in [self.reader, self.writer] {
            let held = connection.clone().lock_owned().await;
            drop(held);
            match Arc::try_unwrap(connection) {
                Ok(only) => only.into_inner().close().await.map_err(failed)?,
                Err(_) => return Err(Error::bug("the store is still in use")),
            }
        }
        Ok(())
    }
}

/// How the first read of a keyed file fails when it is not ours or not whole.
fn unreadable(cause: sqlx::Error) -> Error {
    Error::unavailable(
        "The office file could not be read. It is damaged, cut short, or belongs to another \
         office. Nothing was changed.",
    )
    .caused_by(cause)
}

async fn connect(path: &Path, key: &StoreKey, create: bool) -> Result<SqliteConnection> {
    if !create && starts_like_plain_sqlite(path) {
        let message = "The office file is not encrypted, so it is not ours. Nothing was changed.";
        return Err(Error::unavailable(message));
    }
    let mut connection = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(create)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(256)
        .log_statements(LevelFilter::Off)
        .log_slow_statements(LevelFilter::Off, Duration::ZERO)
        .connect()
        .await
        .map_err(unreadable)?;
    // What it has to say comes back as an error; on its own it would also print it.
    sqlx::query("pragma cipher_log_level = none")
        .execute(&mut connection)
        .await
        .map_err(unreadable)?;
    keying::key(&mut connection, key.0.expose()).await?;
    sqlx::query("select count(*) from sqlite_schema")
        .execute(&mut connection)
        .await
        .map_err(unreadable)?;
    let cipher: Option<String> = sqlx::query_scalar("pragma cipher_version")
        .fetch_optional(&mut connection)
        .await
        .map_err(failed)?;
    if cipher.is_none() {
        return Err(Error::bug("the database engine does not encrypt"));
    }
    for setting in SETTINGS {
        sqlx::query(setting).execute(&mut connection).await.map_err(failed)?;
    }
    Ok(connection)
}

/// One file, no sidecar to lose; acknowledged means flushed; nothing trusted from the schema.
const SETTINGS: [&str; 8] = [
    "pragma journal_mode = truncate",
    "pragma synchronous = extra",
    "pragma fullfsync = on",
    "pragma foreign_keys = on",
    "pragma secure_delete = on",
    "pragma cell_size_check = on",
    "pragma cache_spill = off",
    "pragma cache_size = -16384",
];

fn starts_like_plain_sqlite(path: &Path) -> bool {
    use std::io::Read as _;
    let mut start = [0_u8; 16];
    std::fs::File::open(path)
        .and_then(|mut file| file.read_exact(&mut start))
        .is_ok_and(|()| &start == b"SQLite format 3\0")
}

async fn write_identity(
    connection: &mut SqliteConnection,
    identity: Identity,
    place: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query(
        r"insert into local_identity (k, office, device, replica, place, made_at)
          values (1, ?1, ?2, ?3, ?4, ?5)
          on conflict (k) do update set device = excluded.device, replica = excluded.replica,
            place = excluded.place, made_at = excluded.made_at",
    )
    .bind(identity.office.to_string())
    .bind(identity.device.to_string())
    .bind(identity.replica.to_string())
    .bind(place)
    .bind(instant(now))
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

/// Reads who this copy is; a copied or rolled-back store becomes somebody new.
async fn identify(connection: &mut SqliteConnection, setting: &Setting<'_>) -> Result<Identity> {
    let row: Option<(String, String, String, String)> =
        sqlx::query_as("select office, device, replica, place from local_identity where k = 1")
            .fetch_optional(&mut *connection)
            .await
            .map_err(unreadable)?;
    let Some((office, device, replica, place)) = row else {
        return Err(Error::unavailable(
            "This file is encrypted with our key but holds no office. Nothing was changed.",
        ));
    };
    let mut identity = Identity {
        office: Id::parse(&office)?,
        device: Id::parse(&device)?,
        replica: Id::parse(&replica)?,
        previous: None,
    };
    let last = super::journal::last_link(connection, &replica).await?.map_or(0, |(seq, _)| seq);
    let seen = setting.seen.iter().filter(|(r, _)| *r == replica).map(|(_, seq)| *seq).max();
    let moved = place != setting.place;
    if moved || seen.is_some_and(|seq| seq > last) {
        let now = setting.clock.now();
        identity.previous = Some(identity.replica);
        identity.replica = setting.ids.next(now);
        if moved {
            identity.device = setting.ids.next(now);
        }
        write_identity(connection, identity, &setting.place, now).await?;
    }
    Ok(identity)
}
