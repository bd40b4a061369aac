//! A box only its key opens: XChaCha20-Poly1305 with a random 24-byte nonce.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::keys::{hex, random};

/// A sealed box as it stands in the header.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Sealed {
    aead: String,
    nonce: String,
    #[serde(rename = "box")]
    boxed: String,
}

const AEAD: &str = "xchacha20poly1305";

impl Sealed {
    /// Seals `plain`; `context` must be the same again when it is opened.
    pub(crate) fn seal(key: &[u8; 32], plain: &[u8], context: &str) -> Result<Self> {
        let nonce = random::array::<24>()?;
        let boxed = cipher(key)
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: context.as_bytes() })
            .map_err(|_| Error::Bug("seal"))?;
        Ok(Self {
            aead: String::from(AEAD),
            nonce: hex::encode(&nonce),
            boxed: hex::encode(&boxed),
        })
    }

    /// `None` when the key, the context or the box is not the one it was sealed with.
    pub(crate) fn open(&self, key: &[u8; 32], context: &str) -> Option<Zeroizing<Vec<u8>>> {
        if self.aead != AEAD {
            return None;
        }
        let nonce: [u8; 24] = hex::decode(&self.nonce)?;
        let boxed = hex::decode_vec(&self.boxed)?;
        let payload = Payload { msg: &boxed, aad: context.as_bytes() };
        cipher(key).decrypt(XNonce::from_slice(&nonce), payload).ok().map(Zeroizing::new)
    }
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xchacha_gives_the_vector_of_the_draft() {
        // draft-irtf-cfrg-xchacha-03, appendix A.3.1
        let key: [u8; 32] = std::array::from_fn(|n| 0x80 + u8::try_from(n).unwrap());
        let nonce: [u8; 24] = std::array::from_fn(|n| 0x40 + u8::try_from(n).unwrap());
        let aad: [u8; 12] = hex::decode("50515253c0c1c2c3c4c5c6c7").unwrap();
        let msg = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip \
                    for the future, sunscreen would be it.";
        let boxed =
            cipher(&key).encrypt(XNonce::from_slice(&nonce), Payload { msg, aad: &aad }).unwrap();
        assert!(hex::encode(&boxed).starts_with("bd6d179d3e83d43b9576579493c0e939"));
        assert!(hex::encode(&boxed).ends_with("c0875924c1c7987947deafd8780acf49"));
    }

    #[test]
    fn another_key_context_or_box_does_not_open() {
        let sealed = Sealed::seal(&[1; 32], b"plain", "here").unwrap();
        assert_eq!(sealed.open(&[1; 32], "here").unwrap().as_slice(), b"plain");
        assert!(sealed.open(&[2; 32], "here").is_none());
        assert!(sealed.open(&[1; 32], "there").is_none());
        let other = Sealed::seal(&[1; 32], b"plain", "here").unwrap();
        assert!(Sealed { nonce: other.nonce, ..sealed }.open(&[1; 32], "here").is_none());
    }
}
