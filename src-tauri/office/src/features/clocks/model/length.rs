//! How long a clock runs and how that is counted.

use chrono::NaiveTime;
use serde::Deserialize;

use crate::kernel::calendar::DayKind;

/// Whether the day of the trigger counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// The trigger is day 0: "within 7 days after receipt".
    Exclusive,
    /// The trigger is day 1: "6 months commencing on the day on which it was received".
    Inclusive,
}

/// Whether a count runs on from its trigger or back from it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// On: "within 30 days after".
    #[default]
    Forward,
    /// Back from something planned: "at least 2 days before".
    Back,
}

/// How long a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
    /// Which days count; months and years are civil ones, so every day of them does.
    #[serde(default)]
    pub days: DayKind,
}

impl Length {
    /// How it is written in records: `7 calendar day`, `72 calendar hour`, `4 month`.
    pub fn code(self) -> String {
        let unit = match self.unit {
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Month => return format!("{} month", self.count),
            Unit::Year => return format!("{} year", self.count),
        };
        let days = match self.days {
            DayKind::Calendar => "calendar",
            DayKind::Business => "business",
        };
        format!("{} {days} {unit}", self.count)
    }

    /// Reads what [`Length::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        let mut words = code.split(' ');
        let count = words.next()?.parse().ok()?;
        let (days, unit) = match (words.next()?, words.next()) {
            ("calendar", Some(unit)) => (DayKind::Calendar, unit),
            ("business", Some(unit)) => (DayKind::Business, unit),
            (unit, None) => (DayKind::Calendar, unit),
            _ => return None,
        };
        let unit = match unit {
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return None,
        };
        words.next().is_none().then_some(Self { count, unit, days })
    }
}

/// What a length is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Hours from the minute of the trigger, by the wall clock.
    Hour,
    /// Days.
    Day,
    /// Civil months: six months from August 31 end on the last of February, never after 180 days.
    Month,
    /// Civil years.
    Year,
}

/// Who sets the length of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetBy {
    /// The rule itself; no setting of the office changes it.
    Rule,
    /// The office's own policy. What the pack gives is a default until the office confirms it.
    Office,
}

/// What happens when the last day is no business day.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// Nothing.
    #[default]
    None,
    /// The next business day is the last day.
    NextBusinessDay,
}

/// What happens when the month in which a length ends lacks the day it began on.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonthOverflow {
    /// The last day of that month.
    #[default]
    Clip,
    /// The first day of the month after (45 CFR 147.136(d)(2)(i)).
    NextFirst,
}

/// A time of day by which something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum TimeOfDay {
    /// The end of the day.
    Midnight,
    /// Noon.
    Noon,
    /// When the other side closes for the day.
    CloseOfBusiness,
    /// This time.
    At(NaiveTime),
}

impl TimeOfDay {
    /// How it is written in files and records: `noon`, `17:00`.
    pub fn code(self) -> String {
        match self {
            Self::Midnight => "midnight".into(),
            Self::Noon => "noon".into(),
            Self::CloseOfBusiness => "close_of_business".into(),
            Self::At(time) => time.format("%H:%M").to_string(),
        }
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        match code.as_str() {
            "midnight" => Ok(Self::Midnight),
            "noon" => Ok(Self::Noon),
            "close_of_business" => Ok(Self::CloseOfBusiness),
            time => NaiveTime::parse_from_str(time, "%H:%M")
                .map(Self::At)
                .map_err(|_| "write \"midnight\", \"noon\", \"close_of_business\" or \"17:00\""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_survives_being_written_down() {
        for unit in [Unit::Hour, Unit::Day, Unit::Month, Unit::Year] {
            for days in [DayKind::Calendar, DayKind::Business] {
                let civil = matches!(unit, Unit::Month | Unit::Year);
                let days = if civil { DayKind::Calendar } else { days };
                let length = Length { count: 21, unit, days };
                assert_eq!(Length::parse(&length.code()), Some(length), "{}", length.code());
            }
        }
        for none in ["", "7", "7 days", "seven calendar day", "7 calendar day long"] {
            assert_eq!(Length::parse(none), None, "{none}");
        }
    }

    #[test]
    fn a_time_of_day_survives_being_written_down() {
        let at = TimeOfDay::At(NaiveTime::from_hms_opt(17, 5, 0).unwrap());
        for time in [TimeOfDay::Midnight, TimeOfDay::Noon, TimeOfDay::CloseOfBusiness, at] {
            assert_eq!(TimeOfDay::try_from(time.code()), Ok(time));
        }
        assert!(TimeOfDay::try_from("5 PM".to_owned()).is_err());
    }
}
