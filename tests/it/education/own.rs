//! Leaflets, policies and procedures of the office's own.

use office::kernel::{Error, Kind};
use office_tests::office::{TestOffice, id};
use serde_json::{Value, json};

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|field| field.field.as_str()).collect()
}

fn form(title: &str, body: &str) -> Value {
    json!({
        "purpose": "leaflet", "language": "en", "title": title, "about": "How to find the chapel.",
        "topic": "rights", "audiences": ["patient"], "settings": ["hospital"], "kinds": [],
        "rights": [], "units": [], "related": [],
        "sources": [{ "title": "Chaplaincy", "citation": "", "publisher": "" }],
        "keyPoints": [{ "ask": "Where is it?", "listenFor": "Ground floor." }],
        "who": [{ "slot": "patient-relations", "why": "We show you the way." }],
        "reviewed": "2026-03-10", "reviewer": "Ana Test", "reviewBy": "2026-09-10",
        "sourceVersion": null, "link": null, "body": body,
    })
}

async fn rows(office: &TestOffice, key: &str) -> Vec<Value> {
    let library = office.ok("education.library", Value::Null).await;
    let all = library["rows"].as_array().unwrap();
    all.iter().filter(|row| row["key"] == key).cloned().collect()
}

#[tokio::test]
async fn an_own_leaflet_is_written_published_changed_and_retired() {
    let office = TestOffice::hospital().await;
    let new = json!({ "id": null, "form": form("The chapel", "## Where\n\nGround floor.") });
    let draft = office.ok("education.write", new).await;
    let own = id(&draft["row"]);
    let key = draft["row"]["key"].as_str().unwrap().to_owned();
    assert!(rows(&office, &key).await.is_empty(), "a draft is not in the library");
    office.ok("education.publish", json!({ "id": own, "changed": "First version." })).await;
    assert_eq!(rows(&office, &key).await[0]["version"], 1);
    let changed = json!({ "id": own, "form": form("The chapel", "## Where\n\nFirst floor.") });
    let draft = office.ok("education.write", changed).await;
    assert_eq!(draft["row"]["changed"], true);
    let read = json!({ "key": key, "language": "en", "textId": null });
    let out = office.ok("education.read", read.clone()).await.to_string();
    assert!(out.contains("Ground floor") && !out.contains("First floor"), "the draft is not out");
    office.ok("education.publish", json!({ "id": own, "changed": "It moved." })).await;
    let out = office.ok("education.read", read.clone()).await;
    assert_eq!(out["version"], 2);
    assert_eq!(out["changes"][0]["what"], "It moved.");
    let gone = json!({ "key": key, "language": "en", "reason": "The chapel closed." });
    office.ok("education.retire", gone).await;
    assert_eq!(rows(&office, &key).await[0]["retired"], true);
    office.ok("education.restore", json!({ "key": key, "language": "en" })).await;
    assert_eq!(rows(&office, &key).await[0]["retired"], false);
}

#[tokio::test]
async fn what_was_given_stays_readable_as_it_was_given() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let new = json!({ "id": null, "form": form("The chapel", "Ground floor.") });
    let draft = office.ok("education.write", new).await;
    let (own, key) = (id(&draft["row"]), draft["row"]["key"].clone());
    office.ok("education.publish", json!({ "id": own, "changed": "First version." })).await;
    let give = json!({
        "person": patient, "case": null, "way": "printed", "at": null, "note": null,
        "leaflets": [{ "key": key, "language": "en", "teachBack": null }],
    });
    let given = office.ok("education.give", give.clone()).await;
    let text = given[0]["textId"].clone();
    let changed = json!({ "id": own, "form": form("The chapel", "Second floor.") });
    office.ok("education.write", changed).await;
    office.ok("education.publish", json!({ "id": own, "changed": "It moved." })).await;
    office
        .ok("education.retire", json!({ "key": key, "language": "en", "reason": "Closed." }))
        .await;
    let then = json!({ "key": key, "language": "en", "textId": text });
    let then = office.ok("education.read", then).await;
    assert_eq!(then["version"], 1);
    assert!(then.to_string().contains("Ground floor."));
    let had = office.ok("education.given", json!({ "person": patient, "case": null })).await;
    assert_eq!(had["handouts"][0]["newer"], 2);
    assert_eq!(office.refused("education.give", give).await.kind, Kind::NotFound);
}

#[tokio::test]
async fn an_adapted_leaflet_stands_in_for_the_shipped_one() {
    let office = TestOffice::hospital().await;
    let name = json!({ "key": "visitors", "language": "en" });
    let draft = office.ok("education.adapt", name.clone()).await;
    assert_eq!(draft["row"]["adapted"], true);
    assert_eq!(
        rows(&office, "visitors").await[0]["origin"],
        "shipped",
        "not before it is published"
    );
    let again = office.ok("education.adapt", name).await;
    assert_eq!(id(&again["row"]), id(&draft["row"]), "one adaptation, not two");
    let mut mine = draft["form"].clone();
    mine["body"] = json!("## Your rights\n\nTwo visitors at a time.");
    let own = id(&draft["row"]);
    office.ok("education.write", json!({ "id": own, "form": mine })).await;
    office.ok("education.publish", json!({ "id": own, "changed": "Our hours." })).await;
    let row = &rows(&office, "visitors").await[0];
    assert_eq!(row["origin"], "office");
    assert_eq!(row["version"], 2, "it comes after the version it was adapted from");
}

#[tokio::test]
async fn a_translation_belongs_to_its_leaflet_and_says_when_it_is_behind() {
    let office = TestOffice::hospital().await;
    let english = json!({ "key": "visitors", "language": "en" });
    let source = office.ok("education.source", english).await;
    assert!(source["body"].as_str().unwrap().contains("## Your rights"));
    assert_eq!((&source["sourceVersion"], &source["reviewed"]), (&json!(1), &json!("2026-03-10")));
    let mut arabic = form("زيارة المرضى", "## حقوقك\n\nيمكنك أن تختار من يزورك.");
    arabic["language"] = json!("ar");
    let new = json!({ "id": null, "key": "visitors", "form": arabic });
    let draft = office.ok("education.write", new.clone()).await;
    assert_eq!(draft["form"]["sourceVersion"], 1);
    office.ok("education.publish", json!({ "id": id(&draft["row"]), "changed": "New." })).await;
    let view = json!({ "key": "visitors", "language": "en", "textId": null });
    let english = office.ok("education.read", view).await;
    assert_eq!(english["translations"][0]["language"], "ar");
    assert_eq!(english["translations"][0]["behind"], false);
    let again = office.refused("education.write", new).await;
    assert_eq!(fields(&again), ["language"]);
    let adapted =
        office.ok("education.adapt", json!({ "key": "visitors", "language": "en" })).await;
    let own = id(&adapted["row"]);
    office.ok("education.publish", json!({ "id": own, "changed": "Our hours." })).await;
    let all = rows(&office, "visitors").await;
    let arabic = all.iter().find(|row| row["language"] == "ar").unwrap();
    assert_eq!(arabic["behind"], true, "the English text has a new version");
    let lost = json!({ "id": null, "key": "no-such-leaflet", "form": form("x", "y") });
    assert_eq!(office.refused("education.write", lost).await.kind, Kind::NotFound);
}

#[tokio::test]
async fn a_shipped_leaflet_can_be_retired_and_its_retiring_taken_back() {
    let office = TestOffice::hospital().await;
    let retire =
        json!({ "key": "visitors", "language": "en", "reason": "Ours is being rewritten." });
    let (_, entry) = office.done("education.retire", retire).await;
    assert_eq!(rows(&office, "visitors").await[0]["retired"], true);
    office.ok("journal.undo", json!({ "entry": entry })).await;
    assert_eq!(rows(&office, "visitors").await[0]["retired"], false);
    office
        .ok("education.retire", json!({ "key": "visitors", "language": "en", "reason": "x" }))
        .await;
    office.ok("education.restore", json!({ "key": "visitors", "language": "en" })).await;
    assert_eq!(office.ok("education.own", Value::Null).await, json!([]), "nobody wrote anything");
    let silent = json!({ "key": "visitors", "language": "en", "reason": " " });
    assert_eq!(fields(&office.refused("education.retire", silent).await), ["reason"]);
}

#[tokio::test]
async fn an_unfinished_leaflet_is_kept_but_not_published() {
    let office = TestOffice::hospital().await;
    let mut thin = form("The chapel", "");
    thin["about"] = json!("");
    thin["sources"] = json!([]);
    let draft = office.ok("education.write", json!({ "id": null, "form": thin })).await;
    let own = id(&draft["row"]);
    let refused = office.refused("education.publish", json!({ "id": own, "changed": "" })).await;
    assert_eq!(fields(&refused), ["changed", "about", "body", "sources"]);
    let mut strange = form("", "x");
    strange["language"] = json!("English please");
    strange["reviewed"] = json!("soon");
    strange["link"] = json!("javascript:alert(1)");
    strange["who"] = json!([{ "slot": "nobody", "why": "" }]);
    let refused = office.refused("education.write", json!({ "id": null, "form": strange })).await;
    assert_eq!(fields(&refused), ["title", "language", "who", "link", "reviewed"]);
}

#[tokio::test]
async fn a_text_being_written_is_measured_and_its_faults_are_named_by_line() {
    let office = TestOffice::hospital().await;
    let body = "Fine.\n\n<script>alert(1)</script>\n\n![A map](https://evil.example/x.png)\n\n\
                We utilize {US-HIPAA-ACC|31 days} and {US-CMS-POL|30 days|our time}.";
    let check = json!({ "language": "en", "about": "About.", "body": body });
    let view = office.ok("education.check", check).await;
    let lines: Vec<u64> =
        view["leftOut"].as_array().unwrap().iter().filter_map(|one| one["line"].as_u64()).collect();
    assert_eq!(lines, [3, 5]);
    assert!(view["blocks"].to_string().contains("<script>alert(1)</script>"), "shown as typed");
    assert_eq!(view["strangeLimits"], json!(["{US-HIPAA-ACC|31 days}"]));
    let hard = view["measure"]["hardWords"].as_array().unwrap();
    let utilize = hard.iter().find(|one| one["word"] == "utilize").unwrap();
    assert_eq!(utilize["plain"], "use");
    assert_eq!(view["measure"]["reliable"], false);
    let spanish = json!({ "language": "es", "about": "", "body": "Hola." });
    assert!(office.ok("education.check", spanish).await["measure"].is_null());
}

#[tokio::test]
async fn a_policy_comes_up_for_review_on_its_day() {
    let office = TestOffice::hospital().await;
    let mut policy = form("Answering on time", "We answer.");
    policy["purpose"] = json!("policy");
    policy["topic"] = json!("office");
    policy["sources"] = json!([]);
    let draft = office.ok("education.write", json!({ "id": null, "form": policy })).await;
    office.ok("education.publish", json!({ "id": id(&draft["row"]), "changed": "New." })).await;
    assert_eq!(office.ok("education.own", Value::Null).await[0]["reviewDue"], false);
    office.is_now("2026-09-10T14:00:00Z");
    assert_eq!(office.ok("education.own", Value::Null).await[0]["reviewDue"], true);
}
