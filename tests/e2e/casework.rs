//! Work on one case: amend a contact, give and keep a word, say who may be told, close and reopen.

use anyhow::{Context as _, ensure};
use chrono::Days;
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::{Furnished, SAID};

const ENTER: &str = "\u{E007}";

async fn amend(at: &Browser) -> anyhow::Result<()> {
    at.click("Amend: Call with Joan Abara").await?;
    at.sees("Both versions stay in the record").await?;
    at.fill("What was said", "She is home, and in pain.").await?;
    at.fill("Why you are changing it", "I had misheard her").await?;
    at.is_accessible("amend a contact").await?;
    at.click("Amend").await?;
    at.sees("The earlier version is kept").await?;
    at.sees("She is home, and in pain.").await?;
    at.sees("I had misheard her").await?;
    ensure!(!at.text().await?.contains(SAID), "the earlier version is folded away");
    at.click("Show what it said before").await?;
    at.sees(SAID).await?;
    at.is_accessible("both versions of a contact").await
}

async fn promise_and_keep(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    at.click("Add a promise").await?;
    at.fill("What you promised", "I will call after rounds").await?;
    let due = office.today.checked_add_days(Days::new(3)).context("a day")?;
    at.click_first("[role=dialog] [role=spinbutton]").await?;
    at.press(&due.format("%m%d%Y").to_string()).await?;
    at.is_accessible("promise a date").await?;
    at.click("Promise").await?;
    at.sees("Promised for").await?;
    at.click("Kept by… I will call after rounds").await?;
    at.sees("Choose the contact in which you kept your word").await?;
    at.is_accessible("keep a promise").await?;
    at.click_first("[role=dialog] [role=radiogroup] label").await?;
    at.click("This kept it").await?;
    at.sees("Kept: I will call after rounds").await
}

async fn add_a_party(at: &Browser) -> anyhow::Result<()> {
    at.click("Add a person to this case").await?;
    at.fill("Who", "Ortega").await?;
    at.click("Luis Ortega").await?;
    at.is_accessible("add a person to a case").await?;
    at.click("Add person").await?;
    at.sees("Luis Ortega is in the case").await?;
    at.sees("not to be told").await?;
    at.click("More for Luis Ortega").await?;
    at.is_accessible("what can be done with a party").await?;
    at.click("May be told about this case").await?;
    at.sees("Luis Ortega may be told about this case").await
}

async fn close_and_reopen(at: &Browser) -> anyhow::Result<()> {
    at.click("More for this case").await?;
    at.click("Close the case").await?;
    at.sees("A closed case starts no new clock").await?;
    at.click("How it ended").await?;
    at.click("Upheld").await?;
    at.fill("How it was settled", "The ward has answered in writing.").await?;
    at.is_accessible("close a case").await?;
    // A grievance is not closed while its decision is owed in writing, whatever was said.
    at.click("Close the case").await?;
    at.sees("is still owed").await?;
    at.is_accessible("a case that cannot be closed yet").await?;
    at.click("How it ended").await?;
    at.click("Withdrawn").await?;
    at.click("Close the case").await?;
    at.sees("is closed.").await?;
    at.is_accessible("a closed case").await?;
    at.click("Reopen the case").await?;
    at.fill("Why it is reopened", "The answer left out the second night").await?;
    at.is_accessible("reopen a case").await?;
    at.click("Reopen the case").await?;
    at.sees("is open again").await?;
    at.sees("Reopened once").await
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    at.go(&office.case).await?;
    at.sees(SAID).await?;
    amend(at).await?;
    promise_and_keep(at, &office).await?;
    add_a_party(at).await?;
    close_and_reopen(at).await?;
    office.at.close().await
}

/// The list of cases without a pointer.
async fn by_keyboard(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    at.press("?").await?;
    at.sees("Keyboard shortcuts").await?;
    at.is_accessible("keyboard shortcuts").await?;
    at.press("\u{E00C}").await?;
    at.press("gc").await?;
    at.sees("1 open").await?;
    at.press("/").await?;
    at.press("no such words").await?;
    at.sees("No case").await?;
    at.is_accessible("a list with nothing in it").await?;
    at.click("Clear").await?;
    at.sees("Abara").await?;
    at.click_first("main h1").await?;
    for _ in 0..40 {
        let is_there = "return document.activeElement?.closest('[role=row][data-key]') !== null";
        if at.page.execute(is_there, vec![]).await? == true {
            break;
        }
        at.press("\u{E004}").await?;
    }
    at.press("\u{E015}").await?;
    at.press(ENTER).await?;
    at.sees("What they want, in their words").await?;
    at.press("\u{E009}k\u{E000}").await?;
    at.sees("Arrow keys to move, Enter to open").await?;
    at.press("Ortega").await?;
    at.sees("Luis Ortega").await?;
    at.is_accessible("the palette, with what it found").await?;
    at.press(ENTER).await?;
    at.sees("No case yet").await?;
    office.at.close().await
}

#[tokio::test]
async fn a_case_is_worked_and_closed_and_reopened_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn a_case_is_worked_and_closed_and_reopened_in_the_real_window() {
    judge(journey(Engine::Window).await);
}

#[tokio::test]
async fn cases_are_found_and_opened_by_keyboard_in_chromium() {
    judge(by_keyboard(Engine::Chromium).await);
}

#[tokio::test]
async fn cases_are_found_and_opened_by_keyboard_in_the_real_window() {
    judge(by_keyboard(Engine::Window).await);
}
