//! Prints a saved HTML file with the engines people will print it with, and reads the PDF back.
//!
//! A program that is missing gives an error that begins with `skipped:` and says which one, so that
//! a test can count itself as skipped; every other error is a failure.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, Result, bail, ensure};

/// The names Chromium goes by; the first one found is used.
const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Prints `html_path` to `pdf_path` with Chromium, the engine of Windows' WebView2.
///
/// The profile is a folder beside the PDF and is gone afterwards: it would hold what was printed.
pub(crate) fn chromium_pdf(html_path: &Path, pdf_path: &Path) -> Result<()> {
    let page = html_path.canonicalize().context("finding the page")?;
    let profile = pdf_path.with_extension("profile");
    for name in CHROMIUM {
        let mut command = Command::new(name);
        command
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-component-update"])
            .args(["--disable-sync", "--no-pdf-header-footer"])
            .arg(with_path("--user-data-dir=", &profile))
            .arg(with_path("--print-to-pdf=", pdf_path))
            .arg(&page);
        let Some(output) = run(&mut command)? else {
            continue;
        };
        let _ = std::fs::remove_dir_all(&profile);
        return printed(name, &output, pdf_path);
    }
    bail!("skipped: chromium is not installed")
}

/// Prints `html_path` to `pdf_path` with WeasyPrint, the strictest reader of print style sheets.
pub(crate) fn weasyprint_pdf(html_path: &Path, pdf_path: &Path) -> Result<()> {
    let mut command = Command::new("weasyprint");
    let Some(output) = run(command.arg(html_path).arg(pdf_path))? else {
        bail!("skipped: weasyprint is not installed")
    };
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(!told.contains("Failed to load"), "the page asked for something outside: {told}");
    printed("weasyprint", &output, pdf_path)
}

/// The text of `pdf`, laid out as on the page, pages parted by form feeds.
pub(crate) fn pdf_text(pdf: &Path) -> Result<String> {
    let mut command = Command::new("pdftotext");
    let Some(output) = run(command.args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-"))? else {
        bail!("skipped: pdftotext is not installed")
    };
    succeeded("pdftotext", &output)?;
    String::from_utf8(output.stdout).context("reading the text of the PDF")
}

/// How many pages `pdf` has.
pub(crate) fn pdf_pages(pdf: &Path) -> Result<usize> {
    let mut command = Command::new("pdfinfo");
    let Some(output) = run(command.arg(pdf))? else { bail!("skipped: pdfinfo is not installed") };
    succeeded("pdfinfo", &output)?;
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .context("pdfinfo told no number of pages")?
        .trim()
        .parse()
        .context("reading the number of pages")
}

/// Why a test is skipped, when `error` says that a program is missing.
pub(crate) fn skipped(error: &anyhow::Error) -> Option<String> {
    let words = error.to_string();
    words.starts_with("skipped: ").then_some(words)
}

/// Runs `command` to its end; `None` when there is no such program.
fn run(command: &mut Command) -> Result<Option<Output>> {
    match command.output() {
        Ok(output) => Ok(Some(output)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).context(format!("starting {:?}", command.get_program())),
    }
}

fn printed(name: &str, output: &Output, pdf: &Path) -> Result<()> {
    succeeded(name, output)?;
    let size = std::fs::metadata(pdf).with_context(|| format!("{name} wrote no PDF"))?.len();
    ensure!(size > 0, "{name} wrote an empty PDF");
    Ok(())
}

fn succeeded(name: &str, output: &Output) -> Result<()> {
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{name} failed ({}): {told}", output.status);
    Ok(())
}

fn with_path(option: &str, path: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(option);
    argument.push(path);
    argument
}
