//! Findings of federal inspectors, replayed through the real commands.

mod control;
mod facts;
mod judge;
mod replay;

pub use facts::{Finding, read};
pub use judge::{Standing, Verdict, replay};
