//! Time limits that are right and explain themselves, and promises beside them. A clock is met by
//! an event with its evidence, never by a status.

mod actions;
pub mod commands;
mod in_force;
pub mod model;
mod queries;
mod recounting;
pub mod rules;
mod store;

pub(crate) use actions::{
    Extending, Making, Proof, Settling, extend, keep, meet, must_be_answered, promise, reconsider,
    settle, settle_under,
};
pub(crate) use commands::commands;
pub use commands::{
    CaseClocks, ClockView, ExtendClock, KeepPromise, MeetClock, MovesView, PromiseView,
    SettledInput,
};
pub(crate) use in_force::{InForce, day, in_force, style};
pub(crate) use queries::{of_case, promises_by_id, strips_of};
pub(crate) use recounting::{Moving, moves_under};
pub(crate) use store::KINDS;
