//! Counting all open clocks again after the office settled something about its rules.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::app::office::Office;
use crate::features::clocks::{self, Moving};
use crate::kernel::{Error, Id, Result};
use crate::store::Reads as _;
use crate::table::{Access, Table, change};

/// How many clocks one journal entry moves: small enough to stop between two.
const AT_ONCE: i64 = 2_000;

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
    let (moving, looked) = office
        .read(|tx| {
            Box::pin(async move {
                let in_force = clocks::in_force(tx).await?;
                clocks::moves_under(tx, &in_force).await
            })
        })
        .await?;
    let total: u64 = moving.iter().map(Moving::many).sum();
    let mut result = Recounted { looked, ..Recounted::default() };
    for group in moving {
        let group = Arc::new(group);
        let mut after = String::new();
        loop {
            if !office.progress.tell(told, result.moved, total.max(1), true) {
                return Err(stopped(&result));
            }
            let (this, from) = (group.clone(), after.clone());
            let (moved, last) = office
                .write("clocks.recount", |tx| {
                    Box::pin(async move { shift(tx, &this, &from).await })
                })
                .await?;
            result.moved += moved;
            match last {
                Some(last) => after = last,
                None => break,
            }
        }
    }
    let cases = cases_to_settle(&office, input.settle).await?;
    let all = cases.len() as u64;
    for chunk in cases.chunks(200) {
        if !office.progress.tell("Going through the open cases", result.cases, all.max(1), true) {
            return Err(stopped(&result));
        }
        let chunk = chunk.to_vec();
        result.cases += chunk.len() as u64;
        office
            .write("clocks.recount", |tx| {
                Box::pin(async move {
                    let in_force = clocks::in_force(tx).await?;
                    for case in chunk {
                        clocks::settle_under(tx, Id::parse(&case)?, &in_force, true).await?;
                    }
                    Ok(())
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

/// Moves the next clocks of a group; answers how many, and the last one's id when there may be more.
async fn shift(
    tx: &mut crate::store::WriteTx,
    group: &Moving,
    after: &str,
) -> Result<(u64, Option<String>)> {
    let rows = group.next(tx.connection(), after, AT_ONCE).await?;
    let Value::Object(fields) = group.fields(tx.today())? else {
        return Err(Error::bug("fields of a clock"));
    };
    let mut last = None;
    let many = rows.len();
    for row in rows {
        let id: Id = Id::parse(&row.id)?;
        let case: Id = Id::parse(&row.case_id)?;
        tx.record(change("clock", id, case, Value::Object(fields.clone()))).await?;
        last = Some(row.id);
    }
    let more = i64::try_from(many).is_ok_and(|many| many == AT_ONCE);
    Ok((many as u64, last.filter(|_| more)))
}

/// The cases that have to be gone through one by one: those whose clocks have an extension, a pause
/// or another day of their own; after rules were switched on or off, all open ones.
async fn cases_to_settle(office: &Office, all: bool) -> Result<Vec<String>> {
    office
        .read(|tx| {
            Box::pin(async move {
                if all {
                    crate::features::cases::open_ids(tx.connection()).await
                } else {
                    clocks::singular(tx.connection()).await
                }
            })
        })
        .await
}
