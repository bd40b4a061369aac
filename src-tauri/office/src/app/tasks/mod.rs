//! Commands over the office itself: they have transactions and progress of their own.

mod drafts;
mod exporting;
mod handing;
pub(super) mod importing;
mod journal;
mod recounting;
mod security;
mod watching;

use std::sync::Arc;

use super::office::Office;
use super::progress::ProgressView;
use crate::kernel::Result;
use crate::table::{Access, Table};

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table.task("office.progress", Access::Open, progress).task("office.stop", Access::Open, stop);
    security::commands(table);
    drafts::commands(table);
    journal::commands(table);
    importing::commands(table);
    exporting::commands(table);
    handing::commands(table);
    recounting::commands(table);
    watching::commands(table);
}

async fn progress(office: Arc<Office>, (): ()) -> Result<Option<ProgressView>> {
    Ok(office.progress.view())
}

async fn stop(office: Arc<Office>, (): ()) -> Result<()> {
    office.progress.stop();
    Ok(())
}
