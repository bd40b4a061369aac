//! An empty window of the same Tauri on the same WebKit, for the benchmark to measure against.
//!
//! It ends when its window is closed. The one argument is a folder for the web engine's files.

use std::path::PathBuf;

use tauri::http::Response;
use tauri::webview::WebviewWindowBuilder;
use tauri::{Url, WebviewUrl};

const PAGE: &[u8] = b"<!doctype html><html lang=\"en\"><title>Empty</title><p>Empty</p></html>";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("empty FOLDER")?;
    let address: Url = "empty://localhost/".parse()?;
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| Response::new(PAGE))
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "empty", WebviewUrl::CustomProtocol(address))
                .title("Empty")
                .inner_size(1360.0, 850.0)
                .data_directory(folder)
                .build()?;
            Ok(())
        })
        .run(context())?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "written by Tauri's macro, and never reached here")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}
