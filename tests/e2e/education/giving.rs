//! A leaflet from the shelf to the person: found, read, saved in large print, handed out, asked
//! back until it is understood. Without a pointer.

use anyhow::{Context as _, ensure};
use chrono::{Days, NaiveDate};
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::Furnished;

const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const RIGHT: &str = "\u{E014}";
const DOWN: &str = "\u{E015}";
const SPACE: &str = " ";

const TITLE: &str = "Getting your medical record";
const POINT: &str = "Tell me how you would ask for your record.";
const ANSWER: &str = "You have to pay the bill first.";

/// By its words, narrowed by a filter.
async fn find(at: &Browser) -> anyhow::Result<()> {
    at.press("ge").await?;
    at.sees("Your rights").await?;
    at.is_accessible("the library").await?;
    at.press("/").await?;
    at.press("copy of your record").await?;
    at.sees("Found").await?;
    at.is_accessible("leaflets found by words").await?;
    at.reach("Topic").await?;
    at.press(ENTER).await?;
    at.press("Records").await?;
    at.is_accessible("choosing a topic").await?;
    at.press(ENTER).await?;
    at.sees("Topic: Records and privacy").await?;
    at.sees(TITLE).await?;
    at.enter(TITLE).await?;
    at.sees("You have a right to see your medical record").await
}

/// A word explained, and where a time limit is written.
async fn read(at: &Browser) -> anyhow::Result<()> {
    at.is_accessible("a leaflet").await?;
    at.reach("medical record").await?;
    at.sees("Everything written down about your health and care.").await?;
    at.is_accessible("a word explained").await?;
    at.press(ESCAPE).await?;
    at.sees_no("Everything written down about your health and care.").await?;
    at.reach("30 days").await?;
    at.sees("Written in: 45 CFR 164.524").await?;
    at.is_accessible("where a time limit is written").await?;
    at.press(ESCAPE).await?;
    Ok(())
}

/// The file arrives, its text set large and not zoomed.
async fn save_large(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    at.enter("Print or save").await?;
    at.sees("On paper").await?;
    at.reach("Usual").await?;
    at.press(RIGHT).await?;
    at.is_accessible("a leaflet on paper, in large print").await?;
    at.reach("Save").await?;
    at.press(ENTER).await?;
    at.sees("Saved on this computer").await?;
    at.is_accessible("a leaflet saved").await?;
    let html = std::fs::read_to_string(office.desk.saved())?;
    for words in [TITLE, "You have a right to see your medical record", "18pt"] {
        ensure!(html.contains(words), "the file lacks “{words}”");
    }
    Ok(())
}

/// The day to go over it again.
fn again(office: &Furnished) -> anyhow::Result<NaiveDate> {
    office.today.checked_add_days(Days::new(2)).context("a day")
}

/// To the patient of the case; one point is not clear to her.
async fn hand_out(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    at.go(&office.case).await?;
    at.sees("Nothing was handed out yet.").await?;
    at.press("l").await?;
    at.sees("Anything worth remembering").await?;
    at.reach("Add a leaflet").await?;
    at.press("medical record").await?;
    at.arrow_to(TITLE).await?;
    at.press(ENTER).await?;
    at.enter("Ask it back now").await?;
    at.sees(POINT).await?;
    at.reach("Understood").await?;
    at.press(DOWN).await?;
    at.press(DOWN).await?;
    at.reach("In their own words").await?;
    at.press(ANSWER).await?;
    at.reach("Go over it again on").await?;
    at.press(&again(office)?.format("%m%d%Y").to_string()).await?;
    at.is_accessible("handing out, with a point that is not clear").await?;
    at.enter("Hand out").await?;
    at.sees("was given to Ruth Abara").await?;
    at.sees(&format!("Leaflet given: “{TITLE}”")).await?;
    at.sees(ANSWER).await?;
    at.sees("Not clear yet").await?;
    at.is_accessible("a case with a leaflet given").await
}

/// From My day, until she can say it.
async fn go_over_it_again(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    let line = format!("Go over “{TITLE}” again");
    at.press("gd").await?;
    at.sees(&line).await?;
    at.sees(POINT).await?;
    at.is_accessible("My day, with a leaflet to go over again").await?;
    at.enter(&again(office)?.format("%a, %b %-d").to_string()).await?;
    at.enter(&format!("Teach back: {TITLE}")).await?;
    at.sees("Not clear on").await?;
    at.reach("Understood").await?;
    at.press(SPACE).await?;
    at.reach("In their own words").await?;
    at.press("I write to the records office. I need no reason.").await?;
    at.is_accessible("asking it back again").await?;
    at.enter("Keep what was said").await?;
    at.sees(&format!("Taught back: “{TITLE}”")).await?;
    at.sees_no("Not clear yet").await?;
    at.press("gd").await?;
    at.sees("This week").await?;
    at.sees_no(&line).await
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    find(at).await?;
    read(at).await?;
    save_large(at, &office).await?;
    hand_out(at, &office).await?;
    go_over_it_again(at, &office).await?;
    at.go(&format!("{}/summary", office.case)).await?;
    at.sees("Case summary").await?;
    at.sees(TITLE).await?;
    at.sees("I write to the records office.").await?;
    at.is_accessible("a summary with a leaflet in it").await?;
    office.at.close().await
}

#[tokio::test]
async fn a_leaflet_is_found_read_given_and_asked_back_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn a_leaflet_is_found_read_given_and_asked_back_in_the_real_window() {
    judge(journey(Engine::Window).await);
}
