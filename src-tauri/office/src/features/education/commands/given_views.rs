//! What education tells of what was given.

use serde::Serialize;
use ts_rs::TS;

use super::forms::{KeyPointForm, LeafletName};
use crate::features::cases::DueState;
use crate::features::education::model::{Point, Way};

/// A leaflet that was given.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandoutView {
    /// Its id.
    pub id: String,
    /// To whom.
    pub person: String,
    /// What they are called.
    pub person_name: String,
    /// In which case.
    pub case: Option<String>,
    /// The leaflet.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// The version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// The text as it was given.
    pub text_id: String,
    /// How.
    pub way: Way,
    /// When.
    pub given_at: String,
    /// By whom.
    pub given_by: String,
    /// Anything else.
    pub note: String,
    /// The version that is out now, when it is another.
    pub newer: Option<u32>,
    /// What to ask back.
    pub key_points: Vec<KeyPointForm>,
    /// What was said back, the latest first.
    pub teach_backs: Vec<TeachBackView>,
    /// The day to go over it again, while something is open.
    pub again_on: Option<String>,
    /// How that day stands.
    pub again_state: Option<DueState>,
    /// Days until then; negative when it has passed.
    pub again_days: Option<i32>,
}

/// What somebody said back.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeachBackView {
    /// Its id.
    pub id: String,
    /// When.
    pub at: String,
    /// Who asked.
    pub by: String,
    /// Point by point.
    pub points: Vec<Point>,
    /// Whether an interpreter helped.
    pub interpreter: bool,
    /// Anything else.
    pub note: String,
}

/// What somebody has had, and what would fit.
#[derive(Debug, Serialize, TS)]
pub struct GivenView {
    /// What was given, the latest first.
    pub handouts: Vec<HandoutView>,
    /// What the case calls for. None without a case.
    pub suggestions: Vec<SuggestionView>,
    /// The rights at stake in the case.
    pub rights: Vec<String>,
    /// The language the person reads, if it is known.
    pub reads: Option<String>,
}

/// A leaflet that a case calls for.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SuggestionView {
    /// The leaflet, in the language the person reads where there is one.
    pub leaflet: LeafletName,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Whether the kind of case calls for it.
    pub by_kind: bool,
    /// The rights at stake that it speaks of.
    pub by_rights: Vec<String>,
    /// Whether the unit calls for it.
    pub by_unit: bool,
}

/// A leaflet to go over again with somebody.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpView {
    /// The handout.
    pub handout: String,
    /// With whom.
    pub person: String,
    /// What they are called.
    pub person_name: String,
    /// In which case.
    pub case: Option<String>,
    /// Its number.
    pub case_number: Option<String>,
    /// The leaflet's title.
    pub title: String,
    /// What is not understood yet.
    pub open: Vec<String>,
    /// The day.
    pub on: String,
    /// How that day stands.
    pub state: DueState,
    /// Days until then; negative when it has passed.
    pub days: i32,
}

/// What was given between two days.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterView {
    /// How many handouts.
    pub given: u32,
    /// To how many people.
    pub people: u32,
    /// How many had a teach-back.
    pub taught: u32,
    /// Of those, how many are still open.
    pub not_yet: u32,
    /// By leaflet.
    pub leaflets: Vec<RegisterRow>,
    /// By topic.
    pub topics: Vec<GroupCount>,
    /// By language.
    pub languages: Vec<GroupCount>,
    /// By unit of the case; empty where there was none.
    pub units: Vec<GroupCount>,
    /// By way of giving.
    pub ways: Vec<GroupCount>,
}

/// One leaflet in the register.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterRow {
    /// The leaflet.
    pub key: String,
    /// Its title.
    pub title: String,
    /// How often it was given.
    pub given: u32,
    /// How often with a teach-back.
    pub taught: u32,
    /// How many of those are still open.
    pub not_yet: u32,
}

/// How many of one sort.
#[derive(Debug, Serialize, TS)]
pub struct GroupCount {
    /// The code or the words.
    pub name: String,
    /// How many.
    pub count: u32,
}
