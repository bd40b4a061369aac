//! What starts a clock, or bounds it.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde::Deserialize;

use super::length::Length;

/// A thing that happens, or is planned, and that time limits run from. An advocate records it on a
/// case, with its day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Code, `bill_received`; unique over all packs.
    pub id: String,
    /// Name for people: "First bill received".
    pub name: String,
    /// What is asked when it is recorded: "When did the person get the first bill?"
    pub question: String,
    /// The first cell of the strip: "bill received".
    pub label: String,
    /// Its day in words: "the day the bill came".
    pub day: String,
    /// How finely it is known.
    pub at: Precision,
    /// Its minute in words, for rules in hours.
    #[serde(default)]
    pub minute: Option<String>,
    /// Whether it lies ahead and may move.
    #[serde(default)]
    pub planned: bool,
}

/// How finely an event is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the minute.
    Minute,
}

/// The event that starts a clock.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Trigger {
    /// Anyone in the organization first heard it, whichever office wrote it down later.
    FirstSaid,
    /// The office received it.
    Received,
    /// An event that an advocate records on the case.
    Event(String),
}

impl From<String> for Trigger {
    fn from(code: String) -> Self {
        match code.as_str() {
            "first_said" => Self::FirstSaid,
            "received" => Self::Received,
            _ => Self::Event(code),
        }
    }
}

impl Trigger {
    /// The moment that starts the clock of a case first said at `said_on` and received by the
    /// office at `received_on`; nothing for an event, which has a moment of its own.
    ///
    /// The earlier of the two counts for [`Trigger::FirstSaid`], so that a slip of the pen never
    /// makes a date later than it is.
    pub fn moment(
        &self,
        said_on: Option<NaiveDateTime>,
        received_on: NaiveDateTime,
    ) -> Option<NaiveDateTime> {
        match self {
            Self::FirstSaid => Some(said_on.map_or(received_on, |said| said.min(received_on))),
            Self::Received => Some(received_on),
            Self::Event(_) => None,
        }
    }

    /// How it is written in files and records.
    pub fn code(&self) -> &str {
        match self {
            Self::FirstSaid => "first_said",
            Self::Received => "received",
            Self::Event(id) => id,
        }
    }

    /// The event an advocate records, where it is one.
    pub fn event(&self) -> Option<&str> {
        match self {
            Self::Event(id) => Some(id),
            Self::FirstSaid | Self::Received => None,
        }
    }
}

/// What is presumed when the trigger itself is not known, as Medicare presumes that a notice was
/// received five days after its date (42 CFR 405.942(a)(1), 422.582(b)).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presumption {
    /// The event that is known.
    pub event: String,
    /// How much later the trigger is taken to be.
    pub length: Length,
}

/// From which day a rule counts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The day of its trigger.
    #[default]
    Day,
    /// The last day of the trigger's calendar year.
    YearEnd,
}

impl Anchor {
    /// The moment to count from.
    pub fn of(self, trigger: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Day => trigger,
            Self::YearEnd => NaiveDate::from_ymd_opt(trigger.year() + 1, 1, 1)
                .and_then(|next| next.pred_opt())
                .and_then(|last| last.and_hms_opt(0, 0, 0))
                .unwrap_or(trigger + TimeDelta::zero()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn the_hospital_hears_it_when_anyone_in_it_does() {
        let (said, received) = (at("2026-03-01T23:30:00"), at("2026-03-03T09:00:00"));
        assert_eq!(Trigger::FirstSaid.moment(Some(said), received), Some(said));
        assert_eq!(Trigger::FirstSaid.moment(None, received), Some(received));
        assert_eq!(Trigger::FirstSaid.moment(Some(received), said), Some(said));
        assert_eq!(Trigger::Received.moment(Some(said), received), Some(received));
        let bill = Trigger::from("bill_received".to_owned());
        assert_eq!((bill.moment(None, received), bill.event()), (None, Some("bill_received")));
    }

    #[test]
    fn the_end_of_the_year_is_the_last_of_december() {
        let found = Anchor::YearEnd.of(at("2028-02-29T10:00:00"));
        assert_eq!(found, at("2028-12-31T00:00:00"));
    }
}
