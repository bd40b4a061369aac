//! Brings a store to today's tables. Migrations are only ever added.

use std::borrow::Cow;

use include_dir::{Dir, include_dir};
use sqlx::SqliteConnection;
use sqlx::migrate::{Migrate as _, MigrateError, Migration, MigrationType, Migrator};

use super::tx::failed;
use crate::kernel::{Error, Result};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/migrations");

/// Names a migration file: its time stamp and what follows.
fn version_of(name: &str) -> Option<(i64, &str)> {
    let (stamp, rest) = name.strip_suffix(".sql")?.split_once('_')?;
    let digits: String = stamp.chars().filter(char::is_ascii_digit).collect();
    Some((digits.parse().ok()?, rest))
}

/// The newest migration this version knows.
pub fn newest() -> i64 {
    known().iter().map(|m| m.version).max().unwrap_or_default()
}

fn known() -> Vec<Migration> {
    FILES
        .files()
        .filter_map(|file| {
            let name = file.path().file_name()?.to_str()?;
            let (version, rest) = version_of(name)?;
            let sql = file.contents_utf8()?;
            Some(Migration::new(
                version,
                Cow::Owned(rest.replace('_', " ")),
                MigrationType::Simple,
                sqlx::SqlSafeStr::into_sql_str(sql),
                false,
            ))
        })
        .collect()
}

/// Runs what is missing, then guards every projected table.
pub(super) async fn run(connection: &mut SqliteConnection) -> Result<()> {
    refuse_newer(connection).await?;
    let migrator = Migrator::with_migrations(known());
    migrator.run_direct(None, &mut *connection, false).await.map_err(unmigrated)?;
    guard_tables(connection).await
}

/// A migration fails with the database or on its own account.
fn unmigrated(cause: MigrateError) -> Error {
    match cause {
        MigrateError::Execute(cause) | MigrateError::ExecuteMigration(cause, _) => failed(cause),
        cause => Error::bug("migration").caused_by(cause),
    }
}

/// A store written by a newer Bedside is left alone.
async fn refuse_newer(connection: &mut SqliteConnection) -> Result<()> {
    let table = "_sqlx_migrations";
    connection.ensure_migrations_table(table).await.map_err(unmigrated)?;
    let highest: Option<i64> = sqlx::query_scalar("select max(version) from _sqlx_migrations")
        .fetch_one(connection)
        .await
        .map_err(failed)?;
    if highest.is_some_and(|h| h > newest()) {
        return Err(Error::unavailable(
            "This office was last used with a newer Bedside. Install that version to open it. \
             Nothing was changed.",
        ));
    }
    Ok(())
}

/// Tables that are not projections of the journal.
const FREE: [&str; 5] =
    ["apply_guard", "draft", "local_identity", "journal_head", "_sqlx_migrations"];

/// Every plain table that only the journal may write.
pub(super) async fn projected_tables(connection: &mut SqliteConnection) -> Result<Vec<String>> {
    let tables: Vec<String> = sqlx::query_scalar(
        r"select name from pragma_table_list
          where schema = 'main' and type = 'table' and name not like 'sqlite%' order by name",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    let kept = |name: &String| !FREE.contains(&name.as_str()) && !is_journal(name);
    Ok(tables.into_iter().filter(kept).collect())
}

fn is_journal(name: &str) -> bool {
    matches!(name, "journal_entry" | "journal_slice" | "journal_change")
}

/// Refuses direct writes to projected tables, whoever added the table.
async fn guard_tables(connection: &mut SqliteConnection) -> Result<()> {
    // All at once: each on its own would wait for the disk.
    sqlx::query("begin immediate").execute(&mut *connection).await.map_err(failed)?;
    for table in projected_tables(connection).await? {
        for (letter, verb) in [("i", "insert"), ("u", "update"), ("d", "delete")] {
            let sql = format!(
                "create trigger if not exists {table}_guard_{letter} before {verb} on {table} \
                 when (select mode from apply_guard) is not 1 \
                 begin select raise(abort, 'only the journal writes to {table}'); end",
            );
            let sql = sqlx::AssertSqlSafe(sql);
            sqlx::query(sql).execute(&mut *connection).await.map_err(failed)?;
        }
    }
    sqlx::query("commit").execute(connection).await.map_err(failed)?;
    Ok(())
}
