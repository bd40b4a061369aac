//! The days that time limits of a case run from, and what moving one of them would do.

use chrono::NaiveDate;

use super::{Telling, day};
use crate::features::cases::{CaseId, parse_moment};
use crate::features::clocks::actions::{Asked, Line, dated, extended_to, facts, moment_of, plan};
use crate::features::clocks::commands::{
    ClockChange, ClockChangeKind, EventOffer, EventPreview, EventRecord, EventsView, PreviewEvent,
    WhenKnown,
};
use crate::features::clocks::model::{Binds, Event, Precision, Rule};
use crate::features::clocks::rules::{self, Facts, Happened};
use crate::features::clocks::store::{self, ClockRow};
use crate::kernel::{Id, OrNotFound as _, Result};
use crate::store::Reads;

/// The events that can be recorded on a case, and those that were.
pub(crate) async fn events(tx: &mut impl Reads, case: CaseId) -> Result<EventsView> {
    let telling = Telling::read(tx).await?;
    let record = crate::features::cases::find(tx.connection(), case).await?;
    let rows = store::events(tx.connection(), case).await?;
    let mut offers: Vec<EventOffer> = Vec::new();
    for found in telling.in_force.rules() {
        let rule = found.rule;
        if !rule.is_on(&telling.in_force.settings) || !rule.applies_to(&record.kind) {
            continue;
        }
        let presumed = rule.presumption.as_ref().map(|presumption| presumption.event.as_str());
        let named = [
            rule.trigger.event(),
            presumed,
            rule.later_of.as_deref(),
            rule.starts_from_later_of.as_deref(),
        ];
        let named =
            named.into_iter().flatten().chain(rule.met_by.events.iter().map(String::as_str));
        for id in named {
            let Some(event) = telling.in_force.book.event(id) else { continue };
            let line = format!(
                "{}: {}",
                rule.name,
                rules::length_words(rule.length_under(&telling.in_force.settings), found.calendar)
            );
            match offers.iter_mut().find(|offer| offer.event == id) {
                Some(offer) => offer.rules.push(line),
                None => offers.push(offer(event, found.pack.name.clone(), line)),
            }
        }
    }
    let facts = facts(tx, case).await?;
    let begun = Begun::read(tx, &telling, case).await?;
    let recorded = rows.into_iter().map(|row| {
        let event = telling.in_force.book.event(&row.event);
        let name = event.map_or_else(|| row.event.clone(), |event| event.name.clone());
        let known = event.map_or(WhenKnown::Day, when_known);
        let question = event.map_or_else(String::new, |event| event.question.clone());
        let presumed_on = presumed_on(&telling, &facts, &row.id);
        let meets_nothing = begun.meets_nothing(&telling, &facts.kind, &row.event, &row.at);
        EventRecord {
            id: row.id,
            event: row.event,
            name,
            question,
            known,
            at: row.at,
            note: row.note,
            shown_by: row.shown_by,
            presumed_on,
            meets_nothing,
        }
    });
    Ok(EventsView { recorded: recorded.collect(), offers })
}

fn offer(event: &Event, pack: String, line: String) -> EventOffer {
    EventOffer {
        event: event.id.clone(),
        name: event.name.clone(),
        question: event.question.clone(),
        known: when_known(event),
        planned: event.planned,
        pack,
        rules: vec![line],
    }
}

const fn when_known(event: &Event) -> WhenKnown {
    match event.at {
        Precision::Day => WhenKnown::Day,
        Precision::Minute => WhenKnown::Minute,
    }
}

/// What recording an event on a case, or moving one, would do to its clocks.
pub(crate) async fn preview_event(
    tx: &mut impl Reads,
    asked: PreviewEvent,
) -> Result<EventPreview> {
    let telling = Telling::read(tx).await?;
    let known = telling.in_force.book.event(&asked.event).or_not_found("event")?;
    let at = moment_of(known, &asked.at)?;
    let mut facts = facts(tx, asked.case).await?;
    let id = asked.id.unwrap_or_else(|| "new".into());
    facts.events.retain(|one| one.id != id);
    let event = asked.event.clone();
    facts.events.push(Happened { id: id.clone(), event, at, shown: asked.shown });
    facts.events.sort_by_key(|one| one.at);
    let presumed_on = presumed_on(&telling, &facts, &id);
    let changes = changes(tx, asked.case, &telling, &facts).await?;
    let begun = Begun::read(tx, &telling, asked.case).await?;
    let at = at.date().to_string();
    let meets_nothing = begun.meets_nothing(&telling, &facts.kind, &asked.event, &at);
    Ok(EventPreview { changes, presumed_on, meets_nothing })
}

/// The clocks of a case with the first day on which each can be met.
struct Begun(Vec<(ClockRow, NaiveDate)>);

impl Begun {
    async fn read(tx: &mut impl Reads, telling: &Telling, case: CaseId) -> Result<Self> {
        let mut all = Vec::new();
        for row in store::of_case(tx.connection(), case).await? {
            let first = dated(tx, &telling.in_force, &row).await?.not_before;
            let started = day(&row.started_at)?;
            all.push((row, first.unwrap_or(started)));
        }
        Ok(Self(all))
    }

    /// Whether an event is an answer that a window of the person's waits for, such as an appeal, and
    /// no such window had begun by its day.
    fn meets_nothing(&self, telling: &Telling, kind: &str, event: &str, at: &str) -> bool {
        let of_day = day(at);
        let begun = |row: &ClockRow, first: NaiveDate| {
            let rule = telling.in_force.rule_of(row).map(|found| found.rule);
            let names = rule.is_ok_and(|rule| rule.met_by.events.iter().any(|one| one == event));
            names && of_day.as_ref().is_ok_and(|on| first <= *on)
        };
        let settings = &telling.in_force.settings;
        let waits = |rule: &Rule| {
            rule.binds == Binds::Patient
                && rule.is_on(settings)
                && rule.applies_to(kind)
                && rule.met_by.events.iter().any(|one| one == event)
        };
        telling.in_force.rules().any(|found| waits(found.rule))
            && !self.0.iter().any(|(row, first)| begun(row, *first))
    }
}

/// The day that a rule of the case presumes for a receipt that is recorded for a later one.
fn presumed_on(telling: &Telling, facts: &Facts, receipt: &str) -> Option<String> {
    let settings = &telling.in_force.settings;
    let rules = telling.in_force.rules().map(|found| found.rule);
    let mut rules = rules.filter(|rule| rule.is_on(settings) && rule.applies_to(&facts.kind));
    rules.find_map(|rule| {
        let late = rules::late_receipts(rule, &facts.events);
        let late = late.iter().find(|late| late.receipt.id == receipt)?;
        Some(late.presumed.to_string())
    })
}

/// What changing the facts of a case would do to its clocks: its kind, when it was first said, when
/// it was received.
pub(crate) async fn preview_case(
    tx: &mut impl Reads,
    case: CaseId,
    kind: Option<String>,
    said: Option<String>,
    received: &str,
) -> Result<Vec<ClockChange>> {
    let telling = Telling::read(tx).await?;
    let mut facts = facts(tx, case).await?;
    if let Some(kind) = kind {
        facts.kind = kind;
    }
    facts.said = said
        .filter(|said| !said.is_empty())
        .map(|said| parse_moment("saidOn", &said))
        .transpose()?;
    facts.received = parse_moment("receivedOn", received)?;
    changes(tx, case, &telling, &facts).await
}

/// What taking an event back would do to the clocks of its case: those that run from it, and those
/// that it met.
pub(crate) async fn preview_drop(tx: &mut impl Reads, event: Id) -> Result<Vec<ClockChange>> {
    let row = store::event(tx.connection(), &event.to_string()).await?;
    let case: CaseId = Id::parse(&row.case_id)?;
    let telling = Telling::read(tx).await?;
    let mut facts = facts(tx, case).await?;
    facts.events.retain(|one| one.id != row.id);
    let asked = Asked { unmet_by: Some(&row.id), ..Asked::default() };
    changes_asked(tx, case, &telling, &facts, asked).await
}

/// What making a clock longer would do to it.
pub(crate) async fn preview_extension(
    tx: &mut impl Reads,
    clock: Id,
    to: Option<&str>,
) -> Result<Vec<ClockChange>> {
    let (row, due) = extended_to(tx, clock, to).await?;
    let to = due.to_string();
    if to == row.due {
        return Ok(Vec::new());
    }
    Ok(vec![ClockChange {
        kind: ClockChangeKind::Moves,
        clock: Some(row.id),
        name: row.name,
        from: Some(row.due),
        to: Some(to),
        why: None,
    }])
}

async fn changes(
    tx: &mut impl Reads,
    case: CaseId,
    telling: &Telling,
    facts: &Facts,
) -> Result<Vec<ClockChange>> {
    changes_asked(tx, case, telling, facts, Asked::default()).await
}

async fn changes_asked(
    tx: &mut impl Reads,
    case: CaseId,
    telling: &Telling,
    facts: &Facts,
    asked: Asked<'_>,
) -> Result<Vec<ClockChange>> {
    let met: Vec<String> = store::of_case(tx.connection(), case)
        .await?
        .into_iter()
        .filter(|row| asked.unmet_by.is_some() && row.met_contact.as_deref() == asked.unmet_by)
        .map(|row| row.id)
        .collect();
    let mut all = Vec::new();
    for line in plan(tx, case, &telling.in_force, facts, asked).await? {
        let text = |fields: &serde_json::Value, name: &str| {
            fields.get(name).and_then(serde_json::Value::as_str).map(str::to_owned)
        };
        match line {
            Line::Start { fields, .. } => all.push(ClockChange {
                kind: ClockChangeKind::Starts,
                clock: None,
                name: text(&fields, "name").unwrap_or_default(),
                from: None,
                to: text(&fields, "due"),
                why: None,
            }),
            Line::Move { clock, name, fields, .. } if met.contains(&clock) => {
                all.push(ClockChange {
                    kind: ClockChangeKind::Reopens,
                    clock: Some(clock),
                    name,
                    from: None,
                    to: text(&fields, "due"),
                    why: None,
                });
            }
            Line::Move { clock, name, from, fields, .. } => {
                let to = text(&fields, "due");
                if to.as_ref() != Some(&from) {
                    day(&from)?;
                    all.push(ClockChange {
                        kind: ClockChangeKind::Moves,
                        clock: Some(clock),
                        name,
                        from: Some(from),
                        to,
                        why: None,
                    });
                }
            }
            Line::Stop { clock, name, why } => all.push(ClockChange {
                kind: ClockChangeKind::Stops,
                clock: Some(clock),
                name,
                from: None,
                to: None,
                why: Some(why.to_owned()),
            }),
        }
    }
    Ok(all)
}
