//! Leaflets and sheets of questions on paper.

use office::kernel::Error;
use office_tests::office::{TestOffice, id};
use serde_json::{Value, json};

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|field| field.field.as_str()).collect()
}

fn handing(keys: &[(&str, &str)], size: &str) -> Value {
    let leaflets: Vec<Value> =
        keys.iter().map(|(key, language)| json!({ "key": key, "language": language })).collect();
    json!({ "leaflets": leaflets, "sheet": null, "paper": "letter", "size": size })
}

async fn saved(office: &TestOffice, handing: Value) -> String {
    let path = office.beside("leaflet.html");
    office.ok("education.save", json!({ "handing": handing, "path": path })).await;
    std::fs::read_to_string(path).unwrap()
}

#[tokio::test]
async fn a_leaflet_is_saved_as_one_file_and_that_is_on_record() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let html = saved(&office, handing(&[("going-home", "en")], "18")).await;
    assert!(html.contains("<html lang=\"en\" dir=\"ltr\" class=\"leaflet larger\">"));
    assert!(html.contains("Test Office") && html.contains("It is not legal advice."));
    assert!(!html.contains("src=\"http") && !html.contains("href=\"http"));
    let (_, kept) = tables.last_of("education.save").await;
    let kept = kept.to_string();
    assert!(kept.contains("going-home (en)") && kept.contains("sha256"), "{kept}");
}

#[tokio::test]
async fn a_stack_has_contents_and_begins_each_leaflet_on_its_own_page() {
    let office = TestOffice::hospital().await;
    let keys = [("going-home", "en"), ("interpreters", "es"), ("medicine-list", "en")];
    let html = saved(&office, handing(&keys, "12")).await;
    assert_eq!(html.matches("class=\"opening\"").count(), 3);
    assert!(html.contains("class=\"opening\" lang=\"es\" dir=\"ltr\""));
    let contents = html.split("<nav").nth(1).unwrap().split("</nav>").next().unwrap();
    assert_eq!(contents.matches("<li>").count(), 3);
}

#[tokio::test]
async fn a_sheet_of_questions_leaves_room_for_answers() {
    let office = TestOffice::hospital().await;
    let sheet = json!({ "leaflets": [], "paper": "a4", "size": "12",
        "sheet": { "language": "en", "visit": "Before surgery",
                   "questions": ["What are the risks?", "  ", "Who will do it?"] } });
    let html = saved(&office, sheet).await;
    assert_eq!(html.matches("What they said:").count(), 2);
    assert!(html.contains("Before surgery"));
    let none = json!({ "leaflets": [], "paper": "a4", "size": "12",
        "sheet": { "language": "en", "visit": null, "questions": [] } });
    let refused = office.refused("education.preview", json!({ "handing": none })).await;
    assert_eq!(fields(&refused), ["questions"]);
    let empty = json!({ "handing": handing(&[], "12") });
    assert_eq!(fields(&office.refused("education.preview", empty).await), ["leaflets"]);
}

#[tokio::test]
async fn an_own_leaflet_in_arabic_runs_from_right_to_left_with_its_square() {
    let office = TestOffice::hospital().await;
    let form = json!({
        "purpose": "leaflet", "language": "ar", "title": "حقوقك كمريض",
        "about": "ما يحق لك في المستشفى.", "topic": "rights", "audiences": ["patient"],
        "settings": [], "kinds": [], "rights": [], "units": [], "related": [],
        "sources": [{ "title": "CMS", "citation": "42 CFR 482.13", "publisher": "" }],
        "keyPoints": [], "who": [{ "slot": "patient-relations", "why": "نستمع إليك." }],
        "reviewed": "2026-03-10", "reviewer": null, "reviewBy": null, "sourceVersion": null,
        "link": "https://example.org/ar", "body": "## حقوقك\n\n- أن تسأل.\n- أن تُجاب.",
    });
    let draft = office.ok("education.write", json!({ "id": null, "form": form })).await;
    let own = id(&draft["row"]);
    office.ok("education.publish", json!({ "id": own, "changed": "أول نسخة" })).await;
    let key = draft["row"]["key"].as_str().unwrap();
    let html = saved(&office, handing(&[(key, "ar")], "12")).await;
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\" class=\"leaflet\">"));
    assert!(html.contains("من يستطيع المساعدة"), "the words around it are Arabic too");
    assert!(html.contains("<svg viewBox=") && html.contains("example.org"));
}
