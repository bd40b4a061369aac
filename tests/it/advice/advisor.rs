//! What a case is: the facts that decide, the advice, and what was decided.

use office::kernel::{Error, Kind};
use office_tests::files::repository;
use office_tests::office::{TestOffice, case, id};
use serde_json::{Value, json};

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|field| field.field.as_str()).collect()
}

/// A complaint that came this way on March 3, from the patient.
async fn complaint(office: &TestOffice, how: &str) -> String {
    let patient = office.a_patient("Ruth", "Abara").await;
    let mut form = case("complaint", &patient, "2026-03-03T09:00");
    form["saidHow"] = json!(how);
    id(&office.ok("cases.open", form).await)
}

async fn asked(office: &TestOffice, case: &str, answers: Value) -> Value {
    office.ok("advisor.ask", json!({ "case": case, "profile": null, "answers": answers })).await
}

async fn clocks(office: &TestOffice, case: &str) -> Vec<String> {
    let both = office.ok("clocks.for_case", json!({ "case": case })).await;
    let clocks = both["clocks"].as_array().unwrap();
    clocks.iter().map(|clock| clock["name"].as_str().unwrap().to_owned()).collect()
}

fn classify(case: &str, answers: &Value, rule: &str, chosen: &str, reason: Option<&str>) -> Value {
    json!({ "case": case, "answers": answers, "rule": rule, "chosen": chosen, "reason": reason })
}

fn by_letter() -> Value {
    json!({ "danger": "none", "asks": "no", "about": "care" })
}

#[tokio::test]
async fn a_complaint_by_letter_is_a_grievance_and_its_clocks_start() {
    let office = TestOffice::hospital().await;
    let case = complaint(&office, "letter").await;
    assert_eq!(clocks(&office, &case).await, [] as [&str; 0]);

    let turn = asked(&office, &case, json!({})).await;
    assert_eq!((&turn["asks"], &turn["kind"]), (&json!("Is it a grievance?"), &json!("complaint")));
    let known: Vec<(&Value, &Value, &Value)> = turn["known"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fact| (&fact["question"]["id"], &fact["answer"], &fact["by"]))
        .collect();
    let (who, said) = (json!("who"), json!("said"));
    let (patient, letter) = (json!("patient"), json!("letter"));
    let (relation, said_how) = (json!("relation"), json!("said_how"));
    assert_eq!(known, [(&who, &patient, &relation), (&said, &letter, &said_how)]);
    assert_eq!(turn["next"]["id"], "danger");
    assert_eq!(turn["advice"], Value::Null);
    let before = office.ok("advisor.for_case", json!({ "case": case })).await;
    assert_eq!((&before["decisions"], &before["resembles"]["rule"]), (&json!([]), &json!("G3")));

    let turn = asked(&office, &case, by_letter()).await;
    assert_eq!(turn["next"], Value::Null);
    let advice = &turn["advice"];
    assert_eq!((&advice["rule"], &advice["kind"]), (&json!("G3"), &json!("grievance")));
    assert_eq!((&advice["unverified"], &advice["other"]), (&json!(false), &Value::Null));
    assert!(advice["citation"].as_str().unwrap().contains("42 CFR 482.13"));

    let done = office
        .reply("advisor.classify", classify(&case, &by_letter(), "G3", "grievance", None))
        .await;
    let started: Vec<&Value> =
        done.output["started"].as_array().unwrap().iter().map(|clock| &clock["name"]).collect();
    assert_eq!(started, ["Interim notice", "Written decision"]);
    assert_eq!(done.output["stopped"], json!([]));
    assert!(["advisor", "cases", "clocks"].iter().all(|topic| done.changed.contains(topic)));
    let view = office.ok("cases.view", json!({ "id": case })).await;
    assert_eq!(
        (&view["form"]["kind"], &view["form"]["urgency"]),
        (&json!("grievance"), &json!("routine"))
    );
    assert_eq!(clocks(&office, &case).await, ["Interim notice", "Written decision"]);

    let decided = office.ok("advisor.for_case", json!({ "case": case })).await;
    assert_eq!(decided["resembles"], Value::Null);
    let one = &decided["decisions"][0];
    assert_eq!(
        (&one["kind"], &one["was"], &one["rule"]),
        (&json!("grievance"), &json!("complaint"), &json!("G3"))
    );
    assert_eq!((&one["by"], &one["reason"]), (&json!("Ana Test"), &Value::Null));
    assert_eq!(one["at"], "2026-03-10T10:00");
    assert_eq!(one["facts"].as_array().unwrap().len(), 5);
    let history = office.ok("journal.history", json!({ "record": case })).await;
    assert_eq!(history[0]["words"], "Ana Test decided what the case is");
    let labels: Vec<&Value> =
        history[0]["changes"].as_array().unwrap().iter().map(|c| &c["label"]).collect();
    assert!(labels.contains(&&json!("Kind")) && labels.contains(&&json!("Rule")), "{labels:?}");
}

#[tokio::test]
async fn choosing_something_else_needs_a_reason_and_keeps_it() {
    let office = TestOffice::hospital().await;
    let case = complaint(&office, "letter").await;
    for silent in [None, Some("  ")] {
        let choice = classify(&case, &by_letter(), "G3", "complaint", silent);
        assert_eq!(fields(&office.refused("advisor.classify", choice).await), ["reason"]);
    }
    let long = "x".repeat(501);
    let choice = classify(&case, &by_letter(), "G3", "complaint", Some(&long));
    assert_eq!(fields(&office.refused("advisor.classify", choice).await), ["reason"]);
    let decided = office.ok("advisor.for_case", json!({ "case": case })).await;
    assert_eq!(decided["decisions"], json!([]));

    // The kind stays as it was, and that it was looked at is on record all the same.
    let why = "It is a thank-you card with a question in it.";
    let choice = classify(&case, &by_letter(), "G3", "complaint", Some(why));
    let done = office.ok("advisor.classify", choice).await;
    assert_eq!((&done["started"], &done["stopped"]), (&json!([]), &json!([])));
    assert_eq!(
        (&done["decision"]["kind"], &done["decision"]["advised"]),
        (&json!("complaint"), &json!("grievance"))
    );
    assert_eq!(done["decision"]["reason"], why);
    let history = office.ok("journal.history", json!({ "record": case })).await;
    assert_eq!(history[0]["reason"], why);
}

#[tokio::test]
async fn a_grievance_that_is_none_stops_its_clocks() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let mut form = case("grievance", &patient, "2026-03-03T09:00");
    form["saidHow"] = json!("visit");
    let case = id(&office.ok("cases.open", form).await);
    let answers = json!({ "danger": "none", "asks": "no", "about": "care", "settled": "then" });
    let (done, entry) =
        office.done("advisor.classify", classify(&case, &answers, "G1", "complaint", None)).await;
    assert_eq!(done["stopped"].as_array().unwrap().len(), 2);
    assert_eq!(clocks(&office, &case).await, [] as [&str; 0]);
    // Taken back, the case is what it was, its clocks run, and no decision stands.
    office.ok("journal.undo", json!({ "entry": entry })).await;
    let view = office.ok("cases.view", json!({ "id": case })).await;
    assert_eq!(view["form"]["kind"], "grievance");
    assert_eq!(clocks(&office, &case).await, ["Interim notice", "Written decision"]);
    let decided = office.ok("advisor.for_case", json!({ "case": case })).await;
    assert_eq!(decided["decisions"], json!([]));
}

#[tokio::test]
async fn abuse_makes_the_case_urgent_when_the_advice_is_taken_and_only_then() {
    let office = TestOffice::hospital().await;
    let case = complaint(&office, "call").await;
    let answers = json!({ "danger": "abuse" });
    assert_eq!(asked(&office, &case, answers.clone()).await["advice"]["urgent"], true);
    let other = classify(&case, &answers, "G4", "complaint", Some("It was withdrawn."));
    assert_eq!(office.ok("advisor.classify", other).await["urgent"], false);
    let taken = classify(&case, &answers, "G4", "grievance", None);
    assert_eq!(office.ok("advisor.classify", taken).await["urgent"], true);
    let view = office.ok("cases.view", json!({ "id": case })).await;
    assert_eq!(view["form"]["urgency"], "urgent");
    // Both decisions stand, the latest first.
    let decided = office.ok("advisor.for_case", json!({ "case": case })).await;
    let kinds: Vec<&Value> =
        decided["decisions"].as_array().unwrap().iter().map(|decision| &decision["kind"]).collect();
    assert_eq!(kinds, ["grievance", "complaint"]);
}

#[tokio::test]
async fn what_was_answered_here_counts_over_what_the_case_says() {
    let office = TestOffice::hospital().await;
    let case = complaint(&office, "letter").await;
    let answers = json!({ "danger": "none", "asks": "no", "about": "care", "said": "in_person",
                          "settled": "then" });
    let turn = asked(&office, &case, answers).await;
    assert_eq!(turn["advice"]["rule"], "G1");
    let said = turn["known"].as_array().unwrap().iter().find(|f| f["question"]["id"] == "said");
    assert_eq!(said.unwrap()["by"], "answer");
}

#[tokio::test]
async fn both_readings_of_a_call_after_discharge_are_kept() {
    let office = TestOffice::hospital().await;
    let case = complaint(&office, "call").await;
    let answers = json!({ "danger": "none", "asks": "no", "about": "care", "stay": "after",
                          "routine": "yes" });
    let advice = asked(&office, &case, answers.clone()).await["advice"].clone();
    assert_eq!((&advice["rule"], &advice["kind"]), (&json!("G10"), &json!("grievance")));
    assert_eq!(
        (&advice["unverified"], &advice["other"]["kind"]),
        (&json!(true), &json!("complaint"))
    );
    let done =
        office.ok("advisor.classify", classify(&case, &answers, "G10", "grievance", None)).await;
    assert!(done["decision"]["other"].as_str().unwrap().starts_with("Not required to be"));
}

#[tokio::test]
async fn a_stay_on_record_says_that_it_was_said_during_the_stay() {
    let office = TestOffice::hospital().await;
    let file = repository().join("tests/fixtures/fhir/transfers.json");
    let paths = json!({ "kind": "paths", "paths": [file] });
    let seen = office.ok("people.import_preview", paths).await;
    office.ok("people.import_apply", json!({ "token": seen["token"], "exclude": [] })).await;
    let people = office.ok("people.list", json!({ "limit": 100 })).await;
    let mut tried = 0;
    for row in people["rows"].as_array().unwrap() {
        let person = office.ok("people.view", json!({ "id": id(row) })).await;
        for stay in person["stays"].as_array().unwrap() {
            let (Some(from), Some(to)) = (stay["from"].as_str(), stay["to"].as_str()) else {
                continue;
            };
            if from >= to || to > "2026-03-10" {
                continue;
            }
            let mut form = case("complaint", &id(row), &format!("{from}T09:00"));
            form["saidHow"] = json!("call");
            let opened = id(&office.ok("cases.open", form).await);
            let turn = asked(&office, &opened, json!({})).await;
            let known = turn["known"].as_array().unwrap();
            let stay = known.iter().find(|fact| fact["question"]["id"] == "stay");
            assert_eq!(stay.unwrap()["answer"], "during");
            tried += 1;
        }
    }
    assert!(tried > 0, "no stay in the file has both its days");
}

#[tokio::test]
async fn answers_that_are_none_and_advice_that_is_stale_are_refused_by_name() {
    let office = TestOffice::hospital().await;
    let case = complaint(&office, "letter").await;
    let ask = |answers: Value| json!({ "case": case, "profile": null, "answers": answers });
    let error = office.refused("advisor.ask", ask(json!({ "said": "pigeon" }))).await;
    assert_eq!((error.kind, fields(&error)), (Kind::Invalid, vec!["answers.said"]));
    let error = office.refused("advisor.ask", ask(json!({ "weather": "fine" }))).await;
    assert_eq!(fields(&error), ["answers.weather"]);
    assert!(!error.message.contains("fine"));

    let early = classify(&case, &json!({ "danger": "none" }), "G3", "grievance", None);
    let error = office.refused("advisor.classify", early).await;
    assert_eq!(fields(&error), ["answers.asks"]);
    let stale = classify(&case, &by_letter(), "G2", "grievance", None);
    assert_eq!(office.refused("advisor.classify", stale).await.kind, Kind::Conflict);
    let close = json!({ "id": case, "outcome": "answered", "note": "Done.", "on": "2026-03-10" });
    office.ok("cases.close", close).await;
    let late = classify(&case, &by_letter(), "G3", "grievance", None);
    assert_eq!(office.refused("advisor.classify", late).await.kind, Kind::Conflict);
    assert_eq!(clocks(&office, &case).await, [] as [&str; 0]);
}

#[tokio::test]
async fn the_rules_of_any_office_can_be_asked_without_a_case() {
    let office = TestOffice::with_profile("uk-england").await;
    let ask = |profile: Value, answers: Value| json!({ "case": null, "profile": profile, "answers": answers });
    let own = office.ok("advisor.ask", ask(Value::Null, json!({}))).await;
    assert_eq!(own["asks"], "Is it a complaint under the Regulations?");
    assert_eq!((&own["known"], &own["kind"]), (&json!([]), &Value::Null));
    for (profile, answers, rule) in [
        ("us-insurance", json!({ "what": "service", "plan": "ma", "extension": "no" }), "US-MA-G"),
        ("us-ltc-ombudsman", json!({ "what": "problem", "consent": "no" }), "NORS-CONSENT"),
        ("us-hospital", json!({ "danger": "harm" }), "G4"),
    ] {
        let turn = office.ok("advisor.ask", ask(json!(profile), answers)).await;
        assert_eq!(turn["advice"]["rule"], rule);
    }
    let nowhere = office.refused("advisor.ask", ask(json!("mars"), json!({}))).await;
    assert_eq!(nowhere.kind, Kind::NotFound);
}

#[tokio::test]
async fn what_was_spoken_and_settled_at_once_is_outside_the_english_regulations() {
    let office = TestOffice::with_profile("uk-england").await;
    let case = complaint(&office, "call").await;
    assert_eq!(clocks(&office, &case).await, ["Acknowledgment", "Written answer"]);
    let answers = json!({ "what": "unhappy", "since": "no", "settled": "yes" });
    let advice = asked(&office, &case, answers.clone()).await["advice"].clone();
    assert_eq!((&advice["rule"], &advice["unverified"]), (&json!("UK-E-NWD"), &json!(true)));
    let done =
        office.ok("advisor.classify", classify(&case, &answers, "UK-E-NWD", "concern", None)).await;
    assert_eq!(done["stopped"][0]["name"], "Acknowledgment");
    assert_eq!(clocks(&office, &case).await, [] as [&str; 0]);
}

#[tokio::test]
async fn an_office_without_a_decision_table_is_not_asked() {
    for (profile, asks) in [("us-hospital", true), ("us-insurance", true), ("scotland", false)] {
        let office = TestOffice::with_profile(profile).await;
        let case = complaint(&office, "call").await;
        let seen = office.ok("advisor.for_case", json!({ "case": case })).await;
        assert_eq!(seen["asks"], asks, "{profile}");
    }
}

#[tokio::test]
async fn a_rule_of_the_advisor_that_came_as_a_default_is_confirmed_with_name_and_date() {
    let office = TestOffice::hospital().await;
    let case = complaint(&office, "call").await;
    let answers = json!({ "danger": "none", "asks": "no", "about": "care", "stay": "after",
                          "routine": "yes" });
    let advice = asked(&office, &case, answers.clone()).await["advice"].clone();
    assert_eq!((&advice["unverified"], &advice["confirmAt"]), (&json!(true), &json!("advice-G10")));
    let row = async || {
        let rows = office.ok("advisor.checks", Value::Null).await;
        let rows = rows.as_array().unwrap().clone();
        rows.into_iter().find(|row| row["at"] == "advice-G10").unwrap()
    };
    let open = row().await;
    let choice = |terms: &Value, confirmed: bool| {
        json!({ "choices": [{ "key": open["key"], "value": terms, "policy": "Tag A-0118.",
                              "confirmed": confirmed }] })
    };
    let error = office.refused("clocks.settle_rules", choice(&open["terms"], false)).await;
    assert_eq!(error.fields[0].field, "confirmed");
    // What is not word for word what the advisor says confirms nothing.
    office.ok("clocks.settle_rules", choice(&json!("something else"), true)).await;
    assert_eq!(asked(&office, &case, answers.clone()).await["advice"]["unverified"], true);
    let done = office.reply("clocks.settle_rules", choice(&open["terms"], true)).await;
    assert!(done.changed.contains(&"advisor"), "what the window shows of it is read anew");
    let by = json!({ "by": "Ana Test", "on": "2026-03-10" });
    let sure = row().await;
    assert_eq!((&sure["confirmed"], &sure["note"]), (&by, &json!("Tag A-0118.")));
    let advice = asked(&office, &case, answers.clone()).await["advice"].clone();
    assert_eq!((&advice["unverified"], &advice["checked"]), (&json!(false), &by));
    assert_eq!(advice["other"]["unverified"], false);
    office.ok("clocks.settle_rules", choice(&Value::Null, false)).await;
    assert_eq!(asked(&office, &case, answers).await["advice"]["unverified"], true);
}
