//! What the office settles about its rules: packs in force, its own numbers, its conventions.

use chrono::{NaiveDate, NaiveTime};
use serde_json::json;

use crate::features::clocks::in_force::in_force;
use crate::features::clocks::model::{Length, Rule, SetBy, Unit};
use crate::features::clocks::rules::Rulebook;
use crate::features::clocks::store;
use crate::features::office;
use crate::kernel::calendar::{DayKind, Source};
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy_line};
use crate::kernel::{Error, Id, OrNotFound as _, Result};
use crate::store::{Reads, WriteTx};
use crate::table::change;

/// The most days before the last one that a person may be told to act.
const WIDEST_MARGIN: u32 = 60;

/// Something the office settles.
pub(crate) struct Choice<'a> {
    /// What: `number:US-CMS-7`, `pack:us-insurance`, `after_hours`.
    pub(crate) key: &'a str,
    /// What it is set to; nothing takes it back.
    pub(crate) value: Option<&'a str>,
    /// Where the policy says so.
    pub(crate) policy: Option<&'a str>,
    /// Whether the person who writes confirms it.
    pub(crate) confirmed: bool,
}

/// Writes down what the office settled, with who confirmed it and when.
pub(crate) async fn choose(tx: &mut WriteTx, choice: Choice<'_>) -> Result<()> {
    let in_force = in_force(tx).await?;
    let own = office::office(tx).await?;
    let value = choice.value.map(str::trim).filter(|value| !value.is_empty());
    let mut checks = Checks::default();
    let policy = choice.policy.unwrap_or_default();
    check_length(&mut checks, "policy", policy, limit::LINE);
    check_choice(&mut checks, &in_force.book, &choice, value, &own.profile)?;
    checks.done()?;
    let standing = store::choices(tx.connection()).await?;
    let standing = standing.iter().rev().find(|row| row.key == choice.key);
    let id: Id = standing.map_or_else(|| Ok(tx.new_id()), |row| Id::parse(&row.id))?;
    let office: Id = Id::parse(&own.id)?;
    let by = tx.author().name.clone();
    let confirmed = choice.confirmed.then(|| (by, tx.today())).unzip();
    let fields = json!({
        "key": choice.key, "value": value, "policy": tidy_line(policy),
        "confirmed_by": confirmed.0, "confirmed_on": confirmed.1,
    });
    tx.record(change("clock_choice", id, office, fields)).await
}

/// Whether `value` can be settled for `key` in an office of that profile.
fn check_choice(
    checks: &mut Checks,
    book: &Rulebook,
    choice: &Choice<'_>,
    value: Option<&str>,
    profile: &str,
) -> Result<()> {
    let (what, of) = choice.key.split_once(':').unwrap_or((choice.key, ""));
    if matches!(what, "pack" | "rule" | "calendar") {
        let says = value.is_none_or(|value| matches!(value, "on" | "off"));
        checks.need(says, "value", "Say “on” or “off”.");
    }
    match what {
        "pack" => {
            book.pack(of).or_not_found("rules")?;
            checks.need(
                of != profile || value == Some("on"),
                "value",
                "These are the rules the office was made for. They stay in force.",
            );
        }
        "rule" => {
            let rule = book.rule(of).or_not_found("rule")?.rule;
            checks.need(rule.off_until_chosen, "key", "This rule is always in force.");
        }
        "number" => check_number(checks, book.rule(of).or_not_found("rule")?.rule, value),
        "checked" => check_checked(checks, book, of, value, choice.confirmed)?,
        // What was checked is kept whole, and holds only while the advisor says the same.
        "advice" => {
            check_length(checks, "key", choice.key, limit::LINE);
            check_length(checks, "value", value.unwrap_or_default(), limit::LONG);
            checks.need(
                value.is_none() || choice.confirmed,
                "confirmed",
                "Say that you have checked it against the source.",
            );
        }
        "calendar" => {
            book.calendar(of).or_not_found("calendar")?;
        }
        "after_hours" => {
            let time = value.map(|value| NaiveTime::parse_from_str(value, "%H:%M"));
            checks.need(
                time.is_none_or(|time| time.is_ok()),
                "value",
                "Give the time your office closes, such as 17:00.",
            );
        }
        "margin" => {
            let days = value.map(str::parse::<u32>);
            let fits = days.is_none_or(|days| days.is_ok_and(|days| days <= WIDEST_MARGIN));
            checks.need(fits, "value", "Give a number of days from 0 to 60.");
        }
        "closed" => {
            let whole = of.parse::<NaiveDate>().is_ok_and(|day| day.to_string() == of);
            checks.need(whole, "on", "Choose the day.");
            check_length(checks, "value", value.unwrap_or_default(), limit::SHORT);
        }
        _ => return Err(Error::not_found("setting")),
    }
    Ok(())
}

/// Whether somebody may say of the rule and version `of` that they compared these terms of it with
/// its source.
fn check_checked(
    checks: &mut Checks,
    book: &Rulebook,
    of: &str,
    terms: Option<&str>,
    confirmed: bool,
) -> Result<()> {
    let (id, version) = of.split_once('@').unwrap_or((of, ""));
    let found = book.versions(id).find(|found| found.pack.version == version);
    let rule = found.or_not_found("rule")?.rule;
    let Some(terms) = terms else { return Ok(()) };
    checks.need(
        rule.is_to_be_checked(),
        "key",
        "This rule did not come as an unverified default, so there is nothing to confirm.",
    );
    checks.need(confirmed, "confirmed", "Say that you have checked it against the source.");
    checks.need(
        rule.terms_code() == terms,
        "value",
        "This rule has changed since you looked at it. Read it again, then confirm it.",
    );
    Ok(())
}

fn check_number(checks: &mut Checks, rule: &Rule, value: Option<&str>) {
    checks.need(
        rule.length_set_by == SetBy::Office,
        "value",
        format!("{} sets this number. An office cannot change it.", rule.citation),
    );
    let length = value.and_then(Length::parse);
    let fits = length.is_some_and(|length| {
        let civil = length.unit == Unit::Month && length.days == DayKind::Calendar;
        (1..=3_660).contains(&length.count) && (length.unit == Unit::Day || civil)
    });
    checks.need(
        value.is_none() || fits,
        "value",
        "Give a number of days from 1 to 3,660, as your policy says.",
    );
}

/// Puts a corrected rule file in force. With a mistake in it, which is named by file, line and
/// field, the one before stays in force.
pub(crate) async fn bring_pack(tx: &mut WriteTx, name: &str, text: &str) -> Result<String> {
    let in_force = in_force(tx).await?;
    let name = tidy_line(name).filter(|name| name.len() <= 120).unwrap_or_else(|| "file".into());
    let file = Source::new(&name, text);
    let pack: crate::features::clocks::model::Pack = file.read()?;
    let Some(before) = in_force.book.pack(&pack.id) else {
        return Err(Error::invalid(
            "text",
            format!("{name}, id: there are no rules called “{}” to correct.", pack.id),
        ));
    };
    if !before.precedes(&pack.version) {
        return Err(Error::invalid(
            "text",
            format!(
                "{name}, version: raise it above {}, so that cases can tell the two apart.",
                before.version
            ),
        ));
    }
    in_force.book.with(file)?;
    let office: Id = Id::parse(&office::office(tx).await?.id)?;
    let id: Id = tx.new_id();
    let fields = json!({
        "pack": pack.id, "version": pack.version, "brought": true, "name": name, "text": text,
    });
    tx.record(change("rule_pack", id, office, fields)).await?;
    Ok(pack.id)
}
