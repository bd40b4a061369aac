//! What only tests have: dialogs that answer from a file, and a record of what was printed.

use std::path::PathBuf;
use std::sync::Mutex;

use futures_util::future::{BoxFuture, ready};
use futures_util::{FutureExt, TryFutureExt};
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::AppHandle;

use crate::hosting::Desktop;
use crate::printing;

/// Names the file with the answers: `{"import": [PATH, …], "save": PATH}`.
const ANSWERS: &str = "BEDSIDE_DIALOG_ANSWERS";

/// The call that tells what was printed so far.
pub(crate) const PRINTED_CALL: &str = "shell.printed";

/// A desktop where nobody sits.
pub(crate) struct Scripted {
    app: AppHandle,
}

impl Scripted {
    /// Prints through this app's windows.
    pub(crate) fn new(app: &AppHandle) -> Self {
        Self { app: app.clone() }
    }
}

impl Desktop for Scripted {
    fn choose_import(&self) -> BoxFuture<'_, Vec<PathBuf>> {
        ready(answers().import).boxed()
    }

    fn choose_save(&self, _suggested: String) -> BoxFuture<'_, Option<PathBuf>> {
        ready(answers().save).boxed()
    }

    fn print(&self, html: String) -> BoxFuture<'_, Result<(), String>> {
        printing::print(&self.app, html).map_err(|why| why.to_string()).boxed()
    }
}

/// What a person would choose. What is not there, they cancel.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Answers {
    import: Vec<PathBuf>,
    save: Option<PathBuf>,
}

/// Read anew each time, so that a test can change its mind.
fn answers() -> Answers {
    let read = || serde_json::from_slice(&std::fs::read(std::env::var_os(ANSWERS)?).ok()?).ok();
    read().unwrap_or_default()
}

/// The sizes of the pages that would have gone to paper, oldest first.
#[derive(Default)]
pub(crate) struct Printed {
    sizes: Mutex<Vec<usize>>,
}

impl Printed {
    /// A page was loaded and would be printed now.
    pub(crate) fn note(&self, size: usize) {
        if let Ok(mut sizes) = self.sizes.lock() {
            sizes.push(size);
        }
    }

    /// All of them.
    pub(crate) fn all(&self) -> Value {
        json!({ "bytes": self.sizes.lock().map(|sizes| sizes.clone()).unwrap_or_default() })
    }
}
