//! How dates and times are written on paper.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The order in which a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// March 12, 2026.
    Us,
    /// 12 March 2026.
    Uk,
    /// 2026-03-12.
    Iso,
}

/// How this office writes dates and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// The order of day, month and year.
    pub order: DateOrder,
    /// 16:10 instead of 4:10 PM.
    pub clock24: bool,
}

impl Dates {
    /// The language whose readers write dates like this.
    pub const fn language(self) -> &'static str {
        match self.order {
            DateOrder::Us | DateOrder::Iso => "en-US",
            DateOrder::Uk => "en-GB",
        }
    }

    /// March 12, 2026.
    pub fn day(self, day: NaiveDate) -> String {
        let pattern = match self.order {
            DateOrder::Us => "%B %-d, %Y",
            DateOrder::Uk => "%-d %B %Y",
            DateOrder::Iso => "%Y-%m-%d",
        };
        day.format(pattern).to_string()
    }

    /// Thu, Mar 12: for places that name the year themselves.
    pub fn weekday(self, day: NaiveDate) -> String {
        let pattern = match self.order {
            DateOrder::Us => "%a, %b %-d",
            DateOrder::Uk => "%a %-d %b",
            DateOrder::Iso => "%a %m-%d",
        };
        day.format(pattern).to_string()
    }

    /// March 2026.
    pub fn month(self, day: NaiveDate) -> String {
        let pattern = match self.order {
            DateOrder::Us | DateOrder::Uk => "%B %Y",
            DateOrder::Iso => "%Y-%m",
        };
        day.format(pattern).to_string()
    }

    /// 4:10 PM.
    pub fn time(self, time: NaiveTime) -> String {
        time.format(if self.clock24 { "%H:%M" } else { "%-I:%M %p" }).to_string()
    }

    /// March 12, 2026, 4:10 PM.
    pub fn moment(self, at: NaiveDateTime) -> String {
        format!("{}, {}", self.day(at.date()), self.time(at.time()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_the_way_the_office_writes_it() {
        let at = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(16, 5, 0).unwrap();
        for (order, clock24, moment, weekday, month) in [
            (DateOrder::Us, false, "March 2, 2026, 4:05 PM", "Mon, Mar 2", "March 2026"),
            (DateOrder::Uk, true, "2 March 2026, 16:05", "Mon 2 Mar", "March 2026"),
            (DateOrder::Iso, true, "2026-03-02, 16:05", "Mon 03-02", "2026-03"),
        ] {
            let dates = Dates { order, clock24 };
            assert_eq!(dates.moment(at), moment);
            assert_eq!(dates.weekday(at.date()), weekday);
            assert_eq!(dates.month(at.date()), month);
        }
    }

    #[test]
    fn midnight_and_noon_are_twelve() {
        let dates = Dates { order: DateOrder::Us, clock24: false };
        assert_eq!(dates.time(NaiveTime::MIN), "12:00 AM");
        assert_eq!(dates.time(NaiveTime::from_hms_opt(12, 0, 0).unwrap()), "12:00 PM");
    }
}
