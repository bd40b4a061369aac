//! Stays and coverages: what hangs on a person.

use chrono::NaiveDate;

use super::super::wire::{self, Coding, Encounter, EncounterLocation, Period};
use super::days::{self, Written};
use super::numbers::{self, SSN};
use super::{Coverage, Margin, Stay};

const MOST_PLACES: usize = 40;

/// The names of a place, as far as the import can tell.
#[derive(Default, Clone)]
pub(crate) struct Spot {
    pub(crate) unit: Option<String>,
    pub(crate) place: Option<String>,
}

/// One stay for every unit of the encounter, in the order of the file; one without a unit when
/// there is none. `find` names a place.
pub(crate) fn stays(
    from: &Encounter,
    hospital: Option<String>,
    find: &mut dyn FnMut(&EncounterLocation, &mut Margin<'_>) -> Spot,
    margin: &mut Margin<'_>,
) -> Vec<Stay> {
    let kind = from.class.as_ref().and_then(|class| kind_of_stay(class, margin));
    let (start, end) = dates(from.period.as_ref(), "visit", margin);
    let mut stays: Vec<Stay> = Vec::new();
    for part in from.location.iter().filter(|part| part.status.as_deref() != Some("planned")) {
        let spot = find(part, margin);
        let (from, to) = dates(part.period.as_ref(), "visit", margin);
        let place = spot.place.or_else(|| hospital.clone());
        let kind = kind.clone();
        let stay = Stay { unit: spot.unit, place, from: from.or(start), to: to.or(end), kind };
        merge(&mut stays, stay, margin);
    }
    if stays.is_empty() {
        stays.push(Stay { unit: None, place: hospital, from: start, to: end, kind });
    }
    stays
}

/// An insurance; `payer` is the name of the first payer, where one was found.
pub(crate) fn coverage(
    from: &wire::Coverage,
    payer: Option<String>,
    margin: &mut Margin<'_>,
) -> Coverage {
    let (start, end) = dates(from.period.as_ref(), "coverage", margin);
    if from.payor.len() > 1 {
        margin.remark("The file names several payers; the first was taken.");
    }
    if payer.is_none() {
        margin.remark("The file does not name the payer.");
    }
    Coverage {
        payer_name: payer.unwrap_or_else(|| "Payer not named".into()),
        member_number: member_number(from, margin),
        plan: plan(from, margin),
        from: start,
        to: end,
    }
}

// What kind of stay an encounter's class means (HL7 v3 ActEncounterCode).
fn kind_of_stay(class: &Coding, margin: &mut Margin<'_>) -> Option<String> {
    let words = match class.code.as_deref() {
        Some("AMB") => "Outpatient visit",
        Some("IMP" | "ACUTE" | "NONAC") => "Inpatient stay",
        Some("EMER") => "Emergency visit",
        Some("OBSENC") => "Observation stay",
        Some("SS") => "Short stay",
        Some("HH") => "Home health visit",
        Some("VR") => "Virtual visit",
        Some("FLD") => "Field visit",
        Some("PRENC") => "Pre-admission",
        _ => return margin.maybe(class.display.as_deref()),
    };
    Some(words.into())
}

// Moves from bed to bed on one unit are one stay there.
fn merge(stays: &mut Vec<Stay>, next: Stay, margin: &mut Margin<'_>) {
    if let Some(last) = stays.last_mut()
        && (&last.unit, &last.place) == (&next.unit, &next.place)
    {
        last.from = last.from.into_iter().chain(next.from).min();
        last.to = last.to.zip(next.to).map(|(a, b)| a.max(b));
    } else if stays.len() < MOST_PLACES {
        stays.push(next);
    } else {
        margin.remark("Only the first 40 places of this visit were taken.");
    }
}

fn dates(
    period: Option<&Period>,
    what: &str,
    margin: &mut Margin<'_>,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let Some(period) = period else {
        return (None, None);
    };
    let start = date(period.start.as_deref(), "start", what, margin);
    let end = date(period.end.as_deref(), "end", what, margin);
    match (start, end) {
        (Some(from), Some(to)) if to < from => {
            margin.remark(format!("The {what} ends before it starts; the end was left empty."));
            (Some(from), None)
        }
        both => both,
    }
}

fn date(text: Option<&str>, which: &str, what: &str, margin: &mut Margin<'_>) -> Option<NaiveDate> {
    let written = days::moment(text, margin.clock);
    match &written {
        Written::Partly(words, _) => margin.remark(format!(
            "The {which} of the {what} is given only as {words} and was left empty."
        )),
        Written::Unreadable => {
            margin.remark(format!("The {which} of the {what} could not be read."));
        }
        Written::Absent | Written::Day(_) => {}
    }
    written.day()
}

// The number on the card; the subscriber's number where there is no other.
fn member_number(from: &wire::Coverage, margin: &mut Margin<'_>) -> Option<String> {
    let sorted = numbers::sort(&from.identifier, margin);
    let of_member = sorted.shown.iter().find(|number| number.label == "Member number");
    if let Some(number) = of_member {
        return Some(number.value.clone());
    }
    if let Some(subscriber) = margin.maybe(from.subscriber_id.as_deref()) {
        if numbers::is_shaped_like_ssn(&subscriber) {
            margin.remark(format!("Left out on purpose: {SSN}."));
        } else {
            return Some(subscriber);
        }
    }
    sorted.shown.into_iter().next().map(|number| number.value)
}

fn plan(from: &wire::Coverage, margin: &mut Margin<'_>) -> Option<String> {
    let class = |code: &str| {
        let is = |class: &&wire::CoverageClass| {
            class.kind.as_ref().is_some_and(|kind| kind.codes().any(|found| found == code))
        };
        let class = from.classes.iter().find(is)?;
        class.name.as_deref().or(class.value.as_deref())
    };
    let words = || from.kind.as_ref().and_then(wire::Concept::words);
    margin.maybe(class("plan").or_else(|| class("group")).or_else(words))
}
