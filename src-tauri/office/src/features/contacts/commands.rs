//! The contact log over the wire. Adding to it and amending it also concern clocks and promises:
//! those verbs are workflows of `app`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::model::{ContactDetails, ContactId, Direction, Reached};
use super::queries;
use crate::features::cases::{CaseId, Channel, parse_moment};
use crate::features::clocks::PromiseView;
use crate::features::people::PersonId;
use crate::kernel::Result;
use crate::store::ReadTx;
use crate::store::page::{Page, Paging};
use crate::table::{Access, Table};

/// Adds this feature's rows to the table.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table.query("contacts.list", Access::Reading, list);
}

/// A promise made in a contact.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewPromise {
    /// What was promised.
    pub what: String,
    /// By when.
    pub due: String,
    /// To whom: a person's id; absent means the other side of the contact.
    pub to: Option<String>,
}

/// A contact being added.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddContact {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// How.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// When.
    pub at: String,
    /// How long.
    pub minutes: Option<u32>,
    /// With whom: a person's id.
    pub with: Option<String>,
    /// With whom, when they are not in the office's list.
    pub with_name: Option<String>,
    /// Whether they were reached.
    pub reached: Reached,
    /// What was said.
    pub summary: String,
    /// What was promised.
    pub promise: Option<NewPromise>,
    /// Clocks that this meets.
    pub meets: Vec<String>,
    /// Promises that this keeps.
    pub keeps: Vec<String>,
}

/// A contact as it was written at one time.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactVersion {
    /// How.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// When.
    pub at: String,
    /// How long.
    pub minutes: Option<u32>,
    /// With whom.
    pub with_name: String,
    /// Whether they were reached.
    pub reached: Reached,
    /// What was said.
    pub summary: String,
    /// When it was written.
    pub written_at: String,
    /// By whom.
    pub written_by: String,
    /// Why it was amended; absent on the first version.
    pub reason: Option<String>,
}

/// A contact, all its versions, and what came of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactView {
    /// Id.
    pub id: String,
    /// The case.
    pub case: String,
    /// With whom: a person's id.
    pub with: Option<String>,
    /// As it stands.
    pub current: ContactVersion,
    /// As it was, oldest first.
    pub earlier: Vec<ContactVersion>,
    /// The promise made in it.
    pub promise: Option<PromiseView>,
    /// The clocks it met.
    pub meets: Vec<String>,
}

/// A contact being amended.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AmendContact {
    /// The contact.
    #[ts(type = "Id")]
    pub id: ContactId,
    /// Why.
    pub reason: String,
    channel: Channel,
    direction: Direction,
    at: String,
    minutes: Option<u32>,
    with: Option<String>,
    with_name: Option<String>,
    reached: Reached,
    summary: String,
}

/// Which part of a case's log.
#[derive(Debug, Deserialize, TS)]
pub struct ListContacts {
    #[ts(type = "Id")]
    case: CaseId,
    after: Option<String>,
    limit: Option<u32>,
}

/// Whom a contact was with, read from the wire.
fn person(id: Option<&str>) -> Result<Option<PersonId>> {
    id.filter(|id| !id.is_empty()).map(PersonId::parse).transpose()
}

impl AddContact {
    /// The entry of the log that it holds.
    pub(crate) fn details(&self) -> Result<ContactDetails> {
        Ok(ContactDetails {
            channel: self.channel,
            direction: self.direction,
            at: parse_moment("at", &self.at)?,
            minutes: self.minutes,
            with_person: person(self.with.as_deref())?,
            with_name: self.with_name.clone().unwrap_or_default(),
            reached: self.reached,
            summary: self.summary.clone(),
        })
    }
}

impl AmendContact {
    /// The entry of the log as it is amended to.
    pub(crate) fn details(&self) -> Result<ContactDetails> {
        Ok(ContactDetails {
            channel: self.channel,
            direction: self.direction,
            at: parse_moment("at", &self.at)?,
            minutes: self.minutes,
            with_person: person(self.with.as_deref())?,
            with_name: self.with_name.clone().unwrap_or_default(),
            reached: self.reached,
            summary: self.summary.clone(),
        })
    }
}

async fn list(tx: &mut ReadTx, input: ListContacts) -> Result<Page<ContactView>> {
    queries::list(tx, input.case, &Paging::new(input.after, input.limit)).await
}
