//! What somebody is in the middle of writing is kept, and only for them.

use office::kernel::Kind;
use office_tests::office::TestOffice;
use serde_json::{Value, json};

fn draft(key: &str, body: &Value) -> Value {
    json!({ "key": key, "title": "Add contact", "body": body })
}

#[tokio::test]
async fn a_draft_survives_a_lock_and_a_restart() {
    let office = TestOffice::hospital().await;
    let body = json!({ "summary": "She said:\n“שרה” \u{202E}", "minutes": 12, "meets": [] });
    let kept = office.ok("drafts.save", draft("contact:1", &body)).await;
    assert_eq!(kept["savedAt"], "2026-03-10T14:00:00.000Z");
    office.lock().await;
    office.unlock().await;
    let office = office.restarted();
    let key = json!({ "key": "contact:1" });
    assert_eq!(office.refused("drafts.get", key.clone()).await.kind, Kind::Locked);
    office.unlock().await;
    assert_eq!(office.ok("drafts.get", key.clone()).await, kept);
    assert_eq!(office.ok("drafts.list", Value::Null).await, json!([kept]));
    // A program that was killed has locked nothing; the draft is there all the same.
    let office = office.restarted();
    office.unlock().await;
    assert_eq!(office.ok("drafts.get", key.clone()).await["body"], body);
    office.ok("drafts.drop", key.clone()).await;
    assert_eq!(office.ok("drafts.get", key).await, Value::Null);
}

#[tokio::test]
async fn the_last_of_a_key_stands_and_the_latest_comes_first() {
    let office = TestOffice::hospital().await;
    office.ok("drafts.save", draft("a", &json!("one"))).await;
    office.is_now("2026-03-10T15:00:00Z");
    office.ok("drafts.save", draft("b", &json!("two"))).await;
    office.is_now("2026-03-10T16:00:00Z");
    office.ok("drafts.save", draft("a", &json!("three"))).await;
    let list = office.ok("drafts.list", Value::Null).await;
    let bodies: Vec<&Value> = list.as_array().unwrap().iter().map(|d| &d["body"]).collect();
    assert_eq!(bodies, ["three", "two"]);
}

#[tokio::test]
async fn drafts_are_not_in_the_journal_and_not_somebody_elses() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let before = tables.entries().await;
    office.ok("drafts.save", draft("a", &json!("mine"))).await;
    assert_eq!(tables.entries().await, before);
    tables
        .run(
            "insert into draft (owner, key, title, body, saved_at)
             values ('01890000-0000-7000-8000-00000000000a', 'a', 'Theirs', '\"theirs\"', '9')",
        )
        .await
        .unwrap();
    assert_eq!(office.ok("drafts.get", json!({ "key": "a" })).await["body"], "mine");
    assert_eq!(office.ok("drafts.list", Value::Null).await.as_array().unwrap().len(), 1);
    office.ok("drafts.drop", json!({ "key": "a" })).await;
    assert_eq!(tables.number("select count(*) from draft").await, 1);
    assert_eq!(office.ok("journal.verify", Value::Null).await["ok"], true);
}

#[tokio::test]
async fn a_draft_too_long_to_keep_is_refused_and_the_last_one_stays() {
    let office = TestOffice::hospital().await;
    office.ok("drafts.save", draft("a", &json!("short"))).await;
    let error = office.refused("drafts.save", draft("a", &json!("x".repeat(10_000_000)))).await;
    assert_eq!((error.kind, error.fields[0].field.as_str()), (Kind::Invalid, "body"));
    assert_eq!(office.ok("drafts.get", json!({ "key": "a" })).await["body"], "short");
}
