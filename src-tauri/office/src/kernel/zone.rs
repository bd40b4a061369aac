//! Time zones: between the clock on an office's wall and instants.

use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Offset as _, Timelike, Utc};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// A time zone of the IANA database, which the program brings with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// There is no time zone of this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchZone;

impl FromStr for Zone {
    type Err = NoSuchZone;

    /// "America/New_York".
    fn from_str(name: &str) -> Result<Self, NoSuchZone> {
        match TimeZone::get(name) {
            // "Etc/Unknown" says itself that it is none.
            Ok(zone) if !zone.is_unknown() => Ok(Self(zone)),
            _ => Err(NoSuchZone),
        }
    }
}

impl Zone {
    /// The zone in which the clocks never change.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// "America/New_York".
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The civil date and time at `instant`.
    pub fn local_of(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        let utc = instant.naive_utc();
        let offset = timestamp(instant).map(|at| self.0.to_offset(at));
        utc + ahead(offset.unwrap_or(Offset::UTC))
    }

    /// The instant of a civil date and time.
    ///
    /// Where a clock change skips that time, the first instant after the gap; where it comes twice,
    /// the earlier one.
    pub fn instant_of(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let at = |offset: Offset| (local - ahead(offset)).and_utc();
        let Some(civil) = civil_of(local) else { return local.and_utc() };
        match self.0.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => at(offset),
            AmbiguousOffset::Fold { before, .. } => at(before),
            AmbiguousOffset::Gap { before, after } => {
                // As the clocks stood afterwards, that time lies before the change.
                let change = timestamp(at(after)).and_then(|at| self.0.following(at).next());
                let first = change.and_then(|change| instant(change.timestamp()));
                first.unwrap_or_else(|| at(before))
            }
        }
    }
}

/// Chrono counts on beyond it through a leap second.
const LAST_NANOSECOND: u32 = 999_999_999;

/// How far ahead of UTC. No place is a day ahead.
fn ahead(offset: Offset) -> FixedOffset {
    FixedOffset::east_opt(offset.seconds()).unwrap_or(Utc.fix())
}

/// `None` outside the years -9999 to 9999.
fn timestamp(instant: DateTime<Utc>) -> Option<Timestamp> {
    // A leap second is the last instant of its minute.
    let nanos = i32::try_from(instant.timestamp_subsec_nanos().min(LAST_NANOSECOND)).ok()?;
    Timestamp::new(instant.timestamp(), nanos).ok()
}

fn instant(timestamp: Timestamp) -> Option<DateTime<Utc>> {
    let nanos = u32::try_from(timestamp.subsec_nanosecond()).ok()?;
    DateTime::from_timestamp(timestamp.as_second(), nanos)
}

/// `None` outside the years -9999 to 9999.
fn civil_of(local: NaiveDateTime) -> Option<civil::DateTime> {
    let small = |number: u32| i8::try_from(number).ok();
    civil::DateTime::new(
        i16::try_from(local.year()).ok()?,
        small(local.month())?,
        small(local.day())?,
        small(local.hour())?,
        small(local.minute())?,
        small(local.second())?,
        i32::try_from(local.nanosecond().min(LAST_NANOSECOND)).ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn a_time_that_the_clocks_skip_is_the_first_instant_after_it() {
        let new_york = "America/New_York";
        for (zone, local, instant) in [
            (new_york, "2026-03-08T01:59:59", "2026-03-08T06:59:59Z"),
            (new_york, "2026-03-08T02:00:00", "2026-03-08T07:00:00Z"),
            (new_york, "2026-03-08T02:15:00", "2026-03-08T07:00:00Z"),
            (new_york, "2026-03-08T02:59:59", "2026-03-08T07:00:00Z"),
            (new_york, "2026-03-08T03:00:00", "2026-03-08T07:00:00Z"),
            // Twice: the earlier one.
            (new_york, "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"),
            // A year whose changes are only a rule.
            (new_york, "2060-03-14T02:30:00", "2060-03-14T07:00:00Z"),
            (new_york, "2060-11-07T01:30:00", "2060-11-07T05:30:00Z"),
            ("America/Sao_Paulo", "2018-11-04T00:00:00", "2018-11-04T03:00:00Z"),
            ("America/Sao_Paulo", "2018-11-04T00:45:00", "2018-11-04T03:00:00Z"),
            ("Pacific/Apia", "2011-12-30T00:00:00", "2011-12-30T10:00:00Z"),
            ("Pacific/Apia", "2011-12-30T13:07:00", "2011-12-30T10:00:00Z"),
            ("Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"),
            ("UTC", "2026-03-08T02:15:00", "2026-03-08T02:15:00Z"),
        ] {
            let zone: Zone = zone.parse().unwrap();
            let found = zone.instant_of(local.parse().unwrap());
            assert_eq!(found, instant.parse::<DateTime<Utc>>().unwrap(), "{zone:?} {local}");
        }
    }

    #[test]
    fn every_hour_of_a_year_is_found_again() {
        for name in ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu"] {
            let zone: Zone = name.parse().unwrap();
            let begun: DateTime<Utc> = "2026-01-01T00:30:00.25Z".parse().unwrap();
            for hour in 0..365 * 24 {
                let instant = begun + TimeDelta::hours(hour);
                let local = zone.local_of(instant);
                let again = zone.instant_of(local);
                // What comes twice is taken for the earlier one, never for anything else.
                assert!(again <= instant, "{name} {instant}");
                assert_eq!(zone.local_of(again), local, "{name} {instant}");
            }
        }
    }

    #[test]
    fn a_leap_second_belongs_to_the_day_it_ends() {
        let zone: Zone = "America/New_York".parse().unwrap();
        let local = zone.local_of("2026-03-12T03:59:60Z".parse().unwrap());
        assert_eq!(local.date().to_string(), "2026-03-11");
        assert_eq!(zone.local_of(zone.instant_of(local)).date(), local.date());
    }

    #[test]
    fn only_real_zones_have_a_name() {
        for name in ["America/New_York", "Europe/London", "Etc/UTC", "UTC", "US/Eastern"] {
            assert_eq!(name.parse::<Zone>().unwrap().name(), name);
        }
        for name in ["", "Etc/Unknown", "America/Atlantis", "+05:00", "EST5EDT,M3.2.0,M11.1.0"] {
            assert_eq!(name.parse::<Zone>(), Err(NoSuchZone), "{name}");
        }
        assert_eq!(Zone::UTC.name(), "UTC");
    }
}
