//! What a case summary tells, gathered from the features and already in words.

use chrono::{NaiveDate, NaiveDateTime};

use crate::kernel::documents::{Dates, Fact, Paper};

/// Whom a copy is for, and so what it leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyKind {
    /// For the office's own files: everything.
    Full,
    /// For the patient, in large print, without what is only the office's.
    Patient,
}

/// Everything a case summary tells. Dates and times are civil ones, in the office's zone.
#[derive(Debug, Clone)]
pub struct SummaryFacts {
    /// Whom the copy is for.
    pub copy: CopyKind,
    /// The paper it is laid out for.
    pub paper: Paper,
    /// How dates and times are written.
    pub dates: Dates,
    /// The office's name.
    pub office: String,
    /// Who makes this copy.
    pub made_by: String,
    /// When this copy is made.
    pub made_at: NaiveDateTime,
    /// The case itself.
    pub case: CaseFacts,
    /// The patient, when one is named.
    pub patient: Option<PatientFacts>,
    /// Everyone with a part in the case.
    pub people: Vec<PartyFacts>,
    /// What is complained of or asked.
    pub issues: Vec<IssueFacts>,
    /// The time limits.
    pub clocks: Vec<ClockFacts>,
    /// The dates given to people.
    pub promises: Vec<PromiseFacts>,
    /// The contact log, in any order.
    pub contacts: Vec<ContactFacts>,
    /// The leaflets given, in any order.
    pub education: Vec<EducationFacts>,
    /// What was saved in the case.
    pub documents: Vec<SavedFacts>,
    /// The copies that left the office before this one.
    pub disclosures: Vec<DisclosureFacts>,
    /// Who did what in the case.
    pub history: Vec<HistoryFacts>,
}

/// A leaflet that was given, and what was said back.
#[derive(Debug, Clone)]
pub struct EducationFacts {
    /// The leaflet's title.
    pub title: String,
    /// "Spanish, version 2", or the version alone where it is in English.
    pub text: String,
    /// To whom.
    pub to: String,
    /// How, in words, such as "Large print".
    pub way: String,
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: String,
    /// The last teach-back, if there was one.
    pub taught: Option<TaughtFacts>,
}

/// What somebody said back.
#[derive(Debug, Clone)]
pub struct TaughtFacts {
    /// When.
    pub at: NaiveDateTime,
    /// Who asked.
    pub by: String,
    /// What was asked, how it went in words, and what was said.
    pub points: Vec<(String, String, String)>,
    /// Whether an interpreter helped.
    pub interpreter: bool,
    /// When to go over it again, while something is open.
    pub again_on: Option<NaiveDate>,
}

/// The case: its number, where it stands, and what was said.
#[derive(Debug, Clone)]
pub struct CaseFacts {
    /// The number a person can say aloud.
    pub number: String,
    /// Its kind in words, such as "Grievance".
    pub kind: String,
    /// Its stage in words, such as "In investigation".
    pub stage: String,
    /// Its urgency in words.
    pub urgency: String,
    /// The ward or department.
    pub unit: Option<String>,
    /// Who answers for it.
    pub owner: String,
    /// Who raised it.
    pub raised_by: Option<String>,
    /// What that person is to the patient, in words, such as "daughter".
    pub relation: Option<String>,
    /// The channel it was first said by, in words, such as "Visit".
    pub said_how: String,
    /// When it was first said.
    pub said_on: Option<NaiveDateTime>,
    /// Where it was first said.
    pub said_where: Option<String>,
    /// When the office received it.
    pub received_on: NaiveDateTime,
    /// When the office opened the case.
    pub opened_on: NaiveDateTime,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// How it ended, in words.
    pub outcome: Option<String>,
    /// The owner's closing note. Only in the full copy.
    pub closing_note: Option<String>,
    /// How often it was opened again.
    pub reopened: u32,
    /// What it is about, on one line.
    pub about: String,
    /// What happened, as it was told.
    pub happened: String,
    /// What the person wants, in their words.
    pub wants: String,
}

/// The patient.
#[derive(Debug, Clone)]
pub struct PatientFacts {
    /// The name as it is written.
    pub name: String,
    /// The initials, from [`initials`].
    pub initials: String,
    /// The birth date. Only in the full copy.
    pub born: Option<NaiveDate>,
    /// Record numbers with their labels. Only in the full copy.
    pub numbers: Vec<Fact>,
    /// Language and communication needs, in words.
    pub needs: Option<String>,
}

/// A person or body with a part in the case.
#[derive(Debug, Clone)]
pub struct PartyFacts {
    /// The name.
    pub name: String,
    /// The part, in words, such as "Patient" or "Raised this".
    pub part: String,
    /// What they are to the patient, in words.
    pub relation: Option<String>,
    /// Whether the patient lets the office tell them. Only in the full copy.
    pub may_be_told: bool,
    /// A line about them, such as a job title.
    pub detail: Option<String>,
}

/// One thing complained of or asked.
#[derive(Debug, Clone)]
pub struct IssueFacts {
    /// What it is about.
    pub about: String,
    /// Where it stands, in words, such as "Being looked into".
    pub state: String,
    /// How it was decided, in words.
    pub outcome: Option<String>,
    /// What was found.
    pub finding: Option<String>,
}

/// Where a time limit or a promise stands on the day the copy is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Met in time.
    Met(NaiveDate),
    /// Met, this many days late.
    MetLate(NaiveDate, u32),
    /// Not met, this many days late.
    Overdue(u32),
    /// Due on the day the copy is made.
    Today,
    /// Due within days.
    Soon,
    /// Due later.
    Later,
}

/// One time limit and how its date was counted.
#[derive(Debug, Clone)]
pub struct ClockFacts {
    /// Its name.
    pub name: String,
    /// The day it is due.
    pub due: NaiveDate,
    /// A time of day in words, when the rule has one.
    pub due_by: Option<String>,
    /// Where it stands.
    pub standing: Standing,
    /// The sentence that counts the days.
    pub how_counted: String,
    /// The strip of days, cell by cell: "Tue, Mar 3 received", "Sat, Mar 7 weekend (not counted)".
    pub strip: Vec<String>,
    /// Where the rule is written.
    pub citation: String,
    /// What met it.
    pub evidence: Option<String>,
    /// Nobody in the office has confirmed the rule yet. Told only in the full copy.
    pub unverified: bool,
    /// Who compared a rule that came as a default with its source, and when. Told only in the full
    /// copy.
    pub checked: Option<(String, NaiveDate)>,
}

/// A date someone was given.
#[derive(Debug, Clone)]
pub struct PromiseFacts {
    /// What was promised.
    pub what: String,
    /// By when.
    pub due: NaiveDate,
    /// To whom.
    pub to: String,
    /// By whom.
    pub made_by: String,
    /// On what day.
    pub made_on: NaiveDate,
    /// Where it stands.
    pub standing: Standing,
}

/// Which way a contact went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Someone came to the office.
    From,
    /// The office went to someone.
    To,
}

/// One entry of the contact log, with the versions it had before.
#[derive(Debug, Clone)]
pub struct ContactFacts {
    /// The entry as it stands.
    pub now: ContactVersion,
    /// What it said before, oldest first. Only in the full copy.
    pub before: Vec<ContactVersion>,
    /// What was promised in it and by when.
    pub promise: Option<(String, NaiveDate)>,
    /// The names of the time limits it met.
    pub met: Vec<String>,
    /// A note of the office to itself. Only in the full copy.
    pub office_only: bool,
}

/// One version of a contact.
#[derive(Debug, Clone)]
pub struct ContactVersion {
    /// The channel in words, such as "Call".
    pub channel: String,
    /// Which way it went; `None` for a note.
    pub direction: Option<Direction>,
    /// When it took place.
    pub at: NaiveDateTime,
    /// How long it took.
    pub minutes: Option<u32>,
    /// With whom.
    pub with: String,
    /// Whether the person was reached, in words, such as "Left a message".
    pub reached: Option<String>,
    /// What was said.
    pub summary: String,
    /// When this version was written down.
    pub written_at: NaiveDateTime,
    /// Who wrote it.
    pub written_by: String,
    /// Why it replaced the version before it.
    pub reason: Option<String>,
}

/// A document saved in the case.
#[derive(Debug, Clone)]
pub struct SavedFacts {
    /// What it is.
    pub what: String,
    /// When it was saved.
    pub at: NaiveDateTime,
    /// Who saved it.
    pub by: String,
}

/// A copy that left the office.
#[derive(Debug, Clone)]
pub struct DisclosureFacts {
    /// When.
    pub at: NaiveDateTime,
    /// What was handed over.
    pub what: String,
    /// To whom.
    pub to: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// The SHA-256 of the file, when there was one.
    pub sha256: Option<String>,
}

/// A stamp of the journal.
#[derive(Debug, Clone)]
pub struct HistoryFacts {
    /// When.
    pub at: NaiveDateTime,
    /// Who did what, in words.
    pub words: String,
    /// Why, when a reason was asked for.
    pub reason: Option<String>,
}

/// The initials of a name, such as "R. A."; empty when neither part has a letter.
pub fn initials(given: &str, family: &str) -> String {
    let letters: Vec<String> = [given, family]
        .into_iter()
        .filter_map(|part| part.chars().find(|c| c.is_alphabetic()))
        .map(|letter| format!("{}.", letter.to_uppercase()))
        .collect();
    letters.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_the_first_letters_in_any_script() {
        for (given, family, expected) in [
            ("Ruth", "Abara", "R. A."),
            ("ångström", "'t Hooft", "Å. T."),
            ("", "Prince", "P."),
            ("ليلى", "حداد", "ل. ح."),
            ("", "123", ""),
        ] {
            assert_eq!(initials(given, family), expected);
        }
    }
}
