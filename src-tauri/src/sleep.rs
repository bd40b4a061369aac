//! Whether the laptop has slept.

use std::time::Duration;

/// A laptop that was away for this long may have changed hands.
const ABSENCE: Duration = Duration::from_secs(5);

/// Compares how long the laptop has existed with how long it has been awake.
pub(crate) struct Heartbeat {
    asleep: Duration,
}

impl Heartbeat {
    /// Counts from now.
    pub(crate) fn begin() -> Self {
        Self { asleep: clocks::asleep() }
    }

    /// Whether the laptop has slept since the last time this was asked.
    pub(crate) fn has_slept(&mut self) -> bool {
        self.notices(clocks::asleep())
    }

    fn notices(&mut self, asleep: Duration) -> bool {
        let grown = asleep.saturating_sub(self.asleep);
        self.asleep = asleep;
        grown >= ABSENCE
    }
}

#[cfg(target_os = "linux")]
mod clocks {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};

    /// One clock goes on while the laptop sleeps, the other stops.
    pub(super) fn asleep() -> Duration {
        read(ClockId::Boottime).saturating_sub(read(ClockId::Monotonic))
    }

    fn read(clock: ClockId) -> Duration {
        clock_gettime(clock).try_into().unwrap_or_default()
    }
}

#[cfg(not(target_os = "linux"))]
mod clocks {
    use std::sync::OnceLock;
    use std::time::{Duration, Instant, SystemTime};

    /// The wall goes on while the laptop sleeps. Setting it forward by hand locks too, which
    /// costs a passphrase and no more.
    pub(super) fn asleep() -> Duration {
        static AWAKE: OnceLock<Instant> = OnceLock::new();
        let awake = AWAKE.get_or_init(Instant::now).elapsed();
        #[expect(clippy::disallowed_methods, reason = "only differences of it are used")]
        let wall = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        wall.saturating_sub(awake)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sleep_of_five_seconds_is_noticed_once() {
        let second = Duration::from_secs;
        let mut heartbeat = Heartbeat { asleep: second(100) };
        assert!(!heartbeat.notices(second(100)), "awake");
        assert!(!heartbeat.notices(second(104)), "a hiccup");
        assert!(heartbeat.notices(second(109)), "a sleep");
        assert!(!heartbeat.notices(second(109)), "noticed already");
        assert!(!heartbeat.notices(second(10)), "a clock that went back is no sleep");
    }

    #[test]
    fn a_laptop_that_is_awake_has_not_slept() {
        let mut heartbeat = Heartbeat::begin();
        assert!(!heartbeat.has_slept());
    }
}
