//! What is about to go wrong, told before it does: on My day and on the case, with the rule behind
//! it and the next step, until somebody takes that step.

use anyhow::ensure;
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::Furnished;

const ENTER: &str = "\u{E007}";

/// Nobody has confirmed the office's own numbers yet.
async fn the_day_asks_for_the_number(at: &Browser) -> anyhow::Result<()> {
    at.go("/day").await?;
    at.sees("Needs a look").await?;
    at.sees("Your policy's number: Written decision").await?;
    at.sees("Nobody here has confirmed that this is your number").await?;
    at.sees("Look it up in your policy and confirm it").await?;
    at.sees_no("Nothing in writing yet").await?;
    at.is_accessible("my day with what needs a look").await
}

/// The work is done and was told aloud; the letter is not written.
async fn the_case_asks_for_the_letter(at: &Browser, case: &str) -> anyhow::Result<()> {
    at.go(case).await?;
    at.sees("Not yet told how to complain").await?;
    at.sees_no("Nothing in writing yet").await?;
    at.click("Change stage").await?;
    at.click("Response drafted").await?;
    at.sees("Nothing in writing yet").await?;
    at.sees("talking does not replace the letter").await?;
    at.sees("42 CFR 482.13(a)(2)").await?;
    at.put_away_told().await?;
    at.is_accessible("a case with what needs a look").await
}

/// The line of the day leads to the case, by the keys alone.
async fn the_day_leads_to_it(at: &Browser) -> anyhow::Result<()> {
    at.go("/day").await?;
    at.sees("Nothing in writing yet").await?;
    at.reach("A-26-0001").await?;
    at.press(ENTER).await?;
    at.sees("What they want, in their words").await?;
    at.sees("Nothing in writing yet").await
}

/// The letter is sent and logged as what meets the clock.
async fn the_letter_settles_it(at: &Browser) -> anyhow::Result<()> {
    at.click("Letter").await?;
    at.fill("What was said", "What we looked into, what we found, and who to call.").await?;
    at.click("We wrote to them").await?;
    at.sees("This also meets").await?;
    let find = "for (const label of document.querySelectorAll('[data-field=meets] label'))
        if (label.innerText.includes('Written decision')) { label.id = 'wanted'; return true }
        return false";
    let found = at.page.execute(find, vec![]).await?;
    ensure!(found == true, "the letter can be said to meet the written decision");
    at.click_first("#wanted").await?;
    at.is_accessible("a letter that meets a clock").await?;
    at.click("Add contact").await?;
    at.sees("Met: Written decision").await?;
    at.sees_no("Nothing in writing yet").await?;
    at.go("/day").await?;
    at.sees("Your policy's number").await?;
    at.sees_no("Nothing in writing yet").await
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    the_day_asks_for_the_number(at).await?;
    the_case_asks_for_the_letter(at, &office.case).await?;
    the_day_leads_to_it(at).await?;
    the_letter_settles_it(at).await?;
    office.at.close().await
}

#[tokio::test]
async fn what_is_about_to_go_wrong_is_told_until_it_is_done_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn what_is_about_to_go_wrong_is_told_until_it_is_done_in_the_real_window() {
    judge(journey(Engine::Window).await);
}
