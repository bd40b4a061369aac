//! Leaflets in other languages: Spanish for somebody who reads it, and an own one that runs from
//! right to left.

use anyhow::ensure;
use office_tests::browser::{Browser, Engine};

use crate::first::judge;
use crate::furnished::Furnished;

const ENTER: &str = "\u{E007}";
const CLEAR: &str = "\u{E009}a\u{E000}\u{E017}";

const SPANISH: &str = "Cómo obtener su expediente médico";
const ARABIC: &str = "حقك في مترجم";
const ARABIC_BODY: &str = "## حقوقك\nلك الحق في مترجم. لا تدفع شيئا.\n";

/// Nobody has to say that it is to be in Spanish.
async fn in_spanish(at: &Browser) -> anyhow::Result<()> {
    at.go("/people").await?;
    at.fill("Search by name", "Ortega").await?;
    at.click_first("[role=row][data-key]").await?;
    at.sees("They have had no leaflet yet.").await?;
    at.is_accessible("a person who has had no leaflet").await?;
    at.click("Hand out").await?;
    at.reach("Add a leaflet").await?;
    at.press("medical record").await?;
    at.arrow_to("Getting your medical record").await?;
    at.press(ENTER).await?;
    at.sees(SPANISH).await?;
    at.is_accessible("handing out in Spanish").await?;
    at.enter("Hand out").await?;
    at.sees("was given to Luis Ortega").await?;
    at.sees(SPANISH).await?;
    at.is_accessible("a person who had a leaflet in Spanish").await?;
    at.enter(&format!("Read “{SPANISH}”")).await?;
    at.sees("It is still the one in the library.").await?;
    let spoken = "return document.querySelector('article [lang]')?.lang ?? ''";
    let spoken = at.page.execute(spoken, vec![]).await?;
    ensure!(spoken == "es", "the text is marked as {spoken}");
    at.is_accessible("a leaflet in Spanish, as it was given").await
}

async fn write_arabic(at: &Browser) -> anyhow::Result<()> {
    at.go("/education/write/new?purpose=leaflet").await?;
    at.reach("Title").await?;
    at.press(ARABIC).await?;
    at.reach("About").await?;
    at.press("المترجم يساعدك.").await?;
    at.reach("English").await?;
    at.press(ENTER).await?;
    at.press("Arab").await?;
    at.press(ENTER).await?;
    at.reach("Text").await?;
    at.press(CLEAR).await?;
    at.press(&ARABIC_BODY.replace('\n', ENTER)).await?;
    at.sees("There is no reading grade for Arabic.").await?;
    at.enter("Sources").await?;
    at.enter("Add a source").await?;
    at.reach("What it is called").await?;
    at.press("45 CFR 92.201").await?;
    at.is_accessible("writing in Arabic").await?;
    runs_to_the_left(at).await?;
    at.click("Publish").await?;
    at.sees("It becomes version 1").await?;
    at.press(ENTER).await?;
    at.sees("version 1, is in the library").await
}

/// What stands in the article, heading and text.
async fn runs_to_the_left(at: &Browser) -> anyhow::Result<()> {
    let way = "const h = document.querySelector('article h2');
        return h === null ? 'no heading' : getComputedStyle(h).direction";
    let way = at.page.execute(way, vec![]).await?;
    ensure!(way == "rtl", "the text runs {way}");
    Ok(())
}

async fn read_arabic(at: &Browser, office: &Furnished) -> anyhow::Result<()> {
    at.put_away_told().await?;
    at.go("/education?language=ar&setting=all").await?;
    at.sees("1 leaflet").await?;
    at.is_accessible("the library in Arabic").await?;
    at.reach(ARABIC).await?;
    at.press(ENTER).await?;
    at.sees("لا تدفع شيئا").await?;
    runs_to_the_left(at).await?;
    at.is_accessible("a leaflet that runs from right to left").await?;
    at.enter("Print or save").await?;
    at.click("Save").await?;
    at.sees("Saved on this computer").await?;
    at.is_accessible("paper that runs from right to left").await?;
    let html = std::fs::read_to_string(office.desk.saved())?;
    ensure!(html.contains("dir=\"rtl\"") && html.contains(ARABIC), "the file runs the wrong way");
    Ok(())
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let office = Furnished::open(engine).await?;
    let at = &office.at;
    in_spanish(at).await?;
    write_arabic(at).await?;
    read_arabic(at, &office).await?;
    office.at.close().await
}

#[tokio::test]
async fn a_leaflet_comes_in_the_language_a_person_reads_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn a_leaflet_comes_in_the_language_a_person_reads_in_the_real_window() {
    judge(journey(Engine::Window).await);
}
