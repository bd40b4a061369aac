//! A case and its clocks: opening starts them, changing the facts moves them.

use crate::app::office::Office;
use crate::features::cases::{
    self, CaseDetails, CaseForm, CaseId, CaseView, ChangeCase, CloseCase, Outcome, view,
};
use crate::features::clocks::{must_be_answered, settle};
use crate::kernel::text::tidy;
use crate::kernel::{Error, Result};
use crate::store::WriteTx;
use crate::table::{Access, Table};

pub(super) fn commands(table: &mut Table<Office>) {
    table
        .action("cases.open", Access::Casework, open_case)
        .action("cases.change", Access::Casework, change)
        .action("cases.close", Access::Casework, close);
}

/// Opens a case and starts its clocks.
pub(in crate::app) async fn open(tx: &mut WriteTx, details: CaseDetails) -> Result<CaseId> {
    let id = cases::open(tx, details).await?;
    settle(tx, id).await?;
    Ok(id)
}

async fn open_case(tx: &mut WriteTx, input: CaseForm) -> Result<CaseView> {
    let id = open(tx, input.details()?).await?;
    view(tx, id).await
}

async fn change(tx: &mut WriteTx, input: ChangeCase) -> Result<CaseView> {
    if let Some(reason) = input.reason.as_deref().and_then(tidy) {
        cases::say_why(tx, &reason)?;
    }
    cases::alter(tx, input.id, input.form.details()?).await?;
    settle(tx, input.id).await?;
    view(tx, input.id).await
}

async fn close(tx: &mut WriteTx, input: CloseCase) -> Result<CaseView> {
    let on = input
        .on
        .parse()
        .map_err(|_| Error::invalid("on", "Choose the day the case was closed."))?;
    if input.outcome != Outcome::Withdrawn {
        must_be_answered(tx, input.id).await?;
    }
    cases::close(tx, input.id, input.outcome, &input.note, on).await?;
    view(tx, input.id).await
}
