//! Looking at the facts, and telling what was noticed.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::commands::{SignLine, SignsView};
use super::held::Held;
use super::look::{Watching, look};
use super::model::{Sign, SignKind};
use super::store;
use crate::features::advisor::rules::table;
use crate::features::cases::{CaseId, DueState};
use crate::features::clocks::model::{Rule, SetBy};
use crate::features::clocks::rules::{Found, length_words, short_day};
use crate::features::office;
use crate::kernel::Result;
use crate::store::Reads;

/// How many lines a list shows unless it is asked for more.
const MOST: usize = 50;

/// What is about to go wrong in one case, today.
pub(super) async fn of_case(tx: &mut impl Reads, case: CaseId) -> Result<Vec<SignLine>> {
    let watching = Watching::read(tx).await?;
    let ids = [case.to_string()];
    let found = look(tx, &watching, Some(&ids)).await?;
    let mut lines = Vec::new();
    for sign in found.into_values().flatten().filter(|sign| sign.from <= watching.today) {
        lines.push(told(&watching, &sign));
    }
    Ok(lines)
}

/// What is about to go wrong in the office, today, the most pressing first.
///
/// What `held` knows is looked at again only where the journal has changed since.
pub(crate) async fn list(
    tx: &mut impl Reads,
    held: &mut Held,
    limit: Option<u32>,
) -> Result<SignsView> {
    let watching = Watching::read(tx).await?;
    let last = store::last_change(tx.connection()).await?;
    match held.upto {
        Some(upto) if held.until == Some(watching.today) => {
            let changed = store::changed_after(tx.connection(), upto).await?;
            let office = office::office(tx).await?.id;
            if changed.contains(&office) {
                // What the office settled bears on every case.
                held.signs = look(tx, &watching, None).await?;
            } else if !changed.is_empty() {
                let found = look(tx, &watching, Some(&changed)).await?;
                for case in &changed {
                    held.signs.remove(case);
                }
                held.signs.extend(found);
            }
        }
        _ => held.signs = look(tx, &watching, None).await?,
    }
    held.upto = Some(last);
    held.until = Some(watching.today);
    // What a case says of itself only when it is looked at.
    let now = |sign: &&Sign| sign.from <= watching.today && sign.kind != SignKind::NotToldHow;
    let mut all: Vec<(&String, &Sign)> = held
        .signs
        .iter()
        .flat_map(|(case, signs)| signs.iter().filter(now).map(move |sign| (case, sign)))
        .collect();
    let most = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(MOST).min(500);
    let many = all.len();
    if most < many {
        // Only what is shown is put in order: there may be many thousand.
        all.select_nth_unstable_by(most, by_pressing);
        all.truncate(most);
    }
    all.sort_unstable_by(by_pressing);
    let shown = all;
    let ids: BTreeSet<&str> = shown.iter().map(|(case, _)| case.as_str()).collect();
    let ids = serde_json::Value::from(ids.into_iter().collect::<Vec<_>>()).to_string();
    let cases = store::lines(tx.connection(), &ids).await?;
    let mut lines = missing_numbers(tx, &watching).await?;
    for (case, sign) in &shown {
        let Some(row) = cases.iter().find(|row| row.id == **case) else { continue };
        lines.push(SignLine {
            case: Some(row.id.clone()),
            number: Some(row.number.clone()),
            patient_name: Some(
                row.patient_name.clone().unwrap_or_else(|| "(name withheld)".into()),
            ),
            ..told(&watching, sign)
        });
    }
    let more = u32::try_from(many.saturating_sub(most)).unwrap_or(u32::MAX);
    Ok(SignsView { lines, more })
}

/// The most pressing first; of one case and day, in the order of the kinds.
fn by_pressing((a, one): &(&String, &Sign), (b, other): &(&String, &Sign)) -> Ordering {
    let due = |sign: &Sign| sign.due.unwrap_or(sign.from);
    (due(one), a, one.kind as u8, &one.subject).cmp(&(
        due(other),
        b,
        other.kind as u8,
        &other.subject,
    ))
}

/// The rules in force that need the office's own number, where nobody gave or confirmed one.
async fn missing_numbers(tx: &mut impl Reads, watching: &Watching) -> Result<Vec<SignLine>> {
    let settings = &watching.in_force.settings;
    let needed = |found: &Found<'_>| {
        found.rule.length_set_by == SetBy::Office && found.rule.length_is_unverified(settings)
    };
    let needed: Vec<Found<'_>> = watching.in_force.rules().filter(needed).collect();
    let ids: Vec<&str> = needed.iter().map(|found| found.rule.id.as_str()).collect();
    let ids = serde_json::Value::from(ids).to_string();
    let running = store::running(tx.connection(), &ids).await?;
    let mut lines = Vec::new();
    for found in needed {
        let rule = found.rule;
        // A rule that starts on every matter needs its number before the first one comes in.
        let by_itself = rule.trigger.event().is_none();
        let on = rule.is_on(settings) || (rule.no_default && !rule.off_until_chosen);
        if !(running.contains(&rule.id) || (on && by_itself)) {
            continue;
        }
        let why = if rule.no_default && rule.office_number(settings).is_none() {
            format!("{} needs a number of days, and no rule gives one.", rule.name)
        } else {
            format!(
                "{} counts {}. Nobody here has confirmed that this is your number.",
                rule.name,
                length_words(rule.length_under(settings), found.calendar)
            )
        };
        lines.push(SignLine {
            kind: SignKind::NumberMissing,
            case: None,
            number: None,
            patient_name: None,
            title: format!("Your policy's number: {}", rule.name),
            why,
            next: "Look it up in your policy and confirm it under Settings, Rules and dates."
                .into(),
            rule: Some(rule.citation.clone()),
            subject: Some(rule.id.clone()),
            due: None,
            state: None,
            since: watching.today.to_string(),
        });
    }
    Ok(lines)
}

/// A sign in words.
fn told(watching: &Watching, sign: &Sign) -> SignLine {
    if sign.kind == SignKind::ReadsLikeGrievance {
        return graver(watching, sign, sign.about.as_deref().unwrap_or_default());
    }
    let rule = sign.rule.as_ref().and_then(|behind| watching.rule(behind));
    let (title, why, next) = words(watching, sign, rule);
    SignLine {
        kind: sign.kind,
        case: None,
        number: None,
        patient_name: None,
        title,
        why,
        next,
        rule: rule.map(|rule| rule.citation.clone()),
        subject: sign.subject.clone(),
        due: sign.due.map(|due| due.to_string()),
        state: sign.due.map(|due| DueState::of(due, watching.today, None)),
        since: sign.from.to_string(),
    }
}

/// What it is, why, and what to do next.
fn words(watching: &Watching, sign: &Sign, rule: Option<&Rule>) -> (String, String, String) {
    let due = sign.due.map(|due| short_day(due, watching.style)).unwrap_or_default();
    let late = sign.due.is_some_and(|due| due < watching.today);
    let task = rule.map_or("", |rule| &rule.task);
    let name = rule.map_or("", |rule| &rule.name);
    let about = sign.about.as_deref().unwrap_or_default();
    let ran_out = if late { "ran out" } else { "runs out" };
    let near = || match rule.filter(|_| late) {
        Some(rule) => rule.unmet.clone(),
        None => format!("{name} by {due}"),
    };
    match sign.kind {
        SignKind::ClockDue => (
            near(),
            format!("The time {ran_out} on {due}."),
            format!("Send or do it, and log it: {task}."),
        ),
        SignKind::InterimNeeded => (
            near(),
            format!("The time {ran_out} on {due}."),
            "Send it, or a notice that says you are still working on it and when the answer will \
             come."
                .into(),
        ),
        SignKind::PromisePassed => (
            format!("Promise passed: “{about}”"),
            format!("It was promised for {due}."),
            "Keep it now, or call and give a new day.".into(),
        ),
        SignKind::WrittenMissing => (
            "Nothing in writing yet".into(),
            "It was talked over or decided, and talking does not replace the letter.".into(),
            format!("Write it: {task}."),
        ),
        SignKind::IssueUnanswered => (
            format!("Not looked into: “{about}”"),
            format!("Nobody has begun, and {name} {ran_out} on {due}."),
            "Begin to look into it, or give it to somebody.".into(),
        ),
        SignKind::NobodyAnswered => (
            "Nobody has answered yet".into(),
            format!("No letter, e-mail or talk is on record, and {name} {ran_out} on {due}."),
            "Call or write, and log it.".into(),
        ),
        SignKind::NoEvidence => (
            format!("Met with nothing to show: {name}"),
            "It stands as met, and no contact or date of this case shows it.".into(),
            "Log what met it.".into(),
        ),
        SignKind::NotToldHow => (
            "Not yet told how to complain".into(),
            "No leaflet that says whom to contact and how to complain was given in this case."
                .into(),
            "Give one, on paper or by mail; it is kept with the case.".into(),
        ),
        SignKind::NumberMissing | SignKind::ReadsLikeGrievance => Default::default(),
    }
}

/// A complaint that reads like a grievance, in the words of the advisor's table.
fn graver(watching: &Watching, sign: &Sign, about: &str) -> SignLine {
    let row = sign.rule.as_ref().and_then(|behind| {
        table(&watching.profile).ok()?.rows.iter().find(|row| row.id == behind.rule)
    });
    let sentence = row.map(|row| row.sentence.clone()).unwrap_or_default();
    let why =
        if about.is_empty() { sentence } else { format!("It says “{about}”. {sentence}") };
    SignLine {
        kind: sign.kind,
        case: None,
        number: None,
        patient_name: None,
        title: row.map_or_else(
            || "This reads like a grievance".into(),
            |row| format!("This reads like more than a complaint: {}", row.called),
        ),
        why,
        next: "Look at what it is, and file it right.".into(),
        rule: row.map(|row| format!("{} · {}", row.id, row.citation)),
        subject: None,
        due: None,
        state: None,
        since: sign.from.to_string(),
    }
}
