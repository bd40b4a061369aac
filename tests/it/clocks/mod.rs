//! Clocks and promises: what starts, moves, stops, meets and explains them.

use office::kernel::{Error, Kind};
use office::table::Role;
use office_tests::office::{TestOffice, case, contact, id};
use serde_json::{Value, json};

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|f| f.field.as_str()).collect()
}

/// The clocks of these rules only.
fn only<'a>(clocks: &'a [Value], rules: &[&str]) -> Vec<(&'a str, &'a str, &'a str)> {
    stands(clocks).into_iter().filter(|(rule, ..)| rules.contains(rule)).collect()
}

async fn clocks(office: &TestOffice, case: &Value) -> Vec<Value> {
    let both = office.ok("clocks.for_case", json!({ "case": id(case) })).await;
    both["clocks"].as_array().unwrap().clone()
}

/// Rule, due day and state of each clock.
fn stands(clocks: &[Value]) -> Vec<(&str, &str, &str)> {
    clocks
        .iter()
        .map(|c| {
            (c["rule"].as_str().unwrap(), c["due"].as_str().unwrap(), c["state"].as_str().unwrap())
        })
        .collect()
}

async fn patient(office: &TestOffice) -> String {
    office.a_patient("Ruth", "Abara").await
}

/// The case with some fields of its form changed.
async fn changed(office: &TestOffice, case: &Value, fields: Value) -> Value {
    let mut form = case["form"].clone();
    for (field, value) in fields.as_object().unwrap() {
        form[field] = value.clone();
    }
    let change = json!({ "id": id(case), "form": form, "reason": "Told so." });
    office.ok("cases.change", change).await
}

async fn logged(office: &TestOffice, case: &Value, channel: &str, at: &str) -> String {
    let entry = contact(&id(case), channel, at, "What was said.");
    id(&office.ok("contacts.add", entry).await)
}

fn meet(clock: &Value, contact: &str) -> Value {
    json!({ "id": id(clock), "contact": contact })
}

#[tokio::test]
async fn a_grievance_starts_its_clocks_from_the_day_anybody_first_heard_it() {
    let office = TestOffice::hospital().await;
    let mut form = case("grievance", &patient(&office).await, "2026-03-03T09:00");
    form["saidOn"] = json!("2026-02-27T22:40");
    let case = office.ok("cases.open", form).await;
    let clocks = clocks(&office, &case).await;
    let expected = [("US-CMS-7", "2026-03-06", "overdue"), ("US-CMS-POL", "2026-03-29", "later")];
    assert_eq!(stands(&clocks), expected);
    assert_eq!(clocks[0]["startedOn"], "2026-02-27");
    assert_eq!(clocks[0]["days"], -4);
    assert_eq!(clocks[0]["howCounted"], "Received Fri, Feb 27 + 7 calendar days = Fri, Mar 6.");
    assert_eq!(clocks[0]["unverified"], true);
    assert_eq!(clocks[0]["meetableBy"], json!(["letter", "email"]));
    assert_eq!(clocks[1]["meetableBy"], json!(["letter"]));
}

#[tokio::test]
async fn only_kinds_that_a_rule_names_start_a_clock() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    for kind in ["complaint", "question", "concern", "compliment", "suggestion", "billing"] {
        let case = office.ok("cases.open", case(kind, &patient, "2026-03-03T09:00")).await;
        assert_eq!(clocks(&office, &case).await, [] as [Value; 0], "{kind}");
    }
}

#[tokio::test]
async fn a_matter_that_becomes_a_grievance_gets_its_clocks_and_one_that_is_none_loses_them() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let case = office.ok("cases.open", case("complaint", &patient, "2026-03-03T09:00")).await;
    let case = changed(&office, &case, json!({ "kind": "grievance" })).await;
    let running = clocks(&office, &case).await;
    let expected = [("US-CMS-7", "2026-03-10", "today"), ("US-CMS-POL", "2026-04-02", "later")];
    assert_eq!(stands(&running), expected);
    let letter = logged(&office, &case, "letter", "2026-03-09T09:00").await;
    office.ok("clocks.meet", meet(&running[0], &letter)).await;

    let case = changed(&office, &case, json!({ "kind": "complaint" })).await;
    let left = clocks(&office, &case).await;
    assert_eq!(stands(&left), [("US-CMS-7", "2026-03-10", "met")]);
    let stopped = office.refused("clocks.meet", meet(&running[1], &letter)).await;
    assert_eq!(stopped.kind, Kind::Conflict);
    let history = office.ok("journal.history", json!({ "record": id(&running[1]) })).await;
    assert_eq!(
        history[0]["changes"][0]["to"],
        "The case is no longer of a kind this rule applies to."
    );

    // A grievance once more: the met clock stays met, and the other starts anew.
    let case = changed(&office, &case, json!({ "kind": "grievance" })).await;
    let again = clocks(&office, &case).await;
    let expected = [("US-CMS-7", "2026-03-10", "met"), ("US-CMS-POL", "2026-04-02", "later")];
    assert_eq!(stands(&again), expected);
    assert_eq!(again[0]["id"], running[0]["id"]);
    assert_ne!(again[1]["id"], running[1]["id"]);
}

#[tokio::test]
async fn moving_the_day_it_was_said_counts_unmet_clocks_again_and_the_history_keeps_both() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    let before = clocks(&office, &case).await;
    let letter = logged(&office, &case, "letter", "2026-03-09T09:00").await;
    office.ok("clocks.meet", meet(&before[0], &letter)).await;
    let change = json!({ "saidOn": "2026-02-27T22:40" });
    let case = changed(&office, &case, change).await;
    let after = clocks(&office, &case).await;
    let expected = [("US-CMS-7", "2026-03-10", "met"), ("US-CMS-POL", "2026-03-29", "later")];
    assert_eq!(stands(&after), expected);
    assert_eq!(after[1]["id"], before[1]["id"]);
    let history = office.ok("journal.history", json!({ "record": id(&after[1]) })).await;
    let lines = history.as_array().unwrap();
    assert_eq!(lines.len(), 2);
    let due = lines[0]["changes"].as_array().unwrap().iter().find(|c| c["field"] == "due").unwrap();
    assert_eq!((&due["from"], &due["to"]), (&json!("2026-04-02"), &json!("2026-03-29")));
    assert_eq!(lines[0]["reason"], "Told so.");
    // What does not move a clock leaves no mark on it.
    changed(&office, &case, json!({ "wants": "An apology." })).await;
    let history = office.ok("journal.history", json!({ "record": id(&after[1]) })).await;
    assert_eq!(history.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_clock_is_met_only_by_the_right_evidence() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let case = office.a_grievance(&patient).await;
    let other = office.a_grievance(&patient).await;
    let running = clocks(&office, &case).await;
    let (interim, decision) = (&running[0], &running[1]);
    let call = logged(&office, &case, "call", "2026-03-09T09:00").await;
    let email = logged(&office, &case, "email", "2026-03-09T09:00").await;
    let early = logged(&office, &case, "letter", "2026-03-02T09:00").await;
    let elsewhere = logged(&office, &other, "letter", "2026-03-09T09:00").await;
    let mut came_in = contact(&id(&case), "letter", "2026-03-09T09:00", "Her complaint.");
    came_in["direction"] = json!("in");
    let came_in = id(&office.ok("contacts.add", came_in).await);
    let note = logged(&office, &case, "note", "2026-03-09T09:00").await;
    for (clock, contact, why) in [
        (decision, &call, "does not meet the clock"),
        (decision, &email, "does not meet the clock"),
        (decision, &note, "does not meet the clock"),
        (decision, &early, "came before the clock started"),
        (decision, &elsewhere, "belongs to another case"),
        (decision, &came_in, "This came in."),
        (interim, &call, "does not meet the clock"),
        (interim, &came_in, "This came in."),
    ] {
        let error = office.refused("clocks.meet", meet(clock, contact)).await;
        assert_eq!(fields(&error), ["meets"]);
        assert!(error.message.contains(why), "{error}");
    }
    // The same holds for a contact that says so while it is added.
    let mut claims = contact(&id(&case), "call", "2026-03-09T10:00", "Told her.");
    claims["meets"] = json!([id(decision)]);
    assert_eq!(fields(&office.refused("contacts.add", claims).await), ["meets"]);

    let met = office.ok("clocks.meet", meet(interim, &email)).await;
    assert_eq!(met["clocks"][0]["evidence"], email);
    assert_eq!(met["clocks"][0]["evidenceText"], "E-mail, Joan Abara, Mon, Mar 9");
    let letter = logged(&office, &case, "letter", "2026-03-10T09:00").await;
    let twice = office.refused("clocks.meet", meet(interim, &letter)).await;
    assert_eq!(twice.kind, Kind::Conflict);
    let mut letter = contact(&id(&case), "letter", "2026-03-10T09:30", "The written decision.");
    letter["meets"] = json!([id(decision)]);
    let view = office.ok("contacts.add", letter).await;
    assert_eq!(view["meets"], json!(["Written decision"]));
    let stand = clocks(&office, &case).await;
    assert_eq!(stands(&stand).iter().map(|c| c.2).collect::<Vec<_>>(), ["met", "met"]);
}

#[tokio::test]
async fn a_call_meets_an_acknowledgment_only_when_somebody_was_reached() {
    let office = TestOffice::with_profile("uk-england").await;
    let patient = patient(&office).await;
    let case = office.ok("cases.open", case("complaint", &patient, "2026-03-09T09:00")).await;
    let running = clocks(&office, &case).await;
    let expected = [("UK-E-ACK", "2026-03-12", "soon"), ("UK-E-6M", "2026-09-08", "later")];
    assert_eq!(stands(&running), expected);
    assert_eq!(running[0]["unverified"], false);
    let mut call = contact(&id(&case), "call", "2026-03-10T09:00", "Rang out.");
    call["reached"] = json!("left_message");
    let missed = id(&office.ok("contacts.add", call.clone()).await);
    let error = office.refused("clocks.meet", meet(&running[0], &missed)).await;
    assert!(error.message.contains("Nobody was reached"), "{error}");
    // Amended, the same call counts: what is judged is the entry as it stands.
    call["reached"] = json!("reached");
    let mut amended = call.clone();
    amended["id"] = json!(missed);
    amended["reason"] = json!("He rang back at once.");
    office.ok("contacts.amend", amended).await;
    let met = office.ok("clocks.meet", meet(&running[0], &missed)).await;
    assert_eq!(met["clocks"][0]["state"], "met");
}

#[tokio::test]
async fn whether_a_contact_meets_a_clock_is_not_for_a_volunteer_to_say() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    let office = office.as_only(Role::Volunteer).await;
    let running = clocks(&office, &case).await;
    let mut letter = contact(&id(&case), "letter", "2026-03-10T09:00", "The decision.");
    letter["meets"] = json!([id(&running[1])]);
    let error = office.refused("contacts.add", letter.clone()).await;
    assert_eq!(error.kind, Kind::Denied);
    letter["meets"] = json!([]);
    office.ok("contacts.add", letter).await;
    assert_eq!(clocks(&office, &case).await, running);
}

#[tokio::test]
async fn a_clock_met_late_stays_met_late() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    office.is_now("2026-03-12T14:00:00Z");
    let running = clocks(&office, &case).await;
    assert_eq!((&running[0]["state"], &running[0]["days"]), (&json!("overdue"), &json!(-2)));
    let letter = logged(&office, &case, "letter", "2026-03-12T09:00").await;
    office.ok("clocks.meet", meet(&running[0], &letter)).await;
    office.is_now("2026-06-01T14:00:00Z");
    let later = changed(&office, &case, json!({ "saidOn": "2026-02-01T09:00" })).await;
    let stand = clocks(&office, &later).await;
    let met = stand.iter().find(|clock| clock["rule"] == "US-CMS-7").unwrap();
    assert_eq!((&met["state"], &met["metOn"]), (&json!("met_late"), &json!("2026-03-12")));
    assert_eq!(met["due"], "2026-03-10");
}

#[tokio::test]
async fn no_change_of_stage_and_no_closing_meets_a_clock() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    office.ok("cases.set_stage", json!({ "id": id(&case), "stage": "response_issued" })).await;
    let close =
        json!({ "id": id(&case), "outcome": "upheld", "note": "Done.", "on": "2026-03-10" });
    office.ok("cases.close", close).await;
    let stand = clocks(&office, &case).await;
    assert!(stand.iter().all(|clock| clock["metOn"].is_null()), "{stand:?}");
    office.ok("cases.reopen", json!({ "id": id(&case), "reason": "Not done." })).await;
    // Reopened, a case keeps its clocks as they were.
    assert_eq!(clocks(&office, &case).await, stand);
}

#[tokio::test]
async fn three_working_days_in_england_pass_over_good_friday_and_easter_monday() {
    let office = TestOffice::with_profile("uk-england").await;
    office.is_now("2026-04-02T21:00:00Z");
    let patient = patient(&office).await;
    let case = office.ok("cases.open", case("complaint", &patient, "2026-04-02T16:30")).await;
    let running = clocks(&office, &case).await;
    assert_eq!(only(&running, &["UK-E-ACK"]), [("UK-E-ACK", "2026-04-09", "later")]);
    let why = office.ok("clocks.explain", json!({ "id": id(&running[0]) })).await;
    assert_eq!(why["title"], "Why Thursday 9 April?");
    let days: Vec<(&str, &str, &str)> = why["days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| {
            let text = |name: &str| day[name].as_str().unwrap();
            (text("on"), text("role"), text("label"))
        })
        .collect();
    assert_eq!(
        days,
        [
            ("2026-04-02", "start", "received"),
            ("2026-04-03", "skipped", "holiday"),
            ("2026-04-04", "skipped", "weekend"),
            ("2026-04-05", "skipped", "weekend"),
            ("2026-04-06", "skipped", "holiday"),
            ("2026-04-07", "counted", "day 1"),
            ("2026-04-08", "counted", "day 2"),
            ("2026-04-09", "due", "day 3, due"),
        ]
    );
    assert_eq!(why["days"][1]["note"], "Good Friday");
    assert_eq!(why["calendar"], "England and Wales bank holidays");
    assert_eq!(
        why["sentence"],
        "The regulations give 3 working days after the day of receipt to acknowledge a complaint, \
         aloud or in writing. The day it was received does not count. Good Friday, Easter Monday \
         and the weekend do not count."
    );
}

#[tokio::test]
async fn why_a_clock_is_due_names_rule_trigger_counting_and_source() {
    let office = TestOffice::hospital().await;
    let mut form = case("grievance", &patient(&office).await, "2026-03-03T09:00");
    form["saidWhere"] = json!("to a nurse on 4 West");
    let case = office.ok("cases.open", form).await;
    let running = clocks(&office, &case).await;
    let why = office.ok("clocks.explain", json!({ "id": id(&running[1]) })).await;
    assert_eq!(why["clock"], running[1]);
    assert_eq!(why["title"], "Why Thursday, April 2?");
    let starts = why["startsWhen"].as_str().unwrap();
    assert!(starts.ends_with("Tue, Mar 3, 9:00 AM, by phone, to a nurse on 4 West"), "{starts}");
    // A month of days is folded in the middle.
    assert!(why["days"].as_array().unwrap().iter().any(|day| day["role"] == "gap"));
    assert!(why["citation"].as_str().unwrap().contains("42 CFR 482.13(a)(2)(ii)"));
    assert_eq!(why["lengthUnverified"], true);
    let rules = office.ok("clocks.rules", Value::Null).await;
    let ids: Vec<&str> =
        rules.as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect();
    for known in ["UK-E-ACK", "UK-E-6M", "US-CMS-7", "US-HIPAA-ACC", "US-ACA-X", "US-SNF-TD"] {
        assert!(ids.contains(&known), "{known}");
    }
}

#[tokio::test]
async fn my_day_says_in_a_sentence_and_line_by_line_what_is_due() {
    let office = TestOffice::hospital().await;
    let empty = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(empty["sentence"], "Nothing is due today or this week.");
    let patient = patient(&office).await;
    let case = office.a_grievance(&patient).await;
    let day = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(day["sentence"], "One thing is due today.");
    let mut call = contact(&id(&case), "call", "2026-03-10T09:00", "I will ring on Thursday.");
    call["promise"] = json!({ "what": "Ring about the bed rail", "due": "2026-03-12", "to": null });
    office.ok("contacts.add", call).await;
    office.is_now("2026-03-11T14:00:00Z");
    let day = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(day["date"], "2026-03-11");
    assert_eq!(day["sentence"], "One clock has run out. One promise falls due this week.");
    let late = &day["now"][0];
    assert_eq!(late["title"], "interim notice to the person who raised it");
    assert_eq!(late["aside"], "Interim notice not sent");
    assert_eq!((&late["due"]["state"], &late["due"]["days"]), (&json!("overdue"), &json!(-1)));
    let why = late["why"].as_str().unwrap();
    assert!(
        why.starts_with("Received Tue, Mar 3 + 7 calendar days = Tue, Mar 10. 42 CFR"),
        "{why}"
    );
    assert_eq!(
        (&late["number"], &late["patientName"]),
        (&json!("A-26-0001"), &json!("Ruth Abara"))
    );
    let promise = &day["week"][0];
    assert_eq!(promise["title"], "“Ring about the bed rail”");
    assert_eq!(promise["why"], "Ana Test told Joan Abara on Tue, Mar 10.");
    assert_eq!((&promise["clock"], &day["nowMore"]), (&Value::Null, &json!(0)));
    // The number on the rail is the number of lines.
    let rail = office.ok("cases.counts", Value::Null).await;
    assert_eq!(rail["myDay"], day["now"].as_array().unwrap().len());
    office.is_now("2026-03-13T14:00:00Z");
    let rail = office.ok("cases.counts", Value::Null).await;
    let day = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(day["sentence"], "One clock has run out. One promise was not kept in time.");
    assert_eq!((&rail["myDay"], day["now"].as_array().unwrap().len()), (&json!(2), 2));
}

#[tokio::test]
async fn my_day_lists_fifty_lines_and_counts_the_rest() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    for _ in 0..53 {
        office.a_grievance(&patient).await;
    }
    let day = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(day["now"].as_array().unwrap().len(), 50);
    assert_eq!(day["nowMore"], 3);
    assert_eq!(day["sentence"], "53 things are due today.");
}

#[tokio::test]
async fn a_promise_is_made_and_kept_with_its_evidence() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let case = office.a_grievance(&patient).await;
    let promise = |what: &str, due: &str| json!({ "case": id(&case), "what": what, "due": due, "to": patient });
    for (what, due, wrong) in
        [(" ", "2026-03-12", "what"), ("call", "2026-03-09", "due"), ("call", "soon", "due")]
    {
        let error = office.refused("clocks.promise", promise(what, due)).await;
        assert_eq!(fields(&error), [wrong]);
    }
    let before = logged(&office, &case, "call", "2026-03-09T09:00").await;
    let made = office.ok("clocks.promise", promise("call her son", "2026-03-12")).await;
    let made = &made["promises"][0];
    assert_eq!((&made["toName"], &made["state"]), (&json!("Ruth Abara"), &json!("soon")));
    let keep = |contact: &str| json!({ "id": id(made), "contact": contact });
    let error = office.refused("clocks.keep_promise", keep(&before)).await;
    assert_eq!(fields(&error), ["keeps"]);
    office.is_now("2026-03-13T14:00:00Z");
    let call = logged(&office, &case, "call", "2026-03-13T09:00").await;
    let kept = office.ok("clocks.keep_promise", keep(&call)).await;
    let kept = &kept["promises"][0];
    assert_eq!((&kept["state"], &kept["keptBy"]), (&json!("met_late"), &json!(call)));
    assert_eq!(office.refused("clocks.keep_promise", keep(&call)).await.kind, Kind::Conflict);
}

#[tokio::test]
async fn a_clock_follows_its_evidence_when_that_is_amended() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = id(&office.a_grievance(&patient).await);
    let clocks = json!({ "case": case });
    let before = office.ok("clocks.for_case", clocks.clone()).await;
    let interim = id(&before["clocks"][0]);
    let mut letter = contact(&case, "letter", "2026-03-06T10:00", "Still working on it.");
    letter["meets"] = json!([interim]);
    let letter = id(&office.ok("contacts.add", letter).await);
    let amended = |channel: &str, at: &str| {
        json!({
            "id": letter, "reason": "Looked it up.", "channel": channel, "direction": "out",
            "at": at, "minutes": null, "with": null, "withName": "Joan Abara",
            "reached": "reached", "summary": "Still working on it.",
        })
    };
    let of = |view: &Value| -> Value {
        let all = view["clocks"].as_array().unwrap();
        all.iter().find(|clock| clock["id"] == json!(interim)).unwrap().clone()
    };
    office.ok("contacts.amend", amended("letter", "2026-03-09T10:00")).await;
    let later = of(&office.ok("clocks.for_case", clocks.clone()).await);
    assert_eq!(later["metOn"], "2026-03-09");
    assert!(later["evidenceText"].as_str().unwrap().contains("9"), "{later}");
    let (_, entry) = office.done("contacts.amend", amended("note", "2026-03-09T10:00")).await;
    let open = of(&office.ok("clocks.for_case", clocks.clone()).await);
    assert!(open["metOn"].is_null(), "a note to the file meets no clock: {open}");
    office.ok("journal.undo", json!({ "entry": entry })).await;
    assert_eq!(of(&office.ok("clocks.for_case", clocks).await)["metOn"], "2026-03-09");
}
