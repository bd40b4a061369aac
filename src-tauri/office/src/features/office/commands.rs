//! The office's settings over the wire.

use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use super::{actions, store};
use crate::kernel::documents::Paper;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy_name};
use crate::kernel::{Error, Result, Zone};
use crate::store::{ReadTx, Reads, WriteTx};
use crate::table::{Access, Table};

/// Adds this feature's rows to the table.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table.query("office.view", Access::Everyone, view).action(
        "office.change",
        Access::Administering,
        change,
    );
}

/// The office's settings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficeView {
    /// What it is called.
    pub name: String,
    /// Which rule pack is in force. Chosen when the office is made.
    pub profile: String,
    /// IANA time zone.
    pub time_zone: String,
    /// The paper documents are laid out for.
    pub paper: Paper,
    /// Minutes without a touch before it locks, 1 to 60.
    pub lock_after_minutes: u32,
}

async fn view(tx: &mut ReadTx, (): ()) -> Result<OfficeView> {
    seen(tx).await
}

async fn seen(tx: &mut impl Reads) -> Result<OfficeView> {
    let row = store::office(tx).await?;
    Ok(OfficeView {
        name: row.name,
        profile: row.profile,
        time_zone: row.time_zone,
        paper: Paper::parse(&row.paper),
        lock_after_minutes: u32::try_from(row.lock_after_minutes).unwrap_or(5),
    })
}

async fn change(tx: &mut WriteTx, input: OfficeView) -> Result<OfficeView> {
    let mut checks = Checks::default();
    let name = tidy_name(&input.name);
    checks.need(name.is_some(), "name", "Say what the office is called.");
    check_length(&mut checks, "name", &input.name, limit::SHORT);
    checks.need(
        input.time_zone.parse::<Zone>().is_ok(),
        "timeZone",
        "Choose the time zone of the office from the list.",
    );
    let minutes = input.lock_after_minutes;
    checks.need(
        (1..=60).contains(&minutes),
        "lockAfterMinutes",
        "Choose between 1 and 60 minutes.",
    );
    let now = seen(tx).await?;
    checks.need(
        input.profile == now.profile,
        "profile",
        "The rules an office works under are chosen when it is made.",
    );
    checks.done()?;
    let fields = json!({
        "name": name, "time_zone": input.time_zone, "paper": input.paper.name(),
        "lock_after_minutes": minutes,
    });
    actions::change_office(tx, fields).await?;
    seen(tx).await.map_err(|e| Error::bug("office view").caused_by(e))
}
