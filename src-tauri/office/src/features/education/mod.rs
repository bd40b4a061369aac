//! Education: leaflets people understand, given, and understood. What ships is content; the
//! office's own lies over it; what was given is kept as it was.

mod actions;
pub mod commands;
mod held;
pub mod model;
mod queries;
pub mod rules;
mod store;

pub(crate) use actions::give;
pub(crate) use commands::commands;
pub use commands::{Handing, HandoutView, PrintHanding, SaveHanding};
pub(crate) use queries::{handing, of_case};
pub(crate) use store::KINDS;
