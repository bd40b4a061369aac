//! Previewing, printing and saving what leaves the office.

use std::path::PathBuf;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::app::gate::{Host, caller};
use crate::app::keeping::blocking;
use crate::app::office::Office;
use crate::app::words;
use crate::features::cases;
use crate::features::exports::{
    Leaving, PrintSummary, SaveSummary, Saved, SummaryOptions, check_reason, disclose, file_name,
    gather, summary,
};
use crate::kernel::documents::{Document, DocumentView, render};
use crate::kernel::{Error, Result};
use crate::store::{Reads as _, journal::hex};
use crate::table::{Access, Table};

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table
        .task("exports.preview", Access::Reading, preview)
        .task("exports.print", Access::Casework, print)
        .task("exports.save", Access::Casework, save);
}

async fn document(office: &Office, options: &SummaryOptions) -> Result<Document> {
    let options = options.clone();
    let facts = office
        .read(|tx| Box::pin(async move { gather(tx, &options, words::action).await }))
        .await?;
    Ok(summary(&facts))
}

async fn preview(office: Arc<Office>, input: SummaryOptions) -> Result<DocumentView> {
    let document = document(&office, &input).await?;
    office
        .write("exports.preview", move |tx| {
            tx.note("record", input.case.to_string());
            Box::pin(async { Ok(()) })
        })
        .await?;
    Ok(document.into())
}

async fn print(office: Arc<Office>, input: PrintSummary) -> Result<()> {
    check_reason(&input.reason, &input.recipient)?;
    let options = SummaryOptions { case: input.case, paper: input.paper, copy: input.copy };
    let html = render(&document(&office, &options).await?)?;
    let sha256 = hex(&Sha256::digest(html.as_bytes()));
    let bytes = u64::try_from(html.len()).unwrap_or_default();
    let leaving = Leaving {
        options,
        way: "print",
        reason: input.reason,
        recipient: input.recipient,
        file_name: None,
        sha256,
        bytes,
    };
    office
        .write("exports.print", |tx| Box::pin(async move { disclose(tx, leaving).await }))
        .await?;
    // On the record first: a copy never leaves without its entry, whatever fails after.
    office.desktop.clone().print(html).await.map_err(Error::unavailable)?;
    office.sign("export").await
}

async fn save(office: Arc<Office>, input: SaveSummary) -> Result<Option<Saved>> {
    check_reason(&input.reason, &input.recipient)?;
    let options = SummaryOptions { case: input.case, paper: input.paper, copy: input.copy };
    let case = input.case;
    let number = office
        .read(move |tx| {
            Box::pin(async move { Ok(cases::find(tx.connection(), case).await?.number) })
        })
        .await?;
    let Some(path) = target(&office, input.path, file_name(&number, input.copy)).await? else {
        return Ok(None);
    };
    let html = render(&document(&office, &options).await?)?;
    let sha256 = hex(&Sha256::digest(html.as_bytes()));
    let bytes = u64::try_from(html.len()).unwrap_or_default();
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let leaving = Leaving {
        options,
        way: "save",
        reason: input.reason,
        recipient: input.recipient,
        file_name: Some(name.clone()),
        sha256: sha256.clone(),
        bytes,
    };
    let record =
        office.write("exports.save", |tx| Box::pin(async move { disclose(tx, leaving).await }));
    put(path, html, record).await?;
    office.sign("export").await?;
    Ok(Some(Saved { file_name: name, sha256, bytes }))
}

/// Writes a file beside its place first, then its entry, then moves it into its place: a copy is
/// never there without its entry, and a disk that refuses leaves neither.
pub(super) async fn put(
    path: PathBuf,
    html: String,
    record: impl Future<Output = Result<()>>,
) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = path.with_file_name(format!(".{name}.part"));
    let part = beside.clone();
    blocking(move || vault::files::write_atomic(&part, html.as_bytes()).map_err(unsaved)).await?;
    let recorded = record.await;
    blocking(move || match recorded {
        Ok(()) => std::fs::rename(&beside, &path).map_err(unsaved),
        Err(error) => {
            std::fs::remove_file(&beside).map_err(unsaved)?;
            Err(error)
        }
    })
    .await
}

fn unsaved(cause: std::io::Error) -> Error {
    let message = "The file could not be saved there. Choose another folder.";
    Error::unavailable(message).caused_by(cause)
}

/// Where to save: the dialog's answer in the window, the given path on the command line.
pub(super) async fn target(
    office: &Arc<Office>,
    given: Option<String>,
    suggested: String,
) -> Result<Option<PathBuf>> {
    match (caller().host, given) {
        (Host::CommandLine | Host::Test, Some(path)) => Ok(Some(PathBuf::from(path))),
        (_, Some(_)) => Err(Error::denied("The window chooses where to save with the dialog.")),
        (_, None) => Ok(office.desktop.clone().choose_save(suggested).await),
    }
}
