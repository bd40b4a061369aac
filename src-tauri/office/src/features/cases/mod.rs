//! One matter about one patient, with one accountable owner. Knows people and the office; never
//! learns that clocks exist.

mod actions;
pub mod commands;
mod model;
mod queries;
mod store;

pub(crate) use actions::{
    IssueChange, add_issue, add_party, alter, change_issue, close, file_as, open, reopen, say_why,
    set_stage,
};
pub(crate) use commands::commands;
pub use commands::{
    CaseForm, CaseIssue, CaseParty, CaseRow, CaseView, ChangeCase, CloseCase, Due, ListCases,
    OneCase,
};
pub(crate) use model::moment_text;
pub use model::{
    Case, CaseDetails, CaseId, CaseKind, Channel, DueState, DueWhat, IssueState, Outcome,
    PartyRole, Relation, Stage, Urgency, parse_moment,
};
pub(crate) use queries::{due, view};
pub(crate) use store::{CaseRecord, KINDS, find, issues, must_be_open, open_ids};
