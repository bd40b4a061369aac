//! Importing people: choosing files, looking first, then doing it at once.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::gate::{Host, caller};
use crate::app::keeping::blocking;
use crate::app::office::Office;
use crate::features::people::{
    self, ApplyImport, ImportPreview, ImportResult, ImportSource, OnePreview, Preview,
    preview_lines, read_files,
};
use crate::kernel::{Error, OrNotFound as _, Result};
use crate::store::check::stopped;
use crate::table::{Access, Table};

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table
        .task("people.import_preview", Access::Casework, preview)
        .task("people.import_apply", Access::Casework, apply)
        .task("people.import_drop", Access::Casework, forget);
}

/// A preview that waits for the person's answer.
pub(in crate::app) struct Held {
    token: String,
    preview: Arc<Preview>,
}

async fn preview(office: Arc<Office>, input: ImportSource) -> Result<Option<ImportPreview>> {
    let paths = match input {
        ImportSource::Choose => office.desktop.clone().choose_import().await,
        ImportSource::Dropped => office
            .offered
            .lock()
            .map(|mut offered| std::mem::take(&mut *offered))
            .unwrap_or_default(),
        ImportSource::Paths { paths } => given(paths)?,
    };
    if paths.is_empty() {
        return Ok(None);
    }
    let _job = office.progress.begin();
    let this = office.clone();
    let preview = blocking(move || {
        let stop = || this.progress.is_stopped();
        let mut tell = |done: usize, total: usize| {
            let (done, total) = (done as u64, total as u64);
            this.progress.tell("Reading the files", done, total, true);
        };
        let files = read_files(&paths, &stop, &mut tell).ok_or_else(stopped)?;
        Ok(Arc::new(Preview::of(&files, &this.clock)))
    })
    .await?;
    let token = office.ids.next::<()>(office.clock.now()).to_string();
    let shown = look(&office, preview.clone(), token.clone()).await?;
    if let Ok(mut held) = office.held.lock() {
        *held = Some(Held { token, preview });
    }
    Ok(Some(shown))
}

async fn look(office: &Office, preview: Arc<Preview>, token: String) -> Result<ImportPreview> {
    office.read(|tx| Box::pin(async move { preview_lines(tx, &preview, token).await })).await
}

/// Paths come from the command line only; a page never names files on this laptop.
fn given(paths: Vec<String>) -> Result<Vec<PathBuf>> {
    match caller().host {
        Host::CommandLine | Host::Test => Ok(paths.into_iter().map(PathBuf::from).collect()),
        Host::Window | Host::Lock => {
            Err(Error::denied("The window chooses files with the dialog or by dropping them."))
        }
    }
}

fn held(office: &Office, token: &str) -> Result<Arc<Preview>> {
    let held = office.held.lock().map_err(|_| Error::bug("held preview"))?;
    held.as_ref()
        .filter(|held| held.token == token)
        .map(|held| held.preview.clone())
        .or_not_found("import")
}

async fn apply(office: Arc<Office>, input: ApplyImport) -> Result<ImportResult> {
    let preview = held(&office, &input.token)?;
    let _job = office.progress.begin();
    office.progress.tell("Importing people", 0, 1, false);
    let exclude = input.exclude;
    let result = office
        .write("people.import_apply", |tx| {
            Box::pin(async move { people::apply(tx, &preview, &exclude).await })
        })
        .await?;
    drop_held(&office, &input.token);
    Ok(result)
}

async fn forget(office: Arc<Office>, input: OnePreview) -> Result<()> {
    drop_held(&office, &input.token);
    Ok(())
}

fn drop_held(office: &Office, token: &str) {
    if let Ok(mut held) = office.held.lock() {
        held.take_if(|held| held.token == token);
    }
}
