//! The summary on paper: printed by Chromium and by WeasyPrint from a real case.

use std::path::Path;

use anyhow::ensure;
use office_tests::office::{TestOffice, contact, id};
use serde_json::json;

use crate::first::judge;
use crate::print::{chromium_pdf, pdf_pages, pdf_text, weasyprint_pdf};

/// How many sections a full copy has at least.
const SECTIONS: usize = 9;

/// Prints an HTML file to a PDF.
type Printer = fn(&Path, &Path) -> anyhow::Result<()>;

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

async fn printed(paper: &str, print: Printer) -> anyhow::Result<()> {
    let office = TestOffice::hospital().await;
    let html = saved(&office, paper).await;
    let text = std::fs::read_to_string(&html)?;
    let asks_outside = text.contains("src=\"http") || text.contains("href=\"http");
    ensure!(!asks_outside, "the file asks for an outside resource");
    let pdf = office.beside("summary.pdf");
    print(&html, &pdf)?;
    let text = pdf_text(&pdf)?;
    let pages = pdf_pages(&pdf)?;
    ensure!(pages >= 3, "{pages} pages");
    for page in 1..=pages {
        let words = format!("Page {page} of {pages}");
        ensure!(text.contains(&words), "{words} is missing");
    }
    let headings = headings(&std::fs::read_to_string(&html)?);
    ensure!(headings.len() >= SECTIONS, "{headings:?}");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for heading in headings {
        ensure!(flat.contains(&heading), "the section “{heading}” is missing");
    }
    ensure!(flat.contains("Said on day 9 at 13"), "the last contact is missing");
    Ok(())
}

/// The headings of a saved file.
fn headings(text: &str) -> Vec<String> {
    let plain = |inner: &str| -> String {
        inner.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
    };
    text.split("<h2")
        .skip(1)
        .filter_map(|part| {
            let inner = part.split_once('>')?.1.split_once("</h2>")?.0;
            Some(plain(inner).split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect()
}

#[tokio::test]
async fn the_summary_prints_on_letter_in_chromium() {
    judge(printed("letter", chromium_pdf).await);
}

#[tokio::test]
async fn the_summary_prints_on_a4_in_weasyprint() {
    judge(printed("a4", weasyprint_pdf).await);
}
