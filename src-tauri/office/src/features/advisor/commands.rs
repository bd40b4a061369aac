//! The advisor over the wire. Deciding also changes the case and its clocks: that verb is a
//! workflow of `app`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::model::Answers;
use super::queries;
use crate::codes;
use crate::features::cases::{CaseId, CaseKind};
use crate::features::clocks::commands::{Confidence, ConfirmedView, RuleCheck};
use crate::kernel::Result;
use crate::store::ReadTx;
use crate::table::{Access, Table};

/// Adds this feature's rows to the table.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table
        .query("advisor.ask", Access::Casework, ask)
        .query("advisor.for_case", Access::Reading, for_case)
        .query("advisor.checks", Access::Everyone, checks);
}

/// What is asked about, and what was answered so far.
#[derive(Debug, Deserialize, TS)]
pub struct AskAdvisor {
    /// The case, whose office says which rules hold.
    #[ts(type = "Id | null")]
    pub case: Option<CaseId>,
    /// Without a case: the rules to go by; the office's own, without.
    pub profile: Option<String>,
    /// The code of the option, by the id of the question.
    #[ts(type = "Record<string, string>")]
    pub answers: Answers,
}

codes! {
    /// How an answer is known.
    pub enum KnownBy {
        /// Somebody answered it here.
        Answer = "answer",
        /// The case says how it was first said.
        SaidHow = "said_how",
        /// The case says what kind it is.
        Kind = "kind",
        /// The case says who raised it.
        Relation = "relation",
        /// The patient's stay is on record.
        Stay = "stay",
    }
}

/// One possible answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChoiceView {
    /// Code.
    pub code: String,
    /// In words.
    pub label: String,
    /// What it takes in.
    pub hint: Option<String>,
}

/// One fact that is asked for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuestionView {
    /// Code.
    pub id: String,
    /// The question.
    pub asks: String,
    /// What helps to answer it.
    pub help: Option<String>,
    /// What can be answered.
    pub options: Vec<ChoiceView>,
}

/// A fact that is known, and how.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AnsweredFact {
    /// The question.
    pub question: QuestionView,
    /// The code of the answer.
    pub answer: String,
    /// The answer in words.
    pub words: String,
    /// How it is known.
    pub by: KnownBy,
}

/// Another reading of the same facts.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReadingView {
    /// How the case would be filed.
    pub kind: CaseKind,
    /// What it would be called.
    pub called: String,
    /// Why.
    pub sentence: String,
    /// Where it is written.
    pub citation: String,
    /// Whether nobody has confirmed it.
    pub unverified: bool,
}

/// What the rules would call it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AdviceView {
    /// The rule's code.
    pub rule: String,
    /// How the case would be filed.
    pub kind: CaseKind,
    /// What it is called.
    pub called: String,
    /// Why.
    pub sentence: String,
    /// On whose word.
    pub authority: String,
    /// Where it is written.
    pub citation: String,
    /// How sure it is for these answers.
    pub confidence: Confidence,
    /// Whether nobody has confirmed it.
    pub unverified: bool,
    /// Where somebody may: a place on the page of the rules.
    #[serde(rename = "confirmAt")]
    pub confirm_at: Option<String>,
    /// Who checked it against its source.
    pub checked: Option<ConfirmedView>,
    /// What of it is not sure.
    pub doubt: Option<String>,
    /// Whether it cannot wait.
    pub urgent: bool,
    /// What follows from it.
    pub follows: Vec<String>,
    /// How else it may be read.
    pub other: Option<ReadingView>,
}

/// What a case filed as a complaint reads like from what is known alone.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResemblanceView {
    /// The kind it reads like.
    pub kind: CaseKind,
    /// The rule's code.
    pub rule: String,
    /// Why.
    pub sentence: String,
}

/// The next question, or the advice.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AdvisorTurn {
    /// The name of the decision table.
    pub name: String,
    /// What it answers.
    pub asks: String,
    /// Its version.
    pub version: String,
    /// What the case is filed as.
    pub kind: Option<CaseKind>,
    /// What is known, in the order of the questions.
    pub known: Vec<AnsweredFact>,
    /// The next question.
    pub next: Option<QuestionView>,
    /// The advice, when nothing is open.
    pub advice: Option<AdviceView>,
}

/// Decides what a case is.
#[derive(Debug, Deserialize, TS)]
pub struct Classify {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// What was answered.
    #[ts(type = "Record<string, string>")]
    pub answers: Answers,
    /// The rule of the advice that was shown.
    pub rule: String,
    /// What the case is to be.
    pub chosen: CaseKind,
    /// Why, where that is not what is advised.
    pub reason: Option<String>,
}

/// A clock that started or stopped.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClockTurned {
    /// Its name.
    pub name: String,
    /// The day it is due.
    #[ts(type = "Day")]
    pub due: String,
}

/// What came of a decision.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Classified {
    /// The decision.
    pub decision: DecisionView,
    /// Clocks that started.
    pub started: Vec<ClockTurned>,
    /// Clocks that stopped.
    pub stopped: Vec<ClockTurned>,
    /// Whether the case was marked urgent.
    pub urgent: bool,
}

/// Names the case.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct DecisionsOf {
    #[ts(type = "Id")]
    case: CaseId,
}

/// A fact that a decision rests on, in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecisionFact {
    /// The question.
    pub asked: String,
    /// The answer.
    pub said: String,
}

/// What was decided, when, by whom and why.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecisionView {
    /// Id.
    pub id: String,
    /// When, in the office's zone.
    #[ts(type = "Moment")]
    pub at: String,
    /// By whom.
    pub by: String,
    /// What was decided.
    pub kind: CaseKind,
    /// What was advised.
    pub advised: CaseKind,
    /// What it was before.
    pub was: CaseKind,
    /// The rule's code.
    pub rule: String,
    /// What the rule calls it.
    pub called: String,
    /// Where it is written.
    pub citation: String,
    /// The version of the decision table.
    pub version: String,
    /// The facts.
    pub facts: Vec<DecisionFact>,
    /// Why something else was chosen.
    pub reason: Option<String>,
    /// The other reading that was shown.
    pub other: Option<String>,
}

/// What was decided on a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseDecisions {
    /// Whether there is a decision table for this kind of office.
    pub asks: bool,
    /// The decisions, the latest first.
    pub decisions: Vec<DecisionView>,
    /// What it reads like, while nobody has decided.
    pub resembles: Option<ResemblanceView>,
}

async fn ask(tx: &mut ReadTx, input: AskAdvisor) -> Result<AdvisorTurn> {
    queries::ask(tx, input).await
}

async fn checks(tx: &mut ReadTx, (): ()) -> Result<Vec<RuleCheck>> {
    queries::checks(tx).await
}

async fn for_case(tx: &mut ReadTx, input: DecisionsOf) -> Result<CaseDecisions> {
    queries::for_case(tx, input.case).await
}
