//! Text and structure meant to do harm.

use super::super::read::read_bytes;
use super::{Fate, Preview, Step};
use crate::kernel::text::is_direction_mark;

#[test]
fn hostile_text_is_only_text() {
    let preview = Preview::of_fixture("hostile.json");
    let evil = preview.draft("Patient/../../etc/passwd");
    assert_eq!(evil.name.family.as_deref(), Some("<script>alert(1)</script>"));
    assert_eq!(evil.name.given.as_deref(), Some("ymA"));
    assert_eq!(evil.name.middle.as_deref(), Some("=cmd|' /C calc'!A0"));
    let number = &evil.identifiers[0];
    assert_eq!((number.label.as_str(), number.value.as_str()), ("Ward number", "123"));
    assert!(preview.line("Patient/../../etc/passwd").why.contains("may change its meaning"));
    assert_eq!(preview.draft("Patient/rtl").name.plain(), "שרה כהן");
    assert_eq!(preview.draft("Patient/nul").name.plain(), "A B Null Line");
    for line in preview.lines() {
        for text in [&line.title, &line.why, &line.file, &line.resource] {
            assert!(!text.chars().any(|c| is_direction_mark(c) || c.is_control()), "{text:?}");
        }
    }
    assert!(preview.lines().iter().any(|line| line.title == "2 of other kinds"));
}

#[test]
fn text_without_end_is_cut_and_said() {
    let preview = Preview::of_fixture("hostile.json");
    let long = preview.draft("Patient/long");
    assert_eq!(long.name.family.map(|family| family.chars().count()), Some(200));
    assert!(preview.line("Patient/long").why.contains("was cut to 200 characters"));
}

#[test]
fn lists_nested_a_hundred_thousand_deep_are_refused_and_nothing_falls_over() {
    for text in [
        "[".repeat(100_000),
        format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("{}1{}", r#"{"a":"#.repeat(100_000), "}".repeat(100_000)),
        r#"{"resourceType":"Bundle","entry":["#.repeat(50_000),
    ] {
        assert!(read_bytes("deep.json", text.into_bytes()).problem.is_some());
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let text = format!(r#"{{"resourceType":"Patient","id":"1","name":{deep}}}"#);
    let file = read_bytes("deep.json", text.into_bytes());
    let expected =
        "This entry is nested deeper than 64 levels, which no record needs. Nothing was imported.";
    assert_eq!(file.problem.as_deref(), Some(expected));
}

#[test]
fn bundles_within_bundles_have_an_end() {
    let mut text = r#"{"resourceType":"Patient","id":"1","name":[{"family":"Shaw"}]}"#.to_owned();
    for _ in 0..30 {
        text = format!(r#"{{"resourceType":"Bundle","entry":[{{"resource":{text}}}]}}"#);
    }
    let preview = Preview::of(&[read_bytes("russian-doll.json", text.into_bytes())]);
    assert!(preview.lines().iter().all(|line| line.fate == Fate::Skip));
}

/// A bundle of `count` resources.
fn bundle(count: usize, resource: impl Fn(usize) -> String) -> Vec<u8> {
    let entries: Vec<String> =
        (0..count).map(|n| format!(r#"{{"resource":{}}}"#, resource(n))).collect();
    format!(r#"{{"resourceType":"Bundle","entry":[{}]}}"#, entries.join(",")).into_bytes()
}

#[test]
fn more_people_than_an_office_has_are_refused() {
    let patient = |n: usize| {
        format!(r#"{{"resourceType":"Patient","id":"{n}","name":[{{"family":"S{n}"}}]}}"#)
    };
    let file = read_bytes("many.json", bundle(50_001, patient));
    assert!(
        file.problem.unwrap().starts_with("There are more than 50,000 people, stays and coverages")
    );
    let others = |n: usize| format!(r#"{{"resourceType":"Observation","id":"{n}"}}"#);
    let preview = Preview::of(&[read_bytes("many.json", bundle(60_000, others))]);
    assert_eq!(preview.lines().len(), 1);
    assert_eq!(preview.lines()[0].title, "60,000 measurements and results");
    let kinds = |n: usize| format!(r#"{{"resourceType":"Kind{n}","id":"{n}"}}"#);
    let preview = Preview::of(&[read_bytes("kinds.json", bundle(5_000, kinds))]);
    assert!(preview.lines().len() <= 201);
    let bad = |_: usize| r#"{"id":"1"}"#.to_owned();
    let mixed = |n: usize| if n == 0 { r#"{"resourceType":"Observation"}"#.into() } else { bad(n) };
    let preview = Preview::of(&[read_bytes("bad.json", bundle(5_000, mixed))]);
    assert!(preview.lines().len() < 210);
    assert!(preview.lines().iter().any(|line| line.title == "4,799 more entries"));
}

#[test]
fn thousands_who_look_alike_are_compared_in_time() {
    let started = std::time::Instant::now();
    for resource in [
        // One name, one number, one id; and a chain of replacements in either direction.
        r#"{"resourceType":"Patient","id":"N","name":[{"family":"Shaw","given":["Amy"]}]}"#,
        r#"{"resourceType":"Patient","id":"N","identifier":[{"system":"s","value":"1"}],"name":[{"family":"FN"}]}"#,
        r#"{"resourceType":"Organization","id":"N","name":"ON","partOf":{"reference":"Organization/M"}}"#,
        r#"{"resourceType":"Patient","id":"N","name":[{"family":"FN"}],"link":[{"type":"replaced-by","other":{"reference":"Patient/M"}}]}"#,
        r#"{"resourceType":"Patient","id":"M","name":[{"family":"FN"}],"link":[{"type":"replaced-by","other":{"reference":"Patient/N"}}]}"#,
        r#"{"resourceType":"Encounter","id":"same","status":"finished","subject":{"reference":"Encounter/N","identifier":{"system":"s","value":"1"}}}"#,
    ] {
        let text = bundle(3_000, |n| {
            let next = format!("x{}", n + 1);
            resource.replace('N', &format!("x{n}")).replace('M', &next)
        });
        let preview = Preview::of(&[read_bytes("alike.json", text)]);
        assert_eq!(preview.lines().len(), 3_000);
    }
    assert!(started.elapsed().as_secs() < 90, "{:?}", started.elapsed());
}

#[test]
fn one_resource_full_of_lists_is_read_in_time() {
    let started = std::time::Instant::now();
    let many = |one: &str| vec![one; 30_000].join(",");
    let text = format!(
        r#"{{"resourceType":"Patient","id":"1","name":[{}],"identifier":[{}],"telecom":[{}],"address":[{}],"communication":[{}],"extension":[{}]}}"#,
        many(r#"{"family":"Shaw"}"#),
        (0..30_000)
            .map(|n| format!(r#"{{"system":"s{n}","value":"v{n}"}}"#))
            .collect::<Vec<_>>()
            .join(","),
        (0..30_000)
            .map(|n| format!(r#"{{"system":"phone","value":"{n}"}}"#))
            .collect::<Vec<_>>()
            .join(","),
        many(r#"{"line":["1"]}"#),
        many(r#"{"language":{"text":"Shona"}}"#),
        many(r#"{"url":"patient-disability","valueString":"x"}"#),
    );
    let preview = Preview::of(&[read_bytes("full.json", text.into_bytes())]);
    let draft = preview.draft("Patient/1");
    assert_eq!((draft.identifiers.len(), draft.phones.len()), (20, 20));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn a_number_that_could_be_stolen_is_nowhere_in_what_would_be_written() {
    let text = br#"{"resourceType":"Patient","id":"1","name":[{"family":"Shaw"}],"identifier":[
        {"type":{"coding":[{"code":"SS"}]},"system":"http://hl7.org/fhir/sid/us-ssn","value":"999-59-2277"},
        {"type":{"coding":[{"code":"DL"}]},"value":"S99935998"},
        {"type":{"coding":[{"code":"PPN"}]},"value":"X66226025X"}]}"#;
    let preview = Preview::of(&[read_bytes("secret.json", text.to_vec())]);
    let Some(Step::Create { draft, sources, .. }) = preview.steps().into_iter().next() else {
        panic!("the patient would be created")
    };
    assert!(draft.identifiers.is_empty());
    assert!(sources.iter().all(|key| key.system == "fhir:Patient" && key.value == "1"));
    let why = &preview.lines()[0].why;
    let left = "Left out on purpose: Social Security number, driver's license and passport number.";
    assert!(why.contains(left), "{why}");
    assert!(preview.plan.probes().iter().all(|probe| probe.numbers.is_empty()));
}
