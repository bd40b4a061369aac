//! The office and the people who work in it. Knows no other feature.

mod commands;
mod model;
mod store;

pub(crate) use commands::commands;
pub use commands::{OfficeView, Paper};
pub use model::{NewOffice, Profile, StaffId};
pub(crate) use store::{
    KINDS, change_office, found_office, join_staff, name_of, new_replica, office, people,
    person_of_slot, prefix_of,
};
pub use store::{OfficeRow, StaffRow};
