//! The machine around the office, with its dialogs answered beforehand.

use std::path::PathBuf;
use std::sync::Mutex;

use anyhow::Context as _;
use futures_util::future::BoxFuture;
use office::app::Desktop;

/// Answers the dialogs: which files to import, where to save. Keeps what was printed.
#[derive(Default)]
pub struct Answers {
    import: Mutex<Vec<PathBuf>>,
    save: Mutex<Option<PathBuf>>,
    printed: Mutex<Option<String>>,
}

impl Answers {
    /// Reads `BEDSIDE_DIALOG_ANSWERS`, a JSON file `{"import": [paths], "save": "path"}`.
    pub fn from_environment() -> anyhow::Result<Self> {
        let answers = Self::default();
        if let Some(file) = std::env::var_os("BEDSIDE_DIALOG_ANSWERS") {
            let text = std::fs::read_to_string(file).context("the answers file")?;
            let value: serde_json::Value = serde_json::from_str(&text)?;
            let paths = value.get("import").and_then(|v| v.as_array()).cloned().unwrap_or_default();
            answers
                .will_import(paths.iter().filter_map(|p| p.as_str()).map(PathBuf::from).collect());
            if let Some(path) = value.get("save").and_then(|v| v.as_str()) {
                answers.will_save(PathBuf::from(path));
            }
        }
        Ok(answers)
    }

    /// The next import chooses these.
    pub fn will_import(&self, paths: Vec<PathBuf>) {
        if let Ok(mut import) = self.import.lock() {
            *import = paths;
        }
    }

    /// The next save goes there.
    pub fn will_save(&self, path: PathBuf) {
        if let Ok(mut save) = self.save.lock() {
            *save = Some(path);
        }
    }

    /// What was printed last.
    pub fn printed(&self) -> Option<String> {
        self.printed.lock().ok().and_then(|p| p.clone())
    }
}

impl Desktop for Answers {
    fn choose_import(&self) -> BoxFuture<'_, Vec<PathBuf>> {
        let paths = self.import.lock().map(|p| p.clone()).unwrap_or_default();
        Box::pin(async move { paths })
    }
    fn choose_save(&self, _: String) -> BoxFuture<'_, Option<PathBuf>> {
        let path = self.save.lock().ok().and_then(|p| p.clone());
        Box::pin(async move { path })
    }
    fn print(&self, html: String) -> BoxFuture<'_, Result<(), String>> {
        if let Ok(mut printed) = self.printed.lock() {
            *printed = Some(html);
        }
        Box::pin(async { Ok(()) })
    }
}
