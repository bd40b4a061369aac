//! Which window an event meets.

use office_tests::office::{TestOffice, id};
use serde_json::{Value, json};

use super::{clocks, happened, insured, opened};

/// Start and met day of each clock of the rule, by start.
async fn windows(office: &TestOffice, case: &Value) -> Vec<(String, Option<String>)> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let all = clocks(office, case).await;
    let of = all.iter().filter(|clock| clock["rule"] == "US-MA-R");
    let mut found: Vec<_> =
        of.map(|clock| (text(&clock["startedOn"]).unwrap(), text(&clock["metOn"]))).collect();
    found.sort();
    found
}

async fn recorded(office: &TestOffice, case: &Value, event: &str) -> Value {
    let events = office.ok("clocks.events", json!({ "case": id(case) })).await;
    let all = events["recorded"].as_array().unwrap();
    all.iter().find(|one| one["event"] == event).unwrap().clone()
}

#[tokio::test]
async fn an_appeal_meets_the_window_of_the_denial_it_answers_and_no_other() {
    let office = insured().await;
    office.is_now("2026-03-20T14:00:00Z");
    let case = opened(&office, "billing").await;
    for day in ["2026-02-02", "2026-03-02", "2026-03-16"] {
        happened(&office, &case, "ma_notice_received", day).await;
    }
    let appeal = happened(&office, &case, "ma_care_appeal_received", "2026-03-09").await;
    let met = |day: &str| Some(day.to_owned());
    let window = |start: &str, met: Option<String>| (start.to_owned(), met);
    let expected = [
        window("2026-02-02", None),
        window("2026-03-02", met("2026-03-09")),
        window("2026-03-16", None),
    ];
    assert_eq!(windows(&office, &case).await, expected);
    // Another appeal meets the one that is left before it.
    happened(&office, &case, "ma_care_appeal_received", "2026-03-10").await;
    let both = windows(&office, &case).await;
    assert_eq!(both[0], window("2026-02-02", met("2026-03-10")));
    assert_eq!(both[2], window("2026-03-16", None));
    // The first moves behind the last denial: its own window stays met, and no second one is.
    let to = json!({ "id": appeal, "at": "2026-03-18", "note": null, "reason": "The stamp." });
    office.ok("clocks.move_event", to).await;
    let moved = windows(&office, &case).await;
    assert_eq!(moved[1], window("2026-03-02", met("2026-03-18")));
    assert_eq!(moved[2], window("2026-03-16", None));
}

#[tokio::test]
async fn an_appeal_before_any_denial_says_that_it_meets_nothing() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    let ask = json!({ "case": id(&case), "event": "ma_care_appeal_received", "id": null,
                      "at": "2026-03-05" });
    let said = office.ok("clocks.preview_event", ask).await;
    assert_eq!(said["meetsNothing"], true);
    happened(&office, &case, "ma_care_appeal_received", "2026-03-05").await;
    happened(&office, &case, "ma_notice_received", "2026-03-09").await;
    assert_eq!(windows(&office, &case).await, [("2026-03-09".to_owned(), None)]);
    let appeal = recorded(&office, &case, "ma_care_appeal_received").await;
    assert_eq!(appeal["meetsNothing"], true);
    assert_eq!(recorded(&office, &case, "ma_notice_received").await["meetsNothing"], false);
    // The denial it answers is recorded after it, and is met by it.
    happened(&office, &case, "ma_notice_received", "2026-03-02").await;
    let expected =
        [("2026-03-02".to_owned(), Some("2026-03-05".to_owned())), ("2026-03-09".to_owned(), None)];
    assert_eq!(windows(&office, &case).await, expected);
    let appeal = recorded(&office, &case, "ma_care_appeal_received").await;
    assert_eq!(appeal["meetsNothing"], false);
}
