//! Which open clocks would move if the office settled something differently.

use chrono::NaiveDate;
use sqlx::SqliteConnection;

use super::day;
use crate::features::cases::parse_moment;
use crate::features::clocks::commands::{MoveLine, MovesView, SettledInput};
use crate::features::clocks::in_force::{InForce, in_force, settled};
use crate::features::clocks::model::{Length, SetBy, Terms, TimeOfDay};
use crate::features::clocks::rules::{self, Dated};
use crate::features::clocks::store::{self, Alike, ChoiceRow};
use crate::features::office;
use crate::kernel::{Error, Result};
use crate::store::Reads;

/// How many lines a preview shows; the count is of all.
const MOST: usize = 100;

/// Clocks that are counted from the same things and would have another date.
pub(crate) struct Moving {
    /// What they have in common.
    pub(crate) group: Alike,
    /// The date they would have.
    pub(crate) date: Dated,
    /// The last safe day they would have.
    pub(crate) safe: Option<NaiveDate>,
    /// The length they would have.
    pub(crate) length: Length,
}

/// The groups of open clocks that would move under these rules, and how many open clocks there are
/// in all.
///
/// A date depends on little: rule, version, start and length. Clocks that share them are counted
/// once, so half a million of them take a second and not a minute.
pub(crate) async fn moves_under(
    tx: &mut impl Reads,
    in_force: &InForce,
) -> Result<(Vec<Moving>, u64)> {
    let mut moving = Vec::new();
    let mut open = 0;
    for group in store::alike(tx.connection()).await? {
        open += u64::try_from(group.many).unwrap_or_default();
        let Ok(found) = in_force.version(&group.pack, &group.rule_version, &group.rule) else {
            continue;
        };
        let settings = &in_force.settings;
        let kept = group.length.as_deref().and_then(Length::parse);
        let length = match found.rule.length_set_by {
            SetBy::Office => found.rule.length_under(settings),
            SetBy::Rule => kept.unwrap_or(found.rule.length),
        };
        let trigger = parse_moment("startedAt", &group.started_at)
            .map_err(|e| Error::bug("a stored moment").caused_by(e))?;
        let terms = Terms { length, ..Terms::new(found.rule, trigger, settings) };
        let date = rules::date(found.rule, &terms, settings, found.calendar)?;
        let safe = rules::safe_day(found, &terms, settings, None)?;
        // A window whose safe day another one gives has an earlier one than it would alone.
        let was_safe = group.safe_on.as_deref().map(day).transpose()?;
        let safe_moves = found.rule.safe_by.is_none() && was_safe != safe;
        let moves = date.due != day(&group.due)? || safe_moves;
        if moves || kept.is_some_and(|kept| kept != length) {
            moving.push(Moving { group, date, safe, length });
        }
    }
    Ok((moving, open))
}

impl Moving {
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
    ) -> Result<Vec<store::OpenClock>> {
        store::of_group(connection, &self.group, after, limit).await
    }

    /// The fields their records would have.
    pub(crate) fn fields(&self, today: NaiveDate) -> Result<serde_json::Value> {
        let before = day(&self.group.due)?;
        let mut fields = serde_json::json!({
            "due": self.date.due, "due_by": self.date.due_by.map(TimeOfDay::code),
            "length": self.length.code(), "opens_on": self.date.opens, "safe_on": self.safe,
        });
        if let Some(map) = fields.as_object_mut().filter(|_| before < today) {
            map.insert("missed_on".into(), serde_json::json!(before));
        }
        Ok(fields)
    }
}

/// Which open clocks would move with these choices in force.
pub(crate) async fn preview(tx: &mut impl Reads, choices: Vec<SettledInput>) -> Result<MovesView> {
    let now = in_force(tx).await?;
    let profile = office::office(tx).await?.profile;
    let mut rows = store::choices(tx.connection()).await?;
    for choice in choices {
        rows.push(ChoiceRow {
            id: String::new(),
            key: choice.key,
            value: choice.value,
            policy: None,
            confirmed_by: None,
            confirmed_on: None,
        });
    }
    let then = InForce::new(now.book, settled(&profile, now.settings.zone, &rows));
    let (moving, open) = moves_under(tx, &then).await?;
    let total: i64 = moving.iter().map(|one| one.group.many).sum();
    let mut lines = Vec::new();
    for one in &moving {
        let left = MOST.saturating_sub(lines.len());
        if left == 0 {
            break;
        }
        let limit = i64::try_from(left).unwrap_or_default();
        let name = then.version(&one.group.pack, &one.group.rule_version, &one.group.rule)?;
        for row in store::moving(tx.connection(), &one.group, limit).await? {
            lines.push(MoveLine {
                clock: row.id,
                case: row.case_id,
                number: row.number,
                patient_name: row.patient_name.unwrap_or_else(|| "(name withheld)".into()),
                about: row.about,
                name: name.rule.name.clone(),
                from: one.group.safe_on.clone().unwrap_or_else(|| one.group.due.clone()),
                to: one.safe.unwrap_or(one.date.due).to_string(),
            });
        }
    }
    Ok(MovesView {
        total: u32::try_from(total).unwrap_or(u32::MAX),
        open: u32::try_from(open).unwrap_or(u32::MAX),
        lines,
    })
}
