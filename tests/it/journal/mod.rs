//! The journal: one entry an action, taking back, history, guards, and what the check finds.

mod entries;
mod guards;
mod scene;
mod tampering;
mod undo;

pub(crate) use scene::corrected;
