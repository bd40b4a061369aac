//! What is noticed, as pure functions of the facts.

mod signs;
mod words;

pub use signs::{ReadAs, signs};
pub use words::{seen_in, shipped};
