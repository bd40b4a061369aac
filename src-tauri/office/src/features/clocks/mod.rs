//! Time limits that are right and explain themselves, and promises beside them. A clock is met by
//! an event with its evidence, never by a status.

mod actions;
pub mod commands;
pub mod model;
mod queries;
pub mod rules;
mod store;

pub(crate) use actions::{Making, Matter, Proof, keep, meet, promise, reconsider, settle};
pub(crate) use commands::commands;
pub use commands::{CaseClocks, ClockView, KeepPromise, MeetClock, PromiseView};
pub(crate) use queries::{of_case, promises_by_id};
pub(crate) use store::KINDS;
