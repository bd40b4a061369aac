//! The keys of an office, and nothing else.
//!
//! An office is a folder. This crate creates it, opens it with a person's name and
//! passphrase, and hands out the one key that opens the database. It knows nothing about
//! patients, cases or windows, reads no clock and opens no socket.
//!
//! `README.md` beside this crate has the threat model, the key hierarchy and the file formats.

pub mod anchors;
mod canonical;
mod error;
pub mod files;
mod header;
pub mod host;
mod keys;
mod open;
pub mod passphrase;
mod place;
mod secret;
mod slots;
#[cfg(test)]
mod tests;
mod throttle;
mod vault;

pub use error::{Error, KeyringTrouble, Part, Result, UnfitPlace, WeakPassphrase};
pub use keys::kdf::KdfParams;
pub use keys::random::{OsRandom, Randomness};
pub use keys::signer::{Signer, verify};
pub use open::{Open, OpenedBy, PassphraseChange};
pub use secret::Secret;
pub use vault::{Moment, NewOffice, State, Vault};
