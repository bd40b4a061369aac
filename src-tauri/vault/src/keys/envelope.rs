//! `dek.age`: the store key, sealed to everyone who may open the store, as age v1.

use std::fmt::Write as _;
use std::io::{Read, Write};

use age::x25519::{Identity, Recipient};
use age::{Decryptor, Encryptor};
use serde::Deserialize;
use zeroize::Zeroizing;

use crate::error::{Error, Part, Result};
use crate::keys::StoreKey;

/// The longest `dek.age` that is read: room for some hundreds of recipients.
pub(crate) const LIMIT: u64 = 256 * 1024;

const FORMAT: &str = "bedside-store-key-1";
const PLAIN_LIMIT: u64 = 4096;

/// The store key and which one it is.
pub(crate) struct Envelope {
    pub(crate) store_id: String,
    pub(crate) generation: u64,
    pub(crate) key_id: String,
    pub(crate) key: StoreKey,
}

#[derive(Deserialize)]
struct Plain<'a> {
    fmt: &'a str,
    store_id: &'a str,
    generation: u64,
    key_id: &'a str,
    key: &'a str,
}

impl Envelope {
    pub(crate) fn seal(&self, recipients: &[Recipient]) -> Result<Vec<u8>> {
        let encryptor =
            Encryptor::with_recipients(recipients.iter().map(|one| one as &dyn age::Recipient))
                .map_err(|_| Error::Bug("envelope without recipients"))?;
        let mut sealed = Vec::new();
        let mut writer = encryptor.wrap_output(&mut sealed).map_err(in_memory)?;
        writer.write_all(self.to_text().as_bytes()).map_err(in_memory)?;
        writer.finish().map_err(in_memory)?;
        Ok(sealed)
    }

    pub(crate) fn open(sealed: &[u8], identity: &Identity) -> Result<Self> {
        let damaged = || Error::Damaged(Part::Envelope);
        let decryptor = Decryptor::new_buffered(sealed).map_err(|_| damaged())?;
        let reader = match decryptor.decrypt(std::iter::once(identity as &dyn age::Identity)) {
            Ok(reader) => reader,
            Err(age::DecryptError::NoMatchingKeys) => return Err(Error::Foreign(Part::Envelope)),
            Err(_) => return Err(damaged()),
        };
        let mut text = Zeroizing::new(Vec::with_capacity(8192));
        reader.take(PLAIN_LIMIT).read_to_end(&mut text).map_err(|_| damaged())?;
        Self::from_text(&text).ok_or_else(damaged)
    }

    /// Text that a person can read after `age -d` and hand to `sqlcipher`.
    fn to_text(&self) -> Zeroizing<String> {
        let key = self.key.to_hex();
        let mut text = Zeroizing::new(String::with_capacity(512));
        let _ = writeln!(
            text,
            r#"{{"fmt":"{FORMAT}","generation":{},"key":"{}","key_id":"{}","store_id":"{}"}}"#,
            self.generation,
            key.expose(),
            self.key_id,
            self.store_id
        );
        text
    }

    fn from_text(text: &[u8]) -> Option<Self> {
        let plain: Plain<'_> = serde_json::from_slice(text).ok()?;
        (plain.fmt == FORMAT).then_some(())?;
        Some(Self {
            store_id: plain.store_id.to_owned(),
            generation: plain.generation,
            key_id: plain.key_id.to_owned(),
            key: StoreKey::from_hex(plain.key)?,
        })
    }
}

/// Writing to memory fails only where the program is wrong.
fn in_memory(_: std::io::Error) -> Error {
    Error::Bug("envelope")
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    fn envelope() -> Envelope {
        Envelope {
            store_id: "ab".repeat(16),
            generation: 3,
            key_id: "cd".repeat(8),
            key: StoreKey::random().unwrap(),
        }
    }

    #[test]
    fn each_recipient_opens_it_and_nobody_else() {
        let (one, two, stranger) =
            (Identity::generate(), Identity::generate(), Identity::generate());
        let envelope = envelope();
        let sealed = envelope.seal(&[one.to_public(), two.to_public()]).unwrap();
        for identity in [one, two] {
            let opened = Envelope::open(&sealed, &identity).unwrap();
            assert_eq!(opened.key.to_hex().expose(), envelope.key.to_hex().expose());
            assert_eq!((opened.generation, opened.key_id), (3, envelope.key_id.clone()));
        }
        let refusal = Envelope::open(&sealed, &stranger).err();
        assert!(matches!(refusal, Some(Error::Foreign(Part::Envelope))));
        assert!(envelope.seal(&[]).is_err());
    }

    #[test]
    fn a_flipped_bit_or_a_cut_anywhere_is_refused() {
        let identity = Identity::generate();
        let sealed = envelope().seal(&[identity.to_public()]).unwrap();
        for position in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[position] ^= 1;
            assert!(Envelope::open(&altered, &identity).is_err(), "byte {position}");
            assert!(Envelope::open(&sealed[..position], &identity).is_err(), "cut {position}");
        }
    }

    #[test]
    fn stock_age_opens_it() {
        let folder = tempfile::tempdir().unwrap();
        let kit = folder.path().join("kit.txt");
        let Ok(made) = Command::new("age-keygen").arg("-o").arg(&kit).output() else {
            println!("skipped: there is no age-keygen on this machine");
            return;
        };
        let told = String::from_utf8(made.stderr).unwrap();
        let recipient: Recipient =
            told.split_whitespace().find(|word| word.starts_with("age1")).unwrap().parse().unwrap();
        let envelope = envelope();
        let file = folder.path().join("dek.age");
        crate::files::write_atomic(&file, &envelope.seal(&[recipient]).unwrap()).unwrap();
        let opened = Command::new("age").arg("-d").arg("-i").arg(&kit).arg(&file).output().unwrap();
        let text = String::from_utf8(opened.stdout).unwrap();
        assert_eq!(text, *envelope.to_text());
        assert!(text.ends_with("}\n"), "one line of text: {} bytes", text.len());
    }
}
