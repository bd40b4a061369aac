//! What leaves the office: documents as one self-contained file, ready for PDF, and the record of
//! every copy.

mod columns;
pub mod commands;
mod dates;
mod document;
mod gather;
mod render;
mod store;
pub mod summary;

pub(crate) use commands::commands;
pub use commands::{Copy, PrintSummary, SaveSummary, Saved, SummaryOptions};
pub(crate) use commands::{DocumentView, Leaving, check_reason, disclose, file_name};
pub use document::{Block, Document, Fact, Inline, Paper, Section, Table, visible};
pub(crate) use gather::gather;
pub use render::render;
pub(crate) use store::KINDS;
pub use summary::summary;
