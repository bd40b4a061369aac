//! What somebody is in the middle of writing: kept encrypted on this laptop, outside the journal.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::app::office::Office;
use crate::kernel::text::limit;
use crate::kernel::{Error, Result};
use crate::store::Reads as _;
use crate::store::drafts::{self, DraftRow};
use crate::store::journal::instant;
use crate::table::{Access, Table};

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table
        .task("drafts.save", Access::Everyone, save)
        .task("drafts.get", Access::Everyone, get)
        .task("drafts.list", Access::Everyone, list)
        .task("drafts.drop", Access::Everyone, drop_draft);
}

/// A form as it was left.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
struct Draft {
    key: String,
    title: String,
    #[ts(type = "unknown")]
    body: Value,
    saved_at: String,
}

/// A form to keep.
#[derive(Debug, Deserialize, TS)]
struct SaveDraft {
    key: String,
    title: String,
    #[ts(type = "unknown")]
    body: Value,
}

/// Names a draft.
#[derive(Debug, Deserialize, TS)]
struct OneDraft {
    key: String,
}

/// The most that a draft may hold, in bytes.
const MOST: usize = 1_000_000;

fn view(row: DraftRow) -> Draft {
    let body = serde_json::from_str(&row.body).unwrap_or(Value::Null);
    Draft { key: row.key, title: row.title, body, saved_at: row.saved_at }
}

async fn save(office: Arc<Office>, input: SaveDraft) -> Result<Draft> {
    let body = input.body.to_string();
    if body.len() > MOST || input.key.len() > limit::SHORT || input.title.len() > limit::LINE {
        let message = "This is too long to be kept as a draft. Shorten it, then go on.";
        return Err(Error::invalid("body", message));
    }
    let saved_at = instant(office.clock.now());
    let row = DraftRow { key: input.key, title: input.title, body, saved_at };
    let guard = office.session().await;
    let session = guard.as_ref().ok_or_else(Error::locked)?;
    let mut writer = session.store.writer().await;
    let _alone = session.store.alone().await;
    drafts::keep(&mut writer, &session.person.to_string(), &row).await?;
    Ok(view(row))
}

async fn get(office: Arc<Office>, input: OneDraft) -> Result<Option<Draft>> {
    office
        .read(move |tx| {
            Box::pin(async move {
                let owner = tx.author().id.to_string();
                Ok(drafts::find(tx.connection(), &owner, &input.key).await?.map(view))
            })
        })
        .await
}

async fn list(office: Arc<Office>, (): ()) -> Result<Vec<Draft>> {
    office
        .read(|tx| {
            Box::pin(async move {
                let owner = tx.author().id.to_string();
                let rows = drafts::list(tx.connection(), &owner).await?;
                Ok(rows.into_iter().map(view).collect())
            })
        })
        .await
}

async fn drop_draft(office: Arc<Office>, input: OneDraft) -> Result<()> {
    let guard = office.session().await;
    let session = guard.as_ref().ok_or_else(Error::locked)?;
    let mut writer = session.store.writer().await;
    let _alone = session.store.alone().await;
    drafts::drop(&mut writer, &session.person.to_string(), &input.key).await
}
