//! Leaflets on paper: printed by Chromium and by WeasyPrint, page by page.

use std::path::Path;

use anyhow::ensure;
use office_tests::office::TestOffice;
use serde_json::{Value, json};

use crate::first::judge;
use crate::print::{chromium_pdf, pdf_pages, pdf_text, weasyprint_pdf};

/// A leaflet is handed over as one sheet: two pages.
const MOST_PAGES: usize = 2;

/// Prints an HTML file to a PDF.
type Printer = fn(&Path, &Path) -> anyhow::Result<()>;

fn handing(leaflets: &[Value], size: &str) -> Value {
    let names: Vec<Value> = leaflets
        .iter()
        .map(|row| json!({ "key": row["key"], "language": row["language"] }))
        .collect();
    json!({ "leaflets": names, "sheet": null, "paper": "letter", "size": size })
}

fn text_of<'a>(row: &'a Value, name: &str) -> &'a str {
    row.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Saves and prints; the number of pages and the text.
async fn on_paper(
    office: &TestOffice,
    handing: Value,
    print: Printer,
) -> anyhow::Result<(usize, String)> {
    let (html, pdf) = (office.beside("leaflet.html"), office.beside("leaflet.pdf"));
    office.ok("education.save", json!({ "handing": handing, "path": html })).await;
    print(&html, &pdf)?;
    Ok((pdf_pages(&pdf)?, pdf_text(&pdf)?))
}

async fn library(office: &TestOffice) -> Vec<Value> {
    let library = office.ok("education.library", Value::Null).await;
    library.get("rows").and_then(Value::as_array).cloned().unwrap_or_default()
}

/// An office whose letterhead and helpers are filled in, so that the pages are as long as they get.
async fn filled_in() -> TestOffice {
    let office = TestOffice::hospital().await;
    let helpers = office.ok("education.helpers", Value::Null).await;
    for one in helpers.as_array().into_iter().flatten() {
        let reach = json!({ "slot": one["slot"], "name": null, "phone": "(555) 010-0142",
                            "address": null, "web": null, "hours": "Monday to Friday, 8 to 5" });
        office.ok("education.fill_helper", reach).await;
    }
    office
}

async fn no_leaflet_is_too_long(print: Printer) -> anyhow::Result<()> {
    let office = filled_in().await;
    let mut long = Vec::new();
    for row in library(&office).await {
        let (pages, text) =
            on_paper(&office, handing(std::slice::from_ref(&row), "12"), print).await?;
        ensure!(!text.trim().is_empty(), "an empty page");
        if pages > MOST_PAGES {
            long.push(format!("{} ({}): {pages}", text_of(&row, "key"), text_of(&row, "language")));
        }
    }
    ensure!(long.is_empty(), "longer than two pages: {}", long.join(", "));
    Ok(())
}

async fn a_stack_is_whole(print: Printer, size: &str) -> anyhow::Result<()> {
    let office = filled_in().await;
    let rows: Vec<Value> = library(&office).await.into_iter().step_by(5).collect();
    let (pages, text) = on_paper(&office, handing(&rows, size), print).await?;
    ensure!(pages > rows.len(), "{pages} pages");
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sheets: Vec<String> = text.split('\u{c}').map(flat).collect();
    for row in rows {
        let title = flat(text_of(&row, "title"));
        let first = sheets.first().is_some_and(|sheet| sheet.contains(&title));
        ensure!(first, "“{title}” is not in the contents");
        // The running title stands above it.
        let opens = |sheet: &&String| sheet.chars().take(300).collect::<String>().contains(&title);
        ensure!(sheets.iter().skip(1).any(|sheet| opens(&sheet)), "“{title}” begins no page");
    }
    Ok(())
}

#[tokio::test]
async fn no_leaflet_is_longer_than_two_pages_in_chromium() {
    judge(no_leaflet_is_too_long(chromium_pdf).await);
}

#[tokio::test]
async fn no_leaflet_is_longer_than_two_pages_in_weasyprint() {
    judge(no_leaflet_is_too_long(weasyprint_pdf).await);
}

#[tokio::test]
async fn a_stack_in_large_print_begins_each_leaflet_on_a_page_of_its_own() {
    judge(a_stack_is_whole(chromium_pdf, "18").await);
    judge(a_stack_is_whole(weasyprint_pdf, "12").await);
}
