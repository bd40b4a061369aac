//! What only the real window can show: undo in fields, and drafts that outlive a killed program.

use office_tests::browser::{Browser, Engine};

use crate::first::{Desk, PASSPHRASE, create_office, judge};

/// Control held while a key is pressed.
fn control(key: char) -> String {
    format!("\u{E009}{key}\u{E000}")
}

async fn type_undo_and_die() -> anyhow::Result<()> {
    let desk = Desk::new()?;
    let opening = desk.opening(desk.folder.path())?;
    let at = Browser::open(Engine::Window, &opening).await?;
    create_office(&at).await?;
    at.click("New case").await?;
    at.fill("What it is about", "Lost hearing aids").await?;
    at.add_to("What it is about", " after transfer").await?;
    at.press(&control('z')).await?;
    let undone = at.value_of("What it is about").await?;
    anyhow::ensure!(!undone.ends_with("after transfer"), "Ctrl+Z did nothing: {undone}");
    at.press("\u{E009}\u{E008}z\u{E000}").await?;
    let redone = at.value_of("What it is about").await?;
    anyhow::ensure!(redone.ends_with("after transfer"), "Ctrl+Shift+Z did nothing: {redone}");
    at.sees("Draft kept").await?;
    // Not closed: killed, as by a flat battery.
    at.kill();
    let at = Browser::open(Engine::Window, &opening).await?;
    at.sees("Locked").await?;
    at.fill("Your name", "Ana Test").await?;
    at.fill("Passphrase", PASSPHRASE).await?;
    at.click("Unlock").await?;
    at.settle().await?;
    at.sees("Open a case").await?;
    let kept = at.value_of("What it is about").await?;
    anyhow::ensure!(kept.ends_with("after transfer"), "the draft: {kept}");
    at.close().await
}

#[tokio::test]
async fn undo_works_in_fields_and_a_draft_outlives_a_killed_program() {
    judge(type_undo_and_die().await);
}
