//! What somebody is in the middle of writing: kept on this laptop, encrypted, outside the journal.

use sqlx::SqliteConnection;

use super::row::row;
use super::tx::failed;
use crate::kernel::Result;

row! {
    /// A form as it was left.
    pub struct DraftRow { key: String, title: String, body: String, saved_at: String }
}

/// Keeps a draft, replacing the one of the same key.
pub async fn keep(connection: &mut SqliteConnection, owner: &str, draft: &DraftRow) -> Result<()> {
    sqlx::query(
        r"insert into draft (owner, key, title, body, saved_at) values (?1, ?2, ?3, ?4, ?5)
          on conflict (owner, key) do update set
            title = excluded.title, body = excluded.body, saved_at = excluded.saved_at",
    )
    .bind(owner)
    .bind(&draft.key)
    .bind(&draft.title)
    .bind(&draft.body)
    .bind(&draft.saved_at)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

/// The draft of that key.
pub async fn find(
    connection: &mut SqliteConnection,
    owner: &str,
    key: &str,
) -> Result<Option<DraftRow>> {
    sqlx::query_as("select key, title, body, saved_at from draft where owner = ?1 and key = ?2")
        .bind(owner)
        .bind(key)
        .fetch_optional(connection)
        .await
        .map_err(failed)
}

/// Every draft of a person, the last written first.
pub async fn list(connection: &mut SqliteConnection, owner: &str) -> Result<Vec<DraftRow>> {
    sqlx::query_as(
        r"select key, title, body, saved_at from draft where owner = ?1
          order by saved_at desc, key limit 200",
    )
    .bind(owner)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Drops a draft once it has become something real, or when the person throws it away.
pub async fn drop(connection: &mut SqliteConnection, owner: &str, key: &str) -> Result<()> {
    sqlx::query("delete from draft where owner = ?1 and key = ?2")
        .bind(owner)
        .bind(key)
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(())
}
