//! Slots: the ways into an office. The header keeps them; kinds we don't know stay as they are.

pub(crate) mod keyring;
pub(crate) mod passphrase;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::keys::hex;

const TAG_LABEL: &[u8] = b"bedside-slot-1";

/// Finds a person's slot from the name they type, without the header holding the name.
///
/// Four bytes of a hash: enough to find one slot among a few hundred, and no list of names.
pub(crate) fn tag(store_id: &str, name: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(TAG_LABEL);
    hash.update(store_id.as_bytes());
    hash.update(fold(name).as_bytes());
    hex::encode(&hash.finalize().into_iter().take(4).collect::<Vec<u8>>())
}

/// The same name however it is typed: compatibility forms, case and spaces don't count.
pub(crate) fn fold(name: &str) -> String {
    let plain: String = name.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_typed() {
        let name = tag("5a", "Zoë Ångström");
        for typed in [
            "zoë ångström",
            "  ZOË\u{a0} \tÅNGSTRÖM ",
            "Zoe\u{308} A\u{30a}ngstro\u{308}m",
            "Ｚoë Ångström",
        ] {
            assert_eq!(tag("5a", typed), name, "{typed}");
        }
        assert_ne!(tag("5a", "Zoe Angstrom"), name, "another name may belong to someone else");
        assert_ne!(tag("5b", "Zoë Ångström"), name, "a tag says nothing about another office");
        assert_eq!(name.len(), 8);
    }
}
