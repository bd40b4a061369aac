//! What is told about education, and what a case is, in the journey that looks for readable words.

use serde_json::{Value, json};

use super::plaintext::{Canaries, Program};

/// Records days, makes clocks longer, pauses and stops them, and settles the rules, with a planted
/// word wherever one can be typed.
pub(super) fn settle(program: &mut Program, canaries: &mut Canaries, case: &str, patient: &str) {
    let record = json!({ "case": case, "event": "breach_discovered", "at": "2026-01-05",
                         "note": canaries.marked(), "shownBy": canaries.marked() });
    program.ok("clocks.record_event", record);
    let events = program.ok("clocks.events", json!({ "case": case }));
    let event = events["recorded"][0]["id"].clone();
    let moved = json!({ "id": event, "at": "2026-01-06", "note": canaries.marked(),
                        "shownBy": canaries.marked(),
                        "reason": canaries.marked() });
    program.ok("clocks.move_event", moved);
    program.ok("clocks.drop_event", json!({ "id": event, "reason": canaries.marked() }));
    let mut form = program.ok("cases.view", json!({ "id": case }))["form"].clone();
    form["kind"] = json!("grievance");
    form["patient"] = json!(patient);
    form["saidOn"] = Value::Null;
    let received = form["receivedOn"].as_str().unwrap_or_default().to_owned();
    let other = program.ok("cases.open", form);
    let other = other["id"].clone();
    let clock = |program: &mut Program| {
        let clocks = program.ok("clocks.for_case", json!({ "case": other }));
        let clocks = clocks["clocks"].as_array().unwrap().clone();
        clocks.into_iter().find(|one| one["rule"] == "US-CMS-POL").unwrap()
    };
    let decision = clock(program);
    let says = decision["extension"]["elements"].clone();
    let letter = json!({
        "case": other, "channel": "letter", "direction": "out", "at": received, "minutes": null,
        "with": null, "withName": canaries.marked(), "reached": "reached",
        "summary": canaries.marked(), "meets": [], "keeps": [], "promise": null,
    });
    let letter = program.ok("contacts.add", letter)["id"].clone();
    let extend = json!({ "id": decision["id"], "contact": letter, "to": "2099-01-01",
                         "reason": canaries.marked(), "says": says });
    program.ok("clocks.extend", extend);
    let today = program.ok("clocks.my_day", Value::Null)["date"].clone();
    let day = received.get(..10).unwrap_or_default();
    if today.as_str() > Some(day) {
        let why = canaries.marked();
        program.ok("clocks.pause", json!({ "id": decision["id"], "from": today, "why": why }));
        program.ok("clocks.resume", json!({ "id": decision["id"] }));
    }
    program.ok("clocks.stop", json!({ "id": decision["id"], "reason": canaries.marked() }));
    let again = json!({ "id": decision["id"], "reason": canaries.marked() });
    program.ok("clocks.start_again", again);
    let choice = json!({ "key": "number:US-CMS-POL", "value": "21 business day",
                         "policy": canaries.marked(), "confirmed": true });
    program.ok("clocks.settle_rules", json!({ "choices": [choice] }));
    let rules = crate::journal::corrected("2099.01");
    program.ok("clocks.bring_rules", json!({ "name": canaries.marked(), "text": rules }));
    program.ok("clocks.recount", json!({ "settle": true }));
}

/// Decides what the case is, and says why.
pub(super) fn decide(program: &mut Program, canaries: &mut Canaries, case: &str) {
    let answers = json!({ "danger": "none", "who": "patient", "asks": "yes" });
    program.ok("advisor.ask", json!({ "case": case, "profile": null, "answers": answers }));
    let decision = json!({ "case": case, "answers": answers, "rule": "G5", "chosen": "grievance",
                           "reason": canaries.marked() });
    program.ok("advisor.classify", decision);
    program.ok("advisor.for_case", json!({ "case": case }));
}

/// Writes, gives and asks back leaflets, with a planted word wherever one can be typed.
pub(super) fn teach(program: &mut Program, canaries: &mut Canaries, case: &str, patient: &str) {
    let mut form = program.ok("education.source", json!({ "key": "visitors", "language": "en" }));
    for field in ["title", "about", "body", "reviewer"] {
        form[field] = json!(canaries.marked());
    }
    form["sources"] = json!([{ "title": canaries.marked(), "citation": canaries.marked(),
                               "publisher": canaries.marked() }]);
    form["keyPoints"] = json!([{ "ask": canaries.marked(), "listenFor": canaries.marked() }]);
    let draft = program.ok("education.write", json!({ "id": null, "key": null, "form": form }));
    let (own, key) = (draft["row"]["id"].clone(), draft["row"]["key"].clone());
    program.ok("education.publish", json!({ "id": own, "changed": canaries.marked() }));
    program.ok("education.adapt", json!({ "key": "interpreters", "language": "en" }));
    let retire = json!({ "key": "going-home", "language": "en", "reason": canaries.marked() });
    program.ok("education.retire", retire);
    program.ok("education.restore", json!({ "key": "going-home", "language": "en" }));
    let reach = json!({ "slot": "qio", "name": canaries.marked(), "phone": canaries.marked(),
                        "address": canaries.marked(), "web": canaries.marked(),
                        "hours": canaries.marked() });
    program.ok("education.fill_helper", reach);
    let limit = json!({ "rule": "US-CMS-POL", "figure": "30 days", "confirmed": true });
    program.ok("education.confirm_limit", limit);
    program.ok("education.set_rights", json!({ "case": case, "rights": ["complain"] }));
    let mut said = || {
        json!({
            "points": [{ "ask": canaries.marked(), "outcome": "not_yet",
                         "words": canaries.marked() }],
            "interpreter": true, "note": canaries.marked(), "againOn": "2099-01-01",
        })
    };
    let (first, second) = (said(), said());
    let give = json!({
        "person": patient, "case": case, "way": "printed", "at": null, "note": canaries.marked(),
        "leaflets": [{ "key": key, "language": "en", "teachBack": first }],
    });
    let given = program.ok("education.give", give);
    program.ok("education.teach_back", json!({ "handout": given[0]["id"], "form": second }));
    program.ok("education.search", json!({ "text": canaries.plain() }));
    let handing = json!({ "leaflets": [{ "key": key, "language": "en" }], "sheet": null,
                          "paper": "letter", "size": "12" });
    program.ok("education.print", json!({ "handing": handing }));
    program.ok("education.follow_ups", Value::Null);
}
