//! The whole path once: create an office, bring in real patients, open a grievance, log contacts,
//! see the clock and why, lock, unlock, find the draft again, preview the summary, save it.

use std::path::{Path, PathBuf};

use office_tests::browser::{Browser, Engine, Opening};
use office_tests::plaintext::Phrases;
use serde_json::json;

use crate::print::skipped;

/// Where the patients are that nobody here wrote, when they are there.
pub(crate) fn patients() -> Option<PathBuf> {
    let at = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/fhir");
    at.is_dir().then_some(at)
}

/// A fresh folder, and what the dialogs will answer.
pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn new() -> anyhow::Result<Self> {
        Ok(Self { folder: tempfile::TempDir::new()? })
    }

    pub(crate) fn saved(&self) -> PathBuf {
        self.folder.path().join("summary.html")
    }

    pub(crate) fn opening(&self, import: &Path) -> anyhow::Result<Opening> {
        let answers = self.folder.path().join("answers.json");
        let text = json!({ "import": [import], "save": self.saved() }).to_string();
        vault::files::write_atomic(&answers, text.as_bytes())?;
        Ok(Opening {
            folder: self.folder.path().join("office"),
            answers: Some(answers),
            home: Some(self.folder.path().join("home")),
            ..Opening::default()
        })
    }
}

pub(crate) const PASSPHRASE: &str = "copper meadow lantern seven";

pub(crate) async fn create_office(at: &Browser) -> anyhow::Result<()> {
    at.sees("Welcome to Bedside").await?;
    at.is_accessible("first run").await?;
    at.click("Create our office").await?;
    at.fill("Name of the office", "Willow Street Patient Relations").await?;
    at.is_accessible("create, step 1").await?;
    at.click("Next").await?;
    at.fill("Your name", "Ana Test").await?;
    at.fill("Passphrase", PASSPHRASE).await?;
    at.is_accessible("create, step 2").await?;
    at.click("Create the office").await?;
    at.settle().await?;
    at.sees("Nothing is due").await?;
    at.is_accessible("My day").await
}

pub(crate) async fn bring_people_in(at: &Browser) -> anyhow::Result<()> {
    at.click("People").await?;
    at.click("Bring in from a file").await?;
    at.is_accessible("import").await?;
    at.click("Choose files").await?;
    at.sees("Amy").await?;
    at.is_accessible("import preview").await?;
    at.click("Bring in ").await?;
    at.sees("The people are here").await?;
    at.is_accessible("import done").await
}

pub(crate) async fn open_grievance(at: &Browser) -> anyhow::Result<()> {
    at.click("New case").await?;
    at.sees("Open a case").await?;
    at.fill("Who is it about", "Baxter").await?;
    at.click("Amy").await?;
    at.click("What kind of case").await?;
    at.click("Grievance").await?;
    at.fill("What it is about", "Call light unanswered for two hours").await?;
    at.fill("What happened", "She rang three times. Nobody came until morning.").await?;
    at.fill("What they want", "To know why, and that it will not happen to the next person.")
        .await?;
    at.is_accessible("open a case").await?;
    at.click("Open the case").await?;
    at.sees("A-26-0001").await?;
    at.is_accessible("case").await
}

async fn log_contacts(at: &Browser) -> anyhow::Result<()> {
    at.fill("What was said", "She is home and sleeping. Still upset.").await?;
    at.click("Add contact").await?;
    at.sees("She is home and sleeping").await?;
    at.click("Letter").await?;
    at.fill("What was said", "Interim notice: we are still working on it.").await?;
    at.click("Add contact").await?;
    at.sees("Interim notice: we are still").await?;
    at.click("Why this date? Interim notice").await?;
    at.sees("policy gives 7 calendar days").await?;
    at.is_accessible("why this date").await?;
    at.press("\u{E00C}").await
}

async fn lock_and_find_the_draft(at: &Browser) -> anyhow::Result<()> {
    at.fill("What was said", "Half a sentence that must not be l").await?;
    at.sees("Draft kept").await?;
    at.click("Lock").await?;
    at.settle().await?;
    at.sees("What you were writing is kept").await?;
    let seen = at.text().await?;
    anyhow::ensure!(!seen.contains("Shaw") && !seen.contains("Willow"), "the lock screen tells");
    at.is_accessible("locked").await?;
    at.fill("Your name", "ana test").await?;
    at.fill("Passphrase", "not the passphrase at all").await?;
    at.click("Unlock").await?;
    at.sees("don't fit together").await?;
    at.fill("Passphrase", PASSPHRASE).await?;
    at.click("Unlock").await?;
    at.settle().await?;
    at.sees("A-26-0001").await?;
    // The page is there before the draft is read back into it.
    let mut kept = String::new();
    for _ in 0..50 {
        kept = at.value_of("What was said").await?;
        if !kept.is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::ensure!(kept == "Half a sentence that must not be l", "the draft: {kept}");
    Ok(())
}

async fn hand_over(at: &Browser, desk: &Desk) -> anyhow::Result<()> {
    at.click("Summary").await?;
    at.sees("Case summary A-26-0001").await?;
    at.is_accessible("summary").await?;
    at.click("Save…").await?;
    at.fill("Why you need it", "The family asked for it").await?;
    at.fill("Who it is for", "Amy Shaw").await?;
    at.is_accessible("save dialog").await?;
    at.click("Choose where to save").await?;
    at.sees("Saved on this laptop").await?;
    let html = std::fs::read_to_string(desk.saved())?;
    for words in ["A-26-0001", "Amy", "Call light unanswered", "She is home and sleeping"] {
        anyhow::ensure!(html.contains(words), "the summary lacks “{words}”");
    }
    Ok(())
}

async fn journey(engine: Engine) -> anyhow::Result<()> {
    let Some(import) = patients() else { anyhow::bail!("skipped: the FHIR files are not here") };
    let desk = Desk::new()?;
    let at = Browser::open(engine, &desk.opening(&import)?).await?;
    create_office(&at).await?;
    bring_people_in(&at).await?;
    open_grievance(&at).await?;
    log_contacts(&at).await?;
    lock_and_find_the_draft(&at).await?;
    hand_over(&at, &desk).await?;
    at.close().await?;
    nothing_is_in_the_clear(&desk)
}

/// Phrases that were typed, imported or shown on the way.
const PLANTED: [&str; 6] = [
    "Willow Street Patient Relations",
    "Call light unanswered for two hours",
    "She is home and sleeping. Still upset.",
    "Half a sentence that must not be l",
    "She rang three times",
    "copper meadow lantern seven",
];

/// No planted phrase is in any file that Bedside or the engine wrote, but for the saved copy.
fn nothing_is_in_the_clear(desk: &Desk) -> anyhow::Result<()> {
    std::fs::remove_file(desk.saved())?;
    let phrases = Phrases::of(PLANTED);
    let (found, read) = phrases.in_folders(&[desk.folder.path().to_path_buf()])?;
    anyhow::ensure!(read >= 5, "only {read} files were read");
    anyhow::ensure!(found.is_empty(), "in the clear: {found:?}");
    let leaked = format!("…{}…", PLANTED[1]);
    vault::files::write_atomic(&desk.folder.path().join("leak.txt"), leaked.as_bytes())?;
    let (leak, _) = phrases.in_folders(&[desk.folder.path().to_path_buf()])?;
    anyhow::ensure!(!leak.is_empty(), "the scan did not find a planted leak");
    Ok(())
}

/// Passes, says why it was skipped, or fails with the whole chain of causes.
#[expect(clippy::print_stdout, clippy::panic, reason = "this is where a test ends")]
pub(crate) fn judge(outcome: anyhow::Result<()>) {
    let Err(error) = outcome else { return };
    match skipped(&error) {
        Some(why) => println!("{why}"),
        None => panic!("{error:?}"),
    }
}

#[tokio::test]
async fn the_whole_path_once_in_chromium() {
    judge(journey(Engine::Chromium).await);
}

#[tokio::test]
async fn the_whole_path_once_in_the_real_window() {
    judge(journey(Engine::Window).await);
}
