//! `anchors.log`: signed heads of the journal, kept outside the database.
//!
//! Whoever edits the database cannot edit these: each line is signed with a person's own key,
//! and lines only ever get added.

use std::io::ErrorKind;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::canonical;
use crate::error::{Error, Result, io};
use crate::files;
use crate::keys::hex;
use crate::keys::signer::{self, Signer};

const LABEL: &str = "bedside-head-1";
const LIMIT: u64 = 64 * 1024 * 1024;

/// Where the journal stood, as the store tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// When, RFC 3339 in UTC.
    pub utc: String,
    /// Which copy of the store wrote the entries.
    pub replica: String,
    /// The number of the last entry.
    pub seq: u64,
    /// The hash of the last entry.
    pub hash: String,
    /// Lock, backup, export or hand-over.
    pub why: String,
}

/// A head with the signature of the person who was there: one line of `anchors.log`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// When, RFC 3339 in UTC.
    pub utc: String,
    /// Which copy of the store wrote the entries.
    pub replica: String,
    /// The number of the last entry.
    pub seq: u64,
    /// The hash of the last entry.
    pub hash: String,
    /// Lock, backup, export or hand-over.
    pub why: String,
    /// The generation of the store that was open.
    pub generation: u64,
    /// The public half of the key that signed, as hex.
    pub signer: String,
    /// The signature, as hex.
    pub sig: String,
}

impl Anchor {
    pub(crate) fn sign(store_id: &str, generation: u64, head: Head, signer: &Signer) -> Self {
        let mut anchor = Self {
            utc: head.utc,
            replica: head.replica,
            seq: head.seq,
            hash: head.hash,
            why: head.why,
            generation,
            signer: hex::encode(&signer.public()),
            sig: String::new(),
        };
        anchor.sig = hex::encode(&signer.sign(anchor.signed_text(store_id).as_bytes()));
        anchor
    }

    /// Whether the holder of the key named in `signer` signed this head, for this office.
    ///
    /// Whose key that is, the office must ask of its own list of people.
    #[must_use]
    pub fn is_signed(&self, store_id: &str) -> bool {
        let keys = hex::decode(&self.signer).zip(hex::decode(&self.sig));
        keys.is_some_and(|(public, signature)| {
            signer::verify(&public, self.signed_text(store_id).as_bytes(), &signature)
        })
    }

    fn signed_text(&self, store_id: &str) -> String {
        let head = serde_json::json!({
            "generation": self.generation,
            "hash": self.hash,
            "replica": self.replica,
            "seq": self.seq,
            "signer": self.signer,
            "store_id": store_id,
            "utc": self.utc,
            "why": self.why,
        });
        format!("{LABEL}\n{}", canonical::text(&head))
    }
}

/// The anchors that were found, and how many lines could not be read.
#[derive(Debug, Default)]
pub struct Found {
    /// In the order of the file; their signatures are not yet checked.
    pub anchors: Vec<Anchor>,
    /// Lines that a crash cut short or that somebody damaged.
    pub unreadable: usize,
}

/// The file of anchors of one office.
#[derive(Debug, Clone)]
pub struct Anchors {
    path: PathBuf,
}

impl Anchors {
    pub(crate) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Adds one anchor and waits until it is on the disk.
    ///
    /// # Errors
    /// [`Error::Io`] when the disk refuses.
    pub fn append(&self, anchor: &Anchor) -> Result<()> {
        let value = serde_json::to_value(anchor).map_err(|_| Error::Bug("anchor"))?;
        files::append_line(&self.path, &canonical::text(&value))
            .map_err(io("list of anchors", "written"))
    }

    /// All anchors that can be read. A damaged line costs that line only.
    ///
    /// # Errors
    /// [`Error::Io`] when the file is there and cannot be read.
    pub fn read(&self) -> Result<Found> {
        let bytes = match files::read_capped(&self.path, LIMIT) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::default()),
            Err(error) => return Err(io("list of anchors", "read")(error)),
        };
        let mut found = Found::default();
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            match serde_json::from_slice(line) {
                Ok(anchor) => found.anchors.push(anchor),
                Err(_) => found.unreadable += 1,
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(seq: u64) -> Anchor {
        let head = Head {
            utc: String::from("2026-03-02T10:00:00Z"),
            replica: String::from("r1"),
            seq,
            hash: "0f".repeat(32),
            why: String::from("lock"),
        };
        Anchor::sign("store", 1, head, &Signer::from_seed(&[3; 32]))
    }

    #[test]
    fn an_anchor_with_any_field_changed_is_not_signed() {
        let good = anchor(7);
        assert!(good.is_signed("store"));
        assert!(!good.is_signed("another"));
        let other = hex::encode(&Signer::from_seed(&[4; 32]).public());
        let text = |change: &str| String::from(change);
        for altered in [
            Anchor { utc: text("2026-03-02T10:00:01Z"), ..good.clone() },
            Anchor { replica: text("r2"), ..good.clone() },
            Anchor { seq: 6, ..good.clone() },
            Anchor { hash: "0e".repeat(32), ..good.clone() },
            Anchor { why: text("backup"), ..good.clone() },
            Anchor { generation: 2, ..good.clone() },
            Anchor { signer: other, ..good.clone() },
            Anchor { sig: "00".repeat(64), ..good.clone() },
        ] {
            assert!(!altered.is_signed("store"), "{altered:?}");
        }
    }

    #[test]
    fn damaged_lines_cost_only_themselves() {
        let folder = tempfile::tempdir().unwrap();
        let anchors = Anchors::at(folder.path().join("anchors.log"));
        assert!(anchors.read().unwrap().anchors.is_empty());
        anchors.append(&anchor(1)).unwrap();
        files::append_line(&folder.path().join("anchors.log"), "{\"utc\":\"cut").unwrap();
        files::append_line(&folder.path().join("anchors.log"), "\u{fffd}").unwrap();
        anchors.append(&anchor(2)).unwrap();
        let found = anchors.read().unwrap();
        assert_eq!(found.anchors, [anchor(1), anchor(2)]);
        assert_eq!(found.unreadable, 2);
    }
}
