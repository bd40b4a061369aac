//! The contact log: every call, letter, e-mail, visit. It only grows; an amendment is an entry of
//! its own with a reason, and both versions stay visible.

mod actions;
pub mod commands;
mod model;
mod queries;
mod store;

pub(crate) use actions::{add, amend};
pub(crate) use commands::commands;
pub use commands::{
    AddContact, AmendContact, ContactVersion, ContactView, ListContacts, NewPromise,
};
pub use model::{Contact, ContactDetails, ContactId, Direction, Reached};
pub(crate) use queries::{list, view};
pub(crate) use store::KINDS;
