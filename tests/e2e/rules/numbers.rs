//! The office's own numbers: see what nobody has confirmed, say what policy gives, see which clocks
//! would move, count them again.

use anyhow::{Context as _, ensure};
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::Furnished;

const ENTER: &str = "\u{E007}";
const POLICY: &str = "Grievance policy 4.2, version of July 2025";

/// A rule that came as a default, and what it was compared with.
const RULE: &str = "G11: Not a grievance until the patient confirms it";
const SOURCE: &str = "Appendix A, tag A-0118, of 2024.";

const FOCUSED: &str = "return document.activeElement?.innerText ?? ''";

/// The dates in the one line of the preview: the one before, and the one after.
const DATES: &str = "
const line = document.querySelector('[role=dialog] li');
return [...line.querySelectorAll('span')].map((one) => one.innerText.replace(/^(from|to) /, ''))";

/// What the row of the written decision says on the page of the case.
const ROW: &str = "
const rows = [...document.querySelectorAll('li[data-due]')];
return rows.find((row) => row.innerText.includes('Written decision'))?.innerText ?? ''";

/// My day asks for a number as long as nobody has confirmed it.
async fn is_asked_for(at: &Browser, asks: bool) -> anyhow::Result<()> {
    at.go("/").await?;
    at.sees("Needs a look").await?;
    at.sees("Your policy's number: Interim notice").await?;
    let asked = at.text().await?.contains("Your policy's number: Written decision");
    ensure!(asked == asks, "whether My day asks for the number: {asked}");
    at.is_accessible("what needs a look").await
}

async fn from_the_badge(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    at.go(&office.case).await?;
    at.sees("Written decision").await?;
    ensure!(row(at).await?.contains("unverified default"), "the number carries its badge");
    at.click("unverified default").await?;
    at.sees("Nobody in this office has confirmed this rule yet").await?;
    at.click("Rules and dates").await?;
    at.sees("Numbers your policy sets").await?;
    at.sees("30 calendar days").await?;
    at.rest().await?;
    // The row of the first badge on the case has the focus, not the page as a whole.
    let row = at.page.execute(FOCUSED, vec![]).await?;
    let row = row.as_str().unwrap_or_default();
    ensure!(row.starts_with("Interim notice"), "the badge leads to its row: {row}");
    at.is_accessible("rules and dates").await
}

/// A rule that no policy sets: somebody says that they compared it with its source, and takes it
/// back.
async fn is_checked(at: &Browser) -> anyhow::Result<()> {
    at.click(&format!("I have checked this… {RULE}")).await?;
    at.fill("What you looked at", SOURCE).await?;
    at.is_accessible("a rule is checked").await?;
    at.click("I have checked this against the source").await?;
    at.sees("Checked by").await?;
    at.sees(SOURCE).await?;
    at.click(&format!("Take back the check: {RULE}")).await?;
    at.sees_no(SOURCE).await
}

/// What the dialog before saving says; answers the date before and the one after.
async fn asked(at: &Browser) -> anyhow::Result<(String, String)> {
    at.sees("1 of 2 open clocks would move").await?;
    at.sees("A-26-0001 Ruth Abara").await?;
    let dates = at.page.execute(DATES, vec![]).await?;
    let date = |at: usize| dates.get(at).and_then(|d| d.as_str()).map(str::to_owned);
    date(0).zip(date(1)).with_context(|| format!("no two dates in {dates}"))
}

async fn row(at: &Browser) -> anyhow::Result<String> {
    let row = at.page.execute(ROW, vec![]).await?;
    Ok(row.as_str().unwrap_or_default().to_owned())
}

/// The page says whose number it is; the case has the new date and no badge.
async fn is_settled(
    at: &Browser,
    office: &Furnished,
    (before, after): (String, String),
) -> anyhow::Result<()> {
    at.sees("10 business days").await?;
    at.sees(POLICY).await?;
    at.sees("Confirmed by").await?;
    at.go(&office.case).await?;
    at.sees("+ 10 business days =").await?;
    let row = row(at).await?;
    ensure!(row.contains(&after) && !row.contains(&before), "the date is not the new one: {row}");
    ensure!(!row.contains("unverified default"), "the badge is still there: {row}");
    Ok(())
}

async fn by_pointer(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    is_asked_for(at, true).await?;
    from_the_badge(at, &office).await?;
    is_checked(at).await?;
    at.click("Change the number: Written decision").await?;
    at.fill("How many", "10").await?;
    at.click("Business days").await?;
    at.fill("Where your policy says so", POLICY).await?;
    at.is_accessible("the office's own number").await?;
    at.click("This is our number").await?;
    let dates = asked(at).await?;
    at.is_accessible("which clocks would move").await?;
    at.click("Save, and count open clocks again").await?;
    at.sees("1 clock has another date now").await?;
    // Business days rest on a calendar, which has to be the office's own too.
    at.click("These are our holidays").await?;
    at.sees("“US federal holidays” is confirmed").await?;
    is_settled(at, &office, dates).await?;
    is_asked_for(at, false).await?;
    office.at.close().await
}

async fn by_keyboard(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    at.press("\u{E009}k\u{E000}").await?;
    at.sees("Arrow keys to move, Enter to open").await?;
    at.press("rules and dates").await?;
    at.arrow_to("Rules and dates").await?;
    at.press(ENTER).await?;
    at.sees("Numbers your policy sets").await?;
    at.enter("Change the number: Written decision").await?;
    at.reach("How many").await?;
    at.press("\u{E009}a\u{E000}").await?;
    at.press("10").await?;
    at.reach("Calendar days").await?;
    at.press("\u{E014}").await?;
    at.reach("Where your policy says so").await?;
    at.press(POLICY).await?;
    at.press(ENTER).await?;
    let dates = asked(at).await?;
    at.enter("Back").await?;
    at.enter("This is our number").await?;
    asked(at).await?;
    at.enter("Save, and count open clocks again").await?;
    at.sees("1 clock has another date now").await?;
    at.enter("These are our holidays").await?;
    at.sees("“US federal holidays” is confirmed").await?;
    is_settled(at, &office, dates).await?;
    office.at.close().await
}

#[tokio::test]
async fn an_office_confirms_its_number_and_counts_again_in_chromium() {
    judge(by_pointer(Engine::Chromium).await);
}

#[tokio::test]
async fn an_office_confirms_its_number_and_counts_again_in_the_real_window() {
    judge(by_pointer(Engine::Window).await);
}

#[tokio::test]
async fn an_office_confirms_its_number_by_keyboard_in_chromium() {
    judge(by_keyboard(Engine::Chromium).await);
}

#[tokio::test]
async fn an_office_confirms_its_number_by_keyboard_in_the_real_window() {
    judge(by_keyboard(Engine::Window).await);
}
