//! Starting, meeting and moving clocks; making and keeping promises.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::model::{Evidence, Rule, Settings, TimeOfDay};
use super::rules;
use super::store;
use crate::features::cases::{CaseId, Channel, moment_text, parse_moment};
use crate::features::people::{self, PersonId};
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy_line};
use crate::kernel::{Error, Id, OrNotFound, Result};
use crate::store::{Reads, WriteTx};
use crate::table::change;

/// What clocks need to know of a case.
pub(crate) struct Matter {
    /// The case.
    pub(crate) case: CaseId,
    /// Its kind's code.
    pub(crate) kind: String,
    /// When it was first said, as stored.
    pub(crate) said_on: Option<String>,
    /// When the office received it, as stored.
    pub(crate) received_on: String,
}

/// Starts the clocks that the office's rules give this case, and brings running ones in line.
///
/// A clock whose trigger moved is counted again, unless it was met: met and missed stamps stay. A
/// clock that no longer applies stops and says why.
pub(crate) async fn settle(tx: &mut WriteTx, matter: &Matter) -> Result<()> {
    let pack = crate::features::office::office(tx).await?.profile;
    let book = rules::book()?;
    let said = matter.said_on.as_deref().map(|s| parse_moment("saidOn", s)).transpose()?;
    let received = parse_moment("receivedOn", &matter.received_on)?;
    let standing = store::of_case(tx.connection(), matter.case).await?;
    let settings = Settings::default();
    let mut wanted = Vec::new();
    let triggered = |rule: &Rule| rule.trigger.moment(said, received).date();
    for found in book.starting(&pack, &matter.kind, triggered) {
        wanted.push(found.rule.id.clone());
        let trigger = found.rule.trigger.moment(said, received);
        let (due, by) = rules::due(found.rule, trigger, &settings, found.calendar)?;
        let due_by = by.map(TimeOfDay::code);
        let fields = json!({
            "started_at": moment_text(trigger), "due": due, "due_by": due_by,
        });
        match standing.iter().find(|c| c.rule == found.rule.id) {
            Some(clock) if clock.met_on.is_some() => {}
            Some(clock) => {
                let id: Id = Id::parse(&clock.id)?;
                tx.record(change("clock", id, matter.case, fields)).await?;
            }
            None => {
                let id: Id = tx.new_id();
                let start = json!({
                    "case_id": matter.case, "pack": found.pack.id, "rule": found.rule.id,
                    "rule_version": found.pack.version, "name": found.rule.name,
                    "started_at": moment_text(trigger), "due": due, "due_by": due_by,
                });
                tx.record(change("clock", id, matter.case, start)).await?;
            }
        }
    }
    let today = tx.today();
    for clock in standing.iter().filter(|c| !wanted.contains(&c.rule) && c.met_on.is_none()) {
        let id: Id = Id::parse(&clock.id)?;
        let fields = json!({
            "stopped_on": today,
            "stop_reason": "The case is no longer of a kind this rule applies to.",
        });
        tx.record(change("clock", id, matter.case, fields)).await?;
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
    let found = rules::book()?.rule(&row.rule).or_not_found("rule")?;
    let evidence = Evidence {
        channel: proof.channel.code(),
        outgoing: proof.outgoing,
        reached: proof.reached,
        on: proof.on,
    };
    let started = parse_moment("startedAt", &row.started_at)?.date();
    if let Some(why) = found.rule.met_by.refuses(evidence, started) {
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
    for row in store::of_case(tx.connection(), case).await? {
        if row.met_contact.as_deref() != Some(proof.contact.as_str()) {
            continue;
        }
        let started = parse_moment("startedAt", &row.started_at)?.date();
        let counts = rules::book()?
            .rule(&row.rule)
            .is_none_or(|found| found.rule.met_by.refuses(evidence, started).is_none());
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
