//! The slot that a person's passphrase opens.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::Secret;
use crate::canonical;
use crate::error::{Error, Part, Result};
use crate::keys::bundle::Bundle;
use crate::keys::kdf::{KdfParams, StoredKdf};
use crate::keys::random;
use crate::keys::sealed::Sealed;
use crate::passphrase::MOST_BYTES;

pub(crate) const KIND: &str = "passphrase";

const SLOT_FORMAT: u64 = 1;
/// No character grows more than elevenfold under NFKC (U+FDFA does).
const NFKC_GROWTH: usize = 12;

/// A passphrase slot as it stands in the header. Fields of later versions are kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PassphraseSlot {
    pub(crate) id: String,
    kind: String,
    fmt_version: u64,
    pub(crate) tag: String,
    pub(crate) role: String,
    pub(crate) recipient: String,
    pub(crate) sig_pub: String,
    norm: String,
    kdf: StoredKdf,
    #[serde(flatten)]
    sealed: Sealed,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl PassphraseSlot {
    pub(crate) fn create(
        store_id: &str,
        person: SlotOwner<'_>,
        bundle: &Bundle,
        passphrase: &Secret,
        params: KdfParams,
    ) -> Result<Self> {
        let mut slot = Self {
            id: person.slot_id.to_owned(),
            kind: String::from(KIND),
            fmt_version: SLOT_FORMAT,
            tag: super::tag(store_id, person.name),
            role: person.role.to_owned(),
            recipient: bundle.recipient(),
            sig_pub: bundle.signer_hex(),
            norm: String::from("NFKC"),
            kdf: StoredKdf::new(params, random::array()?),
            sealed: Sealed::seal(&[0; 32], &[], "")?,
            rest: Map::new(),
        };
        slot.reseal(store_id, bundle, passphrase, params)?;
        Ok(slot)
    }

    /// A new salt, nonce and box for the same keys; nothing else of the slot changes.
    pub(crate) fn reseal(
        &mut self,
        store_id: &str,
        bundle: &Bundle,
        passphrase: &Secret,
        params: KdfParams,
    ) -> Result<()> {
        self.kdf = StoredKdf::new(params, random::array()?);
        let key = self.kdf.derive(normal(passphrase).as_bytes())?;
        self.sealed = Sealed::seal(&key, bundle.to_text().as_bytes(), &self.context(store_id))?;
        // A slot that did not open would lock its owner out, so it is tried before it is kept.
        self.open(store_id, passphrase).map(|_| ())
    }

    /// The owner's keys, or the one error that a wrong passphrase gives.
    pub(crate) fn open(&self, store_id: &str, passphrase: &Secret) -> Result<Bundle> {
        if self.fmt_version != SLOT_FORMAT || self.norm != "NFKC" {
            return Err(Error::Damaged(Part::Header));
        }
        let key = self.kdf.derive(normal(passphrase).as_bytes())?;
        self.sealed
            .open(&key, &self.context(store_id))
            .and_then(|text| Bundle::from_text(&text))
            .filter(|bundle| bundle.recipient() == self.recipient)
            .filter(|bundle| bundle.signer_hex() == self.sig_pub)
            .ok_or(Error::WrongNameOrPassphrase)
    }

    /// What the slot should be raised to, if it is weaker than today's default.
    pub(crate) fn raise(&self, target: KdfParams) -> Option<KdfParams> {
        target.raise(&self.kdf)
    }

    /// The cost the slot has now.
    pub(crate) fn params(&self) -> KdfParams {
        self.kdf.cost()
    }

    /// As much work as [`PassphraseSlot::open`], for a name that has no slot.
    pub(crate) fn pretend(like: Option<&Self>, passphrase: &Secret) -> Error {
        let kdf = like
            .map_or_else(|| StoredKdf::new(KdfParams::default(), [0; 16]), |slot| slot.kdf.clone());
        match kdf.derive(normal(passphrase).as_bytes()) {
            Ok(_) => Error::WrongNameOrPassphrase,
            Err(error) => error,
        }
    }

    /// Binds the box to its slot: a changed role or derivation breaks it.
    fn context(&self, store_id: &str) -> String {
        canonical::text(&json!({
            "fmt": "bedside-slot-context-1",
            "fmt_version": self.fmt_version,
            "id": self.id,
            "kdf": self.kdf,
            "kind": self.kind,
            "recipient": self.recipient,
            "role": self.role,
            "sig_pub": self.sig_pub,
            "store_id": store_id,
        }))
    }
}

/// Whose slot it is.
#[derive(Clone, Copy)]
pub(crate) struct SlotOwner<'a> {
    pub(crate) slot_id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) role: &'a str,
}

/// NFKC in a buffer that never has to grow, so that no copy is left behind.
///
/// A passphrase longer than any we accept is cut: it can't be right, and must cost no more.
pub(crate) fn normal(passphrase: &Secret) -> Zeroizing<String> {
    let mut normal = Zeroizing::new(String::with_capacity(MOST_BYTES * NFKC_GROWTH));
    let mut bytes = 0;
    for letter in passphrase
        .expose()
        .chars()
        .take_while(|letter| {
            bytes += letter.len_utf8();
            bytes <= MOST_BYTES + 4
        })
        .nfkc()
    {
        normal.push(letter);
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORE: &str = "00112233445566778899aabbccddeeff";

    fn secret(text: &str) -> Secret {
        Secret::from(String::from(text))
    }

    fn slot(passphrase: &str) -> (PassphraseSlot, Bundle) {
        let bundle = Bundle::random().unwrap();
        let owner = SlotOwner { slot_id: "u-01", name: "Robin", role: "advocate" };
        let kdf = KdfParams::for_tests();
        let slot = PassphraseSlot::create(STORE, owner, &bundle, &secret(passphrase), kdf).unwrap();
        (slot, bundle)
    }

    #[test]
    fn a_passphrase_is_the_same_in_any_unicode_form() {
        let (slot, bundle) = slot("caf\u{e9} \u{fb01}rst \u{212b}ngstr\u{f6}m");
        let opened = slot.open(STORE, &secret("cafe\u{301} first A\u{30a}ngstro\u{308}m")).unwrap();
        assert_eq!(opened.recipient(), bundle.recipient());
        assert!(slot.open(STORE, &secret("CAFE\u{301} first A\u{30a}ngstro\u{308}m")).is_err());
    }

    #[test]
    fn the_box_opens_only_in_its_own_slot() {
        let (slot, _) = slot("wide meadow copper lantern");
        let passphrase = secret("wide meadow copper lantern");
        assert!(slot.open(STORE, &passphrase).is_ok());
        assert!(slot.open("ffeeddccbbaa99887766554433221100", &passphrase).is_err());
        let text = |change: &str| String::from(change);
        for altered in [
            PassphraseSlot { id: text("u-02"), ..slot.clone() },
            PassphraseSlot { role: text("admin"), ..slot.clone() },
            PassphraseSlot { kind: text("recovery"), ..slot.clone() },
            PassphraseSlot { recipient: Bundle::random().unwrap().recipient(), ..slot.clone() },
            PassphraseSlot { sig_pub: "0".repeat(64), ..slot.clone() },
            PassphraseSlot { fmt_version: 2, ..slot.clone() },
            PassphraseSlot { kdf: StoredKdf::new(KdfParams::for_tests(), [0; 16]), ..slot.clone() },
        ] {
            assert!(altered.open(STORE, &passphrase).is_err(), "{altered:?}");
        }
    }

    #[test]
    fn fields_of_a_later_version_stay_in_the_slot() {
        let (slot, _) = slot("wide meadow copper lantern");
        let mut value = serde_json::to_value(&slot).unwrap();
        value["hint_2031"] = json!({"later": [1, 2]});
        let slot: PassphraseSlot = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(serde_json::to_value(&slot).unwrap(), value);
        assert!(slot.open(STORE, &secret("wide meadow copper lantern")).is_ok());
    }

    #[test]
    fn normalizing_never_outgrows_its_buffer() {
        let worst = secret(&"\u{fdfa}".repeat(5_000));
        let room = MOST_BYTES * NFKC_GROWTH;
        let normal = normal(&worst);
        assert!(normal.len() > MOST_BYTES && normal.capacity() == room, "{}", normal.len());
    }
}
