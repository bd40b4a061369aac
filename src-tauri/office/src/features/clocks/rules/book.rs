//! The rulebook that ships with the program, read once.

use std::sync::{Arc, OnceLock};

use super::pack::Rulebook;
use crate::content;
use crate::kernel::calendar::Source;
use crate::kernel::{Error, Result};

static BOOK: OnceLock<std::result::Result<Arc<Rulebook>, String>> = OnceLock::new();

/// Every rule and calendar that ships. A mistake in them is named by file, line and field.
pub fn book() -> Result<Arc<Rulebook>> {
    BOOK.get_or_init(|| {
        let calendars = files("calendars").into_iter().map(|(n, t)| Source::new(n, t));
        let packs = pack_files().into_iter().map(|(n, t)| Source::new(n, t));
        Rulebook::read(calendars, packs).map(Arc::new).map_err(|error| error.message)
    })
    .as_ref()
    .map(Arc::clone)
    .map_err(|message| Error::unavailable(message.clone()))
}

/// The shipped packs, as name and text.
fn pack_files() -> Vec<(&'static str, &'static str)> {
    files("clocks").into_iter().chain(files("clocks/other")).collect()
}

fn files(folder: &str) -> Vec<(&'static str, &'static str)> {
    content::files(folder, "toml")
}

/// The name and the text of the file of the shipped pack `id`.
pub fn shipped_text(id: &str) -> Option<(&'static str, &'static str)> {
    let ending = format!("/{id}.toml");
    pack_files().into_iter().find(|(name, _)| name.ends_with(&ending))
}
