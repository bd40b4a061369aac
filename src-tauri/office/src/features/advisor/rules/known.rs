//! What the case itself answers, and how it reads.

use super::book::table;
use super::decide::{Turn, turn};
use crate::features::advisor::model::{Answers, Fact, Row, Table};
use crate::features::cases::{CaseKind, Channel, Relation};

/// What a case knows of itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct CaseFacts {
    /// How it was first said.
    pub said_how: Option<Channel>,
    /// What kind of case it is.
    pub kind: Option<CaseKind>,
    /// Who raised it, to the patient.
    pub relation: Option<Relation>,
    /// Whether it was first said during a stay that is on record from its first to its last day.
    pub during_stay: bool,
}

impl CaseFacts {
    fn code(&self, fact: Fact) -> Option<&'static str> {
        match fact {
            Fact::SaidHow => self.said_how.map(Channel::code),
            Fact::Kind => self.kind.map(CaseKind::code),
            Fact::Relation => self.relation.map(Relation::code),
            Fact::Stay => self.during_stay.then_some("during"),
        }
    }
}

/// The answers that the case gives by itself.
pub fn known(table: &Table, facts: CaseFacts) -> Answers {
    let one = |question: &crate::features::advisor::model::Question| {
        let code = facts.code(question.known_from?)?;
        Some((question.id.clone(), question.known.get(code)?.clone()))
    };
    table.questions.iter().filter_map(one).collect()
}

/// The row that a case filed as a complaint reads like from what is known alone: how it was first
/// said, and what was answered before. Nothing when the facts leave it open, or when the row would
/// file it as it is filed.
///
/// What a table presumes counts here until somebody answers it, so this notices and never decides.
pub fn reads_like(
    profile: &str,
    kind: CaseKind,
    said_how: Channel,
    answers: &Answers,
) -> Option<&'static Row> {
    if kind != CaseKind::Complaint {
        return None;
    }
    let table = table(profile).ok()?;
    let facts = CaseFacts { said_how: Some(said_how), kind: Some(kind), ..CaseFacts::default() };
    let presumed = table.questions.iter().filter_map(|question| {
        question.presumed.clone().map(|presumed| (question.id.clone(), presumed))
    });
    let mut all: Answers = presumed.collect();
    all.extend(known(table, facts));
    all.extend(answers.iter().map(|(id, code)| (id.clone(), code.clone())));
    match turn(table, &all)? {
        Turn::Advise(advice) if advice.row.kind != kind => Some(advice.row),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().map(|(id, code)| ((*id).to_owned(), (*code).to_owned())).collect()
    }

    fn like(kind: CaseKind, said_how: Channel, pairs: &[(&str, &str)]) -> Option<&'static str> {
        let row = reads_like("us-hospital", kind, said_how, &answers(pairs))?;
        Some(row.id.as_str())
    }

    #[test]
    fn a_complaint_in_writing_reads_like_a_grievance() {
        for channel in [Channel::Letter, Channel::Email] {
            assert_eq!(like(CaseKind::Complaint, channel, &[]), Some("G3"));
        }
        for channel in [Channel::Call, Channel::Visit, Channel::Video, Channel::Note] {
            assert_eq!(like(CaseKind::Complaint, channel, &[]), None, "{channel:?}");
        }
        for kind in CaseKind::ALL.iter().filter(|kind| **kind != CaseKind::Complaint) {
            assert_eq!(like(*kind, Channel::Letter, &[]), None, "{kind:?}");
        }
    }

    #[test]
    fn what_was_answered_before_counts_over_what_is_presumed() {
        let complaint = CaseKind::Complaint;
        assert_eq!(like(complaint, Channel::Visit, &[("settled", "later")]), Some("G2"));
        assert_eq!(like(complaint, Channel::Visit, &[("settled", "then")]), None);
        assert_eq!(like(complaint, Channel::Visit, &[("danger", "abuse")]), Some("G4"));
        assert_eq!(like(complaint, Channel::Letter, &[("about", "billing")]), Some("G6"));
        assert_eq!(like(complaint, Channel::Letter, &[("who", "other")]), Some("G11"));
    }

    #[test]
    fn an_english_complaint_in_writing_is_what_it_says() {
        let none = Answers::new();
        for channel in Channel::ALL {
            assert_eq!(reads_like("uk-england", CaseKind::Complaint, *channel, &none), None);
            assert_eq!(reads_like("nowhere", CaseKind::Complaint, *channel, &none), None);
        }
    }

    #[test]
    fn a_case_answers_what_it_knows_and_nothing_else() {
        let table = table("us-hospital").unwrap();
        let facts = CaseFacts {
            said_how: Some(Channel::Letter),
            kind: Some(CaseKind::Complaint),
            relation: Some(Relation::SelfPatient),
            during_stay: true,
        };
        let expected = answers(&[("said", "letter"), ("stay", "during"), ("who", "patient")]);
        assert_eq!(known(table, facts), expected);
        // A relative is not yet somebody who may act, and a note says nothing of how it was said.
        let open = CaseFacts {
            said_how: Some(Channel::Note),
            relation: Some(Relation::Child),
            ..CaseFacts::default()
        };
        assert_eq!(known(table, open), Answers::new());
    }
}
