//! When a notice came: what the law presumes, and a later day that needs something to show it.

use office_tests::office::{TestOffice, id};
use serde_json::{Value, json};

use super::{clock, days, fields, happened, history, insured, opened};

const ENVELOPE: &str = "Postmarked envelope, scanned.";

async fn received(office: &TestOffice, case: &Value, event: &str, at: &str, by: Option<&str>) {
    let input = json!({ "case": id(case), "event": event, "at": at, "note": null, "shownBy": by });
    office.ok("clocks.record_event", input).await;
}

async fn recorded(office: &TestOffice, case: &Value, event: &str) -> Value {
    let events = office.ok("clocks.events", json!({ "case": id(case) })).await;
    let all = events["recorded"].as_array().unwrap();
    all.iter().find(|one| one["event"] == event).unwrap().clone()
}

async fn why(office: &TestOffice, clock: &Value) -> String {
    let why = office.ok("clocks.explain", json!({ "id": id(clock) })).await;
    why["sentence"].as_str().unwrap().to_owned()
}

/// The notice is dated March 3, 2026. Medicare takes it to have come on March 8, and 60 days later
/// is May 7 (42 CFR 422.582(b)). It came on March 12: 60 days later is May 11.
#[tokio::test]
async fn a_receipt_later_than_presumed_counts_from_when_something_shows_it() {
    let office = insured().await;
    office.is_now("2026-03-20T14:00:00Z");
    let case = opened(&office, "billing").await;
    happened(&office, &case, "ma_notice_dated", "2026-03-03").await;
    let presumed = clock(&office, &case, "US-MA-R").await;
    assert_eq!((&presumed["due"], &presumed["receiptWaits"]), (&json!("2026-05-07"), &Value::Null));

    // While it is entered, the window hears that this day needs something to show it.
    let ask = |shown: bool| {
        json!({ "case": id(&case), "event": "ma_notice_received", "id": null, "at": "2026-03-12",
                "shown": shown })
    };
    let said = office.ok("clocks.preview_event", ask(false)).await;
    assert_eq!(said, json!({ "changes": [], "presumedOn": "2026-03-08", "meetsNothing": false }));
    let said = office.ok("clocks.preview_event", ask(true)).await;
    assert_eq!(
        (&said["presumedOn"], &said["changes"][0]["to"]),
        (&json!("2026-03-08"), &json!("2026-05-11"))
    );

    received(&office, &case, "ma_notice_received", "2026-03-12", None).await;
    let waiting = clock(&office, &case, "US-MA-R").await;
    assert_eq!((&waiting["id"], &waiting["due"]), (&presumed["id"], &json!("2026-05-07")));
    assert_eq!(waiting["receiptWaits"], "2026-03-12");
    let said = why(&office, &waiting).await;
    assert!(said.contains("on record that it came later, on Thursday, March 12."), "{said}");
    assert!(said.contains("does not count until something shows it"), "{said}");
    let receipt = recorded(&office, &case, "ma_notice_received").await;
    assert_eq!((&receipt["presumedOn"], &receipt["shownBy"]), (&json!("2026-03-08"), &Value::Null));

    // What shows it is added later: the date moves, and the history has both.
    let shown = json!({ "id": id(&receipt), "at": "2026-03-12", "note": null,
                        "shownBy": ENVELOPE, "reason": "She found the envelope." });
    office.ok("clocks.move_event", shown).await;
    let counted = clock(&office, &case, "US-MA-R").await;
    assert_eq!((&counted["id"], &counted["due"]), (&presumed["id"], &json!("2026-05-11")));
    assert_eq!(counted["receiptWaits"], Value::Null);
    let said = why(&office, &counted).await;
    assert!(said.contains(&format!("It counts because of this: {ENVELOPE}")), "{said}");
    let told = history(&office, &id(&counted)).await;
    assert!(told[0].contains("2026-05-11") && told[1].contains("2026-05-07"), "{told:?}");
    assert!(history(&office, &id(&receipt)).await[0].contains(ENVELOPE));

    // Taken away again, the presumed day is back.
    let bare = json!({ "id": id(&receipt), "at": "2026-03-12", "note": null, "shownBy": " ",
                       "reason": "It was another envelope." });
    office.ok("clocks.move_event", bare).await;
    assert_eq!(days(&office, &case, "US-MA-R").await, ["2026-05-07"]);
}

#[tokio::test]
async fn an_earlier_receipt_and_one_of_an_undated_notice_need_nothing() {
    let office = insured().await;
    office.is_now("2026-03-20T14:00:00Z");
    let case = opened(&office, "billing").await;
    received(&office, &case, "ma_notice_received", "2026-03-12", None).await;
    assert_eq!(days(&office, &case, "US-MA-R").await, ["2026-05-11"], "nothing is presumed");
    // The date on the notice makes it a late one; it is the earlier day that counts then.
    happened(&office, &case, "ma_notice_dated", "2026-03-03").await;
    assert_eq!(days(&office, &case, "US-MA-R").await, ["2026-05-07"]);
    let case = opened(&office, "billing").await;
    happened(&office, &case, "msn_dated", "2026-03-03").await;
    // 125 days from the date on the notice (42 CFR 405.942(a)(1)).
    assert_eq!(days(&office, &case, "US-MC-1-F").await, ["2026-07-06"]);
    received(&office, &case, "msn_received", "2026-03-05", None).await;
    assert_eq!(days(&office, &case, "US-MC-1-F").await, ["2026-07-03"], "the earlier day counts");
    let receipt = recorded(&office, &case, "msn_received").await;
    assert_eq!((&receipt["presumedOn"], &receipt["shownBy"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn what_shows_a_date_is_one_line() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    let long = json!({ "case": id(&case), "event": "msn_received", "at": "2026-03-05",
                       "note": null, "shownBy": "x".repeat(501) });
    let error = office.refused("clocks.record_event", long).await;
    assert_eq!(fields(&error), ["shownBy"]);
}
