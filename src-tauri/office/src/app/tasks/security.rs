//! First run, lock and unlock, passphrase, keyring, preferences.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{PassphraseChange, Secret, State};

use crate::app::gate::from_vault;
use crate::app::keeping::{Founding, blocking};
use crate::app::office::Office;
use crate::app::sample::{SAMPLE_NAME, SAMPLE_PASSPHRASE};
use crate::features::office::{self, Profile};
use crate::kernel::documents::Paper;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy_name};
use crate::kernel::{Error, Result, Zone};
use crate::table::{Access, Role, Table};

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table
        .task("security.status", Access::Open, status)
        .task("security.create", Access::Open, create)
        .task("security.open_sample", Access::Open, open_sample)
        .task("security.leave_sample", Access::Everyone, leave_sample)
        .task("security.unlock", Access::Open, unlock)
        .task("security.unlock_with_keyring", Access::Open, unlock_with_keyring)
        .task("security.set_keyring", Access::Everyone, set_keyring)
        .task("security.lock", Access::Everyone, lock)
        .task("security.touch", Access::Everyone, touch)
        .task("security.change_passphrase", Access::Everyone, change_passphrase)
        .task("security.suggest_passphrase", Access::Open, suggest_passphrase)
        .task("security.preferences", Access::Open, preferences)
        .task("security.set_preferences", Access::Open, set_preferences);
}

/// Whether there is an office here, and whether it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
enum OfficeState {
    None,
    Locked,
    Unlocked,
    InUseElsewhere,
    Unreadable,
}

/// How things stand.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
struct Status {
    state: OfficeState,
    /// What keeps the office from being opened, in words.
    problem: Option<String>,
    version: String,
    sample_available: bool,
    /// Whether somebody can unlock through this computer's key store.
    keyring: bool,
    /// Only while unlocked.
    office: Option<OpenOffice>,
    /// Only while unlocked.
    person: Option<Here>,
    lock_after_minutes: u32,
    today: String,
    now: String,
}

/// The open office.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
struct OpenOffice {
    name: String,
    #[ts(as = "Profile")]
    profile: String,
    time_zone: String,
    sample: bool,
    paper: Paper,
}

/// Who is here.
#[derive(Debug, Serialize, TS)]
struct Here {
    id: String,
    name: String,
    roles: Vec<Role>,
}

/// Makes an office.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
struct CreateOffice {
    office_name: String,
    your_name: String,
    passphrase: String,
    #[ts(as = "Profile")]
    profile: String,
    time_zone: String,
}

/// Opens the office.
#[derive(Deserialize, TS)]
struct Unlock {
    name: String,
    passphrase: String,
}

/// Opens the office through the key store.
#[derive(Deserialize, TS)]
struct UnlockWithKeyring {
    name: String,
}

/// Turns the key store on or off.
#[derive(Deserialize, TS)]
struct SetKeyring {
    on: bool,
    passphrase: String,
}

/// A new passphrase.
#[derive(Deserialize, TS)]
struct ChangePassphrase {
    current: String,
    next: String,
}

/// Six words.
#[derive(Serialize, TS)]
struct Suggestion {
    passphrase: String,
}

/// How somebody likes to read. Kept in the clear beside the office: it says nothing about anyone.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
struct Preferences {
    #[ts(type = "\"system\" | \"light\" | \"dark\"")]
    theme: String,
    #[ts(type = "\"system\" | \"normal\" | \"more\"")]
    contrast: String,
    /// Per cent, 100 to 200.
    text_scale: u32,
    #[ts(type = "\"system\" | \"us\" | \"uk\" | \"iso\"")]
    dates: String,
    clock24: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: "system".into(),
            contrast: "system".into(),
            text_scale: 100,
            dates: "system".into(),
            clock24: false,
        }
    }
}

async fn status(office: Arc<Office>, (): ()) -> Result<Status> {
    let guard = office.session().await;
    let today = office.clock.today().to_string();
    let now = office.clock.local().format("%Y-%m-%dT%H:%M").to_string();
    let mut status = Status {
        state: OfficeState::Unlocked,
        problem: None,
        version: env!("CARGO_PKG_VERSION").into(),
        sample_available: true,
        keyring: false,
        office: None,
        person: None,
        lock_after_minutes: office.lock_after_minutes(),
        today,
        now,
    };
    let Some(session) = guard.as_ref() else {
        (status.state, status.problem, status.keyring) = locked_state(&office);
        return Ok(status);
    };
    let mut tx = session.store.read(session.author()).await?;
    let row = office::office(&mut tx).await?;
    drop(tx);
    status.keyring = session.keys.lock().unwrap_or_else(PoisonError::into_inner).is_keyring_on();
    status.person = Some(Here {
        id: session.person.to_string(),
        name: session.name.clone(),
        roles: session.roles.clone(),
    });
    status.office = Some(OpenOffice {
        name: row.name,
        profile: row.profile,
        time_zone: row.time_zone,
        sample: session.sample,
        paper: Paper::parse(&row.paper),
    });
    Ok(status)
}

fn locked_state(office: &Office) -> (OfficeState, Option<String>, bool) {
    let vault = office.vault();
    match vault.state() {
        State::None => (OfficeState::None, None, false),
        State::Present { keyring } => match vault.claim() {
            Ok(()) => (OfficeState::Locked, None, keyring),
            Err(error @ vault::Error::Busy) => {
                (OfficeState::InUseElsewhere, Some(error.to_string()), false)
            }
            Err(error) => (OfficeState::Unreadable, Some(from_vault(error).message), false),
        },
        State::Newer { needs, knows } => {
            let error = vault::Error::Newer { needs, knows };
            (OfficeState::Unreadable, Some(error.to_string()), false)
        }
        State::Unreadable(error) => {
            (OfficeState::Unreadable, Some(from_vault(error).message), false)
        }
    }
}

async fn create(office: Arc<Office>, input: CreateOffice) -> Result<Status> {
    let passphrase = Secret::from(input.passphrase);
    let mut checks = Checks::default();
    let name = tidy_name(&input.office_name);
    let person = tidy_name(&input.your_name);
    checks.need(name.is_some(), "officeName", "Say what the office is called.");
    checks.need(person.is_some(), "yourName", "Type the name you will unlock with.");
    check_length(&mut checks, "officeName", &input.office_name, limit::SHORT);
    check_length(&mut checks, "yourName", &input.your_name, limit::SHORT);
    let profile = Profile::parse(&input.profile);
    checks.need(profile.is_some(), "profile", "Choose which rules your office works under.");
    checks.need(
        input.time_zone.parse::<Zone>().is_ok(),
        "timeZone",
        "Choose the time zone of the office from the list.",
    );
    let (name, person) = (name.unwrap_or_default(), person.unwrap_or_default());
    let fit = vault::passphrase::check(&passphrase, &[&name, &person]);
    if let Err(error) = fit {
        checks.need(false, "passphrase", error.to_string());
    }
    checks.done()?;
    office.enter_sample(false);
    office
        .found(Founding {
            office: name,
            name: person,
            passphrase,
            profile: profile.unwrap_or(Profile::UsHospital),
            time_zone: input.time_zone,
            sample: false,
            at: office.clock.now(),
        })
        .await?;
    status(office, ()).await
}

/// How many cases the sample office has when it is opened from the window.
const SAMPLE_CASES: u32 = 60;

async fn open_sample(office: Arc<Office>, (): ()) -> Result<Status> {
    if office.is_unlocked().await {
        return Err(Error::conflict("An office is open already. Lock it first."));
    }
    office.enter_sample(true);
    let opened = match office.vault().state() {
        State::None => office.make_sample_here(SAMPLE_CASES, 7).await,
        _ => office.unlock(SAMPLE_NAME.into(), Secret::from(SAMPLE_PASSPHRASE.to_owned())).await,
    };
    if let Err(error) = opened {
        office.lock().await?;
        office.enter_sample(false);
        return Err(error);
    }
    status(office, ()).await
}

async fn leave_sample(office: Arc<Office>, (): ()) -> Result<Status> {
    if !office.is_in_sample() {
        return Err(Error::conflict("This is not the sample office."));
    }
    office.enter_sample(false);
    office.lock().await?;
    status(office, ()).await
}

async fn unlock(office: Arc<Office>, input: Unlock) -> Result<Status> {
    let passphrase = Secret::from(input.passphrase);
    let mut checks = Checks::default();
    checks.need(!input.name.trim().is_empty(), "name", "Type your name.");
    checks.need(!passphrase.is_empty(), "passphrase", "Type your passphrase.");
    checks.done()?;
    office.unlock(input.name, passphrase).await?;
    status(office, ()).await
}

async fn unlock_with_keyring(office: Arc<Office>, input: UnlockWithKeyring) -> Result<Status> {
    office.unlock_with_keyring(input.name).await?;
    status(office, ()).await
}

async fn set_keyring(office: Arc<Office>, input: SetKeyring) -> Result<Status> {
    let passphrase = Secret::from(input.passphrase);
    let this = office.clone();
    let moment = office.moment();
    let handle = tokio::runtime::Handle::current();
    blocking(move || {
        let guard = handle.block_on(this.session());
        let session = guard.as_ref().ok_or_else(Error::locked)?;
        let mut keys = session.keys.lock().unwrap_or_else(PoisonError::into_inner);
        // A passphrase that changes to itself proves that it is the right one.
        let proof = PassphraseChange {
            office: "",
            name: &session.name,
            old: &passphrase,
            new: &passphrase,
        };
        keys.change_passphrase(proof, moment).map_err(from_vault)?;
        let set = if input.on { keys.turn_keyring_on() } else { keys.turn_keyring_off() };
        set.map_err(from_vault)
    })
    .await?;
    office
        .write("security.set_keyring", move |tx| {
            tx.note("on", input.on);
            Box::pin(async { Ok(()) })
        })
        .await?;
    status(office, ()).await
}

async fn lock(office: Arc<Office>, (): ()) -> Result<Status> {
    office.lock().await?;
    status(office, ()).await
}

async fn touch(office: Arc<Office>, (): ()) -> Result<()> {
    office.touch();
    Ok(())
}

async fn change_passphrase(office: Arc<Office>, input: ChangePassphrase) -> Result<()> {
    let (old, new) = (Secret::from(input.current), Secret::from(input.next));
    let this = office.clone();
    let moment = office.moment();
    let handle = tokio::runtime::Handle::current();
    let name = office.read(|tx| Box::pin(async { Ok(office::office(tx).await?.name) })).await?;
    blocking(move || {
        let guard = handle.block_on(this.session());
        let session = guard.as_ref().ok_or_else(Error::locked)?;
        let mut keys = session.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let change = PassphraseChange { office: &name, name: &session.name, old: &old, new: &new };
        keys.change_passphrase(change, moment).map_err(|error| match error {
            vault::Error::Weak(weak) => Error::invalid("next", weak.to_string()),
            wait @ vault::Error::Wait { .. } => Error::invalid("current", wait.to_string()),
            vault::Error::WrongNameOrPassphrase => {
                Error::invalid("current", "This is not your passphrase. Nothing has been changed.")
            }
            other => from_vault(other),
        })
    })
    .await?;
    office.write("security.change_passphrase", |_| Box::pin(async { Ok(()) })).await
}

async fn suggest_passphrase(_: Arc<Office>, (): ()) -> Result<Suggestion> {
    let words = vault::passphrase::suggest(&mut vault::OsRandom).map_err(from_vault)?;
    Ok(Suggestion { passphrase: words.expose().to_owned() })
}

fn preferences_file(office: &Office) -> PathBuf {
    office.own_vault().folder().join("preferences.json")
}

async fn preferences(office: Arc<Office>, (): ()) -> Result<Preferences> {
    let bytes = vault::files::read_capped(&preferences_file(&office), 64 * 1024);
    // Preferences that cannot be read are as good as none.
    let read = bytes.ok().and_then(|bytes| serde_json::from_slice::<Preferences>(&bytes).ok());
    Ok(read.unwrap_or_default().known())
}

impl Preferences {
    /// What is not one of the choices becomes the first of them.
    fn known(mut self) -> Self {
        let plain = Self::default();
        let keep = |value: &mut String, choices: &[&str], fallback: String| {
            if !choices.contains(&value.as_str()) {
                *value = fallback;
            }
        };
        self.text_scale = self.text_scale.clamp(100, 200);
        keep(&mut self.theme, &["system", "light", "dark"], plain.theme);
        keep(&mut self.contrast, &["system", "normal", "more"], plain.contrast);
        keep(&mut self.dates, &["system", "us", "uk", "iso"], plain.dates);
        self
    }
}

async fn set_preferences(office: Arc<Office>, input: Preferences) -> Result<Preferences> {
    let input = input.known();
    let file = preferences_file(&office);
    let kept = input.clone();
    blocking(move || {
        let bytes =
            serde_json::to_vec(&kept).map_err(|e| Error::bug("preferences").caused_by(e))?;
        let folder = file.parent().unwrap_or(&file);
        vault::files::create_private_folder(folder)
            .and_then(|()| vault::files::write_atomic(&file, &bytes))
            .map_err(|e| Error::unavailable("Your settings could not be saved.").caused_by(e))
    })
    .await?;
    Ok(input)
}
