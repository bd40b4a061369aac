//! The case summary and the record of every copy of it that left the office.

pub mod commands;
mod gather;
mod store;
pub mod summary;

pub use commands::{Copy, PrintSummary, SaveSummary, Saved, SummaryOptions};
pub(crate) use commands::{Leaving, check_reason, disclose, file_name};
pub(crate) use gather::gather;
pub(crate) use store::KINDS;
pub use summary::summary;
