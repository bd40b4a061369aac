//! What an advocate may correct: packs of rules, as they are written in files.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;

use super::evidence::{Extension, Letter, MetBy};
use super::length::{Length, MonthOverflow, Roll, SetBy, Start, TimeOfDay};
use super::settings::{OfficeNumber, Settings};
use crate::kernel::calendar::{DayKind, source};

/// The rules of one field of work, with the version a case keeps.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Short code, `us-hospital`; the office's profile names it.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Where it holds.
    pub jurisdiction: String,
    /// Version, `2026.11`; a case keeps the one it started under.
    pub version: String,
    /// When somebody last compared the pack with its sources.
    #[serde(deserialize_with = "source::day")]
    pub reviewed_on: NaiveDate,
    /// What changed in this version, for the people who work by it.
    pub changes: String,
    /// The id of the holiday calendar that its business days follow.
    pub calendar: String,
    /// How sure it is that this calendar is the right one.
    pub calendar_confidence: Confidence,
    /// The rules, in the order they are shown.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

/// One time limit: when it starts, how it is counted, what meets it, and on whose word.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Code of the catalog, `US-CMS-7`.
    pub id: String,
    /// Name of the clock, "Interim notice".
    pub name: String,
    /// What is owed, in one line: "interim notice to the person who raised it".
    pub task: String,
    /// What is missing while the clock is not met: "Interim notice not sent".
    pub unmet: String,
    /// The kinds of case it applies to, from [`super::CASE_KINDS`].
    pub applies_to: Vec<String>,
    /// The event that starts it.
    pub trigger: Trigger,
    /// That event in words: "anyone at the hospital first hears it".
    pub starts_when: String,
    /// Whether the day of the trigger is day 0 or day 1.
    pub start: Start,
    /// How long it runs.
    pub length: Length,
    /// Who sets the length.
    pub length_set_by: SetBy,
    /// What happens when the last day is no business day.
    #[serde(default)]
    pub roll: Roll,
    /// What happens when the last month lacks the day.
    #[serde(default)]
    pub month_overflow: MonthOverflow,
    /// The time of day by which it is due, where the rule names one.
    #[serde(default)]
    pub due_by: Option<TimeOfDay>,
    /// Why this length, in a sentence with `{length}` in it.
    pub sentence: String,
    /// What guidance adds that binds nobody.
    #[serde(default)]
    pub guidance: Option<String>,
    /// What kind of word it rests on.
    pub binding: Binding,
    /// Whose word: "Hospital policy".
    pub authority: String,
    /// Where it is written: "42 CFR 482.13(a)(2)(ii)".
    pub citation: String,
    /// The first day on which it starts clocks.
    #[serde(default, deserialize_with = "source::optional_day")]
    pub effective_from: Option<NaiveDate>,
    /// The last day on which it starts clocks.
    #[serde(default, deserialize_with = "source::optional_day")]
    pub effective_to: Option<NaiveDate>,
    /// How sure we are of the rule as a whole.
    pub confidence: Confidence,
    /// What meets it.
    pub met_by: MetBy,
    /// The letter it calls for, where it calls for one.
    #[serde(default)]
    pub letter: Option<Letter>,
    /// How it may be extended, where it may.
    #[serde(default)]
    pub extension: Option<Extension>,
    /// Worked examples, checked whenever the pack is loaded.
    #[serde(rename = "example")]
    pub examples: Vec<Example>,
}

/// The event that starts a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// Anyone in the organization first heard it, whichever office wrote it down later.
    FirstSaid,
    /// The office received it.
    Received,
}

impl Trigger {
    /// The moment that starts the clock of a case first said at `said_on` and received by the
    /// office at `received_on`.
    ///
    /// The earlier of the two counts for [`Trigger::FirstSaid`], so that a slip of the pen never
    /// makes a date later than it is.
    pub fn moment(
        self,
        said_on: Option<NaiveDateTime>,
        received_on: NaiveDateTime,
    ) -> NaiveDateTime {
        match self {
            Self::FirstSaid => said_on.map_or(received_on, |said| said.min(received_on)),
            Self::Received => received_on,
        }
    }

    /// What happened, for the first cell of the strip.
    pub const fn past(self) -> &'static str {
        match self {
            Self::FirstSaid | Self::Received => "received",
        }
    }
}

/// What kind of word a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// An act.
    Statute,
    /// A regulation under an act.
    Regulation,
    /// What an agency tells its surveyors or the field; no law.
    Guidance,
    /// The organization's own policy; the only kind that may ever pause.
    Policy,
}

/// How sure we are of something that nobody in this office has confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Checked against a published source.
    Confirmed,
    /// A published source supports part of it.
    PartlyConfirmed,
    /// Field knowledge, very likely right.
    DefaultHigh,
    /// Field knowledge, likely right.
    DefaultMedium,
    /// Field knowledge, doubtful.
    DefaultLow,
}

impl Confidence {
    /// Whether it carries the "unverified default" badge until the office confirms it.
    pub const fn is_unverified(self) -> bool {
        matches!(self, Self::DefaultHigh | Self::DefaultMedium | Self::DefaultLow)
    }
}

/// A worked, dated example of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// When it was first said, where that differs.
    #[serde(default, deserialize_with = "source::optional_moment")]
    pub said: Option<NaiveDateTime>,
    /// When the office received it.
    #[serde(deserialize_with = "source::moment")]
    pub received: NaiveDateTime,
    /// The office's own number, where the example is about one.
    #[serde(default)]
    pub office: Option<Length>,
    /// The last day.
    #[serde(deserialize_with = "source::day")]
    pub due: NaiveDate,
    /// The time of day on it, where the rule gives one.
    #[serde(default)]
    pub by: Option<TimeOfDay>,
    /// What the example shows.
    pub shows: String,
}

impl Rule {
    /// Whether it applies to cases of `kind`.
    pub fn applies_to(&self, kind: &str) -> bool {
        self.applies_to.iter().any(|one| one == kind)
    }

    /// Whether it starts clocks on `day`.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.effective_from.is_none_or(|from| from <= day)
            && self.effective_to.is_none_or(|to| day <= to)
    }

    /// Whether its clock may ever pause: a limit set by law or guidance never does.
    pub const fn may_pause(&self) -> bool {
        matches!(self.binding, Binding::Policy)
    }

    /// Its length under `settings`. Only a rule that leaves it to the office listens to them.
    pub fn length_under(&self, settings: &Settings) -> Length {
        self.office_number(settings).map_or(self.length, |number| number.length)
    }

    /// The office's own number, where the rule leaves one to the office and there is one.
    pub fn office_number<'a>(&self, settings: &'a Settings) -> Option<&'a OfficeNumber> {
        match self.length_set_by {
            SetBy::Office => settings.numbers.get(&self.id),
            SetBy::Rule => None,
        }
    }

    /// Whether nobody has confirmed its length.
    pub fn length_is_unverified(&self, settings: &Settings) -> bool {
        match self.length_set_by {
            SetBy::Office => {
                self.office_number(settings).is_none_or(|number| number.confirmed.is_none())
            }
            SetBy::Rule => self.confidence.is_unverified(),
        }
    }

    /// Whether its count asks the calendar which days are business days.
    pub fn asks_calendar(&self, settings: &Settings) -> bool {
        self.length_under(settings).days == DayKind::Business || self.roll != Roll::None
    }

    /// Whether anything that its date rests on is a default nobody has confirmed.
    pub fn is_unverified(&self, pack: &Pack, settings: &Settings) -> bool {
        self.confidence.is_unverified()
            || self.length_is_unverified(settings)
            || (self.asks_calendar(settings) && pack.calendar_is_unverified(settings))
    }
}

impl Pack {
    /// The rule called `id`.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Whether nobody has confirmed that its calendar is the right one.
    pub fn calendar_is_unverified(&self, settings: &Settings) -> bool {
        self.calendar_confidence.is_unverified() && !settings.calendars.contains_key(&self.calendar)
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
        assert_eq!(Trigger::FirstSaid.moment(Some(said), received), said);
        assert_eq!(Trigger::FirstSaid.moment(None, received), received);
        assert_eq!(Trigger::FirstSaid.moment(Some(received), said), said);
        assert_eq!(Trigger::Received.moment(Some(said), received), received);
    }
}
