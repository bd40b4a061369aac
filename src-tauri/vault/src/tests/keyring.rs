//! The key store slot against a real gnome-keyring, each case on a session bus of its own.
//!
//! A case runs this test program again, inside `dbus-run-session`, with a home folder of its own.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{NAME, NOW, Office, PASSPHRASE, secret};
use crate::{Error, KeyringTrouble, Moment, OpenedBy, State};

const INNER: &str = "VAULT_TEST_KEYRING";
const UNLOCKED: &str = "printf test | gnome-keyring-daemon --unlock --components=secrets";
const LOCKED: &str = "gnome-keyring-daemon --start --components=secrets";

/// Runs `case` again on a bus of its own, or tells that this is that run.
fn on_a_bus(case: &str, prepare: &str) -> bool {
    if std::env::var_os(INNER).is_some() {
        return true;
    }
    for program in ["dbus-run-session", "gnome-keyring-daemon"] {
        if Command::new(program).arg("--version").stdout(Stdio::null()).status().is_err() {
            println!("skipped: there is no {program} on this machine");
            return false;
        }
    }
    let home = tempfile::tempdir().unwrap();
    let script = format!("{prepare} >/dev/null 2>&1; exec \"$0\" \"$1\" --exact --nocapture");
    let outcome = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", &script])
        .arg(std::env::current_exe().unwrap())
        .arg(format!("tests::keyring::{case}"))
        .env(INNER, "1")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .envs(["HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"].map(|name| (name, home.path())))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&outcome.stdout);
    assert!(outcome.status.success(), "{told}\n{}", String::from_utf8_lossy(&outcome.stderr));
    assert!(told.contains("1 passed"), "{told}");
    false
}

fn with_keyring() -> Office {
    let office = Office::new();
    office.unlock(NAME, PASSPHRASE, 0).unwrap().turn_keyring_on().unwrap();
    office
}

/// The account name that the slot has in the key store.
fn entry_of(office: &Office) -> keyring::v1::Entry {
    let text = std::fs::read_to_string(office.path("gen-000001/header.json")).unwrap();
    let header: serde_json::Value = serde_json::from_str(&text).unwrap();
    let slot = &header["slots"][1];
    keyring::v1::Entry::new(slot["service"].as_str().unwrap(), slot["account"].as_str().unwrap())
        .unwrap()
}

/// The key store fails as expected, nothing is changed, and the passphrase opens.
fn falls_back(office: &Office, expected: KeyringTrouble) {
    let before = office.bytes();
    let start = Instant::now();
    let refusal = office.vault().unlock_with_keyring(NAME, NOW);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert!(matches!(refusal, Err(Error::Keyring(why)) if why == expected), "{refusal:?}");
    assert_eq!(office.bytes(), before);
    assert!(office.unlock(NAME, PASSPHRASE, 60).is_ok());
}

#[test]
fn the_key_store_opens_the_office_until_it_is_turned_off() {
    if !on_a_bus("the_key_store_opens_the_office_until_it_is_turned_off", UNLOCKED) {
        return;
    }
    let office = with_keyring();
    assert!(matches!(office.vault().state(), State::Present { keyring: true }));
    let mut open = office.vault().unlock_with_keyring("robin okafor", NOW).unwrap();
    assert_eq!((open.opened_by(), open.slot_id()), (OpenedBy::Keyring, "u-01"));
    let key = open.store_key();
    let entry = entry_of(&office);
    assert_eq!(entry.get_secret().unwrap().len(), 32);
    let wrong = office.vault().unlock_with_keyring("Sam", NOW);
    assert!(matches!(wrong, Err(Error::Busy)), "one Bedside at a time");
    open.turn_keyring_off().unwrap();
    drop(open);
    assert!(matches!(entry.get_secret(), Err(keyring::v1::Error::NoEntry)));
    falls_back(&office, KeyringTrouble::Off);
    assert_eq!(office.unlock(NAME, PASSPHRASE, 1).unwrap().store_key().expose(), key.expose());
}

#[test]
fn twelve_hours_after_the_passphrase_it_is_asked_for_again() {
    if !on_a_bus("twelve_hours_after_the_passphrase_it_is_asked_for_again", UNLOCKED) {
        return;
    }
    let office = with_keyring();
    let hours = |n: i64| Moment { wall_ms: NOW.wall_ms + n * 3_600_000, ..NOW };
    let unlock = |n| office.vault().unlock_with_keyring(NAME, hours(n));
    let expired = |n| matches!(unlock(n), Err(Error::Keyring(KeyringTrouble::Expired)));
    assert!(unlock(12).is_ok());
    assert!(expired(13) && expired(-1), "a clock set back is no way in either");
    office.vault().unlock(NAME, &secret(PASSPHRASE), hours(13)).unwrap();
    assert!(unlock(25).is_ok());
}

#[test]
fn a_key_that_is_gone_wrong_or_of_another_office_changes_nothing() {
    if !on_a_bus("a_key_that_is_gone_wrong_or_of_another_office_changes_nothing", UNLOCKED) {
        return;
    }
    let (office, other) = (with_keyring(), with_keyring());
    let entry = entry_of(&office);
    for wrong in [b"garbage".to_vec(), vec![0; 32], entry_of(&other).get_secret().unwrap()] {
        entry.set_secret(&wrong).unwrap();
        falls_back(&office, KeyringTrouble::Misfit);
        assert_eq!(entry.get_secret().unwrap(), wrong, "and it is not ours to repair");
    }
    entry.delete_credential().unwrap();
    falls_back(&office, KeyringTrouble::Gone);
    assert!(other.vault().unlock_with_keyring(NAME, NOW).is_ok());
}

#[test]
fn a_locked_key_store_that_wants_to_ask_is_not_waited_for() {
    if !on_a_bus("a_locked_key_store_that_wants_to_ask_is_not_waited_for", LOCKED) {
        return;
    }
    let office = Office::new();
    let before = office.bytes();
    let start = Instant::now();
    let refusal = office.unlock(NAME, PASSPHRASE, 0).unwrap().turn_keyring_on();
    assert!(matches!(refusal, Err(Error::Keyring(_))), "{refusal:?}");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(office.bytes(), before);
}

#[test]
fn a_key_store_locked_later_is_not_waited_for() {
    if !on_a_bus("a_key_store_locked_later_is_not_waited_for", UNLOCKED) {
        return;
    }
    let office = with_keyring();
    let locked = Command::new("dbus-send")
        .args(["--session", "--print-reply", "--dest=org.freedesktop.secrets"])
        .args(["/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock"])
        .arg("array:objpath:/org/freedesktop/secrets/collection/login")
        .output()
        .unwrap();
    assert!(locked.status.success());
    no_help(&office);
}

#[test]
fn a_key_store_that_hangs_or_is_killed_is_no_harm() {
    if !on_a_bus("a_key_store_that_hangs_or_is_killed_is_no_harm", UNLOCKED) {
        return;
    }
    let office = with_keyring();
    let id = key_store_process();
    let signal = |name: &str| {
        assert!(Command::new("kill").args([name, &id]).status().unwrap().success());
    };
    signal("-STOP");
    falls_back(&office, KeyringTrouble::Slow);
    signal("-KILL");
    no_help(&office);
}

/// Whatever the reason, it comes in time, nothing is changed, and the passphrase opens.
fn no_help(office: &Office) {
    let before = office.bytes();
    let start = Instant::now();
    let refusal = office.vault().unlock_with_keyring(NAME, NOW);
    assert!(matches!(refusal, Err(Error::Keyring(_))), "{refusal:?}");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(office.bytes(), before);
    assert!(office.unlock(NAME, PASSPHRASE, 70).is_ok());
}

#[test]
fn no_bus_at_all_is_no_harm() {
    if std::env::var_os(INNER).is_none() {
        let nowhere = Path::new("/nonexistent/bus");
        let outcome = Command::new(std::env::current_exe().unwrap())
            .args(["tests::keyring::no_bus_at_all_is_no_harm", "--exact", "--nocapture"])
            .env(INNER, "1")
            .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", nowhere.display()))
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&outcome.stdout);
        assert!(outcome.status.success() && told.contains("1 passed"), "{told}");
        return;
    }
    let office = Office::new();
    let before = office.bytes();
    let mut open = office.unlock(NAME, PASSPHRASE, 0).unwrap();
    let refusal = open.turn_keyring_on();
    assert!(matches!(refusal, Err(Error::Keyring(KeyringTrouble::Unavailable))), "{refusal:?}");
    assert!(!open.is_keyring_on());
    assert_eq!(office.bytes(), before);
}

fn key_store_process() -> String {
    let reply = Command::new("dbus-send")
        .args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"])
        .arg("org.freedesktop.DBus.GetConnectionUnixProcessID")
        .arg("string:org.freedesktop.secrets")
        .output()
        .unwrap();
    let told = String::from_utf8(reply.stdout).unwrap();
    told.split_whitespace().last().unwrap().to_owned()
}
