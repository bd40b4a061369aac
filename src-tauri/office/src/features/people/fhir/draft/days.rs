//! FHIR dates as civil days. A year alone is never made into a day.

use chrono::{DateTime, NaiveDate, Utc};

use crate::kernel::Clock;

use super::super::wire::Period;

/// What a date in a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// Nothing was written.
    Absent,
    /// A whole date.
    Day(NaiveDate),
    /// A year or a month, in words, and the last day it could mean.
    Partly(String, NaiveDate),
    /// Something else.
    Unreadable,
}

impl Written {
    /// The day, if a whole one was written.
    pub(super) const fn day(&self) -> Option<NaiveDate> {
        if let Self::Day(day) = self { Some(*day) } else { None }
    }

    const fn latest(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) | Self::Partly(_, day) => Some(*day),
            Self::Absent | Self::Unreadable => None,
        }
    }
}

/// Reads a date that has no zone, such as a birth date. A time after it is ignored.
pub(super) fn civil(text: Option<&str>) -> Written {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Written::Absent;
    };
    let date = text.split(['T', ' ']).next().unwrap_or(text);
    if let Some(day) = whole(date) {
        return Written::Day(day);
    }
    partly(date).unwrap_or(Written::Unreadable)
}

/// Reads a date with or without time; a time with a zone is taken to the office's own day.
pub(super) fn moment(text: Option<&str>, clock: &Clock) -> Written {
    match text.and_then(|text| DateTime::parse_from_rfc3339(text.trim()).ok()) {
        Some(instant) => Written::Day(clock.day_of(instant.with_timezone(&Utc))),
        None => civil(text),
    }
}

/// Whether `period` has ended before today.
pub(crate) fn ended(period: Option<&Period>, clock: &Clock) -> bool {
    let end = period.map(|period| moment(period.end.as_deref(), clock));
    end.and_then(|end| end.latest()).is_some_and(|last| last < clock.today())
}

/// Whether `period` covers today, as far as it says.
pub(super) fn is_current(period: Option<&Period>, clock: &Clock) -> bool {
    let start = period.map(|period| moment(period.start.as_deref(), clock));
    let has_begun = start.and_then(|start| start.day()).is_none_or(|day| day <= clock.today());
    has_begun && !ended(period, clock)
}

/// "March 12, 2026"
pub(crate) fn in_words(day: NaiveDate) -> String {
    day.format("%B %-d, %Y").to_string()
}

fn whole(date: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    NaiveDate::from_ymd_opt(digits(year, 4)?, number(month)?, number(day)?)
}

fn partly(date: &str) -> Option<Written> {
    let parts: Vec<&str> = date.split('-').collect();
    match parts.as_slice() {
        [year] => {
            let last = NaiveDate::from_ymd_opt(digits(year, 4)?, 12, 31)?;
            Some(Written::Partly((*year).to_owned(), last))
        }
        [year, month] => {
            let first = NaiveDate::from_ymd_opt(digits(year, 4)?, number(month)?, 1)?;
            let last = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
            Some(Written::Partly(first.format("%B %Y").to_string(), last))
        }
        _ => None,
    }
}

fn digits(text: &str, count: usize) -> Option<i32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn number(text: &str) -> Option<u32> {
    digits(text, 2).and_then(|number| u32::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn boston() -> Clock {
        let noon = Utc.with_ymd_and_hms(2026, 3, 12, 16, 0, 0).unwrap();
        Clock::stopped(noon, "America/New_York".parse().unwrap())
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_year_or_a_month_is_never_made_into_a_day() {
        assert_eq!(civil(Some("1944-05-01")), Written::Day(day(1944, 5, 1)));
        assert_eq!(civil(Some("1944-05-01T10:00:00Z")), Written::Day(day(1944, 5, 1)));
        assert_eq!(civil(Some("1944")), Written::Partly("1944".into(), day(1944, 12, 31)));
        assert_eq!(
            civil(Some("1944-02")),
            Written::Partly("February 1944".into(), day(1944, 2, 29))
        );
        for odd in ["5/1/1944", "1944-13-01", "1944-02-30", "44", "soon", "19444", "+944", "-"] {
            assert_eq!(civil(Some(odd)), Written::Unreadable, "{odd}");
        }
        assert_eq!(civil(Some("  ")), Written::Absent);
    }

    #[test]
    fn a_moment_falls_on_the_offices_own_day() {
        let clock = boston();
        for (written, expected) in [
            ("2026-03-12T02:00:00Z", day(2026, 3, 11)),
            ("2026-03-12T02:00:00-05:00", day(2026, 3, 12)),
            ("2026-03-12T23:59:60Z", day(2026, 3, 12)),
            ("2026-03-12T23:00:00", day(2026, 3, 12)),
            ("2026-03-12", day(2026, 3, 12)),
        ] {
            assert_eq!(moment(Some(written), &clock), Written::Day(expected), "{written}");
        }
    }

    #[test]
    fn a_period_ends_after_its_last_day() {
        let clock = boston();
        let until = |end: &str| Period { start: None, end: Some(end.into()) };
        assert!(ended(Some(&until("2026-03-11")), &clock));
        assert!(!ended(Some(&until("2026-03-12")), &clock));
        assert!(!ended(Some(&until("2026")), &clock));
        assert!(ended(Some(&until("2025")), &clock));
        assert!(!ended(Some(&until("later")), &clock));
        assert!(!ended(None, &clock));
    }
}
