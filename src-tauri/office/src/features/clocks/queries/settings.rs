//! What the office settled about its rules, and what it has not yet.

use std::collections::BTreeSet;

use crate::features::clocks::commands::{
    CalendarView, ClosedDay, ConfirmedView, LengthView, NumberView, OptionalRule, PackView,
    RuleCheck, RulesView,
};
use crate::features::clocks::in_force::{InForce, in_force};
use crate::features::clocks::model::{Confirmed, Length, Rule, SetBy, Unit};
use crate::features::clocks::recounting::{OpenRule, open_rules};
use crate::features::clocks::rules::{self, Found};
use crate::features::clocks::store;
use crate::features::office;
use crate::kernel::Result;
use crate::kernel::calendar::DayKind;
use crate::store::Reads;

pub(super) fn confirmed(by: Option<&Confirmed>) -> Option<ConfirmedView> {
    by.map(|one| ConfirmedView { by: one.by.clone(), on: one.on.to_string() })
}

fn length_view(length: Length) -> LengthView {
    LengthView {
        code: length.code(),
        count: length.count,
        unit: match length.unit {
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Month => "month",
            Unit::Year => "year",
        }
        .into(),
        business: length.days == DayKind::Business,
    }
}

/// The rules page of the settings.
pub(crate) async fn settings(tx: &mut impl Reads) -> Result<RulesView> {
    let in_force = in_force(tx).await?;
    let profile = office::office(tx).await?.profile;
    let settings = &in_force.settings;
    let running = open_rules(tx.connection()).await?;
    let brought = store::pack_versions(tx.connection()).await?;
    let packs = in_force.book.packs().map(|pack| PackView {
        id: pack.id.clone(),
        name: pack.name.clone(),
        jurisdiction: pack.jurisdiction.clone(),
        version: pack.version.clone(),
        reviewed_on: pack.reviewed_on.to_string(),
        changes: pack.changes.clone(),
        in_force: settings.packs.contains(&pack.id),
        own: pack.id == profile,
        rules: u32::try_from(pack.rules.len()).unwrap_or_default(),
        brought: brought
            .iter()
            .any(|one| one.brought && one.pack == pack.id && one.version == pack.version),
    });
    let of_office = |found: &Found<'_>| found.rule.length_set_by == SetBy::Office;
    let numbers = in_force.rules().filter(of_office).map(|found| number(&in_force, found));
    let choosable = |found: &Found<'_>| found.rule.off_until_chosen;
    let optional = in_force.rules().filter(choosable).map(|found| OptionalRule {
        rule: found.rule.id.clone(),
        name: found.rule.name.clone(),
        pack: found.pack.name.clone(),
        length: rules::length_words(found.rule.length_under(settings), found.calendar),
        citation: found.rule.citation.clone(),
        on: settings.chosen.contains(&found.rule.id),
    });
    let closed = settings.closed.iter();
    let closed = closed.map(|(on, name)| ClosedDay { on: on.to_string(), name: name.clone() });
    Ok(RulesView {
        packs: packs.collect(),
        numbers: numbers.collect(),
        optional: optional.collect(),
        checks: checks(&in_force, &running),
        calendars: calendars(&in_force, &running),
        closes: settings.after_hours.map(|late| late.closes.format("%H:%M").to_string()),
        after_hours: confirmed(settings.after_hours_confirmed.as_ref()),
        margin_days: settings.margin,
        margin: confirmed(settings.margin_confirmed.as_ref()),
        closed: closed.collect(),
        time_zone: settings.zone.name().to_owned(),
    })
}

fn number(in_force: &InForce, found: Found<'_>) -> NumberView {
    let (rule, settings) = (found.rule, &in_force.settings);
    let own = rule.office_number(settings);
    let length = rule.length_under(settings);
    let missing = rule.no_default && own.is_none();
    NumberView {
        rule: rule.id.clone(),
        name: rule.name.clone(),
        pack: found.pack.name.clone(),
        task: rule.task.clone(),
        length: length_view(length),
        words: if missing {
            "No number yet".into()
        } else {
            rules::length_words(length, found.calendar)
        },
        no_default: rule.no_default,
        shipped: length_view(rule.length),
        business_day: found.calendar.business_day().to_owned(),
        guidance: rule.guidance.clone(),
        citation: rule.citation.clone(),
        policy: own.and_then(|number| number.policy.clone()),
        confirmed: confirmed(own.and_then(|number| number.confirmed.as_ref())),
        unverified: rule.length_is_unverified(settings),
    }
}

/// Where a number or a rule stands on the page of the rules.
pub(super) fn place_of_rule(in_force: &InForce, found: &Found<'_>) -> String {
    let rule = found.rule;
    let now = in_force.book.rule(&rule.id).map(|now| now.rule);
    match now.filter(|now| rule.is_to_be_checked() && now.terms_code() != rule.terms_code()) {
        Some(_) => format!("rule-{}@{}", rule.id, found.pack.version),
        None => format!("rule-{}", rule.id),
    }
}

/// Where a calendar stands on the page of the rules.
pub(super) fn place_of_calendar(id: &str) -> String {
    format!("calendar-{id}")
}

/// The rules of the law that came as defaults: those that start clocks here, then those by which
/// clocks still run though another version, or none, is in force.
fn checks(in_force: &InForce, running: &[OpenRule]) -> Vec<RuleCheck> {
    let settings = &in_force.settings;
    let on = |rule: &Rule| rule.is_to_be_checked() && rule.is_on(settings);
    let mut all: Vec<_> = in_force.rules().filter(|found| on(found.rule)).collect();
    let same = |one: &Found<'_>, other: &Found<'_>| {
        (&one.rule.id, one.rule.terms_code()) == (&other.rule.id, other.rule.terms_code())
    };
    for open in running {
        let found = in_force.version(&open.pack, &open.rule_version, &open.rule);
        let Ok(found) = found else { continue };
        if found.rule.is_to_be_checked() && !all.iter().any(|one| same(one, &found)) {
            all.push(found);
        }
    }
    all.iter().map(|found| check(in_force, found)).collect()
}

fn check(in_force: &InForce, found: &Found<'_>) -> RuleCheck {
    let (rule, pack) = (found.rule, found.pack);
    let by = rule.checked(&in_force.settings);
    let former = in_force.book.pack(&pack.id).is_none_or(|now| now.version != pack.version);
    RuleCheck {
        at: place_of_rule(in_force, found),
        key: by
            .map_or_else(|| format!("checked:{}@{}", rule.id, pack.version), |by| by.key.clone()),
        terms: rule.terms_code(),
        name: rule.name.clone(),
        pack: pack.name.clone(),
        former: former.then(|| pack.version.clone()),
        says: format!(
            "{}. Starts when {}.",
            rules::length_words(rule.length, found.calendar),
            rule.starts_when
        ),
        authority: rule.authority.clone(),
        citation: rule.citation.clone(),
        confirmed: confirmed(by.map(|by| &by.confirmed)),
        note: by.and_then(|by| by.note.clone()),
    }
}

/// The calendars that the packs in force follow, and those of clocks that run by other packs.
fn calendars(in_force: &InForce, running: &[OpenRule]) -> Vec<CalendarView> {
    let settings = &in_force.settings;
    let here = |id: &String| settings.packs.contains(id) || running.iter().any(|o| o.pack == *id);
    let packs = || in_force.book.packs().filter(|pack| here(&pack.id));
    let ids: BTreeSet<&String> = packs().map(|pack| &pack.calendar).collect();
    let view = |id: &String| {
        let calendar = in_force.book.calendar(id)?;
        let unsure =
            packs().any(|pack| pack.calendar == *id && pack.calendar_confidence.is_unverified());
        let by = settings.calendars.get(id);
        Some(CalendarView {
            id: id.clone(),
            name: calendar.name().to_owned(),
            jurisdiction: calendar.jurisdiction().to_owned(),
            source: calendar.source().to_owned(),
            reviewed_on: calendar.reviewed_on().to_string(),
            first_year: *calendar.years().start(),
            last_year: *calendar.years().end(),
            unverified: unsure && by.is_none(),
            confirmed: confirmed(by),
        })
    };
    ids.into_iter().filter_map(view).collect()
}
