//! What the journal is tried with: a small matter, and an input for every action and task.

use office_tests::files::repository;
use office_tests::office::{PASSPHRASE, TestOffice, case, contact, id, person};
use serde_json::{Value, json};

/// Two people, and a grievance with an issue, a party, a promise, a contact and a letter.
pub(super) struct Scene {
    pub(super) patient: String,
    pub(super) nurse: String,
    pub(super) case: Value,
    pub(super) call: Value,
    pub(super) letter: String,
}

pub(super) async fn scene(office: &TestOffice) -> Scene {
    let patient = office.a_patient("Ruth", "Abara").await;
    let nurse = id(&office.ok("people.add", person("hospital_staff", "Dele", "Okoro")).await);
    let case = office.a_grievance(&patient).await;
    office.ok("cases.add_issue", json!({ "case": id(&case), "about": "Call light" })).await;
    let party = json!({ "case": id(&case), "person": nurse, "role": "staff", "relation": "staff",
                        "mayBeTold": false });
    office.ok("cases.add_party", party).await;
    let promise =
        json!({ "case": id(&case), "what": "Call her", "due": "2026-03-12", "to": patient });
    office.ok("clocks.promise", promise).await;
    let call = contact(&id(&case), "call", "2026-03-10T09:00", "She called.");
    let call = office.ok("contacts.add", call).await;
    let letter = contact(&id(&case), "letter", "2026-03-10T09:30", "The decision.");
    let letter = id(&office.ok("contacts.add", letter).await);
    let case = office.ok("cases.view", json!({ "id": id(&case) })).await;
    Scene { patient, nurse, case, call, letter }
}

pub(super) async fn clocks_of(office: &TestOffice, scene: &Scene) -> Value {
    office.ok("clocks.for_case", json!({ "case": id(&scene.case) })).await
}

/// Meets every clock with the letter: without its decision in writing no grievance is closed.
async fn answered(office: &TestOffice, scene: &Scene, clocks: &Value) {
    for clock in clocks["clocks"].as_array().unwrap() {
        let meet = json!({ "id": id(clock), "contact": scene.letter });
        if clock["metOn"].is_null() {
            office.ok("clocks.meet", meet).await;
        }
    }
}

/// What each action of the table is tried with. A new action needs a line here.
pub(super) async fn sample(office: &TestOffice, scene: &Scene, action: &str) -> Option<Value> {
    let case_id = id(&scene.case);
    let clocks = clocks_of(office, scene).await;
    let mut form = scene.case["form"].clone();
    form["saidOn"] = json!("2026-02-27T10:00");
    let call = &scene.call["current"];
    Some(match action {
        "office.change" => {
            let mut settings = office.ok("office.view", Value::Null).await;
            settings["paper"] = json!("a4");
            settings
        }
        "people.add" => person("patient", "Esther", "Kim"),
        "people.change" => {
            json!({ "id": scene.patient, "form": person("patient", "Ruth", "Abara-Kim") })
        }
        "cases.open" => case("grievance", &scene.patient, "2026-03-05T09:00"),
        "cases.change" => json!({ "id": case_id, "form": form, "reason": "Heard earlier." }),
        "cases.set_stage" => json!({ "id": case_id, "stage": "investigating" }),
        "cases.close" => {
            let issue = &scene.case["issues"][0];
            let decided = json!({ "id": id(issue), "about": "Call light", "state": "decided",
                                  "outcome": "upheld", "finding": null });
            office.ok("cases.change_issue", decided).await;
            answered(office, scene, &clocks).await;
            json!({ "id": case_id, "outcome": "upheld", "note": "Done.", "on": "2026-03-10" })
        }
        "cases.reopen" => {
            let close = Box::pin(sample(office, scene, "cases.close")).await.unwrap();
            office.ok("cases.close", close).await;
            json!({ "id": case_id, "reason": "Not done." })
        }
        "cases.add_issue" => json!({ "case": case_id, "about": "Bed rail" }),
        "cases.change_issue" => {
            json!({ "id": id(&scene.case["issues"][0]), "about": "Call light, 4 West",
                    "state": "investigating", "outcome": null, "finding": null })
        }
        "cases.add_party" => {
            json!({ "case": case_id, "person": scene.nurse, "role": "other", "relation": null,
                    "mayBeTold": true })
        }
        "cases.remove_party" => {
            json!({ "id": id(&scene.case["parties"][1]), "reason": "Not on that shift." })
        }
        "contacts.add" => {
            let mut more = contact(&case_id, "letter", "2026-03-10T09:40", "Interim notice.");
            more["meets"] = json!([id(&clocks["clocks"][0])]);
            more["keeps"] = json!([id(&clocks["promises"][0])]);
            more["promise"] = json!({ "what": "Write", "due": "2026-03-20", "to": null });
            more
        }
        "contacts.amend" => {
            json!({ "id": id(&scene.call), "reason": "Not so.", "channel": "visit",
                    "direction": "in", "at": call["at"], "minutes": null, "with": scene.patient,
                    "withName": null, "reached": "reached", "summary": "She came by." })
        }
        "clocks.promise" => {
            json!({ "case": case_id, "what": "Ask the ward", "due": "2026-03-11", "to": null })
        }
        "clocks.meet" => json!({ "id": id(&clocks["clocks"][1]), "contact": scene.letter }),
        "clocks.keep_promise" => {
            json!({ "id": id(&clocks["promises"][0]), "contact": id(&scene.call) })
        }
        _ if action.starts_with("clocks.") || action.starts_with("advisor.") => {
            return Box::pin(settling(office, scene, action)).await;
        }
        _ => return Box::pin(education(office, scene, action)).await,
    })
}

/// What each action over the rules is tried with.
async fn settling(office: &TestOffice, scene: &Scene, action: &str) -> Option<Value> {
    let case_id = id(&scene.case);
    let clocks = clocks_of(office, scene).await;
    let clocks = clocks["clocks"].as_array().unwrap();
    let clock = clocks.iter().find(|one| one["rule"] == "US-CMS-POL").unwrap();
    let decision = id(clock);
    Some(match action {
        "clocks.record_event" => {
            json!({ "case": case_id, "event": "breach_discovered", "at": "2026-03-09",
                    "note": "The ward told us." })
        }
        "clocks.move_event" | "clocks.drop_event" => {
            let record = Box::pin(settling(office, scene, "clocks.record_event")).await.unwrap();
            office.ok("clocks.record_event", record).await;
            let events = office.ok("clocks.events", json!({ "case": case_id })).await;
            json!({ "id": id(&events["recorded"][0]), "at": "2026-03-08", "note": null,
                    "reason": "Heard a day earlier." })
        }
        "clocks.extend" => {
            json!({ "id": decision, "contact": scene.letter, "to": "2026-04-20",
                    "reason": "Two nurses are away.", "says": clock["extension"]["elements"] })
        }
        "clocks.pause" => json!({ "id": decision, "from": "2026-03-10", "why": "Consent" }),
        "clocks.resume" => {
            let pause = json!({ "id": decision, "from": "2026-03-04", "why": "Consent" });
            office.ok("clocks.pause", pause).await;
            json!({ "id": decision })
        }
        "advisor.classify" => {
            json!({ "case": case_id, "answers": { "danger": "none", "asks": "yes" }, "rule": "G5",
                    "chosen": "grievance", "reason": "She asks for it in writing." })
        }
        "clocks.start_again" => {
            let stop = json!({ "id": decision, "reason": "Not ours to answer." });
            office.ok("clocks.stop", stop).await;
            json!({ "id": decision, "reason": "It is ours after all." })
        }
        "clocks.stop" => json!({ "id": decision, "reason": "Not ours to answer." }),
        "clocks.settle_rules" => {
            json!({ "choices": [{ "key": "number:US-CMS-POL", "value": "21 business day",
                                  "policy": "4.2", "confirmed": true }] })
        }
        "clocks.bring_rules" => json!({ "name": "corrected.toml", "text": corrected("2099.01") }),
        _ => return None,
    })
}

/// The shipped rules of a hospital under another version.
pub(crate) fn corrected(version: &str) -> String {
    let file = repository().join("src-tauri/office/content/clocks/us-hospital.toml");
    let text = std::fs::read_to_string(file).unwrap();
    let line = text.lines().find(|line| line.starts_with("version = ")).unwrap();
    text.replacen(line, &format!("version = \"{version}\""), 1)
}

/// What each action of education is tried with.
async fn education(office: &TestOffice, scene: &Scene, action: &str) -> Option<Value> {
    let case_id = id(&scene.case);
    Some(match action {
        "education.write" => json!({ "id": null, "form": leaflet(office).await }),
        "education.adapt" => json!({ "key": "visitors", "language": "en" }),
        "education.publish" => {
            let write = json!({ "id": null, "form": leaflet(office).await });
            let draft = office.ok("education.write", write).await;
            json!({ "id": id(&draft["row"]), "changed": "First version." })
        }
        "education.retire" => {
            json!({ "key": "visitors", "language": "en", "reason": "Ours is coming." })
        }
        "education.restore" => {
            let retire = Box::pin(education(office, scene, "education.retire")).await.unwrap();
            office.ok("education.retire", retire).await;
            json!({ "key": "visitors", "language": "en" })
        }
        "education.fill_helper" => {
            // Another each time: what was filled in before is taken up again.
            let filled = office.ok("education.helpers", Value::Null).await;
            let empty = filled.as_array().unwrap().iter().find(|one| one["reach"].is_null());
            json!({ "slot": empty.unwrap()["slot"], "name": null, "phone": "555 0100",
                    "address": null, "web": null, "hours": null })
        }
        "education.confirm_limit" => {
            json!({ "rule": "US-CMS-POL", "figure": "30 days", "confirmed": true })
        }
        "education.set_rights" => json!({ "case": case_id, "rights": ["complain"] }),
        "education.give" => give(scene, "going-home"),
        "education.teach_back" => {
            let given = office.ok("education.give", give(scene, "going-home")).await;
            json!({ "handout": id(&given[0]), "form": said_back() })
        }
        _ => return None,
    })
}

/// A leaflet as a form holds it.
async fn leaflet(office: &TestOffice) -> Value {
    let adapted = json!({ "key": "visitors", "language": "en" });
    let mut form = office.ok("education.adapt", adapted).await["form"].clone();
    form["title"] = json!("Who may visit you here");
    form
}

fn give(scene: &Scene, key: &str) -> Value {
    json!({
        "person": scene.patient, "case": id(&scene.case), "way": "printed", "at": null,
        "note": null, "leaflets": [{ "key": key, "language": "en", "teachBack": null }],
    })
}

fn said_back() -> Value {
    json!({
        "points": [{ "ask": "Whom do you call?", "outcome": "not_yet", "words": "" }],
        "interpreter": false, "note": "", "againOn": "2026-03-12",
    })
}

/// Everything that screens show of the office and the scene.
pub(super) async fn everything(office: &TestOffice, scene: &Scene) -> Vec<Value> {
    let case = json!({ "case": id(&scene.case) });
    let list = |order: &str| json!({ "filter": {}, "order": order, "limit": 100 });
    let mut all = Vec::new();
    for (name, input) in [
        ("office.view", Value::Null),
        ("people.list", json!({ "limit": 100 })),
        ("people.list", json!({ "text": "abara" })),
        ("people.view", json!({ "id": scene.patient })),
        ("cases.list", list("received")),
        ("cases.list", list("due")),
        ("cases.counts", Value::Null),
        ("cases.view", json!({ "id": id(&scene.case) })),
        ("contacts.list", case.clone()),
        ("clocks.for_case", case.clone()),
        ("advisor.for_case", case),
        ("clocks.my_day", Value::Null),
        ("clocks.settings", Value::Null),
        ("advisor.checks", Value::Null),
        ("clocks.rules", Value::Null),
        ("clocks.events", json!({ "case": id(&scene.case) })),
        ("education.library", Value::Null),
        ("education.own", Value::Null),
        ("education.helpers", Value::Null),
        ("education.limits", Value::Null),
        ("education.given", json!({ "person": null, "case": id(&scene.case) })),
        ("education.follow_ups", Value::Null),
    ] {
        all.push(office.ok(name, input).await);
    }
    all
}

/// What the passphrase is changed to.
pub(super) const NEXT: &str = "orchard velvet thunder nine";

/// How many entries each task leaves, with what it is tried with. A new task needs a line here.
pub(super) fn task(name: &str, scene: &Scene, path: &std::path::Path) -> Option<(Value, i64)> {
    let case = id(&scene.case);
    let options = json!({ "case": case, "paper": "a4", "copy": "full" });
    let mut leaving = options.clone();
    leaving["reason"] = json!("Asked for.");
    leaving["recipient"] = json!("The file room");
    leaving["path"] = json!(path);
    Some(match name {
        "exports.preview" => (options, 1),
        "exports.print" | "exports.save" => (leaving, 1),
        "education.preview" => (json!({ "handing": handing() }), 0),
        "education.print" => (json!({ "handing": handing() }), 1),
        "education.save" => (json!({ "handing": handing(), "path": path }), 1),
        "journal.verify" | "journal.rebuild" => (Value::Null, 1),
        "journal.history" => (json!({ "record": case }), 0),
        "drafts.save" => (json!({ "key": "k", "title": "t", "body": 1 }), 0),
        "drafts.get" | "drafts.drop" => (json!({ "key": "k" }), 0),
        "clocks.recount" => (json!({ "settle": false }), 0),
        "watchers.list" => (json!({ "limit": null }), 0),
        "people.import_drop" => (json!({ "token": "none" }), 0),
        "people.import_preview" => (json!({ "kind": "choose" }), 0),
        "security.change_passphrase" => (json!({ "current": PASSPHRASE, "next": NEXT }), 1),
        // By name it comes after the change.
        "security.set_keyring" => (json!({ "on": false, "passphrase": NEXT }), 1),
        "drafts.list"
        | "office.progress"
        | "office.stop"
        | "security.status"
        | "security.touch"
        | "security.preferences"
        | "security.suggest_passphrase" => (Value::Null, 0),
        "security.set_preferences" => (json!({}), 0),
        _ => return None,
    })
}

fn handing() -> Value {
    json!({ "leaflets": [{ "key": "going-home", "language": "en" }], "sheet": null,
            "paper": "letter", "size": "12" })
}

/// An office with a row in every table.
pub(super) async fn full_office() -> TestOffice {
    let office = TestOffice::hospital().await;
    let scene = scene(&office).await;
    let amend = sample(&office, &scene, "contacts.amend").await.unwrap();
    office.ok("contacts.amend", amend).await;
    for action in ["record_event", "extend", "resume", "settle_rules"] {
        let action = format!("clocks.{action}");
        let input = sample(&office, &scene, &action).await.unwrap();
        office.ok(&action, input).await;
    }
    for action in ["fill_helper", "confirm_limit", "set_rights", "publish", "teach_back"] {
        let action = format!("education.{action}");
        let input = sample(&office, &scene, &action).await.unwrap();
        office.ok(&action, input).await;
    }
    let classify = sample(&office, &scene, "advisor.classify").await.unwrap();
    office.ok("advisor.classify", classify).await;
    let (save, _) = task("exports.save", &scene, &office.beside("copy.html")).unwrap();
    office.ok("exports.save", save).await;
    let file = repository().join("tests/fixtures/fhir/coverage.json");
    let bulk = repository().join("tests/fixtures/fhir/bulk.ndjson");
    let paths = json!({ "kind": "paths", "paths": [file, bulk] });
    let seen = office.ok("people.import_preview", paths).await;
    office.ok("people.import_apply", json!({ "token": seen["token"], "exclude": [] })).await;
    office
}
