//! The whole way through an office's keys, on real files.

mod changing;
mod crashes;
mod keyring;
mod opening;
mod tampering;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use crate::{Error, KdfParams, Moment, NewOffice, Open, Result, Secret, Vault, files};

const NAME: &str = "Robin Okafor";
const PASSPHRASE: &str = "wide meadow copper lantern";
const SALT: [u8; 16] = *b"sixteen bytes ok";
const NOW: Moment = Moment { wall_ms: 1_772_445_600_000, boot_ms: 5_000_000 };

/// An office with one person and a database file of which only the beginning matters here.
struct Office {
    folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        let mut open = create(&office.vault()).unwrap();
        finish(&mut open).unwrap();
        office
    }

    fn vault(&self) -> Vault {
        vault_at(self.folder.path())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn unlock(&self, name: &str, passphrase: &str, tries: u64) -> Result<Open> {
        // Each try comes a minute after the one before, so that none has to wait.
        let now = Moment { boot_ms: NOW.boot_ms + tries * 60_000, ..NOW };
        self.vault().unlock(name, &secret(passphrase), now)
    }

    /// Every file and its bytes, but for the counter of wrong tries.
    fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = bytes_below(self.folder.path());
        found.remove(&self.path("throttle.json"));
        found
    }
}

fn vault_at(folder: &Path) -> Vault {
    Vault::at(folder).with_kdf(KdfParams::for_tests())
}

fn create(vault: &Vault) -> Result<Open> {
    let new =
        NewOffice { office: "Lakeside Patient Advocacy", name: NAME, role: "admin", app: "0.1.0" };
    vault.create(&new, &secret(PASSPHRASE), NOW)
}

/// What the store does between creating and recording.
fn finish(open: &mut Open) -> Result<()> {
    plant(&open.db_path(), &[SALT.as_slice(), &[7; 4080]].concat());
    open.record_salt(SALT)
}

fn plant(path: &Path, bytes: &[u8]) {
    files::write_atomic(path, bytes).unwrap();
}

fn secret(text: &str) -> Secret {
    Secret::from(String::from(text))
}

/// What this thread has worked since it began: a busy machine makes it no longer.
#[cfg(unix)]
fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

#[cfg(not(unix))]
fn worked() -> Duration {
    Duration::from_millis(crate::host::boot_ms())
}

fn is_wrong(result: &Result<Open>) -> bool {
    matches!(result, Err(Error::WrongNameOrPassphrase))
}

fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes_below(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}
