//! The form for a person: a new one, somebody who may be here already, a change, and its undo.

use office_tests::browser::Engine;

use crate::first::judge;
use crate::furnished::Furnished;

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    at.go("/people/new").await?;
    at.fill("First name", "Noor").await?;
    at.fill("Last name", "Haddad").await?;
    at.is_accessible("a new person").await?;
    at.click("Save").await?;
    at.sees("Noor Haddad is added").await?;
    // Its Undo would stand beside the one for the change.
    at.click("Close").await?;
    at.go("/people/new").await?;
    at.fill("First name", "Noor").await?;
    at.fill("Last name", "Haddad").await?;
    at.sees("Perhaps already here").await?;
    at.is_accessible("a new person who may be here").await?;
    at.go("/people").await?;
    at.fill("Search by name", "Haddad").await?;
    at.click_first("[role=row][data-key]").await?;
    at.sees("No case yet").await?;
    at.is_accessible("a person").await?;
    at.click("Change").await?;
    at.fill("Last name", "Haddad-Reyes").await?;
    at.is_accessible("changing a person").await?;
    at.click("Save").await?;
    at.sees("Noor Haddad-Reyes is changed").await?;
    // The person's page is there, and the focus on its heading.
    at.sees("Everything done, the latest first").await?;
    at.click("Undo").await?;
    at.sees("Undone").await?;
    at.sees("Noor Haddad ").await?;
    office.at.close().await
}

#[tokio::test]
async fn a_person_is_added_recognized_changed_and_changed_back_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn a_person_is_added_recognized_changed_and_changed_back_in_the_real_window() {
    judge(journey(Engine::Window).await);
}
