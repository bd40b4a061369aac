//! The office and the people who work in it. Knows no other feature.

mod actions;
pub mod commands;
mod model;
mod store;

pub(crate) use actions::{found_office, join_staff, new_replica};
pub use commands::OfficeView;
pub(crate) use commands::commands;
pub use model::{NewOffice, Profile, StaffId};
pub(crate) use store::{KINDS, may, name_of, office, people, person_of_slot, prefix_of};
pub use store::{OfficeRow, StaffRow};
