//! What is about to go wrong, from facts alone, with the rule behind it and the next step.

pub mod commands;
mod held;
mod look;
pub mod model;
mod queries;
pub mod rules;
mod store;

pub(crate) use commands::commands;
pub use commands::{CaseSigns, ListSigns, SignKind, SignLine, SignsView};
pub(crate) use held::Held;
pub(crate) use queries::list;
