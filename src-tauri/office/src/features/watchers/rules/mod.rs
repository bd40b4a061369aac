//! What is noticed, as pure functions of the facts.

mod signs;
mod words;

pub use signs::signs;
pub use words::{Seen, seen_in, shipped};
