//! Text that must not be seen again: passphrases and keys.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

/// A passphrase or key. It is wiped when dropped and can be neither printed, copied nor serialized.
///
/// `Secret::from(String)` takes over the very buffer it is given, so nothing is left behind.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Secret(String);

impl Secret {
    /// The text itself. Keep the borrow short and copy nothing out of it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_takes_over_the_buffer_it_is_given() {
        let text = String::from("wide meadow copper lantern");
        let place = text.as_ptr();
        assert_eq!(Secret::from(text).expose().as_ptr(), place);
    }

    #[test]
    fn a_secret_prints_nothing_of_itself() {
        let printed = format!("{:?}", Secret::from(String::from("wide meadow")));
        assert!(!printed.contains("meadow"), "{printed}");
    }
}
