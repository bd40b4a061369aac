//! What the office settled about its rules, and what it has not yet.

use std::collections::BTreeSet;

use crate::features::clocks::commands::{
    CalendarView, ClosedDay, ConfirmedView, LengthView, NumberView, OptionalRule, PackView,
    RulesView,
};
use crate::features::clocks::in_force::{InForce, in_force};
use crate::features::clocks::model::{Confirmed, Length, SetBy, Unit};
use crate::features::clocks::rules::{self, Found};
use crate::features::clocks::store;
use crate::features::office;
use crate::kernel::Result;
use crate::kernel::calendar::DayKind;
use crate::store::Reads;

fn confirmed(by: Option<&Confirmed>) -> Option<ConfirmedView> {
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
        calendars: calendars(&in_force),
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

/// The calendars that the packs in force follow.
fn calendars(in_force: &InForce) -> Vec<CalendarView> {
    let settings = &in_force.settings;
    let packs = || in_force.book.packs().filter(|pack| settings.packs.contains(&pack.id));
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
