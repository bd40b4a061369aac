//! The reader and the plan, over files written to be wrong and over files that nobody here wrote.

mod files;
mod hostile;
mod office;
mod people;
mod properties;
mod real;

use std::path::PathBuf;

use super::draft::Stay;
use super::plan::Line;
use super::read::{FileRead, read_bytes};
use super::{Candidate, Decision, Draft, Fate, Plan, SourceKey, Step, decide, steps};
use crate::kernel::Clock;

/// Noon in Boston on March 12, 2026.
fn clock() -> Clock {
    let noon = chrono::DateTime::from_timestamp(1_773_331_200, 0).unwrap();
    Clock::stopped(noon, "America/New_York".parse().unwrap())
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn fixture(name: &str) -> FileRead {
    let path = repository().join("tests/fixtures/fhir").join(name);
    read_bytes(name, std::fs::read(path).unwrap())
}

fn problem(name: &str) -> String {
    fixture(name).problem.unwrap_or_default()
}

/// A plan and its preview in an office where nobody is yet.
struct Preview {
    plan: Plan,
    decision: Decision,
}

impl Preview {
    fn of(files: &[FileRead]) -> Self {
        Self::in_office(files, |_| Vec::new())
    }

    fn in_office(files: &[FileRead], answer: impl Fn(&Plan) -> Vec<Vec<Candidate>>) -> Self {
        let plan = Plan::of(files, &clock());
        let found = answer(&plan);
        let decision = decide(&plan, &found);
        Self { plan, decision }
    }

    fn of_fixture(name: &str) -> Self {
        let file = fixture(name);
        assert_eq!(file.problem, None, "{name}");
        Self::of(&[file])
    }

    fn lines(&self) -> &[Line] {
        &self.decision.lines
    }

    fn line(&self, reference: &str) -> &Line {
        let is_it = |line: &&Line| line.reference.as_deref() == Some(reference);
        self.lines().iter().find(is_it).unwrap_or_else(|| panic!("no line for {reference}"))
    }

    fn steps(&self) -> Vec<Step> {
        steps(&self.plan, &self.decision, &[]).0
    }

    fn draft(&self, reference: &str) -> Box<Draft> {
        let n = self.line(reference).n;
        let created = self.steps().into_iter().find_map(|step| match step {
            Step::Create { n: at, draft, .. } if at == n => Some(draft),
            _ => None,
        });
        created.unwrap_or_else(|| panic!("{reference} would not be created"))
    }

    fn stays(&self, reference: &str) -> Vec<Stay> {
        let found = self.steps().into_iter().find_map(|step| match step {
            Step::Stays { stays, sources, .. } if is_of(&sources, reference) => Some(stays),
            _ => None,
        });
        found.unwrap_or_default()
    }

    fn fates(&self, resource: &str) -> Vec<Fate> {
        let of_kind = self.lines().iter().filter(|line| line.resource == resource);
        of_kind.map(|line| line.fate).collect()
    }
}

/// Whether `sources` are those of the resource that files call `reference`.
fn is_of(sources: &[SourceKey], reference: &str) -> bool {
    let named = |key: &SourceKey| format!("{}/{}", key.system.replace("fhir:", ""), key.value);
    sources.iter().any(|key| named(key) == reference)
}

fn day(text: &str) -> Option<chrono::NaiveDate> {
    Some(text.parse().unwrap())
}
