//! Opening, changing, closing and reopening cases; their issues and people.

use chrono::{Datelike as _, NaiveDate};
use serde_json::{Value, json};

use super::model::{
    CaseDetails, CaseId, CaseKind, IssueState, Opening, Outcome, PartyRole, Relation, Stage,
    Urgency,
};
use super::store::{self, CaseRecord};
use crate::features::people::PersonId;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy, tidy_line};
use crate::kernel::{Error, Id, Result};
use crate::store::{Reads, WriteTx};
use crate::table::change;

/// Opens a case: the matter itself, its patient and the person who raised it.
pub(crate) async fn open(tx: &mut WriteTx, details: CaseDetails) -> Result<CaseId> {
    let details = details.check(tx.local())?;
    let opening = Opening { number: next_number(tx).await?, owner: tx.author().id.cast() };
    let id: CaseId = tx.new_id();
    let mut fields = details.fields();
    if let Value::Object(map) = &mut fields {
        map.insert("number".into(), opening.number.into());
        map.insert("owner".into(), json!(opening.owner));
        map.insert("stage".into(), Stage::New.code().into());
        map.insert("reopened".into(), 0.into());
        for absent in ["closed_on", "outcome", "closing_note"] {
            map.insert(absent.into(), Value::Null);
        }
    }
    tx.record(change("case", id, id, fields)).await?;
    join_people(tx, id, &details).await?;
    Ok(id)
}

/// The patient, and whoever raised it if that is somebody else, are in the case from the start.
async fn join_people(tx: &mut WriteTx, id: CaseId, details: &CaseDetails) -> Result<()> {
    let parties = store::parties(tx.connection(), id).await?;
    let part = |person: PersonId| {
        let party = parties.iter().find(|party| party.person == person.to_string());
        party.and_then(|party| PartyRole::parse(&party.role))
    };
    if let Some(patient) = details.patient.filter(|p| part(*p) != Some(PartyRole::Patient)) {
        add_party(tx, id, patient, PartyRole::Patient, Some(Relation::SelfPatient), true).await?;
    }
    let by = details.raised_by.filter(|by| Some(*by) != details.patient);
    // Who has another part already keeps it, but for the one who was taken for the patient.
    if let Some(by) = by.filter(|by| part(*by).is_none_or(|part| part == PartyRole::Patient)) {
        let role = match details.relation {
            Relation::Representative => PartyRole::Representative,
            Relation::Staff => PartyRole::Staff,
            _ => PartyRole::RaisedBy,
        };
        // Who may be told is the patient's to say, so nobody is presumed to be.
        add_party(tx, id, by, role, Some(details.relation), false).await?;
    }
    Ok(())
}

/// The next number of this laptop and year: "A-26-0143".
///
/// The letters belong to this laptop alone, so two laptops never hand out the same number.
async fn next_number(tx: &mut WriteTx) -> Result<String> {
    let replica = tx.replica();
    let prefix = crate::features::office::prefix_of(tx, replica).await?;
    let stem = format!("{prefix}-{:02}-", tx.today().year().rem_euclid(100));
    let last = store::last_number(tx.connection(), &stem).await?;
    let running: u32 = last
        .and_then(|number| number.strip_prefix(&stem).and_then(|n| n.parse().ok()))
        .unwrap_or_default();
    Ok(format!("{stem}{:04}", running + 1))
}

/// Changes what a case's form holds.
pub(crate) async fn alter(tx: &mut WriteTx, id: CaseId, details: CaseDetails) -> Result<()> {
    let before = store::must_be_open(tx.connection(), id).await?;
    let details = details.check(tx.local())?;
    tx.record(change("case", id, id, details.fields())).await?;
    leave_people(tx, id, &before, &details).await?;
    join_people(tx, id, &details).await
}

/// Files an open case as another kind; as urgent too, where it cannot wait.
pub(crate) async fn file_as(
    tx: &mut WriteTx,
    id: CaseId,
    kind: CaseKind,
    is_urgent: bool,
) -> Result<()> {
    store::must_be_open(tx.connection(), id).await?;
    let fields = if is_urgent {
        json!({ "kind": kind.code(), "urgency": Urgency::Urgent.code() })
    } else {
        json!({ "kind": kind.code() })
    };
    tx.record(change("case", id, id, fields)).await
}

/// Whoever was named by mistake as the patient, or as the one who raised it, leaves the case: a
/// wrong patient must not stay somebody who may be told.
async fn leave_people(
    tx: &mut WriteTx,
    id: CaseId,
    before: &CaseRecord,
    details: &CaseDetails,
) -> Result<()> {
    let named = [details.patient, details.raised_by].map(|p| p.map(|p| p.to_string()));
    let parts = [(&before.patient, PartyRole::Patient), (&before.raised_by, PartyRole::RaisedBy)];
    for party in store::parties(tx.connection(), id).await? {
        let had_it_so = parts.iter().any(|(person, role)| {
            person.as_ref() == Some(&party.person) && party.role == role.code()
        });
        if had_it_so && !named.contains(&Some(party.person)) {
            let party: Id = Id::parse(&party.id)?;
            tx.record(change("party", party, id, json!({ "voided": true }))).await?;
        }
    }
    Ok(())
}

/// Moves the work to another stage. Closing has its own verb, since it needs an outcome.
pub(crate) async fn set_stage(tx: &mut WriteTx, id: CaseId, stage: Stage) -> Result<()> {
    store::must_be_open(tx.connection(), id).await?;
    if stage == Stage::Closed {
        return Err(Error::invalid("stage", "Close the case with its outcome instead."));
    }
    tx.record(change("case", id, id, json!({ "stage": stage.code() }))).await
}

/// Closes a case. Every issue must be decided first.
pub(crate) async fn close(
    tx: &mut WriteTx,
    id: CaseId,
    outcome: Outcome,
    note: &str,
    on: NaiveDate,
) -> Result<()> {
    let case = store::must_be_open(tx.connection(), id).await?;
    let mut checks = Checks::default();
    check_length(&mut checks, "note", note, limit::LONG);
    let note = tidy(note);
    checks.need(note.is_some(), "note", "Say in a few words how it ended.");
    checks.need(on <= tx.today(), "on", "The closing date can't be in the future.");
    let received = case.received_on.get(..10).unwrap_or_default();
    checks.need(
        on.to_string().as_str() >= received,
        "on",
        "The closing date is before the day your office received the case.",
    );
    let issues = store::issues(tx.connection(), id).await?;
    let open = issues.iter().filter(|i| i.state != IssueState::Decided.code()).count();
    checks.need(
        open == 0,
        "outcome",
        match open {
            1 => "One issue is not decided yet. Decide it, then close the case.".into(),
            n => format!("{n} issues are not decided yet. Decide them, then close the case."),
        },
    );
    checks.done()?;
    let fields = json!({
        "stage": Stage::Closed.code(), "closed_on": on, "outcome": outcome.code(),
        "closing_note": note,
    });
    tx.record(change("case", id, id, fields)).await
}

/// Takes a closed case up again. Its clocks go on as they were.
pub(crate) async fn reopen(tx: &mut WriteTx, id: CaseId, reason: &str) -> Result<()> {
    let case = store::find(tx.connection(), id).await?;
    if case.closed_on.is_none() {
        return Err(Error::conflict("This case is open already."));
    }
    say_why(tx, reason)?;
    let fields = json!({
        "stage": Stage::Triaged.code(), "closed_on": null, "outcome": null,
        "closing_note": null, "reopened": case.reopened + 1,
    });
    tx.record(change("case", id, id, fields)).await
}

/// Notes why something is done; a reason has to be given.
pub(crate) fn say_why(tx: &mut WriteTx, reason: &str) -> Result<()> {
    let mut checks = Checks::default();
    check_length(&mut checks, "reason", reason, limit::LINE);
    let reason = tidy(reason);
    checks.need(reason.is_some(), "reason", "Say why. It is kept with the change.");
    checks.done()?;
    tx.because(reason.unwrap_or_default());
    Ok(())
}

/// Adds an issue to a case.
pub(crate) async fn add_issue(tx: &mut WriteTx, id: CaseId, about: &str) -> Result<()> {
    store::must_be_open(tx.connection(), id).await?;
    let about = issue_line(about)?;
    let fields = json!({
        "case_id": id, "about": about, "state": IssueState::Open.code(), "outcome": null,
        "finding": null,
    });
    let issue: Id = tx.new_id();
    tx.record(change("issue", issue, id, fields)).await
}

fn issue_line(about: &str) -> Result<String> {
    let mut checks = Checks::default();
    check_length(&mut checks, "about", about, limit::LINE);
    let line = tidy_line(about);
    checks.need(line.is_some(), "about", "Say in one line what the issue is.");
    checks.done()?;
    Ok(line.unwrap_or_default())
}

/// What an issue is changed to.
pub(crate) struct IssueChange {
    pub(crate) about: String,
    pub(crate) state: IssueState,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) finding: Option<String>,
}

/// Changes an issue; a decided one has an outcome.
pub(crate) async fn change_issue(tx: &mut WriteTx, issue: Id, new: IssueChange) -> Result<CaseId> {
    let case = store::case_of_issue(tx.connection(), &issue.to_string()).await?;
    let case: CaseId = Id::parse(&case)?;
    store::must_be_open(tx.connection(), case).await?;
    let about = issue_line(&new.about)?;
    let mut checks = Checks::default();
    let decided = new.state == IssueState::Decided;
    checks.need(!decided || new.outcome.is_some(), "outcome", "Choose the outcome of this issue.");
    let finding = new.finding.unwrap_or_default();
    check_length(&mut checks, "finding", &finding, limit::LONG);
    checks.done()?;
    let outcome = new.outcome.filter(|_| decided).map(Outcome::code);
    let fields = json!({
        "about": about, "state": new.state.code(), "outcome": outcome, "finding": tidy(&finding),
    });
    tx.record(change("issue", issue, case, fields)).await?;
    Ok(case)
}

/// Gives somebody a part in a case.
pub(crate) async fn add_party(
    tx: &mut WriteTx,
    id: CaseId,
    person: PersonId,
    role: PartyRole,
    relation: Option<Relation>,
    may_be_told: bool,
) -> Result<()> {
    store::must_be_open(tx.connection(), id).await?;
    crate::features::people::find(tx.connection(), person).await?;
    let parties = store::parties(tx.connection(), id).await?;
    let same = parties.iter().find(|p| p.person == person.to_string());
    if let Some(party) = same {
        let party: Id = Id::parse(&party.id)?;
        let fields = json!({
            "role": role.code(), "relation": relation.map(Relation::code),
            "may_be_told": may_be_told,
        });
        return tx.record(change("party", party, id, fields)).await;
    }
    let party: Id = tx.new_id();
    let fields = json!({
        "case_id": id, "person": person, "role": role.code(),
        "relation": relation.map(Relation::code), "may_be_told": may_be_told,
    });
    tx.record(change("party", party, id, fields)).await
}

/// Takes somebody out of a case. The history keeps that they were in it.
pub(super) async fn remove_party(tx: &mut WriteTx, party: Id, reason: &str) -> Result<CaseId> {
    let case = store::case_of_party(tx.connection(), &party.to_string()).await?;
    let case: CaseId = Id::parse(&case)?;
    store::must_be_open(tx.connection(), case).await?;
    say_why(tx, reason)?;
    tx.record(change("party", party, case, json!({ "voided": true }))).await?;
    Ok(case)
}
