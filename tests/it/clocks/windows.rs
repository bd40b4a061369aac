//! The person's own windows, and limits on which nobody has to act.

use office_tests::office::id;
use serde_json::{Value, json};

use super::{choices, clock, clocks, happened, insured, opened, recounted, settled};

#[tokio::test]
async fn a_window_shows_its_last_safe_day_and_its_last_day() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "collector_notice_received", "2026-03-01").await;
    let window = clock(&office, &case, "US-FDCPA").await;
    assert_eq!((&window["due"], &window["actBy"]), (&json!("2026-03-31"), &json!("2026-03-24")));
    assert_eq!((&window["state"], &window["days"]), (&json!("later"), &json!(14)));
    assert_eq!(window["binds"], "patient");

    office.is_now("2026-03-24T14:00:00Z");
    let today = clock(&office, &case, "US-FDCPA").await;
    assert_eq!((&today["state"], &today["days"]), (&json!("today"), &json!(0)));
    let day = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(day["now"][0]["aside"], "Last safe day. The last day is Tue, Mar 31.");

    // Past it the window is still open. It presses, but it has not run out.
    office.is_now("2026-03-26T14:00:00Z");
    let open = clock(&office, &case, "US-FDCPA").await;
    assert_eq!((&open["state"], &open["days"]), (&json!("soon"), &json!(5)));
    assert_eq!(open["actBy"], "2026-03-31");
    let day = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(day["sentence"], "One thing is due today.");
    let line = &day["now"][0];
    assert_eq!(line["aside"], "The last safe day was Tue, Mar 24. The last day is Tue, Mar 31.");
    assert_eq!((&line["due"]["state"], &line["due"]["days"]), (&json!("soon"), &json!(5)));

    office.is_now("2026-04-01T14:00:00Z");
    let late = clock(&office, &case, "US-FDCPA").await;
    assert_eq!((&late["state"], &late["days"]), (&json!("overdue"), &json!(-1)));
    let day = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(day["sentence"], "One clock has run out.");
    assert_eq!(day["now"][0]["aside"], "Debt not disputed in writing");
}

#[tokio::test]
async fn the_office_sets_how_many_days_before_the_last_one_it_says_to_act() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "collector_notice_received", "2026-03-01").await;
    let ten = choices(&[("margin", Some("10"))]);
    let preview = office.ok("clocks.preview_settings", ten.clone()).await;
    assert_eq!((&preview["total"], &preview["open"]), (&json!(1), &json!(1)));
    let line = &preview["lines"][0];
    assert_eq!((&line["from"], &line["to"]), (&json!("2026-03-24"), &json!("2026-03-21")));
    office.ok("clocks.settle_rules", ten).await;
    assert_eq!(clock(&office, &case, "US-FDCPA").await["actBy"], "2026-03-24");
    let done = recounted(&office, false).await;
    assert_eq!((&done["moved"], &done["looked"]), (&json!(1), &json!(1)));
    let window = clock(&office, &case, "US-FDCPA").await;
    assert_eq!((&window["due"], &window["actBy"]), (&json!("2026-03-31"), &json!("2026-03-21")));
    // However wide it is, the day after the start is safe.
    settled(&office, "margin", Some("60")).await;
    happened(&office, &case, "collector_notice_received", "2026-03-10").await;
    let windows = clocks(&office, &case).await;
    let newer = windows.iter().find(|clock| clock["due"] == "2026-04-09").unwrap();
    assert_eq!(newer["actBy"], "2026-03-11");
}

#[tokio::test]
async fn a_window_is_safe_only_up_to_the_date_that_another_gives() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "bill_received", "2026-03-05").await;
    let act_by = async |office| clock(office, &case, "US-NSA-PPDR").await["actBy"].clone();
    let bill = clock(&office, &case, "US-NSA-PPDR").await;
    assert_eq!((&bill["due"], &bill["actBy"]), (&json!("2026-07-03"), &json!("2026-06-26")));
    // Consumer pages count from the date on the bill. The earlier of the two is safe.
    let dated = happened(&office, &case, "bill_dated", "2026-02-20").await;
    assert_eq!(act_by(&office).await, "2026-06-20");
    settled(&office, "margin", Some("20")).await;
    assert_eq!(recounted(&office, false).await["moved"], 2);
    assert_eq!(act_by(&office).await, "2026-06-13");
    settled(&office, "margin", Some("7")).await;
    recounted(&office, false).await;
    assert_eq!(act_by(&office).await, "2026-06-20");
    office.ok("clocks.drop_event", json!({ "id": dated, "reason": "Misread." })).await;
    assert_eq!(act_by(&office).await, "2026-06-26");
}

#[tokio::test]
async fn what_is_barred_or_kept_is_never_overdue_and_never_on_my_day() {
    let office = insured().await;
    let case = opened(&office, "complaint").await;
    happened(&office, &case, "first_bill_after_discharge", "2025-11-10").await;
    happened(&office, &case, "emergency_transfer", "2020-01-06").await;
    for now in ["2026-03-09T14:00:00Z", "2026-03-10T14:00:00Z", "2026-03-20T14:00:00Z"] {
        office.is_now(now);
        let bar = clock(&office, &case, "US-501R-120").await;
        assert_eq!((&bar["due"], &bar["sense"]), (&json!("2026-03-10"), &json!("bar")));
        assert_eq!(bar["state"], "later", "{now}");
        let keep = clock(&office, &case, "US-EMT-LOG").await;
        assert_eq!((&keep["due"], &keep["sense"]), (&json!("2025-01-06"), &json!("keep")));
        assert_eq!(keep["state"], "later", "{now}");
        let day = office.ok("clocks.my_day", Value::Null).await;
        assert_eq!((&day["now"], &day["week"]), (&json!([]), &json!([])), "{now}");
        assert_eq!(office.ok("cases.counts", Value::Null).await["myDay"], 0);
        let list = json!({
            "filter": { "open": null, "kind": null, "stage": null, "unit": null, "owner": null,
                "urgency": null, "due": null, "receivedFrom": null, "receivedTo": null,
                "text": null, "person": null },
            "order": "received", "after": null, "limit": 50,
        });
        let rows = office.ok("cases.list", list).await;
        let next = &rows["rows"][0]["next"]["on"];
        assert_eq!(next, "2026-07-01", "the window to ask for help with the bill");
        let why = office.ok("clocks.explain", json!({ "id": id(&bar) })).await;
        let said = why["sentence"].as_str().unwrap();
        assert!(said.ends_with("may be done up to and on Tuesday, March 10."), "{said}");
    }
}

/// The cases of a list narrowed to what is due then: number and how its next thing stands.
async fn listed(office: &office_tests::office::TestOffice, due: Value) -> Vec<(String, Value)> {
    let input = json!({
        "filter": { "open": null, "kind": null, "stage": null, "unit": null, "owner": null,
            "urgency": null, "due": due, "receivedFrom": null, "receivedTo": null,
            "text": null, "person": null },
        "order": "due", "after": null, "limit": 50,
    });
    let page = office.ok("cases.list", input).await;
    let rows = page["rows"].as_array().unwrap().clone();
    assert_eq!(page["total"], rows.len(), "the count is of what is listed");
    rows.into_iter().map(|row| (id(&row), row["next"].clone())).collect()
}

#[tokio::test]
async fn a_list_calls_a_window_late_only_when_its_last_day_has_passed() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "collector_notice_received", "2026-03-01").await;
    // Until the last safe day, March 24; until the last day, March 31; and after it.
    for (now, lists, state, days) in [
        ("2026-03-23T14:00:00Z", vec!["week"], "soon", 1),
        ("2026-03-24T14:00:00Z", vec!["today", "week"], "today", 0),
        ("2026-03-26T14:00:00Z", vec!["today", "week"], "soon", 5),
        ("2026-03-31T14:00:00Z", vec!["today", "week"], "today", 0),
        ("2026-04-01T14:00:00Z", vec!["overdue"], "overdue", -1),
    ] {
        office.is_now(now);
        let window = clock(&office, &case, "US-FDCPA").await;
        assert_eq!((&window["state"], &window["days"]), (&json!(state), &json!(days)), "{now}");
        for due in ["overdue", "today", "week"] {
            let found = listed(&office, json!(due)).await;
            assert_eq!(found.len(), usize::from(lists.contains(&due)), "{now}, {due}");
        }
        let next = listed(&office, Value::Null).await.pop().unwrap().1;
        assert_eq!((&next["state"], &next["days"]), (&window["state"], &window["days"]), "{now}");
        assert_eq!(next["on"], window["actBy"], "{now}");
    }
}

#[tokio::test]
async fn what_is_late_on_a_case_goes_before_a_window_that_only_presses() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "collector_notice_received", "2026-03-01").await;
    let promise = json!({ "case": id(&case), "what": "Ring her", "due": "2026-03-25", "to": null });
    office.ok("clocks.promise", promise).await;
    office.is_now("2026-03-26T14:00:00Z");
    let late = listed(&office, json!("overdue")).await;
    let next = &late[0].1;
    assert_eq!((&next["what"], &next["label"]), (&json!("promise"), &json!("Ring her")));
    assert_eq!((&next["state"], &next["days"]), (&json!("overdue"), &json!(-1)));
    for due in ["today", "week"] {
        assert!(listed(&office, json!(due)).await.is_empty(), "{due}");
    }
}
