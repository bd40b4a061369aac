//! Bringing people in from FHIR files, through the preview and the journal.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use office::app::Host;
use office::kernel::Kind;
use office_tests::files::{put, real_fhir, repository};
use office_tests::office::{TestOffice, id};
use serde_json::{Value, json};

fn paths(paths: &[&Path]) -> Value {
    json!({ "kind": "paths", "paths": paths })
}

fn fixture(name: &str) -> PathBuf {
    repository().join("tests/fixtures/fhir").join(name)
}

async fn preview(office: &TestOffice, path: &Path) -> Value {
    office.ok("people.import_preview", paths(&[path])).await
}

fn apply(preview: &Value, exclude: &[u64]) -> Value {
    json!({ "token": preview["token"], "exclude": exclude })
}

async fn people(office: &TestOffice) -> u64 {
    office.ok("people.list", json!({})).await["total"].as_u64().unwrap()
}

/// Resources by kind, counted without the code under test.
fn counted(folder: &Path, counts: &mut BTreeMap<String, u64>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            counted(&path, counts);
            continue;
        }
        let value: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let inside = value["entry"].as_array().map(|all| all.iter().map(|e| &e["resource"]));
        let all: Vec<&Value> = inside.map_or_else(|| vec![&value], Iterator::collect);
        for resource in all {
            *counts.entry(resource["resourceType"].as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
}

#[tokio::test]
async fn all_of_the_real_files_come_in_and_a_second_time_nothing_does() {
    let Some(folder) = real_fhir() else { return };
    let mut counts = BTreeMap::new();
    counted(&folder, &mut counts);
    let sum = |kinds: &[&str]| kinds.iter().map(|kind| counts[*kind]).sum::<u64>();
    let humans = sum(&["Patient", "RelatedPerson", "Practitioner", "Organization"]);
    let onto = sum(&["Encounter", "Coverage", "PractitionerRole"]);
    assert!(humans > 10 && onto > 10, "{counts:?}");

    let office = TestOffice::hospital().await;
    let seen = preview(&office, &folder).await;
    assert_eq!((seen["creates"].as_u64(), seen["matches"].as_u64()), (Some(humans), Some(0)));
    assert_eq!(seen["attaches"].as_u64(), Some(onto));
    assert!(seen["files"].as_array().unwrap().iter().all(|file| file["problem"].is_null()));
    assert_eq!(people(&office).await, 0);
    let (done, entry) = office.done("people.import_apply", apply(&seen, &[])).await;
    assert_eq!((done["created"].as_u64(), done["attached"].as_u64()), (Some(humans), Some(onto)));
    assert_eq!(people(&office).await, humans);

    let again = preview(&office, &folder).await;
    assert_eq!((again["creates"].as_u64(), again["attaches"].as_u64()), (Some(0), Some(0)));
    // Who is matched keeps their title, so the role is left out.
    assert_eq!(again["matches"].as_u64(), Some(humans + sum(&["Encounter", "Coverage"])));
    let done = office.ok("people.import_apply", apply(&again, &[])).await;
    assert_eq!((done["created"].as_u64(), done["attached"].as_u64()), (Some(0), Some(0)));
    assert_eq!(people(&office).await, humans);

    office.ok("journal.undo", json!({ "entry": entry })).await;
    assert_eq!(people(&office).await, 0);
    let third = preview(&office, &folder).await;
    assert_eq!((&third["creates"], &third["attaches"]), (&seen["creates"], &seen["attaches"]));
    assert_eq!(office.ok("journal.verify", Value::Null).await["firstFault"], Value::Null);
}

#[tokio::test]
async fn a_patient_of_the_real_files_has_their_language_stays_and_coverage() {
    let Some(folder) = real_fhir() else { return };
    let office = TestOffice::hospital().await;
    let seen = preview(&office, &folder).await;
    office.ok("people.import_apply", apply(&seen, &[])).await;
    let found = office.ok("people.list", json!({ "text": "amy baxter" })).await;
    let amy = id(&found["rows"][0]);
    let view = office.ok("people.view", json!({ "id": amy })).await;
    assert_eq!(view["form"]["birthDate"], "1987-02-20");
    assert_eq!(view["form"]["spokenLanguage"], "Spanish");
    assert_eq!(view["form"]["interpreter"], true);
    assert_eq!(view["form"]["identifiers"][0]["value"], "1032702");
    assert!(!view["stays"].as_array().unwrap().is_empty(), "{view}");
    assert!(!view["coverage"].as_array().unwrap().is_empty(), "{view}");
    // What an import found somebody as stays when their form is changed by hand.
    let mut form = view["form"].clone();
    form["notes"] = json!("Called.");
    office.ok("people.change", json!({ "id": amy, "form": form })).await;
    assert_eq!(preview(&office, &folder).await["creates"], 0);
}

#[tokio::test]
async fn an_import_that_something_rests_on_is_not_taken_back() {
    let office = TestOffice::hospital().await;
    let seen = preview(&office, &fixture("list.json")).await;
    let (_, entry) = office.done("people.import_apply", apply(&seen, &[])).await;
    let amy = office.ok("people.list", json!({ "text": "amy" })).await;
    let case = office.a_grievance(&id(&amy["rows"][0])).await;
    let error = office.refused("journal.undo", json!({ "entry": entry })).await;
    assert_eq!(error.kind, Kind::Conflict);
    assert_eq!(office.ok("cases.view", json!({ "id": id(&case) })).await, case);
}

#[tokio::test]
async fn one_bad_resource_never_loses_the_rest() {
    let office = TestOffice::hospital().await;
    let seen = preview(&office, &fixture("one-bad-among-good.json")).await;
    assert_eq!(seen["creates"], 2);
    let skipped: Vec<&Value> =
        seen["lines"].as_array().unwrap().iter().filter(|line| line["fate"] == "skip").collect();
    assert!(skipped.len() > 3);
    assert!(skipped.iter().all(|line| line["why"].as_str().is_some_and(|why| why.len() > 20)));
    assert!(skipped.iter().all(|line| line["include"] == false));
    let done = office.ok("people.import_apply", apply(&seen, &[])).await;
    assert_eq!((&done["created"], people(&office).await), (&json!(2), 2));
}

#[tokio::test]
async fn lines_that_were_unticked_stay_out_with_all_that_hangs_on_them() {
    let office = TestOffice::hospital().await;
    let seen = preview(&office, &fixture("one-bad-among-good.json")).await;
    let lines = seen["lines"].as_array().unwrap();
    let amy = lines.iter().find(|line| line["reference"] == "Patient/amy").unwrap();
    let done = office.ok("people.import_apply", apply(&seen, &[amy["n"].as_u64().unwrap()])).await;
    assert_eq!((&done["created"], &done["attached"]), (&json!(1), &json!(0)));
    assert_eq!(people(&office).await, 1);
}

#[tokio::test]
async fn files_that_are_not_fhir_r4_in_json_are_refused_with_what_they_are() {
    let office = TestOffice::hospital().await;
    for (name, words) in [
        ("patient.xml", "FHIR in XML"),
        ("people.csv", "a spreadsheet"),
        ("people.xlsx", "a spreadsheet"),
        ("version-r5.json", "FHIR R5"),
        ("version-stu3.json", "FHIR STU3"),
        ("cut-off.json", "broken at line"),
        ("not-fhir.json", "a JSON file of another kind"),
        ("empty.json", "empty"),
    ] {
        let seen = preview(&office, &fixture(name)).await;
        let problem = seen["files"][0]["problem"].as_str().unwrap();
        assert!(problem.contains(words), "{name}: {problem}");
        assert_eq!((&seen["creates"], &seen["lines"]), (&json!(0), &json!([])), "{name}");
    }
    assert_eq!(people(&office).await, 0);
}

#[tokio::test]
async fn a_file_of_500_megabytes_is_refused_at_once() {
    let office = TestOffice::hospital().await;
    let path = office.beside("huge.json");
    File::create(&path).unwrap().set_len(500 << 20).unwrap();
    let started = Instant::now();
    let seen = preview(&office, &path).await;
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
    let problem = seen["files"][0]["problem"].as_str().unwrap();
    assert!(problem.starts_with("This file is 500 MB."), "{problem}");
}

/// A bulk file of so many patients.
fn many(office: &TestOffice, count: usize) -> PathBuf {
    let lines: Vec<String> = (0..count)
        .map(|n| {
            format!(
                r#"{{"resourceType":"Patient","id":"p{n}","name":[{{"family":"F{n}","given":["G"]}}]}}"#
            )
        })
        .collect();
    let path = office.beside("many.ndjson");
    put(&path, lines.join("\n").as_bytes());
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_look_can_be_stopped_and_leaves_nothing() {
    let office = TestOffice::hospital().await;
    let path = many(&office, 30_000);
    let looking = {
        let office = office.office.clone();
        let from = office::app::Caller { host: Host::Test };
        tokio::spawn(
            async move { office.call(from, "people.import_preview", paths(&[&path])).await },
        )
    };
    while !looking.is_finished() {
        // A stop that comes before the job begins is forgotten, so it is said until it is heard.
        office.ok("office.stop", Value::Null).await;
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let error = looking.await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind, error.message.as_str()),
        (Kind::Unavailable, "Stopped. Nothing was changed.")
    );
    assert_eq!(office.ok("office.progress", Value::Null).await, Value::Null);
    assert_eq!(people(&office).await, 0);
}

#[tokio::test]
async fn the_window_chooses_files_by_dialog_or_drop_and_never_by_path() {
    let office = TestOffice::hospital().await;
    let file = fixture("list.json");
    let error =
        office.call_from(Host::Window, "people.import_preview", paths(&[&file])).await.unwrap_err();
    assert_eq!(error.kind, Kind::Denied);
    let canceled = office.ok("people.import_preview", json!({ "kind": "choose" })).await;
    assert_eq!(canceled, Value::Null);
    office.desktop.will_import(vec![file.clone()]);
    let chosen = office
        .call_from(Host::Window, "people.import_preview", json!({ "kind": "choose" }))
        .await
        .unwrap();
    assert_eq!(chosen.output["creates"], 1);
    office.office.offer_dropped(vec![file]);
    let dropped = office.ok("people.import_preview", json!({ "kind": "dropped" })).await;
    assert_eq!(dropped["creates"], 1);
    // What was dropped is taken once.
    let again = office.ok("people.import_preview", json!({ "kind": "dropped" })).await;
    assert_eq!(again, Value::Null);
}

#[tokio::test]
async fn a_preview_is_gone_once_it_is_used_dropped_replaced_or_locked_away() {
    let office = TestOffice::hospital().await;
    let file = fixture("list.json");
    let used = preview(&office, &file).await;
    office.ok("people.import_apply", apply(&used, &[])).await;
    let dropped = preview(&office, &file).await;
    office.ok("people.import_drop", json!({ "token": dropped["token"] })).await;
    let replaced = preview(&office, &file).await;
    let locked = preview(&office, &file).await;
    office.lock().await;
    office.unlock().await;
    for gone in [used, dropped, replaced, locked] {
        let error = office.refused("people.import_apply", apply(&gone, &[])).await;
        assert_eq!(error.kind, Kind::NotFound);
    }
    assert_eq!(people(&office).await, 1);
}
