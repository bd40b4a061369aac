//! The desktop around the real window: a portal that never answers, and the laptop's key store
//! open, locked and hanging.

use std::time::{Duration, Instant};

use anyhow::ensure;
use office_tests::browser::{Browser, Engine};
use office_tests::bus::{Bus, Silent};

use crate::first::{Desk, PASSPHRASE, create_office, judge};

/// GTK waits for a portal this long, and shows nothing meanwhile.
const GTK_WAITS: Duration = Duration::from_secs(25);

const ASK: &str = "const done = arguments[arguments.length - 1];
window.__TAURI_INTERNALS__.invoke('call', { name: 'security.status', input: null })
  .then((reply) => done(reply.output.state), (error) => done('refused: ' + error.kind));";

async fn open_beside_a_stuck_portal() -> anyhow::Result<()> {
    let bus = Bus::start()?;
    let portal = Silent::named("org.freedesktop.portal.Desktop", &bus)?;
    let desk = Desk::new()?;
    let mut opening = desk.opening(desk.folder.path())?;
    opening.bus = Some(bus.address().to_owned());
    let begun = Instant::now();
    let at = Browser::open(Engine::Window, &opening).await?;
    at.sees("Welcome to Bedside").await?;
    let state = at.page.execute_async(ASK, vec![]).await?;
    let taken = begun.elapsed();
    ensure!(state == "none", "the window's call was answered: {state}");
    ensure!(portal.heard().iter().any(|call| call == "Read"), "heard {:?}", portal.heard());
    ensure!(taken < GTK_WAITS, "the first screen came after {taken:?}");
    at.close().await
}

/// Locks, and comes to the screen that asks who is there.
async fn lock(at: &Browser) -> anyhow::Result<()> {
    at.click("Lock").await?;
    at.settle().await?;
    at.sees("Unlock with this laptop").await?;
    at.fill("Your name", "Ana Test").await
}

async fn is_open(at: &Browser) -> anyhow::Result<()> {
    at.settle().await?;
    at.sees("Locks after").await
}

/// The key store is no help; the passphrase opens all the same.
async fn falls_back(at: &Browser, why: &str) -> anyhow::Result<()> {
    lock(at).await?;
    at.click("Unlock with this laptop").await?;
    at.sees(why).await?;
    at.is_accessible("locked, the laptop was no help").await?;
    at.fill("Passphrase", PASSPHRASE).await?;
    at.click("Unlock").await?;
    is_open(at).await
}

async fn unlock_with_the_laptop() -> anyhow::Result<()> {
    let mut bus = Bus::start()?;
    let keyring = bus.start_keyring()?;
    let desk = Desk::new()?;
    let mut opening = desk.opening(desk.folder.path())?;
    opening.bus = Some(bus.address().to_owned());
    let at = Browser::open(Engine::Window, &opening).await?;
    create_office(&at).await?;
    at.go("/settings/passphrase").await?;
    at.click("Unlock without the passphrase").await?;
    at.fill("Write your passphrase to change this", PASSPHRASE).await?;
    at.is_accessible("turning the laptop's key store on").await?;
    at.click("Turn it on").await?;
    at.sees("This laptop can now open the office").await?;
    lock(&at).await?;
    at.is_accessible("locked, with a laptop that can unlock").await?;
    at.click("Unlock with this laptop").await?;
    is_open(&at).await?;
    keyring.lock()?;
    falls_back(&at, "key store").await?;
    keyring.hang()?;
    falls_back(&at, "key store").await?;
    at.close().await
}

#[tokio::test]
async fn a_portal_that_never_answers_does_not_keep_the_window_away() {
    judge(open_beside_a_stuck_portal().await);
}

#[tokio::test]
async fn the_laptop_unlocks_and_when_it_cannot_the_passphrase_does() {
    judge(unlock_with_the_laptop().await);
}
