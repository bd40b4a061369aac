//! What is about to go wrong in the office. What was noticed before is kept while the office is
//! open, so that a write makes only its own case be looked at again.

use std::sync::Arc;

use crate::app::office::Office;
use crate::features::watchers::{self, ListSigns, SignsView};
use crate::kernel::{Error, Result};
use crate::table::{Access, Table};

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table.task("watchers.list", Access::Reading, list);
}

async fn list(office: Arc<Office>, input: ListSigns) -> Result<SignsView> {
    let guard = office.session().await;
    let session = guard.as_ref().ok_or_else(Error::locked)?;
    let mut held = session.watch.lock().await;
    let mut tx = session.store.read(session.author()).await?;
    watchers::list(&mut tx, &mut held, input.limit).await
}
