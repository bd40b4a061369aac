//! Wrong tries in a row, kept in `throttle.json`, and the wait that follows them.
//!
//! The wait is measured on a clock that runs from the computer's start and through sleep, so
//! that setting the date neither shortens nor lengthens it. It always ends.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files;

/// Seconds to wait after so many wrong tries in a row; the last holds for all that follow.
const WAITS: [u64; 10] = [0, 0, 0, 1, 2, 4, 8, 16, 32, 60];
const LIMIT: u64 = 4096;

pub(crate) struct Throttle {
    path: PathBuf,
}

#[derive(Default, Serialize, Deserialize)]
struct Tries {
    failures: u32,
    boot_ms: u64,
}

impl Throttle {
    pub(crate) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Lets a try in and counts it as wrong beforehand, so that ending the program midway
    /// wins nothing. [`Throttle::clear`] takes it back.
    pub(crate) fn admit(&self, boot_ms: u64) -> Result<()> {
        let tries = self.read();
        let left_ms = wait_ms(tries.failures).saturating_sub(passed_ms(tries.boot_ms, boot_ms));
        if left_ms > 0 {
            return Err(Error::Wait { seconds: left_ms.div_ceil(1000), failures: tries.failures });
        }
        self.write(&Tries { failures: tries.failures.saturating_add(1), boot_ms });
        Ok(())
    }

    /// The try was right: the count starts again.
    pub(crate) fn clear(&self) {
        // On a full disk or a read-only one the office must still open.
        let _ = files::remove(&self.path);
    }

    /// A file that is missing or cannot be read counts as no failure: the wait is a courtesy on
    /// top of the key derivation, and must never keep the owner out.
    fn read(&self) -> Tries {
        files::read_capped(&self.path, LIMIT)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    fn write(&self, tries: &Tries) {
        if let Ok(text) = serde_json::to_vec(tries) {
            // On a full disk or a read-only one the office must still open.
            let _ = files::write_atomic(&self.path, &text);
        }
    }
}

fn wait_ms(failures: u32) -> u64 {
    let position = usize::try_from(failures).unwrap_or(usize::MAX);
    WAITS.get(position).or(WAITS.last()).copied().unwrap_or(0) * 1000
}

/// At least this long has passed. After a restart the clock begins anew, and then at least
/// the time since that start has.
fn passed_ms(then: u64, now: u64) -> u64 {
    now.checked_sub(then).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds_told(throttle: &Throttle, boot_ms: u64) -> u64 {
        match throttle.admit(boot_ms) {
            Ok(()) => 0,
            Err(Error::Wait { seconds, .. }) => seconds,
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn each_wrong_try_waits_as_the_table_says_also_after_a_restart_of_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("throttle.json");
        let mut now = 1_000_000;
        for wait in [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60] {
            let throttle = Throttle::at(path.clone());
            if wait > 0 {
                assert_eq!(seconds_told(&throttle, now), wait);
                assert_eq!(seconds_told(&throttle, now + wait * 1000 - 1), 1);
                now += wait * 1000;
            }
            assert_eq!(seconds_told(&throttle, now), 0, "after {wait} s");
        }
        Throttle::at(path.clone()).clear();
        assert!(!path.exists());
        assert_eq!(seconds_told(&Throttle::at(path), now), 0);
    }

    #[test]
    fn after_a_restart_of_the_computer_the_wait_still_ends() {
        let folder = tempfile::tempdir().unwrap();
        let throttle = Throttle::at(folder.path().join("throttle.json"));
        throttle.write(&Tries { failures: 50, boot_ms: 9_000_000 });
        assert_eq!(seconds_told(&throttle, 10_000), 50);
        assert_eq!(seconds_told(&throttle, 60_000), 0);
    }

    #[test]
    fn a_broken_count_never_keeps_the_owner_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("throttle.json");
        for broken in ["", "null", "{\"failures\":-1}", "[]"] {
            files::write_atomic(&path, broken.as_bytes()).unwrap();
            assert_eq!(seconds_told(&Throttle::at(path.clone()), 5), 0);
        }
        let most = Tries { failures: u32::MAX, boot_ms: u64::MAX };
        Throttle::at(path.clone()).write(&most);
        assert_eq!(seconds_told(&Throttle::at(path), 60_000), 0);
    }
}
