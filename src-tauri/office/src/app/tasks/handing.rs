//! Previewing, printing and saving leaflets and sheets of questions. They tell about nobody, so no
//! reason is asked; that they were made is on the record all the same.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::exporting::{put, target};
use crate::app::office::Office;
use crate::features::education::{Handing, PrintHanding, SaveHanding, handing};
use crate::features::exports::Saved;
use crate::kernel::documents::{Document, DocumentView, render};
use crate::kernel::{Error, Result};
use crate::store::journal::hex;
use crate::table::{Access, Table};

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table
        .task("education.preview", Access::Everyone, preview)
        .task("education.print", Access::Contacts, print)
        .task("education.save", Access::Contacts, save);
}

async fn document(office: &Office, wanted: Handing) -> Result<(Document, String)> {
    office.read(|tx| Box::pin(async move { handing(tx, &wanted).await })).await
}

async fn preview(office: Arc<Office>, input: PrintHanding) -> Result<DocumentView> {
    let (document, _) = document(&office, input.handing).await?;
    Ok(document.into())
}

async fn print(office: Arc<Office>, input: PrintHanding) -> Result<()> {
    let told = told(&input.handing);
    let (document, _) = document(&office, input.handing).await?;
    let html = render(&document)?;
    note(&office, "education.print", told, &html, None).await?;
    office.desktop.clone().print(html).await.map_err(Error::unavailable)
}

async fn save(office: Arc<Office>, input: SaveHanding) -> Result<Option<Saved>> {
    let told = told(&input.handing);
    let (document, suggested) = document(&office, input.handing).await?;
    let Some(path) = target(&office, input.path, suggested).await? else {
        return Ok(None);
    };
    let html = render(&document)?;
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let sha256 = fingerprint(&html);
    let bytes = u64::try_from(html.len()).unwrap_or_default();
    let copy = html.clone();
    let name = file_name.clone();
    let record = note(&office, "education.save", told, &copy, Some(name));
    put(path, html, record).await?;
    Ok(Some(Saved { file_name, sha256, bytes }))
}

/// What is on the paper, in a few words that tell about nobody.
fn told(handing: &Handing) -> Vec<String> {
    match &handing.sheet {
        Some(_) => vec!["questions".into()],
        None => {
            let name = |name: &crate::features::education::commands::LeafletName| {
                format!("{} ({})", name.key, name.language)
            };
            handing.leaflets.iter().map(name).collect()
        }
    }
}

fn fingerprint(html: &str) -> String {
    hex(&Sha256::digest(html.as_bytes()))
}

/// Writes down that something was put on paper or in a file.
async fn note(
    office: &Office,
    action: &'static str,
    told: Vec<String>,
    html: &str,
    file_name: Option<String>,
) -> Result<()> {
    let sha256 = fingerprint(html);
    office
        .write(action, move |tx| {
            tx.note("leaflets", told);
            tx.note("sha256", sha256);
            if let Some(name) = file_name {
                tx.note("file", name);
            }
            Box::pin(async { Ok(()) })
        })
        .await
}
