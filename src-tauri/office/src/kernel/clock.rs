//! The one source of "now". Civil dates and instants are different things and are never mixed.

use std::sync::Mutex;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Tells the time, in the office's own zone.
pub struct Clock {
    source: Source,
    zone: Mutex<Tz>,
}

enum Source {
    System,
    Stopped(Mutex<DateTime<Utc>>),
}

impl Clock {
    /// The laptop's clock, read in `zone`.
    pub const fn system(zone: Tz) -> Self {
        Self { source: Source::System, zone: Mutex::new(zone) }
    }

    /// A clock that stands still until it is moved. For tests and for replaying a history.
    pub const fn stopped(at: DateTime<Utc>, zone: Tz) -> Self {
        Self { source: Source::Stopped(Mutex::new(at)), zone: Mutex::new(zone) }
    }

    /// This instant.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.source {
            #[expect(clippy::disallowed_methods, reason = "the one place that reads the time")]
            Source::System => Utc::now(),
            Source::Stopped(at) => *held(at),
        }
    }

    /// The office's civil date now.
    pub fn today(&self) -> NaiveDate {
        self.day_of(self.now())
    }

    /// The office's civil date and time now, to the second.
    pub fn local(&self) -> NaiveDateTime {
        self.local_of(self.now())
    }

    /// The civil date in the office at `instant`.
    pub fn day_of(&self, instant: DateTime<Utc>) -> NaiveDate {
        self.local_of(instant).date()
    }

    /// The civil date and time in the office at `instant`.
    pub fn local_of(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(&self.zone()).naive_local()
    }

    /// The instant of a civil date and time in the office.
    ///
    /// Where a clock change skips that time, the first instant after the gap; where it comes
    /// twice, the earlier one.
    pub fn instant_of(&self, local: NaiveDateTime) -> DateTime<Utc> {
        instant_in(self.zone(), local)
    }

    /// The office's time zone.
    pub fn zone(&self) -> Tz {
        *held(&self.zone)
    }

    /// Sets the office's time zone, once the office is open and says which.
    pub fn set_zone(&self, zone: Tz) {
        *held(&self.zone) = zone;
    }

    /// Moves a stopped clock to `at`. The laptop's own clock is left alone.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Source::Stopped(now) = &self.source {
            *held(now) = at;
        }
    }
}

/// The longest stretch that clocks ever skip is a day, when a place changes sides of the date line.
const LONGEST_GAP: u32 = 25 * 60 * 60;

/// The instant of a civil date and time in `zone`.
///
/// Where a clock change skips that time, the first instant after the gap; where it comes twice, the
/// earlier one.
pub fn instant_in(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    let known = |at: NaiveDateTime| zone.from_local_datetime(&at).earliest();
    if let Some(found) = known(local) {
        return found.with_timezone(&Utc);
    }
    // Known at the one end and skipped at the other: the seconds between are halved until they meet.
    let later = |seconds: u32| local + TimeDelta::seconds(seconds.into());
    let (mut skipped, mut after) = (0, 60);
    while known(later(after)).is_none() && after < LONGEST_GAP {
        (skipped, after) = (after, after * 2);
    }
    while after - skipped > 1 {
        let middle = skipped + (after - skipped) / 2;
        if known(later(middle)).is_some() {
            after = middle;
        } else {
            skipped = middle;
        }
    }
    known(later(after)).map_or_else(|| local.and_utc(), |found| found.with_timezone(&Utc))
}

fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    match mutex.lock() {
        Ok(guard) => guard,
        Err(poisoned) => poisoned.into_inner(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_the_clocks_skip_is_the_first_instant_after_it() {
        use chrono_tz::{America, Pacific};
        for (zone, local, instant) in [
            (America::New_York, "2026-03-08T01:59:59", "2026-03-08T06:59:59Z"),
            (America::New_York, "2026-03-08T02:00:00", "2026-03-08T07:00:00Z"),
            (America::New_York, "2026-03-08T02:15:00", "2026-03-08T07:00:00Z"),
            (America::New_York, "2026-03-08T02:59:59", "2026-03-08T07:00:00Z"),
            (America::New_York, "2026-03-08T03:00:00", "2026-03-08T07:00:00Z"),
            // Twice: the earlier one.
            (America::New_York, "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"),
            (America::Sao_Paulo, "2018-11-04T00:00:00", "2018-11-04T03:00:00Z"),
            (America::Sao_Paulo, "2018-11-04T00:45:00", "2018-11-04T03:00:00Z"),
            (Pacific::Apia, "2011-12-30T00:00:00", "2011-12-30T10:00:00Z"),
            (Pacific::Apia, "2011-12-30T13:07:00", "2011-12-30T10:00:00Z"),
            (Pacific::Apia, "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"),
        ] {
            let found = instant_in(zone, local.parse().unwrap());
            assert_eq!(found, instant.parse::<DateTime<Utc>>().unwrap(), "{zone} {local}");
        }
    }
}
