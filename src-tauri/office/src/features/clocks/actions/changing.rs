//! What a person may do to a clock: give it the day it runs from, make it longer by its notice,
//! pause a limit of the organization's own, or stop it.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;

use super::answering::{meet_by_events, reconsider_event};
use super::{Making, promise, settle};
use crate::features::cases::{CaseId, Channel, moment_text, must_be_open, parse_moment, say_why};
use crate::features::clocks::actions::Proof;
use crate::features::clocks::in_force::{InForce, day, in_force, style, terms_of};
use crate::features::clocks::model::{
    Binds, Event, Extended, Extension, Precision, Rule, Sense, Terms,
};
use crate::features::clocks::rules::{self, Found, Style, long_date};
use crate::features::clocks::store::{self, ClockRow, ExtensionRow};
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy, tidy_line};
use crate::kernel::{Error, Id, OrNotFound as _, Result};
use crate::store::{Reads, WriteTx};
use crate::table::change;

/// Records that an event happened, or is planned, and starts the clocks that run from it.
pub(crate) async fn record_event(
    tx: &mut WriteTx,
    case: CaseId,
    event: &str,
    said: Said<'_>,
) -> Result<()> {
    must_be_open(tx.connection(), case).await?;
    let in_force = in_force(tx).await?;
    let known = in_force.book.event(event).cloned().or_not_found("event")?;
    let kept = checked(tx, &known, said)?;
    let id: Id = tx.new_id();
    let fields = json!({
        "case_id": case, "event": event, "at": moment_text(kept.at), "note": kept.note,
        "shown_by": kept.shown_by,
    });
    tx.record(change("case_event", id, case, fields)).await?;
    settle(tx, case).await?;
    meet_by_events(tx, case).await
}

/// Corrects when an event happened. What ran from it is counted again, unless it was met; what it
/// met is met on the other day.
pub(crate) async fn move_event(
    tx: &mut WriteTx,
    event: Id,
    said: Said<'_>,
    reason: &str,
) -> Result<CaseId> {
    let row = store::event(tx.connection(), &event.to_string()).await?;
    let case: CaseId = Id::parse(&row.case_id)?;
    must_be_open(tx.connection(), case).await?;
    let in_force = in_force(tx).await?;
    let known = in_force.book.event(&row.event).cloned().or_not_found("event")?;
    let kept = checked(tx, &known, said)?;
    say_why(tx, reason)?;
    let at = kept.at;
    let fields = json!({ "at": moment_text(at), "note": kept.note, "shown_by": kept.shown_by });
    tx.record(change("case_event", event, case, fields)).await?;
    reconsider_event(tx, case, event, Some(at.date())).await?;
    settle(tx, case).await?;
    meet_by_events(tx, case).await?;
    Ok(case)
}

/// Takes an event back that was recorded by mistake. The clocks that ran from it stop, and
/// those that it met run again.
pub(crate) async fn drop_event(tx: &mut WriteTx, event: Id, reason: &str) -> Result<CaseId> {
    let row = store::event(tx.connection(), &event.to_string()).await?;
    let case: CaseId = Id::parse(&row.case_id)?;
    must_be_open(tx.connection(), case).await?;
    say_why(tx, reason)?;
    tx.record(change("case_event", event, case, json!({ "voided": true }))).await?;
    reconsider_event(tx, case, event, None).await?;
    settle(tx, case).await?;
    meet_by_events(tx, case).await?;
    Ok(case)
}

/// When an event happened, as finely as it is known; to the day is 0:00 of it.
pub(crate) fn moment_of(event: &Event, at: &str) -> Result<NaiveDateTime> {
    match event.at {
        Precision::Day => at
            .get(..10)
            .and_then(|day| day.parse::<NaiveDate>().ok())
            .and_then(|day| day.and_hms_opt(0, 0, 0))
            .ok_or_else(|| Error::invalid("at", "Choose the day.")),
        Precision::Minute => parse_moment("at", at),
    }
}

/// What somebody says of an event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said<'a> {
    /// When it happened.
    pub(crate) at: &'a str,
    /// What more there is to say.
    pub(crate) note: Option<&'a str>,
    /// What shows that it was then.
    pub(crate) shown_by: Option<&'a str>,
}

/// The same, checked.
struct Kept {
    at: NaiveDateTime,
    note: Option<String>,
    shown_by: Option<String>,
}

/// What is said of an event, checked. An event known to the day is kept at 0:00.
fn checked(tx: &impl Reads, event: &Event, said: Said<'_>) -> Result<Kept> {
    let mut checks = Checks::default();
    let text = said.note.unwrap_or_default();
    let shown_by = said.shown_by.unwrap_or_default();
    check_length(&mut checks, "note", text, limit::LINE);
    check_length(&mut checks, "shownBy", shown_by, limit::LINE);
    let at = moment_of(event, said.at)?;
    let ahead = at > tx.local() && at.date() > tx.today();
    checks.need(
        event.planned || !ahead,
        "at",
        "This lies in the future. Record it when it has happened.",
    );
    let far = !(1900..=2200).contains(&chrono::Datelike::year(&at));
    checks.need(!far, "at", "Check the year: it must lie between 1900 and 2200.");
    checks.done()?;
    Ok(Kept { at, note: tidy_line(text), shown_by: tidy_line(shown_by) })
}

/// A clock that may be changed: of an open case, neither met nor stopped.
async fn running(tx: &mut impl Reads, clock: Id) -> Result<(ClockRow, CaseId)> {
    let row = store::find(tx.connection(), &clock.to_string()).await?;
    let case: CaseId = Id::parse(&row.case_id)?;
    must_be_open(tx.connection(), case).await?;
    if row.met_on.is_some() {
        return Err(Error::conflict("This clock was met already. That stays as it is."));
    }
    if row.stopped_on.is_some() {
        return Err(Error::conflict("This clock was stopped. Look at the case's clocks again."));
    }
    Ok((row, case))
}

/// What makes a clock longer.
pub(crate) struct Extending {
    /// The clock.
    pub(crate) clock: Id,
    /// The date the notice gives.
    pub(crate) to: Option<String>,
    /// Why it takes longer.
    pub(crate) reason: String,
    /// What the notice says: as many as the rule asks for.
    pub(crate) says: Vec<String>,
}

/// Makes a clock longer by its notice. Without the notice there is no extension.
///
/// The new date is also a promise to the person, since the notice gives it.
pub(crate) async fn extend(tx: &mut WriteTx, new: Extending, proof: &Proof) -> Result<CaseId> {
    let (row, case) = running(tx, new.clock).await?;
    let in_force = in_force(tx).await?;
    let in_force = in_force.of_clock(&row).unwrap_or(in_force);
    let found = in_force.rule_of(&row)?;
    let rule = found.rule;
    let extension = extension_of(rule)?;
    let extensions = store::extensions(tx.connection(), case).await?;
    let before: Vec<_> = extensions.iter().filter(|one| one.clock == row.id).collect();
    check_notice(extension, found, &row, &new, proof, &before)?;
    let terms = terms_now(tx, &in_force, &row).await?;
    let longest = longest(&in_force, found, &terms, proof.on)?;
    let to = new_date(extension, new.to.as_deref(), day(&row.due)?, longest, style(tx).await?)?;
    let reason = tidy(&new.reason).unwrap_or_default();
    tx.because(reason.clone());
    let id: Id = tx.new_id();
    let fields = json!({
        "case_id": case, "clock": row.id, "contact": proof.contact, "noticed_on": proof.on,
        "to_on": to, "reason": reason,
    });
    tx.record(change("clock_extension", id, case, fields)).await?;
    let promised = to.unwrap_or(longest);
    if rule.binds == Binds::Ours && rule.sense == Sense::Deadline && promised >= proof.on {
        let making = Making {
            case,
            what: sentence(&rule.task),
            due: promised.to_string(),
            to: None,
            to_name: String::new(),
            on: proof.on,
            contact: Some(proof.contact.clone()),
        };
        promise(tx, making, "").await?;
    }
    settle(tx, case).await?;
    Ok(case)
}

/// How a rule may be extended; that it may not be, where it may not.
fn extension_of(rule: &Rule) -> Result<&Extension> {
    rule.extension.as_ref().ok_or_else(|| {
        let message =
            format!("This time limit cannot be made longer. {} gives no extension.", rule.citation);
        Error::invalid("clock", message)
    })
}

/// What a clock's date is counted from today.
async fn terms_now(tx: &mut impl Reads, in_force: &InForce, row: &ClockRow) -> Result<Terms> {
    let case: CaseId = Id::parse(&row.case_id)?;
    let extensions = store::extensions(tx.connection(), case).await?;
    let pauses = store::pauses(tx.connection(), case).await?;
    let rule = in_force.rule_of(row)?.rule;
    terms_of(row, rule, &in_force.settings, &extensions, &pauses, tx.today())
}

/// The longest the rule allows with one more extension, counted as if its notice fixed no date.
fn longest(
    in_force: &InForce,
    found: Found<'_>,
    terms: &Terms,
    noticed_on: NaiveDate,
) -> Result<NaiveDate> {
    let mut terms = terms.clone();
    terms.extended.push(Extended { to: None, noticed_on });
    Ok(rules::date(found.rule, &terms, &in_force.settings, found.calendar)?.due)
}

/// The clock, and its last day if it were made longer to the date that a notice of today gives.
pub(crate) async fn extended_to(
    tx: &mut impl Reads,
    clock: Id,
    to: Option<&str>,
) -> Result<(ClockRow, NaiveDate)> {
    let (row, _) = running(tx, clock).await?;
    let in_force = in_force(tx).await?;
    let in_force = in_force.of_clock(&row).unwrap_or(in_force);
    let found = in_force.rule_of(&row)?;
    let extension = extension_of(found.rule)?;
    let mut terms = terms_now(tx, &in_force, &row).await?;
    let longest = longest(&in_force, found, &terms, tx.today())?;
    let to = new_date(extension, to, day(&row.due)?, longest, style(tx).await?)?;
    terms.extended.push(Extended { to, noticed_on: tx.today() });
    let due = rules::date(found.rule, &terms, &in_force.settings, found.calendar)?.due;
    Ok((row, due))
}

/// Whether the contact is the notice that the rule asks for, and went out in time.
fn check_notice(
    extension: &Extension,
    found: Found<'_>,
    row: &ClockRow,
    new: &Extending,
    proof: &Proof,
    before: &[&ExtensionRow],
) -> Result<()> {
    let mut checks = Checks::default();
    let times = before.len();
    checks.need(
        extension.max_times.is_none_or(|most| times < usize::try_from(most).unwrap_or(usize::MAX)),
        "clock",
        match extension.max_times {
            Some(1) => "This time limit was made longer once. It cannot be a second time.",
            _ => "This time limit was made longer as often as the rule allows.",
        },
    );
    checks.need(
        proof.case == row.case_id,
        "contact",
        "Choose the notice from this case's contact log.",
    );
    // Our own notice goes out; one that somebody else owes comes in.
    let written = matches!(proof.channel, Channel::Letter | Channel::Email);
    let ours = found.rule.binds == Binds::Ours;
    checks.need(
        written && (proof.outgoing || !ours),
        "contact",
        "The notice has to be a letter or an e-mail that your office sent. Log it first.",
    );
    checks.need(
        proof.on >= day(&row.started_at)?,
        "contact",
        "This came before the clock started, so it is no notice that it takes longer.",
    );
    checks.need(
        before.iter().all(|one| one.contact != proof.contact),
        "contact",
        "This was the notice of an extension already. Log the new one first.",
    );
    let due = day(&row.due)?;
    let latest = match extension.notice_within {
        Some(within) => rules::add_length(due, within, found.calendar)?,
        None => due,
    };
    checks.need(
        proof.on <= latest,
        "contact",
        "The notice went out too late for an extension: it has to go before the time is over. \
         Send it all the same, and the clock stays late.",
    );
    checks.need(
        extension.notice.elements.iter().all(|element| new.says.contains(element)),
        "says",
        "Check that the notice says all of this. Without it the time is not made longer.",
    );
    check_length(&mut checks, "reason", &new.reason, limit::LINE);
    checks.need(tidy(&new.reason).is_some(), "reason", "Say why it takes longer.");
    checks.done()
}

/// The date that the notice gives, within what the rule allows.
fn new_date(
    extension: &Extension,
    to: Option<&str>,
    due: NaiveDate,
    longest: NaiveDate,
    style: Style,
) -> Result<Option<NaiveDate>> {
    let mut checks = Checks::default();
    let text = to.map(str::trim).filter(|to| !to.is_empty());
    let to: Option<NaiveDate> = text.and_then(|text| text.parse().ok());
    checks.need(
        to.is_some() || (text.is_none() && extension.length.is_some()),
        "to",
        "Choose the new date that the notice gives.",
    );
    checks.need(
        to.is_none_or(|to| to > due),
        "to",
        "The new date has to be later than the one it replaces.",
    );
    checks.need(
        extension.length.is_none() || to.is_none_or(|to| to <= longest),
        "to",
        format!("The rule allows no later date than {}.", long_date(longest, style)),
    );
    checks.done()?;
    Ok(to)
}

/// A task as a sentence begins: "Written decision to the person who raised it".
fn sentence(task: &str) -> String {
    let mut letters = task.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A pause of a clock.
pub(crate) struct Pausing {
    /// The clock.
    pub(crate) clock: Id,
    /// Its first day.
    pub(crate) from: String,
    /// Why, in a few words.
    pub(crate) why: String,
}

/// Pauses a limit of the organization's own. Limits of the law never pause (domain rule 3.0,
/// item 4).
pub(crate) async fn pause(tx: &mut WriteTx, new: Pausing) -> Result<CaseId> {
    let (row, case) = running(tx, new.clock).await?;
    let in_force = in_force(tx).await?;
    let rule = in_force.rule_of(&row)?.rule;
    if !rule.may_pause() {
        let message = format!(
            "This time limit comes from {} and never stops. Only a limit of your own policy can \
             be paused.",
            rule.citation
        );
        return Err(Error::invalid("clock", message));
    }
    if row.paused_since.is_some() {
        return Err(Error::conflict("This clock is paused already."));
    }
    let mut checks = Checks::default();
    let from: Option<NaiveDate> = new.from.trim().parse().ok();
    checks.need(from.is_some(), "from", "Choose the first day of the pause.");
    let started = day(&row.started_at)?;
    checks.need(
        from.is_none_or(|from| from > started && from <= tx.today()),
        "from",
        "The pause begins after the clock started, and today at the latest.",
    );
    let due = day(&row.due)?;
    checks.need(
        from.is_none_or(|from| from <= due),
        "from",
        "The time was over before that day. A pause cannot bring it back.",
    );
    check_length(&mut checks, "why", &new.why, limit::LINE);
    let why = tidy_line(&new.why);
    checks.need(why.is_some(), "why", "Say what you are waiting for.");
    checks.done()?;
    let id: Id = tx.new_id();
    let fields = json!({
        "case_id": case, "clock": row.id, "from_on": from, "to_on": null, "why": why,
    });
    tx.record(change("clock_pause", id, case, fields)).await?;
    let clock: Id = Id::parse(&row.id)?;
    tx.record(change("clock", clock, case, json!({ "paused_since": from }))).await?;
    settle(tx, case).await?;
    Ok(case)
}

/// Lets a paused clock run again from today.
pub(crate) async fn resume(tx: &mut WriteTx, clock: Id) -> Result<CaseId> {
    let (row, case) = running(tx, clock).await?;
    let pauses = store::pauses(tx.connection(), case).await?;
    let open = pauses.iter().find(|one| one.clock == row.id && one.to_on.is_none());
    let Some(open) = open else {
        return Err(Error::conflict("This clock is not paused."));
    };
    // Today it runs again, so yesterday was the last day of the pause.
    let last = tx.today().pred_opt().unwrap_or_else(|| tx.today());
    let pause: Id = Id::parse(&open.id)?;
    let fields = if last < day(&open.from_on)? {
        json!({ "voided": true })
    } else {
        json!({ "to_on": last })
    };
    tx.record(change("clock_pause", pause, case, fields)).await?;
    tx.record(change("clock", clock, case, json!({ "paused_since": null }))).await?;
    settle(tx, case).await?;
    Ok(case)
}

/// Stops a clock that does not apply to this case. It stays in the history with its reason.
pub(crate) async fn stop(tx: &mut WriteTx, clock: Id, reason: &str) -> Result<CaseId> {
    let (_, case) = running(tx, clock).await?;
    say_why(tx, reason)?;
    let fields = json!({
        "stopped_on": tx.today(), "stop_reason": tidy_line(reason), "stopped_by_hand": 1,
    });
    tx.record(change("clock", clock, case, fields)).await?;
    Ok(case)
}

/// Starts a clock again that a person had stopped, from where its case stands now.
pub(crate) async fn start_again(tx: &mut WriteTx, clock: Id, reason: &str) -> Result<CaseId> {
    let row = store::find(tx.connection(), &clock.to_string()).await?;
    let case: CaseId = Id::parse(&row.case_id)?;
    must_be_open(tx.connection(), case).await?;
    let stopped = store::stopped_by_hand(tx.connection(), case).await?;
    if !stopped.iter().any(|one| one.id == row.id) {
        return Err(Error::conflict("This clock was not stopped by a person, or it runs again."));
    }
    say_why(tx, reason)?;
    let fields = json!({ "stopped_on": null, "stop_reason": null, "stopped_by_hand": 0 });
    tx.record(change("clock", clock, case, fields)).await?;
    settle(tx, case).await?;
    meet_by_events(tx, case).await?;
    if store::find(tx.connection(), &row.id).await?.stopped_on.is_some() {
        return Err(Error::conflict(
            "Nothing on this case calls for this clock any more, so it cannot start again. Look at \
             the kind of the case and at its dates.",
        ));
    }
    Ok(case)
}
