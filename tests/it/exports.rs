//! The case summary: what is previewed is what is saved, and every copy is on record.

use office::app::Host;
use office::kernel::{Error, Kind};
use office_tests::office::{TestOffice, case, contact, id};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Text that must not act in a file that leaves the office.
const NASTY: &str = "</style><script src=https://evil.example/x.js></script><img src=x onerror=y> url(http://e) \u{202E}";

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|f| f.field.as_str()).collect()
}

fn options(case: &str, copy: &str) -> Value {
    json!({ "case": case, "paper": "letter", "copy": copy })
}

fn leaving(case: &str, copy: &str, path: Option<&std::path::Path>) -> Value {
    json!({ "case": case, "paper": "letter", "copy": copy, "reason": "Her son asked.",
            "recipient": "Tobe Abara", "path": path })
}

/// A case with text in every place a summary tells of.
async fn full_case() -> (TestOffice, String) {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", NASTY).await;
    let mut form = case("grievance", &patient, "2026-03-03T09:00");
    form["happened"] = json!(format!("She rang & rang.\n\nNobody came. {NASTY}"));
    form["saidWhere"] = json!("at the \"desk\"");
    let case = id(&office.ok("cases.open", form).await);
    let mut call = contact(&case, "call", "2026-03-09T15:00", NASTY);
    call["promise"] = json!({ "what": "Ring on Thursday", "due": "2026-03-12", "to": null });
    let call = office.ok("contacts.add", call).await;
    let amended = json!({
        "id": id(&call), "reason": "Said twice.", "channel": "call", "direction": "out",
        "at": "2026-03-09T15:00", "minutes": 12, "with": null, "withName": "Joan Abara",
        "reached": "reached", "summary": "She told it again.",
    });
    office.ok("contacts.amend", amended).await;
    office.ok("contacts.add", contact(&case, "note", "2026-03-09T16:00", "Ask the ward.")).await;
    office.ok("cases.add_issue", json!({ "case": case, "about": "Call light <1>" })).await;
    (office, case)
}

/// Every text of a document.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|v| texts(v, found)),
        Value::Object(map) => {
            // What a block is, its section's key and the page's settings are not shown as text.
            let shown = map.iter().filter(|(name, _)| {
                !matches!(name.as_str(), "kind" | "id" | "language" | "paper" | "size")
            });
            shown.for_each(|(_, v)| texts(v, found));
        }
        _ => {}
    }
}

/// The tags of an HTML file and the text between them; text is escaped, so `<` begins a tag.
fn taken_apart(html: &str) -> (Vec<String>, String) {
    let (mut tags, mut text) = (Vec::new(), String::new());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let end = start + rest[start..].find('>').unwrap();
        let tag = rest[start..=end].to_owned();
        rest = &rest[end + 1..];
        if tag == "<style>" {
            let end = rest.find("</style>").unwrap();
            tags.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
        text.push(' ');
        tags.push(tag);
    }
    text.push_str(rest);
    (tags, text)
}

fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn what_is_previewed_is_what_is_saved() {
    let (office, case) = full_case().await;
    for copy in ["full", "patient"] {
        let document = office.ok("exports.preview", options(&case, copy)).await;
        let path = office.beside("summary.html");
        office.ok("exports.save", leaving(&case, copy, Some(&path))).await;
        let html = std::fs::read_to_string(&path).unwrap();
        let saved = squeezed(&unescaped(&taken_apart(&html).1));
        let mut shown = Vec::new();
        texts(&document, &mut shown);
        assert!(shown.len() > 60, "{}", shown.len());
        for text in shown {
            let visible = office::kernel::documents::visible(&text).into_owned();
            assert!(saved.contains(&squeezed(&visible)), "{copy}: {text:?}");
        }
    }
}

#[tokio::test]
async fn a_saved_summary_asks_nothing_of_the_network_and_runs_nothing() {
    let (office, case) = full_case().await;
    for (copy, paper) in [("full", "letter"), ("patient", "a4")] {
        let path = office.beside("summary.html");
        let mut save = leaving(&case, copy, Some(&path));
        save["paper"] = json!(paper);
        office.ok("exports.save", save).await;
        let html = std::fs::read_to_string(&path).unwrap();
        assert!(html.contains("default-src 'none'"));
        assert!(html.contains(&format!("size: {paper};")));
        let (tags, _) = taken_apart(&html);
        let mut links = 0;
        for tag in &tags {
            let low = tag.to_lowercase();
            for element in ["<script", "<img", "<link", "<iframe", "<object", "<form", "<base"] {
                assert!(!low.starts_with(element), "{tag}");
            }
            assert!(!low.contains("@import"), "{tag}");
            assert!(!(low.starts_with('<') && low.contains(" on")), "{tag}");
            for mark in ["src=\"", "href=\"", "url("] {
                for target in low.split(mark).skip(1) {
                    links += 1;
                    assert!(target.starts_with("data:") || target.starts_with('#'), "{tag}");
                }
            }
        }
        assert!(links > 4);
    }
}

#[tokio::test]
async fn the_journal_keeps_the_fingerprint_of_the_very_file() {
    let (office, case) = full_case().await;
    let (office, mut tables) = office.watched().await;
    let path = office.beside("summary.html");
    let saved = office.ok("exports.save", leaving(&case, "full", Some(&path))).await;
    let bytes = std::fs::read(&path).unwrap();
    let print: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(saved, json!({ "fileName": "summary.html", "sha256": print, "bytes": bytes.len() }));
    let kept = tables
        .text("select fields from journal_change where kind = 'disclosure' order by n desc limit 1")
        .await;
    let kept: Value = serde_json::from_str(&kept).unwrap();
    assert_eq!((&kept["sha256"], &kept["bytes"]), (&json!(print), &json!(bytes.len())));
    assert_eq!(
        (&kept["recipient"], &kept["reason"]),
        (&json!("Tobe Abara"), &json!("Her son asked."))
    );
    // A copy that left is signed for at once.
    let why = tables.text("select why from journal_head order by seq desc limit 1").await;
    assert_eq!(why, "export");
    // The name of the patient is in no file's name and no title.
    let full = office.ok("exports.preview", options(&case, "full")).await;
    assert!(!full["title"].as_str().unwrap().contains("script"), "{}", full["title"]);
}

#[tokio::test]
async fn copies_given_out_are_in_the_next_summary_and_stay_there() {
    let (office, case) = full_case().await;
    let path = office.beside("summary.html");
    let reply = office.reply("exports.save", leaving(&case, "patient", Some(&path))).await;
    assert_eq!(reply.entry, None);
    let mut print = leaving(&case, "full", None);
    print["recipient"] = json!("The file room");
    office.ok("exports.print", print).await;
    let printed = office.desktop.printed().unwrap();
    assert!(printed.contains("Case summary A-26-0001"));
    let next = office.ok("exports.preview", options(&case, "full")).await.to_string();
    for told in [
        "Tobe Abara",
        "The file room",
        "Her son asked.",
        "patient copy, saved",
        "full copy, printed",
    ] {
        assert!(next.contains(told), "{told}");
    }
    let history = office.ok("journal.history", json!({ "record": case })).await;
    let copies: Vec<&Value> = history
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["action"].as_str().unwrap().starts_with("exports."))
        .collect();
    assert_eq!(copies.len(), 2);
    for copy in copies {
        assert_eq!(copy["undoable"], false);
        let error = office.refused("journal.undo", json!({ "entry": copy["entry"] })).await;
        assert_eq!(error.kind, Kind::Conflict);
    }
}

#[tokio::test]
async fn the_patients_copy_leaves_out_what_is_only_the_offices() {
    let (office, case) = full_case().await;
    let full = office.ok("exports.preview", options(&case, "full")).await.to_string();
    let patient = office.ok("exports.preview", options(&case, "patient")).await;
    assert_eq!(patient["size"], "14");
    let patient = patient.to_string();
    for own in ["Ask the ward.", "Said twice.", "Copies given out", "Urgency"] {
        assert!(full.contains(own), "{own}");
        assert!(!patient.contains(own), "{own}");
    }
    assert!(patient.contains("She told it again.") && patient.contains("Call light"));
}

#[tokio::test]
async fn a_copy_needs_a_reason_and_somebody_it_is_for() {
    let (office, case) = full_case().await;
    let path = office.beside("summary.html");
    for name in ["exports.save", "exports.print"] {
        let mut silent = leaving(&case, "full", Some(&path));
        silent["reason"] = json!(" ");
        silent["recipient"] = json!("");
        assert_eq!(fields(&office.refused(name, silent).await), ["reason", "recipient"]);
    }
    assert!(!path.exists());
    assert_eq!(office.desktop.printed(), None);
}

#[tokio::test]
async fn the_window_saves_where_the_dialog_says_and_nowhere_else() {
    let (office, case) = full_case().await;
    let path = office.beside("elsewhere.html");
    let error = office
        .call_from(Host::Window, "exports.save", leaving(&case, "full", Some(&path)))
        .await
        .unwrap_err();
    assert_eq!(error.kind, Kind::Denied);
    assert!(!path.exists());
    let save = leaving(&case, "full", None);
    let canceled = office.call_from(Host::Window, "exports.save", save.clone()).await.unwrap();
    assert_eq!(canceled.output, Value::Null);
    let path = office.beside("chosen.html");
    office.desktop.will_save(path.clone());
    let saved = office.call_from(Host::Window, "exports.save", save.clone()).await.unwrap();
    assert_eq!(saved.output["fileName"], "chosen.html");
    assert!(path.is_file());
    // A place that cannot be written leaves no record of a copy.
    office.desktop.will_save(office.beside("no such folder").join("x.html"));
    let error = office.call_from(Host::Window, "exports.save", save).await.unwrap_err();
    assert_eq!(error.kind, Kind::Unavailable);
    let next = office.ok("exports.preview", options(&case, "full")).await;
    assert_eq!(next.to_string().matches("SHA-256").count(), 1);
}

#[tokio::test]
async fn a_case_that_is_not_here_has_no_summary() {
    let office = TestOffice::hospital().await;
    let nowhere = options("01890000-0000-7000-8000-000000000000", "full");
    assert_eq!(office.refused("exports.preview", nowhere).await.kind, Kind::NotFound);
}
