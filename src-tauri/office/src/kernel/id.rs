//! Typed ids. Each is a UUIDv7; integers never leave the laptop.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Mutex;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;
use uuid::{ContextV7, Timestamp, Uuid};

use super::error::{Error, Result};

/// The id of one `T`. Two kinds of id cannot be mixed up.
pub struct Id<T = ()> {
    uuid: Uuid,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Reads an id from its text form.
    pub fn parse(text: &str) -> Result<Self> {
        Uuid::from_str(text)
            .map(Self::from_uuid)
            .map_err(|cause| Error::invalid("id", "This is not one of our ids.").caused_by(cause))
    }

    /// Wraps a UUID.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self { uuid, kind: PhantomData }
    }

    /// The bare UUID.
    pub const fn uuid(&self) -> Uuid {
        self.uuid
    }

    /// The same id, seen as the id of another kind of record.
    pub const fn cast<U>(&self) -> Id<U> {
        Id::from_uuid(self.uuid)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(&self.uuid)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::from_uuid)
    }
}
impl<T: 'static> TS for Id<T> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        "string".into()
    }
    fn inline(_: &ts_rs::Config) -> String {
        "string".into()
    }
}

/// Where new ids come from: the time and a source of randomness that is handed in.
pub struct Ids {
    state: Mutex<State>,
}

struct State {
    context: ContextV7,
    seed: Option<u64>,
}

impl Ids {
    /// Ids with real randomness.
    pub fn random() -> Self {
        Self { state: Mutex::new(State { context: ContextV7::new(), seed: None }) }
    }

    /// Ids that repeat from run to run. For tests and the sample office.
    pub fn seeded(seed: u64) -> Self {
        Self { state: Mutex::new(State { context: ContextV7::new(), seed: Some(seed) }) }
    }

    /// A new id made at `now`; later ids sort after earlier ones.
    pub fn next<T>(&self, now: DateTime<Utc>) -> Id<T> {
        let millis = now.timestamp_millis();
        let mut state = match self.state.lock() {
            Ok(state) => state,
            Err(poisoned) => poisoned.into_inner(),
        };
        if let Some(seed) = state.seed.as_mut() {
            // SplitMix64: the counter half keeps the order, the mixed half keeps them apart.
            *seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = *seed;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            let bytes = (u128::from(*seed) << 64 | u128::from(mixed ^ (mixed >> 31))).to_be_bytes();
            let [a, b, c, d, e, f, g, h, i, j, ..] = bytes;
            let millis = u64::try_from(millis).unwrap_or_default();
            let uuid =
                uuid::Builder::from_unix_timestamp_millis(millis, &[a, b, c, d, e, f, g, h, i, j]);
            return Id::from_uuid(uuid.into_uuid());
        }
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        let stamp = Timestamp::from_unix(&state.context, seconds, now.timestamp_subsec_nanos());
        Id::from_uuid(Uuid::new_v7(stamp))
    }
}
