//! Two small packs and the shipped calendars, for the tests of the rules.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};

use super::pack::Rulebook;
use crate::features::clocks::model::{Length, Rule, Unit};
use crate::kernel::calendar::{DayKind, Source};

const CALENDARS: [Source<'_>; 2] = [
    Source::new(
        "calendars/us-federal.toml",
        include_str!("../../../../content/calendars/us-federal.toml"),
    ),
    Source::new(
        "calendars/england-wales.toml",
        include_str!("../../../../content/calendars/england-wales.toml"),
    ),
];

pub(super) const US_HOSPITAL: &str = include_str!("packs/us-hospital.toml");
pub(super) const UK_ENGLAND: &str = include_str!("packs/uk-england.toml");

static BOOK: LazyLock<Rulebook> = LazyLock::new(|| read(US_HOSPITAL, UK_ENGLAND).unwrap());

pub(super) fn book() -> &'static Rulebook {
    &BOOK
}

pub(super) fn read(us: &str, uk: &str) -> crate::kernel::error::Result<Rulebook> {
    let packs =
        [Source::new("clocks/us-hospital.toml", us), Source::new("clocks/uk-england.toml", uk)];
    Rulebook::read(CALENDARS, packs)
}

/// The shipped rule `id` with another length, so that every way of counting can be tried on it.
pub(super) fn rule(book: &Rulebook, id: &str, length: Length) -> Rule {
    Rule { length, ..book.rule(id).unwrap().rule.clone() }
}

pub(super) fn length(count: u32, unit: Unit, days: DayKind) -> Length {
    Length { count, unit, days }
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}
