//! How a finding is entered, and its clean control: the same matter, handled as it should be.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::facts::Finding;
use super::replay::Replay;
use crate::office::contact;

/// Enters the finding; answers whether there is anything to go through day by day.
pub(super) async fn prepare(replay: &mut Replay<'_>, kind: &str) -> bool {
    match replay.finding.notice.clone() {
        Some(notice) => notices(replay, &notice).await,
        None => replay.enter(kind).await,
    }
    refusals(replay).await;
    true
}

/// The days a notice runs from.
async fn notices(replay: &mut Replay<'_>, notice: &Value) {
    replay.enter("question").await;
    for (event, field) in
        [("medicare_admitted", "admitted"), ("medicare_discharge_planned", "discharged")]
    {
        if let Some(day) = notice[field].as_str() {
            record(replay, event, day).await;
        }
    }
}

async fn record(replay: &Replay<'_>, event: &str, day: &str) {
    let input = json!({ "case": replay.case_id(), "event": event, "at": day, "note": null });
    replay.office.ok("clocks.record_event", input).await;
}

/// What Bedside refuses or can do at once: a case without the day it was received, and a log that
/// anybody here can show.
async fn refusals(replay: &mut Replay<'_>) {
    let mut form = crate::office::case("grievance", "", "");
    form["patient"] = Value::Null;
    let day = replay.first;
    if let Err(error) = replay.office.call("cases.open", form).await {
        replay.said.insert("date_needed".into(), (day, error.message));
    }
    let filter = json!({ "text": null, "kinds": [], "stages": [], "owner": null, "unit": null,
                         "state": "open", "urgency": null });
    let list = json!({ "filter": filter, "order": "received", "after": null, "limit": null });
    if let Ok(reply) = replay.office.call("cases.list", list).await
        && reply.output["rows"].as_array().is_some_and(|rows| !rows.is_empty())
    {
        let words = "in the log from this day, dated by the day it was first said".to_owned();
        replay.said.insert("log_printed".into(), (day, words));
    }
}

/// What Bedside raises when the same matter is handled as it should be: filed as what it is, the
/// person told how to complain, looked into, answered in writing, every number confirmed.
pub(super) async fn raises(finding: &Finding, end: NaiveDate) -> Vec<String> {
    let mut still = finding.clone();
    still.events.clear();
    let mut replay = Replay::begin(&still).await;
    confirm_numbers(&replay).await;
    if let Some(notice) = &finding.notice {
        notices(&mut replay, notice).await;
    } else {
        replay.enter("grievance").await;
    }
    let case = replay.case_id();
    let first = replay.first;
    replay.is_now(first, 15);
    let at = format!("{first}T10:00");
    tell_how(&replay, &case).await;
    let both = replay.office.ok("clocks.for_case", json!({ "case": case })).await;
    for clock in both["clocks"].as_array().into_iter().flatten() {
        let channels: Vec<&str> = clock["meetableBy"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let channel = if channels.contains(&"letter") { "letter" } else { "call" };
        let opens = clock["opens"].as_str().filter(|day| *day > at.as_str());
        let day: NaiveDate = opens.and_then(|day| day.parse().ok()).unwrap_or(first);
        replay.is_now(day, 15);
        let mut done = contact(&case, channel, &format!("{day}T10:00"), "Done.");
        if clock["binds"] == "theirs" {
            done["direction"] = json!("in");
        }
        done["meets"] = json!([clock["id"]]);
        replay.office.ok("contacts.add", done).await;
    }
    let view = replay.office.ok("cases.view", json!({ "id": case })).await;
    for issue in view["issues"].as_array().into_iter().flatten() {
        let decided = json!({ "id": issue["id"], "about": issue["about"], "state": "decided",
                              "outcome": "upheld", "finding": "As reported." });
        replay.office.ok("cases.change_issue", decided).await;
    }
    replay.said.clear();
    let quiet_from = replay.first;
    replay.go(end).await;
    let raised = replay.said.iter().filter(|(_, (on, _))| *on >= quiet_from);
    raised.map(|(kind, (on, words))| format!("{kind} on {on}: {words}")).collect()
}

/// The leaflet that says how to complain, handed over.
async fn tell_how(replay: &Replay<'_>, case: &str) {
    let view = replay.office.ok("cases.view", json!({ "id": case })).await;
    let give = json!({
        "person": view["form"]["patient"], "case": case, "way": "printed", "at": null,
        "note": null,
        "leaflets": [{ "key": "complaint-or-grievance", "language": "en", "teachBack": null }],
    });
    replay.office.ok("education.give", give).await;
}

async fn confirm_numbers(replay: &Replay<'_>) {
    let settings = replay.office.ok("clocks.settings", Value::Null).await;
    let numbers = settings["numbers"].as_array().into_iter().flatten();
    let choices: Vec<Value> = numbers
        .map(|number| {
            // A number that only the policy can give: the one every facility has to choose.
            let code = number["length"]["code"].as_str().filter(|code| !code.starts_with("0 "));
            json!({ "key": format!("number:{}", number["rule"].as_str().unwrap_or_default()),
                    "value": code.unwrap_or("10 calendar day"), "policy": null, "confirmed": true })
        })
        .collect();
    replay.office.ok("clocks.settle_rules", json!({ "choices": choices })).await;
}
