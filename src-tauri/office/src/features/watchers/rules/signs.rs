//! From the facts of a case to what is about to go wrong.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::features::advisor::model::{Answers, Row};
use crate::features::advisor::rules::reads_like;
use crate::features::cases::{CaseKind, Channel, Stage};
use crate::features::clocks::model::{Binds, Rule};
use crate::features::watchers::model::{Behind, ClockFact, Facts, Seen, Sign, SignKind};

/// The rows of a decision table that complaints read like. Thousands of them say the same few
/// things, so each is asked once.
#[derive(Debug)]
pub struct ReadAs {
    profile: String,
    asked: RefCell<HashMap<Channel, HashMap<Answers, Option<&'static Row>>>>,
}

impl ReadAs {
    /// By the table of this profile.
    pub fn new(profile: &str) -> Self {
        Self { profile: profile.to_owned(), asked: RefCell::default() }
    }

    fn row(&self, said_how: Channel, answers: &Answers) -> Option<&'static Row> {
        let mut asked = self.asked.borrow_mut();
        let asked = asked.entry(said_how).or_default();
        if let Some(row) = asked.get(answers) {
            return *row;
        }
        let row = reads_like(&self.profile, CaseKind::Complaint, said_how, answers);
        asked.insert(answers.clone(), row);
        row
    }
}

/// What is about to go wrong in a case, by the day on which it is to be noticed. `rule_of` gives
/// the rule of a clock in the version it started under.
///
/// The answer does not depend on today: a sign holds from its day on until the facts change.
pub fn signs<'a>(
    facts: &Facts,
    read_as: &ReadAs,
    rule_of: impl Fn(&Behind) -> Option<&'a Rule>,
) -> Vec<Sign> {
    let mut all = Vec::new();
    let mut pressing: Option<(NaiveDate, &ClockFact)> = None;
    for clock in &facts.clocks {
        let Some(rule) = rule_of(&clock.behind) else { continue };
        if clock.met {
            all.push(no_evidence(clock));
            continue;
        }
        let sign = due(clock, rule);
        if rule.binds == Binds::Ours && pressing.is_none_or(|(from, _)| sign.from < from) {
            pressing = Some((sign.from, clock));
        }
        all.extend(written_missing(facts, clock, rule));
        all.push(sign);
    }
    all.extend(facts.promises.iter().filter_map(|promise| {
        let from = promise.due.succ_opt()?;
        Some(Sign {
            kind: SignKind::PromisePassed,
            from,
            rule: None,
            subject: Some(promise.id.clone()),
            due: Some(promise.due),
            about: Some(promise.what.clone()),
        })
    }));
    all.extend(reads_graver(facts, read_as));
    all.extend(not_told(facts));
    if let Some((from, clock)) = pressing {
        all.extend(unanswered(facts, from, clock));
    }
    all.sort_by_key(|sign| sign.from);
    all
}

/// A clock within its lead. Where a notice can make it longer, the notice is the next step.
fn due(clock: &ClockFact, rule: &Rule) -> Sign {
    let length = clock.length.unwrap_or(rule.length);
    let lead = rule.lead_days(length);
    let from = clock.act_by.checked_sub_days(Days::new(lead.into())).unwrap_or(clock.act_by);
    let can_wait = rule.binds == Binds::Ours && rule.extension.is_some();
    let interim = rule.letter.as_ref().is_some_and(|letter| letter.kind == "interim_notice");
    Sign {
        kind: if can_wait || interim { SignKind::InterimNeeded } else { SignKind::ClockDue },
        from,
        rule: Some(clock.behind.clone()),
        subject: Some(clock.id.clone()),
        due: Some(clock.act_by),
        about: None,
    }
}

fn no_evidence(clock: &ClockFact) -> Sign {
    Sign {
        kind: SignKind::NoEvidence,
        from: clock.due,
        rule: Some(clock.behind.clone()),
        subject: Some(clock.id.clone()),
        due: None,
        about: None,
    }
}

/// A letter without which the case cannot be closed, once the work is done or was told aloud:
/// talking does not replace it (domain 3.1, report WSQV11).
fn written_missing(facts: &Facts, clock: &ClockFact, rule: &Rule) -> Option<Sign> {
    if !rule.needed_to_close {
        return None;
    }
    let (issues, decided) = facts.decided;
    let all_decided = issues > 0 && issues == decided;
    let done = all_decided
        || matches!(facts.stage, Stage::ResponseDrafted | Stage::ResponseIssued | Stage::FollowUp);
    let from = match (facts.talked, done) {
        (_, true) => facts.talked.unwrap_or(facts.received),
        (Some(talked), false) if facts.stage != Stage::New => talked,
        _ => return None,
    };
    Some(Sign {
        kind: SignKind::WrittenMissing,
        from,
        rule: Some(clock.behind.clone()),
        subject: Some(clock.id.clone()),
        due: Some(clock.due),
        about: None,
    })
}

/// A matter that is filed as a complaint and reads like a grievance: by how it was said, by what
/// the advisor was told, by its words, or because it was not settled at the time (domain 3.1, rows
/// G2 to G5).
fn reads_graver(facts: &Facts, read_as: &ReadAs) -> Option<Sign> {
    if facts.is_decided || facts.kind != CaseKind::Complaint {
        return None;
    }
    let sign = |row: &str, from, about: Option<&Seen>| Sign {
        kind: SignKind::ReadsLikeGrievance,
        from,
        rule: Some(Arc::new(Behind {
            pack: read_as.profile.clone(),
            version: String::new(),
            rule: row.to_owned(),
        })),
        subject: None,
        due: None,
        about: about.map(|seen| seen.word.to_owned()),
    };
    let read = |answers: &Answers| read_as.row(facts.said_how, answers);
    if let Some(row) = read(&facts.answers) {
        return Some(sign(&row.id, facts.received, None));
    }
    let mut told: Answers = facts.answers.clone();
    for one in &facts.seen {
        told.entry(one.question.to_owned()).or_insert_with(|| one.answer.to_owned());
    }
    if let Some(row) = read(&told) {
        return Some(sign(&row.id, facts.received, facts.seen.first()));
    }
    if told.contains_key("settled") {
        return None;
    }
    // Looked into, or still open the day after: not put right at the time.
    let looked_into = matches!(facts.stage, Stage::Investigating | Stage::Awaiting);
    let from = if looked_into { Some(facts.received) } else { facts.received.succ_opt() };
    told.insert("settled".to_owned(), "later".to_owned());
    told.entry("stay".to_owned()).or_insert_with(|| "during".to_owned());
    read(&told).zip(from).map(|(row, from)| sign(&row.id, from, None))
}

/// A patient is told whom to contact to complain (42 CFR 482.13(a)(1) and (2)); where a matter came
/// in and no leaflet that says so was given, nothing shows it.
fn not_told(facts: &Facts) -> Option<Sign> {
    let asks = matches!(
        facts.kind,
        CaseKind::Complaint | CaseKind::Grievance | CaseKind::Concern | CaseKind::Question
    );
    (asks && !facts.told).then_some(Sign {
        kind: SignKind::NotToldHow,
        from: facts.received,
        rule: None,
        subject: None,
        due: None,
        about: None,
    })
}

/// What nobody has done although a clock of ours runs out: nobody answered, or nobody has begun to
/// look into an issue.
fn unanswered(facts: &Facts, from: NaiveDate, clock: &ClockFact) -> Vec<Sign> {
    let sign = |kind, subject, about| Sign {
        kind,
        from,
        rule: Some(clock.behind.clone()),
        subject,
        due: Some(clock.act_by),
        about,
    };
    let silent = (!facts.answered).then(|| sign(SignKind::NobodyAnswered, None, None));
    let issues = facts.issues.iter().map(|issue| {
        sign(SignKind::IssueUnanswered, Some(issue.id.clone()), Some(issue.about.clone()))
    });
    silent.into_iter().chain(issues).collect()
}
