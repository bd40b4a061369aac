//! How a test's office is set up: cheap keys, a clock that may stand still.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use office::app::{Desktop, OfficeSetup};
use office::kernel::{Clock, Ids, Zone};
use vault::KdfParams;

/// The time zone of test offices.
pub const ZONE: &str = "America/New_York";

/// An office in `folder`; `clock` (RFC 3339) stops its clock there and seeds its ids.
pub fn at(
    folder: PathBuf,
    desktop: Arc<dyn Desktop>,
    clock: Option<&str>,
) -> anyhow::Result<OfficeSetup> {
    // An office that is there already has used the seeded ids.
    let is_new = !has_office(&folder);
    let mut setup = OfficeSetup::here(folder, desktop);
    setup.kdf = KdfParams::for_tests();
    if let Some(text) = clock {
        let at: DateTime<Utc> = text.parse().context("--clock takes an RFC 3339 instant")?;
        setup.clock = Clock::stopped(at, ZONE.parse().unwrap_or(Zone::UTC));
        if is_new {
            setup.ids = Ids::seeded(7);
        }
    }
    Ok(setup)
}

fn has_office(folder: &Path) -> bool {
    let sample = folder.file_name().map(|name| {
        let mut name = name.to_owned();
        name.push("-sample");
        folder.with_file_name(name)
    });
    folder.join("CURRENT").exists() || sample.is_some_and(|sample| sample.join("CURRENT").exists())
}
