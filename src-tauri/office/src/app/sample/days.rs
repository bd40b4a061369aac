//! Days counted from the day the sample office is opened, so that it is never out of date.

use chrono::{
    DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday,
};
use serde::Deserialize;

use crate::kernel::Clock;

/// "9 days ago, 19:30", "today, 08:20", "in 2 days".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct When {
    days: i64,
    time: NaiveTime,
}

impl TryFrom<String> for When {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        const WRONG: &str = "write \"9 days ago, 19:30\", \"today, 08:20\" or \"in 2 days\"";
        let (day, time) = match text.split_once(", ") {
            Some((day, time)) => {
                (day, NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| WRONG)?)
            }
            None => (text.as_str(), NaiveTime::MIN),
        };
        let words: Vec<&str> = day.split(' ').collect();
        let days = match words.as_slice() {
            ["today"] => Some(0),
            [number, "day" | "days", "ago"] => number.parse().ok().map(|n: i64| -n),
            ["in", number, "day" | "days"] => number.parse().ok(),
            _ => None,
        };
        Ok(Self { days: days.ok_or(WRONG)?, time })
    }
}

/// The day on which the sample is made, in the office's zone.
#[derive(Clone, Copy)]
pub(super) struct Today<'a> {
    clock: &'a Clock,
    now: DateTime<Utc>,
}

impl<'a> Today<'a> {
    pub(super) fn of(clock: &'a Clock) -> Self {
        Self { clock, now: clock.now() }
    }

    /// The date.
    pub(super) fn date(&self) -> NaiveDate {
        self.clock.day_of(self.now)
    }

    /// The last moment of which there is anything to tell.
    pub(super) fn latest(&self) -> NaiveDateTime {
        self.clock.local_of(self.now) - TimeDelta::minutes(15)
    }

    /// A civil day and time as it is written, but not later than now.
    pub(super) fn exact(&self, when: When) -> NaiveDateTime {
        moved(self.date(), when.days).and_time(when.time).min(self.latest())
    }

    /// The same at a time when the office works.
    pub(super) fn at_work(&self, when: When) -> NaiveDateTime {
        let exact = self.exact(when);
        if when.days == 0 { exact } else { workday(exact.date()).and_time(exact.time()) }
    }

    /// A day by which something was promised: a weekend to come becomes the Monday after it.
    pub(super) fn promised(&self, when: When) -> NaiveDate {
        let day = moved(self.date(), when.days);
        match day.weekday() {
            Weekday::Sat if when.days > 0 => moved(day, 2),
            Weekday::Sun if when.days > 0 => moved(day, 1),
            _ => day,
        }
    }

    /// When an entry is written that tells of `local`: a few minutes after it.
    pub(super) fn written(&self, local: NaiveDateTime) -> DateTime<Utc> {
        self.clock.instant_of(local + TimeDelta::minutes(5)).min(self.now)
    }
}

/// `day` and so many days on, or back.
pub(super) fn moved(day: NaiveDate, by: i64) -> NaiveDate {
    let days = Days::new(by.unsigned_abs());
    let moved = if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) };
    moved.unwrap_or(day)
}

/// `day`, or the Friday before it.
pub(super) fn workday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => moved(day, -1),
        Weekday::Sun => moved(day, -2),
        _ => day,
    }
}

/// `at`, or half past eight on the Monday after it.
pub(super) fn workday_after(at: NaiveDateTime) -> NaiveDateTime {
    let days = match at.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => return at,
    };
    moved(at.date(), days).and_time(NaiveTime::MIN) + TimeDelta::minutes(8 * 60 + 30)
}

/// What happens in one case, one thing after the other.
pub(super) struct Order {
    last: NaiveDateTime,
    latest: NaiveDateTime,
}

impl Order {
    pub(super) fn from(first: NaiveDateTime, latest: NaiveDateTime) -> Self {
        Self { last: first, latest }
    }

    /// The next thing, at `wanted` or as soon as the one before it allows.
    pub(super) fn next(&mut self, wanted: NaiveDateTime) -> NaiveDateTime {
        self.last = wanted.max(self.last + TimeDelta::minutes(7)).min(self.latest).max(self.last);
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(text: &str) -> Result<When, &'static str> {
        When::try_from(text.to_owned())
    }

    #[test]
    fn days_are_read_as_they_are_said() {
        let time = NaiveTime::from_hms_opt(19, 30, 0).unwrap();
        assert_eq!(when("9 days ago, 19:30"), Ok(When { days: -9, time }));
        assert_eq!(when("in 1 day"), Ok(When { days: 1, time: NaiveTime::MIN }));
        assert_eq!(when("today").map(|w| w.days), Ok(0));
        for wrong in ["yesterday", "9 days", "in two days", "today, 25:00", "today,08:00", ""] {
            assert!(when(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_office_works_on_workdays_and_never_tomorrow() {
        // Monday, March 9, 2026, 8:00.
        let at = "2026-03-09T12:00:00Z".parse().unwrap();
        let clock = Clock::stopped(at, "America/New_York".parse().unwrap());
        let today = Today::of(&clock);
        let text = |at: NaiveDateTime| at.format("%a %H:%M").to_string();
        assert_eq!(text(today.at_work(when("2 days ago, 10:00").unwrap())), "Fri 10:00");
        assert_eq!(text(today.exact(when("2 days ago, 10:00").unwrap())), "Sat 10:00");
        assert_eq!(text(today.at_work(when("today, 09:00").unwrap())), "Mon 07:45");
        assert_eq!(today.promised(when("in 5 days").unwrap()).to_string(), "2026-03-16");
        assert!(today.written(today.latest()) <= at);
    }

    #[test]
    fn one_thing_comes_after_the_other_even_when_days_fall_together() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
        let at = |hour, minute| day.and_hms_opt(hour, minute, 0).unwrap();
        let mut order = Order::from(at(16, 0), at(16, 20));
        assert_eq!(order.next(at(10, 0)), at(16, 7));
        assert_eq!(order.next(at(16, 30)), at(16, 20));
        assert_eq!(order.next(at(9, 0)), at(16, 20));
    }
}
