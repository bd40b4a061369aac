//! Deciding what a case is: the decision, the case's kind, and the clocks that start or stop.

use crate::app::office::Office;
use crate::features::advisor::{self, Classified, Classify, ClockTurned};
use crate::features::cases;
use crate::features::clocks::{ClockView, of_case, settle};
use crate::kernel::{OrNotFound as _, Result};
use crate::store::WriteTx;
use crate::table::{Access, Table};

pub(super) fn commands(table: &mut Table<Office>) {
    table.action("advisor.classify", Access::Casework, classify);
}

async fn classify(tx: &mut WriteTx, input: Classify) -> Result<Classified> {
    let before = of_case(tx, input.case).await?.clocks;
    let decided = advisor::decide(tx, &input).await?;
    cases::file_as(tx, input.case, decided.kind, decided.is_urgent).await?;
    settle(tx, input.case).await?;
    let after = of_case(tx, input.case).await?.clocks;
    let decision = advisor::decisions(tx, input.case).await?.into_iter().next();
    Ok(Classified {
        decision: decision.or_not_found("decision")?,
        started: only_in(&after, &before),
        stopped: only_in(&before, &after),
        urgent: decided.is_urgent,
    })
}

fn only_in(these: &[ClockView], those: &[ClockView]) -> Vec<ClockTurned> {
    let is_new = |clock: &&ClockView| !those.iter().any(|other| other.id == clock.id);
    let change =
        |clock: &ClockView| ClockTurned { name: clock.name.clone(), due: clock.due.clone() };
    these.iter().filter(is_new).map(change).collect()
}
