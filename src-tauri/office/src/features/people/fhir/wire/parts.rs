//! The pieces that resources are made of.

use serde::Deserialize;

use super::lax::{flag, many, one, text, texts};

/// A code with its words.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Coding {
    #[serde(deserialize_with = "text")]
    pub(crate) system: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) code: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) display: Option<String>,
}

/// One idea, in codes and in words.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Concept {
    #[serde(deserialize_with = "many")]
    pub(crate) coding: Vec<Coding>,
    #[serde(deserialize_with = "text")]
    pub(crate) text: Option<String>,
}

impl Concept {
    /// The codes, in their order.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        self.coding.iter().filter_map(|coding| coding.code.as_deref())
    }

    /// The words for it: its own text, else the first code that has words.
    pub(crate) fn words(&self) -> Option<&str> {
        let display = || self.coding.iter().find_map(|coding| coding.display.as_deref());
        self.text.as_deref().or_else(display)
    }
}

/// A start and an end, either of which may be missing.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Period {
    #[serde(deserialize_with = "text")]
    pub(crate) start: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) end: Option<String>,
}

/// A pointer to another resource.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Reference {
    #[serde(deserialize_with = "text")]
    pub(crate) reference: Option<String>,
    #[serde(deserialize_with = "one")]
    pub(crate) identifier: Option<Identifier>,
    #[serde(deserialize_with = "text")]
    pub(crate) display: Option<String>,
}

/// A number that names someone or something.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Identifier {
    #[serde(rename = "use", deserialize_with = "text")]
    pub(crate) usage: Option<String>,
    #[serde(rename = "type", deserialize_with = "one")]
    pub(crate) kind: Option<Concept>,
    #[serde(deserialize_with = "text")]
    pub(crate) system: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) value: Option<String>,
    #[serde(deserialize_with = "one")]
    pub(crate) period: Option<Period>,
}

/// A person's name in parts, as a whole, or both.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct HumanName {
    #[serde(rename = "use", deserialize_with = "text")]
    pub(crate) usage: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) text: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) family: Option<String>,
    #[serde(deserialize_with = "texts")]
    pub(crate) given: Vec<String>,
    #[serde(deserialize_with = "texts")]
    pub(crate) prefix: Vec<String>,
    #[serde(deserialize_with = "texts")]
    pub(crate) suffix: Vec<String>,
    #[serde(deserialize_with = "one")]
    pub(crate) period: Option<Period>,
}

/// A phone number, e-mail address or the like.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct ContactPoint {
    #[serde(deserialize_with = "text")]
    pub(crate) system: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) value: Option<String>,
    #[serde(rename = "use", deserialize_with = "text")]
    pub(crate) usage: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) rank: Option<String>,
    #[serde(deserialize_with = "one")]
    pub(crate) period: Option<Period>,
}

/// A postal address.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Address {
    #[serde(rename = "use", deserialize_with = "text")]
    pub(crate) usage: Option<String>,
    #[serde(rename = "type", deserialize_with = "text")]
    pub(crate) kind: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) text: Option<String>,
    #[serde(deserialize_with = "texts")]
    pub(crate) line: Vec<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) city: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) district: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) state: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) postal_code: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) country: Option<String>,
    #[serde(deserialize_with = "one")]
    pub(crate) period: Option<Period>,
}

/// Something a country, vendor or profile adds.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Extension {
    #[serde(deserialize_with = "text")]
    pub(crate) url: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) value_string: Option<String>,
    #[serde(deserialize_with = "flag")]
    pub(crate) value_boolean: Option<bool>,
    #[serde(deserialize_with = "one")]
    pub(crate) value_coding: Option<Coding>,
    #[serde(deserialize_with = "one")]
    pub(crate) value_codeable_concept: Option<Concept>,
    #[serde(deserialize_with = "many")]
    pub(crate) extension: Vec<Self>,
}

impl Extension {
    /// The words of its value, whichever kind of value it has.
    pub(crate) fn words(&self) -> Option<&str> {
        let concept = || self.value_codeable_concept.as_ref().and_then(Concept::words);
        let coding = || self.value_coding.as_ref().and_then(|coding| coding.display.as_deref());
        self.value_string.as_deref().or_else(concept).or_else(coding)
    }

    /// The first code of its value.
    pub(crate) fn code(&self) -> Option<&str> {
        let concept = || self.value_codeable_concept.as_ref().and_then(|c| c.codes().next());
        self.value_coding.as_ref().and_then(|coding| coding.code.as_deref()).or_else(concept)
    }
}
