//! Starting the clocks that a case's facts call for, and bringing running ones in line.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::features::cases::{self, CaseId, moment_text, parse_moment};
use crate::features::clocks::in_force::{InForce, day, in_force, terms_of};
use crate::features::clocks::model::{
    Binds, Rule, Sense, SetBy, Settings, Terms, TimeOfDay, conventions,
};
use crate::features::clocks::rules::{self, Dated, Facts, Found, Happened, Start};
use crate::features::clocks::store::{self, ClockRow, StoppedRow};
use crate::kernel::{Id, Kind, Result};
use crate::store::{Reads, WriteTx};
use crate::table::change;

/// Why a clock stops when its rule no longer applies. It stands in the history.
const NO_LONGER: &str = "The case is no longer of a kind this rule applies to.";

/// Why a clock stops when its rules were switched off.
const NOT_HERE: &str = "The rules it came from are no longer in force in this office.";

/// Why a clock stops when the day it ran from was taken back.
const NO_EVENT: &str = "The day it ran from was taken back.";

/// What the store says of a case, as far as clocks go.
pub(crate) async fn facts(tx: &mut impl Reads, case: CaseId) -> Result<Facts> {
    let record = cases::find(tx.connection(), case).await?;
    let events = store::events(tx.connection(), case).await?;
    let events = events.into_iter().map(|row| {
        let at = parse_moment("at", &row.at)?;
        Ok(Happened { id: row.id, event: row.event, at, shown: row.shown_by.is_some() })
    });
    Ok(Facts {
        kind: record.kind,
        said: record.said_on.as_deref().map(|s| parse_moment("saidOn", s)).transpose()?,
        received: parse_moment("receivedOn", &record.received_on)?,
        events: events.collect::<Result<_>>()?,
    })
}

/// Starts the clocks that the office's rules give this case, and brings running ones in line.
///
/// A clock whose trigger moved is counted again, unless it was met: met and missed stamps stay. A
/// clock that no longer applies stops and says why. One that a person stopped stays stopped.
pub(crate) async fn settle(tx: &mut WriteTx, case: CaseId) -> Result<()> {
    let in_force = in_force(tx).await?;
    let facts = facts(tx, case).await?;
    let plan = plan(tx, case, &in_force, &facts, Asked::default()).await?;
    carry_out(tx, case, &in_force, plan).await
}

/// How a case is settled together with many others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Settling {
    /// Running clocks are counted again.
    Moves,
    /// Clocks are also started and stopped.
    All,
}

/// Settles a case under rules that were read before. Running clocks get the office's number of today
/// in the place of the one they started under. Answers how many have another date.
///
/// Clocks that the calendar does not reach to keep the dates they have.
pub(crate) async fn settle_under(
    tx: &mut WriteTx,
    case: CaseId,
    in_force: &InForce,
    settling: Settling,
) -> Result<u64> {
    let facts = facts(tx, case).await?;
    let mut plan = match plan(tx, case, in_force, &facts, Asked::RENUMBERED).await {
        Err(error) if error.kind == Kind::Unavailable => return Ok(0),
        plan => plan?,
    };
    if settling == Settling::Moves {
        plan.retain(|line| matches!(line, Line::Move { .. }));
    }
    let moved = plan.iter().filter(|line| line.moving().is_some()).count() as u64;
    carry_out(tx, case, in_force, plan).await?;
    Ok(moved)
}

async fn carry_out(
    tx: &mut WriteTx,
    case: CaseId,
    in_force: &InForce,
    plan: Vec<Line>,
) -> Result<()> {
    for line in plan {
        match line {
            Line::Start { id_for, fields } => {
                keep_version(tx, in_force, &id_for).await?;
                let id: Id = tx.new_id();
                tx.record(change("clock", id, case, fields)).await?;
            }
            Line::Move { clock, fields, .. } => {
                let id: Id = Id::parse(&clock)?;
                tx.record(change("clock", id, case, fields)).await?;
            }
            Line::Stop { clock, why, .. } => {
                let id: Id = Id::parse(&clock)?;
                let fields = json!({ "stopped_on": tx.today(), "stop_reason": why });
                tx.record(change("clock", id, case, fields)).await?;
            }
        }
    }
    Ok(())
}

/// What settling would do to one clock.
pub(crate) enum Line {
    /// It starts.
    Start {
        /// Pack and version of its rule.
        id_for: (String, String),
        /// The fields of its record.
        fields: Value,
    },
    /// It is counted again.
    Move {
        /// Its id.
        clock: String,
        /// Its name.
        name: String,
        /// The date before.
        from: String,
        /// The last safe day before.
        safe: Option<String>,
        /// The fields that are set.
        fields: Value,
    },
    /// It stops.
    Stop {
        /// Its id.
        clock: String,
        /// Its name.
        name: String,
        /// Why.
        why: &'static str,
    },
}

/// How a case is looked at.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked<'a> {
    /// Running clocks get the office's number of today.
    pub(crate) renumber: bool,
    /// As if this event had met nothing.
    pub(crate) unmet_by: Option<&'a str>,
}

impl Asked<'_> {
    /// Running clocks get the office's number of today.
    pub(crate) const RENUMBERED: Self = Self { renumber: true, unmet_by: None };
}

/// What settling a case with these facts would do, clock by clock.
pub(crate) async fn plan(
    tx: &mut impl Reads,
    case: CaseId,
    in_force: &InForce,
    facts: &Facts,
    asked: Asked<'_>,
) -> Result<Vec<Line>> {
    let mut standing = store::of_case(tx.connection(), case).await?;
    let by =
        |row: &ClockRow| asked.unmet_by.is_some() && row.met_contact.as_deref() == asked.unmet_by;
    for row in standing.iter_mut().filter(|row| by(row)) {
        row.met_on = None;
    }
    let extensions = store::extensions(tx.connection(), case).await?;
    let pauses = store::pauses(tx.connection(), case).await?;
    let by_hand = store::stopped_by_hand(tx.connection(), case).await?;
    let today = tx.today();
    let versions = versions(in_force, &standing, asked);
    let settings = &in_force.settings;
    // What was switched off goes on where it runs, until somebody has the open cases gone through.
    let runs = |rule: &Rule| standing.iter().any(|c| c.rule == rule.id && c.met_on.is_none());
    let is_on = |rule: &Rule| rule.is_on(settings) || (!asked.renumber && runs(rule));
    let wanted = rules::starts(versions.into_iter(), facts, is_on);
    let pairs = paired(&wanted, &standing);
    // Each clock is counted by what was settled when it was counted before.
    let under: Vec<Option<InForce>> = pairs
        .iter()
        .map(|clock| clock.filter(|_| !asked.renumber).and_then(|c| in_force.of_clock(c)))
        .collect();
    // Every date first, since one window may be safe only up to another's.
    let mut dated: Vec<Count<'_>> = Vec::new();
    for ((start, clock), under) in wanted.iter().zip(&pairs).zip(&under) {
        let by = under.as_ref().unwrap_or(in_force);
        let (found, terms) = match clock {
            Some(clock) => {
                let found = by.rule_of(clock)?;
                let kept = terms_of(clock, found.rule, settings, &extensions, &pauses, today)?;
                let anew = asked.renumber && found.rule.length_set_by == SetBy::Office;
                let length = if anew { found.rule.length_under(settings) } else { kept.length };
                let (extended, pauses) = (kept.extended, kept.pauses);
                (found, Terms { length, extended, pauses, ..terms(start, in_force) })
            }
            None => (start.found, terms(start, in_force)),
        };
        let date = rules::date(found.rule, &terms, &by.settings, found.calendar)?;
        dated.push(Count { found, terms, date, settings: &by.settings });
    }
    let mut lines = Vec::new();
    for ((start, clock), count) in wanted.iter().zip(&pairs).zip(&dated) {
        let found = count.found;
        let fields = count.fields(start, &dated)?;
        match clock {
            Some(clock) if clock.met_on.is_some() => {}
            Some(clock) => lines.extend(moved(clock, fields, count.date, today)?),
            None if stays_stopped(start, &wanted, &by_hand) => {}
            None if !settings.packs.contains(&found.pack.id) || !found.rule.is_on(settings) => {}
            None => lines.push(started(case, found, fields)),
        }
    }
    let kept: Vec<&str> = pairs.iter().flatten().map(|clock| clock.id.as_str()).collect();
    for clock in &standing {
        if clock.met_on.is_none() && !kept.contains(&clock.id.as_str()) {
            let why = why_stopped(clock, in_force, facts)?;
            lines.push(Line::Stop { clock: clock.id.clone(), name: clock.name.clone(), why });
        }
    }
    Ok(lines)
}

/// The rules in force, but each that runs on the case already in the version it started under. A
/// rule that the version of today no longer has goes on where it runs.
fn versions<'a>(in_force: &'a InForce, standing: &[ClockRow], asked: Asked<'_>) -> Vec<Found<'a>> {
    let of = |clock: &ClockRow| {
        let found = in_force.rule_of(clock).ok()?;
        (found.pack.version == clock.rule_version).then_some(found)
    };
    let mut all: Vec<Found<'_>> = in_force
        .rules()
        .map(|found| {
            let runs = standing.iter().find(|clock| clock.rule == found.rule.id);
            runs.and_then(of).unwrap_or(found)
        })
        .collect();
    for clock in standing {
        let goes_on = !asked.renumber && clock.met_on.is_none();
        let here = goes_on || in_force.settings.packs.contains(&clock.pack);
        if here && !all.iter().any(|found| found.rule.id == clock.rule) {
            all.extend(of(clock));
        }
    }
    all
}

/// Whether a person stopped this clock, or the one that was presumed where now more is known.
fn stays_stopped(start: &Start<'_>, wanted: &[Start<'_>], by_hand: &[StoppedRow]) -> bool {
    let mut of_rule = by_hand.iter().filter(|row| row.rule == start.found.rule.id);
    of_rule.any(|row| {
        let took_over = row.presumed
            && start.presumed_from.is_none()
            && !wanted.iter().any(|other| other.event == row.event);
        row.event == start.event || took_over
    })
}

/// Why a clock that nothing calls for any more stops.
fn why_stopped(clock: &ClockRow, in_force: &InForce, facts: &Facts) -> Result<&'static str> {
    let settings = &in_force.settings;
    let rule = in_force.rule_of(clock)?.rule;
    let off = rule.off_until_chosen && !settings.chosen.contains(&rule.id);
    let gone = |event: &String| !facts.events.iter().any(|one| one.id == *event);
    Ok(if clock.event.as_ref().is_some_and(gone) {
        NO_EVENT
    } else if off || !settings.packs.contains(&clock.pack) {
        NOT_HERE
    } else {
        NO_LONGER
    })
}

fn terms(start: &Start<'_>, in_force: &InForce) -> Terms {
    Terms {
        presumed_from: start.presumed_from,
        later: start.later,
        ..Terms::new(start.found.rule, start.trigger, &in_force.settings)
    }
}

/// The clock that already runs for each start: of the same rule and event, else of the same rule
/// alone, since a receipt that becomes known takes over from the one that was presumed.
fn paired<'a>(wanted: &[Start<'_>], standing: &'a [ClockRow]) -> Vec<Option<&'a ClockRow>> {
    let mut pairs: Vec<Option<&ClockRow>> = Vec::new();
    let same = |start: &Start<'_>, clock: &ClockRow| clock.rule == start.found.rule.id;
    for start in wanted {
        let exact = standing.iter().find(|c| same(start, c) && c.event == start.event);
        pairs.push(exact);
    }
    for at in 0..wanted.len() {
        let (Some(start), Some(None)) = (wanted.get(at), pairs.get(at)) else { continue };
        let free = standing.iter().find(|clock| {
            let taken = pairs.iter().flatten().any(|other| other.id == clock.id);
            // A clock that was met took its answer with it: another event starts another one.
            let presumed = clock.presumed_from.is_some() || start.presumed_from.is_some();
            same(start, clock) && !taken && (clock.met_on.is_none() || presumed)
        });
        if let Some(place) = pairs.get_mut(at) {
            *place = free;
        }
    }
    pairs
}

/// The count of one clock.
struct Count<'a> {
    found: Found<'a>,
    terms: Terms,
    date: Dated,
    /// What it is counted by.
    settings: &'a Settings,
}

impl Count<'_> {
    /// What a clock's record keeps of its count. One window may be safe only up to the date of
    /// another.
    fn fields(&self, start: &Start<'_>, all: &[Self]) -> Result<Value> {
        let Self { found, terms, date, settings } = self;
        let sibling = found.rule.safe_by.as_deref();
        let sibling = all.iter().find(|other| sibling == Some(other.found.rule.id.as_str()));
        let safe = rules::safe_day(*found, terms, settings, sibling.map(|s| s.date.due))?;
        let started = terms.trigger.date();
        Ok(json!({
            "started_at": moment_text(terms.trigger), "due": date.due,
            "due_by": date.due_by.map(TimeOfDay::code), "length": terms.length.code(),
            "later_on": terms.later, "presumed_from": terms.presumed_from.map(moment_text),
            "event": start.event, "opens_on": date.opens, "safe_on": safe,
            "counted_by": conventions(found.rule, terms.length, (started, date.due), settings),
        }))
    }
}

fn started(case: CaseId, found: Found<'_>, mut fields: Value) -> Line {
    if let Value::Object(map) = &mut fields {
        map.insert("case_id".into(), json!(case));
        map.insert("pack".into(), json!(found.pack.id));
        map.insert("rule".into(), json!(found.rule.id));
        map.insert("rule_version".into(), json!(found.pack.version));
        map.insert("name".into(), json!(found.rule.name));
        map.insert("sense".into(), json!(sense(found.rule.sense)));
        map.insert("binds".into(), json!(binds(found.rule.binds)));
    }
    Line::Start { id_for: (found.pack.id.clone(), found.pack.version.clone()), fields }
}

/// A running clock with its new count. The date that had passed unmet stays with it.
fn moved(
    clock: &ClockRow,
    mut fields: Value,
    date: Dated,
    today: NaiveDate,
) -> Result<Option<Line>> {
    let before = day(&clock.due)?;
    let missed = before < today && date.due != before && clock.missed_on.is_none();
    if let Some(map) = fields.as_object_mut().filter(|_| missed) {
        map.insert("missed_on".into(), json!(before));
    }
    Ok(Some(Line::Move {
        clock: clock.id.clone(),
        name: clock.name.clone(),
        from: clock.due.clone(),
        safe: clock.safe_on.clone(),
        fields,
    }))
}

/// How a sense is written in records.
pub(crate) const fn sense(sense: Sense) -> &'static str {
    match sense {
        Sense::Deadline => "deadline",
        Sense::Bar => "bar",
        Sense::Keep => "keep",
    }
}

/// How a side is written in records.
pub(crate) const fn binds(binds: Binds) -> &'static str {
    match binds {
        Binds::Ours => "ours",
        Binds::Theirs => "theirs",
        Binds::Patient => "patient",
    }
}

/// Keeps the text of the rules a clock starts under, so that it counts the same when later ones are
/// in force.
async fn keep_version(
    tx: &mut WriteTx,
    in_force: &InForce,
    (pack, version): &(String, String),
) -> Result<()> {
    let kept = store::pack_versions(tx.connection()).await?;
    if kept.iter().any(|one| one.pack == *pack && one.version == *version) {
        return Ok(());
    }
    let shipped = in_force.book.pack(pack).is_some_and(|held| held.version == *version);
    let Some((name, text)) = rules::shipped_text(pack).filter(|_| shipped) else {
        return Ok(());
    };
    let office = crate::features::office::office(tx).await?.id;
    let scope: Id = Id::parse(&office)?;
    let id: Id = tx.new_id();
    let fields = json!({
        "pack": pack, "version": version, "brought": false, "name": name, "text": text,
    });
    tx.record(change("rule_pack", id, scope, fields)).await
}
