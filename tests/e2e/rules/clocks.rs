//! The clocks of a case: a date they run from, with what it does; more time by a notice; a person's
//! own window; a pause, and a clock that does not apply.

use anyhow::{Context as _, ensure};
use chrono::{Datelike as _, Days, NaiveDate};
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::Furnished;

const ESCAPE: &str = "\u{E00C}";
const DISCHARGE: &str = "Discharge planned, with Medicare";

/// Types a day into the first date of the open dialog.
async fn type_day(at: &Browser, day: NaiveDate) -> anyhow::Result<()> {
    at.click_first("[role=dialog] [role=spinbutton]").await?;
    at.press(&day.format("%m%d%Y").to_string()).await
}

fn after(day: NaiveDate, days: u64) -> anyhow::Result<NaiveDate> {
    day.checked_add_days(Days::new(days)).context("a day")
}

/// A day as the window writes it: with its year when it is not this one.
fn said(day: NaiveDate, today: NaiveDate) -> String {
    let form = if day.year() == today.year() { "%a, %b %-d" } else { "%a, %b %-d, %Y" };
    day.format(form).to_string()
}

async fn add_a_date(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    at.click("Add a date").await?;
    at.sees("Some time limits run from a day that only you can know").await?;
    at.is_accessible("choose what happened").await?;
    at.fill("Search what happened", "no such thing").await?;
    at.sees("Try another word").await?;
    at.fill("Search what happened", "discharge plan").await?;
    at.is_accessible("what happened, found").await?;
    at.click(DISCHARGE).await?;
    at.sees("It may lie ahead").await?;
    type_day(at, after(office.today, 6)?).await?;
    at.fill("Note", "Dr. Lind said so on the round").await?;
    at.sees("What this does to the clocks").await?;
    at.sees("Starts Important Message").await?;
    at.is_accessible("what a date does before it is saved").await?;
    at.click("Save this date").await?;
    at.sees("Recorded: Discharge planned").await?;
    at.sees("Dr. Lind said so on the round").await?;
    at.sees("The person’s own time limits").await?;
    at.is_accessible("clocks by whom they bind").await
}

async fn correct_it(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    let (before, later) = (after(office.today, 6)?, after(office.today, 8)?);
    at.put_away_told().await?;
    at.click("Correct the date: Discharge planned").await?;
    type_day(at, later).await?;
    at.sees("Moves Important Message").await?;
    at.sees(&format!("was {}", said(before, office.today))).await?;
    at.click("Save the change").await?;
    at.sees("Say why").await?;
    at.is_accessible("a correction without its reason").await?;
    at.fill("Why you are changing it", "She stays over the weekend").await?;
    at.click("Save the change").await?;
    at.sees("Corrected: Discharge planned").await?;
    at.click("Why this date? Important Message").await?;
    at.sees("counted back from").await?;
    at.is_accessible("why a date that is counted back").await?;
    at.press(ESCAPE).await
}

async fn take_it_back(at: &Browser) -> anyhow::Result<()> {
    at.put_away_told().await?;
    at.click("Take back the date: Discharge planned").await?;
    at.sees("The clocks that run from it stop").await?;
    at.fill("Why it is taken back", "It was another patient").await?;
    at.is_accessible("take a date back").await?;
    at.click("Take back").await?;
    at.sees("Taken back: Discharge planned").await?;
    at.sees_no("Important Message").await
}

async fn edit_with_preview(at: &Browser) -> anyhow::Result<()> {
    at.put_away_told().await?;
    at.click("More for this case").await?;
    at.click("Edit the case").await?;
    at.click("What kind of case").await?;
    at.click("Question").await?;
    at.sees("What this does to the clocks").await?;
    at.sees("Stops Written decision").await?;
    at.is_accessible("what another kind does to the clocks").await?;
    at.click("Cancel").await
}

async fn pause_and_stop(at: &Browser) -> anyhow::Result<()> {
    at.click("More for Written decision").await?;
    at.is_accessible("what can be done with a clock").await?;
    at.click("Pause…").await?;
    at.fill("What you are waiting for", "the consent form").await?;
    at.is_accessible("pause a clock").await?;
    at.click("Pause").await?;
    at.sees("Paused: Written decision").await?;
    at.sees("the consent form. The days in between do not count").await?;
    at.put_away_told().await?;
    at.click("More for Written decision").await?;
    at.click("Run again").await?;
    at.sees("Runs again: Written decision").await?;
    at.sees_no("Paused since").await?;
    at.put_away_told().await?;
    at.click("More for Interim notice").await?;
    at.click("Does not apply here…").await?;
    at.fill("Why it does not apply", "Answered on the spot").await?;
    at.is_accessible("stop a clock").await?;
    at.click("Stop this clock").await?;
    at.sees("Stopped: Interim notice").await?;
    at.click("Undo").await?;
    at.sees("Undone").await?;
    at.click("Why this date? Interim notice").await?;
    at.press(ESCAPE).await
}

async fn moving(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    at.go(&office.case).await?;
    add_a_date(at, &office).await?;
    correct_it(at, &office).await?;
    take_it_back(at).await?;
    edit_with_preview(at).await?;
    pause_and_stop(at).await?;
    office.at.close().await
}

async fn log_the_notice(at: &Browser) -> anyhow::Result<()> {
    at.click("Letter").await?;
    at.fill("What was said", "We need more time, until the date in this letter.").await?;
    at.click("We wrote to them").await?;
    at.click("Add contact").await?;
    at.sees("Letter to").await?;
    at.put_away_told().await
}

async fn extending(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::about(engine, "records", &[]).await?;
    let at = &office.at;
    at.go(&office.case).await?;
    at.click("More for Records access").await?;
    at.click("Make longer…").await?;
    at.sees("Without the notice there is no extension").await?;
    at.fill("Why it takes longer", "The paper record is in the store off-site").await?;
    at.click("Make longer").await?;
    at.sees("Choose the notice. Without it the time is not made longer.").await?;
    at.is_accessible("more time without its notice").await?;
    at.click("Log the notice first").await?;
    log_the_notice(at).await?;
    at.click("More for Records access").await?;
    at.click("Make longer…").await?;
    let kept = at.value_of("Why it takes longer").await?;
    ensure!(kept == "The paper record is in the store off-site", "the draft: {kept}");
    at.click_first("[role=dialog] [role=radiogroup] label").await?;
    at.click("the reason for the delay").await?;
    at.click("Make longer").await?;
    at.sees("Check that the notice says all of this").await?;
    at.click("the date by which the hospital will act").await?;
    at.is_accessible("more time with its notice").await?;
    at.click("Make longer").await?;
    let due = said(after(office.today, 58)?, office.today);
    at.sees(&format!("Records access is now due {due}")).await?;
    at.sees("Made longer by the notice of").await?;
    at.sees("Records given, or a written denial").await?;
    at.put_away_told().await?;
    at.click("Why this date? Records access").await?;
    at.sees("It was extended by the notice of").await?;
    at.is_accessible("why a date that was extended").await?;
    at.press(ESCAPE).await?;
    at.click("See the notice of").await?;
    at.click_first("li[aria-current=true][id^=contact-]").await?;
    at.is_accessible("the notice in the log").await?;
    office.at.close().await
}

async fn own_window(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::about(engine, "billing", &[("pack:us-insurance", "on")]).await?;
    let at = &office.at;
    at.go(&office.case).await?;
    at.sees("No rule sets a date for this kind of case").await?;
    at.click("Add a date").await?;
    at.fill("Search what happened", "plan denial received").await?;
    at.click("Private plan's denial received").await?;
    let came = office.today.checked_sub_days(Days::new(1)).context("a day")?;
    type_day(at, came).await?;
    at.sees("Starts Private plan appeal").await?;
    at.click("Save this date").await?;
    let last = after(came, 180)?;
    let safe = last.checked_sub_days(Days::new(7)).context("a day")?;
    at.sees(&format!("Last safe day {}", said(safe, office.today))).await?;
    at.sees(&format!("Last day {}", said(last, office.today))).await?;
    at.is_accessible("a person's own window").await?;
    at.click("Why this date? Private plan appeal").await?;
    at.sees("7 days before the last day").await?;
    at.is_accessible("why the last day of a window").await?;
    office.at.close().await
}

#[tokio::test]
async fn a_date_is_added_moved_and_taken_back_with_what_it_does_in_chromium() {
    judge(moving(Engine::Chromium).await);
}

#[tokio::test]
async fn a_date_is_added_moved_and_taken_back_with_what_it_does_in_the_real_window() {
    judge(moving(Engine::Window).await);
}

#[tokio::test]
async fn a_clock_is_made_longer_by_its_notice_only_in_chromium() {
    judge(extending(Engine::Chromium).await);
}

#[tokio::test]
async fn a_clock_is_made_longer_by_its_notice_only_in_the_real_window() {
    judge(extending(Engine::Window).await);
}

#[tokio::test]
async fn a_window_shows_its_last_safe_day_and_its_last_in_chromium() {
    judge(own_window(Engine::Chromium).await);
}

#[tokio::test]
async fn a_window_shows_its_last_safe_day_and_its_last_in_the_real_window() {
    judge(own_window(Engine::Window).await);
}
