//! The optional slot that this computer's own key store opens.
//!
//! The key store holds a random device key; the slot holds a copy of the owner's keys sealed
//! with it. It is never the only way in, it is never waited on for more than three seconds,
//! and a failure of it changes nothing on disk.

use std::sync::mpsc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::canonical;
use crate::error::{Error, KeyringTrouble, Result};
use crate::keys::bundle::Bundle;
use crate::keys::random;
use crate::keys::sealed::Sealed;

pub(crate) const KIND: &str = "os-keyring";

const SERVICE: &str = "Bedside";
const SLOT_FORMAT: u64 = 1;
const PATIENCE: Duration = Duration::from_secs(3);
const VALID_MS: i64 = 12 * 60 * 60 * 1000;

/// A key-store slot as it stands in the header. Fields of later versions are kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KeyringSlot {
    pub(crate) id: String,
    kind: String,
    fmt_version: u64,
    /// The passphrase slot of the same person.
    #[serde(rename = "for")]
    pub(crate) owner: String,
    service: String,
    account: String,
    since_ms: i64,
    #[serde(flatten)]
    sealed: Sealed,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl KeyringSlot {
    /// Puts a new device key into the key store, reads it back, and only then makes the slot.
    ///
    /// The account name is new each time, so nothing already in the key store is overwritten.
    pub(crate) fn create(
        store_id: &str,
        owner: &str,
        bundle: &Bundle,
        wall_ms: i64,
    ) -> Result<Self> {
        let turn = random::hex_id::<4>()?;
        let key = Zeroizing::new(random::array::<32>()?);
        let account = format!("{store_id}/{owner}/{turn}");
        keep(SERVICE, &account, &key)?;
        let mut slot = Self {
            id: format!("k-{turn}"),
            kind: String::from(KIND),
            fmt_version: SLOT_FORMAT,
            owner: owner.to_owned(),
            service: String::from(SERVICE),
            account,
            since_ms: wall_ms,
            sealed: Sealed::seal(&key, &[], "")?,
            rest: Map::new(),
        };
        slot.sealed = Sealed::seal(&key, bundle.to_text().as_bytes(), &slot.context(store_id))?;
        Ok(slot)
    }

    /// The owner's keys, if the key store has the device key and it is not too long ago.
    pub(crate) fn open(&self, store_id: &str, wall_ms: i64) -> Result<Bundle> {
        let age = wall_ms.saturating_sub(self.since_ms);
        if !(0..=VALID_MS).contains(&age) {
            return Err(Error::Keyring(KeyringTrouble::Expired));
        }
        let key = fetch(&self.service, &self.account)?;
        self.sealed
            .open(&key, &self.context(store_id))
            .and_then(|text| Bundle::from_text(&text))
            .ok_or(Error::Keyring(KeyringTrouble::Misfit))
    }

    /// When the owner last typed the passphrase.
    pub(crate) fn since_ms(&self) -> i64 {
        self.since_ms
    }

    /// The passphrase was typed just now: the twelve hours start again.
    pub(crate) fn renew(&mut self, wall_ms: i64) {
        self.since_ms = wall_ms;
    }

    /// Takes the device key out of the key store. The slot must already be gone from the header.
    pub(crate) fn forget(&self) -> Result<()> {
        let (service, account) = (self.service.clone(), self.account.clone());
        in_time(move || entry(&service, &account)?.delete_credential().map_err(trouble))
    }

    fn context(&self, store_id: &str) -> String {
        canonical::text(&json!({
            "account": self.account,
            "fmt": "bedside-slot-context-1",
            "fmt_version": self.fmt_version,
            "for": self.owner,
            "id": self.id,
            "kind": self.kind,
            "service": self.service,
            "store_id": store_id,
        }))
    }
}

fn keep(service: &str, account: &str, key: &Zeroizing<[u8; 32]>) -> Result<()> {
    let (service, account, key) = (service.to_owned(), account.to_owned(), key.clone());
    in_time(move || {
        let entry = entry(&service, &account)?;
        entry.set_secret(key.as_ref()).map_err(trouble)?;
        let back = Zeroizing::new(entry.get_secret().map_err(trouble)?);
        if back.as_slice() == key.as_slice() { Ok(()) } else { Err(KeyringTrouble::Misfit) }
    })
}

fn fetch(service: &str, account: &str) -> Result<Zeroizing<[u8; 32]>> {
    let (service, account) = (service.to_owned(), account.to_owned());
    in_time(move || {
        let secret = Zeroizing::new(entry(&service, &account)?.get_secret().map_err(trouble)?);
        let mut key = Zeroizing::new([0_u8; 32]);
        if secret.len() != key.len() {
            return Err(KeyringTrouble::Misfit);
        }
        key.copy_from_slice(&secret);
        Ok(key)
    })
}

/// A key store may ask the person something, or hang: it gets a thread of its own, and little time.
fn in_time<T: Send + 'static>(
    work: impl FnOnce() -> std::result::Result<T, KeyringTrouble> + Send + 'static,
) -> Result<T> {
    let (sender, receiver) = mpsc::sync_channel(1);
    std::thread::Builder::new()
        .name(String::from("keyring"))
        .spawn(move || sender.send(work()))
        .map_err(|_| Error::Keyring(KeyringTrouble::Unavailable))?;
    match receiver.recv_timeout(PATIENCE) {
        Ok(result) => result.map_err(Error::Keyring),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Error::Keyring(KeyringTrouble::Slow)),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(Error::Keyring(KeyringTrouble::Unavailable))
        }
    }
}

fn entry(service: &str, account: &str) -> std::result::Result<keyring::v1::Entry, KeyringTrouble> {
    if !bus_is_local() {
        return Err(KeyringTrouble::Unavailable);
    }
    keyring::v1::Entry::new(service, account).map_err(trouble)
}

/// A D-Bus address may name a host on the network; Bedside talks to a socket on this machine only.
fn bus_is_local() -> bool {
    let named = std::env::var_os("DBUS_SESSION_BUS_ADDRESS");
    named.is_none_or(|address| is_local_address(&address.to_string_lossy()))
}

fn is_local_address(address: &str) -> bool {
    address.split(';').filter(|one| !one.is_empty()).all(|one| one.starts_with("unix:"))
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands the error over")]
fn trouble(error: keyring::v1::Error) -> KeyringTrouble {
    match error {
        keyring::v1::Error::NoEntry => KeyringTrouble::Gone,
        _ => KeyringTrouble::Unavailable,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn a_key_store_that_hangs_is_left_after_three_seconds() {
        let start = Instant::now();
        let result: Result<()> = in_time(|| {
            std::thread::sleep(Duration::from_secs(8));
            Ok(())
        });
        assert!(matches!(result, Err(Error::Keyring(KeyringTrouble::Slow))));
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }

    #[test]
    fn only_a_socket_on_this_machine_is_spoken_to() {
        assert!(is_local_address("unix:path=/run/user/1000/bus"));
        assert!(is_local_address("unix:abstract=/tmp/x,guid=1;unix:path=/y"));
        assert!(!is_local_address("tcp:host=10.0.0.1,port=12434"));
        assert!(!is_local_address("unix:path=/y;tcp:host=10.0.0.1,port=1"));
        assert!(!is_local_address("unixexec:path=/bin/sh"));
    }
}
