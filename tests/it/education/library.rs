//! Finding and reading what came with the program.

use office::kernel::Kind;
use office_tests::office::TestOffice;
use serde_json::{Value, json};

fn rows(library: &Value) -> &Vec<Value> {
    library["rows"].as_array().unwrap()
}

/// Every text of one kind of inline, anywhere in a tree.
fn inlines<'a>(tree: &'a Value, kind: &str, found: &mut Vec<&'a Value>) {
    match tree {
        Value::Array(list) => list.iter().for_each(|one| inlines(one, kind, found)),
        Value::Object(map) => {
            if map.get("kind").and_then(Value::as_str) == Some(kind) {
                found.push(tree);
            }
            map.values().for_each(|one| inlines(one, kind, found));
        }
        _ => {}
    }
}

#[tokio::test]
async fn the_library_holds_every_leaflet_and_names_no_mistake() {
    let office = TestOffice::hospital().await;
    let library = office.ok("education.library", Value::Null).await;
    assert_eq!(library["mistakes"], json!([]));
    assert_eq!(library["setting"], "hospital");
    let english = rows(&library).iter().filter(|row| row["language"] == "en").count();
    assert_eq!(english, 41);
    let spanish: Vec<&Value> =
        rows(&library).iter().filter(|row| row["language"] == "es").collect();
    assert_eq!(spanish.len(), 10);
    assert!(spanish.iter().all(|row| row["behind"] == false && row["languages"] == json!(["en"])));
}

#[tokio::test]
async fn an_english_office_is_shown_its_own_leaflets_first() {
    let office = TestOffice::with_profile("uk-england").await;
    assert_eq!(office.ok("education.library", Value::Null).await["setting"], "england");
}

#[tokio::test]
async fn a_leaflet_is_found_by_its_words_with_the_title_first() {
    let office = TestOffice::hospital().await;
    let found = office.ok("education.search", json!({ "text": "medical RECORD" })).await;
    let found = found.as_array().unwrap();
    assert_eq!(found[0]["key"], "getting-your-record");
    assert!(found.len() > 1);
    let spanish = office.ok("education.search", json!({ "text": "interprete" })).await;
    let keys: Vec<&str> =
        spanish.as_array().unwrap().iter().filter_map(|one| one["language"].as_str()).collect();
    assert!(keys.contains(&"es"), "accents are not needed: {spanish}");
    assert_eq!(office.ok("education.search", json!({ "text": " " })).await, json!([]));
    assert_eq!(office.ok("education.search", json!({ "text": "zyzzyva" })).await, json!([]));
}

#[tokio::test]
async fn a_leaflet_is_read_with_its_limits_terms_and_helpers() {
    let office = TestOffice::hospital().await;
    let name = json!({ "key": "getting-your-record", "language": "en", "textId": null });
    let view = office.ok("education.read", name).await;
    let limits = view["limits"].as_array().unwrap();
    let thirty = limits.iter().find(|limit| limit["words"] == "30 days").unwrap();
    assert_eq!(thirty["authority"], "45 CFR 164.524(b)(2)");
    assert_eq!(thirty["unverified"], false);
    let mut terms = Vec::new();
    inlines(&view["blocks"], "term", &mut terms);
    assert!(!terms.is_empty(), "no term is marked");
    let glossary = office.ok("education.glossary", Value::Null).await;
    for term in terms {
        assert!(glossary.as_array().unwrap().iter().any(|one| one["id"] == term["id"]), "{term}");
    }
    assert!(view["who"].as_array().unwrap().iter().all(|who| who["reach"].is_null()));
    assert!(view["questions"].as_array().unwrap().len() >= 4);
    assert_eq!(view["translations"][0]["language"], "es");
    let reach = json!({ "slot": "medical-records", "name": null, "phone": "555 0100",
                        "address": null, "web": null, "hours": "9 to 5" });
    office.ok("education.fill_helper", reach).await;
    let name = json!({ "key": "getting-your-record", "language": "en", "textId": null });
    let view = office.ok("education.read", name).await;
    let who = view["who"].as_array().unwrap();
    let records = who.iter().find(|who| who["slot"] == "medical-records").unwrap();
    assert_eq!(records["reach"]["phone"], "555 0100");
}

#[tokio::test]
async fn a_default_is_told_to_patients_only_when_somebody_has_confirmed_it() {
    let office = TestOffice::hospital().await;
    let name = json!({ "key": "complaint-or-grievance", "language": "en", "textId": null });
    let mut marks = Vec::new();
    let view = office.ok("education.read", name.clone()).await;
    inlines(&view["blocks"], "limit", &mut marks);
    let policy = marks.iter().find(|mark| mark["rule"] == "US-CMS-POL").unwrap();
    assert_eq!(policy["unverified"], true);
    let without = policy["without"].as_str().unwrap().to_owned();
    let words = policy["text"].as_str().unwrap().to_owned();
    let handing = json!({ "handing": {
        "leaflets": [{ "key": "complaint-or-grievance", "language": "en" }], "sheet": null,
        "paper": "letter", "size": "12",
    } });
    let paper = office.ok("education.preview", handing.clone()).await.to_string();
    assert!(paper.contains(&without) && !paper.contains("Hospital policy"), "{paper}");
    office
        .ok(
            "education.confirm_limit",
            json!({ "rule": "US-CMS-POL", "figure": "30 days", "confirmed": true }),
        )
        .await;
    let paper = office.ok("education.preview", handing.clone()).await.to_string();
    assert!(paper.contains(&words) && paper.contains("Hospital policy"));
    let limits = office.ok("education.limits", Value::Null).await;
    let row = limits.as_array().unwrap().iter().find(|row| row["rule"] == "US-CMS-POL").unwrap();
    assert_eq!(row["confirmedBy"], "Ana Test");
    office
        .ok(
            "education.confirm_limit",
            json!({ "rule": "US-CMS-POL", "figure": "30 days", "confirmed": false }),
        )
        .await;
    let paper = office.ok("education.preview", handing).await.to_string();
    assert!(paper.contains(&without));
}

#[tokio::test]
async fn a_number_of_the_law_needs_no_confirmation_and_an_unknown_one_gets_none() {
    let office = TestOffice::hospital().await;
    let law = json!({ "rule": "US-HIPAA-ACC", "figure": "30 days", "confirmed": true });
    assert_eq!(office.refused("education.confirm_limit", law).await.kind, Kind::Invalid);
    let unknown = json!({ "rule": "US-HIPAA-ACC", "figure": "31 days", "confirmed": true });
    assert_eq!(office.refused("education.confirm_limit", unknown).await.kind, Kind::NotFound);
}

#[tokio::test]
async fn what_is_not_there_is_said_kindly() {
    let office = TestOffice::hospital().await;
    let lost = json!({ "key": "no-such-leaflet", "language": "en", "textId": null });
    assert_eq!(office.refused("education.read", lost).await.kind, Kind::NotFound);
    let slot = json!({ "slot": "no-such-slot", "name": null, "phone": null, "address": null,
                       "web": null, "hours": null });
    assert_eq!(office.refused("education.fill_helper", slot).await.kind, Kind::NotFound);
}
