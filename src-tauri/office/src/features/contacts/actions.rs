//! Adding to the contact log.

use serde_json::{Value, json};

use super::model::{ContactDetails, ContactId};
use super::store;
use crate::features::cases::{CaseId, say_why};
use crate::features::{office, people};
use crate::kernel::{Error, Id, Result};
use crate::store::{Reads, WriteTx};
use crate::table::{Access, change};

/// Names the other side by their record, when they have one.
async fn named(tx: &mut WriteTx, mut details: ContactDetails) -> Result<ContactDetails> {
    if let Some(person) = details.with_person {
        details.with_name = people::find(tx.connection(), person).await?.name;
    }
    Ok(details)
}

/// Adds a contact to a case, open or closed: what happened is always written down.
pub(crate) async fn add(
    tx: &mut WriteTx,
    case: CaseId,
    details: ContactDetails,
) -> Result<ContactId> {
    crate::features::cases::find(tx.connection(), case).await?;
    let details = named(tx, details.check(tx.local())?).await?;
    let id: ContactId = tx.new_id();
    let mut fields = details.fields();
    if let Value::Object(map) = &mut fields {
        map.insert("case_id".into(), json!(case));
    }
    tx.record(change("contact", id, case, fields)).await?;
    Ok(id)
}

/// Amends a contact. Both versions stay. Who does no casework amends only what they wrote.
pub(crate) async fn amend(
    tx: &mut WriteTx,
    id: ContactId,
    reason: &str,
    details: ContactDetails,
) -> Result<()> {
    let contact = store::find(tx.connection(), id).await?;
    let is_own = contact.made_by == tx.author().id.to_string();
    if !is_own && !office::may(tx, Access::Casework).await? {
        let message = "You can amend what you wrote yourself. Ask an advocate to amend this entry.";
        return Err(Error::denied(message));
    }
    say_why(tx, reason)?;
    let details = named(tx, details.check(tx.local())?).await?;
    let version: Id = tx.new_id();
    let mut fields = details.fields();
    if let Value::Object(map) = &mut fields {
        map.insert("contact".into(), json!(id));
        map.insert("reason".into(), json!(crate::kernel::text::tidy(reason)));
    }
    let case: CaseId = Id::parse(&contact.case_id)?;
    tx.record(change("contact_version", version, case, fields)).await
}
