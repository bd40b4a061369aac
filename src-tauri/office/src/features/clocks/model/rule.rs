//! What an advocate may correct: packs of rules, as they are written in files.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;

use super::event::{Anchor, Event, Presumption, Trigger};
use super::evidence::{Extension, Letter, MetBy};
use super::length::{Direction, Length, MonthOverflow, Roll, SetBy, Start, TimeOfDay, Unit};
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
    /// The events it declares, besides the two that every case has.
    #[serde(rename = "event", default)]
    pub events: Vec<Event>,
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
    /// The row of the catalog it comes from, where one row became several rules.
    #[serde(default)]
    pub row: Option<String>,
    /// Name of the clock, "Interim notice".
    pub name: String,
    /// What is owed, in one line: "interim notice to the person who raised it".
    pub task: String,
    /// What is missing while the clock is not met: "Interim notice not sent".
    pub unmet: String,
    /// The kinds of case it applies to, from [`super::CASE_KINDS`].
    pub applies_to: Vec<String>,
    /// Whose time limit it is.
    pub binds: Binds,
    /// The same in words: "the hospital".
    pub bound: String,
    /// What its last day means.
    #[serde(default)]
    pub sense: Sense,
    /// Starts no clock until the office switches it on, since it holds for some offices only.
    #[serde(default)]
    pub off_until_chosen: bool,
    /// The event that starts it.
    pub trigger: Trigger,
    /// That event in words: "anyone at the hospital first hears it".
    pub starts_when: String,
    /// Whether the day of the trigger is day 0 or day 1.
    pub start: Start,
    /// Whether it runs on from the trigger or back from it.
    #[serde(default)]
    pub counts: Direction,
    /// For a count back: the thing must not be done earlier than this before the trigger.
    #[serde(default)]
    pub opens: Option<Length>,
    /// From which day it is counted.
    #[serde(default)]
    pub anchor: Anchor,
    /// An event whose day is the last one when it is known and later than the counted day.
    #[serde(default)]
    pub later_of: Option<String>,
    /// An event from which the count starts when it is known and later than the trigger.
    #[serde(default)]
    pub starts_from_later_of: Option<String>,
    /// What is presumed when the trigger itself is not known.
    #[serde(default)]
    pub presumption: Option<Presumption>,
    /// The presumption in a sentence.
    #[serde(default)]
    pub presumption_words: Option<String>,
    /// Another rule whose date, when it is earlier, is the person's last safe day.
    #[serde(default)]
    pub safe_by: Option<String>,
    /// Whether a case may not be closed while it is owed: a grievance without its written decision.
    #[serde(default)]
    pub needed_to_close: bool,
    /// Whether the office's own number is the only one there is: without it no clock starts, and
    /// the office is told that the number is missing.
    #[serde(default)]
    pub no_default: bool,
    /// How many days before the last day the office is warned; nothing means as usual.
    #[serde(default)]
    pub lead: Option<u32>,
    /// The calendar it follows, where that is not the pack's.
    #[serde(default)]
    pub calendar: Option<String>,
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

/// Whose time limit a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binds {
    /// The organization this office belongs to must do it.
    Ours,
    /// Somebody else must: a plan, a reviewer, another department.
    Theirs,
    /// The person's own window, such as the time to appeal.
    Patient,
}

/// What the last day of a rule means.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// Something has to be done by then.
    #[default]
    Deadline,
    /// Something may not be done before the day after.
    Bar,
    /// Something has to be kept until then.
    Keep,
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
    /// What the organization agreed to in a contract.
    Contract,
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
    /// When the office received it, for a rule that runs from that.
    #[serde(default, deserialize_with = "source::optional_moment")]
    pub received: Option<NaiveDateTime>,
    /// When its event happened, for a rule that runs from an event.
    #[serde(default, deserialize_with = "source::optional_moment")]
    pub on: Option<NaiveDateTime>,
    /// When the event of its presumption happened, for one that takes the trigger from that.
    #[serde(default, deserialize_with = "source::optional_moment")]
    pub from_notice: Option<NaiveDateTime>,
    /// The day of the later of two events.
    #[serde(default, deserialize_with = "source::optional_day")]
    pub later: Option<NaiveDate>,
    /// After so many extensions.
    #[serde(default)]
    pub extended: u32,
    /// The first day on which it may be done, for a count back.
    #[serde(default, deserialize_with = "source::optional_day")]
    pub opens: Option<NaiveDate>,
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

    /// How many days before the last one the office is warned: as the rule says, else by how long
    /// it runs.
    pub fn lead_days(&self, length: Length) -> u32 {
        let days = match length.unit {
            Unit::Hour => length.count.div_ceil(24),
            Unit::Day => length.count,
            Unit::Month => length.count.saturating_mul(30),
            Unit::Year => length.count.saturating_mul(365),
        };
        self.lead.unwrap_or(match days {
            0..=3 => 1,
            4..=10 => 2,
            11..=45 => 7,
            _ => 14,
        })
    }

    /// Whether it starts clocks in an office that settled this.
    pub fn is_on(&self, settings: &Settings) -> bool {
        (!self.off_until_chosen || settings.chosen.contains(&self.id))
            && (!self.no_default || settings.numbers.contains_key(&self.id))
    }

    /// The row of the catalog.
    pub fn row(&self) -> &str {
        self.row.as_deref().unwrap_or(&self.id)
    }

    /// Whether it speaks of the event `id` in any way.
    pub fn speaks_of(&self, id: &str) -> bool {
        let presumed = self.presumption.as_ref().map(|presumption| &presumption.event);
        let others = [&self.later_of, &self.starts_from_later_of];
        let others = others.into_iter().flatten().chain(presumed).chain(&self.met_by.events);
        self.trigger.event() == Some(id) || others.into_iter().any(|event| event == id)
    }

    /// Whether it starts clocks on `day`.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.effective_from.is_none_or(|from| from <= day)
            && self.effective_to.is_none_or(|to| day <= to)
    }

    /// Whether its clock may ever pause: a limit set by law or guidance never does, nor does the
    /// person's own window or what somebody else has to do.
    pub const fn may_pause(&self) -> bool {
        matches!(self.binding, Binding::Policy) && matches!(self.binds, Binds::Ours)
    }

    /// Whether it is the organization's own limit, set by its policy, which passes over the days it
    /// is closed.
    pub const fn is_own(&self) -> bool {
        matches!(self.length_set_by, SetBy::Office) && matches!(self.binds, Binds::Ours)
    }

    /// Whether it listens to what the office says of things that come in after hours: limits in
    /// business days and the organization's own. Hours and the law's other days run regardless.
    pub fn heeds_hours(&self, length: Length) -> bool {
        length.unit == Unit::Day
            && self.counts == Direction::Forward
            && (length.days == DayKind::Business || self.may_pause())
            && matches!(self.trigger, Trigger::FirstSaid | Trigger::Received)
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
            SetBy::Rule => self.is_to_be_checked() && self.checked(settings).is_none(),
        }
    }

    /// Whether its count asks the calendar which days are business days.
    pub fn asks_calendar(&self, settings: &Settings) -> bool {
        self.length_under(settings).days == DayKind::Business || self.roll != Roll::None
    }

    /// Whether anything that its date rests on is a default nobody has confirmed.
    pub fn is_unverified(&self, pack: &Pack, settings: &Settings) -> bool {
        // Where the office sets the number, its own word settles what the pack was unsure of.
        self.length_is_unverified(settings)
            || (self.asks_calendar(settings) && pack.calendar_is_unverified(settings))
    }
}

impl Pack {
    /// The rule called `id`.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Whether `version` comes after its own: 2026.9 is before 2026.11, and that before 2026.11.1.
    pub fn precedes(&self, version: &str) -> bool {
        let parts = |version: &str| -> Vec<(u64, String)> {
            let part = |part: &str| {
                let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
                let (number, rest) = part.split_at(digits);
                (number.parse().unwrap_or_default(), rest.to_owned())
            };
            version.split('.').map(part).collect()
        };
        parts(&self.version) < parts(version)
    }

    /// Whether nobody has confirmed that its calendar is the right one.
    pub fn calendar_is_unverified(&self, settings: &Settings) -> bool {
        self.calendar_confidence.is_unverified() && !settings.calendars.contains_key(&self.calendar)
    }
}
