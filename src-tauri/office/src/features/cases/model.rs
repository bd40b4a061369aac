//! What a case is, and what a form must hold before it is one.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

use crate::codes;
use crate::features::office::StaffId;
use crate::features::people::PersonId;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, fold, limit, tidy, tidy_line};
use crate::kernel::{Error, Id, Result};
use crate::store::Fields;

/// Marks the id of a case.
pub struct Case;

/// The id of a case.
pub type CaseId = Id<Case>;

codes! {
    /// What sort of matter it is.
    pub enum CaseKind {
        /// Dissatisfaction that staff present can put right.
        Complaint = "complaint",
        /// A complaint that needs a written answer (42 CFR 482.13(a)(2)).
        Grievance = "grievance",
        /// Somebody wants to know something.
        Question = "question",
        /// A worry that is not (yet) a complaint.
        Concern = "concern",
        /// Thanks or praise.
        Compliment = "compliment",
        /// An idea.
        Suggestion = "suggestion",
        /// A bill or an insurance decision.
        Billing = "billing",
        /// Somebody wants their records.
        Records = "records",
        /// A worry about leaving the hospital.
        Discharge = "discharge",
    }
}

codes! {
    /// Where the work is.
    pub enum Stage {
        /// Just opened.
        New = "new",
        /// Sorted and given to somebody.
        Triaged = "triaged",
        /// The person has been told that it was received.
        Acknowledged = "acknowledged",
        /// Being looked into.
        Investigating = "investigating",
        /// Somebody else has to answer.
        Awaiting = "awaiting",
        /// An answer is written.
        ResponseDrafted = "response_drafted",
        /// The answer has gone out.
        ResponseIssued = "response_issued",
        /// Seeing whether it helped.
        FollowUp = "follow_up",
        /// Done.
        Closed = "closed",
    }
}

codes! {
    /// How soon it needs somebody.
    pub enum Urgency {
        /// In its turn.
        Routine = "routine",
        /// This week.
        Soon = "soon",
        /// Now.
        Urgent = "urgent",
    }
}

codes! {
    /// How something was said.
    pub enum Channel {
        /// By phone.
        Call = "call",
        /// Face to face.
        Visit = "visit",
        /// By post.
        Letter = "letter",
        /// By e-mail.
        Email = "email",
        /// By video.
        Video = "video",
        /// A note to the file.
        Note = "note",
    }
}

codes! {
    /// Who somebody is to the patient.
    pub enum Relation {
        /// The patient.
        #[serde(rename = "self")]
        SelfPatient = "self",
        /// Husband, wife or partner.
        SpouseOrPartner = "spouse_or_partner",
        /// Mother or father.
        Parent = "parent",
        /// Daughter or son.
        Child = "child",
        /// Sister or brother.
        Sibling = "sibling",
        /// Other family.
        OtherRelative = "other_relative",
        /// A friend.
        Friend = "friend",
        /// Acts for the patient by law or appointment.
        Representative = "representative",
        /// Works at the hospital.
        Staff = "staff",
        /// Somebody else.
        Other = "other",
    }
}

codes! {
    /// How a case or an issue ended.
    pub enum Outcome {
        /// It was right.
        Upheld = "upheld",
        /// Part of it was right.
        PartlyUpheld = "partly_upheld",
        /// It was not borne out.
        NotUpheld = "not_upheld",
        /// It could not be settled.
        Inconclusive = "inconclusive",
        /// The question was answered.
        Answered = "answered",
        /// Passed on to those it was for.
        PassedOn = "passed_on",
        /// The person took it back.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// What part somebody has in a case.
    pub enum PartyRole {
        /// The patient.
        Patient = "patient",
        /// Raised it.
        RaisedBy = "raised_by",
        /// Family.
        Relative = "relative",
        /// Acts for the patient.
        Representative = "representative",
        /// Works at the hospital.
        Staff = "staff",
        /// A ward, clinic or team.
        Department = "department",
        /// Pays for care.
        Payer = "payer",
        /// Somebody else.
        Other = "other",
    }
}

codes! {
    /// Where an issue is.
    pub enum IssueState {
        /// Not started.
        Open = "open",
        /// Being looked into.
        Investigating = "investigating",
        /// Decided.
        Decided = "decided",
    }
}

codes! {
    /// How a due date stands on a day.
    pub enum DueState {
        /// It has passed.
        Overdue = "overdue",
        /// It is today.
        Today = "today",
        /// It is near.
        Soon = "soon",
        /// It is not near.
        Later = "later",
        /// Done in time.
        Met = "met",
        /// Done, but late. That stays.
        MetLate = "met_late",
    }
}

codes! {
    /// What is due.
    pub enum DueWhat {
        /// A time limit.
        Clock = "clock",
        /// Something an advocate said they would do.
        Promise = "promise",
    }
}

/// How many days before its date a thing counts as near.
pub(crate) const SOON: i64 = 3;

impl DueState {
    /// How something due `on` stands `today`; `done` is the day it was done.
    pub(crate) fn of(on: NaiveDate, today: NaiveDate, done: Option<NaiveDate>) -> Self {
        match done {
            Some(day) if day <= on => Self::Met,
            Some(_) => Self::MetLate,
            None => match (on - today).num_days() {
                days if days < 0 => Self::Overdue,
                0 => Self::Today,
                days if days <= SOON => Self::Soon,
                _ => Self::Later,
            },
        }
    }
}

/// Everything about a case that a form holds.
#[derive(Debug, Clone)]
pub struct CaseDetails {
    /// What sort of matter.
    pub kind: CaseKind,
    /// Whom it is about.
    pub patient: Option<PersonId>,
    /// Who raised it.
    pub raised_by: Option<PersonId>,
    /// Who they are to the patient.
    pub relation: Relation,
    /// How it was first said.
    pub said_how: Channel,
    /// When it was first said, to anybody at the hospital.
    pub said_on: Option<NaiveDateTime>,
    /// Where it was first said.
    pub said_where: Option<String>,
    /// When our office received it.
    pub received_on: NaiveDateTime,
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

impl CaseDetails {
    /// Tidies what was typed and checks all of it at once. `now` bounds the dates.
    pub fn check(mut self, now: NaiveDateTime) -> Result<Self> {
        let mut checks = Checks::default();
        for (field, text, most) in [
            ("about", &self.about, limit::LINE),
            ("happened", &self.happened, limit::LONG),
            ("wants", &self.wants, limit::LONG),
            ("unit", self.unit.as_ref().unwrap_or(&String::new()), limit::SHORT),
            ("saidWhere", self.said_where.as_ref().unwrap_or(&String::new()), limit::SHORT),
        ] {
            check_length(&mut checks, field, text, most);
        }
        self.about = tidy_line(&self.about).unwrap_or_default();
        self.happened = tidy(&self.happened).unwrap_or_default();
        self.wants = tidy(&self.wants).unwrap_or_default();
        self.unit = self.unit.as_deref().and_then(tidy_line);
        self.said_where = self.said_where.as_deref().and_then(tidy_line);
        checks.need(!self.about.is_empty(), "about", "Say in one line what it is about.");
        self.check_dates(&mut checks, now);
        checks.done()?;
        Ok(self)
    }

    fn check_dates(&self, checks: &mut Checks, now: NaiveDateTime) {
        let oldest = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or(now.date());
        checks.need(
            self.received_on.date() <= now.date(),
            "receivedOn",
            "The date your office received it can't be in the future.",
        );
        checks.need(
            self.received_on.date() >= oldest,
            "receivedOn",
            "Check the year: this is before 1990.",
        );
        if let Some(said) = self.said_on {
            let received = self.received_on.format("%B %-d").to_string();
            checks.need(
                said.date() <= self.received_on.date(),
                "saidOn",
                format!(
                    "The date it was first said can't be after the date your office received it \
                     ({received})."
                ),
            );
            checks.need(said.date() >= oldest, "saidOn", "Check the year: this is before 1990.");
        }
    }

    /// The fields of the journal record.
    pub(crate) fn fields(&self) -> Value {
        json!({
            "kind": self.kind.code(), "patient": self.patient, "raised_by": self.raised_by,
            "relation": self.relation.code(), "said_how": self.said_how.code(),
            "said_on": self.said_on.map(moment_text), "said_where": self.said_where,
            "received_on": moment_text(self.received_on), "about": self.about,
            "happened": self.happened, "wants": self.wants, "urgency": self.urgency.code(),
            "unit": self.unit,
        })
    }

    /// When the clocks of the law begin: when anybody at the hospital first heard it.
    ///
    /// CMS measures the hospital, not the office (42 CFR 482.13(a)(2); domain rule 3.0, item 8).
    pub fn first_heard(&self) -> NaiveDateTime {
        self.said_on.unwrap_or(self.received_on)
    }
}

/// A civil date and time as stored and sent: "2026-03-12T10:40".
pub(crate) fn moment_text(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%dT%H:%M").to_string()
}

/// Reads a civil date and time, naming `field` when it is none.
pub fn parse_moment(field: &str, text: &str) -> Result<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
        .map_err(|_| Error::invalid(field, "Type the whole date and time."))
}

/// Works out the words a case is found by.
pub(super) fn compute(fields: &Fields) -> Fields {
    let words: Vec<String> = ["number", "about", "happened", "wants", "unit"]
        .into_iter()
        .filter_map(|name| fields.get(name).and_then(Value::as_str))
        .map(fold)
        .collect();
    Fields::from_iter([("search_words".to_owned(), Value::from(words.join(" ")))])
}

/// What a new case needs beyond the form.
pub(crate) struct Opening {
    /// Its number.
    pub(crate) number: String,
    /// Who owns it.
    pub(crate) owner: StaffId,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        parse_moment("x", text).unwrap()
    }

    fn details() -> CaseDetails {
        CaseDetails {
            kind: CaseKind::Grievance,
            patient: None,
            raised_by: None,
            relation: Relation::SelfPatient,
            said_how: Channel::Call,
            said_on: None,
            said_where: None,
            received_on: at("2026-03-03T09:00"),
            about: "Call light".into(),
            happened: String::new(),
            wants: String::new(),
            urgency: Urgency::Routine,
            unit: None,
        }
    }

    #[test]
    fn a_case_is_first_heard_when_anybody_at_the_hospital_heard_it() {
        let mut case = details();
        assert_eq!(case.first_heard(), at("2026-03-03T09:00"));
        case.said_on = Some(at("2026-02-27T23:30"));
        assert_eq!(case.first_heard(), at("2026-02-27T23:30"));
    }

    #[test]
    fn dates_that_cannot_be_are_named() {
        let mut case = details();
        case.said_on = Some(at("2026-03-04T09:00"));
        let error = case.check(at("2026-03-10T09:00")).unwrap_err();
        assert_eq!(error.fields[0].field, "saidOn");
        assert!(error.message.contains("March 3"), "{}", error.message);
        let mut case = details();
        case.received_on = at("2026-03-11T09:00");
        let error = case.check(at("2026-03-10T09:00")).unwrap_err();
        assert_eq!(error.fields[0].field, "receivedOn");
    }

    #[test]
    fn a_due_date_stands_as_the_day_says() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
        for (on, done, state) in [
            (9, None, DueState::Overdue),
            (10, None, DueState::Today),
            (13, None, DueState::Soon),
            (14, None, DueState::Later),
            (9, Some(9), DueState::Met),
            (9, Some(10), DueState::MetLate),
        ] {
            assert_eq!(DueState::of(day(on), day(10), done.map(day)), state, "{on} {done:?}");
        }
    }

    #[test]
    fn codes_are_sent_as_they_are_stored() {
        for kind in CaseKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        }
        for relation in Relation::ALL {
            assert_eq!(serde_json::to_value(relation).unwrap(), relation.code());
        }
        for stage in Stage::ALL {
            assert_eq!(serde_json::to_value(stage).unwrap(), stage.code());
        }
        for outcome in Outcome::ALL {
            assert_eq!(serde_json::to_value(outcome).unwrap(), outcome.code());
        }
        for state in DueState::ALL {
            assert_eq!(serde_json::to_value(state).unwrap(), state.code());
        }
        for role in PartyRole::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.code());
        }
    }
}
