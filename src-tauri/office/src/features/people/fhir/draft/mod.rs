//! What one resource would become in the office. Pure: one resource in, one draft out.
//!
//! Nothing is guessed. What could not be taken over is said, either in the notes that go with the
//! person or in remarks for the one who looks at the preview. Social Security numbers, driver's
//! licenses, passports and bank numbers are left behind; so are photographs, narrative, race,
//! gender, marital status and everything clinical.

mod days;
mod languages;
mod margin;
mod names;
mod numbers;
mod organization;
mod person;
mod reach;
mod relation;
mod stay;

use chrono::NaiveDate;

pub(super) use days::{ended, in_words};
pub(super) use margin::Margin;
use numbers::LOCAL;
pub(super) use numbers::{key, key_of_token, listed, local_key};
pub(super) use organization::{is_untyped, organization};
pub(super) use person::{asks_for_interpreter, patient, practitioner, related_person};
pub(super) use reach::phones_and_emails;
pub(super) use relation::is_self;
pub(super) use stay::{Spot, coverage, stays};

/// The kinds of people an office keeps, as `PersonKind` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Someone a case is about.
    Patient,
    /// A relative, friend or neighbor.
    Relative,
    /// A guardian, an agent under a power of attorney, or the like.
    Representative,
    /// Someone who works at the hospital.
    HospitalStaff,
    /// A department or unit.
    Department,
    /// A hospital, clinic or agency.
    Organization,
    /// An insurer.
    Payer,
}

/// A name in parts, or whole for what is not a human being.
#[derive(Default, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// "Dr."
    pub(crate) prefix: Option<String>,
    /// The first given name.
    pub(crate) given: Option<String>,
    /// All further given names.
    pub(crate) middle: Option<String>,
    /// The family name.
    pub(crate) family: Option<String>,
    /// "Jr.", "RN"
    pub(crate) suffix: Option<String>,
    /// The whole name of a department, organization or payer.
    pub(crate) whole: Option<String>,
}

impl Name {
    /// The name as one speaks of someone: no titles.
    pub(crate) fn plain(&self) -> String {
        let parts = [&self.given, &self.middle, &self.family, &self.whole];
        parts.into_iter().filter_map(Option::as_deref).collect::<Vec<_>>().join(" ")
    }

    /// The name as one reads it.
    pub(crate) fn shown(&self) -> String {
        let parts = [&self.prefix, &self.given, &self.middle, &self.family, &self.whole];
        let parts: Vec<&str> = parts.into_iter().filter_map(Option::as_deref).collect();
        let name = parts.join(" ");
        match &self.suffix {
            Some(suffix) => format!("{name}, {suffix}"),
            None => name,
        }
    }
}

/// A value with a word that says which one it is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Labeled {
    /// "Record number"; for phones and e-mails: home, work, mobile, fax, pager or other.
    pub(crate) label: String,
    /// The number or address itself.
    pub(crate) value: String,
}

/// A postal address.
#[derive(Default, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Street lines, each on its own line.
    pub(crate) lines: String,
    /// City.
    pub(crate) city: Option<String>,
    /// State, county or province.
    pub(crate) region: Option<String>,
    /// Postal code.
    pub(crate) postal_code: Option<String>,
    /// Country.
    pub(crate) country: Option<String>,
}

/// A number by which another system knows a record. Kept, so that a second import finds it again.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SourceKey {
    /// The numbering system, usually a URL. Starts with `fhir:` for a resource's own id.
    pub(crate) system: String,
    /// The number.
    pub(crate) value: String,
}

impl SourceKey {
    /// The key of `value` in `system`. A `|` in the value is escaped, so that `system|value` can
    /// be taken apart again at the last one.
    fn new(system: impl Into<String>, value: &str) -> Self {
        Self { system: system.into(), value: value.replace('|', "%7C") }
    }

    /// Whether it only means something on the server it came from, as `Patient/1` does.
    pub(crate) fn is_local(&self) -> bool {
        self.system.starts_with(LOCAL) && !self.value.contains(':')
    }
}

/// A person as they would be created, field for field as in `PersonForm`.
///
/// There is no written language here, since FHIR does not tell it from the spoken one, and no
/// `memberOf`: that points to another line and comes with [`super::Step`].
#[derive(Clone)]
pub(crate) struct Draft {
    /// What kind of person.
    pub(crate) kind: Kind,
    /// Their name.
    pub(crate) name: Name,
    /// What they like to be called, where that is not their first name.
    pub(crate) preferred_name: Option<String>,
    /// "she/her"
    pub(crate) pronouns: Option<String>,
    /// Only when the file has the whole date; a year alone goes to the notes.
    pub(crate) birth_date: Option<NaiveDate>,
    /// Only when the file has the whole date.
    pub(crate) death_date: Option<NaiveDate>,
    /// The English name of the language they prefer to speak.
    pub(crate) spoken_language: Option<String>,
    /// Whether the file says that an interpreter is needed.
    pub(crate) interpreter: bool,
    /// Communication needs, from the disability extension.
    pub(crate) needs: Option<String>,
    /// Record numbers and the like.
    pub(crate) identifiers: Vec<Labeled>,
    /// Phone and fax numbers.
    pub(crate) phones: Vec<Labeled>,
    /// E-mail addresses.
    pub(crate) emails: Vec<Labeled>,
    /// The best current address.
    pub(crate) address: Option<Address>,
    /// Where a member of staff works.
    pub(crate) unit: Option<String>,
    /// As what a member of staff works.
    pub(crate) title: Option<String>,
    /// What the file says that has no field of its own.
    pub(crate) notes: Option<String>,
}

impl Draft {
    const fn new(kind: Kind, name: Name) -> Self {
        Self {
            kind,
            name,
            preferred_name: None,
            pronouns: None,
            birth_date: None,
            death_date: None,
            spoken_language: None,
            interpreter: false,
            needs: None,
            identifiers: Vec::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            address: None,
            unit: None,
            title: None,
            notes: None,
        }
    }

    /// Adds a sentence to the notes.
    pub(super) fn note(&mut self, sentence: &str) {
        match &mut self.notes {
            Some(notes) => {
                notes.push('\n');
                notes.push_str(sentence);
            }
            None => self.notes = Some(sentence.to_owned()),
        }
    }
}

/// A draft with the numbers its source knows it by.
pub(super) struct Made {
    pub(super) draft: Draft,
    pub(super) sources: Vec<SourceKey>,
}

/// A stay, or the part of one on one unit.
#[derive(Default, Clone, PartialEq, Eq)]
pub(crate) struct Stay {
    /// The ward or clinic.
    pub(crate) unit: Option<String>,
    /// The hospital.
    pub(crate) place: Option<String>,
    /// The first day, in the office's time zone.
    pub(crate) from: Option<NaiveDate>,
    /// The last day, in the office's time zone.
    pub(crate) to: Option<NaiveDate>,
    /// "Inpatient stay"
    pub(crate) kind: Option<String>,
}

/// An insurance. The payer's own record comes with [`super::Step`].
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Coverage {
    /// What the payer is called.
    pub(crate) payer_name: String,
    /// The member's number.
    pub(crate) member_number: Option<String>,
    /// The plan.
    pub(crate) plan: Option<String>,
    /// The first day of cover.
    pub(crate) from: Option<NaiveDate>,
    /// The last day of cover.
    pub(crate) to: Option<NaiveDate>,
}
