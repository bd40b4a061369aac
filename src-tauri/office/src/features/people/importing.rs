//! An import of people: what it would do, line by line, and then doing it in one transaction.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::commands::{ImportFate, ImportFile, ImportLine, ImportPreview, ImportResult};
use super::fhir::{
    self, Candidate, Decision, Draft, Fate, FileRead, Kind, Name, Party, Plan, Probe, Sought,
    SourceKey, Step, decide,
};
use super::model::{
    Address, Labeled, PersonDetails, PersonId, PersonKind, PersonName, identifier_key, read_labeled,
};
use super::{actions, store};
use crate::kernel::{Clock, Id, Result};
use crate::store::{Reads, WriteTx};
use crate::table::change;

/// An import that somebody is looking at.
pub struct Preview {
    plan: Plan,
    files: Vec<ImportFile>,
}

impl Preview {
    /// Plans the import of these files.
    pub(crate) fn of(files: &[FileRead], clock: &Clock) -> Self {
        Self {
            plan: Plan::of(files, clock),
            files: files
                .iter()
                .map(|f| ImportFile { name: f.name.clone(), problem: f.problem.clone() })
                .collect(),
        }
    }
}

/// Compares the plan with who is in the office now.
async fn compared(tx: &mut impl Reads, plan: &Plan) -> Result<Decision> {
    let mut found = Vec::with_capacity(plan.probes().len());
    for probe in plan.probes() {
        found.push(candidates(tx, probe).await?);
    }
    Ok(decide(plan, &found))
}

async fn candidates(tx: &mut impl Reads, probe: &Probe) -> Result<Vec<Candidate>> {
    let sources: Vec<String> = probe.sources.iter().map(source_text).collect();
    if probe.sought != Sought::Person {
        let rows = store::with_attachment(tx.connection(), &sources).await?;
        return rows
            .into_iter()
            .map(|(key, owner)| {
                Ok(Candidate::Attached { owner: Id::parse(&owner)?, sources: key_of(&key) })
            })
            .collect();
    }
    let mut keys: Vec<String> = sources.iter().map(|s| format!("source:{s}")).collect();
    keys.extend(probe.numbers.iter().map(|n| identifier_key(n)).filter(|k| !k.is_empty()));
    let mut ids: Vec<String> =
        store::with_identifier(tx.connection(), &keys).await?.into_iter().map(|(_, p)| p).collect();
    if let Some(name) = &probe.name {
        let named = store::with_name(tx.connection(), name).await?;
        ids.extend(named.into_iter().map(|(id, _)| id));
    }
    ids.sort();
    ids.dedup();
    let mut people = Vec::with_capacity(ids.len());
    for id in ids {
        people.push(candidate(tx, Id::parse(&id)?).await?);
    }
    Ok(people)
}

async fn candidate(tx: &mut impl Reads, id: PersonId) -> Result<Candidate> {
    let record = store::find(tx.connection(), id).await?;
    let sources: Vec<String> = serde_json::from_str(&record.sources).unwrap_or_default();
    Ok(Candidate::Person {
        id: id.cast(),
        kind: kind_in(PersonKind::parse(&record.kind).unwrap_or(PersonKind::Patient)),
        name: Name {
            prefix: record.prefix,
            given: record.given,
            middle: record.middle,
            family: record.family,
            suffix: record.suffix,
            whole: record.whole,
        },
        birth_date: record.birth_date.as_deref().and_then(|d| d.parse().ok()),
        sources: sources.iter().flat_map(|s| key_of(s)).collect(),
        numbers: read_labeled(&record.identifiers).into_iter().map(|l| l.value).collect(),
    })
}

fn source_text(key: &SourceKey) -> String {
    format!("{}|{}", key.system, key.value)
}

fn key_of(text: &str) -> Vec<SourceKey> {
    text.rsplit_once('|')
        .map(|(system, value)| SourceKey { system: system.into(), value: value.into() })
        .into_iter()
        .collect()
}

const fn kind_in(kind: PersonKind) -> Kind {
    match kind {
        PersonKind::Patient => Kind::Patient,
        PersonKind::Relative => Kind::Relative,
        PersonKind::Representative => Kind::Representative,
        PersonKind::HospitalStaff => Kind::HospitalStaff,
        PersonKind::Department => Kind::Department,
        PersonKind::Organization => Kind::Organization,
        PersonKind::Payer => Kind::Payer,
    }
}

const fn kind_out(kind: Kind) -> PersonKind {
    match kind {
        Kind::Patient => PersonKind::Patient,
        Kind::Relative => PersonKind::Relative,
        Kind::Representative => PersonKind::Representative,
        Kind::HospitalStaff => PersonKind::HospitalStaff,
        Kind::Department => PersonKind::Department,
        Kind::Organization => PersonKind::Organization,
        Kind::Payer => PersonKind::Payer,
    }
}

/// The lines of a preview, as things stand in the office now.
pub async fn preview_lines(
    tx: &mut impl Reads,
    preview: &Preview,
    token: String,
) -> Result<ImportPreview> {
    let decision = compared(tx, &preview.plan).await?;
    let count = |fate: Fate| {
        let n = decision.lines.iter().filter(|l| l.fate == fate).count();
        u32::try_from(n).unwrap_or(u32::MAX)
    };
    Ok(ImportPreview {
        token,
        files: preview.files.clone(),
        creates: count(Fate::Create),
        matches: count(Fate::Match),
        attaches: count(Fate::Attach),
        skips: count(Fate::Skip),
        lines: decision
            .lines
            .into_iter()
            .map(|line| ImportLine {
                n: u32::try_from(line.n).unwrap_or(u32::MAX),
                file: line.file,
                resource: line.resource,
                reference: line.reference,
                title: line.title,
                include: line.fate != Fate::Skip,
                fate: match line.fate {
                    Fate::Create => ImportFate::Create,
                    Fate::Match => ImportFate::Match,
                    Fate::Attach => ImportFate::Attach,
                    Fate::Skip => ImportFate::Skip,
                },
                why: line.why,
                matched: line.matched.map(|id| id.to_string()),
            })
            .collect(),
    })
}

/// Carries an import out. Who is here is looked at again, so nobody is added twice.
pub async fn apply(tx: &mut WriteTx, preview: &Preview, exclude: &[u32]) -> Result<ImportResult> {
    let decision = compared(tx, &preview.plan).await?;
    let exclude: Vec<usize> = exclude.iter().filter_map(|n| usize::try_from(*n).ok()).collect();
    let (steps, tally) = fhir::steps(&preview.plan, &decision, &exclude);
    let mut ids: HashMap<usize, PersonId> = HashMap::new();
    for step in &steps {
        if let Step::Create { n, .. } = step {
            ids.insert(*n, tx.new_id());
        }
    }
    let who = |party: Party| match party {
        Party::New(n) => ids.get(&n).copied(),
        Party::Known(id) => Some(id.cast()),
    };
    for step in steps {
        write(tx, step, &ids, &who).await?;
    }
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    tx.note("created", small(tally.created));
    tx.note("attached", small(tally.attached));
    Ok(ImportResult {
        created: small(tally.created),
        matched: small(tally.matched),
        attached: small(tally.attached),
        skipped: small(tally.skipped),
    })
}

async fn write(
    tx: &mut WriteTx,
    step: Step,
    ids: &HashMap<usize, PersonId>,
    who: &(impl Fn(Party) -> Option<PersonId> + Sync),
) -> Result<()> {
    match step {
        Step::Create { n, draft, member_of, sources } => {
            let Some(id) = ids.get(&n).copied() else { return Ok(()) };
            let person = details(*draft, member_of.and_then(who), &sources);
            let person = person.check(tx.today())?;
            tx.record(change("person", id, id, person.fields())).await
        }
        Step::Stays { patient, stays, sources, .. } => {
            let Some(patient) = who(patient) else { return Ok(()) };
            for stay in stays {
                let fields = json!({
                    "person": patient, "unit": stay.unit, "place": stay.place,
                    "from_day": stay.from, "to_day": stay.to, "kind": stay.kind,
                    "sources": texts(&sources),
                });
                actions::attach(tx, "stay", patient, fields).await?;
            }
            Ok(())
        }
        Step::Coverage { patient, payer, coverage, sources, .. } => {
            let Some(patient) = who(patient) else { return Ok(()) };
            let fields = json!({
                "person": patient, "payer": payer.and_then(who),
                "payer_name": coverage.payer_name, "member_number": coverage.member_number,
                "plan": coverage.plan, "from_day": coverage.from, "to_day": coverage.to,
                "sources": texts(&sources),
            });
            actions::attach(tx, "coverage", patient, fields).await
        }
    }
}

fn texts(sources: &[SourceKey]) -> Value {
    sources.iter().map(|key| Value::from(source_text(key))).collect()
}

fn details(draft: Draft, member_of: Option<PersonId>, sources: &[SourceKey]) -> PersonDetails {
    let labeled = |list: Vec<fhir::Labeled>| {
        list.into_iter().map(|l| Labeled { label: l.label, value: l.value }).collect()
    };
    PersonDetails {
        kind: kind_out(draft.kind),
        name: PersonName {
            prefix: draft.name.prefix,
            given: draft.name.given,
            middle: draft.name.middle,
            family: draft.name.family,
            suffix: draft.name.suffix,
            whole: draft.name.whole,
        },
        preferred_name: draft.preferred_name,
        pronouns: draft.pronouns,
        birth_date: draft.birth_date,
        death_date: draft.death_date,
        spoken_language: draft.spoken_language,
        // FHIR does not tell which language somebody reads.
        written_language: None,
        interpreter: draft.interpreter,
        needs: draft.needs,
        identifiers: labeled(draft.identifiers),
        phones: labeled(draft.phones),
        emails: labeled(draft.emails),
        address: draft.address.map(|a| Address {
            lines: a.lines,
            city: a.city,
            region: a.region,
            postal_code: a.postal_code,
            country: a.country,
        }),
        unit: draft.unit,
        title: draft.title,
        member_of,
        notes: draft.notes,
        sources: sources.iter().map(source_text).collect(),
    }
}
