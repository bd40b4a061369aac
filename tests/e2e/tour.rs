//! The tour: a sample office, the window on a virtual display, and what it leaves: pictures and
//! an exported summary.

#[expect(dead_code, reason = "the tour prints with one engine and reads nothing back")]
mod print;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use office::app::{Office, OfficeSetup, SAMPLE_NAME, SAMPLE_PASSPHRASE};
use office_tests::answers::Answers;
use office_tests::browser::{Browser, Engine, Opening};
use serde_json::json;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let out = std::env::args_os().nth(1).map(PathBuf::from).context("tour OUT_DIR")?;
    std::fs::create_dir_all(&out)?;
    let folder = tempfile::TempDir::new()?;
    let office = folder.path().join("office");
    make_sample(&office).await?;
    let summary = out.join("case-summary.html");
    let answers = folder.path().join("answers.json");
    let text = json!({ "import": [], "save": summary }).to_string();
    vault::files::write_atomic(&answers, text.as_bytes())?;
    let opening = Opening { folder: office, answers: Some(answers), ..Opening::default() };
    let at = Browser::open(Engine::Window, &opening).await?;
    walk(&at, &out).await?;
    at.close().await?;
    match print::chromium_pdf(&summary, &out.join("case-summary.pdf")) {
        Err(error) if print::skipped(&error).is_some() => Ok(()),
        printed => printed,
    }
}

async fn make_sample(folder: &Path) -> anyhow::Result<()> {
    let setup = OfficeSetup::here(folder.to_path_buf(), std::sync::Arc::new(Answers::default()));
    let office = Office::new(setup);
    office.make_sample_here(60, 7).await?;
    office.lock().await?;
    Ok(())
}

async fn walk(at: &Browser, out: &Path) -> anyhow::Result<()> {
    at.fill("Your name", SAMPLE_NAME).await?;
    at.fill("Passphrase", SAMPLE_PASSPHRASE).await?;
    at.click("Unlock").await?;
    at.settle().await?;
    at.sees("Needs you now").await?;
    at.rest().await?;
    at.shot(&out.join("my-day.png")).await?;
    at.click_first("main a[href*='/cases/']").await?;
    at.sees("What they want, in their words").await?;
    at.rest().await?;
    at.shot(&out.join("case.png")).await?;
    at.click("Summary").await?;
    at.sees("Case summary").await?;
    at.click("Save…").await?;
    at.fill("Why you need it", "To show what a summary looks like").await?;
    at.fill("Who it is for", "Whoever takes the tour").await?;
    at.click("Choose where to save").await?;
    at.sees("Saved on this laptop").await
}
