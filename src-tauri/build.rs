//! Tells Tauri that there is one command, so that its permissions can name it.

use std::error::Error;

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = AppManifest::new().commands(&["call"]);
    tauri_build::try_build(Attributes::new().app_manifest(manifest))?;
    Ok(())
}
