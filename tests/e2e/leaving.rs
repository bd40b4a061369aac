//! The summary on paper: printed by Chromium and by WeasyPrint from a real case.

use office_tests::office::{TestOffice, contact, id};
use serde_json::json;

use crate::print::{chromium_pdf, pdf_pages, pdf_text, skipped, weasyprint_pdf};

/// Every section of the full copy.
const SECTIONS: [&str; 11] = [
    "What the person wants",
    "What happened",
    "Details",
    "People",
    "Issues",
    "Time limits",
    "Promises",
    "Contacts",
    "Documents",
    "Copies",
    "History",
];

/// A case with a month of contacts, saved as HTML; its path.
async fn saved(office: &TestOffice, paper: &str) -> std::path::PathBuf {
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = office.a_grievance(&patient).await;
    for day in 3..10 {
        for hour in 9..14 {
            let at = format!("2026-03-{day:02}T{hour:02}:00");
            let words = format!("Said on day {day} at {hour}: nobody has explained it yet.");
            office.ok("contacts.add", contact(&id(&case), "call", &at, &words)).await;
        }
    }
    let path = office.beside("summary.html");
    let input = json!({
        "case": id(&case), "paper": paper, "copy": "full", "reason": "asked for",
        "recipient": "the family", "path": path,
    });
    office.ok("exports.save", input).await;
    path
}

async fn printed(paper: &str, print: fn(&std::path::Path, &std::path::Path) -> anyhow::Result<()>) {
    let office = TestOffice::hospital().await;
    let html = saved(&office, paper).await;
    let text = std::fs::read_to_string(&html).unwrap();
    assert!(!text.contains("src=\"http") && !text.contains("href=\"http"), "an outside resource");
    let pdf = office.beside("summary.pdf");
    match print(&html, &pdf) {
        Err(error) => match skipped(&error) {
            Some(why) => println!("{why}"),
            None => panic!("{error:?}"),
        },
        Ok(()) => {
            let text = pdf_text(&pdf).unwrap();
            let pages = pdf_pages(&pdf).unwrap();
            assert!(pages >= 3, "{pages} pages");
            for page in 1..=pages {
                let words = format!("Page {page} of {pages}");
                assert!(text.contains(&words), "{words} is missing");
            }
            let headings = office_headings(&html);
            assert!(headings.len() >= SECTIONS.len() - 2, "{headings:?}");
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for heading in headings {
                assert!(flat.contains(&heading), "the section “{heading}” is missing");
            }
            assert!(flat.contains("Said on day 9 at 13"), "the last contact is missing");
        }
    }
}

/// The headings of the saved file.
fn office_headings(html: &std::path::Path) -> Vec<String> {
    let text = std::fs::read_to_string(html).unwrap();
    text.split("<h2")
        .skip(1)
        .filter_map(|part| {
            let inner = part.split_once('>')?.1.split_once("</h2>")?.0;
            let plain: String =
                inner.split('<').map(|p| p.split_once('>').map_or(p, |(_, t)| t)).collect();
            Some(plain.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect()
}

#[tokio::test]
async fn the_summary_prints_on_letter_in_chromium() {
    printed("letter", chromium_pdf).await;
}

#[tokio::test]
async fn the_summary_prints_on_a4_in_weasyprint() {
    printed("a4", weasyprint_pdf).await;
}
