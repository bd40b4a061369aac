//! The contact log: it grows, it is amended with a reason, and nothing in it is lost.

use std::collections::BTreeSet;

use office::kernel::{Error, Kind};
use office::table::Role;
use office_tests::office::{TestOffice, contact, id, person};
use serde_json::{Value, json};

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|f| f.field.as_str()).collect()
}

async fn with_case() -> (TestOffice, String) {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = id(&office.a_grievance(&patient).await);
    (office, case)
}

/// The contact of `view` amended to say something else.
fn amended(view: &Value, reason: &str, summary: &str) -> Value {
    let now = &view["current"];
    json!({
        "id": id(view), "reason": reason, "channel": now["channel"],
        "direction": now["direction"], "at": now["at"], "minutes": now["minutes"],
        "with": view["with"], "withName": now["withName"], "reached": now["reached"],
        "summary": summary,
    })
}

#[tokio::test]
async fn a_contact_comes_back_as_it_was_written() {
    let (office, case) = with_case().await;
    let joan = id(&office.ok("people.add", person("relative", "Joan", "Abara")).await);
    let mut call = contact(&case, "call", "2026-03-09T15:05", "Said:\n“Nobody came.” <b>שרה</b>");
    call["with"] = json!(joan);
    call["withName"] = json!("somebody else");
    let view = office.ok("contacts.add", call).await;
    let now = &view["current"];
    assert_eq!((&view["case"], &view["with"]), (&json!(case), &json!(joan)));
    assert_eq!(now["summary"], "Said:\n“Nobody came.” <b>שרה</b>");
    assert_eq!((&now["at"], &now["minutes"]), (&json!("2026-03-09T15:05"), &json!(12)));
    // Who has a record is called as the record says.
    assert_eq!(now["withName"], "Joan Abara");
    assert_eq!((&now["writtenBy"], &now["reason"]), (&json!("Ana Test"), &Value::Null));
    assert_eq!((&view["earlier"], &view["promise"]), (&json!([]), &Value::Null));
    let mut silent = contact(&case, "call", "2026-03-09T16:00", "");
    assert_eq!(fields(&office.refused("contacts.add", silent.clone()).await), ["summary"]);
    silent["reached"] = json!("no_answer");
    office.ok("contacts.add", silent).await;
}

#[tokio::test]
async fn an_amendment_needs_a_reason_and_keeps_every_version() {
    let (office, case) = with_case().await;
    let call = contact(&case, "call", "2026-03-09T15:00", "He called.");
    let view = office.ok("contacts.add", call).await;
    let error = office.refused("contacts.amend", amended(&view, " ", "She called.")).await;
    assert_eq!(fields(&error), ["reason"]);
    office.is_now("2026-03-10T15:00:00Z");
    let view = office.ok("contacts.amend", amended(&view, "It was she.", "She called.")).await;
    let (view, entry) =
        office.done("contacts.amend", amended(&view, "Twice.", "She called twice.")).await;
    let earlier: Vec<_> =
        view["earlier"].as_array().unwrap().iter().map(|v| v["summary"].clone()).collect();
    assert_eq!(earlier, ["He called.", "She called."]);
    assert_eq!(view["current"]["summary"], "She called twice.");
    assert_eq!(view["current"]["reason"], "Twice.");
    assert_eq!(view["current"]["writtenAt"], "2026-03-10T15:00:00.000Z");
    assert_eq!(view["earlier"][0]["writtenAt"], "2026-03-10T14:00:00.000Z");
    let list = office.ok("contacts.list", json!({ "case": case })).await;
    assert_eq!((&list["total"], &list["rows"][0]), (&json!(1), &view));
    // Taking the amendment back leaves the version before it.
    office.ok("journal.undo", json!({ "entry": entry })).await;
    let list = office.ok("contacts.list", json!({ "case": case })).await;
    assert_eq!(list["rows"][0]["current"]["summary"], "She called.");
}

#[tokio::test]
async fn what_cannot_have_been_is_named() {
    let (office, case) = with_case().await;
    for (field, wrong) in [
        ("at", json!("2026-03-10T10:16")),
        ("at", json!("2026-03-11T09:00")),
        ("at", json!("1989-12-31T23:59")),
        ("at", json!("noon")),
        ("minutes", json!(1_441)),
        ("summary", json!("x".repeat(20_001))),
        ("summary", json!("x".repeat(10_000_000))),
        ("withName", json!("x".repeat(201))),
    ] {
        let mut call = contact(&case, "call", "2026-03-09T15:00", "She called.");
        call[field] = wrong;
        let error = office.refused("contacts.add", call).await;
        assert_eq!((error.kind, fields(&error)), (Kind::Invalid, vec![field]), "{error}");
    }
    let mut longest = contact(&case, "call", "2026-03-10T10:15", "She called.");
    longest["minutes"] = json!(1_440);
    office.ok("contacts.add", longest).await;
    let nowhere = "01890000-0000-7000-8000-000000000000";
    let lost = contact(nowhere, "call", "2026-03-09T15:00", "She called.");
    assert_eq!(office.refused("contacts.add", lost).await.kind, Kind::NotFound);
    assert_eq!(office.ok("contacts.list", json!({ "case": case })).await["total"], 1);
}

#[tokio::test]
async fn what_happened_is_written_down_also_on_a_closed_case() {
    let (office, case) = with_case().await;
    let close = json!({ "id": case, "outcome": "withdrawn", "note": "Done.", "on": "2026-03-10" });
    office.ok("cases.close", close).await;
    let call = contact(&case, "call", "2026-03-10T09:00", "She thanked us.");
    office.ok("contacts.add", call).await;
}

#[tokio::test]
async fn a_contact_that_fails_in_one_part_leaves_nothing_of_the_others() {
    let (office, case) = with_case().await;
    let mut call = contact(&case, "call", "2026-03-09T15:00", "I will call on Thursday.");
    call["promise"] = json!({ "what": "Call", "due": "2026-03-08", "to": null });
    let error = office.refused("contacts.add", call.clone()).await;
    assert_eq!(fields(&error), ["promise.due"]);
    call["promise"] = json!({ "what": "Call", "due": "2026-03-12", "to": null });
    call["keeps"] = json!(["01890000-0000-7000-8000-000000000000"]);
    assert_eq!(office.refused("contacts.add", call.clone()).await.kind, Kind::NotFound);
    assert_eq!(office.ok("contacts.list", json!({ "case": case })).await["total"], 0);
    let clocks = office.ok("clocks.for_case", json!({ "case": case })).await;
    assert_eq!(clocks["promises"], json!([]));
    call["keeps"] = json!([]);
    let view = office.ok("contacts.add", call).await;
    assert_eq!(view["promise"]["what"], "Call");
    assert_eq!(view["promise"]["toName"], "Joan Abara");
}

#[tokio::test]
async fn the_log_pages_each_contact_exactly_once_the_latest_first() {
    let (office, case) = with_case().await;
    let mut all = BTreeSet::new();
    for n in 0..37 {
        let at = format!("2026-03-0{}T15:00", 1 + n % 4);
        all.insert(id(&office.ok("contacts.add", contact(&case, "call", &at, "Again.")).await));
    }
    let mut query = json!({ "case": case, "limit": 5 });
    let (mut ids, mut times) = (Vec::new(), Vec::new());
    loop {
        let page = office.ok("contacts.list", query.clone()).await;
        assert_eq!(page["total"], 37);
        for row in page["rows"].as_array().unwrap() {
            ids.push(id(row));
            times.push(row["current"]["at"].as_str().unwrap().to_owned());
        }
        match page["next"].as_str() {
            Some(next) => query["after"] = json!(next),
            None => break,
        }
    }
    assert_eq!(ids.len(), 37);
    assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), all);
    assert!(times.iter().rev().is_sorted());
}

#[tokio::test]
async fn a_volunteer_amends_what_they_wrote_and_nobody_elses() {
    let (office, case) = with_case().await;
    let mine =
        office.ok("contacts.add", contact(&case, "call", "2026-03-09T15:00", "He called.")).await;
    let office = office.written_by_another(&case).await.as_only(Role::Volunteer).await;
    let list = office.ok("contacts.list", json!({ "case": case })).await;
    let rows = list["rows"].as_array().unwrap();
    let theirs = rows.iter().find(|row| row["id"] != mine["id"]).unwrap();
    let error = office.refused("contacts.amend", amended(theirs, "No.", "Not so.")).await;
    assert_eq!(error.kind, Kind::Denied);
    office.ok("contacts.amend", amended(&mine, "It was she.", "She called.")).await;
    let more = contact(&case, "visit", "2026-03-10T09:00", "Sat with her.");
    office.ok("contacts.add", more).await;
    let office = office.as_only(Role::Advocate).await;
    office.ok("contacts.amend", amended(theirs, "He told me.", "So it was.")).await;
}
