//! Adding and changing people.

use serde_json::Value;

use super::model::{PersonDetails, PersonId};
use super::store;
use crate::kernel::Result;
use crate::store::{Reads, WriteTx};
use crate::table::change;

/// Adds a person.
pub(crate) async fn add(tx: &mut WriteTx, details: PersonDetails) -> Result<PersonId> {
    let details = details.check(tx.today())?;
    let id: PersonId = tx.new_id();
    tx.record(change("person", id, id, details.fields())).await?;
    Ok(id)
}

/// Changes a person. Where an import found them is kept.
pub(super) async fn alter(tx: &mut WriteTx, id: PersonId, details: PersonDetails) -> Result<()> {
    let standing = store::find(tx.connection(), id).await?;
    let mut details = details.check(tx.today())?;
    details.sources = serde_json::from_str(&standing.sources).unwrap_or_default();
    tx.record(change("person", id, id, details.fields())).await
}

/// Adds a stay or coverage to a person.
pub(crate) async fn attach(
    tx: &mut WriteTx,
    kind: &'static str,
    person: PersonId,
    fields: Value,
) -> Result<()> {
    let id = tx.new_id::<()>();
    tx.record(change(kind, id, person, fields)).await
}
