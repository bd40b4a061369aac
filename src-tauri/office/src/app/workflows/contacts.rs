//! A contact and what comes of it: the clocks it meets, the promises it makes and keeps.

use crate::app::office::Office;
use crate::features::cases::{CaseId, Channel, parse_moment};
use crate::features::clocks::{
    CaseClocks, ExtendClock, Extending, KeepPromise, Making, MeetClock, Proof, extend, keep, meet,
    of_case, promise, reconsider,
};
use crate::features::contacts::{
    self, AddContact, AmendContact, ContactId, ContactView, Direction, Reached,
};
use crate::features::office::may;
use crate::features::people::PersonId;
use crate::kernel::{Error, Id, OrNotFound as _, Result};
use crate::store::WriteTx;
use crate::table::{Access, Table};

pub(super) fn commands(table: &mut Table<Office>) {
    table
        .action("contacts.add", Access::Contacts, add_contact)
        .action("contacts.amend", Access::Contacts, amend_contact)
        .action("clocks.meet", Access::Casework, meet_clock)
        .action("clocks.extend", Access::Casework, extend_clock)
        .action("clocks.keep_promise", Access::Contacts, keep_promise);
}

/// A contact of the log as evidence: as it stands after any amendment.
async fn proof(tx: &mut WriteTx, contact: ContactId) -> Result<Proof> {
    let view = contacts::view(tx, contact).await?.or_not_found("contact")?;
    Ok(Proof {
        contact: view.id,
        case: view.case,
        channel: view.current.channel,
        // A note to the file reaches nobody.
        outgoing: view.current.direction == Direction::Out && view.current.channel != Channel::Note,
        reached: view.current.reached == Reached::Reached,
        on: parse_moment("at", &view.current.at)?.date(),
    })
}

/// Adds a contact; meets, makes and keeps what it says.
pub(in crate::app) async fn add(tx: &mut WriteTx, input: AddContact) -> Result<ContactId> {
    let details = input.details()?;
    let on = details.at.date();
    let with = details.with_person;
    let id = contacts::add(tx, input.case, details).await?;
    let proof = proof(tx, id).await?;
    for clock in &input.meets {
        meet(tx, clock, &proof).await?;
    }
    for kept in &input.keeps {
        keep(tx, kept, &proof).await?;
    }
    if let Some(new) = input.promise {
        let to = new.to.filter(|to| !to.is_empty()).map(|to| PersonId::parse(&to)).transpose()?;
        let making = Making {
            case: input.case,
            what: new.what,
            due: new.due,
            to: to.or(with),
            to_name: input.with_name.clone().unwrap_or_default(),
            on,
            contact: Some(id.to_string()),
        };
        promise(tx, making, "promise.").await?;
    }
    Ok(id)
}

async fn add_contact(tx: &mut WriteTx, input: AddContact) -> Result<ContactView> {
    if !input.meets.is_empty() && !may(tx, Access::Casework).await? {
        let message = "Whether this meets a clock is for an advocate to say. Add it without.";
        return Err(Error::denied(message));
    }
    let id = add(tx, input).await?;
    contacts::view(tx, id).await?.or_not_found("contact")
}

/// Amends a contact, and whatever rested on it follows: a clock it met, a promise it kept.
async fn amend_contact(tx: &mut WriteTx, input: AmendContact) -> Result<ContactView> {
    contacts::amend(tx, input.id, &input.reason, input.details()?).await?;
    let proof = proof(tx, input.id).await?;
    reconsider(tx, &proof).await?;
    contacts::view(tx, input.id).await?.or_not_found("contact")
}

async fn meet_clock(tx: &mut WriteTx, input: MeetClock) -> Result<CaseClocks> {
    let proof = proof(tx, input.contact.cast()).await?;
    meet(tx, &input.id.to_string(), &proof).await?;
    of_case(tx, Id::parse(&proof.case)?).await
}

async fn extend_clock(tx: &mut WriteTx, input: ExtendClock) -> Result<CaseClocks> {
    let proof = proof(tx, input.contact.cast()).await?;
    let extending =
        Extending { clock: input.id, to: input.to, reason: input.reason, says: input.says };
    let case = extend(tx, extending, &proof).await?;
    of_case(tx, case).await
}

async fn keep_promise(tx: &mut WriteTx, input: KeepPromise) -> Result<CaseClocks> {
    let proof = proof(tx, input.contact.cast()).await?;
    keep(tx, &input.id.to_string(), &proof).await?;
    let case: CaseId = Id::parse(&proof.case)?;
    of_case(tx, case).await
}
