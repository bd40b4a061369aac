//! What a slot keeps for its owner: an age identity that opens `dek.age`, and a signing key.

use std::fmt::Write;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use serde::Deserialize;
use zeroize::Zeroizing;

use crate::error::Result;
use crate::keys::signer::Signer;
use crate::keys::{hex, random};

const FORMAT: &str = "bedside-bundle-1";

/// A person's own keys.
pub(crate) struct Bundle {
    pub(crate) identity: Identity,
    pub(crate) signer: Signer,
}

#[derive(Deserialize)]
struct Plain<'a> {
    fmt: &'a str,
    age: &'a str,
    ed25519: &'a str,
}

impl Bundle {
    pub(crate) fn random() -> Result<Self> {
        let seed = Zeroizing::new(random::array::<32>()?);
        Ok(Self { identity: Identity::generate(), signer: Signer::from_seed(&seed) })
    }

    /// The age recipient (`age1...`) that the store key is sealed to.
    pub(crate) fn recipient(&self) -> String {
        self.identity.to_public().to_string()
    }

    pub(crate) fn signer_hex(&self) -> String {
        hex::encode(&self.signer.public())
    }

    pub(crate) fn to_text(&self) -> Zeroizing<String> {
        let identity = self.identity.to_string();
        let seed = Zeroizing::new(hex::encode(self.signer.seed().as_ref()));
        let mut text = Zeroizing::new(String::with_capacity(512));
        let _ = write!(
            text,
            r#"{{"age":"{}","ed25519":"{}","fmt":"{FORMAT}"}}"#,
            identity.expose_secret(),
            seed.as_str()
        );
        text
    }

    pub(crate) fn from_text(text: &[u8]) -> Option<Self> {
        let plain: Plain<'_> = serde_json::from_slice(text).ok()?;
        if plain.fmt != FORMAT {
            return None;
        }
        let mut seed = Zeroizing::new([0_u8; 32]);
        hex::decode_into(plain.ed25519, seed.as_mut())?;
        Some(Self { identity: plain.age.parse().ok()?, signer: Signer::from_seed(&seed) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_survives_its_text() {
        let bundle = Bundle::random().unwrap();
        let text = bundle.to_text();
        assert!(text.len() <= 512, "it must not have grown past its buffer");
        let back = Bundle::from_text(text.as_bytes()).unwrap();
        assert_eq!(back.recipient(), bundle.recipient());
        assert_eq!(back.signer_hex(), bundle.signer_hex());
        assert!(Bundle::from_text(b"{}").is_none());
    }
}
