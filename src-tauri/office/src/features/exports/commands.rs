//! The summary over the wire. Previewing and saving need the machine around the office: those verbs
//! are tasks of `app`.

use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use crate::codes;
use crate::features::cases::CaseId;
use crate::kernel::documents::Paper;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy};
use crate::kernel::{Id, Result};
use crate::store::WriteTx;
use crate::table::change;

codes! {
    /// Whom a copy is for.
    pub enum Copy {
        /// The office's own files: everything.
        Full = "full",
        /// The patient: large print, without what is only the office's.
        Patient = "patient",
    }
}

/// Which summary.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SummaryOptions {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// The paper.
    pub paper: Paper,
    /// Whom for.
    pub copy: Copy,
}

/// Prints a summary.
#[derive(Debug, Deserialize, TS)]
pub struct PrintSummary {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// The paper.
    pub paper: Paper,
    /// Whom for.
    pub copy: Copy,
    /// Why.
    pub reason: String,
    /// To whom it goes.
    pub recipient: String,
}

/// Saves a summary.
#[derive(Debug, Deserialize, TS)]
pub struct SaveSummary {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// The paper.
    pub paper: Paper,
    /// Whom for.
    pub copy: Copy,
    /// Why.
    pub reason: String,
    /// To whom it goes.
    pub recipient: String,
    /// Where. Only from the command line; the window asks with the system's dialog.
    pub path: Option<String>,
}

/// A copy that was saved.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    /// The file's name, without its folder.
    pub file_name: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// How many bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A copy on its way out.
pub(crate) struct Leaving {
    /// Which summary.
    pub(crate) options: SummaryOptions,
    /// "print" or "save".
    pub(crate) way: &'static str,
    /// Why.
    pub(crate) reason: String,
    /// To whom.
    pub(crate) recipient: String,
    /// The file's name, when there is one.
    pub(crate) file_name: Option<String>,
    /// SHA-256 of its bytes.
    pub(crate) sha256: String,
    /// How many bytes.
    pub(crate) bytes: u64,
}

/// Checks that a copy has a reason and somebody it is for.
pub(crate) fn check_reason(reason: &str, recipient: &str) -> Result<()> {
    let mut checks = Checks::default();
    check_length(&mut checks, "reason", reason, limit::LINE);
    check_length(&mut checks, "recipient", recipient, limit::SHORT);
    checks.need(tidy(reason).is_some(), "reason", "Say why this copy is made.");
    checks.need(tidy(recipient).is_some(), "recipient", "Say whom this copy is for.");
    checks.done()
}

/// Writes down that a copy left the office.
pub(crate) async fn disclose(tx: &mut WriteTx, leaving: Leaving) -> Result<()> {
    tx.because(tidy(&leaving.reason).unwrap_or_default());
    let id: Id = tx.new_id();
    let case = leaving.options.case;
    let fields = json!({
        "case_id": case, "way": leaving.way, "copy": leaving.options.copy.code(),
        "paper": leaving.options.paper.name(), "reason": tidy(&leaving.reason),
        "recipient": tidy(&leaving.recipient), "file_name": leaving.file_name,
        "sha256": leaving.sha256, "bytes": leaving.bytes,
    });
    tx.record(change("disclosure", id, case, fields)).await
}

/// The name suggested for a summary's file: the case's number, never a person's name.
pub(crate) fn file_name(number: &str, copy: Copy) -> String {
    match copy {
        Copy::Full => format!("Case {number} summary.html"),
        Copy::Patient => format!("Case {number} patient copy.html"),
    }
}
