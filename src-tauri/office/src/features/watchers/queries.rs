//! Looking at the facts, and telling what was noticed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::commands::{SignLine, SignsView};
use super::held::Held;
use super::model::{ClockFact, Facts, IssueFact, PromiseFact, Sign, SignKind};
use super::rules::{shipped, signs};
use super::store;
use crate::features::advisor::model::Answers;
use crate::features::advisor::rules::table;
use crate::features::cases::{CaseId, CaseKind, Channel, DueState, Stage};
use crate::features::clocks::model::{Rule, SetBy};
use crate::features::clocks::rules::{Style, length_words, short_day};
use crate::features::clocks::{InForce, day, in_force, style};
use crate::features::office;
use crate::kernel::Result;
use crate::store::Reads;

/// Clocks are looked at so many days ahead: further than the widest lead.
const AHEAD: u64 = 45;

/// How many lines a list shows unless it is asked for more.
const MOST: usize = 50;

/// What looking needs, read once.
pub(crate) struct Watching {
    in_force: InForce,
    profile: String,
    style: Style,
    today: NaiveDate,
}

impl Watching {
    /// Reads it.
    pub(crate) async fn read(tx: &mut impl Reads) -> Result<Self> {
        Ok(Self {
            in_force: in_force(tx).await?,
            profile: office::office(tx).await?.profile,
            style: style(tx).await?,
            today: tx.today(),
        })
    }

    fn rule<'a>(&'a self, pack: &str, version: &str, rule: &str) -> Option<&'a Rule> {
        self.in_force.version(pack, version, rule).ok().map(|found| found.rule)
    }
}

/// What is noticed in the cases of `ids`; in all open ones where there are none.
async fn look(
    tx: &mut impl Reads,
    watching: &Watching,
    ids: Option<&[String]>,
) -> Result<BTreeMap<String, Vec<Sign>>> {
    let ids = ids.map(|ids| serde_json::Value::from(ids.to_vec()).to_string());
    let ids = ids.as_deref();
    let until = watching.today.checked_add_days(Days::new(AHEAD)).unwrap_or(watching.today);
    let until = until.to_string();
    let mut clocks: BTreeMap<String, Vec<ClockFact>> = BTreeMap::new();
    for row in store::clocks(tx.connection(), ids, &until).await? {
        let fact = ClockFact {
            act_by: day(&row.act_by)?,
            due: day(&row.due)?,
            id: row.id,
            pack: row.pack,
            version: row.rule_version,
            rule: row.rule,
            length: row.length,
            met: row.met,
            shown: row.shown,
        };
        clocks.entry(row.case_id).or_default().push(fact);
    }
    let mut promises: BTreeMap<String, Vec<PromiseFact>> = BTreeMap::new();
    for row in store::promises(tx.connection(), ids, &until).await? {
        let fact = PromiseFact { due: day(&row.due)?, id: row.id, what: row.what };
        promises.entry(row.case_id).or_default().push(fact);
    }
    let mut issues: BTreeMap<String, Vec<IssueFact>> = BTreeMap::new();
    for row in store::issues(tx.connection(), ids).await? {
        let fact = IssueFact { id: row.id, about: row.about };
        issues.entry(row.case_id).or_default().push(fact);
    }
    let mut all = BTreeMap::new();
    let leaflets = serde_json::Value::from(shipped()?.leaflets.clone()).to_string();
    for row in store::cases(tx.connection(), ids, &leaflets).await? {
        let facts = Facts {
            clocks: clocks.remove(&row.id).unwrap_or_default(),
            promises: promises.remove(&row.id).unwrap_or_default(),
            issues: issues.remove(&row.id).unwrap_or_default(),
            ..facts_of(row)?
        };
        let rule_of = |clock: &ClockFact| watching.rule(&clock.pack, &clock.version, &clock.rule);
        let found = signs(&facts, &watching.profile, rule_of);
        if !found.is_empty() {
            all.insert(facts.case, found);
        }
    }
    Ok(all)
}

/// What the advisor was answered, as its records keep it: `[{asked, said}]`.
fn answered(kept: &str) -> Answers {
    let kept: Vec<BTreeMap<String, String>> = serde_json::from_str(kept).unwrap_or_default();
    let pair =
        |mut one: BTreeMap<String, String>| Some((one.remove("asked")?, one.remove("said")?));
    kept.into_iter().filter_map(pair).collect()
}

fn facts_of(row: store::CaseFact) -> Result<Facts> {
    let answers = row.answers.as_deref().map(answered).unwrap_or_default();
    let count = |n: i64| u32::try_from(n).unwrap_or_default();
    Ok(Facts {
        kind: CaseKind::parse(&row.kind).unwrap_or(CaseKind::Question),
        stage: Stage::parse(&row.stage).unwrap_or(Stage::New),
        said_how: Channel::parse(&row.said_how).unwrap_or(Channel::Note),
        received: day(&row.received_on)?,
        words: row.words.unwrap_or_default(),
        is_decided: row.chosen.as_deref() == Some(row.kind.as_str()),
        answers,
        answered: row.answered.as_deref().map(day).transpose()?,
        talked: row.talked.as_deref().map(day).transpose()?,
        decided: (count(row.issues), count(row.decided)),
        told: row.told,
        case: row.id,
        clocks: Vec::new(),
        promises: Vec::new(),
        issues: Vec::new(),
    })
}

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
    all.sort_by_key(|(case, sign)| (sign.due.unwrap_or(sign.from), *case));
    let most = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(MOST).min(500);
    let shown: Vec<_> = all.iter().take(most).collect();
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
    let more = u32::try_from(all.len().saturating_sub(most)).unwrap_or(u32::MAX);
    Ok(SignsView { lines, more })
}

/// The rules in force that need the office's own number, where nobody gave or confirmed one.
async fn missing_numbers(tx: &mut impl Reads, watching: &Watching) -> Result<Vec<SignLine>> {
    let running = store::running(tx.connection()).await?;
    let settings = &watching.in_force.settings;
    let mut lines = Vec::new();
    for found in watching.in_force.rules() {
        let rule = found.rule;
        let many = running.iter().find(|row| row.rule == rule.id).map_or(0, |row| row.many);
        let needed = rule.length_set_by == SetBy::Office && rule.length_is_unverified(settings);
        // A rule that starts on every matter needs its number before the first one comes in.
        let by_itself = rule.trigger.event().is_none();
        let on = rule.is_on(settings) || (rule.no_default && !rule.off_until_chosen);
        if !needed || !(many > 0 || (on && by_itself)) {
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
    let rule = sign.rule.as_ref();
    let rule = rule.and_then(|(pack, version, id)| watching.rule(pack, version, id));
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
    let row = sign.rule.as_ref().and_then(|(_, _, id)| {
        table(&watching.profile).ok()?.rows.iter().find(|row| row.id == *id)
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
