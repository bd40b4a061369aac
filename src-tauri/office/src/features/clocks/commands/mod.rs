//! Clocks and promises over the wire. Meeting a clock needs its evidence from the contact log:
//! that verb is a workflow of `app`.

mod rules;
mod settling;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::actions::{self, Making};
use super::{model, queries};
use crate::codes;
use crate::features::cases::{CaseId, Channel, Due, DueState, must_be_open};
use crate::features::people::PersonId;
use crate::kernel::{Id, Result};
use crate::store::{ReadTx, Reads, WriteTx};
use crate::table::{Access, Table};

pub use rules::{
    CalendarView, ClosedDay, ConfirmedView, LengthView, MoveLine, MovesView, NumberView,
    OptionalRule, PackView, RuleCheck, RulesView, SettledInput,
};
pub use settling::{
    BringRules, ClockChange, ClockChangeKind, DropEvent, EventOffer, EventPreview, EventRecord,
    EventsView, ExtendClock, MoveEvent, PauseClock, PreviewCase, PreviewDrop, PreviewEvent,
    PreviewExtension, RecordEvent, SettleRules, StartClockAgain, StopClock, WhenKnown,
};

/// Adds this feature's rows to the table.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table
        .query("clocks.for_case", Access::Reading, for_case)
        .query("clocks.explain", Access::Reading, explain)
        .query("clocks.my_day", Access::Reading, my_day)
        .query("clocks.rules", Access::Everyone, all_rules)
        .action("clocks.promise", Access::Contacts, promise);
    settling::commands(table);
}

codes! {
    /// How sure we are of a rule that nobody in this office has confirmed.
    pub enum Confidence {
        /// Checked against a published source.
        Confirmed = "confirmed",
        /// A published source supports part of it.
        PartlyConfirmed = "partly_confirmed",
        /// Very likely right.
        DefaultHigh = "default_high",
        /// Likely right.
        DefaultMedium = "default_medium",
        /// Doubtful.
        DefaultLow = "default_low",
    }
}

impl From<model::Confidence> for Confidence {
    fn from(from: model::Confidence) -> Self {
        match from {
            model::Confidence::Confirmed => Self::Confirmed,
            model::Confidence::PartlyConfirmed => Self::PartlyConfirmed,
            model::Confidence::DefaultHigh => Self::DefaultHigh,
            model::Confidence::DefaultMedium => Self::DefaultMedium,
            model::Confidence::DefaultLow => Self::DefaultLow,
        }
    }
}

/// A clock of a case.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClockView {
    /// Id.
    pub id: String,
    /// The rule's code.
    pub rule: String,
    /// Name.
    pub name: String,
    /// The last day.
    pub due: String,
    /// The day by which to act: the last safe day of a person's own window, else the last day.
    pub act_by: String,
    /// The time of day on it, in words.
    pub due_by: Option<String>,
    /// How it stands.
    pub state: DueState,
    /// Days from today.
    pub days: i32,
    /// The day it started.
    pub started_on: String,
    /// The day it was met.
    pub met_on: Option<String>,
    /// The contact that met it.
    pub evidence: Option<String>,
    /// The same in words.
    pub evidence_text: Option<String>,
    /// How the days were counted.
    pub how_counted: String,
    /// Where the rule is written.
    pub citation: String,
    /// Whether it rests on a default that nobody has confirmed.
    pub unverified: bool,
    /// Where that is confirmed: a place on the page of the rules.
    pub confirm_at: Option<String>,
    /// Who checked its rule against the source, where it came as a default.
    pub checked: Option<ConfirmedView>,
    /// What meets it.
    pub met_by: String,
    /// The channels that can meet it.
    pub meetable_by: Vec<Channel>,
    /// Whose time limit it is.
    pub binds: BindsView,
    /// The same in words: "the hospital".
    pub bound: String,
    /// What its last day means.
    pub sense: SenseView,
    /// The first day on which it may be done, for a count back.
    pub opens: Option<String>,
    /// The later day on which the notice is on record to have come, while nothing shows it and the
    /// presumed day counts.
    pub receipt_waits: Option<String>,
    /// The date that had passed unmet before it was counted again.
    pub missed_on: Option<String>,
    /// The first day of a pause that has not ended.
    pub paused_since: Option<String>,
    /// Why it is paused.
    pub paused_why: Option<String>,
    /// How it was made longer.
    pub extensions: Vec<ExtensionLine>,
    /// How it can be made longer; nothing when it cannot.
    pub extension: Option<ExtensionRule>,
    /// Whether it can be paused.
    pub may_pause: bool,
}

codes! {
    /// Whose time limit a clock is.
    pub enum BindsView {
        /// Our own organization must do it.
        Ours = "ours",
        /// Somebody else must.
        Theirs = "theirs",
        /// The person's own window.
        Patient = "patient",
    }
}

codes! {
    /// What the last day of a clock means.
    pub enum SenseView {
        /// Something has to be done by then.
        Deadline = "deadline",
        /// Something may not be done before the day after.
        Bar = "bar",
        /// Something has to be kept until then.
        Keep = "keep",
    }
}

/// An extension that was made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExtensionLine {
    /// The day the notice went out.
    pub noticed_on: String,
    /// The date it gave.
    pub to: Option<String>,
    /// Why.
    pub reason: String,
    /// The notice, in the contact log.
    pub contact: String,
}

/// How a clock can be made longer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExtensionRule {
    /// By how much, in words; nothing means until the date the notice gives.
    pub length: Option<String>,
    /// Whether the notice has to give the date.
    pub needs_date: bool,
    /// What the notice has to say.
    pub elements: Vec<String>,
}

/// One cell of the strip of days.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DayCell {
    /// The day.
    pub on: String,
    /// What it is.
    #[ts(type = "\"start\" | \"counted\" | \"skipped\" | \"due\" | \"gap\"")]
    pub role: String,
    /// What stands in it.
    pub label: String,
    /// What more there is to say.
    pub note: Option<String>,
}

/// Why a clock is due when it is.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "Explanation")]
pub struct ExplanationView {
    /// The clock.
    pub clock: ClockView,
    /// The question.
    pub title: String,
    /// The answer.
    pub sentence: String,
    /// The strip of days.
    pub days: Vec<DayCell>,
    /// The rule and whose it is.
    pub rule_text: String,
    /// What starts it, and when that was.
    pub starts_when: String,
    /// The calendar.
    pub calendar: String,
    /// Whether nobody has confirmed the calendar.
    pub calendar_unverified: bool,
    /// Where that is done: a place on the page of the rules.
    pub calendar_at: String,
    /// What meets it.
    pub met_by: String,
    /// On whose word.
    pub authority: String,
    /// Where it is written.
    pub citation: String,
    /// How sure the pack is of it.
    pub confidence: Confidence,
    /// Whether nobody has confirmed the length.
    pub length_unverified: bool,
    /// The version of the rules.
    pub rule_version: String,
}

/// A promise of a case.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PromiseView {
    /// Id.
    pub id: String,
    /// The case.
    pub case: String,
    /// What was promised.
    pub what: String,
    /// By when.
    pub due: String,
    /// To whom: a person's id.
    pub to: Option<String>,
    /// To whom.
    pub to_name: String,
    /// By whom.
    pub made_by: String,
    /// When.
    pub made_on: String,
    /// How it stands.
    pub state: DueState,
    /// Days from today.
    pub days: i32,
    /// The day it was kept.
    pub kept_on: Option<String>,
    /// The contact that kept it.
    pub kept_by: Option<String>,
}

/// A clock that a person stopped, since it does not apply to the case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StoppedClock {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The day it was stopped.
    #[ts(type = "Day")]
    pub on: String,
    /// Why.
    pub reason: String,
}

/// The clocks and promises of a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseClocks {
    /// Clocks, by due date.
    pub clocks: Vec<ClockView>,
    /// Those that a person stopped, the first one first.
    pub stopped: Vec<StoppedClock>,
    /// Promises, by due date.
    pub promises: Vec<PromiseView>,
}

/// A line of My day.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DueLine {
    /// The case.
    pub case: String,
    /// Its number.
    pub number: String,
    /// The patient.
    pub patient_name: String,
    /// What is due, and how it stands.
    pub due: Due,
    /// What has to be done.
    pub title: String,
    /// Why it is there.
    pub why: String,
    /// What is missing, or what the case is about.
    pub aside: String,
    /// The clock.
    pub clock: Option<String>,
    /// The promise.
    pub promise: Option<String>,
}

/// What needs somebody today, and this week.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MyDay {
    /// Today.
    pub date: String,
    /// How the day stands.
    pub sentence: String,
    /// Late and due today.
    pub now: Vec<DueLine>,
    /// In the next seven days.
    pub week: Vec<DueLine>,
    /// How many more are late or due today than are listed.
    pub now_more: u32,
    /// How many more are due this week than are listed.
    pub week_more: u32,
}

/// A rule of a pack.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// Code.
    pub id: String,
    /// Pack.
    pub pack: String,
    /// Name.
    pub name: String,
    /// How long.
    pub length: String,
    /// What starts it.
    pub starts_when: String,
    /// On whose word.
    pub authority: String,
    /// Where it is written.
    pub citation: String,
    /// How sure the pack is of it.
    pub confidence: Confidence,
    /// Whether it carries the badge.
    pub unverified: bool,
}

/// Names a case.
#[derive(Debug, Deserialize, TS)]
pub struct OfCase {
    #[ts(type = "Id")]
    case: CaseId,
}

/// Names a clock.
#[derive(Debug, Deserialize, TS)]
pub struct OneClock {
    #[ts(type = "Id")]
    id: Id,
}

/// Meets a clock with a contact.
#[derive(Debug, Deserialize, TS)]
pub struct MeetClock {
    /// The clock.
    #[ts(type = "Id")]
    pub id: Id,
    /// The contact.
    #[ts(type = "Id")]
    pub contact: Id,
}

/// Makes a promise.
#[derive(Debug, Deserialize, TS)]
pub struct MakePromise {
    #[ts(type = "Id")]
    case: CaseId,
    what: String,
    due: String,
    to: Option<String>,
}

/// Keeps a promise with a contact.
#[derive(Debug, Deserialize, TS)]
pub struct KeepPromise {
    /// The promise.
    #[ts(type = "Id")]
    pub id: Id,
    /// The contact.
    #[ts(type = "Id")]
    pub contact: Id,
}

async fn for_case(tx: &mut ReadTx, input: OfCase) -> Result<CaseClocks> {
    queries::of_case(tx, input.case).await
}

async fn explain(tx: &mut ReadTx, input: OneClock) -> Result<ExplanationView> {
    queries::explain(tx, input.id).await
}

async fn my_day(tx: &mut ReadTx, (): ()) -> Result<MyDay> {
    queries::my_day(tx).await
}

async fn all_rules(tx: &mut ReadTx, (): ()) -> Result<Vec<RuleView>> {
    queries::all_rules(tx).await
}

async fn promise(tx: &mut WriteTx, input: MakePromise) -> Result<CaseClocks> {
    must_be_open(tx.connection(), input.case).await?;
    let to = input.to.filter(|to| !to.is_empty()).map(|to| PersonId::parse(&to)).transpose()?;
    let making = Making {
        case: input.case,
        what: input.what,
        due: input.due,
        to,
        to_name: String::new(),
        on: tx.today(),
        contact: None,
    };
    actions::promise(tx, making, "").await?;
    queries::of_case(tx, input.case).await
}
