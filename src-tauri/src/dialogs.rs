//! What the office asks of the desktop: files to read, a place to save, paper.

use std::path::PathBuf;

use futures_util::future::BoxFuture;
use futures_util::{FutureExt, TryFutureExt};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use tokio::sync::oneshot;

use crate::hosting::Desktop;
use crate::printing;
use crate::windows::Windows;

/// The desktop behind the window.
pub(crate) struct Native {
    app: AppHandle,
}

impl Native {
    /// Asks through this app's windows.
    pub(crate) fn new(app: &AppHandle) -> Self {
        Self { app: app.clone() }
    }
}

impl Desktop for Native {
    fn choose_import(&self) -> BoxFuture<'_, Vec<PathBuf>> {
        choose_import(&self.app).boxed()
    }

    fn choose_save(&self, suggested: String) -> BoxFuture<'_, Option<PathBuf>> {
        choose_save(&self.app, suggested).boxed()
    }

    fn print(&self, html: String) -> BoxFuture<'_, Result<(), String>> {
        printing::print(&self.app, html).map_err(|why| why.to_string()).boxed()
    }
}

async fn choose_import(app: &AppHandle) -> Vec<PathBuf> {
    let (answer, answered) = oneshot::channel();
    dialog(app)
        .set_title("Choose files to import")
        .add_filter("FHIR files", &["json"])
        .add_filter("All files", &["*"])
        .pick_files(move |files| {
            answer.send(files.unwrap_or_default()).ok();
        });
    let files = answered.await.unwrap_or_default();
    files.into_iter().filter_map(|file| file.into_path().ok()).collect()
}

async fn choose_save(app: &AppHandle, suggested: String) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    dialog(app).set_title("Save a copy").set_file_name(suggested).save_file(move |file| {
        answer.send(file).ok();
    });
    answered.await.ok().flatten()?.into_path().ok()
}

/// A dialog that belongs to the window in use.
fn dialog(app: &AppHandle) -> FileDialogBuilder<Wry> {
    let dialog = app.dialog().file();
    match app.state::<Windows>().in_use() {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}
