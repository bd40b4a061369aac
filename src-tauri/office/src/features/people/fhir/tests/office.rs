//! An office small enough to hold in a list, which answers probes as the real one does: generously.

use std::collections::HashMap;

use super::super::plan::{Tally, name_key};
use super::super::{Party, Plan, Sought};
use super::{Candidate, Fate, Preview, Step, fixture, steps};
use crate::kernel::{Id, Ids};

#[derive(Default)]
pub(super) struct Office {
    people: Vec<(Id, Step)>,
    attached: Vec<(Id, Step)>,
}

impl Office {
    pub(super) fn take(&mut self, preview: &Preview, exclude: &[usize]) -> Tally {
        let ids = Ids::seeded(7 + self.people.len() as u64);
        let now = super::clock().now();
        let (steps, tally) = steps(&preview.plan, &preview.decision, exclude);
        let new: HashMap<usize, Id> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Create { n, .. } => Some((*n, ids.next(now))),
                _ => None,
            })
            .collect();
        let id_of = |party: Party| match party {
            Party::New(n) => new[&n],
            Party::Known(id) => id,
        };
        for step in steps {
            match step {
                Step::Create { n, .. } => self.people.push((new[&n], step)),
                Step::Stays { patient, .. } | Step::Coverage { patient, .. } => {
                    self.attached.push((id_of(patient), step));
                }
            }
        }
        tally
    }

    /// Everyone with the name or a key, and everything attached to anyone.
    pub(super) fn answer(&self, plan: &Plan) -> Vec<Vec<Candidate>> {
        plan.probes()
            .iter()
            .map(|probe| match probe.sought {
                Sought::Person => self
                    .people
                    .iter()
                    .filter_map(|(id, step)| {
                        let Step::Create { draft, sources, .. } = step else { return None };
                        let is_named = probe.name.as_ref() == Some(&name_key(&draft.name));
                        let is_keyed = probe.sources.iter().any(|key| sources.contains(key));
                        (is_named || is_keyed).then(|| Candidate::Person {
                            id: *id,
                            kind: draft.kind,
                            name: draft.name.clone(),
                            birth_date: draft.birth_date,
                            sources: sources.clone(),
                            numbers: draft.identifiers.iter().map(|n| n.value.clone()).collect(),
                        })
                    })
                    .collect(),
                Sought::Stay | Sought::Coverage => self
                    .attached
                    .iter()
                    .filter_map(|(owner, step)| match step {
                        Step::Stays { sources, .. } | Step::Coverage { sources, .. } => {
                            Some(Candidate::Attached { owner: *owner, sources: sources.clone() })
                        }
                        Step::Create { .. } => None,
                    })
                    .collect(),
            })
            .collect()
    }

    pub(super) fn preview(&self, files: &[super::FileRead]) -> Preview {
        Preview::in_office(files, |plan| self.answer(plan))
    }
}

#[test]
fn a_second_import_of_the_same_files_matches_everything() {
    let names =
        ["coverage.json", "transfers.json", "relations.json", "staff.json", "references.json"];
    for name in names {
        let mut office = Office::default();
        let first = office.take(&office.preview(&[fixture(name)]), &[]);
        assert!(first.created > 0, "{name}");
        let again = office.preview(&[fixture(name)]);
        let news: Vec<&str> = again
            .lines()
            .iter()
            .filter(|line| matches!(line.fate, Fate::Create | Fate::Attach))
            .map(|line| line.title.as_str())
            .collect();
        assert!(news.is_empty(), "{name}: {news:?}");
        let tally = office.take(&again, &[]);
        assert_eq!((tally.created, tally.attached), (0, 0), "{name}");
    }
}

#[test]
fn a_stay_that_comes_alone_finds_the_patient_who_is_already_here() {
    let mut office = Office::default();
    office.take(&office.preview(&[fixture("references.json")]), &[]);
    let later = |subject: &str| {
        let text = format!(
            r#"{{"resourceType":"Encounter","id":"later","status":"finished","subject":{subject},"period":{{"start":"2026-02-02"}}}}"#
        );
        let preview = office.preview(&[super::read_bytes("later.json", text.into_bytes())]);
        let line = &preview.lines()[0];
        (line.fate, line.title.clone())
    };
    let found =
        |name: &str| (Fate::Attach, format!("{name}: visit or stay, from February 2, 2026"));
    let mrn = r#"{"identifier":{"system":"https://hospital.example/mrn","value":"1032702"}}"#;
    assert_eq!(later(mrn), found("Amy V. Shaw"));
    assert_eq!(
        later(r#"{"reference":"https://other.example/fhir/Patient/1"}"#),
        found("Mary Shaw")
    );
    assert_eq!(later(r#"{"reference":"Patient/1","display":"Mary Shaw"}"#), found("Mary Shaw"));
    // A bare id alone could be anyone's, and a name that differs speaks against a match.
    assert_eq!(later(r#"{"reference":"Patient/1"}"#).0, Fate::Skip);
    assert_eq!(later(r#"{"reference":"Patient/1","display":"Ronald Bone"}"#).0, Fate::Skip);
    let other = r#"{"reference":"https://other.example/fhir/Patient/1","display":"Ronald Bone"}"#;
    assert_eq!(later(other).0, Fate::Skip);
}

#[test]
fn a_visit_of_the_same_id_on_another_record_is_another_visit() {
    let visit = |name: &str| {
        let text = format!(
            r#"{{"resourceType":"Bundle","type":"collection","entry":[
                {{"resource":{{"resourceType":"Patient","id":"{name}","name":[{{"family":"{name}"}}],"birthDate":"1987-02-20"}}}},
                {{"resource":{{"resourceType":"Encounter","id":"1","status":"finished","subject":{{"reference":"Patient/{name}"}}}}}}]}}"#
        );
        super::read_bytes("visit.json", text.into_bytes())
    };
    let mut office = Office::default();
    office.take(&office.preview(&[visit("Shaw")]), &[]);
    assert_eq!(office.preview(&[visit("Shaw")]).line("Encounter/1").fate, Fate::Match);
    office.take(&office.preview(&[visit("Baxter")]), &[]);
    let both = office.preview(&[visit("Shaw"), visit("Baxter")]);
    assert_eq!(both.fates("Encounter"), [Fate::Match, Fate::Match]);

    // Baxter is here, but this visit is not yet on that record.
    let mut office = Office::default();
    office.take(&office.preview(&[visit("Shaw")]), &[]);
    let baxter = office.preview(&[visit("Baxter")]);
    let visit_line = baxter.line("Encounter/1").n;
    office.take(&baxter, &[visit_line]);
    let again = office.preview(&[visit("Baxter")]);
    assert_eq!(again.fates("Patient"), [Fate::Match]);
    assert_eq!(again.fates("Encounter"), [Fate::Attach]);
}

#[test]
fn someone_of_the_same_name_is_created_with_a_warning() {
    let mut office = Office::default();
    office.take(&office.preview(&[fixture("same-person-again.json")]), &[]);
    let text = br#"{"resourceType":"Patient","id":"9","name":[{"family":"Shaw","given":["Amy"]}]}"#;
    let preview = office.preview(&[super::read_bytes("other.json", text.to_vec())]);
    let line = &preview.lines()[0];
    assert_eq!(line.fate, Fate::Create);
    assert!(line.why.contains("Someone of the same name is there already"), "{}", line.why);
}

#[test]
fn roles_of_staff_who_are_here_change_nothing() {
    let mut office = Office::default();
    office.take(&office.preview(&[fixture("staff.json")]), &[]);
    let again = office.preview(&[fixture("staff.json")]);
    let line = again.line("PractitionerRole/r1");
    assert_eq!(line.fate, Fate::Skip);
    assert!(line.why.contains("stay as they are"));
    assert!(line.matched.is_some());
}
