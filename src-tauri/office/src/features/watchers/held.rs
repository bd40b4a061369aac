//! What was noticed, kept while the office is open so that a write makes only its own case be
//! looked at again.

use std::collections::BTreeMap;

use super::model::Sign;

/// What was noticed, up to one change of the journal.
#[derive(Debug, Default)]
pub(crate) struct Held {
    /// The last change that was looked at; nothing before the first look.
    pub(super) upto: Option<i64>,
    /// By case.
    pub(super) signs: BTreeMap<String, Vec<Sign>>,
    /// The day up to which clocks were looked at.
    pub(super) until: Option<chrono::NaiveDate>,
}
