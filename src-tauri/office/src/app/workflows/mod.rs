//! Verbs over two features or more: a case and its clocks, a contact and what it meets.

mod advisor;
mod cases;
mod contacts;

use super::office::Office;
use crate::table::Table;

pub(super) use cases::open;
pub(super) use contacts::add;

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    advisor::commands(table);
    cases::commands(table);
    contacts::commands(table);
}
