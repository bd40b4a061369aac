//! Numbers that name someone: which are shown, which are only kept to find them again, and which
//! are left behind.

use crate::kernel::text::{limit, tidy_name};

use super::super::wire::{Concept, Identifier};
use super::days::ended;
use super::{Labeled, Margin, SourceKey};

/// What the system of a resource's own id begins with.
pub(crate) const LOCAL: &str = "fhir:";
const MOST: usize = 20;
/// Nobody has more; a hostile file might.
const MOST_READ: usize = 200;
/// What is said of a Social Security number that was left behind.
pub(super) const SSN: &str = "Social Security number";
const RECORD: &str = "Record number";

/// Numbers to show, and keys to find the record by.
#[derive(Default)]
pub(crate) struct Sorted {
    pub(crate) shown: Vec<Labeled>,
    pub(crate) sources: Vec<SourceKey>,
}

/// Sorts `identifiers`; says in the margin which kinds were left behind.
pub(crate) fn sort(identifiers: &[Identifier], margin: &mut Margin<'_>) -> Sorted {
    let mut sorted = Sorted::default();
    let mut left = Vec::new();
    for identifier in identifiers.iter().take(MOST_READ) {
        let Some(value) = identifier.value.as_deref().and_then(tidy_name) else {
            continue;
        };
        if let Some(what) = private(identifier, &value) {
            if !left.contains(&what) {
                left.push(what);
            }
        } else if value.chars().count() > limit::SHORT {
            margin.remark("A number longer than 200 characters was left out.");
        } else {
            sorted.add(identifier, value, margin);
        }
    }
    sorted.shown.sort_by_key(|number| number.label != RECORD);
    if sorted.shown.len() > MOST {
        sorted.shown.truncate(MOST);
        margin.remark("Only the first 20 numbers were taken.");
    }
    if !left.is_empty() {
        margin.remark(format!("Left out on purpose: {}.", listed(&left)));
    }
    sorted
}

/// The key of a resource's own address or bare id.
pub(crate) fn local_key(kind: &str, name: Option<&str>) -> Option<SourceKey> {
    let value = tidy_name(name?)?;
    let fits = value.chars().count() <= limit::LINE;
    fits.then(|| SourceKey::new(format!("{LOCAL}{kind}"), &value))
}

/// The key of one identifier, if it may be kept.
pub(crate) fn key(identifier: &Identifier) -> Option<SourceKey> {
    let value = identifier.value.as_deref().and_then(tidy_name)?;
    let system = identifier.system.as_deref().and_then(tidy_name)?;
    let fits = value.chars().count() <= limit::SHORT && system.chars().count() <= limit::LINE;
    if !fits || private(identifier, &value).is_some() {
        return None;
    }
    Some(SourceKey::new(system.trim_end_matches('/'), &value))
}

/// The key of an identifier written `system|value`.
pub(crate) fn key_of_token(token: &str) -> Option<SourceKey> {
    let (system, value) = token.split_once('|')?;
    key(&Identifier {
        system: Some(system.to_owned()),
        value: Some(value.to_owned()),
        ..Identifier::default()
    })
}

/// `a`, `a and b`, or `a, b and c`.
pub(crate) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

impl Sorted {
    fn add(&mut self, identifier: &Identifier, value: String, margin: &Margin<'_>) {
        if let Some(key) = key(identifier).filter(|key| !self.sources.contains(key)) {
            self.sources.push(key);
        }
        let is_past = identifier.usage.as_deref() == Some("old")
            || ended(identifier.period.as_ref(), margin.clock);
        let Some(label) = label(identifier, &value).filter(|_| !is_past) else {
            return;
        };
        match self.shown.iter_mut().find(|number| number.value == value) {
            Some(same) if label == RECORD => same.label = label,
            Some(_) => {}
            None => self.shown.push(Labeled { label, value }),
        }
    }
}

/// What a number is that the office has no business keeping.
fn private(identifier: &Identifier, value: &str) -> Option<&'static str> {
    let system = identifier.system.as_deref().unwrap_or_default().to_lowercase();
    let kind = identifier.kind.as_ref();
    let words = kind.and_then(Concept::words).unwrap_or_default().to_lowercase();
    let has_code =
        |codes: &[&str]| kind.is_some_and(|k| k.codes().any(|code| codes.contains(&code)));
    let system_ends = |ends: &[&str]| ends.iter().any(|end| system.ends_with(end));
    let says = |texts: &[&str]| texts.iter().any(|text| words.contains(text));
    let is_record = has_code(&["MR"]);
    if has_code(&["SS", "SSN"])
        || system_ends(&["us-ssn", "2.16.840.1.113883.4.1"])
        || says(&["social security", "ssn"])
        || (!is_record && is_shaped_like_ssn(value))
    {
        Some(SSN)
    } else if has_code(&["DL"])
        || system.contains("2.16.840.1.113883.4.3.")
        || says(&["driver", "driving"])
    {
        Some("driver's license")
    } else if has_code(&["PPN"]) || system.contains("passport") || says(&["passport"]) {
        Some("passport number")
    } else if has_code(&["BA", "BC", "AM", "DI", "DS", "MS", "VS", "CC"])
        || says(&["bank", "credit card"])
    {
        Some("bank or card number")
    } else {
        None
    }
}

/// Whether `value` is written as a Social Security number is: 123-45-6789.
pub(super) fn is_shaped_like_ssn(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() == 11
        && bytes.iter().enumerate().all(|(place, byte)| match place {
            3 | 6 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

// Numbers that only machines use (UUIDs, URLs, digests) have no label unless the file gives one.
fn label(identifier: &Identifier, value: &str) -> Option<String> {
    let kind = identifier.kind.as_ref();
    if let Some(label) = kind.and_then(|kind| kind.codes().find_map(of_code)) {
        return Some(label.into());
    }
    if let Some(label) = of_system(identifier.system.as_deref().unwrap_or_default()) {
        return Some(label.into());
    }
    let words = kind.and_then(Concept::words).and_then(tidy_name);
    match words {
        Some(words) if is_record_number(&words) => Some(RECORD.into()),
        Some(words) => Some(words.chars().take(60).collect()),
        None if is_for_machines(value) => None,
        None => Some("Number".into()),
    }
}

fn is_record_number(words: &str) -> bool {
    let low = words.to_lowercase();
    low.contains("medical record") || low.split_whitespace().any(|word| word == "mrn")
}

// HL7 table 0203.
fn of_code(code: &str) -> Option<&'static str> {
    Some(match code {
        "MR" => RECORD,
        "MRT" => "Temporary record number",
        "MC" => "Medicare number",
        "MA" => "Medicaid number",
        "MB" => "Member number",
        "AN" => "Account number",
        "VN" => "Visit number",
        "PI" | "PT" => "Patient number",
        "EI" => "Employee number",
        "NPI" => "NPI",
        "MD" | "LN" | "RN" => "License number",
        _ => return None,
    })
}

fn of_system(system: &str) -> Option<&'static str> {
    [
        ("sid/us-npi", "NPI"),
        ("2.16.840.1.113883.4.6", "NPI"),
        ("sid/us-mbi", "Medicare number"),
        ("sid/us-medicare", "Medicare number"),
        ("Id/nhs-number", "NHS number"),
        ("Id/ods-organization-code", "ODS code"),
        ("Id/gmc-number", "GMC number"),
        ("Id/nmc-number", "NMC number"),
        ("us-tin", "Tax number"),
        ("2.16.840.1.113883.4.4", "Tax number"),
        ("2.16.840.1.113883.6.300", "NAIC code"),
    ]
    .into_iter()
    .find(|(end, _)| system.trim_end_matches('/').ends_with(end))
    .map(|(_, label)| label)
}

fn is_for_machines(value: &str) -> bool {
    let hex = value.chars().filter(|c| *c != '-').all(|c| c.is_ascii_hexdigit());
    value.contains("://")
        || value.starts_with("urn:")
        || value.chars().count() > 40
        || (hex && value.len() >= 24)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::kernel::Clock;

    use super::*;

    fn sorted(identifiers: serde_json::Value) -> (Sorted, Vec<String>) {
        let at = chrono::DateTime::from_timestamp(1_773_331_200, 0).unwrap();
        let clock = Clock::stopped(at, "America/New_York".parse().unwrap());
        let mut margin = Margin::new(&clock);
        let identifiers: Vec<Identifier> = serde_json::from_value(identifiers).unwrap();
        let sorted = sort(&identifiers, &mut margin);
        (sorted, margin.finish())
    }

    #[test]
    fn numbers_that_could_be_stolen_are_left_behind_and_said() {
        for (identifier, what) in [
            (json!({"type": {"coding": [{"code": "SS"}]}, "value": "1"}), "Social Security number"),
            (
                json!({"system": "http://hl7.org/fhir/sid/us-ssn", "value": "1"}),
                "Social Security number",
            ),
            (
                json!({"system": "urn:oid:2.16.840.1.113883.4.1", "value": "1"}),
                "Social Security number",
            ),
            (json!({"value": "999-12-3456"}), "Social Security number"),
            (json!({"type": {"text": "Driving licence"}, "value": "1"}), "driver's license"),
            (
                json!({"system": "urn:oid:2.16.840.1.113883.4.3.25", "value": "1"}),
                "driver's license",
            ),
            (json!({"type": {"coding": [{"code": "PPN"}]}, "value": "1"}), "passport number"),
            (json!({"type": {"coding": [{"code": "BA"}]}, "value": "1"}), "bank or card number"),
        ] {
            let (sorted, remarks) = sorted(json!([identifier]));
            assert!(sorted.shown.is_empty() && sorted.sources.is_empty(), "{what}");
            assert_eq!(remarks, [format!("Left out on purpose: {what}.")]);
        }
    }

    #[test]
    fn a_number_for_machines_is_kept_to_find_the_person_but_not_shown() {
        let (sorted, _) = sorted(json!([
            {"system": "https://x.example/", "value": "d46f70565a1042f6a6ece48dd81b408f"},
            {"system": "https://x.example/mrn", "value": "12345"},
            {"type": {"coding": [{"code": "MR"}]}, "system": "https://h.example", "value": "777"},
            {"use": "old", "type": {"coding": [{"code": "MR"}]}, "system": "https://h.example", "value": "111"},
        ]));
        let shown: Vec<_> =
            sorted.shown.iter().map(|n| (n.label.as_str(), n.value.as_str())).collect();
        assert_eq!(shown, [("Record number", "777"), ("Number", "12345")]);
        let systems: Vec<_> = sorted.sources.iter().map(|key| key.system.as_str()).collect();
        let expected = [
            "https://x.example",
            "https://x.example/mrn",
            "https://h.example",
            "https://h.example",
        ];
        assert_eq!(systems, expected);
    }
}
