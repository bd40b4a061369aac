//! Writing, putting out and giving leaflets.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use serde_json::{Value, json};

use super::commands::FillHelper;
use super::held::{find, front_fields, held, is_untouched};
use super::model::{
    Giving, HandoutId, Leaflet, LeafletId, LeafletState, Origin, Point, Purpose, TeachBackDetails,
    TeachOutcome, Written,
};
use super::rules::shipped;
use super::store;
use crate::features::cases::{self, CaseId, moment_text, say_why};
use crate::features::people;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy, tidy_line};
use crate::kernel::{Error, Id, Result};
use crate::store::{Reads as _, WriteTx};
use crate::table::change;

/// Saves a draft; a new one without `id`, which is a translation where it has the `key` of another.
pub(crate) async fn write(
    tx: &mut WriteTx,
    id: Option<LeafletId>,
    key: Option<String>,
    mut written: Written,
) -> Result<LeafletId> {
    if let (None, Some(key)) = (id, &key) {
        translates(tx, key, &mut written).await?;
    }
    let mut fields = json!({
        "purpose": written.purpose.code(), "title": written.title,
        "front": front_fields(&written.front)?, "body": written.body,
        "reviewer": written.reviewer, "review_by": written.review_by,
    });
    let Some(id) = id else {
        let id: LeafletId = tx.new_id();
        if let Value::Object(map) = &mut fields {
            map.insert("key".into(), key.map_or_else(|| json!(id), Value::from));
            map.insert("language".into(), json!(written.language));
            map.insert("state".into(), json!(LeafletState::Draft.code()));
            map.insert("version".into(), json!(0));
        }
        tx.record(change("leaflet", id, id, fields)).await?;
        return Ok(id);
    };
    let record = store::one(tx.connection(), id).await?;
    if record.language != written.language {
        let message = "The language of a leaflet is chosen when it is begun. Begin another one.";
        return Err(Error::invalid("language", message));
    }
    tx.record(change("leaflet", id, id, fields)).await?;
    Ok(id)
}

/// Checks that a new text can be the leaflet `key` in its language, and notes which version of the
/// English text it says the same as.
async fn translates(tx: &mut WriteTx, key: &str, written: &mut Written) -> Result<()> {
    let all = held(tx).await?;
    let own = store::own(tx.connection()).await?;
    let is_there = |language: &str| {
        find(&all, key, language).is_some()
            || own.iter().any(|one| one.key == key && one.language == language)
    };
    if !all.iter().any(|held| held.leaflet.key == key) {
        return Err(Error::not_found("leaflet"));
    }
    if is_there(&written.language) {
        let message = "This leaflet is there in this language. Adapt that one instead.";
        return Err(Error::invalid("language", message));
    }
    let english = find(&all, key, "en").map(|held| held.leaflet.version);
    written.front.source_version = written.front.source_version.or(english);
    Ok(())
}

/// Begins the office's own version of a leaflet, or finds the one it has.
pub(crate) async fn adapt(tx: &mut WriteTx, key: &str, language: &str) -> Result<LeafletId> {
    let all = held(tx).await?;
    let from = find(&all, key, language).ok_or_else(|| Error::not_found("leaflet"))?;
    if let Some(own) = own_of(tx, key, language).await? {
        return Ok(own);
    }
    let id: LeafletId = tx.new_id();
    let fields = draft_of(&from.leaflet)?;
    tx.record(change("leaflet", id, id, fields)).await?;
    Ok(id)
}

/// The office's own record of a leaflet, the newest where there are two.
async fn own_of(tx: &mut WriteTx, key: &str, language: &str) -> Result<Option<LeafletId>> {
    let all = store::own(tx.connection()).await?;
    let own = all.iter().rev().find(|one| one.key == key && one.language == language);
    own.map(|one| LeafletId::parse(&one.id)).transpose()
}

/// The fields of a draft that begins as a shipped leaflet stands.
fn draft_of(leaflet: &Leaflet) -> Result<Value> {
    Ok(json!({
        "key": leaflet.key, "language": leaflet.language, "purpose": leaflet.purpose.code(),
        "state": LeafletState::Draft.code(), "title": leaflet.title,
        "front": front_fields(&leaflet.front)?, "body": leaflet.body, "version": 0,
        "based_on_version": leaflet.version,
    }))
}

/// Puts a draft out as the next version.
pub(crate) async fn publish(tx: &mut WriteTx, id: LeafletId, changed: &str) -> Result<()> {
    let record = store::one(tx.connection(), id).await?;
    let front = super::held::front_of(record.front.as_deref().unwrap_or_default())?;
    let mut checks = Checks::default();
    check_length(&mut checks, "changed", changed, limit::LINE);
    let changed = tidy_line(changed);
    checks.need(changed.is_some(), "changed", "Say what is different in this version.");
    checks.need(!record.title.is_empty(), "title", "Give it a title.");
    checks.need(!front.about.is_empty(), "about", "Say in one sentence what it is about.");
    checks.need(tidy(&record.body).is_some(), "body", "There is no text yet.");
    let is_leaflet = record.purpose == Purpose::Leaflet.code();
    checks.need(
        !is_leaflet || !front.sources.is_empty(),
        "sources",
        "Say where this comes from. People trust a leaflet that names its source.",
    );
    checks.done()?;
    let version = record.version.max(record.based_on_version.unwrap_or_default()) + 1;
    let mut front = front;
    front.changes.push(super::model::Change {
        version: u32::try_from(version).unwrap_or_default(),
        on: super::model::ShippedDay(tx.today()),
        what: changed.clone().unwrap_or_default(),
    });
    let text: Id = tx.new_id();
    let fields = json!({
        "key": record.key, "language": record.language, "version": version,
        "origin": Origin::Office.code(), "purpose": record.purpose, "title": record.title,
        "front": front_fields(&front)?, "body": record.body, "changed": changed,
    });
    tx.record(change("leaflet_version", text, text, fields)).await?;
    let fields = json!({
        "state": LeafletState::Published.code(), "version": version, "front": front_fields(&front)?,
        "retired_why": null,
    });
    tx.record(change("leaflet", id, id, fields)).await
}

/// Takes a leaflet out of the library. Where it was given it stays readable.
pub(crate) async fn retire(
    tx: &mut WriteTx,
    key: &str,
    language: &str,
    reason: &str,
) -> Result<()> {
    say_why(tx, reason)?;
    let id = adapt(tx, key, language).await?;
    let fields = json!({ "state": LeafletState::Retired.code(), "retired_why": tidy(reason) });
    tx.record(change("leaflet", id, id, fields)).await
}

/// Puts a retired leaflet back.
pub(crate) async fn restore(tx: &mut WriteTx, key: &str, language: &str) -> Result<()> {
    let own = own_of(tx, key, language).await?;
    let id = own.ok_or_else(|| Error::not_found("leaflet"))?;
    let record = store::one(tx.connection(), id).await?;
    if is_untouched(&record) {
        // Nobody wrote anything: what is left is the shipped leaflet alone.
        return tx.record(change("leaflet", id, id, json!({ "voided": true }))).await;
    }
    let state = if record.version > 0 { LeafletState::Published } else { LeafletState::Draft };
    let fields = json!({ "state": state.code(), "retired_why": null });
    tx.record(change("leaflet", id, id, fields)).await
}

/// Fills in how somebody who can help is reached. Nothing filled in empties the slot.
pub(crate) async fn fill_helper(tx: &mut WriteTx, input: FillHelper) -> Result<()> {
    if shipped().slot(&input.slot).is_none() {
        return Err(Error::not_found("place"));
    }
    let mut checks = Checks::default();
    for (name, value, most) in [
        ("name", &input.name, limit::SHORT),
        ("phone", &input.phone, limit::SHORT),
        ("address", &input.address, limit::LINE),
        ("web", &input.web, limit::SHORT),
        ("hours", &input.hours, limit::SHORT),
    ] {
        check_length(&mut checks, name, value.as_deref().unwrap_or_default(), most);
    }
    checks.done()?;
    let all = store::helpers(tx.connection()).await?;
    let standing = all.iter().rev().find(|record| record.slot == input.slot);
    let id: Id = standing.map_or_else(|| Ok(tx.new_id()), |record| Id::parse(&record.id))?;
    let line = |value: Option<String>| value.as_deref().and_then(tidy_line);
    let fields = json!({
        "slot": input.slot, "name": line(input.name), "phone": line(input.phone),
        "address": input.address.as_deref().and_then(tidy), "web": line(input.web),
        "hours": line(input.hours),
    });
    tx.record(change("leaflet_helper", id, id, fields)).await
}

/// Writes down that a default holds in this office, or that it does not.
pub(crate) async fn confirm_limit(
    tx: &mut WriteTx,
    rule: &str,
    figure: &str,
    confirmed: bool,
) -> Result<()> {
    let rows = &shipped().limits.rows;
    let known = rows.iter().find(|row| row.rule == rule && row.figure == figure);
    let known = known.ok_or_else(|| Error::not_found("number"))?;
    if known.confirmed {
        return Err(Error::invalid(
            "figure",
            "This number stands in the law. It needs no one's word.",
        ));
    }
    // A new record each time: who said so, and when, is the point of it.
    let id: Id = tx.new_id();
    let fields = json!({ "rule": rule, "figure": figure, "confirmed": confirmed });
    tx.record(change("leaflet_limit", id, id, fields)).await
}

/// Says which rights are at stake in a case.
pub(crate) async fn set_rights(
    tx: &mut WriteTx,
    case: CaseId,
    rights: BTreeSet<String>,
) -> Result<()> {
    cases::find(tx.connection(), case).await?;
    let known = |id: &String| shipped().rights.iter().any(|right| right.id == *id);
    if !rights.iter().all(known) {
        return Err(Error::invalid("rights", "Choose rights from the list."));
    }
    let standing = store::rights(tx.connection(), case).await?;
    let id: Id = standing.map_or_else(|| Ok(tx.new_id()), |(id, _)| Id::parse(&id))?;
    let fields = json!({ "case_id": case, "rights": rights });
    tx.record(change("case_rights", id, case, fields)).await
}

/// Writes down that leaflets were given, and what was said back.
pub(crate) async fn give(tx: &mut WriteTx, giving: Giving) -> Result<Vec<HandoutId>> {
    people::find(tx.connection(), giving.person).await?;
    let unit = match giving.case {
        Some(case) => cases::find(tx.connection(), case).await?.unit,
        None => None,
    };
    let at = given_at(tx, &giving)?;
    let all = held(tx).await?;
    let mut given = Vec::new();
    for (nth, one) in giving.leaflets.iter().enumerate() {
        let found = find(&all, &one.key, &one.language)
            .filter(|held| held.leaflet.state != LeafletState::Retired)
            .ok_or_else(|| Error::not_found("leaflet"))?;
        let prefix = format!("leaflets.{nth}.teachBack.");
        let said = one.said.clone().map(|said| said.check(tx.today(), &prefix)).transpose()?;
        let text = match &found.text_id {
            Some(id) => id.clone(),
            None => keep_text(tx, &found.leaflet).await?,
        };
        let id: HandoutId = tx.new_id();
        let scope: Id = giving.case.map_or_else(|| giving.person.cast(), |case| case.cast());
        let fields = json!({
            "person": giving.person, "case_id": giving.case, "text_id": text,
            "key": found.leaflet.key, "language": found.leaflet.language,
            "version": found.leaflet.version, "title": found.leaflet.title,
            "way": giving.way.code(), "given_at": moment_text(at), "unit": unit,
            "note": giving.note.as_deref().and_then(tidy),
        });
        tx.record(change("handout", id, scope, fields)).await?;
        if let Some(said) = said {
            say_back(tx, id, scope, at, &said).await?;
        }
        given.push(id);
    }
    Ok(given)
}

fn given_at(tx: &WriteTx, giving: &Giving) -> Result<NaiveDateTime> {
    let now = tx.local();
    let at = giving.at.unwrap_or(now);
    let mut checks = Checks::default();
    checks.need(!giving.leaflets.is_empty(), "leaflets", "Choose at least one leaflet.");
    checks.need(
        at <= now + chrono::TimeDelta::minutes(15),
        "at",
        "A leaflet can't be given in the future.",
    );
    check_length(&mut checks, "note", giving.note.as_deref().unwrap_or_default(), limit::LONG);
    checks.done()?;
    Ok(at)
}

/// Keeps the words of a shipped leaflet as they are today, so that they can be read where they
/// were given when the program's are newer.
async fn keep_text(tx: &mut WriteTx, leaflet: &Leaflet) -> Result<String> {
    let version = i64::from(leaflet.version);
    let kept = store::kept_text(tx.connection(), &leaflet.key, &leaflet.language, version).await?;
    if let Some(kept) = kept.filter(|kept| kept.body == leaflet.body) {
        return Ok(kept.id);
    }
    let id: Id = tx.new_id();
    let fields = json!({
        "key": leaflet.key, "language": leaflet.language, "version": leaflet.version,
        "origin": Origin::Shipped.code(), "purpose": leaflet.purpose.code(),
        "title": leaflet.title, "front": front_fields(&leaflet.front)?, "body": leaflet.body,
        "changed": "",
    });
    tx.record(change("leaflet_version", id, id, fields)).await?;
    Ok(id.to_string())
}

/// Writes down what was said back of a leaflet given before. A point that was open and is not
/// spoken of stays open.
pub(crate) async fn teach_back(
    tx: &mut WriteTx,
    handout: HandoutId,
    said: TeachBackDetails,
) -> Result<()> {
    let record = store::handout(tx.connection(), handout).await?;
    let scope: Id = Id::parse(record.case_id.as_deref().unwrap_or(&record.person))?;
    let ids = Value::from(vec![handout.to_string()]).to_string();
    let before = store::teach_backs(tx.connection(), &ids).await?.pop();
    let was: Vec<Point> =
        before.and_then(|last| serde_json::from_str(&last.points).ok()).unwrap_or_default();
    let mut said = said;
    for open in was.into_iter().filter(|point| point.outcome == TeachOutcome::NotYet) {
        if !said.points.iter().any(|point| point.ask.trim() == open.ask) {
            said.points.push(open);
        }
    }
    let said = said.check(tx.today(), "")?;
    let now = tx.local();
    say_back(tx, handout, scope, now, &said).await
}

async fn say_back(
    tx: &mut WriteTx,
    handout: HandoutId,
    scope: Id,
    at: NaiveDateTime,
    said: &TeachBackDetails,
) -> Result<()> {
    let id: Id = tx.new_id();
    let points: Vec<Value> = said
        .points
        .iter()
        .map(|p| json!({ "ask": p.ask, "outcome": p.outcome.code(), "words": p.words }))
        .collect();
    let fields = json!({
        "handout": handout, "at": moment_text(at), "points": points,
        "interpreter": said.interpreter, "note": tidy(&said.note),
        "again_on": said.again_on.map(|day| day.to_string()),
    });
    tx.record(change("teach_back", id, scope, fields)).await
}
