//! What is noticed before it goes wrong, with the rule behind it and the next step.

use office_tests::citations::{self, Standing};
use office_tests::files::repository;
use office_tests::office::{TestOffice, case, contact, id};
use serde_json::{Value, json};

async fn of_case(office: &TestOffice, case: &Value) -> Vec<Value> {
    let signs = office.ok("watchers.for_case", json!({ "case": id(case) })).await;
    signs.as_array().unwrap().clone()
}

async fn list(office: &TestOffice) -> Vec<Value> {
    let view = office.ok("watchers.list", json!({ "limit": 200 })).await;
    view["lines"].as_array().unwrap().clone()
}

fn kinds(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["kind"].as_str().unwrap()).collect()
}

async fn told(office: &TestOffice, patient: &str, case: &Value) {
    let leaflet = json!({ "key": "complaint-or-grievance", "language": "en", "teachBack": null });
    let give = json!({ "person": patient, "case": id(case), "way": "printed", "at": null,
                       "note": null, "leaflets": [leaflet] });
    office.ok("education.give", give).await;
}

async fn answered(office: &TestOffice, case: &Value, at: &str, meets: Value) -> String {
    let mut letter = contact(&id(case), "letter", at, "What was written.");
    letter["meets"] = meets;
    id(&office.ok("contacts.add", letter).await)
}

#[tokio::test]
async fn a_clock_is_noticed_within_its_lead_and_not_before() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    office.is_now("2026-03-03T15:00:00Z");
    let case = office.a_grievance(&patient).await;
    told(&office, &patient, &case).await;
    assert!(of_case(&office, &case).await.is_empty());
    // Seven days from March 3; two days before that it shows, with everything nobody has done.
    office.is_now("2026-03-08T15:00:00Z");
    let lines = of_case(&office, &case).await;
    assert_eq!(kinds(&lines), ["interim_needed", "nobody_answered"]);
    assert_eq!(lines[0]["title"], "Interim notice by Tue, Mar 10");
    assert!(lines[0]["rule"].as_str().unwrap().contains("42 CFR 482.13(a)(2)(ii)"));
    assert_eq!((&lines[0]["due"], &lines[0]["state"]), (&json!("2026-03-10"), &json!("soon")));
    office.is_now("2026-03-11T15:00:00Z");
    let lines = of_case(&office, &case).await;
    assert_eq!(
        (&lines[0]["title"], &lines[0]["state"]),
        (&json!("Interim notice not sent"), &json!("overdue"),)
    );
}

#[tokio::test]
async fn an_issue_nobody_has_begun_is_named_and_goes_when_somebody_begins() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = office.a_grievance(&patient).await;
    let issue = json!({ "case": id(&case), "about": "Call light" });
    let view = office.ok("cases.add_issue", issue).await;
    let lines = of_case(&office, &case).await;
    let named = lines.iter().find(|line| line["kind"] == "issue_unanswered").unwrap();
    assert_eq!(named["title"], "Not looked into: “Call light”");
    let begun = json!({ "id": id(&view["issues"][0]), "about": "Call light",
                        "state": "investigating", "outcome": null, "finding": null });
    office.ok("cases.change_issue", begun).await;
    assert!(!kinds(&of_case(&office, &case).await).contains(&"issue_unanswered"));
}

#[tokio::test]
async fn talking_does_not_replace_the_letter_and_no_case_closes_without_it() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = office.a_grievance(&patient).await;
    office.ok("contacts.add", contact(&id(&case), "call", "2026-03-10T09:00", "Told her.")).await;
    let stage = json!({ "id": id(&case), "stage": "follow_up" });
    office.ok("cases.set_stage", stage).await;
    assert!(kinds(&of_case(&office, &case).await).contains(&"written_missing"));
    let close = json!({ "id": id(&case), "outcome": "upheld", "note": "She wants no letter.",
                        "on": "2026-03-10" });
    let error = office.refused("cases.close", close.clone()).await;
    assert!(error.message.contains("is still owed (42 CFR 482.13"), "{error}");
    let both = office.ok("clocks.for_case", json!({ "case": id(&case) })).await;
    let clocks: Vec<&Value> =
        both["clocks"].as_array().unwrap().iter().map(|clock| &clock["id"]).collect();
    answered(&office, &case, "2026-03-10T09:30", json!(clocks)).await;
    assert!(!kinds(&of_case(&office, &case).await).contains(&"written_missing"));
    office.ok("cases.close", close).await;
}

#[tokio::test]
async fn who_takes_it_back_needs_no_decision() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&office.a_patient("Ruth", "Abara").await).await;
    let close = json!({ "id": id(&case), "outcome": "withdrawn", "note": "She took it back.",
                        "on": "2026-03-10" });
    office.ok("cases.close", close).await;
}

#[tokio::test]
async fn a_complaint_that_reads_like_a_grievance_is_noticed_until_somebody_decides() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let mut by_letter = case("complaint", &patient, "2026-03-10T09:00");
    by_letter["saidHow"] = json!("letter");
    let mut by_words = case("complaint", &patient, "2026-03-10T09:00");
    by_words["happened"] = json!("An aide pushed her and she has a bruise.");
    let mut settled = case("complaint", &patient, "2026-03-10T09:00");
    settled["saidHow"] = json!("visit");
    settled["happened"] = json!("The soup was cold.");
    let (by_letter, by_words, settled) = (
        office.ok("cases.open", by_letter).await,
        office.ok("cases.open", by_words).await,
        office.ok("cases.open", settled).await,
    );
    let rule = |lines: &[Value]| -> Option<String> {
        let sign = lines.iter().find(|line| line["kind"] == "reads_like_grievance")?;
        Some(sign["rule"].as_str()?.split(' ').next()?.to_owned())
    };
    assert_eq!(rule(&of_case(&office, &by_letter).await).as_deref(), Some("G3"));
    assert_eq!(rule(&of_case(&office, &by_words).await).as_deref(), Some("G4"));
    assert_eq!(rule(&of_case(&office, &settled).await), None);
    // Still open the day after: it was not put right at the time.
    office.is_now("2026-03-11T15:00:00Z");
    assert_eq!(rule(&of_case(&office, &settled).await).as_deref(), Some("G2"));
    let answers = json!({ "danger": "none", "who": "patient", "asks": "no", "about": "care",
                          "said": "in_person", "stay": "during", "settled": "then" });
    let asked = office
        .ok("advisor.ask", json!({ "case": id(&settled), "profile": null, "answers": answers }))
        .await;
    let decide = json!({ "case": id(&settled), "answers": answers,
                         "rule": asked["advice"]["row"]["id"].as_str()
                             .or_else(|| asked["advice"]["rule"].as_str()),
                         "chosen": "complaint", "reason": "Put right at once." });
    office.ok("advisor.classify", decide).await;
    assert_eq!(rule(&of_case(&office, &settled).await), None);
}

#[tokio::test]
async fn a_promise_that_passed_and_a_clock_with_nothing_to_show_are_noticed() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = office.a_grievance(&patient).await;
    let promise = json!({ "case": id(&case), "what": "Call her", "due": "2026-03-11", "to": null });
    office.ok("clocks.promise", promise).await;
    assert!(!kinds(&of_case(&office, &case).await).contains(&"promise_passed"));
    office.is_now("2026-03-12T15:00:00Z");
    let lines = of_case(&office, &case).await;
    let passed = lines.iter().find(|line| line["kind"] == "promise_passed").unwrap();
    assert_eq!(passed["title"], "Promise passed: “Call her”");
    assert_eq!(passed["state"], "overdue");
}

#[tokio::test]
async fn a_write_makes_only_its_own_case_be_looked_at_again_and_the_list_stays_right() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let first = office.a_grievance(&patient).await;
    let second = office.a_grievance(&patient).await;
    let with = |lines: &[Value], case: &Value, kind: &str| {
        lines.iter().any(|line| line["case"] == case["id"] && line["kind"] == kind)
    };
    let before = list(&office).await;
    assert!(with(&before, &first, "nobody_answered") && with(&before, &second, "nobody_answered"));
    answered(&office, &first, "2026-03-10T09:30", json!([])).await;
    let after = list(&office).await;
    assert!(!with(&after, &first, "nobody_answered") && with(&after, &second, "nobody_answered"));
    // The same as an office that looks for the first time.
    let office = office.restarted();
    let unlock = json!({ "name": "Ana Test", "passphrase": office_tests::office::PASSPHRASE });
    office.ok("security.unlock", unlock).await;
    assert_eq!(list(&office).await, after);
    // A closed case has nothing more to say.
    let close = json!({ "id": id(&second), "outcome": "withdrawn", "note": "Withdrawn.",
                        "on": "2026-03-10" });
    office.ok("cases.close", close).await;
    assert!(!list(&office).await.iter().any(|line| line["case"] == second["id"]));
}

#[tokio::test]
async fn looking_at_all_cases_at_once_notices_every_word_that_looking_at_one_does() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let file = repository().join("src-tauri/office/content/watchers/words.toml");
    let words: toml::Table = std::fs::read_to_string(file).unwrap().parse().unwrap();
    let mut cases = Vec::new();
    for signal in words["signal"].as_array().unwrap() {
        for word in signal["words"].as_array().unwrap() {
            let word = word.as_str().unwrap();
            let said = match word.strip_suffix('*') {
                Some(beginning) => format!("They said: \u{201C}{beginning}ly\u{201D}, no less."),
                None => format!("They said so ({word}), no less."),
            };
            let mut new = case("complaint", &patient, "2026-03-10T09:00");
            new["happened"] = json!(said);
            cases.push((said, office.ok("cases.open", new).await));
        }
    }
    // An end that makes it another word is not seen.
    let mut other = case("complaint", &patient, "2026-03-10T09:00");
    other["happened"] = json!("The drapes were crumpled and the grapes were raperies.");
    let other = office.ok("cases.open", other).await;
    let office = office.restarted();
    let unlock = json!({ "name": "Ana Test", "passphrase": office_tests::office::PASSPHRASE });
    office.ok("security.unlock", unlock).await;
    let view = office.ok("watchers.list", json!({ "limit": 500 })).await;
    assert_eq!(view["more"], 0);
    let all = view["lines"].as_array().unwrap();
    let graver = |case: &Value| {
        let mut of = all
            .iter()
            .filter(|line| line["case"] == case["id"] && line["kind"] == "reads_like_grievance");
        of.next().map(|line| line["why"].clone())
    };
    for (said, case) in &cases {
        let one = of_case(&office, case).await;
        let one = one.iter().find(|line| line["kind"] == "reads_like_grievance");
        assert!(one.is_some(), "{said}");
        assert_eq!(graver(case), one.map(|line| line["why"].clone()), "{said}");
    }
    assert_eq!(graver(&other), None);
}

/// A call to the person of this case, and what it became when somebody looked again.
async fn called(office: &TestOffice, case: &Value, first: &str, then: Option<&str>) {
    let mut call = contact(&id(case), "call", "2026-03-10T09:30", "Rang the ward.");
    call["reached"] = json!(first);
    let view = office.ok("contacts.add", call).await;
    let (now, Some(then)) = (&view["current"], then) else { return };
    let amended = json!({
        "id": id(&view), "reason": "Looked at the list of calls.", "channel": now["channel"],
        "direction": now["direction"], "at": now["at"], "minutes": now["minutes"],
        "with": view["with"], "withName": now["withName"], "reached": then,
        "summary": now["summary"],
    });
    office.ok("contacts.amend", amended).await;
}

#[tokio::test]
async fn an_amended_contact_counts_as_it_now_stands() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let mut cases = Vec::new();
    for (first, then, is_silent) in [
        (Some("reached"), None, false),
        (Some("no_answer"), None, true),
        (Some("reached"), Some("no_answer"), true),
        (Some("no_answer"), Some("reached"), false),
        (None, None, true),
    ] {
        let case = office.a_grievance(&patient).await;
        if let Some(first) = first {
            called(&office, &case, first, then).await;
        }
        cases.push((case, is_silent));
    }
    let wrote = office.a_grievance(&patient).await;
    let letter = contact(&id(&wrote), "letter", "2026-03-10T09:30", "Sent the first notice.");
    office.ok("contacts.add", letter).await;
    cases.push((wrote, false));
    // Looked at one by one, and all at once by an office that looks for the first time.
    let office = office.restarted();
    let unlock = json!({ "name": "Ana Test", "passphrase": office_tests::office::PASSPHRASE });
    office.ok("security.unlock", unlock).await;
    let all = list(&office).await;
    for (nth, (case, is_silent)) in cases.iter().enumerate() {
        let one = of_case(&office, case).await;
        assert_eq!(kinds(&one).contains(&"nobody_answered"), *is_silent, "case {nth}");
        let mut of = all.iter().filter(|line| line["case"] == case["id"]);
        assert_eq!(of.any(|line| line["kind"] == "nobody_answered"), *is_silent, "case {nth}");
    }
}

#[tokio::test]
async fn a_number_nobody_confirmed_is_asked_for_until_somebody_does() {
    let office = TestOffice::hospital().await;
    let missing = |lines: &[Value]| -> Vec<String> {
        let of = lines.iter().filter(|line| line["kind"] == "number_missing");
        of.map(|line| line["subject"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(missing(&list(&office).await), ["US-CMS-7", "US-CMS-POL"]);
    let confirm = json!({ "choices": [{ "key": "number:US-CMS-7", "value": "7 calendar day",
                                        "policy": "4.2", "confirmed": true }] });
    office.ok("clocks.settle_rules", confirm).await;
    assert_eq!(missing(&list(&office).await), ["US-CMS-POL"]);
    let office = TestOffice::with_profile("us-ltc-ombudsman").await;
    assert!(missing(&list(&office).await).contains(&"US-SNF-GRV-DEC".to_owned()));
}

/// One finding for each thing that inspectors cite, from the whole file of them.
#[tokio::test(flavor = "multi_thread")]
async fn what_inspectors_cited_would_have_been_noticed_in_time() {
    let file = repository().join("tests/fixtures/citations/findings.yaml");
    let findings = citations::read(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert!(findings.len() >= 12);
    for finding in &findings {
        let verdict = citations::replay(finding).await;
        let told = verdict.told(finding);
        assert_ne!(verdict.standing(), Standing::Missed, "{told}");
        assert!(verdict.raised_by_control.is_empty(), "{told}");
    }
}

#[test]
fn a_file_of_findings_with_a_mistake_is_named() {
    let error = citations::read("- id: X\n  tag: [").unwrap_err();
    assert!(!error.is_empty());
    let error = citations::read("- id: X\n").unwrap_err();
    assert!(error.contains("tag"), "{error}");
}
