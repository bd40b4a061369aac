//! What happens to each line, once the office has said who is already here.

use chrono::NaiveDate;

use crate::kernel::Id;

use super::super::draft::{Draft, Kind, Name, SourceKey, in_words};
use super::face::{Alike, Face, compare, is_called, shares_word};
use super::people::face;
use super::{Link, Outsider, Plan, Thing, What};

/// Someone or something in the office that a probe found.
pub(crate) enum Candidate {
    /// A person.
    Person {
        /// Their id.
        id: Id,
        /// What kind of person.
        kind: Kind,
        /// Their name.
        name: Name,
        /// Their birth date.
        birth_date: Option<NaiveDate>,
        /// Keys kept from earlier imports.
        sources: Vec<SourceKey>,
        /// Every number on their record, also those typed by hand.
        numbers: Vec<String>,
    },
    /// A stay or coverage.
    Attached {
        /// Whose it is.
        owner: Id,
        /// Keys kept from earlier imports.
        sources: Vec<SourceKey>,
    },
}

/// What happens to a line, as `ImportFate` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// A new person.
    Create,
    /// Already in the office; nothing is changed.
    Match,
    /// Goes onto a person's record.
    Attach,
    /// Not taken.
    Skip,
}

/// One line of the preview, as `ImportLine` on the wire.
pub(crate) struct Line {
    /// Its number, from 1.
    pub(crate) n: usize,
    /// The file it comes from, or how many files.
    pub(crate) file: String,
    /// The kind of resource.
    pub(crate) resource: String,
    /// How the file calls it, such as `Patient/123`.
    pub(crate) reference: Option<String>,
    /// Who or what it is.
    pub(crate) title: String,
    /// What happens to it.
    pub(crate) fate: Fate,
    /// Why, and what the reader should know.
    pub(crate) why: String,
    /// The person who is already here: the match itself, or the one it goes onto.
    pub(crate) matched: Option<Id>,
}

/// The preview, and who is who.
pub(crate) struct Decision {
    /// The lines in order; line `n` is at `n - 1`.
    pub(crate) lines: Vec<Line>,
    pub(super) outsiders: Vec<Option<Id>>,
}

/// Compares `plan` with what the office answered to its probes, in their order.
pub(crate) fn decide(plan: &Plan, found: &[Vec<Candidate>]) -> Decision {
    let answer = |probe: usize| found.get(probe).map_or(&[][..], Vec::as_slice);
    let outsiders: Vec<Option<(Id, String)>> =
        plan.outsiders.iter().map(|outsider| recognize(outsider, answer(outsider.probe))).collect();
    let mut lines: Vec<Line> = Vec::with_capacity(plan.things.len());
    for thing in &plan.things {
        let found = thing.probe.map_or(&[][..], answer);
        let (fate, why, matched) = match &thing.what {
            What::Person { draft, .. } => person(draft, thing, found),
            What::Role { person, .. } => role(*person, &lines),
            What::Stays { patient, .. } | What::Coverage { patient, .. } => {
                attachment(thing, *patient, &lines, &outsiders, found)
            }
            What::Skip { why } => (Fate::Skip, why.clone(), None),
        };
        let title = titled(plan, thing, &outsiders);
        lines.push(line(lines.len() + 1, thing, title, fate, why, matched));
    }
    let outsiders = outsiders.into_iter().map(|one| one.map(|(id, _)| id)).collect();
    Decision { lines, outsiders }
}

type Answer = (Fate, String, Option<Id>);

fn person(draft: &Draft, thing: &Thing, found: &[Candidate]) -> Answer {
    let mine = face(draft, &thing.sources);
    let mut alike: Vec<(Alike, Id)> =
        found.iter().filter_map(known).map(|(id, other)| (compare(&mine, &other), id)).collect();
    alike.sort_unstable();
    let Some((best, id)) = alike.first().copied().filter(|(alike, _)| alike.is_same()) else {
        let warning =
            alike.first().map(|(alike, _)| alike.words()).filter(|words| !words.is_empty());
        let mut sentences = vec![introduced(draft)];
        sentences.extend(warning.map(str::to_owned));
        sentences.extend(thing.remarks.iter().cloned());
        return (Fate::Create, sentences.join(" "), None);
    };
    let mut why = format!("Already here: {}. Nothing about this record is changed.", best.words());
    if alike.iter().filter(|(other, _)| *other == best).count() > 1 {
        why.push_str(" More than one record here fits; the oldest was taken.");
    }
    (Fate::Match, why, Some(id))
}

fn introduced(draft: &Draft) -> String {
    let kind = match draft.kind {
        Kind::Patient => "patient",
        Kind::Relative => "relative",
        Kind::Representative => "representative",
        Kind::HospitalStaff => "member of staff",
        Kind::Department => "department",
        Kind::Organization => "organization",
        Kind::Payer => "payer",
    };
    match draft.birth_date {
        Some(day) => format!("New {kind}, born {}.", in_words(day)),
        None => format!("New {kind}."),
    }
}

fn role(person: Link, lines: &[Line]) -> Answer {
    let holder = match person {
        Link::Thing(line) => lines.get(line),
        Link::Outsider(_) => None,
    };
    match holder {
        Some(line) if line.fate == Fate::Create => {
            (Fate::Attach, format!("Title and place of work of {}.", line.title), None)
        }
        Some(line) => {
            let why =
                "This person is already here; their title and place of work stay as they are.";
            (Fate::Skip, why.into(), line.matched)
        }
        None => (Fate::Skip, "The one who holds this role is not in this import.".into(), None),
    }
}

fn attachment(
    thing: &Thing,
    patient: Link,
    lines: &[Line],
    outsiders: &[Option<(Id, String)>],
    found: &[Candidate],
) -> Answer {
    let owner = match patient {
        Link::Thing(line) => match lines.get(line) {
            Some(line) if line.fate == Fate::Create => None,
            Some(Line { matched: Some(id), .. }) => Some(*id),
            _ => return (Fate::Skip, "Its patient could not be taken.".into(), None),
        },
        Link::Outsider(number) => match outsiders.get(number) {
            Some(Some((id, _))) => Some(*id),
            _ => return (Fate::Skip, STRANGER.into(), None),
        },
    };
    let is_here = |candidate: &Candidate| match candidate {
        Candidate::Attached { owner: theirs, sources } => {
            Some(*theirs) == owner && thing.sources.iter().any(|key| sources.contains(key))
        }
        Candidate::Person { .. } => false,
    };
    if found.iter().any(is_here) {
        return (Fate::Match, "Already on this patient's record.".into(), owner);
    }
    let start = match owner {
        Some(_) => "Goes onto the record of a patient who is already here.",
        None => "Goes onto the new patient's record.",
    };
    let sentences = std::iter::once(start.to_owned()).chain(thing.remarks.iter().cloned());
    (Fate::Attach, sentences.collect::<Vec<_>>().join(" "), owner)
}

const STRANGER: &str = "Its patient is neither in this import nor known here. Import the patient \
                        with it, or first.";

// A key of another system is enough when no name speaks against it; a bare id such as `Patient/1`
// is not, so there the name must be the same.
fn recognize(outsider: &Outsider, found: &[Candidate]) -> Option<(Id, String)> {
    let mut fit: Vec<(bool, Id, String)> = found
        .iter()
        .filter_map(known)
        .filter_map(|(id, face)| {
            let is_patient = face.kind == Kind::Patient;
            let is_body = matches!(face.kind, Kind::Department | Kind::Organization | Kind::Payer);
            if outsider.is_human != is_patient || outsider.is_human == is_body {
                return None;
            }
            let shared = outsider.sources.iter().filter(|key| face.sources.contains(key));
            let is_sure = shared.clone().any(|key| !key.is_local());
            let is_shared = shared.count() > 0;
            let is_named = outsider.shown.as_deref().map(|shown| is_called(face.name, shown));
            let agrees =
                outsider.shown.as_deref().is_none_or(|shown| shares_word(face.name, shown));
            let fits = if outsider.is_human {
                (is_sure && agrees) || (is_shared && is_named == Some(true))
            } else {
                (is_sure && agrees) || outsider.has_name(face.name)
            };
            fits.then(|| (!is_sure, id, face.name.plain()))
        })
        .collect();
    fit.sort_unstable();
    fit.into_iter().next().map(|(_, id, name)| (id, name))
}

impl Outsider {
    fn has_name(&self, name: &Name) -> bool {
        let own = super::face::name_key(&self.name);
        !own.is_empty() && own == super::face::name_key(name)
    }
}

fn known(candidate: &Candidate) -> Option<(Id, Face<'_>)> {
    let Candidate::Person { id, kind, name, birth_date, sources, numbers } = candidate else {
        return None;
    };
    let has_key = |value: &str| sources.iter().any(|key| key.value == value);
    let numbers = numbers.iter().map(String::as_str).filter(|value| !has_key(value)).collect();
    Some((*id, Face { kind: *kind, name, birth_date: *birth_date, sources, numbers }))
}

// "Amy Baxter: outpatient visit, November 1, 2015"
fn titled(plan: &Plan, thing: &Thing, outsiders: &[Option<(Id, String)>]) -> String {
    let owner = match &thing.what {
        What::Stays { patient, .. } | What::Coverage { patient, .. } => *patient,
        What::Role { person, .. } => *person,
        What::Person { .. } | What::Skip { .. } => return thing.title.clone(),
    };
    let name = match owner {
        Link::Thing(line) => match plan.things.get(line).map(|thing| &thing.what) {
            Some(What::Person { draft, .. }) => Some(draft.name.plain()),
            _ => None,
        },
        Link::Outsider(number) => match outsiders.get(number) {
            Some(Some((_, name))) => Some(name.clone()),
            _ => plan.outsiders.get(number).and_then(|outsider| outsider.shown.clone()),
        },
    };
    match name {
        Some(name) => format!("{name}: {}", thing.title),
        None => thing.title.clone(),
    }
}

fn line(
    n: usize,
    thing: &Thing,
    title: String,
    fate: Fate,
    why: String,
    matched: Option<Id>,
) -> Line {
    Line {
        n,
        file: thing.file.clone(),
        resource: thing.resource.clone(),
        reference: thing.reference.clone(),
        title,
        fate,
        why,
        matched,
    }
}
