//! Random bytes. Keys always come from the operating system.

use crate::error::{Error, Result};
use crate::keys::hex;

/// A source of random bytes, so that a test can repeat what it was given.
pub trait Randomness {
    /// Fills the whole buffer.
    ///
    /// # Errors
    /// [`Error::Random`] when there is none to be had.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()>;
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl Randomness for OsRandom {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        fill(bytes)
    }
}

pub(crate) fn fill(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|_| Error::Random)
}

pub(crate) fn array<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// A public random name, `N` bytes as hex.
pub(crate) fn hex_id<const N: usize>() -> Result<String> {
    Ok(hex::encode(&array::<N>()?))
}
