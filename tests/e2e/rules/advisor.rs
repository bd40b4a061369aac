//! A complaint by letter, from intake to what the rules call it: taken as advised, then decided
//! otherwise with a reason. The questions are answered without a pointer.

use anyhow::ensure;
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::Furnished;

const ENTER: &str = "\u{E007}";
const DOWN: &str = "\u{E015}";
const SPACE: &str = " ";

const WHY: &str = "She took it back on the phone, and the ward put it right.";

async fn intake(at: &Browser) -> anyhow::Result<()> {
    at.click("New case").await?;
    at.sees("Open a case").await?;
    at.fill("Who is it about", "Abara").await?;
    at.click("Ruth Abara").await?;
    at.click("How it was first said").await?;
    at.click("By letter").await?;
    at.click("What kind of case").await?;
    at.click("Complaint").await?;
    at.fill("What it is about", "Nobody came when she rang").await?;
    at.click("Open the case").await?;
    at.sees("A-26-0002").await?;
    at.sees("This is filed as a complaint").await?;
    at.sees("It reads like a grievance (G3)").await?;
    ensure!(at.text().await?.contains("No rule sets a date"), "a complaint starts no clock");
    at.put_away_told().await?;
    at.is_accessible("a complaint that reads like a grievance").await
}

/// The three facts that the case does not know, each with the keys alone.
async fn answer(at: &Browser) -> anyhow::Result<()> {
    at.sees("Does it speak of abuse, neglect, harm").await?;
    at.sees("from how the case was first said").await?;
    at.is_accessible("the advisor asks").await?;
    at.press(ENTER).await?;
    at.sees("Choose an answer first").await?;
    at.is_accessible("the advisor asks again").await?;
    at.reach("No").await?;
    at.press(SPACE).await?;
    at.press(ENTER).await?;
    at.sees("Does the person ask for a formal complaint").await?;
    at.press(DOWN).await?;
    at.press(ENTER).await?;
    at.sees("Is it only about a bill?").await?;
    at.press(SPACE).await?;
    at.press(ENTER).await?;
    at.sees("Any written complaint is a grievance").await
}

/// Back, and a fact of the case changed to see what it does, and changed again.
async fn look_around(at: &Browser) -> anyhow::Result<()> {
    at.enter("Back").await?;
    at.sees("Is it only about a bill?").await?;
    at.press(ENTER).await?;
    at.sees("Any written complaint is a grievance").await?;
    at.enter("Change: How was it said?").await?;
    at.sees("Leave it as it was").await?;
    at.press(DOWN).await?;
    at.press(ENTER).await?;
    at.sees("That an e-mail or a fax counts as writing").await?;
    at.sees("unverified default").await?;
    at.is_accessible("advice that nobody has confirmed").await?;
    at.enter("Back").await?;
    at.sees("How was it said?").await?;
    at.sees_no("counts as writing").await
}

async fn take_it(at: &Browser) -> anyhow::Result<()> {
    at.click("Check it now").await?;
    answer(at).await?;
    at.sees("Rule G3").await?;
    at.sees("42 CFR 482.13(a)(2)").await?;
    at.sees("It is not legal advice").await?;
    at.is_accessible("what the rules would call it").await?;
    look_around(at).await?;
    at.sees("Any written complaint is a grievance").await?;
    at.enter("File it as a grievance").await?;
    at.sees("The case is now a grievance.").await?;
    at.sees("Clocks that started").await?;
    at.sees("Written decision, due").await?;
    at.is_accessible("what came of the decision").await?;
    at.enter("Done").await?;
    at.sees_no("The case is now a grievance.").await?;
    // What was pressed is gone with the notice; the link beside the kind has the focus.
    at.sees("Grievance under G3").await?;
    let focused = "return document.activeElement?.innerText ?? ''";
    let focused = at.page.execute(focused, vec![]).await?;
    ensure!(focused == "Is it a grievance?", "the focus is on {focused}");
    at.sees("Decided by Ana Test").await?;
    at.sees("Decided: a grievance").await?;
    let text = at.text().await?;
    ensure!(text.contains("Interim notice"), "the clocks are on the page: {text}");
    ensure!(!text.contains("This is filed as a complaint"), "it is asked once");
    at.put_away_told().await?;
    at.is_accessible("a case that was decided").await
}

async fn choose_otherwise(at: &Browser) -> anyhow::Result<()> {
    at.press("\u{E009}k\u{E000}").await?;
    at.sees("Arrow keys to move, Enter to open").await?;
    at.press("Ask what this is").await?;
    at.arrow_to("Ask what this is").await?;
    at.press(ENTER).await?;
    answer(at).await?;
    at.enter("Choose something else").await?;
    at.press(ENTER).await?;
    at.click("Complaint").await?;
    at.is_accessible("choosing something else").await?;
    at.enter("Decide").await?;
    at.sees("Say why you choose something else").await?;
    at.is_accessible("a reason is needed").await?;
    at.fill("Why not as advised", WHY).await?;
    at.enter("Decide").await?;
    at.sees("The case is now a complaint.").await?;
    at.sees("Clocks that stopped").await?;
    at.enter("Done").await?;
    at.sees("Complaint, where G3 says a grievance").await?;
    at.sees(WHY).await?;
    at.sees("No rule sets a date").await?;
    at.put_away_told().await?;
    at.click_first("main h1").await?;
    at.press("h").await?;
    at.sees("Ana Test decided what the case is").await
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    intake(at).await?;
    take_it(at).await?;
    choose_otherwise(at).await?;
    office.at.close().await
}

#[tokio::test]
async fn a_complaint_by_letter_becomes_a_grievance_and_back_with_a_reason_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn a_complaint_by_letter_becomes_a_grievance_and_back_with_a_reason_in_the_real_window() {
    judge(journey(Engine::Window).await);
}
