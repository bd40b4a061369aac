//! From a passphrase to a key, slowly on purpose: Argon2id (RFC 9106).

use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use crate::error::{Error, Part, Result};
use crate::keys::hex;

const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 20;
const MOST_LANES: u32 = 16;

/// How hard a passphrase is to try. New slots never get less than 64 MiB and 3 passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    m_kib: u32,
    t: u32,
    p: u32,
}

impl Default for KdfParams {
    /// 64 MiB, 3 passes, 4 lanes: the second recommended choice of RFC 9106.
    fn default() -> Self {
        Self { m_kib: 64 * 1024, t: 3, p: 4 }
    }
}

impl KdfParams {
    /// Far too cheap for real use; it exists in tests only.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn for_tests() -> Self {
        Self { m_kib: 64, t: 1, p: 1 }
    }

    /// What a slot should have so that it is no weaker than `self` nor than it was.
    pub(crate) fn raise(self, stored: &StoredKdf) -> Option<Self> {
        let raised = Self {
            m_kib: self.m_kib.max(stored.m_kib),
            t: self.t.max(stored.t),
            p: if stored.m_kib < self.m_kib { self.p } else { stored.p },
        };
        (raised.m_kib > stored.m_kib || raised.t > stored.t).then_some(raised)
    }
}

/// The derivation a slot was made with, as its slot in the header tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredKdf {
    alg: String,
    v: u32,
    m_kib: u32,
    t: u32,
    p: u32,
    salt: String,
}

impl StoredKdf {
    pub(crate) fn new(params: KdfParams, salt: [u8; 16]) -> Self {
        Self {
            alg: String::from("argon2id"),
            v: 19,
            m_kib: params.m_kib,
            t: params.t,
            p: params.p,
            salt: hex::encode(&salt),
        }
    }

    /// Derives the key of a slot.
    ///
    /// A header that asks for absurd work is refused before any is done.
    pub(crate) fn derive(&self, passphrase: &[u8]) -> Result<Zeroizing<[u8; 32]>> {
        let salt: [u8; 16] = hex::decode(&self.salt).ok_or(Error::Damaged(Part::Header))?;
        derive(&self.params()?, passphrase, &salt)
    }

    /// What it costs to derive.
    pub(crate) fn cost(&self) -> KdfParams {
        KdfParams { m_kib: self.m_kib, t: self.t, p: self.p }
    }

    fn params(&self) -> Result<Params> {
        let sane = self.alg == "argon2id"
            && self.v == 19
            && self.m_kib <= MOST_MEMORY_KIB
            && self.t <= MOST_PASSES
            && self.p <= MOST_LANES;
        if !sane {
            return Err(Error::Damaged(Part::Header));
        }
        Params::new(self.m_kib, self.t, self.p, Some(32)).map_err(|_| Error::Damaged(Part::Header))
    }
}

fn derive(params: &Params, passphrase: &[u8], salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>> {
    let mut blocks: Vec<Block> = Vec::new();
    blocks.try_reserve_exact(params.block_count()).map_err(|_| Error::Memory)?;
    blocks.resize(params.block_count(), Block::default());
    let mut key = Zeroizing::new([0; 32]);
    let derived = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
        .hash_password_into_with_memory(passphrase, salt, key.as_mut(), &mut blocks);
    blocks.iter_mut().for_each(Zeroize::zeroize);
    derived.map(|()| key).map_err(|_| Error::Bug("argon2"))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn argon2id_gives_the_vector_of_rfc_9106() {
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .output_len(32)
            .build()
            .unwrap();
        let argon2 =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut tag = [0_u8; 32];
        argon2.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
        assert_eq!(
            hex::encode(&tag),
            "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
        );
    }

    #[test]
    fn the_default_is_the_one_we_promise_and_gives_what_the_reference_program_gives() {
        let stored = StoredKdf::new(KdfParams::default(), *b"somesaltsomesalt");
        assert_eq!((stored.m_kib, stored.t, stored.p), (65_536, 3, 4));
        let key = stored.derive(b"password password").unwrap();
        assert_eq!(hex::encode(key.as_ref()), REFERENCE);
    }

    /// `argon2_cffi` 25.1 (the C reference): 64 MiB, 3 passes, 4 lanes.
    const REFERENCE: &str = "634235f201b0205999fc595de7825ad7257c58c2ed701c7077427acd4fdea78d";

    #[test]
    fn absurd_work_is_refused_before_it_starts() {
        let fair = StoredKdf::new(KdfParams::for_tests(), [1; 16]);
        let hostile = [
            StoredKdf { m_kib: MOST_MEMORY_KIB + 1, ..fair.clone() },
            StoredKdf { m_kib: u32::MAX, ..fair.clone() },
            StoredKdf { t: MOST_PASSES + 1, ..fair.clone() },
            StoredKdf { t: 0, ..fair.clone() },
            StoredKdf { p: MOST_LANES + 1, ..fair.clone() },
            StoredKdf { p: 0, ..fair.clone() },
            StoredKdf { m_kib: 8, p: 4, ..fair.clone() },
            StoredKdf { v: 16, ..fair.clone() },
            StoredKdf { alg: String::from("argon2d"), ..fair.clone() },
            StoredKdf { salt: String::from("00"), ..fair.clone() },
        ];
        let start = Instant::now();
        for stored in hostile {
            let refusal = stored.derive(b"any").unwrap_err();
            assert!(matches!(refusal, Error::Damaged(Part::Header)), "{stored:?}");
        }
        assert!(start.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn parameters_only_ever_rise() {
        let target = KdfParams::default();
        let weak = StoredKdf::new(KdfParams::for_tests(), [0; 16]);
        assert_eq!(target.raise(&weak), Some(target));
        assert_eq!(target.raise(&StoredKdf::new(target, [0; 16])), None);
        let strong = KdfParams { m_kib: 256 * 1024, t: 2, p: 1 };
        let raised = target.raise(&StoredKdf::new(strong, [0; 16])).unwrap();
        assert_eq!(raised, KdfParams { m_kib: 256 * 1024, t: 3, p: 1 });
    }
}
