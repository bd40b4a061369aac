//! The one source of "now". Civil dates and instants are different things and are never mixed.

use std::sync::Mutex;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::Zone;

/// Tells the time, in the office's own zone.
pub struct Clock {
    source: Source,
    zone: Mutex<Zone>,
}

enum Source {
    System,
    Stopped(Mutex<DateTime<Utc>>),
}

impl Clock {
    /// The laptop's clock, read in `zone`.
    pub const fn system(zone: Zone) -> Self {
        Self { source: Source::System, zone: Mutex::new(zone) }
    }

    /// A clock that stands still until it is moved. For tests and for replaying a history.
    pub const fn stopped(at: DateTime<Utc>, zone: Zone) -> Self {
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
        held(&self.zone).local_of(instant)
    }

    /// The instant of a civil date and time in the office.
    ///
    /// Where a clock change skips that time, the first instant after the gap; where it comes
    /// twice, the earlier one.
    pub fn instant_of(&self, local: NaiveDateTime) -> DateTime<Utc> {
        held(&self.zone).instant_of(local)
    }

    /// The office's time zone.
    pub fn zone(&self) -> Zone {
        held(&self.zone).clone()
    }

    /// Sets the office's time zone, once the office is open and says which.
    pub fn set_zone(&self, zone: Zone) {
        *held(&self.zone) = zone;
    }

    /// Moves a stopped clock to `at`. The laptop's own clock is left alone.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Source::Stopped(now) = &self.source {
            *held(now) = at;
        }
    }
}

fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    match mutex.lock() {
        Ok(guard) => guard,
        Err(poisoned) => poisoned.into_inner(),
    }
}
