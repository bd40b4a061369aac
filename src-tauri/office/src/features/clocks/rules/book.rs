//! The rulebook that ships with the program, read once.

use std::sync::OnceLock;

use super::pack::Rulebook;
use crate::content;
use crate::kernel::calendar::Source;
use crate::kernel::{Error, Result};

static BOOK: OnceLock<std::result::Result<Rulebook, String>> = OnceLock::new();

/// Every rule and calendar that ships. A mistake in them is named by file, line and field.
pub fn book() -> Result<&'static Rulebook> {
    BOOK.get_or_init(|| {
        let read =
            |folder| content::files(folder, "toml").into_iter().map(|(n, t)| Source::new(n, t));
        Rulebook::read(read("calendars"), read("clocks")).map_err(|error| error.message)
    })
    .as_ref()
    .map_err(|message| Error::unavailable(message.clone()))
}
