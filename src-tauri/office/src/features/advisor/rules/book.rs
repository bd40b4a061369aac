//! The tables that ship with the program, read once.

use std::sync::OnceLock;

use super::read::read;
use crate::content;
use crate::features::advisor::model::Table;
use crate::kernel::calendar::Source;
use crate::kernel::{Error, Result};

static TABLES: OnceLock<std::result::Result<Vec<Table>, String>> = OnceLock::new();

/// Every table that ships. A mistake in one is named by file, line and field.
pub fn tables() -> Result<&'static [Table]> {
    let read_all = || -> Result<Vec<Table>> {
        let files = content::files("advisor", "toml");
        files.into_iter().map(|(name, text)| read(Source::new(name, text))).collect()
    };
    TABLES
        .get_or_init(|| read_all().map_err(|error| error.message))
        .as_deref()
        .map_err(|message| Error::unavailable(message.clone()))
}

/// The table of an office's profile.
pub fn table(profile: &str) -> Result<&'static Table> {
    tables()?
        .iter()
        .find(|table| table.id == profile)
        .ok_or_else(|| Error::not_found("decision table"))
}
