//! How a test's office is set up: cheap keys, a clock that may stand still.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use office::app::{Desktop, OfficeSetup};
use office::kernel::{Clock, Ids};
use vault::KdfParams;

/// The time zone of test offices.
pub const ZONE: chrono_tz::Tz = chrono_tz::America::New_York;

/// An office in `folder`; `clock` (RFC 3339) stops its clock there and seeds its ids.
pub fn at(
    folder: PathBuf,
    desktop: Arc<dyn Desktop>,
    clock: Option<&str>,
) -> anyhow::Result<OfficeSetup> {
    let mut setup = OfficeSetup::here(folder, desktop);
    setup.kdf = KdfParams::for_tests();
    if let Some(text) = clock {
        let at: DateTime<Utc> = text.parse().context("--clock takes an RFC 3339 instant")?;
        setup.clock = Clock::stopped(at, ZONE);
        setup.ids = Ids::seeded(7);
    }
    Ok(setup)
}
