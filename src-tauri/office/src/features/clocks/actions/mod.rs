//! Starting, meeting and moving clocks; making and keeping promises.

mod answering;
mod changing;
mod settle;
mod settling;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::in_force::{InForce, in_force, style, terms_of};
use super::model::{Direction, Evidence};
use super::rules::{self, Dated};
use super::store::{self, ClockRow};
use crate::features::cases::{CaseId, Channel};
use crate::features::people::{self, PersonId};
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy_line};
use crate::kernel::{Error, Id, OrNotFound, Result};
use crate::store::{Reads, WriteTx};
use crate::table::change;

pub(crate) use changing::{
    Extending, Pausing, Said, drop_event, extend, extended_to, moment_of, move_event, pause,
    record_event, resume, start_again, stop,
};
pub(crate) use settle::{Asked, Line, Settling, facts, plan, settle, settle_under};
pub(crate) use settling::{Choice, bring_pack, choose};

/// A clock's count as it stands.
pub(crate) async fn dated(
    tx: &mut impl Reads,
    in_force: &InForce,
    row: &ClockRow,
) -> Result<Dated> {
    let case: CaseId = Id::parse(&row.case_id)?;
    let extensions = store::extensions(tx.connection(), case).await?;
    let pauses = store::pauses(tx.connection(), case).await?;
    let found = in_force.rule_of(row)?;
    let today = tx.today();
    let terms = terms_of(row, found.rule, &in_force.settings, &extensions, &pauses, today)?;
    rules::date(found.rule, &terms, &in_force.settings, found.calendar)
}

/// Refuses to close a case while a letter is owed that closing needs. A person who wants no letter
/// does not change that (domain 3.1, report MUUN11).
pub(crate) async fn must_be_answered(tx: &mut impl Reads, case: CaseId) -> Result<()> {
    let in_force = in_force(tx).await?;
    for row in store::of_case(tx.connection(), case).await? {
        let rule = in_force.rule_of(&row)?.rule;
        if row.met_on.is_none() && rule.needed_to_close {
            let message = format!(
                "{}: the {} is still owed ({}). Send it, log it and say that it meets this \
                 clock; then close the case. Talking does not replace it.",
                rule.unmet, rule.task, rule.citation
            );
            return Err(Error::invalid("outcome", message));
        }
    }
    Ok(())
}

/// A contact that is given as evidence.
pub(crate) struct Proof {
    /// The contact's id.
    pub(crate) contact: String,
    /// The case it belongs to.
    pub(crate) case: String,
    /// How.
    pub(crate) channel: Channel,
    /// Whether our office began it.
    pub(crate) outgoing: bool,
    /// Whether somebody was reached.
    pub(crate) reached: bool,
    /// The day.
    pub(crate) on: NaiveDate,
}

/// Meets a clock with a contact as its evidence.
pub(crate) async fn meet(tx: &mut WriteTx, clock: &str, proof: &Proof) -> Result<()> {
    let row = store::find(tx.connection(), clock).await?;
    if row.case_id != proof.case {
        return Err(Error::invalid("meets", "This clock belongs to another case."));
    }
    if row.met_on.is_some() {
        return Err(Error::conflict("This clock was met already. That stays as it is."));
    }
    if row.stopped_on.is_some() {
        return Err(Error::conflict("This clock was stopped. Look at the case's clocks again."));
    }
    let in_force = in_force(tx).await?;
    let found = in_force.rule_of(&row)?;
    let evidence = Evidence {
        channel: proof.channel.code(),
        outgoing: proof.outgoing,
        reached: proof.reached,
        on: proof.on,
    };
    let not_before = dated(tx, &in_force, &row).await?.not_before;
    if let Some(why) = found.rule.met_by.refuses(evidence, not_before) {
        let early = found.rule.counts == Direction::Back;
        if let Some(first) = not_before.filter(|first| early && proof.on < *first) {
            let first = rules::long_date(first, style(tx).await?);
            let message = format!("This came too early. It counts from {first} on.");
            return Err(Error::invalid("meets", message));
        }
        return Err(Error::invalid("meets", why));
    }
    let id: Id = Id::parse(&row.id)?;
    let case: CaseId = Id::parse(&row.case_id)?;
    let fields = json!({ "met_on": proof.on, "met_contact": proof.contact });
    tx.record(change("clock", id, case, fields)).await
}

/// Looks again at what rests on a contact that was amended: a clock it met, a promise it kept.
///
/// The stamp follows its evidence. Where the contact still counts, its day may be another one; where
/// it no longer does, the clock runs again from where it stood, and the history tells both.
pub(crate) async fn reconsider(tx: &mut WriteTx, proof: &Proof) -> Result<()> {
    let evidence = Evidence {
        channel: proof.channel.code(),
        outgoing: proof.outgoing,
        reached: proof.reached,
        on: proof.on,
    };
    let case: CaseId = Id::parse(&proof.case)?;
    let in_force = in_force(tx).await?;
    for row in store::of_case(tx.connection(), case).await? {
        if row.met_contact.as_deref() != Some(proof.contact.as_str()) {
            continue;
        }
        let not_before = dated(tx, &in_force, &row).await?.not_before;
        let counts = in_force
            .rule_of(&row)
            .is_ok_and(|found| found.rule.met_by.refuses(evidence, not_before).is_none());
        let fields = if counts {
            json!({ "met_on": proof.on })
        } else {
            json!({ "met_on": null, "met_contact": null })
        };
        let id: Id = Id::parse(&row.id)?;
        tx.record(change("clock", id, case, fields)).await?;
    }
    for row in store::promises_of_case(tx.connection(), case).await? {
        if row.kept_contact.as_deref() != Some(proof.contact.as_str()) {
            continue;
        }
        let fields = if proof.on.to_string() < row.promised_on {
            json!({ "kept_on": null, "kept_contact": null })
        } else {
            json!({ "kept_on": proof.on })
        };
        let id: Id = Id::parse(&row.id)?;
        tx.record(change("promise", id, case, fields)).await?;
    }
    Ok(())
}

/// A promise being made.
pub(crate) struct Making {
    /// The case.
    pub(crate) case: CaseId,
    /// What.
    pub(crate) what: String,
    /// By when.
    pub(crate) due: String,
    /// To whom.
    pub(crate) to: Option<PersonId>,
    /// To whom by name, when they have no record.
    pub(crate) to_name: String,
    /// On which day.
    pub(crate) on: NaiveDate,
    /// In which contact.
    pub(crate) contact: Option<String>,
}

/// Makes a promise. `under` starts the names of its fields in a form that holds more than it.
pub(crate) async fn promise(tx: &mut WriteTx, making: Making, under: &str) -> Result<()> {
    let mut checks = Checks::default();
    check_length(&mut checks, &format!("{under}what"), &making.what, limit::LINE);
    let what = tidy_line(&making.what);
    checks.need(what.is_some(), format!("{under}what"), "Say what you promised.");
    let due: Option<NaiveDate> = making.due.trim().parse().ok();
    checks.need(due.is_some(), format!("{under}due"), "Choose the day you promised it for.");
    checks.need(
        due.is_none_or(|d| d >= making.on),
        format!("{under}due"),
        "The day is before the promise was made.",
    );
    checks.done()?;
    let to_name = match making.to {
        Some(to) => people::find(tx.connection(), to).await?.name,
        None => making.to_name,
    };
    let id: Id = tx.new_id();
    let fields: Value = json!({
        "case_id": making.case, "what": what, "due": due, "to_person": making.to,
        "to_name": to_name, "promised_on": making.on, "contact": making.contact,
    });
    tx.record(change("promise", id, making.case, fields)).await
}

/// Keeps a promise by a contact.
pub(crate) async fn keep(tx: &mut WriteTx, promise: &str, proof: &Proof) -> Result<()> {
    let ids = Value::from(vec![promise]).to_string();
    let row = store::promises(tx.connection(), &ids).await?.pop().or_not_found("promise")?;
    if row.case_id != proof.case {
        return Err(Error::invalid("keeps", "This promise belongs to another case."));
    }
    if row.kept_on.is_some() {
        return Err(Error::conflict("This promise was kept already. That stays as it is."));
    }
    if proof.on.to_string() < row.promised_on {
        return Err(Error::invalid("keeps", "This contact came before the promise was made."));
    }
    let id: Id = Id::parse(&row.id)?;
    let case: CaseId = Id::parse(&row.case_id)?;
    let fields = json!({ "kept_on": proof.on, "kept_contact": proof.contact });
    tx.record(change("promise", id, case, fields)).await
}
