//! Counting all open clocks again after the office settled something about its rules.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::app::office::Office;
use crate::features::clocks::{self, Moving, Settling};
use crate::kernel::{Error, Id, Result};
use crate::store::{Reads as _, WriteTx};
use crate::table::{Access, Table, change};

/// How many clocks one journal entry moves: small enough to stop between two.
const AT_ONCE: i64 = 300;

/// How many cases one journal entry goes through.
const CASES_AT_ONCE: usize = 200;

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table.task("clocks.recount", Access::Administering, recount);
}

/// Asks for all open clocks to be counted again.
#[derive(Debug, Deserialize, TS)]
pub(super) struct Recount {
    /// Whether clocks are also started and stopped on all open cases, as after rules were switched
    /// on or off.
    pub settle: bool,
}

/// What counting again did.
#[derive(Debug, Default, Clone, Serialize, TS)]
pub(super) struct Recounted {
    /// How many clocks were looked at.
    #[ts(type = "number")]
    pub looked: u64,
    /// How many have another date now.
    #[ts(type = "number")]
    pub moved: u64,
    /// How many cases were gone through.
    #[ts(type = "number")]
    pub cases: u64,
}

async fn recount(office: Arc<Office>, input: Recount) -> Result<Recounted> {
    let job = office.progress.begin();
    let told = "Counting the dates again";
    office.progress.tell(told, 0, 1, true);
    let moves = office
        .read(|tx| {
            Box::pin(async move {
                let in_force = clocks::in_force(tx).await?;
                clocks::moves_under(tx, &in_force).await
            })
        })
        .await?;
    let total: u64 = moves.groups.iter().map(Moving::many).sum();
    let mut result = Recounted { looked: moves.open, ..Recounted::default() };
    let groups = Arc::new(moves.groups);
    let mut place = Place::default();
    let mut done = 0;
    while place.group < groups.len() {
        if !office.progress.tell(told, done, total.max(1), true) {
            return Err(stopped(&result));
        }
        let (these, from) = (groups.clone(), place);
        let shifted = office
            .write("clocks.recount", |tx| Box::pin(async move { shift(tx, &these, from).await }))
            .await?;
        done += shifted.done;
        result.moved += shifted.moved;
        place = shifted.place;
    }
    let settling = if input.settle { Settling::All } else { Settling::Moves };
    let cases = if input.settle {
        open_cases(&office).await?
    } else {
        moves.cases.iter().map(|one| one.case().to_owned()).collect()
    };
    let all = cases.len() as u64;
    for chunk in cases.chunks(CASES_AT_ONCE) {
        if !office.progress.tell("Going through the open cases", result.cases, all.max(1), true) {
            return Err(stopped(&result));
        }
        let chunk = chunk.to_vec();
        result.cases += chunk.len() as u64;
        result.moved += office
            .write("clocks.recount", |tx| {
                Box::pin(async move {
                    let in_force = clocks::in_force(tx).await?;
                    let mut moved = 0;
                    for case in chunk {
                        let case = Id::parse(&case)?;
                        moved += clocks::settle_under(tx, case, &in_force, settling).await?;
                    }
                    Ok(moved)
                })
            })
            .await?;
    }
    drop(job);
    Ok(result)
}

/// Said when it was stopped: what was done so far stays.
fn stopped(so_far: &Recounted) -> Error {
    Error::unavailable(format!(
        "Stopped. {} dates were counted again and stay; the others are as they were. Count again to \
         go on.",
        so_far.moved
    ))
}

/// How far the groups are done.
#[derive(Debug, Default, Clone)]
struct Place {
    /// The group.
    group: usize,
    /// The last clock of it that is done.
    after: String,
}

/// What one journal entry did.
struct Shifted {
    done: u64,
    moved: u64,
    place: Place,
}

/// Moves the next clocks, of as many groups as one entry takes.
async fn shift(tx: &mut WriteTx, groups: &[Moving], mut place: Place) -> Result<Shifted> {
    let (mut done, mut moved) = (0, 0);
    while let Some(group) = groups.get(place.group).filter(|_| done < AT_ONCE) {
        let most = AT_ONCE - done;
        let rows = group.next(tx.connection(), &place.after, most).await?;
        let many = i64::try_from(rows.len()).unwrap_or(most);
        done += many;
        moved += if group.moves() { many } else { 0 };
        let Value::Object(fields) = group.fields(tx.today())? else {
            return Err(Error::bug("fields of a clock"));
        };
        let last = rows.last().map(|row| row.id.clone());
        for row in rows {
            let (id, case): (Id, Id) = (Id::parse(&row.id)?, Id::parse(&row.case_id)?);
            tx.record(change("clock", id, case, Value::Object(fields.clone()))).await?;
        }
        place = match last.filter(|_| many == most) {
            Some(after) => Place { after, ..place },
            None => Place { group: place.group + 1, after: String::new() },
        };
    }
    let count = |many: i64| u64::try_from(many).unwrap_or_default();
    Ok(Shifted { done: count(done), moved: count(moved), place })
}

/// After rules were switched on or off, clocks start and stop on all open cases.
async fn open_cases(office: &Office) -> Result<Vec<String>> {
    office
        .read(|tx| Box::pin(async move { crate::features::cases::open_ids(tx.connection()).await }))
        .await
}
