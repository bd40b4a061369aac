//! The sample office: the same each time, believable on every day of the week, and whole.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use office::app::{SAMPLE_NAME, SAMPLE_PASSPHRASE};
use office::features::cases::{CaseKind, Stage};
use office::kernel::Kind;
use office_tests::files::bytes_below;
use office_tests::office::{MORNING, TestOffice, id};
use serde_json::{Value, json};

/// The sample office made in an own folder, and left open.
async fn sample(cases: u32, seed: u64, at: DateTime<Utc>) -> TestOffice {
    let office = TestOffice::empty();
    office.office.clock().set(at);
    office.office.make_sample_here(cases, seed).await.unwrap();
    office
}

fn morning() -> DateTime<Utc> {
    MORNING.parse().unwrap()
}

/// Every row of a list, page by page.
async fn all(office: &TestOffice, name: &str, filter: &Value) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), Value::Null);
    loop {
        let mut input = filter.clone();
        input["after"] = after;
        input["limit"] = json!(100);
        let page = office.ok(name, input).await;
        rows.extend(page["rows"].as_array().unwrap().iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            return rows;
        }
    }
}

async fn cases(office: &TestOffice) -> Vec<Value> {
    all(office, "cases.list", &json!({ "filter": {}, "order": "received" })).await
}

/// Every case with its page, its log, its clocks and its history, and everyone in the office.
async fn everything(office: &TestOffice) -> String {
    let people = all(office, "people.list", &json!({ "text": null, "kind": null })).await;
    let mut text = Value::Array(people).to_string();
    for case in cases(office).await {
        let case = id(&case);
        let log = all(office, "contacts.list", &json!({ "case": case })).await;
        let clocks = office.ok("clocks.for_case", json!({ "case": case })).await;
        let history = office.ok("journal.history", json!({ "record": case })).await;
        let view = office.ok("cases.view", json!({ "id": case })).await;
        text.push_str(&json!([view, log, clocks, history]).to_string());
    }
    text
}

async fn check_is_whole(office: &TestOffice) {
    let report = office.ok("journal.verify", Value::Null).await;
    assert_eq!(report["firstFault"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_and_day_make_the_same_office_to_the_letter() {
    let (one, two) = tokio::join!(sample(45, 7, morning()), sample(45, 7, morning()));
    let (first, second) = (everything(&one).await, everything(&two).await);
    assert!(first == second, "two sample offices differ");
    assert!(first.len() > 100_000, "there is little in it: {} bytes", first.len());
    let other = sample(45, 8, morning()).await;
    assert!(everything(&other).await != first, "another seed made the same office");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_has_every_kind_and_stage_and_the_journal_is_whole() {
    let office = sample(120, 7, morning()).await;
    let rows = cases(&office).await;
    assert_eq!(rows.len(), 120);
    let seen = |field: &str| -> BTreeSet<String> {
        rows.iter().map(|row| row[field].as_str().unwrap().to_owned()).collect()
    };
    let kinds: BTreeSet<String> = CaseKind::ALL.iter().map(|k| k.code().to_owned()).collect();
    let stages: BTreeSet<String> = Stage::ALL.iter().map(|s| s.code().to_owned()).collect();
    assert_eq!(seen("kind"), kinds);
    assert_eq!(seen("stage"), stages);
    assert_eq!(seen("ownerName").len(), 2);
    for row in &rows {
        let (number, year) = (row["number"].as_str().unwrap(), &row["receivedOn"]);
        let digits = number.strip_prefix("A-").and_then(|rest| rest.split_once('-')).unwrap();
        assert_eq!(&year.as_str().unwrap()[2..4], digits.0, "{number}");
        assert_eq!(digits.1.len(), 4, "{number}");
    }
    let mut reopened =
        rows.iter().filter(|row| row["about"].as_str().unwrap().starts_with("Visiting"));
    let view = office.ok("cases.view", json!({ "id": id(reopened.next_back().unwrap()) })).await;
    assert_eq!(view["reopened"], 1);
    check_is_whole(&office).await;
    let status = office.ok("security.status", Value::Null).await;
    assert_eq!(status["office"]["sample"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn clocks_are_met_in_time_and_late_and_promises_kept_and_broken() {
    let office = sample(200, 7, morning()).await;
    let (mut clocks, mut promises, mut amended) = (BTreeSet::new(), BTreeSet::new(), 0);
    for case in cases(&office).await {
        let case = id(&case);
        let due = office.ok("clocks.for_case", json!({ "case": case })).await;
        let states = |list: &str| -> Vec<String> {
            let list = due[list].as_array().unwrap().iter();
            list.map(|one| one["state"].as_str().unwrap().to_owned()).collect()
        };
        clocks.extend(states("clocks"));
        promises.extend(states("promises"));
        let log = all(&office, "contacts.list", &json!({ "case": case })).await;
        amended += log.iter().filter(|c| c["earlier"].as_array().unwrap().len() == 1).count();
    }
    let words = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(words(&clocks), "later met met_late overdue soon today");
    assert_eq!(words(&promises), "later met met_late overdue soon today");
    assert!(amended >= 3, "{amended} contacts are amended");
}

#[tokio::test(flavor = "multi_thread")]
async fn my_day_is_a_good_day_whichever_day_of_the_week_it_is() {
    for day in 0..7 {
        let today = morning() + TimeDelta::days(day);
        let office = sample(60, 7, today).await;
        let my_day = office.ok("clocks.my_day", Value::Null).await;
        let lines = |part: &str| -> Vec<(String, i64)> {
            let lines = my_day[part].as_array().unwrap().iter();
            let line = |l: &Value| {
                let due = &l["due"];
                (due["what"].as_str().unwrap().to_owned(), due["days"].as_i64().unwrap())
            };
            lines.map(line).collect()
        };
        let (now, week) = (lines("now"), lines("week"));
        let (clock, promise) = ("clock".to_owned(), "promise".to_owned());
        assert_eq!(now, [(clock.clone(), -2), (clock.clone(), 0), (promise, 0)], "{today}");
        assert!((5..=8).contains(&week.len()), "{today}: {week:?}");
        let clocks = week.iter().filter(|(what, _)| *what == clock).count();
        assert!((1..=2).contains(&clocks), "{today}: {week:?}");
        let counts = office.ok("cases.counts", Value::Null).await;
        let open = counts["open"].as_i64().unwrap();
        assert!((17..=30).contains(&open), "{today}: {open} open");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sample_case_has_a_history_and_its_last_step_can_be_taken_back() {
    let office = sample(1, 7, morning()).await;
    let case = id(&cases(&office).await[0]);
    let history = office.ok("journal.history", json!({ "record": case })).await;
    let lines = history.as_array().unwrap();
    assert!(lines.len() > 10);
    let at: Vec<&str> = lines.iter().map(|l| l["at"].as_str().unwrap()).collect();
    assert!(at.is_sorted_by(|later, earlier| later >= earlier), "{at:?}");
    assert!(at[0] < "2026-03-09", "the last step was the day before yesterday: {}", at[0]);
    let (last, contacts) = (&lines[0], json!({ "case": case, "after": null, "limit": 50 }));
    assert_eq!((&last["action"], &last["undoable"]), (&json!("contacts.add"), &json!(true)));
    let before = office.ok("contacts.list", contacts.clone()).await;
    office.ok("journal.undo", json!({ "entry": last["entry"] })).await;
    let after = office.ok("contacts.list", contacts).await;
    assert_eq!(after["total"].as_i64().unwrap() + 1, before["total"].as_i64().unwrap());
    check_is_whole(&office).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_can_be_locked_and_unlocked_again_with_what_is_printed() {
    let office = sample(3, 7, morning()).await;
    office.lock().await;
    let office = office.restarted();
    let key = json!({ "name": SAMPLE_NAME, "passphrase": SAMPLE_PASSPHRASE });
    office.ok("security.unlock", key).await;
    assert_eq!(cases(&office).await.len(), 3);
    check_is_whole(&office).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_half_way_leaves_no_sample_behind() {
    let office = TestOffice::empty();
    let making = {
        let office = office.office.clone();
        tokio::spawn(async move { office.make_sample_here(20_000, 7).await })
    };
    loop {
        let progress = office.ok("office.progress", Value::Null).await;
        if progress["done"].as_u64().is_some_and(|done| done > 20) {
            assert_eq!(progress["what"], "Making the sample office");
            assert_eq!(progress["stoppable"], true);
            break;
        }
        assert!(!making.is_finished(), "it ended before it could be stopped");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    office.ok("office.stop", Value::Null).await;
    let stopped = making.await.unwrap().unwrap_err();
    assert_eq!(stopped.kind, Kind::Unavailable);
    assert_eq!(office.ok("security.status", Value::Null).await["state"], "none");
    let left = bytes_below(&office.folder());
    assert!(!left.keys().any(|file| file.ends_with("store.db")), "{:?}", left.keys());
    office.office.make_sample_here(2, 7).await.unwrap();
    assert_eq!(cases(&office).await.len(), 2);
    check_is_whole(&office).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_that_is_there_is_never_made_into_a_sample() {
    let office = TestOffice::hospital().await;
    let error = office.office.make_sample_here(3, 7).await.unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
    office.lock().await;
    let before = bytes_below(&office.folder());
    let error = office.office.make_sample_here(3, 7).await.unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
    assert!(bytes_below(&office.folder()) == before, "something was changed");
}
