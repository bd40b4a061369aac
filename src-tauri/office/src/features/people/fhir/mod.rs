//! Reads people, stays and coverage from FHIR R4 files: pure, tolerant, and never all or nothing
//! because of one bad entry.
//!
//! `read_files` turns files into resources. `plan` turns resources into what would be created.
//! `decide` compares that with the people who are already in the office, and `steps` says what to
//! do once a person has agreed. Nothing here touches the store.

mod draft;
mod plan;
mod read;
mod wire;

#[cfg(test)]
mod tests;

pub(crate) use draft::{Draft, Kind, Labeled, Name, SourceKey};
pub(crate) use plan::{Candidate, Decision, Fate, Party, Plan, Probe, Sought, Step, decide, steps};
pub(crate) use read::{FileRead, read_files};
