//! Days that time limits run from, besides the one it was received.

use office::kernel::Kind;
use office_tests::office::{TestOffice, case, id};
use serde_json::{Value, json};

use super::{
    changed, clock, clocks, days, fields, happened, history, insured, logged, meet, opened,
    patient, settled,
};

/// What a preview says: what, which clock, its day now and then.
type Line = (String, String, Option<String>, Option<String>);

fn lines(preview: &Value) -> Vec<Line> {
    let preview = preview.get("changes").unwrap_or(preview);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let mut all: Vec<Line> = preview
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let (kind, name) = (text(&line["kind"]).unwrap(), text(&line["name"]).unwrap());
            (kind, name, text(&line["from"]), text(&line["to"]))
        })
        .collect();
    all.sort();
    all
}

/// What happened to the clocks between two looks. One that is no longer met runs again.
fn happened_between(before: &[Value], after: &[Value]) -> Vec<Line> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let same = |clock: &Value| {
        let id = clock["id"].clone();
        move |other: &&Value| other["id"] == id
    };
    let mut all = Vec::new();
    for clock in after {
        let (name, due) = (text(&clock["name"]), text(&clock["due"]));
        match before.iter().find(same(clock)) {
            None => all.push(("starts".to_owned(), name, None, Some(due))),
            Some(was) if !was["metOn"].is_null() && clock["metOn"].is_null() => {
                all.push(("reopens".to_owned(), name, None, Some(due)));
            }
            Some(was) if was["due"] != clock["due"] => {
                all.push(("moves".to_owned(), name, Some(text(&was["due"])), Some(due)));
            }
            Some(_) => {}
        }
    }
    for clock in before.iter().filter(|clock| !after.iter().any(|other| other["id"] == clock["id"]))
    {
        all.push(("stops".to_owned(), text(&clock["name"]), None, None));
    }
    all.sort();
    all
}

#[tokio::test]
async fn an_event_starts_its_clock_moves_it_and_takes_it_away() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "records").await;
    let offers = office.ok("clocks.events", json!({ "case": id(&case) })).await;
    let offer = offers["offers"].as_array().unwrap().iter();
    let offer = offer.clone().find(|one| one["event"] == "amendment_requested").unwrap();
    assert_eq!((&offer["known"], &offer["planned"]), (&json!("day"), &json!(false)));
    assert!(offer["rules"][0].as_str().unwrap().ends_with(": 60 calendar days"), "{offer}");

    let event = happened(&office, &case, "amendment_requested", "2026-03-02").await;
    let started = clock(&office, &case, "US-HIPAA-AMD").await;
    assert_eq!(
        (&started["due"], &started["startedOn"]),
        (&json!("2026-05-01"), &json!("2026-03-02"))
    );
    let to =
        |at: &str, reason: &str| json!({ "id": event, "at": at, "note": null, "reason": reason });
    let error = office.refused("clocks.move_event", to("2026-03-05", " ")).await;
    assert_eq!(fields(&error), ["reason"]);
    office.ok("clocks.move_event", to("2026-03-05", "The fax says so.")).await;
    let moved = clock(&office, &case, "US-HIPAA-AMD").await;
    assert_eq!((&moved["id"], &moved["due"]), (&started["id"], &json!("2026-05-04")));
    assert_eq!(history(&office, &id(&moved)).await.len(), 2);

    let error = office.refused("clocks.drop_event", json!({ "id": event, "reason": "" })).await;
    assert_eq!(fields(&error), ["reason"]);
    office.ok("clocks.drop_event", json!({ "id": event, "reason": "It was another case." })).await;
    assert_eq!(days(&office, &case, "US-HIPAA-AMD").await, [] as [&str; 0]);
    let told = history(&office, &id(&moved)).await;
    assert!(told[0].contains("The day it ran from was taken back."), "{told:?}");
    let again = office.refused("clocks.move_event", to("2026-03-05", "Again.")).await;
    assert_eq!(again.kind, Kind::NotFound);
}

#[tokio::test]
async fn an_event_has_a_day_that_can_be() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "discharge").await;
    let record = |event: &str, at: &str| json!({ "case": id(&case), "event": event, "at": at, "note": null });
    for (event, at) in [
        ("medicare_admitted", "2026-03-11"),
        ("medicare_admitted", "1899-12-31"),
        ("medicare_discharge_planned", "2201-01-01"),
        ("medicare_admitted", "soon"),
        ("medicare_admitted", "2026-02-30"),
        ("observation_started", "2026-03-09"),
        ("observation_started", "2026-03-11T09:00"),
    ] {
        let error = office.refused("clocks.record_event", record(event, at)).await;
        assert_eq!(fields(&error), ["at"], "{event} {at}");
    }
    let unknown = office.refused("clocks.record_event", record("full_moon", "2026-03-09")).await;
    assert_eq!(unknown.kind, Kind::NotFound);
    // The calendar does not reach back so far. It says so, and nothing is kept.
    let case = opened(&office, "complaint").await;
    let early = json!({
        "case": id(&case), "event": "restraint_death_known", "at": "1950-06-01", "note": null,
    });
    let error = office.refused("clocks.record_event", early).await;
    assert!(error.message.contains("covers 1990 to 2035"), "{error}");
    let events = office.ok("clocks.events", json!({ "case": id(&case) })).await;
    assert_eq!(events["recorded"], json!([]));
    // Where every day counts, no calendar is asked.
    happened(&office, &case, "emergency_transfer", "1950-06-01").await;
    assert_eq!(days(&office, &case, "US-EMT-LOG").await, ["1955-06-01"]);
    // A plan may lie ahead.
    happened(&office, &case, "medicare_discharge_planned", "2026-03-20").await;
    assert_eq!(days(&office, &case, "US-IM-2").await, ["2026-03-20"]);
}

#[tokio::test]
async fn a_preview_says_what_then_happens() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    for (event, at) in [
        ("ma_notice_dated", "2026-03-03"),
        ("ma_notice_received", "2026-03-05"),
        ("mcd_notice_sent", "2026-03-02"),
        ("change_takes_effect", "2026-04-01"),
        ("bill_received", "2026-03-05"),
        ("bill_dated", "2026-02-20"),
        ("collection_step_planned", "2026-06-01"),
    ] {
        let before = clocks(&office, &case).await;
        let ask = json!({ "case": id(&case), "event": event, "id": null, "at": at });
        let said = office.ok("clocks.preview_event", ask).await;
        let record = happened(&office, &case, event, at).await;
        let after = clocks(&office, &case).await;
        assert_eq!(lines(&said), happened_between(&before, &after), "{event}");
        assert!(!lines(&said).is_empty(), "{event}");

        let earlier = format!("{}1", at.get(..9).unwrap());
        let ask = json!({ "case": id(&case), "event": event, "id": record, "at": earlier });
        let said = office.ok("clocks.preview_event", ask).await;
        let to = json!({ "id": record, "at": earlier, "note": null, "reason": "So it says." });
        office.ok("clocks.move_event", to).await;
        let then = clocks(&office, &case).await;
        assert_eq!(lines(&said), happened_between(&after, &then), "{event} moved");
    }
    // So does a preview of other facts of the case.
    for (kind, said_on, received) in [
        ("grievance", None, "2026-03-03T09:00"),
        ("grievance", Some("2026-02-27T22:40"), "2026-03-03T09:00"),
        ("grievance", Some("2026-02-27T22:40"), "2026-03-04T09:00"),
        ("compliment", None, "2026-03-04T09:00"),
    ] {
        let before = clocks(&office, &case).await;
        let ask = json!({
            "case": id(&case), "kind": kind, "saidOn": said_on, "receivedOn": received,
        });
        let said = office.ok("clocks.preview_case", ask).await;
        let to = json!({ "kind": kind, "saidOn": said_on, "receivedOn": received });
        let view = office.ok("cases.view", json!({ "id": id(&case) })).await;
        changed(&office, &view, to).await;
        let after = clocks(&office, &case).await;
        assert_eq!(lines(&said), happened_between(&before, &after), "{kind} {said_on:?}");
    }
}

#[tokio::test]
async fn a_receipt_that_is_known_takes_the_place_of_the_one_that_was_presumed() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "ma_notice_dated", "2026-03-03").await;
    let presumed = clock(&office, &case, "US-MA-R").await;
    // 60 days after a receipt that is presumed 5 days after the notice (42 CFR 422.582(b)).
    assert_eq!(presumed["due"], "2026-05-07");
    let why = office.ok("clocks.explain", json!({ "id": id(&presumed) })).await;
    assert!(
        why["sentence"].as_str().unwrap().contains("If it came on another day, record"),
        "{why}"
    );
    let receipt = happened(&office, &case, "ma_notice_received", "2026-03-06").await;
    let known = clock(&office, &case, "US-MA-R").await;
    assert_eq!((&known["id"], &known["due"]), (&presumed["id"], &json!("2026-05-05")));
    office.ok("clocks.drop_event", json!({ "id": receipt, "reason": "Nobody knows." })).await;
    let back = clock(&office, &case, "US-MA-R").await;
    assert_eq!((&back["id"], &back["due"]), (&presumed["id"], &json!("2026-05-07")));
}

#[tokio::test]
async fn a_receipt_of_one_notice_leaves_the_presumption_of_another() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "ma_notice_dated", "2026-01-05").await;
    happened(&office, &case, "ma_notice_received", "2026-01-07").await;
    happened(&office, &case, "ma_notice_dated", "2026-03-01").await;
    assert_eq!(days(&office, &case, "US-MA-R").await, ["2026-03-08", "2026-05-05"]);
    happened(&office, &case, "ma_notice_received", "2026-03-03").await;
    assert_eq!(days(&office, &case, "US-MA-R").await, ["2026-03-08", "2026-05-02"]);
}

#[tokio::test]
async fn of_two_days_the_later_one_counts_where_the_rule_says_so() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "mcd_notice_sent", "2026-03-03").await;
    assert_eq!(days(&office, &case, "US-MCD-C").await, ["2026-03-13"]);
    let effect = happened(&office, &case, "change_takes_effect", "2026-03-31").await;
    assert_eq!(days(&office, &case, "US-MCD-C").await, ["2026-03-31"]);
    let to = json!({ "id": effect, "at": "2026-03-05", "note": null, "reason": "Misread." });
    office.ok("clocks.move_event", to).await;
    assert_eq!(days(&office, &case, "US-MCD-C").await, ["2026-03-13"]);

    let office = TestOffice::with_profile("uk-england").await;
    let case = opened(&office, "records").await;
    happened(&office, &case, "uk_records_requested", "2026-02-02").await;
    assert_eq!(days(&office, &case, "UK-SAR").await, ["2026-03-02"]);
    // The month runs from the proof of identity where that came later.
    happened(&office, &case, "uk_identity_received", "2026-02-12").await;
    assert_eq!(days(&office, &case, "UK-SAR").await, ["2026-03-12"]);
}

#[tokio::test]
async fn a_count_back_opens_on_its_day_and_early_evidence_does_not_meet_it() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "discharge").await;
    let plan = happened(&office, &case, "medicare_discharge_planned", "2026-03-14").await;
    let copy = clock(&office, &case, "US-IM-2").await;
    assert_eq!((&copy["due"], &copy["opens"]), (&json!("2026-03-14"), &json!("2026-03-12")));
    let visit = logged(&office, &case, "visit", "2026-03-10T09:00").await;
    let error = office.refused("clocks.meet", meet(&copy, &visit)).await;
    assert_eq!(fields(&error), ["meets"]);
    assert!(error.message.contains("too early. It counts from March 12, 2026"), "{error}");
    let to = json!({ "id": plan, "at": "2026-03-12", "note": null, "reason": "Going sooner." });
    office.ok("clocks.move_event", to).await;
    let copy = clock(&office, &case, "US-IM-2").await;
    assert_eq!((&copy["due"], &copy["opens"]), (&json!("2026-03-12"), &json!("2026-03-10")));
    office.ok("clocks.meet", meet(&copy, &visit)).await;
    assert_eq!(clock(&office, &case, "US-IM-2").await["state"], "met");
    let ask = clock(&office, &case, "US-IM-Q-ASK").await;
    assert_eq!((&ask["due"], &ask["dueBy"]), (&json!("2026-03-12"), &json!("the end of the day")));
}

#[tokio::test]
async fn an_event_meets_a_clock_and_the_stamp_follows_it() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    let notice = happened(&office, &case, "ma_notice_received", "2026-03-01").await;
    let appeal = happened(&office, &case, "ma_care_appeal_received", "2026-03-09").await;
    let window = clock(&office, &case, "US-MA-R").await;
    assert_eq!((&window["state"], &window["metOn"]), (&json!("met"), &json!("2026-03-09")));
    assert_eq!(days(&office, &case, "US-MA-RD-PRE").await, ["2026-04-08"]);
    // Its own trigger moves, and what was met stays as it was.
    let to = json!({ "id": notice, "at": "2026-02-20", "note": null, "reason": "Misread." });
    office.ok("clocks.move_event", to).await;
    assert_eq!(clock(&office, &case, "US-MA-R").await, window);
    // The event that met it moves, or is taken back, and the stamp goes with it.
    let to = json!({ "id": appeal, "at": "2026-03-06", "note": null, "reason": "The stamp." });
    office.ok("clocks.move_event", to).await;
    assert_eq!(clock(&office, &case, "US-MA-R").await["metOn"], "2026-03-06");
    let drop = json!({ "id": appeal, "reason": "It was never sent." });
    office.ok("clocks.drop_event", drop).await;
    let open = clock(&office, &case, "US-MA-R").await;
    assert_eq!((&open["metOn"], &open["due"]), (&Value::Null, &json!("2026-04-21")));
    assert_eq!(days(&office, &case, "US-MA-RD-PRE").await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_clock_that_was_met_is_no_clock_for_the_next_event() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "records").await;
    let first = happened(&office, &case, "amendment_requested", "2026-03-02").await;
    let letter = logged(&office, &case, "letter", "2026-03-09T09:00").await;
    office.ok("clocks.meet", meet(&clock(&office, &case, "US-HIPAA-AMD").await, &letter)).await;
    office.ok("clocks.drop_event", json!({ "id": first, "reason": "Another one." })).await;
    happened(&office, &case, "amendment_requested", "2026-03-06").await;
    // The one that was met stays met, and the other request has a clock of its own.
    assert_eq!(days(&office, &case, "US-HIPAA-AMD").await, ["2026-05-01", "2026-05-05"]);
    // Two requests have two clocks.
    happened(&office, &case, "amendment_requested", "2026-03-08").await;
    assert_eq!(days(&office, &case, "US-HIPAA-AMD").await.len(), 3);
}

#[tokio::test]
async fn the_end_of_the_year_and_the_hours_of_an_event_are_counted() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "complaint").await;
    happened(&office, &case, "breach_under_500_discovered", "2025-04-17").await;
    // 60 days after the end of the year (45 CFR 164.408(c)).
    assert_eq!(days(&office, &case, "US-HIPAA-BR5-LOG").await, ["2026-03-01"]);
    happened(&office, &case, "observation_started", "2026-03-09T20:15").await;
    let moon = clock(&office, &case, "US-MOON").await;
    assert_eq!((&moon["due"], &moon["dueBy"]), (&json!("2026-03-11"), &json!("8:15 AM")));
}

#[tokio::test]
async fn a_rule_that_is_off_starts_nothing_until_it_is_chosen() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let first = office.ok("cases.open", case("complaint", &patient, "2026-03-03T09:00")).await;
    assert_eq!(days(&office, &first, "US-VA-7").await, [] as [&str; 0]);
    settled(&office, "rule:US-VA-7", Some("on")).await;
    let second = office.ok("cases.open", case("complaint", &patient, "2026-03-04T09:00")).await;
    assert_eq!(days(&office, &second, "US-VA-7").await, ["2026-03-11"]);
    assert_eq!(days(&office, &first, "US-VA-7").await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_preview_says_what_taking_a_date_back_does() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    let notice = happened(&office, &case, "ma_notice_received", "2026-03-01").await;
    let appeal = happened(&office, &case, "ma_care_appeal_received", "2026-03-09").await;
    let dated = happened(&office, &case, "bill_received", "2026-03-05").await;
    happened(&office, &case, "bill_dated", "2026-02-20").await;
    // The appeal met a window, which runs again; the notice it ran from moves it not at all.
    for (event, kinds) in
        [(appeal, vec!["reopens", "stops"]), (dated, vec!["stops"]), (notice, vec!["stops"])]
    {
        let before = clocks(&office, &case).await;
        let said = office.ok("clocks.preview_drop", json!({ "id": event })).await;
        office.ok("clocks.drop_event", json!({ "id": event, "reason": "Misread." })).await;
        let after = clocks(&office, &case).await;
        assert_eq!(lines(&said), happened_between(&before, &after), "{event}");
        let told: Vec<String> = lines(&said).into_iter().map(|line| line.0).collect();
        assert_eq!(told, kinds, "{said}");
    }
    let gone = office
        .refused("clocks.preview_drop", json!({ "id": "01920000-0000-7000-8000-000000000000" }))
        .await;
    assert_eq!(gone.kind, Kind::NotFound);
}
