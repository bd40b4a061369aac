//! What a host asks of the operating system: how long it has run, and to keep memory to itself.

use crate::error::{Error, Result};

/// Milliseconds since this computer started, sleep included; it never goes back while it runs.
///
/// The one clock this crate can read. It is a separate call so that a host, or a test with a
/// stopped clock, decides what "now" is.
#[must_use]
pub fn boot_ms() -> u64 {
    boot_clock()
}

/// Keeps other programs of the same account, and crash reports, from reading this process's memory.
///
/// Call it once, before any passphrase is typed. On systems without such a switch it does nothing.
///
/// # Errors
/// [`Error::Io`] when the operating system refuses.
pub fn harden_process() -> Result<()> {
    harden().map_err(|source| Error::Io { what: "program's memory", verb: "closed off", source })
}

/// Gives memory that was freed back to the computer. It takes a few milliseconds; call it when
/// nobody waits. Where the system does so by itself, it does nothing.
pub fn give_memory_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        #[expect(unsafe_code, reason = "the C library alone knows what it keeps")]
        // SAFETY: takes a number and no pointer, and may be called at any time from any thread.
        unsafe {
            libc::malloc_trim(0);
        }
    }
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn boot_clock() -> u64 {
    since_start(rustix::time::clock_gettime(rustix::time::ClockId::Boottime))
}

/// Apple's monotonic clock runs through sleep.
#[cfg(target_vendor = "apple")]
fn boot_clock() -> u64 {
    since_start(rustix::time::clock_gettime(rustix::time::ClockId::Monotonic))
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn since_start(time: rustix::time::Timespec) -> u64 {
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let millis = u64::try_from(time.tv_nsec).unwrap_or(0) / 1_000_000;
    seconds.saturating_mul(1000).saturating_add(millis)
}

/// Elsewhere time is counted from the first call, which only ever makes a wait longer.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn boot_clock() -> u64 {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    u64::try_from(START.get_or_init(Instant::now).elapsed().as_millis()).unwrap_or(u64::MAX)
}

#[cfg(unix)]
fn harden() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    #[cfg(any(target_os = "linux", target_os = "android"))]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature on every system")]
fn harden() -> std::io::Result<()> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_boot_clock_runs_forward() {
        let first = boot_ms();
        std::thread::sleep(std::time::Duration::from_millis(20));
        assert!(boot_ms() >= first + 20);
    }

    #[test]
    fn a_hardened_process_leaves_no_core_and_cannot_be_read() {
        use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};
        harden_process().unwrap();
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
    }
}
