//! Departments, organizations and payers.

use super::super::wire::{Concept, Organization};
use super::person::remark_activity;
use super::{Draft, Kind, Made, Margin, Name, numbers, reach};

/// An organization, or `None` when the file gives no name.
pub(crate) fn organization(from: &Organization, margin: &mut Margin<'_>) -> Option<Made> {
    let whole = margin.short(from.name.as_deref()?)?;
    let mut draft = Draft::new(kind(&from.kind), Name { whole: Some(whole), ..Name::default() });
    (draft.phones, draft.emails) = reach::phones_and_emails(&from.telecom, margin);
    draft.address = reach::address(&from.address, margin);
    let numbers = numbers::sort(&from.identifier, margin);
    draft.identifiers = numbers.shown;
    remark_activity(from.active, margin);
    Some(Made { draft, sources: numbers.sources })
}

/// Whether the file does not say what kind of organization it is.
pub(crate) fn is_untyped(from: &Organization) -> bool {
    from.kind.iter().all(|kind| kind.codes().next().is_none() && kind.words().is_none())
}

// http://terminology.hl7.org/CodeSystem/organization-type
fn kind(types: &[Concept]) -> Kind {
    let has_code =
        |codes: &[&str]| types.iter().flat_map(Concept::codes).any(|c| codes.contains(&c));
    let says = |words: &[&str]| {
        let texts = types.iter().filter_map(Concept::words).map(str::to_lowercase);
        texts.into_iter().any(|text| words.iter().any(|word| text.contains(word)))
    };
    if has_code(&["pay", "ins"]) || says(&["payer", "payor", "insur"]) {
        Kind::Payer
    } else if has_code(&["dept"]) || says(&["department"]) {
        Kind::Department
    } else {
        Kind::Organization
    }
}
