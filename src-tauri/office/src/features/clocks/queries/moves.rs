//! Which open clocks would move if the office settled something differently.

use crate::features::clocks::commands::{MoveLine, MovesView, SettledInput};
use crate::features::clocks::in_force::{InForce, in_force, settled};
use crate::features::clocks::recounting::{One, case_row, moves_of_case, moves_under};
use crate::features::clocks::store::ChoiceRow;
use crate::features::office;
use crate::kernel::Result;
use crate::store::Reads;

/// How many lines a preview shows; the count is of all.
const MOST: usize = 100;

/// Which open clocks would move with these choices in force, when all are counted again.
pub(crate) async fn preview(tx: &mut impl Reads, choices: Vec<SettledInput>) -> Result<MovesView> {
    let now = in_force(tx).await?;
    let profile = office::office(tx).await?.profile;
    let mut rows = crate::features::clocks::store::choices(tx.connection()).await?;
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
    let then = InForce::new(now.book, settled(&profile, now.settings.zone.clone(), &rows));
    let moves = moves_under(tx, &then).await?;
    let mut total = 0;
    let mut lines = Vec::new();
    for moving in moves.groups.iter().filter(|moving| moving.moves()) {
        total += moving.many();
        let group = &moving.group;
        let left = i64::try_from(MOST.saturating_sub(lines.len())).unwrap_or_default();
        let found = then.version(&group.pack, &group.rule_version, &group.rule)?;
        if left == 0 {
            continue;
        }
        for row in moving.next(tx.connection(), "", left).await? {
            let (from, to) = moving.days();
            let one = One { clock: row.id, name: found.rule.name.clone(), from, to };
            lines.push(line(tx, &row.case_id, one).await?);
        }
    }
    for case in &moves.cases {
        for one in moves_of_case(tx, case, &then).await? {
            total += 1;
            if lines.len() < MOST {
                lines.push(line(tx, case.case(), one).await?);
            }
        }
    }
    Ok(MovesView {
        total: u32::try_from(total).unwrap_or(u32::MAX),
        open: u32::try_from(moves.open).unwrap_or(u32::MAX),
        lines,
    })
}

async fn line(tx: &mut impl Reads, case: &str, one: One) -> Result<MoveLine> {
    let row = case_row(tx.connection(), case).await?;
    Ok(MoveLine {
        clock: one.clock,
        case: case.to_owned(),
        number: row.number,
        patient_name: row.patient_name.unwrap_or_else(|| "(name withheld)".into()),
        about: row.about,
        name: one.name,
        from: one.from,
        to: one.to,
    })
}
