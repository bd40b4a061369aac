//! Why a date is the one it is, and what My day says of it.

use office_tests::office::{TestOffice, case, contact, id};
use serde_json::{Value, json};

use super::{clocks, only, patient};

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
