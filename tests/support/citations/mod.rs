//! Findings of federal inspectors, replayed through the real commands.

#![expect(clippy::indexing_slicing, reason = "a JSON value answers null for what is not in it")]

mod control;
mod facts;
mod judge;
mod replay;

pub use facts::{Finding, read};
pub use judge::{Standing, Verdict, replay};
