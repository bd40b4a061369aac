//! Dates, times and lengths as people read them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::features::clocks::model::{Length, TimeOfDay, Unit};
use crate::kernel::calendar::{Calendar, DayKind};

/// The order in which a person reads a date.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// Tue, Mar 3.
    #[default]
    Us,
    /// Tue 3 Mar.
    Uk,
    /// Tue 2026-03-03.
    Iso,
}

/// How a person reads dates and times.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The order of a date.
    pub dates: Dates,
    /// 16:10 instead of 4:10 PM.
    pub clock24: bool,
}

impl Style {
    fn date(self, day: NaiveDate, us: &str, uk: &str, iso: &str) -> String {
        let pattern = match self.dates {
            Dates::Us => us,
            Dates::Uk => uk,
            Dates::Iso => iso,
        };
        day.format(pattern).to_string()
    }
}

/// "Tue, Mar 3".
pub fn short_day(day: NaiveDate, style: Style) -> String {
    style.date(day, "%a, %b %-d", "%a %-d %b", "%a %Y-%m-%d")
}

/// "Tue, Mar 3, 2026".
pub fn full_day(day: NaiveDate, style: Style) -> String {
    style.date(day, "%a, %b %-d, %Y", "%a %-d %b %Y", "%a %Y-%m-%d")
}

/// "Tuesday, March 3".
pub fn day_words(day: NaiveDate, style: Style) -> String {
    style.date(day, "%A, %B %-d", "%A %-d %B", "%A %Y-%m-%d")
}

/// "March 3, 2026".
pub fn long_date(day: NaiveDate, style: Style) -> String {
    style.date(day, "%B %-d, %Y", "%-d %B %Y", "%Y-%m-%d")
}

/// "4:10 PM".
pub fn time_words(time: NaiveTime, style: Style) -> String {
    let pattern = if style.clock24 { "%H:%M" } else { "%-I:%M %p" };
    time.format(pattern).to_string()
}

/// "Tue, Mar 3, 4:10 PM".
pub fn moment_words(at: NaiveDateTime, style: Style) -> String {
    format!("{}, {}", short_day(at.date(), style), time_words(at.time(), style))
}

/// "noon", "the end of the day", "4:10 PM".
pub fn time_of_day_words(time: TimeOfDay, style: Style) -> String {
    match time {
        TimeOfDay::Midnight => "the end of the day".into(),
        TimeOfDay::Noon => "noon".into(),
        TimeOfDay::CloseOfBusiness => "close of business".into(),
        TimeOfDay::At(time) => time_words(time, style),
    }
}

/// "7 calendar days", "1 working day", "6 months", "24 hours on business days".
pub fn length_words(length: Length, calendar: &Calendar) -> String {
    let business = calendar.business_day();
    match (length.unit, length.days) {
        (Unit::Day, DayKind::Calendar) => counted(length.count, "calendar day"),
        (Unit::Day, DayKind::Business) => counted(length.count, business),
        (Unit::Hour, DayKind::Calendar) => counted(length.count, "hour"),
        (Unit::Hour, DayKind::Business) => {
            format!("{} on {business}s", counted(length.count, "hour"))
        }
        (Unit::Month, _) => counted(length.count, "month"),
        (Unit::Year, _) => counted(length.count, "year"),
    }
}

/// "1 day", "2 days".
pub(super) fn counted(count: impl TryInto<i64>, noun: &str) -> String {
    match count.try_into() {
        Ok(1) => format!("1 {noun}"),
        Ok(many) => format!("{many} {noun}s"),
        Err(_) => format!("more {noun}s than can be counted"),
    }
}

/// "a", "a and b", "a, b and c".
pub(super) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `text` with its first letter made large.
pub(super) fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_follow_the_persons_settings() {
        let at: NaiveDateTime = "2026-03-03T16:10:00".parse().unwrap();
        let us = Style::default();
        let uk = Style { dates: Dates::Uk, clock24: true };
        let iso = Style { dates: Dates::Iso, clock24: true };
        assert_eq!(moment_words(at, us), "Tue, Mar 3, 4:10 PM");
        assert_eq!(moment_words(at, uk), "Tue 3 Mar, 16:10");
        assert_eq!(moment_words(at, iso), "Tue 2026-03-03, 16:10");
        assert_eq!(long_date(at.date(), us), "March 3, 2026");
        assert_eq!(full_day(at.date(), us), "Tue, Mar 3, 2026");
        assert_eq!(day_words(at.date(), uk), "Tuesday 3 March");
    }

    #[test]
    fn lists_read_like_a_sentence() {
        let words = |n: usize| ["a", "b", "c"].map(String::from).get(..n).unwrap().to_vec();
        assert_eq!(listed(&words(0)), "");
        assert_eq!(listed(&words(1)), "a");
        assert_eq!(listed(&words(2)), "a and b");
        assert_eq!(listed(&words(3)), "a, b and c");
        assert_eq!(sentence_case("the weekend"), "The weekend");
    }
}
