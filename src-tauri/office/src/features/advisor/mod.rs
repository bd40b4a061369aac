//! The advisor: asks the few facts that decide, and says what the rules would call a matter and
//! under which rule. The person decides; what they decided is kept with the advice they had.

mod actions;
pub mod commands;
pub mod model;
mod queries;
pub mod rules;
mod store;

pub(crate) use actions::decide;
pub(crate) use commands::commands;
pub use commands::{Classified, Classify, ClockTurned};
pub(crate) use queries::decisions;
pub(crate) use store::KINDS;
