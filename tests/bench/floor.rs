//! What the same work costs bare: the same SQL, file, key and settings, without the office.

use std::path::Path;
use std::time::Instant;

use office::app::{SAMPLE_NAME, SAMPLE_PASSPHRASE};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use vault::{Moment, Secret, Vault};

/// Milliseconds, medians.
pub(crate) struct Floor {
    pub(crate) unlock: f64,
    pub(crate) list: f64,
    pub(crate) case: f64,
    pub(crate) contacts: f64,
    pub(crate) commit: f64,
}

const LIST: &str = "select c.n, c.id, c.number, c.kind, c.about, c.stage, c.urgency, c.unit, \
    c.owner, s.name, p.name, c.received_on, c.closed_on, x.due, x.what, x.label from cases c \
    left join staff s on s.id = c.owner left join people p on p.id = c.patient \
    left join case_next x on x.case_id = c.id where c.voided = 0 \
    order by c.received_on desc, c.n desc limit 51";

const CASE: &str = "select * from cases where id = ?1";

const CONTACTS: &str = "select * from contacts where case_id = ?1 and voided = 0 \
    order by at desc, n desc limit 51";

pub(crate) async fn measure(folder: &Path, case: &str) -> anyhow::Result<Floor> {
    let mut unlocks = Vec::new();
    let mut open = None;
    for _ in 0..5 {
        let vault = Vault::at(folder);
        let moment = Moment { wall_ms: 0, boot_ms: vault::host::boot_ms() };
        let begun = Instant::now();
        let keys =
            vault.unlock(SAMPLE_NAME, &Secret::from(SAMPLE_PASSPHRASE.to_owned()), moment)?;
        unlocks.push(super::millis(begun));
        open = Some((keys.db_path(), keys.store_key().expose().to_owned()));
    }
    let (path, key) = open.unwrap_or_default();
    let mut store = connect(&path, &key).await?;
    let list = time(&mut store, LIST, None, 200).await?;
    let one = time(&mut store, CASE, Some(case), 100).await?;
    let contacts = time(&mut store, CONTACTS, Some(case), 100).await?;
    store.close().await?;
    let commit = commits(folder, &key).await?;
    Ok(Floor { unlock: super::median(unlocks), list, case: one, contacts, commit })
}

/// The store of an office, bare.
pub(crate) async fn bare(
    folder: &Path,
    name: &str,
    passphrase: &str,
) -> anyhow::Result<SqliteConnection> {
    let moment = Moment { wall_ms: 0, boot_ms: vault::host::boot_ms() };
    let keys = Vault::at(folder).unlock(name, &Secret::from(passphrase.to_owned()), moment)?;
    connect(&keys.db_path(), keys.store_key().expose()).await
}

async fn connect(path: &Path, key: &str) -> anyhow::Result<SqliteConnection> {
    // A pragma carries the key here: this is a made-up office, and statements are not logged.
    let mut store = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .pragma("key", format!("\"x'{key}'\""))
        .disable_statement_logging()
        .connect()
        .await?;
    for setting in ["pragma journal_mode = truncate", "pragma synchronous = extra"] {
        sqlx::query(setting).execute(&mut store).await?;
    }
    Ok(store)
}

pub(crate) async fn time(
    store: &mut SqliteConnection,
    sql: &'static str,
    id: Option<&str>,
    times: usize,
) -> anyhow::Result<f64> {
    let mut taken = Vec::with_capacity(times);
    for _ in 0..times {
        let begun = Instant::now();
        let query = sqlx::query(sql);
        let query = match id {
            Some(id) => query.bind(id),
            None => query,
        };
        query.fetch_all(&mut *store).await?;
        taken.push(super::millis(begun));
    }
    Ok(super::median(taken))
}

/// One row of a contact's size, committed to the disk.
async fn commits(folder: &Path, key: &str) -> anyhow::Result<f64> {
    // On the same disk, and gone afterwards: the office may be kept for another run.
    let beside = tempfile::TempDir::new_in(folder)?;
    let mut scratch = connect(&beside.path().join("scratch.db"), key).await?;
    sqlx::query("create table note (n integer primary key, words text)")
        .execute(&mut scratch)
        .await?;
    let words = "She is home and sleeping. Still upset that nobody has explained. ".repeat(8);
    let mut taken = Vec::new();
    for _ in 0..100 {
        let begun = Instant::now();
        sqlx::query("insert into note (words) values (?1)")
            .bind(&words)
            .execute(&mut scratch)
            .await?;
        taken.push(super::millis(begun));
    }
    scratch.close().await?;
    Ok(super::median(taken))
}
