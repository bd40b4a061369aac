//! Settling the rules, and what a person may do to a clock, over the wire. Extending needs its
//! notice from the contact log: that verb is a workflow of `app`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{MovesView, RulesView, SettledInput};
use super::{CaseClocks, OfCase, OneClock};
use crate::codes;
use crate::features::cases::CaseId;
use crate::features::clocks::actions::{self, Choice, Pausing, Said};
use crate::features::clocks::queries;
use crate::kernel::{Id, Result};
use crate::store::{ReadTx, WriteTx};
use crate::table::{Access, Table};

/// The longest rule file that is read.
const LONGEST_FILE: usize = 1 << 20;

pub(super) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table
        .query("clocks.events", Access::Reading, events)
        .query("clocks.preview_event", Access::Reading, preview_event)
        .query("clocks.preview_drop", Access::Reading, preview_drop)
        .query("clocks.preview_extension", Access::Reading, preview_extension)
        .query("clocks.preview_case", Access::Reading, preview_case)
        .query("clocks.settings", Access::Everyone, settings)
        .query("clocks.preview_settings", Access::Administering, preview_settings)
        .action("clocks.record_event", Access::Casework, record_event)
        .action("clocks.move_event", Access::Casework, move_event)
        .action("clocks.drop_event", Access::Casework, drop_event)
        .action("clocks.pause", Access::Casework, pause)
        .action("clocks.resume", Access::Casework, resume)
        .action("clocks.stop", Access::Casework, stop)
        .action("clocks.start_again", Access::Casework, start_again)
        .action("clocks.settle_rules", Access::Administering, settle_rules)
        .action("clocks.bring_rules", Access::Administering, bring_rules);
}

codes! {
    /// How finely an event is known.
    pub enum WhenKnown {
        /// To the day.
        Day = "day",
        /// To the minute.
        Minute = "minute",
    }
}

codes! {
    /// What a change would do to a clock.
    pub enum ClockChangeKind {
        /// It starts.
        Starts = "starts",
        /// Its date moves.
        Moves = "moves",
        /// It stops.
        Stops = "stops",
        /// What met it is gone, so it runs again.
        Reopens = "reopens",
    }
}

/// An event that can be recorded on a case.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventOffer {
    /// Which event.
    pub event: String,
    /// Its name.
    pub name: String,
    /// What is asked.
    pub question: String,
    /// How finely it is known.
    pub known: WhenKnown,
    /// Whether it may lie ahead.
    pub planned: bool,
    /// The rules it belongs to.
    pub pack: String,
    /// The time limits that run from it or are bounded by it, with their lengths.
    pub rules: Vec<String>,
}

/// An event that was recorded on a case.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventRecord {
    /// Id.
    pub id: String,
    /// Which event.
    pub event: String,
    /// Its name.
    pub name: String,
    /// What was asked.
    pub question: String,
    /// How finely it is known.
    pub known: WhenKnown,
    /// When.
    pub at: String,
    /// What more there is to say.
    pub note: Option<String>,
    /// What shows that it was then.
    pub shown_by: Option<String>,
    /// Of a receipt later than the law presumes: the presumed day. Without anything that shows the
    /// later one, that is the one that counts.
    pub presumed_on: Option<String>,
    /// Whether it would meet a window of the person's, and none had begun by its day.
    pub meets_nothing: bool,
}

/// The days that the time limits of a case run from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventsView {
    /// Those that were recorded, by their moment.
    pub recorded: Vec<EventRecord>,
    /// Those that can be.
    pub offers: Vec<EventOffer>,
}

/// What recording or moving an event would do.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventPreview {
    /// To the clocks.
    pub changes: Vec<ClockChange>,
    /// Of a receipt later than the law presumes: the presumed day.
    pub presumed_on: Option<String>,
    /// Whether it would meet a window of the person's, and none had begun by its day.
    pub meets_nothing: bool,
}

/// What a change would do to one clock.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClockChange {
    /// What.
    pub kind: ClockChangeKind,
    /// Its id, where it runs already.
    pub clock: Option<String>,
    /// Its name.
    pub name: String,
    /// The last day now.
    pub from: Option<String>,
    /// The last day then.
    pub to: Option<String>,
    /// Why it stops.
    pub why: Option<String>,
}

/// Records an event.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordEvent {
    #[ts(type = "Id")]
    case: CaseId,
    event: String,
    at: String,
    note: Option<String>,
    shown_by: Option<String>,
}

/// Corrects an event.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MoveEvent {
    #[ts(type = "Id")]
    id: Id,
    at: String,
    note: Option<String>,
    shown_by: Option<String>,
    reason: String,
}

/// Takes an event back.
#[derive(Debug, Deserialize, TS)]
pub struct DropEvent {
    #[ts(type = "Id")]
    id: Id,
    reason: String,
}

/// Asks what recording or moving an event would do.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewEvent {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// Which event.
    pub event: String,
    /// The record, when one is moved.
    pub id: Option<String>,
    /// When.
    pub at: String,
    /// Whether something shows that it was then.
    #[serde(default)]
    pub shown: bool,
}

/// Asks what other facts of a case would do.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewCase {
    #[ts(type = "Id")]
    case: CaseId,
    kind: Option<String>,
    said_on: Option<String>,
    received_on: String,
}

/// Asks what taking an event back would do.
#[derive(Debug, Deserialize, TS)]
pub struct PreviewDrop {
    #[ts(type = "Id")]
    id: Id,
}

/// Asks what making a clock longer would do.
#[derive(Debug, Deserialize, TS)]
pub struct PreviewExtension {
    #[ts(type = "Id")]
    id: Id,
    /// The date that the notice gives; nothing means as long as the rule allows.
    to: Option<String>,
}

/// Makes a clock longer by its notice.
#[derive(Debug, Deserialize, TS)]
pub struct ExtendClock {
    /// The clock.
    #[ts(type = "Id")]
    pub id: Id,
    /// The notice, in the contact log.
    #[ts(type = "Id")]
    pub contact: Id,
    /// The date it gives.
    pub to: Option<String>,
    /// Why it takes longer.
    pub reason: String,
    /// What the notice says, of what the rule asks for.
    pub says: Vec<String>,
}

/// Pauses a clock.
#[derive(Debug, Deserialize, TS)]
pub struct PauseClock {
    #[ts(type = "Id")]
    id: Id,
    from: String,
    why: String,
}

/// Stops a clock.
#[derive(Debug, Deserialize, TS)]
pub struct StopClock {
    #[ts(type = "Id")]
    id: Id,
    reason: String,
}

/// Starts a clock again that a person had stopped.
#[derive(Debug, Deserialize, TS)]
pub struct StartClockAgain {
    #[ts(type = "Id")]
    id: Id,
    reason: String,
}

/// Several of them at once.
#[derive(Debug, Deserialize, TS)]
pub struct SettleRules {
    choices: Vec<SettledInput>,
}

/// A corrected rule file.
#[derive(Debug, Deserialize, TS)]
pub struct BringRules {
    name: String,
    text: String,
}

async fn events(tx: &mut ReadTx, input: OfCase) -> Result<EventsView> {
    queries::events(tx, input.case).await
}

async fn preview_event(tx: &mut ReadTx, input: PreviewEvent) -> Result<EventPreview> {
    queries::preview_event(tx, input).await
}

async fn preview_drop(tx: &mut ReadTx, input: PreviewDrop) -> Result<Vec<ClockChange>> {
    queries::preview_drop(tx, input.id).await
}

async fn preview_extension(tx: &mut ReadTx, input: PreviewExtension) -> Result<Vec<ClockChange>> {
    queries::preview_extension(tx, input.id, input.to.as_deref()).await
}

async fn preview_case(tx: &mut ReadTx, input: PreviewCase) -> Result<Vec<ClockChange>> {
    queries::preview_case(tx, input.case, input.kind, input.said_on, &input.received_on).await
}

async fn settings(tx: &mut ReadTx, (): ()) -> Result<RulesView> {
    queries::settings(tx).await
}

async fn preview_settings(tx: &mut ReadTx, input: SettleRules) -> Result<MovesView> {
    queries::preview(tx, input.choices).await
}

async fn record_event(tx: &mut WriteTx, input: RecordEvent) -> Result<CaseClocks> {
    let (note, shown_by) = (input.note.as_deref(), input.shown_by.as_deref());
    let said = Said { at: &input.at, note, shown_by };
    actions::record_event(tx, input.case, &input.event, said).await?;
    queries::of_case(tx, input.case).await
}

async fn move_event(tx: &mut WriteTx, input: MoveEvent) -> Result<CaseClocks> {
    let (note, shown_by) = (input.note.as_deref(), input.shown_by.as_deref());
    let said = Said { at: &input.at, note, shown_by };
    let case = actions::move_event(tx, input.id, said, &input.reason).await?;
    queries::of_case(tx, case).await
}

async fn drop_event(tx: &mut WriteTx, input: DropEvent) -> Result<CaseClocks> {
    let case = actions::drop_event(tx, input.id, &input.reason).await?;
    queries::of_case(tx, case).await
}

async fn pause(tx: &mut WriteTx, input: PauseClock) -> Result<CaseClocks> {
    let pausing = Pausing { clock: input.id, from: input.from, why: input.why };
    let case = actions::pause(tx, pausing).await?;
    queries::of_case(tx, case).await
}

async fn resume(tx: &mut WriteTx, input: OneClock) -> Result<CaseClocks> {
    let case = actions::resume(tx, input.id).await?;
    queries::of_case(tx, case).await
}

async fn stop(tx: &mut WriteTx, input: StopClock) -> Result<CaseClocks> {
    let case = actions::stop(tx, input.id, &input.reason).await?;
    queries::of_case(tx, case).await
}

async fn start_again(tx: &mut WriteTx, input: StartClockAgain) -> Result<CaseClocks> {
    let case = actions::start_again(tx, input.id, &input.reason).await?;
    queries::of_case(tx, case).await
}

async fn settle_rules(tx: &mut WriteTx, input: SettleRules) -> Result<RulesView> {
    for one in &input.choices {
        let choice = Choice {
            key: &one.key,
            value: one.value.as_deref(),
            policy: one.policy.as_deref(),
            confirmed: one.confirmed,
        };
        actions::choose(tx, choice).await?;
    }
    queries::settings(tx).await
}

async fn bring_rules(tx: &mut WriteTx, input: BringRules) -> Result<RulesView> {
    if input.text.len() > LONGEST_FILE {
        let message = "This file is too long to be a rule file.";
        return Err(crate::kernel::Error::invalid("text", message));
    }
    actions::bring_pack(tx, &input.name, &input.text).await?;
    queries::settings(tx).await
}
