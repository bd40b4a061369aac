//! From resources to what would be created, and for whom.

mod attach;
mod build;
mod decide;
mod face;
mod leftovers;
mod links;
mod people;
mod steps;
mod words;

use crate::kernel::Clock;

use super::draft::{Coverage, Draft, Labeled, Name, SourceKey, Stay};
use super::read::FileRead;
use build::Builder;
pub(crate) use decide::{Candidate, Decision, Fate, decide};
pub(crate) use steps::{Party, Step, steps};
#[cfg(test)]
pub(super) use {decide::Line, face::name_key, steps::Tally};

/// What an import would do, before it is compared with who is in the office already.
pub(crate) struct Plan {
    things: Vec<Thing>,
    outsiders: Vec<Outsider>,
    probes: Vec<Probe>,
}

/// A question to the office: who or what is already here that this could be?
///
/// Answer generously, with everyone who shares a key, a number or the folded name; [`decide`]
/// judges.
pub(crate) struct Probe {
    /// What is looked for.
    pub(crate) sought: Sought,
    /// Keys kept from earlier imports.
    pub(crate) sources: Vec<SourceKey>,
    /// Record numbers and the like, which someone may have typed by hand.
    pub(crate) numbers: Vec<String>,
    /// Given and family name, or the whole name, without accents and in small
    /// letters.
    pub(crate) name: Option<String>,
}

/// What a [`Probe`] looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sought {
    /// A person, department, organization or payer.
    Person,
    /// A stay.
    Stay,
    /// A coverage.
    Coverage,
}

impl Plan {
    /// Plans the import of `files`. `clock` gives today and the office's time zone.
    pub(crate) fn of(files: &[FileRead], clock: &Clock) -> Self {
        let sources = links::Source::all(files);
        Builder::new(files, &sources, clock).build()
    }

    /// The questions to the office. The answers go to [`decide`] in the same order.
    pub(crate) fn probes(&self) -> &[Probe] {
        &self.probes
    }
}

/// One line of the preview.
struct Thing {
    file: String,
    resource: String,
    reference: Option<String>,
    title: String,
    remarks: Vec<String>,
    sources: Vec<SourceKey>,
    probe: Option<usize>,
    what: What,
}

enum What {
    Person { draft: Box<Draft>, member_of: Option<Link> },
    Role { person: Link, role: Box<Role> },
    Stays { patient: Link, stays: Vec<Stay> },
    Coverage { patient: Link, payer: Option<Link>, coverage: Box<Coverage> },
    Skip { why: String },
}

/// Where and as what a member of staff works.
#[derive(Default)]
struct Role {
    title: Option<String>,
    unit: Option<String>,
    member_of: Option<Link>,
    phones: Vec<Labeled>,
    emails: Vec<Labeled>,
}

/// Someone a line speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Link {
    /// Another line of this import.
    Thing(usize),
    /// Someone who is not in this import, and may be in the office.
    Outsider(usize),
}

struct Outsider {
    is_human: bool,
    shown: Option<String>,
    name: Name,
    sources: Vec<SourceKey>,
    probe: usize,
}
