//! Which time limits an event meets: of each rule that names it, the one it belongs to.

use chrono::NaiveDate;
use serde_json::json;

use super::dated;
use crate::features::cases::CaseId;
use crate::features::clocks::in_force::{InForce, day, in_force};
use crate::features::clocks::store::{self, ClockRow, EventRow};
use crate::kernel::{Id, Result};
use crate::store::{Reads, WriteTx};
use crate::table::change;

/// Meets the open clocks that the events of a case belong to.
///
/// Of the clocks of one rule an event meets the one that began last by its day: an appeal answers
/// the denial before it, not each one on the case. All events are looked at, since an appeal may be
/// recorded before the denial it answers.
pub(super) async fn meet_by_events(tx: &mut WriteTx, case: CaseId) -> Result<()> {
    let in_force = in_force(tx).await?;
    let mut rows = store::of_case(tx.connection(), case).await?;
    for event in store::events(tx.connection(), case).await? {
        let on = day(&event.at)?;
        for id in answered(tx, &in_force, &rows, &event, on).await? {
            let clock: Id = Id::parse(&id)?;
            let fields = json!({ "met_on": on, "met_contact": event.id });
            tx.record(change("clock", clock, case, fields)).await?;
            for row in rows.iter_mut().filter(|row| row.id == id) {
                row.met_on = Some(on.to_string());
                row.met_contact = Some(event.id.clone());
            }
        }
    }
    Ok(())
}

/// The ids of the open clocks that an event meets, one of each rule.
async fn answered(
    tx: &mut WriteTx,
    in_force: &InForce,
    rows: &[ClockRow],
    event: &EventRow,
    on: NaiveDate,
) -> Result<Vec<String>> {
    let mut nearest: Vec<(&ClockRow, NaiveDate)> = Vec::new();
    for row in rows {
        let names = in_force.rule_of(row)?.rule.met_by.events.contains(&event.event);
        let of_rule = |other: &&ClockRow| other.rule == row.rule;
        let mut same = rows.iter().filter(of_rule);
        let has = same.any(|other| other.met_contact.as_ref() == Some(&event.id));
        if !names || has || row.met_on.is_some() {
            continue;
        }
        let first = dated(tx, in_force, row).await?.not_before.unwrap_or(on);
        if first > on {
            continue;
        }
        match nearest.iter_mut().find(|(other, _)| other.rule == row.rule) {
            Some(best) if best.1 < first => *best = (row, first),
            Some(_) => {}
            None => nearest.push((row, first)),
        }
    }
    Ok(nearest.into_iter().map(|(row, _)| row.id.clone()).collect())
}

/// Looks again at the clocks that an event met, now that it is on another day or taken back: the
/// stamp follows its evidence, as with a contact that is amended.
pub(super) async fn reconsider_event(
    tx: &mut WriteTx,
    case: CaseId,
    event: Id,
    on: Option<NaiveDate>,
) -> Result<()> {
    let in_force = in_force(tx).await?;
    let event = event.to_string();
    for row in store::of_case(tx.connection(), case).await? {
        if row.met_contact.as_ref() != Some(&event) {
            continue;
        }
        let first = dated(tx, &in_force, &row).await?.not_before;
        let met = on.filter(|on| first.is_none_or(|first| first <= *on));
        let id: Id = Id::parse(&row.id)?;
        let fields = json!({ "met_on": met, "met_contact": met.map(|_| &event) });
        tx.record(change("clock", id, case, fields)).await?;
    }
    Ok(())
}
