//! What the office has settled about its clocks, and who confirmed it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::check::Checked;
use super::length::Length;
use crate::kernel::Zone;

/// How many days before the last one a person is told to act, unless the office says otherwise
/// (domain rule 3.0, item 10).
pub const MARGIN: u32 = 7;

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

/// What the office does with something that comes in after it closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AfterHours {
    /// From when on the day counts as over.
    pub closes: NaiveTime,
}

/// What the office has settled about its clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The packs in force, the office's own first.
    pub packs: Vec<String>,
    /// Rules switched on that start no clock otherwise.
    pub chosen: BTreeSet<String>,
    /// The office's own numbers, by rule.
    pub numbers: BTreeMap<String, OfficeNumber>,
    /// What somebody compared with its source, by what it is and the terms it had then.
    pub checked: BTreeMap<(String, String), Checked>,
    /// Calendars that somebody confirmed are the ones the office goes by, by calendar id.
    pub calendars: BTreeMap<String, Confirmed>,
    /// What comes in later than this counts as received on the next business day. Nothing: the day
    /// it came is the day it counts from, at whatever hour.
    pub after_hours: Option<AfterHours>,
    /// Who confirmed the convention about late hours.
    pub after_hours_confirmed: Option<Confirmed>,
    /// How many days before the last one a person is told to act.
    pub margin: u32,
    /// Who confirmed that margin.
    pub margin_confirmed: Option<Confirmed>,
    /// Days on which the office is closed besides the holidays, with their names. Only the
    /// organization's own limits pass over them.
    pub closed: BTreeMap<NaiveDate, String>,
    /// The office's time zone: hours are counted as they pass.
    pub zone: Zone,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            packs: Vec::new(),
            chosen: BTreeSet::new(),
            numbers: BTreeMap::new(),
            checked: BTreeMap::new(),
            calendars: BTreeMap::new(),
            after_hours: None,
            after_hours_confirmed: None,
            margin: MARGIN,
            margin_confirmed: None,
            closed: BTreeMap::new(),
            zone: Zone::UTC,
        }
    }
}
