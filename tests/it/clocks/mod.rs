//! Clocks and promises: what starts, moves, stops, meets and explains them.

mod answering;
mod checking;
mod events;
mod extending;
mod meeting;
mod pausing;
mod promising;
mod receipts;
mod settling;
mod starting;
mod telling;
mod versions;
mod windows;
mod zones;

use office::kernel::Error;
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

/// A case of this kind, received March 3, 2026 at 9:00.
async fn opened(office: &TestOffice, kind: &str) -> Value {
    let patient = patient(office).await;
    office.ok("cases.open", case(kind, &patient, "2026-03-03T09:00")).await
}

/// Records an event on a case; its id.
async fn happened(office: &TestOffice, case: &Value, event: &str, at: &str) -> String {
    let input = json!({ "case": id(case), "event": event, "at": at, "note": null });
    office.ok("clocks.record_event", input).await;
    let events = office.ok("clocks.events", json!({ "case": id(case) })).await;
    let recorded = events["recorded"].as_array().unwrap();
    let day = at.get(..10).unwrap();
    let found = recorded
        .iter()
        .find(|one| one["event"] == event && one["at"].as_str().unwrap().starts_with(day));
    id(found.unwrap())
}

/// The one clock of this rule.
async fn clock(office: &TestOffice, case: &Value, rule: &str) -> Value {
    let all = clocks(office, case).await;
    let mut found: Vec<_> = all.into_iter().filter(|clock| clock["rule"] == rule).collect();
    assert_eq!(found.len(), 1, "{rule}: {found:?}");
    found.pop().unwrap()
}

/// The last days of the clocks of this rule.
async fn days(office: &TestOffice, case: &Value, rule: &str) -> Vec<String> {
    let all = clocks(office, case).await;
    let of = all.iter().filter(|clock| clock["rule"] == rule);
    of.map(|clock| clock["due"].as_str().unwrap().to_owned()).collect()
}

fn choices(choices: &[(&str, Option<&str>)]) -> Value {
    let one = |(key, value): &(&str, Option<&str>)| json!({ "key": key, "value": value, "policy": null, "confirmed": false });
    json!({ "choices": choices.iter().map(one).collect::<Vec<_>>() })
}

/// Settles something about the rules, without counting anything again.
async fn settled(office: &TestOffice, key: &str, value: Option<&str>) -> Value {
    office.ok("clocks.settle_rules", choices(&[(key, value)])).await
}

async fn recounted(office: &TestOffice, settle: bool) -> Value {
    office.ok("clocks.recount", json!({ "settle": settle })).await
}

/// A hospital office that also goes by the rules of insurance.
async fn insured() -> TestOffice {
    let office = TestOffice::hospital().await;
    settled(&office, "pack:us-insurance", Some("on")).await;
    office
}

/// The history of a record as text, newest entry first.
async fn history(office: &TestOffice, record: &str) -> Vec<String> {
    let lines = office.ok("journal.history", json!({ "record": record })).await;
    lines.as_array().unwrap().iter().map(|line| line["changes"].to_string()).collect()
}
