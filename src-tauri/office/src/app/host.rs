//! What the office asks of the machine it runs on: dialogs and printing.

use std::path::PathBuf;

use futures_util::future::BoxFuture;

/// The machine around the office.
pub trait Desktop: Send + Sync {
    /// Asks for files to import. Empty when the person cancels.
    fn choose_import(&self) -> BoxFuture<'_, Vec<PathBuf>>;
    /// Asks where to save, suggesting a file name. `None` when the person cancels.
    fn choose_save(&self, suggested: String) -> BoxFuture<'_, Option<PathBuf>>;
    /// Shows a document from memory and prints it.
    fn print(&self, html: String) -> BoxFuture<'_, Result<(), String>>;
}

/// A machine without dialogs: the command line.
pub struct NoDesktop;

impl Desktop for NoDesktop {
    fn choose_import(&self) -> BoxFuture<'_, Vec<PathBuf>> {
        Box::pin(async { Vec::new() })
    }
    fn choose_save(&self, _: String) -> BoxFuture<'_, Option<PathBuf>> {
        Box::pin(async { None })
    }
    fn print(&self, _: String) -> BoxFuture<'_, Result<(), String>> {
        Box::pin(async { Err("Printing needs the window.".into()) })
    }
}
