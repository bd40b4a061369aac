//! Files dropped on the real window, as a file manager drops them.

use office_tests::browser::{Browser, Engine};
use office_tests::dropping::drop_files;
use office_tests::files::repository;

use crate::first::{Desk, create_office, judge};

async fn drop_and_bring_in() -> anyhow::Result<()> {
    let desk = Desk::new()?;
    let at = Browser::open(Engine::Window, &desk.opening(desk.folder.path())?).await?;
    create_office(&at).await?;
    at.click("People").await?;
    at.click("Bring in from a file").await?;
    at.sees("Drop the files here").await?;
    let fixtures = repository().join("tests/fixtures/fhir");
    // A name that must be written as %20 and %C3%BC on its way.
    let renamed = desk.folder.path().join("Baxter, für 4 West.json");
    std::fs::copy(fixtures.join("one-page.json"), &renamed)?;
    drop_files("Bedside", &[renamed, fixtures.join("letter.txt")])?;
    at.sees("Shaw").await?;
    at.sees("Baxter, für 4 West.json").await?;
    at.sees("letter.txt").await?;
    at.is_accessible("import preview of dropped files").await?;
    at.click("Bring in ").await?;
    at.sees("The people are here").await?;
    at.close().await
}

#[tokio::test]
async fn files_dropped_on_the_window_are_previewed_and_brought_in() {
    judge(drop_and_bring_in().await);
}
