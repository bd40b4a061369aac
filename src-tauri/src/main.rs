//! Bedside's window. Everything it shows and does is `office`'s; this crate only knows Tauri.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
#[cfg(feature = "automation")]
mod automation;
#[cfg(not(feature = "automation"))]
mod dialogs;
mod hosting;
mod news;
mod page;
mod painting;
mod printing;
mod shell;
mod sleep;
#[cfg(target_os = "linux")]
mod surroundings;
#[cfg(target_os = "linux")]
mod webkit;
mod windows;

use std::io::Write;
use std::process::ExitCode;

use arguments::Wanted;

fn main() -> ExitCode {
    let (text, code) = match arguments::read(std::env::args_os().skip(1)) {
        Ok(Wanted::Help) => (arguments::HELP.to_owned(), ExitCode::SUCCESS),
        Ok(Wanted::Window { folder }) => match shell::run(folder) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(why) => (format!("Bedside could not start: {why:#}"), ExitCode::FAILURE),
        },
        Err(why) => (why, ExitCode::FAILURE),
    };
    // Whoever closed the terminal does not want to read it.
    writeln!(std::io::stderr(), "{text}").ok();
    code
}
