//! Paper from the library: who can help and a number of law filled in once, a stack in one file, a
//! sheet of questions, and the count of what was given.

use anyhow::ensure;
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::Furnished;

const ENTER: &str = "\u{E007}";

const PHONE: &str = "(555) 010-0142";
const UNCONFIRMED: &str = "the time our policy sets";
const COMPLAINT: &str = "Complaint or grievance? What to expect and when";
const RECORD: &str = "Getting your medical record";
const HOME: &str = "Going home: your checklist";

async fn nothing_is_counted(at: &Browser) -> anyhow::Result<()> {
    at.go("/education/register").await?;
    at.sees("Nothing was given in this time.").await?;
    at.is_accessible("a register of nothing").await
}

/// A leaflet says who can help, and a number only once somebody here has confirmed it.
async fn set_up(at: &Browser) -> anyhow::Result<()> {
    at.go("/education/paper?stack=complaint-or-grievance:en").await?;
    at.sees(UNCONFIRMED).await?;
    ensure!(!at.text().await?.contains("30 days"), "an unconfirmed number is on the paper");
    at.go("/education/setup").await?;
    at.sees("0 of").await?;
    at.is_accessible("who can help, nobody filled in").await?;
    at.enter("Fill in how to reach Our patient relations office").await?;
    at.reach("Phone").await?;
    at.press(PHONE).await?;
    at.is_accessible("filling in who can help").await?;
    at.enter("Save").await?;
    at.sees("Our patient relations office is filled in.").await?;
    at.sees(PHONE).await?;
    at.put_away_told().await?;
    at.click("Numbers").await?;
    at.sees("To confirm").await?;
    at.is_accessible("numbers to confirm").await?;
    at.enter("Confirm 30 days: Hospital grievance: final written answer").await?;
    at.sees("“30 days” is confirmed.").await?;
    at.sees("Confirmed by Ana Test").await?;
    at.is_accessible("a number confirmed").await?;
    at.put_away_told().await?;
    at.go("/education/paper?stack=complaint-or-grievance:en").await?;
    at.sees("Our goal is to send your letter within 30 days.").await?;
    at.sees(PHONE).await
}

/// Three leaflets, put in order, in one file.
async fn stack(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    at.go("/education").await?;
    at.sees("Your rights").await?;
    for title in [COMPLAINT, RECORD, HOME] {
        at.reach(&format!("Choose “{title}”")).await?;
        at.press(" ").await?;
    }
    at.sees("3 leaflets").await?;
    at.is_accessible("a library with three chosen").await?;
    at.enter("Print or save").await?;
    at.sees("In this order").await?;
    at.enter(&format!("Move “{HOME}” up")).await?;
    at.is_accessible("a stack on paper").await?;
    at.click("Save").await?;
    at.sees("Saved on this computer").await?;
    let html = std::fs::read_to_string(office.desk.saved())?;
    ensure!(html.contains(PHONE) && !html.contains(UNCONFIRMED), "the file is not as set up");
    let places: Vec<_> = [COMPLAINT, HOME, RECORD].map(|title| html.find(title)).into();
    ensure!(places.iter().all(Option::is_some) && places.is_sorted(), "the order: {places:?}");
    std::fs::remove_file(office.desk.saved())?;
    Ok(())
}

/// From the paper into the hands of the patient, and into the count of the month.
async fn give_and_count(at: &Browser) -> anyhow::Result<()> {
    at.click("Hand out").await?;
    at.sees("To whom").await?;
    at.reach("To whom").await?;
    at.press("Abara").await?;
    at.arrow_to("Ruth Abara").await?;
    at.press(ENTER).await?;
    at.is_accessible("handing out a stack").await?;
    at.enter("Hand out").await?;
    at.sees("3 leaflets were given to Ruth Abara.").await?;
    at.go("/education/register").await?;
    at.sees("Leaflets given 3").await?;
    at.sees("People 1").await?;
    at.sees(HOME).await?;
    at.is_accessible("a register").await
}

/// For one visit: chosen, one of the person's own, and one left out.
async fn ask(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    at.go("/education/questions").await?;
    at.sees("Choose what the visit is about").await?;
    at.is_accessible("questions before a visit is chosen").await?;
    at.reach("Choose a kind of visit").await?;
    at.press(ENTER).await?;
    at.press("Before surgery").await?;
    at.press(ENTER).await?;
    at.sees("Why do I need this surgery?").await?;
    at.reach("Why do I need this surgery?").await?;
    at.press(" ").await?;
    at.reach("Add a question of your own").await?;
    at.press("Who drives me home?").await?;
    at.press(ENTER).await?;
    at.sees("Our own").await?;
    at.is_accessible("a sheet of questions").await?;
    at.click("Save").await?;
    at.sees("Saved on this computer").await?;
    let html = std::fs::read_to_string(office.desk.saved())?;
    ensure!(html.contains("Who drives me home?"), "the sheet lacks the person's own question");
    ensure!(!html.contains("Why do I need this surgery?"), "the sheet has what was left out");
    Ok(())
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    nothing_is_counted(at).await?;
    set_up(at).await?;
    stack(at, &office).await?;
    give_and_count(at).await?;
    ask(at, &office).await?;
    office.at.close().await
}

#[tokio::test]
async fn a_stack_and_a_sheet_are_saved_given_and_counted_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn a_stack_and_a_sheet_are_saved_given_and_counted_in_the_real_window() {
    judge(journey(Engine::Window).await);
}
