//! Cases: their numbers, lists, dates, issues, parties, closing and reopening.

use std::collections::BTreeSet;

use office::kernel::{Error, Kind};
use office_tests::files::copy_folder;
use office_tests::office::{TestOffice, case, id, person};
use serde_json::{Value, json};

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|f| f.field.as_str()).collect()
}

/// Opens a case of this kind, received on this day of March 2026 or at this moment.
async fn opened(office: &TestOffice, kind: &str, patient: &str, received: &str) -> Value {
    office.ok("cases.open", case(kind, patient, received)).await
}

async fn numbers(office: &TestOffice, filter: Value) -> BTreeSet<String> {
    let page = office
        .ok("cases.list", json!({ "filter": filter, "order": "received", "limit": 100 }))
        .await;
    assert_eq!(page["total"].as_u64(), page["rows"].as_array().map(|rows| rows.len() as u64));
    let rows = page["rows"].as_array().unwrap();
    rows.iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect()
}

fn set(numbers: &[&Value]) -> BTreeSet<String> {
    numbers.iter().map(|case| case["number"].as_str().unwrap().to_owned()).collect()
}

fn close_form(case: &Value, note: &str, on: &str) -> Value {
    json!({ "id": id(case), "outcome": "withdrawn", "note": note, "on": on })
}

async fn close(office: &TestOffice, case: &Value) -> Value {
    office.ok("cases.close", close_form(case, "She has her answer.", "2026-03-10")).await
}

#[tokio::test]
async fn numbers_are_counted_by_laptop_and_year_and_can_be_said_aloud() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let first = office.a_grievance(&patient).await;
    let (second, entry) =
        office.done("cases.open", case("question", &patient, "2026-03-04T09:00")).await;
    assert_eq!((&first["number"], &second["number"]), (&json!("A-26-0001"), &json!("A-26-0002")));
    // A number that was handed out is never handed out again.
    office.ok("journal.undo", json!({ "entry": entry })).await;
    let third = office.a_grievance(&patient).await;
    assert_eq!(third["number"], "A-26-0003");
    office.is_now("2027-01-01T15:00:00Z");
    let next_year = office.a_grievance(&patient).await;
    assert_eq!(next_year["number"], "A-27-0001");
}

#[tokio::test]
async fn two_laptops_never_hand_out_the_same_number() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    office.a_grievance(&patient).await;
    office.lock().await;
    copy_folder(&office.folder(), &office.beside("copy"));
    copy_folder(&office.folder(), &office.beside("another"));
    let (copy, another) = (office.elsewhere("copy"), office.elsewhere("another"));
    let mut prefixes = BTreeSet::new();
    for laptop in [&office, &copy, &another] {
        laptop.unlock().await;
        let case = laptop.a_grievance(&patient).await;
        let number = case["number"].as_str().unwrap().to_owned();
        let (prefix, rest) = number.split_once('-').unwrap();
        assert!(prefix == "A" && rest == "26-0002" || rest == "26-0001", "{number}");
        assert!(prefix == "A" || prefix.chars().all(|c| "ACDEFHJKMNPRTWXY34679".contains(c)));
        prefixes.insert(prefix.to_owned());
        assert_eq!(laptop.ok("journal.verify", Value::Null).await["ok"], true);
        laptop.lock().await;
    }
    assert_eq!(prefixes.len(), 3, "{prefixes:?}");
    // Opened again in its place a copy stays who it became.
    let copy = copy.restarted();
    copy.unlock().await;
    let case = copy.a_grievance(&patient).await;
    let prefix = case["number"].as_str().unwrap().split('-').next().unwrap().to_owned();
    assert!(prefixes.contains(&prefix));
}

#[tokio::test]
async fn an_older_state_brought_back_takes_up_a_chain_of_its_own() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    office.lock().await;
    let store = office.folder().join("gen-000001/store.db");
    let older = std::fs::read(&store).unwrap();
    office.unlock().await;
    assert_eq!(office.a_grievance(&patient).await["number"], "A-26-0001");
    office.lock().await;
    let office = office.restarted();
    office_tests::files::put(&store, &older);
    office.unlock().await;
    let number = office.a_grievance(&patient).await["number"].clone();
    assert!(!number.as_str().unwrap().starts_with("A-"), "{number}");
    let report = office.ok("journal.verify", Value::Null).await;
    let fault = report["firstFault"].as_str().unwrap();
    assert!(fault.starts_with("Signatures: The office file is older than"), "{fault}");
}

#[tokio::test]
async fn a_case_comes_back_as_it_was_typed_with_its_people() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let daughter = id(&office.ok("people.add", person("relative", "Joan", "Abara")).await);
    let mut form = case("grievance", &patient, "2026-03-03T09:00");
    form["raisedBy"] = json!(daughter);
    form["relation"] = json!("child");
    form["saidOn"] = json!("2026-02-27T22:40");
    form["saidWhere"] = json!("at the bedside");
    form["happened"] = json!("She rang.\n\nNobody came. <b>=1+1</b> שרה \u{202E}");
    let view = office.ok("cases.open", form.clone()).await;
    assert_eq!(view["form"], form);
    assert_eq!((&view["stage"], &view["ownerName"]), (&json!("new"), &json!("Ana Test")));
    assert_eq!(view["patientName"], "Ruth Abara");
    assert_eq!(view["raisedByName"], "Joan Abara");
    let parties = view["parties"].as_array().unwrap();
    let told = |n: usize| (&parties[n]["role"], &parties[n]["mayBeTold"]);
    assert_eq!(parties.len(), 2);
    assert_eq!(told(0), (&json!("patient"), &json!(true)));
    // Who may be told is the patient's to say.
    assert_eq!(told(1), (&json!("raised_by"), &json!(false)));
    assert_eq!(office.ok("cases.view", json!({ "id": id(&view) })).await, view);
}

#[tokio::test]
async fn a_case_without_a_named_patient_can_be_opened() {
    let office = TestOffice::hospital().await;
    let mut form = case("concern", "", "2026-03-03T09:00");
    form["relation"] = json!("other");
    let view = office.ok("cases.open", form).await;
    assert_eq!(view["patientName"], "(name withheld)");
    assert_eq!(view["parties"], json!([]));
}

#[tokio::test]
async fn dates_that_cannot_be_and_fields_too_long_are_named() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    for (field, wrong) in [
        ("receivedOn", json!("2026-03-11T09:00")),
        ("receivedOn", json!("1989-12-31T09:00")),
        ("receivedOn", json!("yesterday")),
        ("saidOn", json!("2026-03-04T09:00")),
        ("saidOn", json!("2026-03")),
        ("patient", json!("Ruth")),
        ("about", json!(" \n ")),
        ("about", json!("x".repeat(501))),
        ("happened", json!("x".repeat(20_001))),
        ("wants", json!("x".repeat(10_000_000))),
        ("unit", json!("x".repeat(201))),
        ("saidWhere", json!("x".repeat(201))),
    ] {
        let mut form = case("grievance", &patient, "2026-03-03T09:00");
        form[field] = wrong;
        let error = office.refused("cases.open", form).await;
        assert_eq!((error.kind, fields(&error)), (Kind::Invalid, vec![field]), "{error}");
        assert!(error.message.len() < 200);
    }
    let mut nobody = case("grievance", &patient, "2026-03-03T09:00");
    nobody["patient"] = json!("01890000-0000-7000-8000-000000000000");
    assert_eq!(office.refused("cases.open", nobody).await.kind, Kind::NotFound);
    assert_eq!(office.ok("cases.counts", Value::Null).await["all"], 0);
}

#[tokio::test]
async fn a_list_is_narrowed_by_each_filter() {
    let office = TestOffice::hospital().await;
    let ruth = office.a_patient("Ruth", "Ábara").await;
    let kim = office.a_patient("Esther", "Kim").await;
    let grievance = office.a_grievance(&ruth).await;
    let question = opened(&office, "question", &kim, "2026-03-09T16:00").await;
    let mut form = case("billing", &kim, "2026-02-01T08:00");
    form["urgency"] = json!("urgent");
    form["unit"] = json!("Billing");
    form["about"] = json!("Charged twice for one night");
    let billing = office.ok("cases.open", form).await;
    office.ok("cases.set_stage", json!({ "id": id(&question), "stage": "awaiting" })).await;
    let closed = opened(&office, "compliment", &ruth, "2026-03-01T08:00").await;
    close(&office, &closed).await;
    let owner = grievance["owner"].clone();
    for (filter, expected) in [
        (json!({}), set(&[&grievance, &question, &billing, &closed])),
        (json!({ "open": true }), set(&[&grievance, &question, &billing])),
        (json!({ "open": false }), set(&[&closed])),
        (json!({ "kind": "billing" }), set(&[&billing])),
        (json!({ "stage": "awaiting" }), set(&[&question])),
        (json!({ "urgency": "urgent" }), set(&[&billing])),
        (json!({ "unit": "Billing" }), set(&[&billing])),
        (json!({ "owner": owner }), set(&[&grievance, &question, &billing, &closed])),
        (json!({ "owner": "nobody" }), set(&[])),
        (json!({ "receivedFrom": "2026-03-03" }), set(&[&grievance, &question])),
        (json!({ "receivedTo": "2026-03-03" }), set(&[&grievance, &billing, &closed])),
        (
            json!({ "receivedFrom": "2026-03-01", "receivedTo": "2026-03-03" }),
            set(&[&grievance, &closed]),
        ),
        (json!({ "text": "charged TWICE" }), set(&[&billing])),
        (json!({ "text": "abara" }), set(&[&grievance, &closed])),
        (json!({ "text": "A-26-0002" }), set(&[&question])),
        (json!({ "person": kim }), set(&[&question, &billing])),
        (json!({ "due": "today" }), set(&[&grievance])),
        (json!({ "due": "overdue" }), set(&[])),
        (json!({ "due": "week" }), set(&[&grievance])),
        (json!({ "person": ruth, "open": true, "kind": "grievance" }), set(&[&grievance])),
    ] {
        assert_eq!(numbers(&office, filter.clone()).await, expected, "{filter}");
    }
    let counts = office.ok("cases.counts", Value::Null).await;
    assert_eq!((&counts["open"], &counts["all"]), (&json!(3), &json!(4)));
    assert_eq!(counts["units"], json!(["4 West", "Billing"]));
    assert_eq!(counts["owners"][0]["name"], "Ana Test");
}

#[tokio::test]
async fn nothing_is_due_on_a_closed_case() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = office.a_grievance(&patient).await;
    office.is_now("2026-03-20T14:00:00Z");
    assert_eq!(numbers(&office, json!({ "due": "overdue" })).await.len(), 1);
    close(&office, &case).await;
    assert!(numbers(&office, json!({ "due": "overdue" })).await.is_empty());
    let due = office.ok("cases.list", json!({ "filter": {}, "order": "due" })).await;
    assert_eq!((&due["rows"], &due["total"]), (&json!([]), &json!(0)));
    assert_eq!(office.ok("cases.counts", Value::Null).await["myDay"], 0);
    let all = office.ok("cases.list", json!({ "filter": {}, "order": "received" })).await;
    assert_eq!(all["rows"][0]["next"], Value::Null);
}

#[tokio::test]
async fn both_orders_page_each_case_exactly_once() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let (mut all, mut with_clock) = (BTreeSet::new(), BTreeSet::new());
    for n in 0..45 {
        // Many arrive at the same minute and fall due on the same day.
        let received = format!("2026-03-0{}T0{}:00", 1 + n % 3, 8 + n % 2);
        let kind = if n % 3 == 0 { "question" } else { "grievance" };
        let case = opened(&office, kind, &patient, &received).await;
        all.insert(id(&case));
        if kind == "grievance" {
            with_clock.insert(id(&case));
        }
    }
    for (order, expected) in [("received", &all), ("due", &with_clock)] {
        for limit in [4, 15, 100] {
            let mut query = json!({ "filter": {}, "order": order, "limit": limit });
            let (mut ids, mut keys) = (Vec::new(), Vec::new());
            loop {
                let page = office.ok("cases.list", query.clone()).await;
                assert_eq!(page["total"], expected.len());
                for row in page["rows"].as_array().unwrap() {
                    ids.push(id(row));
                    keys.push(match order {
                        "due" => row["next"]["on"].as_str().unwrap().to_owned(),
                        _ => row["receivedOn"].as_str().unwrap().to_owned(),
                    });
                }
                match page["next"].as_str() {
                    Some(next) => query["after"] = json!(next),
                    None => break,
                }
            }
            assert_eq!(ids.len(), expected.len(), "{order} by {limit}");
            assert_eq!(&ids.into_iter().collect::<BTreeSet<_>>(), expected);
            let in_order =
                if order == "due" { keys.is_sorted() } else { keys.iter().rev().is_sorted() };
            assert!(in_order, "{order}: {keys:?}");
        }
    }
}

#[tokio::test]
async fn a_case_closes_only_when_its_issues_are_decided() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = opened(&office, "complaint", &patient, "2026-03-03T09:00").await;
    let issue = json!({ "case": id(&case), "about": "Call light" });
    let view = office.ok("cases.add_issue", issue).await;
    let error = office.refused("cases.close", close_form(&case, "Done.", "2026-03-10")).await;
    assert_eq!(fields(&error), ["outcome"]);
    let issue = id(&view["issues"][0]);
    let mut decide = json!({ "id": issue, "about": "Call light", "state": "decided",
                             "outcome": null, "finding": "Two calls went to an empty desk." });
    assert_eq!(fields(&office.refused("cases.change_issue", decide.clone()).await), ["outcome"]);
    decide["outcome"] = json!("upheld");
    let view = office.ok("cases.change_issue", decide).await;
    assert_eq!(view["issues"][0]["finding"], "Two calls went to an empty desk.");
    for (note, on, wrong) in [
        ("", "2026-03-10", "note"),
        ("Done.", "2026-03-11", "on"),
        ("Done.", "2026-03-02", "on"),
        ("Done.", "soon", "on"),
    ] {
        let error = office.refused("cases.close", close_form(&case, note, on)).await;
        assert_eq!(fields(&error), [wrong]);
    }
    let closed = close(&office, &case).await;
    assert_eq!((&closed["stage"], &closed["closedOn"]), (&json!("closed"), &json!("2026-03-10")));
    assert_eq!(closed["closingNote"], "She has her answer.");
}

#[tokio::test]
async fn work_on_a_closed_case_waits_until_it_is_reopened() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = opened(&office, "complaint", &patient, "2026-03-03T09:00").await;
    let key = json!({ "id": id(&case), "reason": "She called again." });
    assert_eq!(office.refused("cases.reopen", key.clone()).await.kind, Kind::Conflict);
    let stage = json!({ "id": id(&case), "stage": "closed" });
    assert_eq!(fields(&office.refused("cases.set_stage", stage).await), ["stage"]);
    close(&office, &case).await;
    for (name, input) in [
        ("cases.change", json!({ "id": id(&case), "form": case["form"], "reason": null })),
        ("cases.set_stage", json!({ "id": id(&case), "stage": "triaged" })),
        ("cases.add_issue", json!({ "case": id(&case), "about": "x" })),
        ("cases.close", close_form(&case, "Done.", "2026-03-10")),
        (
            "cases.add_party",
            json!({ "case": id(&case), "person": patient, "role": "other", "relation": null,
                    "mayBeTold": true }),
        ),
        (
            "clocks.promise",
            json!({ "case": id(&case), "what": "call", "due": "2026-03-12", "to": null }),
        ),
    ] {
        assert_eq!(office.refused(name, input).await.kind, Kind::Conflict, "{name}");
    }
    let silent = json!({ "id": id(&case), "reason": " " });
    assert_eq!(fields(&office.refused("cases.reopen", silent).await), ["reason"]);
    let open = office.ok("cases.reopen", key).await;
    assert_eq!((&open["stage"], &open["reopened"]), (&json!("triaged"), &json!(1)));
    for gone in ["closedOn", "outcome", "closingNote"] {
        assert_eq!(open[gone], Value::Null, "{gone}");
    }
    let history = office.ok("journal.history", json!({ "record": id(&case) })).await;
    assert_eq!(history[0]["reason"], "She called again.");
    assert_eq!(history[1]["words"], "Ana Test closed the case");
}

#[tokio::test]
async fn people_join_and_leave_a_case() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let mut nurse = person("hospital_staff", "Dele", "Okoro");
    nurse["title"] = json!("Nurse manager");
    let nurse = id(&office.ok("people.add", nurse).await);
    let case = opened(&office, "complaint", &patient, "2026-03-03T09:00").await;
    let add = |role: &str, told: bool| {
        json!({ "case": id(&case), "person": nurse, "role": role, "relation": "staff",
                "mayBeTold": told })
    };
    let view = office.ok("cases.add_party", add("staff", false)).await;
    assert_eq!(view["parties"][1]["detail"], "Nurse manager");
    // Somebody is in a case once; a second part takes the place of the first.
    let view = office.ok("cases.add_party", add("other", true)).await;
    assert_eq!(view["parties"].as_array().unwrap().len(), 2);
    assert_eq!(view["parties"][1]["role"], "other");
    assert_eq!(view["parties"][1]["mayBeTold"], true);
    let out = |reason: &str| json!({ "id": id(&view["parties"][1]), "reason": reason });
    assert_eq!(fields(&office.refused("cases.remove_party", out("")).await), ["reason"]);
    let (view, entry) = office.done("cases.remove_party", out("Not on that shift.")).await;
    assert_eq!(view["parties"].as_array().unwrap().len(), 1);
    office.ok("journal.undo", json!({ "entry": entry })).await;
    let back = office.ok("cases.view", json!({ "id": id(&case) })).await;
    assert_eq!(back["parties"][1]["person"], nurse);
}

#[tokio::test]
async fn a_wrong_patient_does_not_stay_somebody_who_may_be_told() {
    let office = TestOffice::hospital().await;
    let wrong = office.a_patient("Ruth", "Abare").await;
    let right = office.a_patient("Ruth", "Abara").await;
    let case = opened(&office, "complaint", &wrong, "2026-03-03T09:00").await;
    let mut form = case["form"].clone();
    form["patient"] = json!(right);
    form["raisedBy"] = json!(right);
    let change = json!({ "id": id(&case), "form": form, "reason": "The other Ruth." });
    let view = office.ok("cases.change", change).await;
    let parties = view["parties"].as_array().unwrap();
    assert_eq!(parties.len(), 1);
    assert_eq!((&parties[0]["person"], &parties[0]["mayBeTold"]), (&json!(right), &json!(true)));
    // Who was taken for the patient but only raised it keeps that part, and no more.
    form["patient"] = json!(wrong);
    form["relation"] = json!("sibling");
    let change = json!({ "id": id(&case), "form": form, "reason": null });
    let view = office.ok("cases.change", change).await;
    let told: Vec<_> = view["parties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["person"].clone(), p["role"].clone(), p["mayBeTold"].clone()))
        .collect();
    assert!(told.contains(&(json!(wrong), json!("patient"), json!(true))), "{told:?}");
    assert!(told.contains(&(json!(right), json!("raised_by"), json!(false))), "{told:?}");
    assert_eq!(told.len(), 2);
}

#[tokio::test]
async fn words_of_a_case_are_found_without_accents_that_unicode_does_not_take_apart() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let mut form = case("complaint", &patient, "2026-03-03T09:00");
    form["about"] = "Nurse Łukasz Sørensen wrote Größe wrong".into();
    office.ok("cases.open", form).await;
    for words in ["lukasz", "sorensen", "grosse", "GRÖSSE", "łuk"] {
        let filter = json!({
            "open": null, "kind": null, "stage": null, "unit": null, "owner": null,
            "urgency": null, "due": null, "receivedFrom": null, "receivedTo": null,
            "text": words, "person": null,
        });
        let input = json!({ "filter": filter, "order": "received", "after": null, "limit": 50 });
        let found = office.ok("cases.list", input).await;
        assert_eq!(found["total"], 1, "{words}");
    }
}
