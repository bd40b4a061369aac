//! The rules of the field: which apply, what they call a matter, their dates, and what they warn of.

mod advisor;
mod clocks;
mod numbers;
mod watchers;
