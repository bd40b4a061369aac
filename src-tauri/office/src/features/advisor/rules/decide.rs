//! The next question, or the advice.

use crate::features::advisor::model::{Answers, Question, Reading, Row, Table, When};
use crate::features::clocks::model::Confidence;
use crate::kernel::Result;
use crate::kernel::error::Checks;

/// What comes next.
#[derive(Debug, Clone, PartialEq)]
pub enum Turn<'a> {
    /// This is still open.
    Ask(&'a Question),
    /// Nothing is open: this is the advice.
    Advise(Advice<'a>),
}

/// What the rules would call a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice<'a> {
    /// The row that holds.
    pub row: &'a Row,
    /// How sure it is for these answers: a row may be less sure in part.
    pub confidence: Confidence,
    /// What of it is not sure.
    pub doubt: Option<&'a str>,
    /// How else it may be read.
    pub other: Option<&'a Reading>,
}

/// How a condition stands with what is known.
enum Stands<'a> {
    /// Whatever else is answered.
    Holds,
    /// Whatever else is answered.
    Fails,
    /// As this question is answered.
    Open(&'a Question),
}

/// What comes next after `answers`: the first row that is not ruled out is the advice if it holds,
/// and else its first open question is asked. Nothing, when the table has no row for them, which
/// reading the table rules out.
pub fn turn<'a>(table: &'a Table, answers: &Answers) -> Option<Turn<'a>> {
    table.rows.iter().find_map(|row| match stands(table, &row.when, answers) {
        Stands::Fails => None,
        Stands::Open(question) => Some(Turn::Ask(question)),
        Stands::Holds => Some(Turn::Advise(advice(table, row, answers))),
    })
}

fn advice<'a>(table: &Table, row: &'a Row, answers: &Answers) -> Advice<'a> {
    let holds = |when: &When| matches!(stands(table, when, answers), Stands::Holds);
    let doubt = row.doubts.iter().find(|doubt| holds(&doubt.when));
    Advice {
        row,
        confidence: doubt.map_or(row.confidence, |doubt| doubt.confidence),
        doubt: doubt.map(|doubt| doubt.says.as_str()),
        other: row.also.iter().find(|reading| reading.when.is_empty() || holds(&reading.when)),
    }
}

fn stands<'a>(table: &'a Table, when: &When, answers: &Answers) -> Stands<'a> {
    let mut open = None;
    for alternative in when {
        let fits = |id: &String, codes: &Vec<String>| answers.get(id).map(|a| codes.contains(a));
        if alternative.iter().any(|(id, codes)| fits(id, codes) == Some(false)) {
            continue;
        }
        // Of the open questions of a row, the one that the table names first is asked first.
        let first = table.questions.iter().find(|question| {
            alternative.contains_key(&question.id) && !answers.contains_key(&question.id)
        });
        match first {
            None => return Stands::Holds,
            Some(question) => open = open.or(Some(question)),
        }
    }
    open.map_or(Stands::Fails, Stands::Open)
}

/// Refuses an answer to a question that the table does not ask, or one that it does not offer.
pub fn check(table: &Table, answers: &Answers) -> Result<()> {
    let mut checks = Checks::default();
    for (id, code) in answers {
        let question = table.question(id);
        checks.need(
            question.is_none_or(|question| question.option(code).is_some()),
            format!("answers.{id}"),
            "This is none of the answers to the question. Choose one of them.",
        );
        checks.need(
            question.is_some(),
            format!("answers.{id}"),
            "This question is not asked here.",
        );
    }
    checks.done()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::features::advisor::rules::{table, tables};
    use crate::features::cases::CaseKind;

    /// Questions with their answers.
    type Pairs<'a> = [(&'a str, &'a str)];

    fn answers(pairs: &Pairs<'_>) -> Answers {
        pairs.iter().map(|(id, code)| ((*id).to_owned(), (*code).to_owned())).collect()
    }

    fn advised(profile: &str, pairs: &Pairs<'_>) -> Advice<'static> {
        match turn(table(profile).unwrap(), &answers(pairs)) {
            Some(Turn::Advise(advice)) => advice,
            other => panic!("{pairs:?} leads to {other:?}"),
        }
    }

    /// Nothing out of the way, from the patient, about care, without a demand.
    const PLAIN: [(&str, &str); 4] =
        [("danger", "none"), ("who", "patient"), ("asks", "no"), ("about", "care")];

    fn hospital(pairs: &Pairs<'_>) -> Advice<'static> {
        let mut all = PLAIN.to_vec();
        for (id, code) in pairs {
            all.retain(|(before, _)| before != id);
            all.push((id, code));
        }
        advised("us-hospital", &all)
    }

    #[test]
    fn each_row_of_the_hospital_table_says_what_its_rule_says() {
        use CaseKind::{Billing, Complaint, Concern, Grievance};
        let rows: [(&Pairs<'_>, &str, CaseKind); 16] = [
            (&[("said", "in_person"), ("settled", "then")], "G1", Complaint),
            (&[("said", "in_person"), ("settled", "small")], "G1", Complaint),
            (&[("said", "phone"), ("stay", "during"), ("settled", "then")], "G1", Complaint),
            (&[("said", "in_person"), ("settled", "later")], "G2", Grievance),
            (&[("said", "phone"), ("stay", "after"), ("routine", "no")], "G2", Grievance),
            (&[("said", "letter")], "G3", Grievance),
            (&[("said", "email")], "G3", Grievance),
            (&[("said", "fax")], "G3", Grievance),
            (&[("danger", "harm")], "G4", Grievance),
            (&[("asks", "yes")], "G5", Grievance),
            (&[("about", "billing"), ("said", "phone")], "G6", Billing),
            (&[("about", "billing_care")], "G7", Grievance),
            (&[("said", "survey"), ("survey", "comment")], "G8", Complaint),
            (&[("said", "survey"), ("survey", "usual")], "G9", Grievance),
            (&[("said", "phone"), ("stay", "after"), ("routine", "yes")], "G10", Grievance),
            (&[("who", "other")], "G11", Concern),
        ];
        for (pairs, row, kind) in rows {
            let advice = hospital(pairs);
            assert_eq!((advice.row.id.as_str(), advice.row.kind), (row, kind), "{pairs:?}");
        }
    }

    #[test]
    fn abuse_is_an_urgent_grievance_whoever_says_it_and_however() {
        for danger in ["abuse", "harm", "conditions"] {
            for other in [("said", "survey"), ("who", "other"), ("about", "billing")] {
                let advice = hospital(&[("danger", danger), other]);
                assert_eq!(advice.row.id, "G4");
                assert!(advice.row.urgent);
            }
        }
        assert!(
            tables()
                .unwrap()
                .iter()
                .flat_map(|table| &table.rows)
                .all(|row| { !row.urgent || ["G4", "US-MA-G-24"].contains(&row.id.as_str()) })
        );
    }

    #[test]
    fn what_is_a_default_carries_the_badge_and_what_is_confirmed_does_not() {
        let unverified = |pairs: &Pairs<'_>| hospital(pairs).confidence.is_unverified();
        assert!(!unverified(&[("said", "letter")]));
        assert!(!unverified(&[("danger", "abuse")]));
        assert!(!unverified(&[("asks", "yes")]));
        // Writing is confirmed, e-mail and fax are a reading of it; so is harm alone.
        for pairs in [[("said", "email")], [("said", "fax")], [("danger", "harm")]] {
            assert!(unverified(&pairs), "{pairs:?}");
            assert!(hospital(&pairs).doubt.is_some());
        }
        assert!(unverified(&[("said", "survey"), ("survey", "comment")]));
        assert!(unverified(&[("who", "other")]));
    }

    #[test]
    fn a_call_after_discharge_shows_both_views_and_takes_the_safer_one() {
        let advice = hospital(&[("said", "phone"), ("stay", "after"), ("routine", "yes")]);
        assert_eq!(advice.row.kind, CaseKind::Grievance);
        assert!(advice.confidence.is_unverified());
        assert_eq!(advice.other.unwrap().kind, CaseKind::Complaint);
        // The same call during the stay has one reading.
        let during = hospital(&[("said", "phone"), ("stay", "during"), ("settled", "then")]);
        assert_eq!((during.row.id.as_str(), during.other), ("G1", None));
    }

    #[test]
    fn a_written_bill_shows_that_writing_may_make_it_a_grievance() {
        let spoken = hospital(&[("about", "billing"), ("said", "phone")]);
        assert_eq!(spoken.other, None);
        let written = hospital(&[("about", "billing"), ("said", "letter")]);
        assert_eq!(written.row.id, "G6");
        assert_eq!(written.other.unwrap().kind, CaseKind::Grievance);
    }

    #[test]
    fn critical_access_hospitals_have_no_exemption() {
        let text = format!("{:?}", table("us-hospital").unwrap()).to_lowercase();
        assert!(!text.contains("critical"), "no question or row sets them apart");
    }

    #[test]
    fn spoken_and_settled_by_the_next_working_day_is_outside_the_english_rules() {
        let plain = [("what", "unhappy"), ("who", "patient"), ("since", "no")];
        let row = |more: &Pairs<'_>| {
            advised("uk-england", &[plain.as_slice(), more].concat()).row.id.clone()
        };
        assert_eq!(row(&[("said", "spoken"), ("settled", "yes")]), "UK-E-NWD");
        assert_eq!(row(&[("said", "spoken"), ("settled", "no")]), "UK-E-C");
        assert_eq!(row(&[("said", "written")]), "UK-E-C");
        assert_eq!(row(&[("said", "written"), ("settled", "yes")]), "UK-E-C");
        let open = advised(
            "uk-england",
            &[plain.as_slice(), &[("said", "spoken"), ("settled", "open")]].concat(),
        );
        assert_eq!(open.row.kind, CaseKind::Complaint);
        assert_eq!(open.other.unwrap().kind, CaseKind::Concern);
    }

    #[test]
    fn twenty_four_hours_are_only_for_an_extension_or_a_refusal_to_be_fast() {
        let row = |more: &str| {
            let pairs = [("what", "service"), ("plan", "ma"), ("extension", more)];
            advised("us-insurance", &pairs).row
        };
        assert_eq!((row("yes").id.as_str(), row("yes").urgent), ("US-MA-G-24", true));
        assert_eq!((row("no").id.as_str(), row("no").urgent), ("US-MA-G", false));
        let hours: Vec<&str> = table("us-insurance")
            .unwrap()
            .rows
            .iter()
            .filter(|row| {
                row.sentence.contains("24 hours") || row.follows.concat().contains("24 h")
            })
            .map(|row| row.id.as_str())
            .collect();
        assert_eq!(hours, ["US-MA-G-24"]);
    }

    #[test]
    fn an_ombudsman_is_never_told_to_report_and_asks_for_consent_first() {
        let table = table("us-ltc-ombudsman").unwrap();
        let without = advised("us-ltc-ombudsman", &[("what", "problem"), ("consent", "no")]);
        assert!(without.row.follows[0].contains("consent"));
        for row in &table.rows {
            let text = format!("{} {}", row.sentence, row.follows.join(" ")).to_lowercase();
            assert!(!text.contains("protective services") && !text.contains("report"), "{text}");
        }
    }

    #[test]
    fn only_what_is_still_open_is_asked() {
        let table = table("us-hospital").unwrap();
        let next = |pairs: &Pairs<'_>| match turn(table, &answers(pairs)) {
            Some(Turn::Ask(question)) => question.id.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(next(&[]), "danger");
        assert_eq!(next(&[("danger", "none")]), "who");
        let mut by_letter = PLAIN.to_vec();
        assert_eq!(next(&by_letter), "said");
        by_letter.push(("said", "letter"));
        assert!(matches!(turn(table, &answers(&by_letter)), Some(Turn::Advise(_))));
        let mut survey = PLAIN.to_vec();
        survey.push(("said", "survey"));
        assert_eq!(next(&survey), "survey");
        let mut call = PLAIN.to_vec();
        call.push(("said", "phone"));
        assert_eq!(next(&call), "stay");
        call.push(("stay", "during"));
        assert_eq!(next(&call), "settled");
    }

    #[test]
    fn answers_from_outside_are_refused_by_name() {
        let table = table("us-hospital").unwrap();
        let error = check(table, &answers(&[("said", "pigeon"), ("weather", "fine")])).unwrap_err();
        let fields: Vec<&str> = error.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["answers.said", "answers.weather"]);
        assert!(check(table, &answers(&PLAIN)).is_ok());
    }

    /// Any answers to any of the questions of any table.
    fn some_answers() -> impl Strategy<Value = (usize, Vec<Option<usize>>)> {
        (0..tables().unwrap().len(), prop::collection::vec(prop::option::of(0_usize..8), 12))
    }

    proptest! {
        #[test]
        fn no_set_of_answers_is_left_without_advice((nth, picks) in some_answers()) {
            let table = &tables().unwrap()[nth];
            let mut given = Answers::new();
            for (question, pick) in table.questions.iter().zip(&picks) {
                if let Some(pick) = pick {
                    let option = &question.options[pick % question.options.len()];
                    given.insert(question.id.clone(), option.code.clone());
                }
            }
            // Whatever was known at first, each question is asked once and the path ends.
            for step in 0..=table.questions.len() {
                match turn(table, &given) {
                    Some(Turn::Advise(advice)) => {
                        prop_assert!(table.row(&advice.row.id).is_some());
                        break;
                    }
                    Some(Turn::Ask(question)) => {
                        let pick = picks.get(step).copied().flatten().unwrap_or(step);
                        let option = &question.options[pick % question.options.len()];
                        let before = given.insert(question.id.clone(), option.code.clone());
                        prop_assert_eq!(before, None, "{} is asked twice", question.id);
                    }
                    None => prop_assert!(false, "{:?} leads nowhere", given),
                }
                prop_assert!(step < table.questions.len(), "the questions do not end");
            }
        }

        #[test]
        fn more_answers_never_change_advice_that_was_given((nth, picks) in some_answers()) {
            let table = &tables().unwrap()[nth];
            let mut given = Answers::new();
            let mut first = None;
            for (question, pick) in table.questions.iter().zip(&picks) {
                if let Some(pick) = pick {
                    let option = &question.options[pick % question.options.len()];
                    given.insert(question.id.clone(), option.code.clone());
                }
                if let Some(Turn::Advise(advice)) = turn(table, &given) {
                    let row = advice.row.id.clone();
                    prop_assert_eq!(first.get_or_insert(row.clone()), &row);
                }
            }
        }
    }
}
