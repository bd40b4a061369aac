//! Patients, related persons and practitioners.

use chrono::Datelike;

use crate::kernel::text::tidy_line;

use super::super::wire::{Extension, Patient, Practitioner, RelatedPerson};
use super::days::{self, Written};
use super::{Draft, Kind, Made, Margin, languages, names, numbers, reach, relation};

/// Nobody alive was born, and nobody an office meets has died, before this year.
const EARLIEST: i32 = 1890;

/// A patient, or `None` when the file gives no name.
pub(crate) fn patient(from: &Patient, margin: &mut Margin<'_>) -> Option<Made> {
    let chosen = names::choose(&from.name, margin)?;
    let mut draft =
        Draft { preferred_name: chosen.preferred, ..Draft::new(Kind::Patient, chosen.name) };
    birth(&mut draft, from.birth_date.as_deref(), margin);
    death(&mut draft, from, margin);
    draft.spoken_language = languages::spoken(&from.communication, margin);
    extensions(&mut draft, &from.extension, margin);
    (draft.phones, draft.emails) = reach::phones_and_emails(&from.telecom, margin);
    draft.address = reach::address(&from.address, margin);
    let numbers = numbers::sort(&from.identifier, margin);
    draft.identifiers = numbers.shown;
    match from.contact.len() {
        0 => {}
        1 => margin.remark("One emergency contact in the record was left out."),
        many => margin.remark(format!("{many} emergency contacts in the record were left out.")),
    }
    remark_activity(from.active, margin);
    Some(Made { draft, sources: numbers.sources })
}

/// A relative or representative, and the words for what they are to the patient.
pub(crate) fn related_person(
    from: &RelatedPerson,
    margin: &mut Margin<'_>,
) -> Option<(Made, Option<String>)> {
    let chosen = names::choose(&from.name, margin)?;
    let kind = relation::kind(&from.relationship);
    let mut draft = Draft { preferred_name: chosen.preferred, ..Draft::new(kind, chosen.name) };
    birth(&mut draft, from.birth_date.as_deref(), margin);
    draft.spoken_language = languages::spoken(&from.communication, margin);
    extensions(&mut draft, &from.extension, margin);
    (draft.phones, draft.emails) = reach::phones_and_emails(&from.telecom, margin);
    draft.address = reach::address(&from.address, margin);
    let numbers = numbers::sort(&from.identifier, margin);
    draft.identifiers = numbers.shown;
    remark_activity(from.active, margin);
    let words = relation::words(&from.relationship, margin);
    Some((Made { draft, sources: numbers.sources }, words))
}

/// A member of staff. Their birth date and private number are none of the office's business.
pub(crate) fn practitioner(from: &Practitioner, margin: &mut Margin<'_>) -> Option<Made> {
    let chosen = names::choose(&from.name, margin)?;
    let mut draft =
        Draft { preferred_name: chosen.preferred, ..Draft::new(Kind::HospitalStaff, chosen.name) };
    pronouns(&mut draft, &from.extension, margin);
    let at_work = |usage: Option<&str>| usage != Some("home");
    let telecom = from.telecom.iter().filter(|point| at_work(point.usage.as_deref()));
    let address = from.address.iter().filter(|address| at_work(address.usage.as_deref()));
    (draft.phones, draft.emails) = reach::phones_and_emails(telecom, margin);
    draft.address = reach::address(address, margin);
    if from.telecom.iter().any(|point| !at_work(point.usage.as_deref())) {
        margin.remark("Home phones of staff were left out.");
    }
    let numbers = numbers::sort(&from.identifier, margin);
    draft.identifiers = numbers.shown;
    remark_activity(from.active, margin);
    Some(Made { draft, sources: numbers.sources })
}

/// Says that the source no longer uses this record.
pub(super) fn remark_activity(active: Option<bool>, margin: &mut Margin<'_>) {
    if active == Some(false) {
        margin.remark("The file marks this record as no longer in use.");
    }
}

fn birth(draft: &mut Draft, written: Option<&str>, margin: &mut Margin<'_>) {
    let unread = match days::civil(written) {
        Written::Absent => return,
        Written::Day(day) if day > margin.today() => "The birth date in the file is in the future.",
        Written::Day(day) if day.year() < EARLIEST => {
            "The birth date in the file is too long ago to be right."
        }
        Written::Day(day) => {
            draft.birth_date = Some(day);
            return;
        }
        Written::Partly(words, _) => {
            draft.note(&format!("Born {words}, says the file; the day is not given."));
            margin.remark("The birth date is not complete; it is in the notes.");
            return;
        }
        Written::Unreadable => "The birth date in the file could not be read.",
    };
    draft.note(unread);
    margin.remark(format!("{unread} It was left empty."));
}

fn death(draft: &mut Draft, from: &Patient, margin: &mut Margin<'_>) {
    let unread = match days::moment(from.deceased_date_time.as_deref(), margin.clock) {
        Written::Absent if from.deceased_boolean != Some(true) => return,
        Written::Absent => "The file says that this person has died; it gives no date.".to_owned(),
        Written::Day(day) if day > margin.today() => {
            "The date of death in the file is in the future.".to_owned()
        }
        Written::Day(day) if day.year() < EARLIEST => {
            "The date of death in the file is too long ago to be right.".to_owned()
        }
        Written::Day(day) if draft.birth_date.is_some_and(|birth| day < birth) => {
            "The date of death in the file is before the birth date.".to_owned()
        }
        Written::Day(day) => {
            draft.death_date = Some(day);
            margin.remark(format!("Died {}.", days::in_words(day)));
            return;
        }
        Written::Partly(words, _) => format!("Died {words}, says the file; the day is not given."),
        Written::Unreadable => {
            "The file says that this person has died; its date could not be read.".into()
        }
    };
    draft.note(&unread);
    margin.remark(unread);
}

fn extensions(draft: &mut Draft, extensions: &[Extension], margin: &mut Margin<'_>) {
    draft.interpreter = asks_for_interpreter(extensions);
    pronouns(draft, extensions, margin);
    let disabilities: Vec<&str> = extensions
        .iter()
        .filter(|extension| ends(extension, &["patient-disability"]))
        .filter_map(Extension::words)
        .take(8)
        .collect();
    draft.needs = margin.short(&disabilities.join("; "));
}

/// US Core and the FHIR core each have an extension for this; SNOMED 373066001 is "Yes".
pub(crate) fn asks_for_interpreter(extensions: &[Extension]) -> bool {
    let says_yes = |extension: &Extension| {
        extension.value_boolean == Some(true)
            || extension.code() == Some("373066001")
            || extension.words().is_some_and(|words| words.trim().eq_ignore_ascii_case("yes"))
    };
    let names = ["us-core-interpreter-needed", "patient-interpreterRequired"];
    extensions.iter().any(|extension| ends(extension, &names) && says_yes(extension))
}

fn pronouns(draft: &mut Draft, extensions: &[Extension], margin: &mut Margin<'_>) {
    let found = extensions
        .iter()
        .find(|extension| ends(extension, &["individual-pronouns", "pronouns-to-use-for-text"]));
    let Some(found) = found else { return };
    let value = found.extension.iter().find(|inner| inner.url.as_deref() == Some("value"));
    let value = value.unwrap_or(found);
    // LOINC answer list LL5144-2.
    draft.pronouns = match value.code() {
        Some("LA29518-0") => Some("he/him".into()),
        Some("LA29519-8") => Some("she/her".into()),
        Some("LA29520-6") => Some("they/them".into()),
        _ => value.words().and_then(tidy_line).and_then(|words| margin.short(&words)),
    };
}

fn ends(extension: &Extension, names: &[&str]) -> bool {
    let url = extension.url.as_deref().unwrap_or_default();
    names.iter().any(|name| url.ends_with(name))
}
