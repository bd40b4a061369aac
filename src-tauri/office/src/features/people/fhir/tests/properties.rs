//! Whatever the file holds: no panic, and the promises of the preview hold.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::super::read::read_bytes;
use super::super::{Kind, Party, Step};
use super::{Fate, Preview, repository, steps};
use crate::kernel::text::{is_direction_mark, limit};

const KINDS: [&str; 10] = [
    "Patient",
    "RelatedPerson",
    "Practitioner",
    "PractitionerRole",
    "Organization",
    "Encounter",
    "Coverage",
    "Location",
    "Bundle",
    "Observation",
];

const KEYS: [&str; 62] = [
    "resourceType",
    "id",
    "meta",
    "contained",
    "modifierExtension",
    "implicitRules",
    "identifier",
    "active",
    "name",
    "telecom",
    "birthDate",
    "deceasedBoolean",
    "deceasedDateTime",
    "address",
    "communication",
    "extension",
    "link",
    "contact",
    "language",
    "preferred",
    "patient",
    "relationship",
    "period",
    "practitioner",
    "organization",
    "code",
    "specialty",
    "location",
    "type",
    "partOf",
    "status",
    "class",
    "subject",
    "serviceProvider",
    "subscriberId",
    "beneficiary",
    "payor",
    "value",
    "physicalType",
    "managingOrganization",
    "system",
    "display",
    "coding",
    "text",
    "start",
    "end",
    "reference",
    "use",
    "family",
    "given",
    "prefix",
    "suffix",
    "rank",
    "line",
    "city",
    "url",
    "valueCoding",
    "valueCodeableConcept",
    "other",
    "entry",
    "resource",
    "fullUrl",
];

const WORDS: [&str; 42] = [
    "Shaw",
    "Amy",
    "Amy V. Shaw",
    "van Putten, Sarah",
    "1",
    "Patient/1",
    "Organization/1",
    "Location/1",
    "#1",
    "urn:uuid:1",
    "https://s.example/Patient/1",
    "Patient?identifier=s|1",
    "s",
    "1066-10-14",
    "1944",
    "1944-05",
    "1944-05-01",
    "2026-03-12T02:00:00Z",
    "9999-12-31",
    "0000-01-01",
    "-1",
    "old",
    "official",
    "usual",
    "nickname",
    "home",
    "replaced-by",
    "IMP",
    "HOSP",
    "bd",
    "wa",
    "MR",
    "SS",
    "999-59-2277",
    "email",
    "phone",
    "a@b.example",
    "a @b",
    "\u{202E}",
    "",
    " ",
    "\u{0}<script>",
];

/// JSON with the keys and words of FHIR in all the wrong places.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(&WORDS[..]).prop_map(Value::from),
        prop::sample::select(&KINDS[..]).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        let key = prop_oneof![
            9 => prop::sample::select(&KEYS[..]).prop_map(str::to_owned),
            1 => ".{0,6}",
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// A resource of a kind we read, with any of the keys set to anything.
fn resource() -> impl Strategy<Value = Value> {
    let key = prop::sample::select(&KEYS[1..]).prop_map(str::to_owned);
    let pairs = prop::collection::vec((key, value()), 0..14);
    let named = prop::option::of(Just(json!([{"family": "Shaw", "given": ["Amy"]}])));
    (prop::sample::select(&KINDS[..]), pairs, named).prop_map(|(kind, pairs, named)| {
        let mut fields: Map<String, Value> = pairs.into_iter().collect();
        fields.insert("resourceType".into(), kind.into());
        if let Some(named) = named {
            fields.insert("name".into(), named);
        }
        fields.entry("id").or_insert_with(|| "1".into());
        Value::Object(fields)
    })
}

/// What must hold for every preview.
fn hold_to_promises(files: &[(&str, Vec<u8>)]) {
    let read: Vec<_> = files.iter().map(|(name, bytes)| read_bytes(name, bytes.clone())).collect();
    for file in &read {
        let is_empty = file.entries.is_empty() && file.others.is_empty() && file.bad.is_empty();
        assert!(file.problem.is_none() || is_empty);
    }
    let preview = Preview::of(&read);
    for (place, line) in preview.lines().iter().enumerate() {
        assert_eq!(line.n, place + 1);
        assert!(!line.title.is_empty() && !line.why.is_empty());
        for text in [&line.title, &line.why, &line.resource] {
            assert!(!text.chars().any(|c| is_direction_mark(c) || c.is_control()), "{text:?}");
        }
    }
    let (steps, tally) = steps(&preview.plan, &preview.decision, &[]);
    let sum = tally.created + tally.matched + tally.attached + tally.skipped;
    assert_eq!(sum, preview.lines().len());
    let is_created = |party: Party| match party {
        Party::New(n) => preview.lines()[n - 1].fate == Fate::Create,
        Party::Known(_) => false,
    };
    for step in steps {
        match step {
            Step::Create { draft, member_of, .. } => {
                hold_to_limits(&draft);
                assert!(member_of.is_none_or(is_created));
                assert!(draft.birth_date.is_none_or(|day| day <= super::clock().today()));
                assert!(
                    draft
                        .identifiers
                        .iter()
                        .all(|number| number.value != "999-59-2277"
                            || number.label == "Record number")
                );
            }
            Step::Stays { patient, stays, .. } => {
                assert!(is_created(patient) && !stays.is_empty());
                let is_in_order =
                    |stay: &super::Stay| stay.from.zip(stay.to).is_none_or(|(from, to)| from <= to);
                assert!(stays.iter().all(is_in_order));
            }
            Step::Coverage { patient, coverage, .. } => {
                assert!(is_created(patient) && !coverage.payer_name.is_empty());
            }
        }
    }
}

/// Whatever a form would refuse must never come out of a file: it would stop the whole import.
fn hold_to_limits(draft: &super::Draft) {
    let name = &draft.name;
    let is_body = matches!(draft.kind, Kind::Department | Kind::Organization | Kind::Payer);
    assert_eq!(name.whole.is_some(), is_body);
    assert!(is_body || name.given.is_some() || name.family.is_some());
    let parts = [&name.prefix, &name.given, &name.middle, &name.family, &name.suffix, &name.whole];
    let more = [
        &draft.preferred_name,
        &draft.pronouns,
        &draft.spoken_language,
        &draft.needs,
        &draft.unit,
        &draft.title,
    ];
    for text in parts.into_iter().chain(more).flatten() {
        assert!(!text.trim().is_empty() && text.chars().count() <= limit::SHORT);
    }
    assert!(draft.notes.as_ref().is_none_or(|notes| notes.chars().count() <= limit::LONG));
    if let Some(address) = &draft.address {
        assert!(address.lines.chars().count() <= limit::LINE);
    }
    for list in [&draft.identifiers, &draft.phones, &draft.emails] {
        assert!(list.len() <= 40);
        let fits = |value: &str| !value.is_empty() && value.chars().count() <= limit::SHORT;
        assert!(list.iter().all(|one| fits(&one.value) && fits(&one.label)));
    }
    for email in &draft.emails {
        let (name, place) = email.value.split_once('@').unwrap();
        assert!(!name.is_empty() && !place.is_empty());
        assert!(!email.value.contains(char::is_whitespace));
    }
    let oldest = super::day("1890-01-01").unwrap();
    assert!([draft.birth_date, draft.death_date].into_iter().flatten().all(|day| day >= oldest));
    let dates = draft.birth_date.zip(draft.death_date);
    assert!(dates.is_none_or(|(birth, death)| birth <= death));
}

/// Puts `new` in the place of the `at`-th value below `value`, or takes that value away.
fn replace(value: &mut Value, at: &mut usize, new: &Option<Value>) {
    if *at == 0 {
        *at = usize::MAX;
        *value = new.clone().unwrap_or(Value::Null);
        return;
    }
    if *at == usize::MAX {
        return;
    }
    *at -= 1;
    match value {
        Value::Array(all) => all.iter_mut().for_each(|one| replace(one, at, new)),
        Value::Object(fields) => fields.values_mut().for_each(|one| replace(one, at, new)),
        _ => {}
    }
}

fn samples() -> Vec<Vec<u8>> {
    let mut paths: Vec<_> = std::fs::read_dir(repository().join("tests/fixtures/fhir"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    if let Ok(real) = std::fs::read_dir(repository().join("../shared/data/fhir/us-core")) {
        paths.extend(real.map(|entry| entry.unwrap().path()));
    }
    paths.sort();
    paths.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_makes_it_fall_over(value in value()) {
        hold_to_promises(&[("any.json", value.to_string().into_bytes())]);
    }

    #[test]
    fn no_resources_make_it_fall_over(
        first in prop::collection::vec((resource(), prop::option::of(prop::sample::select(&WORDS[..]))), 1..8),
        second in resource(),
    ) {
        let entries: Vec<Value> = first
            .into_iter()
            .map(|(resource, url)| json!({"fullUrl": url, "resource": resource}))
            .collect();
        let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": entries});
        hold_to_promises(&[
            ("bundle.json", bundle.to_string().into_bytes()),
            ("single.json", second.to_string().into_bytes()),
        ]);
    }

    #[test]
    fn no_change_to_a_real_file_makes_it_fall_over(
        sample in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        new in prop::option::of(value()),
    ) {
        let samples = samples();
        let bytes = sample.get(&samples);
        if let Ok(mut value) = serde_json::from_slice::<Value>(bytes) {
            let mut at = at.index(400);
            replace(&mut value, &mut at, &new);
            hold_to_promises(&[("changed.json", value.to_string().into_bytes())]);
        }
    }

    #[test]
    fn no_flipped_or_missing_byte_makes_it_fall_over(
        sample in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        is_cut in any::<bool>(),
    ) {
        let samples = samples();
        let mut bytes = sample.get(&samples).clone();
        let at = at.index(bytes.len());
        if is_cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        hold_to_promises(&[("flipped.json", bytes)]);
    }
}
