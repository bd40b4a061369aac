//! Which open clocks would have another date under other rules. Most dates depend on little and are
//! counted once for many clocks; the others are counted one by one, case by case.

mod store;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::actions::{Asked, Line, facts, plan};
use super::in_force::{InForce, day};
use super::model::{Length, SetBy, Terms, TimeOfDay, Unit, conventions};
use super::rules::{self, Dated};
use crate::features::cases::{CaseId, parse_moment};
use crate::kernel::{Error, Id, Kind, Result};
use crate::store::Reads;

use store::Alike;
pub(crate) use store::{OpenClock, Singular};
pub(super) use store::{OpenRule, case_row, open_rules};

/// The clocks that would change.
pub(crate) struct Moves {
    /// Those that are counted together.
    pub(crate) groups: Vec<Moving>,
    /// The cases with clocks that have to be counted one by one.
    pub(crate) cases: Vec<Singular>,
    /// How many open clocks there are in all.
    pub(crate) open: u64,
}

/// Clocks that are counted from the same things and would have another date.
pub(crate) struct Moving {
    /// What they have in common.
    pub(super) group: Alike,
    /// The date they would have.
    date: Dated,
    /// The last safe day they would have.
    safe: Option<NaiveDate>,
    /// The length they would have.
    length: Length,
    /// What they would be counted by.
    counted_by: Option<String>,
}

/// What would change under these rules.
///
/// A date depends on little: rule, version, start and length. Clocks that share them are counted
/// once, so half a million of them take a second and not a minute.
pub(crate) async fn moves_under(tx: &mut impl Reads, in_force: &InForce) -> Result<Moves> {
    let mut groups = Vec::new();
    let mut open = 0;
    let mut bounded = BTreeSet::new();
    let minutes = to_the_minute(tx, in_force).await?;
    for group in store::alike(tx.connection(), &minutes).await? {
        let Ok(found) = in_force.version(&group.pack, &group.rule_version, &group.rule) else {
            continue;
        };
        if found.rule.safe_by.is_some() {
            // Another clock of the same case has a say in its last safe day.
            bounded.insert(group.rule);
            continue;
        }
        open += u64::try_from(group.many).unwrap_or_default();
        let settings = &in_force.settings;
        let kept = group.length.as_deref().and_then(Length::parse);
        let length = match found.rule.length_set_by {
            SetBy::Office => found.rule.length_under(settings),
            SetBy::Rule => kept.unwrap_or(found.rule.length),
        };
        let trigger = parse_moment("startedAt", &group.started_at)
            .map_err(|e| Error::bug("a stored moment").caused_by(e))?;
        let terms = Terms { length, ..Terms::new(found.rule, trigger, settings) };
        // One that the calendar does not reach to keeps the date it has.
        let Ok(date) = rules::date(found.rule, &terms, settings, found.calendar) else { continue };
        let safe = rules::safe_day(found, &terms, settings, None)?;
        let counted_by = conventions(found.rule, length, (trigger.date(), date.due), settings);
        let other = counted_by != group.counted_by;
        let moving = Moving { group, date, safe, length, counted_by };
        if moving.moves() || other || kept.is_some_and(|kept| kept != length) {
            groups.push(moving);
        }
    }
    let bounded = json!(bounded).to_string();
    let cases = store::singular(tx.connection(), &bounded).await?;
    open += cases.iter().map(|one| u64::try_from(one.many).unwrap_or_default()).sum::<u64>();
    Ok(Moves { groups, cases, open })
}

/// The rules whose dates depend on the minute at which a clock started: those in hours and, where
/// the office says that late is the next day, those that listen to it.
async fn to_the_minute(tx: &mut impl Reads, in_force: &InForce) -> Result<String> {
    let mut rules = BTreeSet::new();
    for open in store::open_rules(tx.connection()).await? {
        let found = in_force.version(&open.pack, &open.rule_version, &open.rule);
        let late = in_force.settings.after_hours.is_some();
        if found.is_ok_and(|found| late || found.rule.length.unit == Unit::Hour) {
            rules.insert(open.rule);
        }
    }
    Ok(json!(rules).to_string())
}

impl Moving {
    /// Whether a date of theirs moves; the office's number may be written otherwise and still give
    /// the same day.
    pub(crate) fn moves(&self) -> bool {
        let safe = self.safe.map(|day| day.to_string());
        self.date.due.to_string() != self.group.due || safe != self.group.safe_on
    }

    /// The day that moves: the last one or, where that stays, the last safe one.
    pub(super) fn days(&self) -> (String, String) {
        shown(
            (&self.group.due, self.group.safe_on.as_deref()),
            (&self.date.due.to_string(), self.safe.map(|day| day.to_string()).as_deref()),
        )
    }

    /// How many clocks there are in it.
    pub(crate) fn many(&self) -> u64 {
        u64::try_from(self.group.many).unwrap_or_default()
    }

    /// The next `limit` of its clocks after the id `after`.
    pub(crate) async fn next(
        &self,
        connection: &mut SqliteConnection,
        after: &str,
        limit: i64,
    ) -> Result<Vec<OpenClock>> {
        store::of_group(connection, &self.group, after, limit).await
    }

    /// The fields their records would have.
    pub(crate) fn fields(&self, today: NaiveDate) -> Result<Value> {
        let before = day(&self.group.due)?;
        let missed = before < today && self.date.due != before && self.group.missed_on.is_none();
        let mut fields = json!({
            "due": self.date.due, "due_by": self.date.due_by.map(TimeOfDay::code),
            "length": self.length.code(), "opens_on": self.date.opens, "safe_on": self.safe,
            "counted_by": self.counted_by,
        });
        if let Some(map) = fields.as_object_mut().filter(|_| missed) {
            map.insert("missed_on".into(), json!(before));
        }
        Ok(fields)
    }
}

/// The day that moves, before and after: of due and last safe day the due day where that moves.
fn shown(
    (due, safe): (&str, Option<&str>),
    (new_due, new_safe): (&str, Option<&str>),
) -> (String, String) {
    if due == new_due {
        (safe.unwrap_or(due).to_owned(), new_safe.unwrap_or(new_due).to_owned())
    } else {
        (due.to_owned(), new_due.to_owned())
    }
}

/// A clock of one case whose date would move.
pub(super) struct One {
    /// The clock.
    pub(super) clock: String,
    /// Its name.
    pub(super) name: String,
    /// Its day now.
    pub(super) from: String,
    /// Its day then.
    pub(super) to: String,
}

impl Singular {
    /// Its case.
    pub(crate) fn case(&self) -> &str {
        &self.case_id
    }
}

/// Which of these clocks of one case would move under these rules.
pub(super) async fn moves_of_case(
    tx: &mut impl Reads,
    of: &Singular,
    in_force: &InForce,
) -> Result<Vec<One>> {
    let case: CaseId = Id::parse(&of.case_id)?;
    let facts = facts(tx, case).await?;
    let lines = match plan(tx, case, in_force, &facts, Asked::RENUMBERED).await {
        Err(error) if error.kind == Kind::Unavailable => Vec::new(),
        lines => lines?,
    };
    let moving = lines.iter().filter_map(Line::moving);
    Ok(moving.filter(|one| of.clocks.split(',').any(|id| id == one.clock)).collect())
}

impl Line {
    /// What moves, where a date of a running clock does.
    pub(super) fn moving(&self) -> Option<One> {
        let Self::Move { clock, name, from, safe, fields } = self else { return None };
        let text = |name: &str| fields.get(name).and_then(Value::as_str);
        let then = (text("due").unwrap_or_default(), text("safe_on"));
        let moves = (from.as_str(), safe.as_deref()) != then;
        moves.then(|| {
            let (from, to) = shown((from, safe.as_deref()), then);
            One { clock: clock.clone(), name: name.clone(), from, to }
        })
    }
}
