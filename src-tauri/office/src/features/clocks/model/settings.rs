//! What the office has settled about its clocks, and who confirmed it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::length::Length;

/// Who confirmed something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// The person's name.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// The office's own number for a rule that leaves it to policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeNumber {
    /// The length the policy gives.
    pub length: Length,
    /// Where the policy says so: "4.2, version of July 2025".
    pub policy: Option<String>,
    /// Who confirmed it; nothing while it is a guess.
    pub confirmed: Option<Confirmed>,
}

/// What the office has settled about its clocks.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The office's own numbers, by rule.
    pub numbers: BTreeMap<String, OfficeNumber>,
    /// Calendars that somebody confirmed are the ones the office goes by, by calendar id.
    pub calendars: BTreeMap<String, Confirmed>,
}
