//! A leaflet: what stands in its front matter, and its words.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml::value::Datetime;

use super::codes::{Audience, LeafletState, Purpose, Setting, Topic};
use crate::features::cases::CaseKind;
use crate::kernel::Id;

/// Marks the id of a leaflet the office wrote or adapted.
pub struct OfficeLeaflet;

/// The id of a leaflet the office wrote or adapted.
pub type LeafletId = Id<OfficeLeaflet>;

/// A leaflet in one language, as it is read and handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaflet {
    /// The name all its versions and languages share, such as `getting-your-record`.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// Counted from 1.
    pub version: u32,
    /// What it is.
    pub purpose: Purpose,
    /// Where it stands.
    pub state: LeafletState,
    /// Its title.
    pub title: String,
    /// Everything else about it.
    pub front: Front,
    /// The words, as Markdown.
    pub body: String,
}

/// What is told about a leaflet besides its title and words. The same in the files that are
/// shipped and in what the office writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Front {
    /// What it is about, in one sentence.
    pub about: String,
    /// Its shelf.
    #[serde(deserialize_with = "dashed", default = "of_the_office")]
    pub topic: Topic,
    /// Whom it is for.
    #[serde(deserialize_with = "dashed_each", default)]
    pub audiences: Vec<Audience>,
    /// The kinds of office it serves.
    #[serde(default)]
    pub profiles: Vec<Setting>,
    /// The kinds of case that call for it.
    #[serde(default)]
    pub kinds: Vec<CaseKind>,
    /// The rights it speaks of: ids of `rights.toml`.
    #[serde(default)]
    pub rights: Vec<String>,
    /// Words in the name of a unit that call for it.
    #[serde(default)]
    pub units: Vec<String>,
    /// Keys of leaflets that go with it.
    #[serde(default)]
    pub related: Vec<String>,
    /// When somebody last checked that it is right.
    pub reviewed: ShippedDay,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// What to ask back.
    #[serde(default)]
    pub key_points: Vec<KeyPoint>,
    /// Who can help.
    #[serde(default)]
    pub who: Vec<Helper>,
    /// What changed from version to version.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// For a translation: the version of the English text it says the same as.
    #[serde(default)]
    pub source_version: Option<u32>,
    /// An address to print with a square a phone can read, if the office wants one.
    #[serde(default)]
    pub link: Option<String>,
}

/// A leaflet of the office's own as it was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// What it is.
    pub purpose: Purpose,
    /// BCP 47 tag.
    pub language: String,
    /// Its title.
    pub title: String,
    /// Everything else about it.
    pub front: Front,
    /// The words, as Markdown.
    pub body: String,
    /// Who checked it.
    pub reviewer: Option<String>,
    /// When to check it again.
    pub review_by: Option<String>,
}

/// A day as it stands in front matter: bare in TOML, text in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShippedDay(pub NaiveDate);

/// Where a leaflet's facts come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is called.
    pub title: String,
    /// Where in the law or the publication.
    pub citation: String,
    /// Who publishes it.
    #[serde(default)]
    pub publisher: String,
}

/// One thing the person should be able to say back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyPoint {
    /// How to ask for it. Never "do you understand?".
    pub ask: String,
    /// What a good answer holds.
    pub listen_for: String,
}

/// Somebody who can help, by the slot the office fills in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helper {
    /// Id of `slots.toml`.
    pub slot: String,
    /// Why to turn to them, in one sentence.
    pub why: String,
}

/// What a version changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The version.
    pub version: u32,
    /// When it came out.
    pub on: ShippedDay,
    /// What is different.
    pub what: String,
}

impl<'de> Deserialize<'de> for ShippedDay {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Bare(Datetime),
            Text(String),
        }
        let text = match Written::deserialize(from)? {
            Written::Bare(day) => day.to_string(),
            Written::Text(text) => text,
        };
        let wrong = || serde::de::Error::custom("write a day as 2026-11-22");
        text.parse().map(Self).map_err(|_| wrong())
    }
}

impl Serialize for ShippedDay {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

const fn of_the_office() -> Topic {
    Topic::Office
}

/// Reads a code whose words may be joined by `-`, as people write them in files.
fn dashed<'de, D: Deserializer<'de>>(from: D) -> Result<Topic, D::Error> {
    let text = String::deserialize(from)?;
    Topic::parse(&text.replace('-', "_"))
        .ok_or_else(|| serde::de::Error::custom("there is no such topic"))
}

fn dashed_each<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Audience>, D::Error> {
    let texts = Vec::<String>::deserialize(from)?;
    texts
        .iter()
        .map(|text| {
            Audience::parse(&text.replace('-', "_"))
                .ok_or_else(|| serde::de::Error::custom("there is no such audience"))
        })
        .collect()
}
