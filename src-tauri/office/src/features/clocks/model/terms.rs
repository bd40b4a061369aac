//! What a clock's date is counted from.

use chrono::{NaiveDate, NaiveDateTime};

use super::length::Length;
use super::rule::Rule;
use super::settings::Settings;

/// An extension that its notice made real.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extended {
    /// The date the notice gives. Nothing: as long as the rule allows.
    pub to: Option<NaiveDate>,
    /// The day the notice went out.
    pub noticed_on: NaiveDate,
}

/// A time in which the organization's own limit did not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; while it lasts, today.
    pub to: NaiveDate,
    /// Why, in a few words: "waiting for consent".
    pub why: String,
}

/// Everything a clock's date is counted from, besides its rule, the calendar and what the office
/// settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The moment that started it, the office's civil time.
    pub trigger: NaiveDateTime,
    /// The moment of the notice from which that was presumed.
    pub presumed_from: Option<NaiveDateTime>,
    /// The length it started under.
    pub length: Length,
    /// The day of the second of two events, where its rule asks for the later one.
    pub later: Option<NaiveDate>,
    /// Its extensions, oldest first.
    pub extended: Vec<Extended>,
    /// Its pauses, oldest first.
    pub pauses: Vec<Pause>,
}

impl Terms {
    /// A clock of `rule` that starts at `trigger` under what the office settled.
    pub fn new(rule: &Rule, trigger: NaiveDateTime, settings: &Settings) -> Self {
        Self {
            trigger,
            presumed_from: None,
            length: rule.length_under(settings),
            later: None,
            extended: Vec::new(),
            pauses: Vec::new(),
        }
    }
}
