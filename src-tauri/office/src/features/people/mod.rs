//! Everyone who does not work in the office: patients, relatives, representatives, hospital staff,
//! departments, organizations, payers. Refuses to guess: a partial birth date stays out.

mod actions;
pub mod commands;
mod fhir;
mod importing;
mod model;
mod queries;
mod store;

pub(crate) use actions::{add, attach};
pub(crate) use commands::commands;
pub use commands::{
    ApplyImport, ImportLine, ImportPreview, ImportResult, ImportSource, OnePreview, PersonForm,
    PersonRow,
};
pub(crate) use fhir::read_files;
pub use importing::{Preview, apply, preview_lines};
pub(crate) use model::read_labeled;
pub use model::{Address, Labeled, PersonDetails, PersonId, PersonKind, PersonName};
pub(crate) use store::{KINDS, find, names, stays};
