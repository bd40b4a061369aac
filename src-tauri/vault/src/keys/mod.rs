//! The store key and what is derived from it.
//!
//! The store key itself keys the database, so that stock `age` and `sqlcipher` can open a
//! store. Everything else is HKDF-SHA256 of it, with a label and the id of the store.

pub(crate) mod bundle;
pub(crate) mod envelope;
pub(crate) mod hex;
pub(crate) mod kdf;
pub(crate) mod random;
pub(crate) mod sealed;
pub(crate) mod signer;

use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::Secret;
use crate::error::{Error, Result};

const HEADER_MAC: &str = "bedside-header-mac-1";
const CHECK_VALUE: &str = "bedside-kcv-1";

/// The random 256 bits that everything in one generation of a store hangs on.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct StoreKey([u8; 32]);

impl StoreKey {
    pub(crate) fn random() -> Result<Self> {
        let mut key = Self([0; 32]);
        random::fill(&mut key.0)?;
        Ok(key)
    }

    pub(crate) fn from_hex(text: &str) -> Option<Self> {
        let mut key = Self([0; 32]);
        hex::decode_into(text, &mut key.0)?;
        Some(key)
    }

    /// 64 hex digits.
    pub(crate) fn to_hex(&self) -> Secret {
        Secret::from(hex::encode(&self.0))
    }

    /// The MAC of a header, over its canonical text without the field `mac`.
    pub(crate) fn header_mac(&self, store_id: &str, canonical: &str) -> Result<[u8; 32]> {
        Ok(self.header_hmac(store_id, canonical)?.finalize().into_bytes().into())
    }

    /// Compares in constant time.
    pub(crate) fn checks_header(&self, store_id: &str, canonical: &str, mac: &[u8; 32]) -> bool {
        self.header_hmac(store_id, canonical).is_ok_and(|hmac| hmac.verify_slice(mac).is_ok())
    }

    /// Eight bytes that tell a wrong key from a damaged file, and nothing about the key.
    pub(crate) fn check_value(&self, store_id: &str) -> Result<[u8; 8]> {
        let mut value = [0; 8];
        self.derive(store_id, CHECK_VALUE, &mut value)?;
        Ok(value)
    }

    fn header_hmac(&self, store_id: &str, canonical: &str) -> Result<Hmac<Sha256>> {
        let mut key = Zeroizing::new([0_u8; 32]);
        self.derive(store_id, HEADER_MAC, key.as_mut())?;
        let mut hmac =
            Hmac::<Sha256>::new_from_slice(key.as_ref()).map_err(|_| Error::Bug("mac key"))?;
        hmac.update(canonical.as_bytes());
        Ok(hmac)
    }

    fn derive(&self, store_id: &str, label: &str, out: &mut [u8]) -> Result<()> {
        Hkdf::<Sha256>::new(None, &self.0)
            .expand_multi_info(&[store_id.as_bytes(), b"/", label.as_bytes()], out)
            .map_err(|_| Error::Bug("key derivation length"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hkdf_gives_the_first_vector_of_rfc_5869() {
        let mut okm = [0_u8; 42];
        let mut salt = [0_u8; 13];
        hex::decode_into("000102030405060708090a0b0c", &mut salt).unwrap();
        let mut purpose = [0_u8; 10];
        hex::decode_into("f0f1f2f3f4f5f6f7f8f9", &mut purpose).unwrap();
        Hkdf::<Sha256>::new(Some(&salt), &[0x0b; 22]).expand(&purpose, &mut okm).unwrap();
        let expected = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf\
                        34007208d5b887185865";
        assert_eq!(hex::encode(&okm), expected);
    }

    #[test]
    fn keys_for_different_ends_and_stores_differ() {
        let key = StoreKey([7; 32]);
        let mut outs = Vec::new();
        for store in ["a", "b"] {
            for label in [HEADER_MAC, CHECK_VALUE] {
                let mut out = [0_u8; 32];
                key.derive(store, label, &mut out).unwrap();
                outs.push(out);
            }
        }
        outs.sort_unstable();
        outs.dedup();
        assert_eq!(outs.len(), 4);
    }

    #[test]
    fn a_key_survives_its_hex_form_and_nothing_shorter_is_one() {
        let key = StoreKey([0xa5; 32]);
        let text = key.to_hex();
        assert_eq!(text.expose().len(), 64);
        assert_eq!(StoreKey::from_hex(text.expose()).unwrap().0, key.0);
        assert!(StoreKey::from_hex(text.expose().strip_suffix(|_: char| true).unwrap()).is_none());
        assert!(StoreKey::from_hex(&text.expose().to_uppercase()).is_none());
    }
}
