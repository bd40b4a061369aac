//! What watching knows of a case, and what it notices.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::codes;
use crate::features::advisor::model::Answers;
use crate::features::cases::{CaseKind, Channel, Stage};
use crate::features::clocks::model::Length;

codes! {
    /// What is noticed.
    pub enum SignKind {
        /// A time limit is near or has passed.
        ClockDue = "clock_due",
        /// The answer will not be ready in time: a notice is needed that says when it will.
        InterimNeeded = "interim_needed",
        /// A promise was not kept in time.
        PromisePassed = "promise_passed",
        /// Everything is decided or was said aloud, and nothing was written.
        WrittenMissing = "written_missing",
        /// Nobody has begun to look into an issue, and the time is running.
        IssueUnanswered = "issue_unanswered",
        /// A clock stands as met, and nothing shows it.
        NoEvidence = "no_evidence",
        /// A rule needs the office's own number, and nobody gave or confirmed one.
        NumberMissing = "number_missing",
        /// A matter that is filed as a complaint reads like a grievance.
        ReadsLikeGrievance = "reads_like_grievance",
        /// Nobody has answered the person yet.
        NobodyAnswered = "nobody_answered",
        /// No record shows that the person was told how to complain.
        NotToldHow = "not_told_how",
    }
}

/// The rule behind something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Behind {
    /// Its pack.
    pub pack: String,
    /// The version of the pack under which a clock started.
    pub version: String,
    /// The rule.
    pub rule: String,
}

/// A running clock, or one that stands as met with nothing to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockFact {
    /// Its id.
    pub id: String,
    /// Its rule. Shared: thousands of clocks run by the same.
    pub behind: Arc<Behind>,
    /// Its length, where it is not the rule's.
    pub length: Option<Length>,
    /// The day by which to act.
    pub act_by: NaiveDate,
    /// The last day.
    pub due: NaiveDate,
    /// Whether it stands as met, and nothing in the case shows it.
    pub met: bool,
}

/// A promise that was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseFact {
    /// Its id.
    pub id: String,
    /// What was promised.
    pub what: String,
    /// By when.
    pub due: NaiveDate,
}

/// An issue nobody has begun to look into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueFact {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub about: String,
}

/// A word that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The question it bears on.
    pub question: &'static str,
    /// The answer it suggests.
    pub answer: &'static str,
    /// The word as it stands in the list, without its star.
    pub word: &'static str,
}

/// What watching knows of an open case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its kind.
    pub kind: CaseKind,
    /// Where the work is.
    pub stage: Stage,
    /// How it was first said.
    pub said_how: Channel,
    /// The day the office received it.
    pub received: NaiveDate,
    /// The words that were seen in what was said. None where they do not matter.
    pub seen: Vec<Seen>,
    /// What the advisor was answered, where it was asked.
    pub answers: Answers,
    /// Whether somebody decided what the case is, whatever the advisor said.
    pub is_decided: bool,
    /// Whether somebody of the office wrote to the person or spoke with them.
    pub answered: bool,
    /// The last day on which somebody spoke with them.
    pub talked: Option<NaiveDate>,
    /// Whether a leaflet that tells how to complain was given in it.
    pub told: bool,
    /// Its clocks that are near or past, and those that stand as met with nothing to show it.
    pub clocks: Vec<ClockFact>,
    /// Its promises that are not kept.
    pub promises: Vec<PromiseFact>,
    /// Its issues nobody has begun to look into.
    pub issues: Vec<IssueFact>,
    /// How many issues it has, and how many of them are decided.
    pub decided: (u32, u32),
}

/// Something that is about to go wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// What.
    pub kind: SignKind,
    /// The first day on which it is to be noticed.
    pub from: NaiveDate,
    /// The rule behind it; for a classification the row of the advisor's table, with no version.
    pub rule: Option<Arc<Behind>>,
    /// The clock, promise or issue it is about.
    pub subject: Option<String>,
    /// The day by which to act, where there is one.
    pub due: Option<NaiveDate>,
    /// What it is about in the words of the case: an issue, a promise, a word that was seen.
    pub about: Option<String>,
}
