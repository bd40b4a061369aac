//! Taking back, and the history that says what happened.

use std::collections::BTreeMap;

use office::kernel::Kind;
use office_tests::files::put;
use office_tests::office::{TestOffice, case, contact, id, person};
use serde_json::{Value, json};

use super::scene::scene;

#[tokio::test]
async fn nothing_is_taken_back_once_something_rests_on_it() {
    let office = TestOffice::hospital().await;
    let undo = |entry: &str| json!({ "entry": entry });
    let (ruth, added) = office.done("people.add", person("patient", "Ruth", "Abara")).await;
    let (case, opened) =
        office.done("cases.open", case("grievance", &id(&ruth), "2026-03-03T09:00")).await;
    let call = contact(&id(&case), "call", "2026-03-10T09:00", "She called.");
    let (call, logged) = office.done("contacts.add", call).await;
    let amend = json!({ "id": id(&call), "reason": "Not so.", "channel": "visit",
                        "direction": "in", "at": "2026-03-10T09:00", "minutes": null,
                        "with": null, "withName": null, "reached": "reached",
                        "summary": "She came by." });
    let (_, amended) = office.done("contacts.amend", amend).await;
    // Each rests on the one before it, so only the last can go, and then the next.
    let mut order = vec![amended, logged, opened, added];
    while !order.is_empty() {
        for built_upon in &order[1..] {
            let error = office.refused("journal.undo", undo(built_upon)).await;
            assert_eq!(error.kind, Kind::Conflict, "{error}");
            assert!(error.message.contains("something was built on it"), "{error}");
        }
        let last = order.remove(0);
        office.ok("journal.undo", undo(&last)).await;
    }
    assert_eq!(office.ok("people.list", json!({})).await["total"], 0);
    assert_eq!(office.ok("cases.counts", Value::Null).await["all"], 0);
    assert_eq!(office.ok("journal.verify", Value::Null).await["ok"], true);
}

#[tokio::test]
async fn evidence_is_not_taken_back_while_a_clock_rests_on_it() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = office.a_grievance(&patient).await;
    let letter = contact(&id(&case), "letter", "2026-03-10T09:00", "The decision.");
    let (letter, logged) = office.done("contacts.add", letter).await;
    let clocks = office.ok("clocks.for_case", json!({ "case": id(&case) })).await;
    let meet = json!({ "id": id(&clocks["clocks"][1]), "contact": id(&letter) });
    let (_, met) = office.done("clocks.meet", meet).await;
    let error = office.refused("journal.undo", json!({ "entry": logged })).await;
    assert_eq!(error.kind, Kind::Conflict);
    office.ok("journal.undo", json!({ "entry": met })).await;
    office.ok("journal.undo", json!({ "entry": logged })).await;
    assert_eq!(office.ok("clocks.for_case", json!({ "case": id(&case) })).await, clocks);
}

#[tokio::test]
async fn an_older_value_does_not_come_back_over_a_newer_one() {
    let office = TestOffice::hospital().await;
    let scene = scene(&office).await;
    let stage = |stage: &str| json!({ "id": id(&scene.case), "stage": stage });
    let (_, first) = office.done("cases.set_stage", stage("triaged")).await;
    let (_, second) = office.done("cases.set_stage", stage("awaiting")).await;
    let error = office.refused("journal.undo", json!({ "entry": first })).await;
    assert_eq!(error.kind, Kind::Conflict);
    office.ok("journal.undo", json!({ "entry": second })).await;
    let view = office.ok("cases.view", json!({ "id": id(&scene.case) })).await;
    assert_eq!(view["stage"], "triaged");
}

#[tokio::test]
async fn what_somebody_else_did_is_theirs_to_take_back() {
    let office = TestOffice::hospital().await;
    let scene = scene(&office).await;
    let office = office.written_by_another(&id(&scene.case)).await;
    let (office, mut tables) = office.watched().await;
    let theirs = tables.text("select id from journal_entry where action = 'test.write'").await;
    let history = office.ok("journal.history", json!({ "record": id(&scene.case) })).await;
    let line = history.as_array().unwrap().iter().find(|l| l["entry"] == theirs).unwrap();
    assert_eq!(line["undoable"], false);
    let error = office.refused("journal.undo", json!({ "entry": theirs })).await;
    assert_eq!(error.kind, Kind::Denied);
    let (action, facts) = tables.last_entry().await;
    assert_eq!((action.as_str(), &facts["command"]), ("security.denied", &json!("journal.undo")));
}

#[tokio::test]
async fn an_office_cannot_be_unmade() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let founding =
        tables.text("select id from journal_entry where action = 'security.create'").await;
    let error = office.refused("journal.undo", json!({ "entry": founding })).await;
    assert_eq!(error.kind, Kind::Conflict);
    office.lock().await;
    office.unlock().await;
    assert_eq!(office.ok("office.view", Value::Null).await["name"], "Test Office");
}

#[tokio::test]
async fn what_was_made_long_ago_stays_and_a_change_can_still_be_taken_back() {
    let office = TestOffice::hospital().await;
    let (ruth, added) = office.done("people.add", person("patient", "Ruth", "Abara")).await;
    let change = json!({ "id": id(&ruth), "form": person("patient", "Ruth", "Kim") });
    let (_, changed) = office.done("people.change", change).await;
    let lines: Vec<String> = (0..1_000)
        .map(|n| {
            format!(r#"{{"resourceType":"Patient","id":"p{n}","name":[{{"family":"F{n}"}}]}}"#)
        })
        .collect();
    let path = office.beside("many.ndjson");
    put(&path, lines.join("\n").as_bytes());
    let seen =
        office.ok("people.import_preview", json!({ "kind": "paths", "paths": [path] })).await;
    office.ok("people.import_apply", json!({ "token": seen["token"], "exclude": [] })).await;
    let history = office.ok("journal.history", json!({ "record": id(&ruth) })).await;
    let undoable: Vec<&Value> =
        history.as_array().unwrap().iter().map(|line| &line["undoable"]).collect();
    assert_eq!(undoable, [&json!(true), &json!(false)]);
    office.ok("journal.undo", json!({ "entry": changed })).await;
    let error = office.refused("journal.undo", json!({ "entry": added })).await;
    assert_eq!(error.kind, Kind::Conflict);
}

#[tokio::test]
async fn the_history_names_fields_people_and_reasons_in_words() {
    let office = TestOffice::hospital().await;
    let scene = scene(&office).await;
    let mut form = scene.case["form"].clone();
    form["raisedBy"] = json!(scene.nurse);
    form["urgency"] = json!("urgent");
    form["relation"] = json!("staff");
    let change = json!({ "id": id(&scene.case), "form": form, "reason": "She told us." });
    office.ok("cases.change", change).await;
    let history = office.ok("journal.history", json!({ "record": id(&scene.case) })).await;
    let line = &history[0];
    assert_eq!(line["words"], "Ana Test changed the case");
    assert_eq!((&line["actor"], &line["reason"]), (&json!("Ana Test"), &json!("She told us.")));
    assert_eq!(
        (&line["at"], &line["undoable"]),
        (&json!("2026-03-10T14:00:00.000Z"), &json!(true))
    );
    let changes: BTreeMap<&str, (&Value, &Value)> = line["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["label"].as_str().unwrap(), (&c["from"], &c["to"])))
        .collect();
    assert_eq!(
        changes,
        BTreeMap::from([
            ("Raised by", (&json!("Ruth Abara"), &json!("Dele Okoro"))),
            ("Relation", (&json!("The patient"), &json!("Staff"))),
            ("Urgency", (&json!("Routine"), &json!("Urgent"))),
        ])
    );
    let actions: Vec<&str> =
        history.as_array().unwrap().iter().map(|line| line["action"].as_str().unwrap()).collect();
    assert_eq!(
        actions,
        [
            "cases.change",
            "contacts.add",
            "contacts.add",
            "clocks.promise",
            "cases.add_party",
            "cases.add_issue",
            "cases.open"
        ]
    );
    let nurse = office.ok("journal.history", json!({ "record": scene.nurse })).await;
    assert_eq!(nurse.as_array().unwrap().len(), 1);
    assert_eq!(nurse[0]["words"], "Ana Test added this person");
}
