//! Cases over the wire. Opening, changing and closing one also touch its clocks: those verbs
//! are workflows of `app`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::actions::{self, IssueChange};
use super::model::{
    CaseDetails, CaseId, CaseKind, Channel, DueState, DueWhat, IssueState, Outcome, PartyRole,
    Relation, Stage, Urgency, parse_moment,
};
use super::queries;
use crate::features::people::PersonId;
use crate::kernel::error::Checks;
use crate::kernel::{Id, Result};
use crate::store::page::Page;
use crate::store::{ReadTx, WriteTx};
use crate::table::{Access, Table};

/// Adds this feature's rows to the table.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table
        .query("cases.list", Access::Reading, list)
        .query("cases.counts", Access::Everyone, counts)
        .viewing("cases.view", Access::Reading, view)
        .action("cases.set_stage", Access::Casework, set_stage)
        .action("cases.reopen", Access::Casework, reopen)
        .action("cases.add_issue", Access::Casework, add_issue)
        .action("cases.change_issue", Access::Casework, change_issue)
        .action("cases.add_party", Access::Casework, add_party)
        .action("cases.remove_party", Access::Casework, remove_party);
}

/// A case as a form holds it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseForm {
    /// What sort of matter.
    pub kind: CaseKind,
    /// Whom it is about.
    pub patient: Option<String>,
    /// Who raised it.
    pub raised_by: Option<String>,
    /// Who they are to the patient.
    pub relation: Relation,
    /// How it was first said.
    pub said_how: Channel,
    /// When it was first said, to anybody at the hospital.
    pub said_on: Option<String>,
    /// Where it was first said.
    pub said_where: Option<String>,
    /// When our office received it.
    pub received_on: String,
    /// One line.
    pub about: String,
    /// What happened.
    pub happened: String,
    /// What the person wants, in their words.
    pub wants: String,
    /// How soon.
    pub urgency: Urgency,
    /// Ward or unit.
    pub unit: Option<String>,
}

impl CaseForm {
    /// The form as a case, with every field that could not be read named at once.
    pub(crate) fn details(self) -> Result<CaseDetails> {
        let mut checks = Checks::default();
        let person = |checks: &mut Checks, field: &str, id: Option<String>| {
            let id = id.filter(|id| !id.is_empty())?;
            let person = PersonId::parse(&id).ok();
            checks.need(person.is_some(), field, "Choose the person from the list.");
            person
        };
        let patient = person(&mut checks, "patient", self.patient);
        let raised_by = person(&mut checks, "raisedBy", self.raised_by);
        let received = parse_moment("receivedOn", &self.received_on).ok();
        checks.need(
            received.is_some(),
            "receivedOn",
            "Type the date and time your office received it.",
        );
        let said = self.said_on.filter(|s| !s.trim().is_empty());
        let said_on = said.as_deref().map(|s| parse_moment("saidOn", s));
        checks.need(
            !matches!(said_on, Some(Err(_))),
            "saidOn",
            "Type the whole date and time it was first said, or leave it empty.",
        );
        checks.done()?;
        Ok(CaseDetails {
            kind: self.kind,
            patient,
            raised_by,
            relation: self.relation,
            said_how: self.said_how,
            said_on: said_on.and_then(Result::ok),
            said_where: self.said_where,
            received_on: received.unwrap_or_default(),
            about: self.about,
            happened: self.happened,
            wants: self.wants,
            urgency: self.urgency,
            unit: self.unit,
        })
    }
}

/// Due dates to narrow a list to.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueFilter {
    /// Passed.
    Overdue,
    /// Today.
    Today,
    /// From today to a week from today.
    Week,
}

/// What a list of cases is narrowed to.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseFilter {
    /// Open or closed only.
    pub open: Option<bool>,
    /// Kind.
    pub kind: Option<CaseKind>,
    /// Stage.
    pub stage: Option<Stage>,
    /// Unit.
    pub unit: Option<String>,
    /// Owner.
    pub owner: Option<String>,
    /// Urgency.
    pub urgency: Option<Urgency>,
    /// What is due when.
    pub due: Option<DueFilter>,
    /// First day received.
    pub received_from: Option<String>,
    /// Last day received.
    pub received_to: Option<String>,
    /// Words of the case or of the patient's name.
    pub text: Option<String>,
    /// Somebody who has a part in it.
    pub person: Option<String>,
}

/// The order of a list of cases.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseOrder {
    /// The last received first.
    Received,
    /// What is due first.
    Due,
}

/// Which cases to list.
#[derive(Debug, Deserialize, TS)]
pub struct ListCases {
    filter: CaseFilter,
    order: CaseOrder,
    after: Option<String>,
    limit: Option<u32>,
}

/// Something due, and how it stands today.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Due {
    /// A clock or a promise.
    pub what: DueWhat,
    /// What it is called.
    pub label: String,
    /// The day.
    pub on: String,
    /// How it stands.
    pub state: DueState,
    /// Days from today; negative when it has passed.
    pub days: i32,
}

/// A line of the list of cases.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// Id.
    pub id: String,
    /// Number.
    pub number: String,
    /// The patient.
    pub patient_name: String,
    /// Kind.
    pub kind: CaseKind,
    /// What it is about.
    pub about: String,
    /// Stage.
    pub stage: Stage,
    /// Urgency.
    pub urgency: Urgency,
    /// Unit.
    pub unit: Option<String>,
    /// Owner's id.
    pub owner: String,
    /// Owner's name.
    pub owner_name: String,
    /// The day our office received it.
    pub received_on: String,
    /// The day it was closed.
    pub closed_on: Option<String>,
    /// What is due next.
    pub next: Option<Due>,
}

/// Counts for the rail, and choices for the filters.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseCounts {
    /// Open cases.
    pub open: u32,
    /// All cases, up to 1,000.
    pub all: u32,
    /// Whether there are more.
    pub all_capped: bool,
    /// Clocks and promises due today or before: the lines of My day.
    pub my_day: u32,
    /// Units that cases name.
    pub units: Vec<String>,
    /// People who can own a case.
    pub owners: Vec<OwnerName>,
}

/// Somebody who can own a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OwnerName {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// Names one case.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OneCase {
    /// The case.
    #[ts(type = "Id")]
    pub id: CaseId,
}

/// An issue of a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseIssue {
    /// Id.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// Where it is.
    pub state: IssueState,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What was found.
    pub finding: Option<String>,
}

/// Somebody's part in a case.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseParty {
    /// Id of the part.
    pub id: String,
    /// Id of the person.
    pub person: String,
    /// Name.
    pub name: String,
    /// Part.
    pub role: PartyRole,
    /// Who they are to the patient.
    pub relation: Option<Relation>,
    /// Whether the patient agreed that they may be told.
    pub may_be_told: bool,
    /// Title, language, needs.
    pub detail: String,
}

/// Everything about one case.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// Id.
    pub id: String,
    /// Number.
    pub number: String,
    /// All that can be changed.
    pub form: CaseForm,
    /// The patient.
    pub patient_name: String,
    /// Who raised it.
    pub raised_by_name: Option<String>,
    /// Stage.
    pub stage: Stage,
    /// Owner's id.
    pub owner: String,
    /// Owner's name.
    pub owner_name: String,
    /// When it was opened.
    pub opened_at: String,
    /// The day it was closed.
    pub closed_on: Option<String>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// How it ended, in words.
    pub closing_note: Option<String>,
    /// How often it was reopened.
    pub reopened: u32,
    /// Issues.
    pub issues: Vec<CaseIssue>,
    /// People.
    pub parties: Vec<CaseParty>,
}

/// A change to a case.
#[derive(Debug, Deserialize, TS)]
pub struct ChangeCase {
    /// The case.
    #[ts(type = "Id")]
    pub id: CaseId,
    /// What it becomes.
    pub form: CaseForm,
    /// Why.
    pub reason: Option<String>,
}

/// Moves a case to another stage.
#[derive(Debug, Deserialize, TS)]
pub struct SetStage {
    #[ts(type = "Id")]
    id: CaseId,
    stage: Stage,
}

/// Closes a case.
#[derive(Debug, Deserialize, TS)]
pub struct CloseCase {
    /// The case.
    #[ts(type = "Id")]
    pub id: CaseId,
    /// How it ended.
    pub outcome: Outcome,
    /// In words.
    pub note: String,
    /// The day.
    pub on: String,
}

/// Takes a case up again.
#[derive(Debug, Deserialize, TS)]
pub struct ReopenCase {
    #[ts(type = "Id")]
    id: CaseId,
    reason: String,
}

/// Adds an issue.
#[derive(Debug, Deserialize, TS)]
pub struct AddIssue {
    #[ts(type = "Id")]
    case: CaseId,
    about: String,
}

/// Changes an issue.
#[derive(Debug, Deserialize, TS)]
pub struct ChangeIssue {
    #[ts(type = "Id")]
    id: Id,
    about: String,
    state: IssueState,
    outcome: Option<Outcome>,
    finding: Option<String>,
}

/// Gives somebody a part in a case.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddParty {
    #[ts(type = "Id")]
    case: CaseId,
    #[ts(type = "Id")]
    person: PersonId,
    role: PartyRole,
    relation: Option<Relation>,
    may_be_told: bool,
}

/// Takes somebody out of a case.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveParty {
    #[ts(type = "Id")]
    id: Id,
    reason: String,
}

async fn list(tx: &mut ReadTx, input: ListCases) -> Result<Page<CaseRow>> {
    queries::list(tx, input.filter, input.order, input.after, input.limit).await
}

async fn counts(tx: &mut ReadTx, (): ()) -> Result<CaseCounts> {
    queries::counts(tx).await
}

async fn view(tx: &mut ReadTx, input: OneCase) -> Result<CaseView> {
    queries::view(tx, input.id).await
}

async fn set_stage(tx: &mut WriteTx, input: SetStage) -> Result<CaseView> {
    actions::set_stage(tx, input.id, input.stage).await?;
    queries::view(tx, input.id).await
}

async fn reopen(tx: &mut WriteTx, input: ReopenCase) -> Result<CaseView> {
    actions::reopen(tx, input.id, &input.reason).await?;
    queries::view(tx, input.id).await
}

async fn add_issue(tx: &mut WriteTx, input: AddIssue) -> Result<CaseView> {
    actions::add_issue(tx, input.case, &input.about).await?;
    queries::view(tx, input.case).await
}

async fn change_issue(tx: &mut WriteTx, input: ChangeIssue) -> Result<CaseView> {
    let new = IssueChange {
        about: input.about,
        state: input.state,
        outcome: input.outcome,
        finding: input.finding,
    };
    let case = actions::change_issue(tx, input.id, new).await?;
    queries::view(tx, case).await
}

async fn add_party(tx: &mut WriteTx, input: AddParty) -> Result<CaseView> {
    actions::add_party(tx, input.case, input.person, input.role, input.relation, input.may_be_told)
        .await?;
    queries::view(tx, input.case).await
}

async fn remove_party(tx: &mut WriteTx, input: RemoveParty) -> Result<CaseView> {
    let case = actions::remove_party(tx, input.id, &input.reason).await?;
    queries::view(tx, case).await
}
