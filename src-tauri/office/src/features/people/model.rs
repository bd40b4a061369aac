//! A person as the office keeps them, and what a form must hold before it is one.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::codes;

use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, fold, limit, tidy, tidy_line, tidy_name};
use crate::kernel::{Id, Result};
use crate::store::Fields;

/// Marks the id of a person.
pub struct Person;

/// The id of a person.
pub type PersonId = Id<Person>;

codes! {
    /// What somebody is to the office.
    pub enum PersonKind {
        /// Receives care.
        Patient = "patient",
        /// Family or a friend.
        Relative = "relative",
        /// Acts for a patient by law or appointment.
        Representative = "representative",
        /// Works at the hospital.
        HospitalStaff = "hospital_staff",
        /// A ward, clinic or team.
        Department = "department",
        /// An organization outside.
        Organization = "organization",
        /// Pays for care.
        Payer = "payer",
    }
}

impl PersonKind {
    /// Whether it has one whole name rather than given and family names.
    pub const fn has_whole_name(self) -> bool {
        matches!(self, Self::Department | Self::Organization | Self::Payer)
    }
}

/// The parts of a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonName {
    /// "Dr."
    pub prefix: Option<String>,
    /// First name.
    pub given: Option<String>,
    /// Middle names.
    pub middle: Option<String>,
    /// Last name.
    pub family: Option<String>,
    /// "Jr."
    pub suffix: Option<String>,
    /// The name of a department, organization or payer.
    pub whole: Option<String>,
}

/// A value with what it is: a phone number and "home".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labeled {
    /// What it is.
    pub label: String,
    /// The value.
    pub value: String,
}

/// Where mail goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Street lines.
    pub lines: String,
    /// City or town.
    pub city: Option<String>,
    /// State, county or province.
    pub region: Option<String>,
    /// ZIP or postcode.
    pub postal_code: Option<String>,
    /// Country.
    pub country: Option<String>,
}

/// Everything the office keeps about a person.
#[derive(Debug, Clone)]
pub struct PersonDetails {
    /// What they are to the office.
    pub kind: PersonKind,
    /// Their name.
    pub name: PersonName,
    /// What they want to be called.
    pub preferred_name: Option<String>,
    /// Their pronouns.
    pub pronouns: Option<String>,
    /// Birth date, whole or absent.
    pub birth_date: Option<NaiveDate>,
    /// Death date.
    pub death_date: Option<NaiveDate>,
    /// The language they speak.
    pub spoken_language: Option<String>,
    /// The language they read.
    pub written_language: Option<String>,
    /// Whether they need an interpreter.
    pub interpreter: bool,
    /// Other needs: large print, hearing loop.
    pub needs: Option<String>,
    /// Record numbers.
    pub identifiers: Vec<Labeled>,
    /// Phones.
    pub phones: Vec<Labeled>,
    /// E-mail addresses.
    pub emails: Vec<Labeled>,
    /// Postal address.
    pub address: Option<Address>,
    /// Ward or unit.
    pub unit: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// The organization or department they belong to.
    pub member_of: Option<PersonId>,
    /// Notes.
    pub notes: Option<String>,
    /// Where an import found them: `system|value`.
    pub sources: Vec<String>,
}

impl PersonDetails {
    /// Tidies what was typed and checks all of it at once. `today` bounds the dates.
    pub fn check(mut self, today: NaiveDate) -> Result<Self> {
        let mut checks = Checks::default();
        self.tidy(&mut checks);
        self.check_name(&mut checks);
        self.check_dates(&mut checks, today);
        self.check_lists(&mut checks);
        checks.done()?;
        Ok(self)
    }

    fn tidy(&mut self, checks: &mut Checks) {
        let name = &mut self.name;
        for (field, part) in [
            ("name.prefix", &mut name.prefix),
            ("name.given", &mut name.given),
            ("name.middle", &mut name.middle),
            ("name.family", &mut name.family),
            ("name.suffix", &mut name.suffix),
            ("name.whole", &mut name.whole),
            ("preferredName", &mut self.preferred_name),
            ("pronouns", &mut self.pronouns),
            ("spokenLanguage", &mut self.spoken_language),
            ("writtenLanguage", &mut self.written_language),
            ("unit", &mut self.unit),
            ("title", &mut self.title),
        ] {
            check_length(checks, field, part.as_deref().unwrap_or_default(), limit::SHORT);
            *part = part.as_deref().and_then(tidy_name);
        }
        for (field, text) in [("needs", &mut self.needs), ("notes", &mut self.notes)] {
            check_length(checks, field, text.as_deref().unwrap_or_default(), limit::LONG);
            *text = text.as_deref().and_then(tidy);
        }
        if let Some(address) = &mut self.address {
            tidy_address(address, checks);
        }
        if self.address.as_ref() == Some(&Address::default()) {
            self.address = None;
        }
    }

    fn check_name(&self, checks: &mut Checks) {
        if self.kind.has_whole_name() {
            checks.need(self.name.whole.is_some(), "name.whole", "Type the name.");
            return;
        }
        let named = self.name.given.is_some() || self.name.family.is_some();
        checks.need(
            named || self.preferred_name.is_some(),
            "name.family",
            "Type at least one name. If it is not known yet, write “not known”.",
        );
    }

    fn check_dates(&self, checks: &mut Checks, today: NaiveDate) {
        let oldest = NaiveDate::from_ymd_opt(1890, 1, 1).unwrap_or(today);
        if let Some(born) = self.birth_date {
            checks.need(born <= today, "birthDate", "A birth date can't be in the future.");
            checks.need(born >= oldest, "birthDate", "Check the year: this is before 1890.");
        }
        if let Some(died) = self.death_date {
            checks.need(died <= today, "deathDate", "A date of death can't be in the future.");
            let born = self.birth_date.unwrap_or(oldest);
            checks.need(died >= born, "deathDate", "The date of death is before the birth date.");
        }
    }

    fn check_lists(&mut self, checks: &mut Checks) {
        for (field, list) in [
            ("identifiers", &mut self.identifiers),
            ("phones", &mut self.phones),
            ("emails", &mut self.emails),
        ] {
            checks.need(list.len() <= 40, field, "More than 40 do not fit here.");
            for (place, entry) in list.iter_mut().enumerate() {
                let path = format!("{field}.{place}.value");
                check_length(checks, &path, &entry.value, limit::SHORT);
                check_length(checks, &format!("{field}.{place}.label"), &entry.label, limit::SHORT);
                entry.value = tidy_name(&entry.value).unwrap_or_default();
                entry.label = tidy_name(&entry.label).unwrap_or_default();
                if field == "emails" && !entry.value.is_empty() {
                    checks.need(
                        looks_like_email(&entry.value),
                        path,
                        "An e-mail address looks like name@example.org.",
                    );
                }
            }
            list.retain(|entry| !entry.value.is_empty());
        }
    }

    /// The fields of the journal record.
    pub fn fields(&self) -> Value {
        let name = &self.name;
        json!({
            "kind": self.kind.code(), "prefix": name.prefix, "given": name.given,
            "middle": name.middle, "family": name.family, "suffix": name.suffix,
            "whole": name.whole, "preferred_name": self.preferred_name,
            "pronouns": self.pronouns, "birth_date": self.birth_date,
            "death_date": self.death_date, "spoken_language": self.spoken_language,
            "written_language": self.written_language, "interpreter": self.interpreter,
            "needs": self.needs, "identifiers": labeled_value(&self.identifiers),
            "phones": labeled_value(&self.phones), "emails": labeled_value(&self.emails),
            "address": self.address.as_ref().map(address_value), "unit": self.unit,
            "title": self.title, "member_of": self.member_of, "notes": self.notes,
            "sources": self.sources,
        })
    }
}

fn tidy_address(address: &mut Address, checks: &mut Checks) {
    check_length(checks, "address.lines", &address.lines, limit::LINE);
    address.lines = tidy(&address.lines).unwrap_or_default();
    for (field, part) in [
        ("address.city", &mut address.city),
        ("address.region", &mut address.region),
        ("address.postalCode", &mut address.postal_code),
        ("address.country", &mut address.country),
    ] {
        check_length(checks, field, part.as_deref().unwrap_or_default(), limit::SHORT);
        *part = part.as_deref().and_then(tidy_line);
    }
}

fn looks_like_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, place)| {
        !name.is_empty() && !place.is_empty() && !text.contains(char::is_whitespace)
    })
}

fn labeled_value(list: &[Labeled]) -> Value {
    list.iter().map(|l| json!({ "label": l.label, "value": l.value })).collect()
}

fn address_value(address: &Address) -> Value {
    json!({
        "lines": address.lines, "city": address.city, "region": address.region,
        "postal_code": address.postal_code, "country": address.country,
    })
}

/// What a person is called: preferred name and family name, else all parts in order.
fn display_name(name: &PersonName, preferred: Option<&str>) -> String {
    if let Some(whole) = &name.whole {
        return whole.clone();
    }
    let first = preferred.or(name.given.as_deref());
    let parts = [name.prefix.as_deref(), first, name.family.as_deref(), name.suffix.as_deref()];
    let shown: Vec<&str> = parts.into_iter().flatten().collect();
    if shown.is_empty() { "(no name)".into() } else { shown.join(" ") }
}

/// Reads a stored list of labeled values.
pub(crate) fn read_labeled(text: &str) -> Vec<Labeled> {
    let list: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
    let part = |entry: &Value, name: &str| {
        entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    list.iter().map(|e| Labeled { label: part(e, "label"), value: part(e, "value") }).collect()
}

/// An identifier as it is compared: folded, without spaces and dashes.
pub(super) fn identifier_key(value: &str) -> String {
    fold(value).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Works out the columns for lists and search from a person's fields.
pub(super) fn compute(fields: &Fields) -> Fields {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    let name = PersonName {
        prefix: text("prefix"),
        given: text("given"),
        middle: text("middle"),
        family: text("family"),
        suffix: text("suffix"),
        whole: text("whole"),
    };
    let preferred = text("preferred_name");
    let display = display_name(&name, preferred.as_deref());
    let mut parts: Vec<&str> = Vec::new();
    let all = [&name.family, &name.given, &name.middle, &name.whole, &preferred];
    parts.extend(all.into_iter().flatten().map(String::as_str));
    // Middle names are left out: people give them one day and not the next.
    let full = [&name.whole, &name.given, &name.family];
    let full: Vec<&str> = full.into_iter().flatten().map(String::as_str).collect();
    let values = |list: &str| -> Vec<String> {
        let entries = fields.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
        let values = entries.iter().filter_map(|e| e.get("value").and_then(Value::as_str));
        values.map(str::to_owned).collect()
    };
    let mut keys: Vec<String> = values("identifiers").iter().map(|v| identifier_key(v)).collect();
    let sources = fields.get("sources").and_then(Value::as_array).cloned().unwrap_or_default();
    keys.extend(sources.iter().filter_map(Value::as_str).map(|s| format!("source:{s}")));
    keys.retain(|k| !k.is_empty());
    let mut words: Vec<String> = parts.iter().map(|p| fold(p)).collect();
    // Numbers are found as they are written and without what stands between their digits.
    words
        .extend(values("identifiers").iter().map(|v| format!("{} {}", fold(v), identifier_key(v))));
    let digits = |v: &String| v.chars().filter(char::is_ascii_digit).collect::<String>();
    words.extend(values("phones").iter().map(|v| format!("{} {}", fold(v), digits(v))));
    words.extend(values("emails").iter().map(|v| fold(v)));
    let sort = match &name.whole {
        Some(whole) => fold(whole),
        None => fold(&format!("{} {}", name.family.as_deref().unwrap_or_default(), display)),
    };
    Fields::from_iter([
        ("name".to_owned(), Value::from(display)),
        ("sort_name".to_owned(), Value::from(sort)),
        ("name_fold".to_owned(), Value::from(fold(&full.join(" ")))),
        ("search_words".to_owned(), Value::from(words.join(" "))),
        ("identifier_keys".to_owned(), Value::from(keys)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(given: &str, family: &str) -> PersonName {
        PersonName { given: Some(given.into()), family: Some(family.into()), ..Default::default() }
    }

    #[test]
    fn a_person_is_called_what_they_want_to_be_called() {
        assert_eq!(display_name(&named("Ruth", "Abara"), None), "Ruth Abara");
        assert_eq!(display_name(&named("Ruth", "Abara"), Some("Ruthie")), "Ruthie Abara");
        assert_eq!(display_name(&PersonName::default(), None), "(no name)");
    }

    #[test]
    fn identifiers_compare_without_spaces_and_dashes() {
        assert_eq!(identifier_key("MRN 12-34 5"), identifier_key("mrn12345"));
    }
}
