//! The office's own leaflets: written beside a live preview, published, adapted from a shipped one,
//! retired and put back.

use anyhow::ensure;
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::Furnished;

const ENTER: &str = "\u{E007}";
const CLEAR: &str = "\u{E009}a\u{E000}\u{E017}";

const TITLE: &str = "Parking when you visit";
const ABOUT: &str = "Where to park, what it costs, and how to get help with the cost.";
const HEADING: &str = "What it costs";
const STRANGE: &str = "<script>alert(1)</script>";

/// Over a hundred words, so that a grade says something.
const BODY: &str = "## What it costs
You can park in the blue lot by the front door. The first hour is free. After that you pay two \
dollars for each hour. You pay no more than ten dollars a day. Ask for a day pass at the desk. It \
costs five dollars. You can come and go as you like with it.

If you stay with a sick child, you park free. Ask the nurse for a pass. Put it where we can see \
it. Each pass is good for one week. You can ask for a new one.

## What you can do now
1. Take a ticket when you drive in.
2. Keep it with you.
3. Pay at the desk before you leave.
4. Call us if the cost is hard for you. We can help you find a way.
";

const GARDEN: &str = "\n## Our garden\nThe garden behind the chapel is open all day.\n";

/// A new text: the preview and the grade follow what is typed.
async fn write(at: &Browser) -> anyhow::Result<()> {
    at.press("\u{E009}k\u{E000}").await?;
    at.sees("Arrow keys to move, Enter to open").await?;
    at.is_accessible("the palette, with everything that can be done").await?;
    at.press("our own").await?;
    at.arrow_to("Our own").await?;
    at.press(ENTER).await?;
    at.sees("This office has written nothing of its own yet.").await?;
    at.is_accessible("nothing of our own").await?;
    at.reach("Write a leaflet").await?;
    at.press(ENTER).await?;
    at.reach("Title").await?;
    at.press(TITLE).await?;
    at.reach("About").await?;
    at.press(ABOUT).await?;
    at.reach("Text").await?;
    at.press(CLEAR).await?;
    at.press(STRANGE).await?;
    at.sees("Not shown as typed").await?;
    at.sees("Line 1").await?;
    at.press(CLEAR).await?;
    at.press("You can park in the blue lot.").await?;
    at.sees("Under 100 words the grade says little.").await?;
    at.press(CLEAR).await?;
    at.press(&BODY.replace('\n', ENTER)).await?;
    at.sees("Easy to read").await?;
    at.sees("Nothing to mend.").await?;
    let drawn = "return document.querySelector('article h2')?.innerText ?? ''";
    let heading = at.page.execute(drawn, vec![]).await?;
    ensure!(heading == HEADING, "the preview begins with {heading}");
    at.is_accessible("writing a leaflet").await
}

/// What the text lacks is told where it is written, and leads there.
async fn name_a_source(at: &Browser) -> anyhow::Result<()> {
    at.sees("This was not published yet").await?;
    at.sees_no("It becomes version 1").await?;
    at.is_accessible("a leaflet without a source").await?;
    at.enter("Say where this comes from").await?;
    at.enter("Add a source").await?;
    at.reach("What it is called").await?;
    at.press("Parking rules of the hospital").await?;
    at.enter("Publish").await?;
    at.sees("It becomes version 1 and stands in the library.").await?;
    at.press(ENTER).await
}

/// Out into the library, where it is found by its words.
async fn publish(at: &Browser) -> anyhow::Result<()> {
    at.press("\u{E009}s\u{E000}").await?;
    at.sees("It stands in the library once you publish it.").await?;
    at.is_accessible("a leaflet that is saved").await?;
    at.enter("Publish").await?;
    at.sees("It becomes version 1 and stands in the library.").await?;
    at.is_accessible("publishing a leaflet").await?;
    at.press(ENTER).await?;
    name_a_source(at).await?;
    at.sees("version 1, is in the library").await?;
    at.go("/education").await?;
    at.sees("Your rights").await?;
    at.press("/").await?;
    at.press("blue lot").await?;
    at.sees("1 leaflet").await?;
    at.press(ENTER).await?;
    at.sees("You can park in the blue lot by the front door.").await?;
    at.is_accessible("a leaflet of our own").await
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    write(at).await?;
    publish(at).await?;
    adapt(at).await?;
    retire(at).await?;
    office.at.close().await
}

/// A shipped leaflet becomes the office's own; the copy is what people get from then on.
async fn adapt(at: &Browser) -> anyhow::Result<()> {
    at.go("/education/visitors?lang=en").await?;
    at.sees("Version 1").await?;
    at.enter("More").await?;
    at.sees("Adapt for our office").await?;
    at.press(ENTER).await?;
    at.sees("A copy of your own was made.").await?;
    at.is_accessible("a leaflet being adapted").await?;
    at.reach("Text").await?;
    at.press("\u{E009}\u{E010}\u{E000}").await?;
    at.press(&GARDEN.replace('\n', ENTER)).await?;
    at.sees("Our garden").await?;
    at.click("Publish").await?;
    at.sees("What is different").await?;
    at.press("Says where the garden is.").await?;
    at.press(ENTER).await?;
    at.sees("is in the library").await?;
    at.go("/education/visitors?lang=en").await?;
    at.sees("The garden behind the chapel is open all day.").await?;
    at.sees("Says where the garden is.").await?;
    at.is_accessible("an adapted leaflet").await?;
    at.go("/education/own").await?;
    at.sees("Adapted").await?;
    at.is_accessible("what the office wrote").await
}

/// Out of the library, taken back, and out again and put back.
async fn retire(at: &Browser) -> anyhow::Result<()> {
    at.put_away_told().await?;
    retire_from_the_page(at).await?;
    at.click("Undo").await?;
    at.sees("Undone").await?;
    at.sees_no("This leaflet is retired").await?;
    retire_from_the_page(at).await?;
    at.is_accessible("a retired leaflet").await?;
    at.put_away_told().await?;
    at.go("/education").await?;
    at.sees("Your rights").await?;
    ensure!(!at.text().await?.contains(TITLE), "a retired leaflet is on the shelf");
    at.enter("Retired").await?;
    at.sees(TITLE).await?;
    at.is_accessible("what is retired").await?;
    at.enter(TITLE).await?;
    at.enter("More").await?;
    at.sees("Put back in the library").await?;
    at.press("Put").await?;
    at.press(ENTER).await?;
    at.sees("is back in the library").await?;
    at.sees_no("This leaflet is retired").await
}

async fn retire_from_the_page(at: &Browser) -> anyhow::Result<()> {
    at.go("/education").await?;
    at.sees("Your rights").await?;
    at.reach(TITLE).await?;
    at.press(ENTER).await?;
    at.enter("More").await?;
    at.sees("Retire…").await?;
    at.press("Retire").await?;
    at.press(ENTER).await?;
    at.reach("Why").await?;
    at.press("The lot is being rebuilt.").await?;
    at.is_accessible("retiring a leaflet").await?;
    at.enter("Retire").await?;
    at.sees("was retired").await?;
    at.sees("This leaflet is retired").await
}

#[tokio::test]
async fn a_leaflet_is_written_published_adapted_and_retired_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn a_leaflet_is_written_published_adapted_and_retired_in_the_real_window() {
    judge(journey(Engine::Window).await);
}
