//! What the office settles about its rules, and counting again.

use office::kernel::Kind;
use office_tests::office::{TestOffice, case, id};
use serde_json::{Value, json};

use super::{
    changed, choices, clock, clocks, days, fields, happened, history, insured, logged, meet,
    opened, patient, recounted, settled,
};

#[tokio::test]
async fn a_number_of_the_office_is_unverified_until_somebody_confirms_it() {
    let office = TestOffice::hospital().await;
    let number = async |rule: &str| {
        let settings = office.ok("clocks.settings", Value::Null).await;
        let numbers = settings["numbers"].as_array().unwrap();
        numbers.iter().find(|one| one["rule"] == rule).unwrap().clone()
    };
    let shipped = number("US-CMS-7").await;
    assert_eq!((&shipped["unverified"], &shipped["confirmed"]), (&json!(true), &Value::Null));
    settled(&office, "number:US-CMS-7", Some("10 calendar day")).await;
    let guessed = number("US-CMS-7").await;
    assert_eq!((&guessed["unverified"], &guessed["length"]["count"]), (&json!(true), &json!(10)));
    let patient = patient(&office).await;
    let case = office.a_grievance(&patient).await;
    assert_eq!(clock(&office, &case, "US-CMS-7").await["unverified"], true);
    let confirm = json!({ "choices": [{
        "key": "number:US-CMS-7", "value": "10 calendar day", "policy": "4.2, version of 2025",
        "confirmed": true,
    }] });
    office.ok("clocks.settle_rules", confirm).await;
    let sure = number("US-CMS-7").await;
    assert_eq!(sure["unverified"], false);
    assert_eq!(sure["confirmed"], json!({ "by": "Ana Test", "on": "2026-03-10" }));
    let interim = clock(&office, &case, "US-CMS-7").await;
    assert_eq!((&interim["unverified"], &interim["due"]), (&json!(false), &json!("2026-03-13")));
    let why = office.ok("clocks.explain", json!({ "id": id(&interim) })).await;
    assert_eq!(why["lengthUnverified"], false);
    assert!(why["ruleText"].as_str().unwrap().ends_with("4.2, version of 2025"), "{why}");
    // Taken back, the number that came with the program is in force, and unsure again.
    settled(&office, "number:US-CMS-7", None).await;
    let shipped = number("US-CMS-7").await;
    assert_eq!((&shipped["unverified"], &shipped["length"]["count"]), (&json!(true), &json!(7)));
}

#[tokio::test]
async fn only_what_can_be_settled_is() {
    let office = TestOffice::hospital().await;
    for (key, value, wrong) in [
        ("number:US-HIPAA-ACC", Some("15 calendar day"), "value"),
        ("number:US-CMS-7", Some("0 calendar day"), "value"),
        ("number:US-CMS-7", Some("5 calendar hour"), "value"),
        ("number:US-CMS-7", Some("3 business month"), "value"),
        ("number:US-CMS-7", Some("soon"), "value"),
        ("pack:us-hospital", None, "value"),
        ("pack:us-hospital", Some("off"), "value"),
        ("rule:US-CMS-7", Some("on"), "key"),
        ("margin", Some("61"), "value"),
        ("margin", Some("-1"), "value"),
        ("after_hours", Some("5 PM"), "value"),
        ("closed:2026-13-01", Some("Inventory"), "on"),
        ("closed:2026-3-5", Some("Inventory"), "on"),
        ("pack:us-insurance", Some("perhaps"), "value"),
        ("calendar:us-federal", Some("perhaps"), "value"),
    ] {
        let error = office.refused("clocks.settle_rules", choices(&[(key, value)])).await;
        assert_eq!(fields(&error), [wrong], "{key} {value:?}");
    }
    let long = "word ".repeat(5_000);
    let row = ("advice:us-hospital/G8", long.as_str());
    let mut endless = choices(&[(row.0, Some(row.1))]);
    endless["choices"][0]["confirmed"] = json!(true);
    assert_eq!(fields(&office.refused("clocks.settle_rules", endless).await), ["value"]);
    let endless = choices(&[(&format!("advice:{long}"), None)]);
    assert_eq!(fields(&office.refused("clocks.settle_rules", endless).await), ["key"]);
    for key in ["number:US-NONE", "pack:mars", "rule:US-NONE", "calendar:mars", "moon"] {
        let error = office.refused("clocks.settle_rules", choices(&[(key, Some("on"))])).await;
        assert_eq!(error.kind, Kind::NotFound, "{key}");
    }
    // Of several, all are settled or none is.
    let both = choices(&[("margin", Some("9")), ("margin", Some("61"))]);
    office.refused("clocks.settle_rules", both).await;
    let settings = office.ok("clocks.settings", Value::Null).await;
    assert_eq!(settings["marginDays"], 7);
}

/// Every open clock with its last day.
async fn all_days(office: &TestOffice, cases: &[&Value]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for case in cases {
        let of = clocks(office, case).await;
        all.extend(of.iter().map(|clock| (id(clock), clock["due"].as_str().unwrap().to_owned())));
    }
    all.sort();
    all
}

#[tokio::test]
async fn counting_again_does_what_its_preview_said() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let plain = office.a_grievance(&patient).await;
    let same = office.a_grievance(&patient).await;
    let paused = office.a_grievance(&patient).await;
    let longer = office.a_grievance(&patient).await;
    let closed = office.a_grievance(&patient).await;
    let met = office.a_grievance(&patient).await;
    let interim = clock(&office, &paused, "US-CMS-7").await;
    let pause = json!({ "id": id(&interim), "from": "2026-03-06", "why": "waiting for consent" });
    office.ok("clocks.pause", pause).await;
    let decision = clock(&office, &longer, "US-CMS-POL").await;
    let letter = logged(&office, &longer, "letter", "2026-03-09T09:00").await;
    let extend = json!({
        "id": id(&decision), "contact": letter, "to": "2026-04-20", "reason": "Notes are missing.",
        "says": decision["extension"]["elements"],
    });
    office.ok("clocks.extend", extend).await;
    let close =
        json!({ "id": id(&closed), "outcome": "withdrawn", "note": "Done.", "on": "2026-03-10" });
    office.ok("cases.close", close).await;
    let email = logged(&office, &met, "email", "2026-03-09T09:00").await;
    office.ok("clocks.meet", meet(&clock(&office, &met, "US-CMS-7").await, &email)).await;

    let cases = [&plain, &same, &paused, &longer, &closed, &met];
    let before = all_days(&office, &cases).await;
    let new = choices(&[
        ("number:US-CMS-7", Some("5 business day")),
        ("number:US-CMS-POL", Some("60 calendar day")),
        ("closed:2026-03-06", Some("Inventory")),
    ]);
    let said = office.ok("clocks.preview_settings", new.clone()).await;
    // Six cases have two clocks each; one case is closed and one clock is met.
    assert_eq!(said["open"], 9);
    office.ok("clocks.settle_rules", new.clone()).await;
    let unmoved = all_days(&office, &cases).await;
    assert_eq!(unmoved, before, "settled, but not counted again");
    let newer = office.a_grievance(&patient).await;
    assert_eq!(days(&office, &newer, "US-CMS-7").await, ["2026-03-11"]);
    assert_eq!(days(&office, &newer, "US-CMS-POL").await, ["2026-05-02"]);

    let done = recounted(&office, false).await;
    assert_eq!(done["moved"], said["total"]);
    let after = all_days(&office, &cases).await;
    let lines = said["lines"].as_array().unwrap();
    assert_eq!(json!(lines.len()), said["total"]);
    for ((clock, was), (_, is)) in before.iter().zip(&after) {
        let line = lines.iter().find(|line| line["clock"] == *clock);
        let told = line.map_or((was, was), |line| {
            let text = |name: &str| lines_text(line, name);
            assert_eq!(text("from"), was);
            (was, text("to"))
        });
        assert_eq!((was, is), told, "{clock}");
    }
    assert_eq!(days(&office, &closed, "US-CMS-POL").await, ["2026-04-02"], "it is closed");
    assert_eq!(days(&office, &met, "US-CMS-7").await, ["2026-03-10"], "it was met");
    assert_eq!(days(&office, &plain, "US-CMS-POL").await, ["2026-05-02"]);
    assert_eq!(days(&office, &longer, "US-CMS-POL").await, ["2026-05-02"], "never earlier");
    // Done once, nothing is left to do.
    let again = recounted(&office, false).await;
    assert_eq!(again["moved"], 0);
    assert_eq!(office.ok("clocks.preview_settings", new).await["total"], 0);
}

fn lines_text<'a>(line: &'a Value, name: &str) -> &'a String {
    match &line[name] {
        Value::String(text) => text,
        other => panic!("{other} is no text"),
    }
}

#[tokio::test]
async fn counting_again_keeps_the_first_date_that_passed() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    office.is_now("2026-03-12T14:00:00Z");
    // Written otherwise, five business days end on the day that seven days do: nothing was moved.
    settled(&office, "number:US-CMS-7", Some("5 business day")).await;
    assert_eq!(recounted(&office, false).await["moved"], 0);
    assert_eq!(clock(&office, &case, "US-CMS-7").await["missedOn"], Value::Null);
    for (now, number, due) in [
        ("2026-03-12T14:00:00Z", "8 calendar day", "2026-03-11"),
        ("2026-03-14T14:00:00Z", "20 calendar day", "2026-03-23"),
    ] {
        office.is_now(now);
        settled(&office, "number:US-CMS-7", Some(number)).await;
        assert_eq!(recounted(&office, false).await["moved"], 1);
        let interim = clock(&office, &case, "US-CMS-7").await;
        assert_eq!((&interim["due"], &interim["missedOn"]), (&json!(due), &json!("2026-03-10")));
    }
}

#[tokio::test]
async fn days_the_office_is_closed_move_only_its_own_limits() {
    let office = TestOffice::hospital().await;
    settled(&office, "number:US-CMS-7", Some("5 business day")).await;
    settled(&office, "number:US-1557-F", Some("10 business day")).await;
    let case = office.a_grievance(&patient(&office).await).await;
    happened(&office, &case, "discrimination_known", "2026-03-02").await;
    happened(&office, &case, "restraint_death_known", "2026-03-09").await;
    settled(&office, "closed:2026-03-10", Some("Inventory")).await;
    let interim = clock(&office, &case, "US-CMS-7").await;
    // Until the dates are counted again the one before stands, and that is said.
    let why = office.ok("clocks.explain", json!({ "id": id(&interim) })).await;
    assert_eq!(why["title"], "Why Tuesday, March 10?");
    let said = why["sentence"].as_str().unwrap();
    assert!(said.starts_with("Tuesday, March 10 was counted before"), "{said}");
    assert!(said.contains("By the rules of today it would be Wednesday, March 11."), "{said}");
    assert_eq!(recounted(&office, false).await["moved"], 1);
    let interim = clock(&office, &case, "US-CMS-7").await;
    assert_eq!(interim["due"], "2026-03-11");
    let why = office.ok("clocks.explain", json!({ "id": id(&interim) })).await;
    assert!(why["days"].to_string().contains("Inventory"), "{why}");
    assert_eq!(days(&office, &case, "US-CMS-RST-RPT").await, ["2026-03-10"], "a regulation");
    assert_eq!(days(&office, &case, "US-1557-F").await, ["2026-03-16"], "the person's window");
    settled(&office, "closed:2026-03-10", None).await;
    assert_eq!(recounted(&office, false).await["moved"], 1);
    assert_eq!(days(&office, &case, "US-CMS-7").await, ["2026-03-10"]);
}

#[tokio::test]
async fn rules_switched_on_or_off_start_and_stop_clocks_when_all_are_settled() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "collector_notice_received", "2026-03-01").await;
    let none = [] as [&str; 0];
    assert_eq!(days(&office, &case, "US-FDCPA").await, none);
    settled(&office, "pack:us-insurance", Some("on")).await;
    assert_eq!(recounted(&office, false).await["cases"], 0);
    assert_eq!(days(&office, &case, "US-FDCPA").await, none);
    recounted(&office, true).await;
    assert_eq!(days(&office, &case, "US-FDCPA").await, ["2026-03-31"]);
    let window = clock(&office, &case, "US-FDCPA").await;
    settled(&office, "pack:us-insurance", Some("off")).await;
    assert_eq!(days(&office, &case, "US-FDCPA").await, ["2026-03-31"]);
    recounted(&office, true).await;
    assert_eq!(days(&office, &case, "US-FDCPA").await, none);
    let told = history(&office, &id(&window)).await;
    assert!(told[0].contains("no longer in force in this office"), "{told:?}");
}

#[tokio::test]
async fn what_comes_in_after_the_office_closed_counts_by_its_convention() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    settled(&office, "after_hours", Some("17:00")).await;
    for (received, due) in [
        ("2026-03-03T16:59", "2026-03-10"),
        ("2026-03-03T17:00", "2026-03-11"),
        // A Friday evening counts as Monday.
        ("2026-03-06T18:00", "2026-03-16"),
    ] {
        let case = office.ok("cases.open", case("grievance", &patient, received)).await;
        let interim = clock(&office, &case, "US-CMS-7").await;
        assert_eq!(interim["due"], due, "{received}");
        assert_eq!(interim["startedOn"], received.get(..10).unwrap());
    }
    // Thirty calendar days of the law run from the day, whatever the hour.
    let records = office.ok("cases.open", case("records", &patient, "2026-03-03T18:00")).await;
    assert_eq!(days(&office, &records, "US-HIPAA-ACC").await, ["2026-04-02"]);

    let office = TestOffice::with_profile("uk-england").await;
    settled(&office, "after_hours", Some("17:00")).await;
    let patient = super::patient(&office).await;
    let case = office.ok("cases.open", case("complaint", &patient, "2026-03-03T18:00")).await;
    assert_eq!(days(&office, &case, "UK-E-ACK").await, ["2026-03-09"]);
    assert_eq!(days(&office, &case, "UK-E-6M").await, ["2026-09-02"]);
}

#[tokio::test]
async fn counting_again_tells_the_late_from_the_early_of_one_day() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let early = office.ok("cases.open", case("grievance", &patient, "2026-03-03T09:00")).await;
    let late = office.ok("cases.open", case("grievance", &patient, "2026-03-03T17:30")).await;
    let closes = choices(&[("after_hours", Some("17:00"))]);
    let said = office.ok("clocks.preview_settings", closes.clone()).await;
    assert_eq!((&said["total"], &said["open"]), (&json!(2), &json!(4)));
    office.ok("clocks.settle_rules", closes).await;
    assert_eq!(recounted(&office, false).await["moved"], 2);
    assert_eq!(days(&office, &early, "US-CMS-7").await, ["2026-03-10"]);
    assert_eq!(days(&office, &late, "US-CMS-7").await, ["2026-03-11"]);
    settled(&office, "after_hours", None).await;
    assert_eq!(recounted(&office, false).await["moved"], 2);
    assert_eq!(days(&office, &late, "US-CMS-7").await, ["2026-03-10"]);
}

#[tokio::test]
async fn a_clock_that_the_calendar_does_not_reach_keeps_its_date_and_stops_nothing() {
    let office = TestOffice::with_profile("uk-england").await;
    settled(&office, "number:UK-E-LOC-25", Some("35 calendar day")).await;
    let old = opened(&office, "complaint").await;
    happened(&office, &old, "nhs_plan_less_serious", "1985-05-01").await;
    assert_eq!(days(&office, &old, "UK-E-LOC-25").await, ["1985-06-05"]);
    let new = opened(&office, "complaint").await;
    happened(&office, &new, "nhs_plan_less_serious", "2026-03-03").await;
    let back = choices(&[("number:UK-E-LOC-25", None)]);
    assert_eq!(office.ok("clocks.preview_settings", back.clone()).await["total"], 1);
    office.ok("clocks.settle_rules", back).await;
    for settle in [false, true] {
        recounted(&office, settle).await;
        assert_eq!(days(&office, &old, "UK-E-LOC-25").await, ["1985-06-05"]);
        assert_eq!(days(&office, &new, "UK-E-LOC-25").await, ["2026-04-09"]);
    }
    changed(&office, &new, json!({ "wants": "An apology." })).await;
}

/// The dates of the clocks of a case that was edited after something was settled.
async fn edited(office: &TestOffice, case: &Value, received: &str) -> Value {
    let view = office.ok("cases.view", json!({ "id": id(case) })).await;
    changed(office, &view, json!({ "receivedOn": received, "wants": "An apology." })).await
}

#[tokio::test]
async fn an_edit_of_a_case_does_not_move_a_clock_that_was_left_as_it_was() {
    let office = TestOffice::hospital().await;
    settled(&office, "number:US-CMS-7", Some("5 business day")).await;
    let case = office.a_grievance(&patient(&office).await).await;
    assert_eq!(days(&office, &case, "US-CMS-7").await, ["2026-03-10"]);
    // A number, a day the office is closed, and late hours: all for new cases only.
    settled(&office, "number:US-CMS-7", Some("9 business day")).await;
    settled(&office, "closed:2026-03-06", Some("Inventory")).await;
    settled(&office, "after_hours", Some("08:00")).await;
    let case = edited(&office, &case, "2026-03-03T09:00").await;
    assert_eq!(days(&office, &case, "US-CMS-7").await, ["2026-03-10"], "nothing of it was moved");
    // Its own trigger moves it, and it is counted under its own terms.
    let case = edited(&office, &case, "2026-03-02T09:00").await;
    assert_eq!(days(&office, &case, "US-CMS-7").await, ["2026-03-09"]);
    // A new case goes by all of it: received after eight, it counts from March 4.
    let newer = opened(&office, "grievance").await;
    assert_eq!(days(&office, &newer, "US-CMS-7").await, ["2026-03-18"]);
    // Counted again, the older one goes by it too, and from then on.
    assert_eq!(recounted(&office, false).await["moved"], json!(2));
    assert_eq!(days(&office, &case, "US-CMS-7").await, ["2026-03-17"]);
    settled(&office, "closed:2026-03-06", None).await;
    let case = edited(&office, &case, "2026-03-03T09:00").await;
    assert_eq!(days(&office, &case, "US-CMS-7").await, ["2026-03-18"]);
}

#[tokio::test]
async fn an_edit_of_a_case_keeps_the_margin_its_windows_were_shown_with() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    let event = happened(&office, &case, "collector_notice_received", "2026-03-01").await;
    settled(&office, "margin", Some("10")).await;
    let case = edited(&office, &case, "2026-03-03T10:00").await;
    assert_eq!(clock(&office, &case, "US-FDCPA").await["actBy"], "2026-03-24");
    let to = json!({ "id": event, "at": "2026-03-02", "note": null, "reason": "Misread." });
    office.ok("clocks.move_event", to).await;
    assert_eq!(clock(&office, &case, "US-FDCPA").await["actBy"], "2026-03-25");
    recounted(&office, false).await;
    assert_eq!(clock(&office, &case, "US-FDCPA").await["actBy"], "2026-03-22");
}

#[tokio::test]
async fn an_edit_of_a_case_does_not_stop_a_clock_whose_rules_were_switched_off_for_new_cases() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "collector_notice_received", "2026-03-01").await;
    settled(&office, "pack:us-insurance", None).await;
    let case = edited(&office, &case, "2026-03-03T10:00").await;
    assert_eq!(days(&office, &case, "US-FDCPA").await, ["2026-03-31"]);
    // What is switched off starts nothing new, and a person may still go through the open cases.
    recounted(&office, true).await;
    assert_eq!(days(&office, &case, "US-FDCPA").await, [] as [&str; 0]);
}
