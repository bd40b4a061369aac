//! `header.json`: who may open the office, how, and which version it takes. No names, no key.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::canonical;
use crate::error::{Error, Part, Result, io};
use crate::files;
use crate::keys::StoreKey;
use crate::keys::hex;
use crate::slots::keyring::{self, KeyringSlot};
use crate::slots::passphrase::{self, PassphraseSlot};

/// The format this program writes.
pub(crate) const VERSION: u64 = 1;
/// What the first field of every header says.
pub(crate) const FORMAT: &str = "bedside";

const LIMIT: u64 = 256 * 1024;

/// The whole header. What a later version adds is kept as it stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Header {
    pub(crate) fmt: String,
    pub(crate) fmt_version: u64,
    pub(crate) min_reader: u64,
    pub(crate) min_writer: u64,
    pub(crate) store_id: String,
    pub(crate) generation: u64,
    pub(crate) key_id: String,
    pub(crate) created_utc: String,
    pub(crate) app: String,
    pub(crate) db: Database,
    pub(crate) slots: Vec<Value>,
    #[serde(default)]
    pub(crate) mac: String,
    #[serde(flatten)]
    pub(crate) rest: Map<String, Value>,
}

/// What the header says of the database file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Database {
    pub(crate) cipher: String,
    pub(crate) key_form: String,
    pub(crate) page: u64,
    /// The first 16 bytes of the file, once it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) salt16: Option<String>,
    pub(crate) kcv: String,
    #[serde(flatten)]
    pub(crate) rest: Map<String, Value>,
}

/// What is read before anything else, and all that a newer version must leave where it is.
#[derive(Deserialize)]
struct Gate {
    fmt: String,
    fmt_version: u64,
    min_reader: u64,
    min_writer: u64,
}

impl Header {
    /// Reads a header, the version before anything else, and writes nothing.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let bytes = files::read_capped(path, LIMIT).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::InvalidData => damaged(),
            _ => io("office's key file", "read")(error),
        })?;
        Self::parse(&bytes)
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self> {
        pass_gate(bytes)?;
        let value: Value = serde_json::from_slice(bytes).map_err(|_| damaged())?;
        // One spelling only: what the MAC covers is then every byte of the file.
        if canonical::text(&value).as_bytes() != bytes {
            return Err(damaged());
        }
        serde_json::from_value(value).map_err(|_| damaged())
    }

    /// Writes the header with a fresh MAC, in one step.
    pub(crate) fn save(&mut self, key: &StoreKey, path: &Path) -> Result<()> {
        let mac = key.header_mac(&self.store_id, &self.unsigned_text()?)?;
        self.mac = hex::encode(&mac);
        let text = canonical::text(&self.to_value()?);
        files::write_atomic(path, text.as_bytes()).map_err(io("office's key file", "written"))
    }

    /// Whether this is the header that the holder of the key wrote.
    pub(crate) fn check(&self, key: &StoreKey) -> Result<()> {
        let mac: [u8; 32] = hex::decode(&self.mac).ok_or_else(damaged)?;
        let kcv = hex::encode(&key.check_value(&self.store_id)?);
        let whole =
            kcv == self.db.kcv && key.checks_header(&self.store_id, &self.unsigned_text()?, &mac);
        if whole { Ok(()) } else { Err(damaged()) }
    }

    pub(crate) fn passphrase_slots(&self) -> Result<Vec<PassphraseSlot>> {
        self.slots_of(passphrase::KIND)
    }

    pub(crate) fn keyring_slots(&self) -> Result<Vec<KeyringSlot>> {
        self.slots_of(keyring::KIND)
    }

    /// Puts a slot in the place of the one with its id, or at the end.
    pub(crate) fn put_slot<S: Serialize>(&mut self, id: &str, slot: &S) -> Result<()> {
        let value = serde_json::to_value(slot).map_err(|_| Error::Bug("slot"))?;
        match self.slots.iter_mut().find(|one| is_slot(one, id)) {
            Some(place) => *place = value,
            None => self.slots.push(value),
        }
        Ok(())
    }

    pub(crate) fn remove_slot(&mut self, id: &str) {
        self.slots.retain(|one| !is_slot(one, id));
    }

    fn slots_of<S: for<'a> Deserialize<'a>>(&self, kind: &str) -> Result<Vec<S>> {
        self.slots
            .iter()
            .filter(|slot| slot.get("kind").and_then(Value::as_str) == Some(kind))
            .map(|slot| S::deserialize(slot).map_err(|_| damaged()))
            .collect()
    }

    fn unsigned_text(&self) -> Result<String> {
        let mut value = self.to_value()?;
        if let Some(fields) = value.as_object_mut() {
            fields.remove("mac");
        }
        Ok(canonical::text(&value))
    }

    fn to_value(&self) -> Result<Value> {
        serde_json::to_value(self).map_err(|_| Error::Bug("header"))
    }
}

/// Refuses what a newer version wrote. A reader that may not write has no use here: unlocking
/// is itself an entry in the journal.
fn pass_gate(bytes: &[u8]) -> Result<()> {
    let gate: Gate = serde_json::from_slice(bytes).map_err(|_| damaged())?;
    if gate.fmt != FORMAT {
        return Err(Error::Foreign(Part::Header));
    }
    let needs = gate.min_reader.max(gate.min_writer);
    if needs > VERSION {
        return Err(Error::Newer { needs, knows: VERSION });
    }
    if gate.fmt_version == 0 { Err(damaged()) } else { Ok(()) }
}

fn is_slot(slot: &Value, id: &str) -> bool {
    slot.get("id").and_then(Value::as_str) == Some(id)
}

fn damaged() -> Error {
    Error::Damaged(Part::Header)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(key: &StoreKey) -> Header {
        let store_id = "ab".repeat(16);
        Header {
            fmt: String::from(FORMAT),
            fmt_version: VERSION,
            min_reader: 1,
            min_writer: 1,
            generation: 1,
            key_id: String::from("01"),
            created_utc: String::from("2026-03-02T10:00:00Z"),
            app: String::from("0.1.0"),
            db: Database {
                cipher: String::from("sqlcipher4"),
                key_form: String::from("raw64"),
                page: 4096,
                salt16: None,
                kcv: hex::encode(&key.check_value(&store_id).unwrap()),
                rest: Map::new(),
            },
            store_id,
            slots: Vec::new(),
            mac: String::new(),
            rest: Map::new(),
        }
    }

    fn saved(header: &mut Header, key: &StoreKey) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("header.json");
        header.save(key, &path).unwrap();
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn what_a_later_version_added_is_kept_word_for_word() {
        let key = StoreKey::random().unwrap();
        let mut first = header(&key);
        let later = serde_json::json!({"id": "r-01", "kind": "recovery", "printed": "2031", "n": [1, null]});
        first.slots.push(later.clone());
        first.rest.insert(String::from("offices"), later.clone());
        first.db.rest.insert(String::from("shards"), later.clone());
        first.fmt_version = 7;
        let text = saved(&mut first, &key);
        let mut second = Header::parse(text.as_bytes()).unwrap();
        second.check(&key).unwrap();
        assert_eq!(saved(&mut second, &key), text);
        assert_eq!((&second.slots[0], &second.rest["offices"]), (&later, &later));
    }

    #[test]
    fn a_version_too_new_is_told_apart_before_anything_else_is_understood() {
        for (reader, writer, needs) in [(2, 1, 2), (1, 9, 9), (3, 2, 3)] {
            let text = format!(
                r#"{{"slots":"all different","fmt_version":9,"fmt":"bedside",
                    "min_reader":{reader},"min_writer":{writer}}}"#
            );
            let refusal = Header::parse(text.as_bytes()).unwrap_err();
            assert!(matches!(refusal, Error::Newer { needs: n, knows: 1 } if n == needs));
        }
    }

    #[test]
    fn only_the_one_spelling_is_read() {
        let key = StoreKey::random().unwrap();
        let text = saved(&mut header(&key), &key);
        for other in [
            format!("{text}\n"),
            text.replacen(':', ": ", 1),
            text.replacen("\"app\"", "\"\\u0061pp\"", 1),
            text.replacen("{\"app\"", "{\"app\":\"x\",\"app\"", 1),
        ] {
            assert_ne!(other, text);
            assert!(Header::parse(other.as_bytes()).is_err(), "{other}");
        }
    }

    #[test]
    fn a_header_over_its_limit_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("header.json");
        let long = vec![b' '; usize::try_from(LIMIT).unwrap() + 1];
        files::write_atomic(&path, &long).unwrap();
        assert!(matches!(Header::read(&path), Err(Error::Damaged(Part::Header))));
    }
}
