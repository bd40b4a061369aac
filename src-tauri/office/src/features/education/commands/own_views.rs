//! What education tells those who write and set it up.

use serde::Serialize;
use ts_rs::TS;

use super::forms::LeafletForm;
use super::views::ReachView;
use crate::features::education::model::{LeafletState, Purpose, Setting};

/// A text of the office's own.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnRow {
    /// Its id.
    pub id: String,
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// What it is.
    pub purpose: Purpose,
    /// Where it stands.
    pub state: LeafletState,
    /// Its title.
    pub title: String,
    /// The version that is out; 0 before the first.
    pub version: u32,
    /// Whether the draft differs from what is out.
    pub changed: bool,
    /// When to check it again.
    pub review_by: Option<String>,
    /// Whether that day has come.
    pub review_due: bool,
    /// Whether it stands in for a shipped leaflet.
    pub adapted: bool,
    /// Whether the shipped leaflet has a newer version than the one it was adapted from.
    pub behind: bool,
}

/// A draft with what surrounds it.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftView {
    /// Its row.
    pub row: OwnRow,
    /// What it holds.
    pub form: LeafletForm,
}

/// A slot and how the office filled it in.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HelperEntry {
    /// The slot.
    pub slot: String,
    /// What patients read.
    pub name: String,
    /// What they do.
    pub does: String,
    /// The kinds of office that have it.
    pub settings: Vec<Setting>,
    /// How they are reached; null while nobody has filled it in.
    pub reach: Option<ReachView>,
    /// A public number that nobody here has confirmed.
    pub suggested_phone: Option<String>,
    /// A public site that nobody here has confirmed.
    pub suggested_web: Option<String>,
    /// How many leaflets name them.
    pub used_in: u32,
}

/// A figure a leaflet may quote.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LimitEntry {
    /// The rule.
    pub rule: String,
    /// The figure.
    pub figure: String,
    /// What it is.
    pub name: String,
    /// When the time starts.
    pub from: String,
    /// Where it is written.
    pub authority: String,
    /// Whether it was checked against a published source before it was shipped.
    pub published: bool,
    /// Who confirmed that it holds here.
    pub confirmed_by: Option<String>,
    /// When.
    pub confirmed_on: Option<String>,
    /// Titles of leaflets that quote it.
    pub used_in: Vec<String>,
}
