//! What is about to go wrong, over the wire. The list of the whole office is a task of `app`, which
//! keeps what was noticed before.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries;
use crate::features::cases::{CaseId, DueState};
use crate::kernel::Result;
use crate::store::ReadTx;
use crate::table::{Access, Table};

pub use super::model::SignKind;

/// Adds this feature's rows to the table.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table.query("watchers.for_case", Access::Reading, for_case);
}

/// Names a case.
#[derive(Debug, Deserialize, TS)]
pub struct CaseSigns {
    #[ts(type = "Id")]
    case: CaseId,
}

/// Asks for what is about to go wrong in the office.
#[derive(Debug, Deserialize, TS)]
pub struct ListSigns {
    /// How many lines at most; nothing means 50.
    pub limit: Option<u32>,
}

/// One thing that is about to go wrong, or has.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignLine {
    /// What kind of thing.
    pub kind: SignKind,
    /// The case; nothing for what concerns the whole office.
    pub case: Option<String>,
    /// Its number.
    pub number: Option<String>,
    /// The patient.
    pub patient_name: Option<String>,
    /// What it is, in a line.
    pub title: String,
    /// Why, in a sentence.
    pub why: String,
    /// What to do next.
    pub next: String,
    /// The rule behind it, and where it is written.
    pub rule: Option<String>,
    /// The clock, promise or issue.
    pub subject: Option<String>,
    /// The day by which to act.
    pub due: Option<String>,
    /// How that day stands.
    pub state: Option<DueState>,
    /// The first day on which it was to be noticed.
    pub since: String,
}

/// What is about to go wrong in the office.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignsView {
    /// The lines, the most pressing first.
    pub lines: Vec<SignLine>,
    /// How many more there are.
    pub more: u32,
}

async fn for_case(tx: &mut ReadTx, input: CaseSigns) -> Result<Vec<SignLine>> {
    queries::of_case(tx, input.case).await
}
