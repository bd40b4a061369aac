//! What was cited, what Bedside said, and whether it said so in time.

use chrono::NaiveDate;

use super::control;
use super::facts::{Day, Finding};
use super::replay::{Replay, Said};

/// How one label of a finding, or the whole of it, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Bedside said so at or before the failure.
    Caught,
    /// Its facts are too thin to judge.
    NotJudgeable,
    /// It waits for a part of Bedside that is not built.
    Waiting,
    /// Bedside did not say so in time.
    Missed,
}

/// One label and what came of it.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The label.
    pub label: String,
    /// How it stands.
    pub standing: Standing,
    /// What Bedside said, which fact is missing, or what it waits for.
    pub words: String,
    /// The day on which it was said.
    pub on: Option<NaiveDate>,
}

/// A finding and what came of it.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Label by label.
    pub judged: Vec<Judged>,
    /// Whether the day of receipt is known; without it days are counted from the first.
    pub is_dated: bool,
    /// The first day of the replay.
    pub first: NaiveDate,
    /// What the clean control raised, which should be nothing.
    pub raised_by_control: Vec<String>,
}

impl Verdict {
    /// How the finding stands: missed if any label is, else caught if any is.
    pub fn standing(&self) -> Standing {
        let has = |standing| self.judged.iter().any(|one| one.standing == standing);
        [Standing::Missed, Standing::Caught, Standing::Waiting]
            .into_iter()
            .find(|standing| has(*standing))
            .unwrap_or(Standing::NotJudgeable)
    }

    /// A line for each label.
    pub fn told(&self, finding: &Finding) -> String {
        let mut lines = Vec::new();
        for one in &self.judged {
            let day = match one.on {
                None => String::new(),
                Some(on) if self.is_dated => format!(" · on {on}"),
                Some(on) => format!(" · on day {}", (on - self.first).num_days()),
            };
            let standing = match one.standing {
                Standing::Caught => "caught, at or before the failure",
                Standing::Missed => "MISSED",
                Standing::Waiting => "waiting",
                Standing::NotJudgeable => "not judgeable",
            };
            let (id, tag, label, words) = (&finding.id, &finding.tag, &one.label, &one.words);
            lines.push(format!("{id} {tag} · cited for {label} · {words}{day} · {standing}"));
        }
        for raised in &self.raised_by_control {
            lines.push(format!("{} · the clean control raised: {raised}", finding.id));
        }
        lines.join("\n")
    }
}

/// What waits, and for what.
const LETTERS: &str = "letters' contents wait for \"What leaves the office\"";
const WAITING: &[(&str, &str)] = &[
    ("missing_contact", LETTERS),
    ("missing_steps", LETTERS),
    ("missing_results", LETTERS),
    ("missing_completion_date", LETTERS),
    ("no_qio_information", LETTERS),
    ("no_state_agency_contact", LETTERS),
    ("no_confirmed_statement", LETTERS),
    ("not_referred", "referrals wait for casework"),
    ("committee_not_delegated", "who decides waits for the program's own work"),
    ("grievance_data_not_used_in_quality_programme", "period reports wait for reporting"),
];

/// Which signs answer a label. The first that was shown counts.
const ANSWERS: &[(&str, &[&str])] = &[
    ("not_logged", &["log_printed"]),
    ("misclassified_as_complaint", &["reads_like_grievance"]),
    (
        "no_written_notice",
        &[
            "written_missing",
            "interim_needed:US-CMS-POL",
            "clock_due:US-SNF-GRV-DEC",
            "interim_needed:US-SNF-GRV-DEC",
            "close_refused",
        ],
    ),
    (
        "late_response",
        &[
            "interim_needed:US-CMS-POL",
            "interim_needed:US-CMS-7",
            "clock_due:US-SNF-GRV-DEC",
            "interim_needed:US-SNF-GRV-DEC",
            "promise_passed",
        ],
    ),
    ("no_interim_notice", &["interim_needed:US-CMS-7"]),
    ("not_investigated", &["issue_unanswered", "close_refused"]),
    ("issues_not_all_answered", &["issue_unanswered", "close_refused"]),
    ("closed_without_evidence", &["close_refused"]),
    ("policy_has_no_timeframe", &["number_missing"]),
    ("not_informed_how_to_file", &["not_told_how"]),
    ("important_message_missing_or_late", &["clock_due:US-IM-1", "clock_due:US-IM-2"]),
    ("notice_not_copied_to_ombudsman", &["clock_due:US-SNF-TD-COPY"]),
    ("discharge_notice_not_given", &["clock_due:US-SNF-TD"]),
    ("date_of_receipt_not_recorded", &["date_needed"]),
    ("log_not_available_on_request", &["log_printed"]),
];

/// Replays a finding and its clean control.
pub async fn replay(finding: &Finding) -> Verdict {
    let received = finding.facts.received.as_ref();
    let is_dated = received.and_then(Day::latest).is_some() || finding.notice.is_some();
    let mut replay = Replay::begin(finding).await;
    let kind = match finding.facts.classified_by_hospital_as.as_deref() {
        Some("grievance") => "grievance",
        _ => "complaint",
    };
    let end = last_day(finding, replay.first);
    if control::prepare(&mut replay, kind).await {
        replay.go(end).await;
        for event in finding.events.iter().filter(|e| e.day.is_none() && e.what == "closed") {
            replay.happen(event, end).await;
        }
    }
    let judged = labels(finding)
        .into_iter()
        .map(|label| judge(finding, &label, &replay, end, is_dated))
        .collect();
    let raised_by_control = control::raises(finding, end).await;
    Verdict { judged, is_dated, first: replay.first, raised_by_control }
}

/// The labels, with "other" told by its detail.
fn labels(finding: &Finding) -> Vec<String> {
    let detail = finding.other_detail.clone().unwrap_or_else(|| "other".into());
    let label = |label: &String| if label == "other" { detail.clone() } else { label.clone() };
    finding.cited_for.iter().map(label).collect()
}

/// The day up to which something said is in time: the late answer that was cited, else the survey;
/// where neither has a day, 45 days after the first.
fn last_day(finding: &Finding, first: NaiveDate) -> NaiveDate {
    let in_days = |day: &Day| match day {
        Day::Offset(days) => Some(first + chrono::TimeDelta::days(*days)),
        date => date.exact(),
    };
    let is_dated = finding.facts.received.as_ref().and_then(Day::latest).is_some();
    let is_dated = is_dated || finding.first_event().is_some() || finding.notice.is_some();
    let survey = finding
        .as_of
        .as_ref()
        .and_then(in_days)
        .filter(|_| is_dated || matches!(finding.as_of, Some(Day::Offset(_))));
    survey.unwrap_or(first + chrono::TimeDelta::days(45))
}

/// The day of the cited answer, where it came late.
fn failed_on(finding: &Finding, label: &str, first: NaiveDate) -> Option<NaiveDate> {
    if label != "late_response" {
        return None;
    }
    let answer = finding.events.iter().rev().find(|event| event.what == "final_letter")?;
    match answer.day.as_ref()? {
        Day::Offset(days) => Some(first + chrono::TimeDelta::days(*days)),
        date => date.exact(),
    }
}

fn judge(
    finding: &Finding,
    label: &str,
    replay: &Replay<'_>,
    end: NaiveDate,
    dated: bool,
) -> Judged {
    let judged =
        |standing, words: String, on| Judged { label: label.to_owned(), standing, words, on };
    if let Some((_, what)) = WAITING.iter().find(|(waits, _)| *waits == label) {
        return judged(Standing::Waiting, (*what).to_owned(), None);
    }
    let Some((_, answers)) = ANSWERS.iter().find(|(cited, _)| *cited == label) else {
        return judged(Standing::Missed, "nothing in Bedside answers this label".into(), None);
    };
    let limit = failed_on(finding, label, replay.first).unwrap_or(end);
    let found = said(&replay.said, answers);
    if let Some(missing) = missing_fact(finding, label, found.map(|f| f.0), replay.first, dated) {
        return judged(Standing::NotJudgeable, format!("missing: {missing}"), None);
    }
    match found {
        Some((on, words)) if on <= limit => {
            judged(Standing::Caught, format!("Bedside: {words}"), Some(on))
        }
        // Counted from the latest day it can have been: an earlier one may have been in time.
        _ if finding.facts.received.as_ref().is_some_and(Day::is_vague) => {
            judged(Standing::NotJudgeable, "missing: the day it was received".into(), None)
        }
        Some((on, words)) => {
            judged(Standing::Missed, format!("Bedside, too late: {words}"), Some(on))
        }
        None => judged(Standing::Missed, "Bedside said nothing".into(), None),
    }
}

/// The earliest of the signs.
fn said<'a>(said: &'a Said, answers: &[&str]) -> Option<(NaiveDate, &'a str)> {
    let found = answers.iter().filter_map(|kind| said.get(*kind));
    found.min_by_key(|(on, _)| *on).map(|(on, words)| (*on, words.as_str()))
}

/// The fact without which this label cannot be judged: without the day of receipt only what is said
/// at once, or on a numbered day that the finding gives, can be compared.
fn missing_fact(
    finding: &Finding,
    label: &str,
    found: Option<NaiveDate>,
    first: NaiveDate,
    dated: bool,
) -> Option<&'static str> {
    let at_once = found.is_some_and(|on| on == first);
    // What a letter promised runs from the letter, whose day is known.
    if found.is_some() && !dated && finding.first_event().is_some() {
        return finding.as_of.is_none().then_some("the day of the survey");
    }
    let refused = matches!(label, "closed_without_evidence");
    let counted = matches!(finding.as_of, Some(Day::Offset(_)))
        || finding.events.iter().any(|event| matches!(event.day, Some(Day::Offset(n)) if n > 0));
    if finding.facts.received.is_none() && !dated {
        return Some("the day of the move or of the notice");
    }
    if dated {
        let surveyed = finding.as_of.is_some() || failed_on(finding, label, first).is_some();
        return (!surveyed && !at_once && !refused).then_some("the day of the survey");
    }
    (!at_once && !refused && !counted).then_some("the day it was received")
}
