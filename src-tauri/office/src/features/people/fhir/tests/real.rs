//! Files of HL7 and SMART Health IT, as they are.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::super::{Kind, Party, read_files};
use super::office::Office;
use super::{Fate, FileRead, Preview, Step, day, repository};

fn folder() -> Option<PathBuf> {
    let path = repository().join("../shared/data/fhir");
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: ../shared/data/fhir is not here");
    None
}

fn files() -> Option<Vec<FileRead>> {
    let files = read_files(&[folder()?], &|| false, &mut |_, _| {}).unwrap();
    assert!(files.len() >= 21);
    for file in &files {
        assert_eq!(file.problem, None, "{}", file.name);
    }
    Some(files)
}

/// Every resource in the folder by its kind, counted without any of the code under test.
fn counted() -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let mut folders = vec![folder().unwrap()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let value: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
            let entries = value["entry"].as_array().cloned().unwrap_or_default();
            let inner = entries.into_iter().map(|entry| entry["resource"].clone());
            let all = if value["resourceType"] == "Bundle" { inner.collect() } else { vec![value] };
            for resource in all {
                *counts
                    .entry(resource["resourceType"].as_str().unwrap().to_owned())
                    .or_default() += 1;
            }
        }
    }
    counts
}

#[test]
fn everyone_in_the_real_files_is_taken_and_everything_else_is_counted() {
    let Some(files) = files() else { return };
    let counted = counted();
    let preview = Preview::of(&files);
    for kind in ["Patient", "RelatedPerson", "Practitioner", "Organization"] {
        assert_eq!(preview.fates(kind), vec![Fate::Create; counted[kind]], "{kind}");
    }
    for kind in ["Encounter", "Coverage", "PractitionerRole"] {
        assert_eq!(preview.fates(kind), vec![Fate::Attach; counted[kind]], "{kind}");
    }
    for (kind, count) in &counted {
        let own = ["Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "Organization"];
        if own.contains(&kind.as_str()) || ["Encounter", "Coverage"].contains(&kind.as_str()) {
            continue;
        }
        let lines: Vec<_> = preview.lines().iter().filter(|line| line.resource == *kind).collect();
        let [line] = lines.as_slice() else { panic!("{kind} has {} lines", lines.len()) };
        assert!(line.title.starts_with(&format!("{count} ")), "{}", line.title);
        assert_eq!(line.fate, Fate::Skip);
    }
}

#[test]
fn the_patient_of_the_guide_is_read_field_by_field() {
    let Some(files) = files() else { return };
    let preview = Preview::of(&files);
    let amy = preview.draft("Patient/example");
    assert_eq!(amy.name.shown(), "Amy V. Baxter, PharmD");
    assert_eq!(amy.birth_date, day("1987-02-20"));
    assert_eq!(amy.spoken_language.as_deref(), Some("Spanish"));
    assert!(amy.interpreter);
    assert_eq!(
        (amy.identifiers[0].label.as_str(), amy.identifiers[0].value.as_str()),
        ("Record number", "1032702")
    );
    let address = amy.address.unwrap();
    assert_eq!(
        (address.lines.as_str(), address.postal_code.as_deref()),
        ("183 MOUNTAIN VIEW ST", Some("74048"))
    );
    let mary = preview.draft("Patient/deceased-example");
    assert_eq!(mary.death_date, day("2022-07-22"));
    let sarah = preview.draft("RelatedPerson/shaw-niece");
    assert_eq!(sarah.kind, Kind::Relative);
    assert_eq!(sarah.notes.as_deref(), Some("Niece of Amy V. Baxter."));
    let brenda = preview.draft("Practitioner/Practitioner-1011");
    assert_eq!(brenda.title.as_deref(), Some("Primary care physician"));
    // Two practitioners of the guide carry one number; they must not become one person.
    assert!(preview.line("Practitioner/practitioner-3").why.contains("has the same number"));
    let stay = &preview.stays("Encounter/example-1")[0];
    assert_eq!((stay.place.as_deref(), stay.unit.as_deref()), (Some("Holy Family Hospital"), None));
    assert_eq!((stay.from, stay.to), (day("2015-11-01"), day("2015-11-01")));
}

#[test]
fn the_coverage_of_the_guide_goes_to_its_patient_and_payer() {
    let Some(files) = files() else { return };
    let preview = Preview::of(&files);
    let found = preview.steps().into_iter().find_map(|step| match step {
        Step::Coverage { patient, payer, coverage, .. } => Some((patient, payer, coverage)),
        _ => None,
    });
    let (patient, payer, coverage) = found.unwrap();
    assert_eq!(patient, Party::New(preview.line("Patient/example").n));
    assert_eq!(payer, Some(Party::New(preview.line("Organization/acme-payer").n)));
    assert_eq!(coverage.member_number.as_deref(), Some("88800933501"));
    assert_eq!(coverage.plan.as_deref(), Some("Acme Gold Plan"));
    assert_eq!((coverage.from, coverage.to), (day("2020-01-01"), None));
}

#[test]
fn the_synthetic_patients_speak_the_languages_they_prefer() {
    let Some(files) = files() else { return };
    let preview = Preview::of(&files);
    let languages: Vec<(String, Option<String>)> = preview
        .steps()
        .into_iter()
        .filter_map(|step| match step {
            Step::Create { draft, .. } if draft.name.prefix.as_deref() == Some("Mr.") => {
                Some((draft.name.plain(), draft.spoken_language))
            }
            _ => None,
        })
        .collect();
    let pair = |name: &str, language: &str| (name.to_owned(), Some(language.to_owned()));
    let expected = [
        pair("Buster Hoeger", "English"),
        pair("Clemente Kreiger", "Chinese"),
        pair("Ned Hintz", "Portuguese"),
    ];
    assert_eq!(languages, expected);
}

#[test]
fn a_second_import_of_the_real_files_creates_nobody() {
    let Some(files) = files() else { return };
    let mut office = Office::default();
    let first = office.take(&office.preview(&files), &[]);
    assert_eq!((first.created, first.attached), (20, 19));
    let again = office.preview(&files);
    let news = again.lines().iter().filter(|line| matches!(line.fate, Fate::Create | Fate::Attach));
    assert_eq!(news.map(|line| line.title.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    let second = office.take(&again, &[]);
    assert_eq!((second.created, second.attached, second.matched), (0, 0, 38));
}

#[test]
fn a_second_import_file_by_file_finds_everyone_too() {
    let Some(mut files) = files() else { return };
    let mut office = Office::default();
    office.take(&office.preview(&files), &[]);
    while let Some(file) = files.pop() {
        let name = file.name.clone();
        let preview = office.preview(&[file]);
        for line in preview.lines() {
            // Alone, this stay and this coverage name their patient by a bare id and nothing else.
            let is_bare = line.why.starts_with("Its patient is neither");
            assert!(
                matches!(line.fate, Fate::Match | Fate::Skip),
                "{name}: {} {:?}",
                line.title,
                line.fate
            );
            assert!(!is_bare || name.starts_with("us-core/"), "{name}: {}", line.title);
        }
    }
}
