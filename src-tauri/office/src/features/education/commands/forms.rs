//! What the window asks of education.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::features::cases::{CaseId, CaseKind};
use crate::features::education::model::{
    Audience, HandoutId, LeafletId, OfficeLeaflet, Point, Purpose, Setting, Topic, Way,
};
use crate::features::people::PersonId;
use crate::kernel::Id;
use crate::kernel::documents::Paper;
use crate::kernel::documents::TextSize;

/// Words to look for.
#[derive(Debug, Deserialize, TS)]
pub struct SearchLibrary {
    /// The words.
    pub text: String,
}

/// A leaflet by its name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeafletName {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
}

/// Which leaflet to read.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadLeaflet {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// The text that was handed out, to read it as it was then.
    #[ts(type = "Id | null")]
    pub text_id: Option<Id>,
}

/// A text being written, to be measured and shown.
#[derive(Debug, Deserialize, TS)]
pub struct CheckLeaflet {
    /// BCP 47 tag.
    pub language: String,
    /// What it is about.
    pub about: String,
    /// Markdown.
    pub body: String,
}

/// A leaflet of the office's own.
#[derive(Debug, Deserialize, TS)]
pub struct OneLeaflet {
    /// Its id.
    #[ts(type = "Id")]
    pub id: LeafletId,
}

/// A leaflet, policy or procedure as it is written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeafletForm {
    /// What it is.
    pub purpose: Purpose,
    /// BCP 47 tag.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What it is about, in one sentence.
    pub about: String,
    /// Its shelf.
    pub topic: Topic,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// The kinds of office it serves.
    pub settings: Vec<Setting>,
    /// The kinds of case that call for it.
    pub kinds: Vec<CaseKind>,
    /// The rights it speaks of.
    pub rights: Vec<String>,
    /// Words in a unit's name that call for it.
    pub units: Vec<String>,
    /// Keys of leaflets that go with it.
    pub related: Vec<String>,
    /// Where it comes from.
    pub sources: Vec<SourceForm>,
    /// What to ask back.
    pub key_points: Vec<KeyPointForm>,
    /// Who can help.
    pub who: Vec<WhoForm>,
    /// When it was last checked.
    pub reviewed: String,
    /// By whom.
    pub reviewer: Option<String>,
    /// When to check it again.
    pub review_by: Option<String>,
    /// For a translation: the version of the English text it says the same as.
    pub source_version: Option<u32>,
    /// An address to print with a square a phone can read.
    pub link: Option<String>,
    /// The words, as Markdown.
    pub body: String,
}

/// Where a leaflet's facts come from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SourceForm {
    /// What it is called.
    pub title: String,
    /// Where in it.
    pub citation: String,
    /// Who publishes it.
    pub publisher: String,
}

/// One thing the person should be able to say back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyPointForm {
    /// How to ask for it.
    pub ask: String,
    /// What a good answer holds.
    pub listen_for: String,
}

/// Somebody who can help.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WhoForm {
    /// The slot.
    pub slot: String,
    /// Why to turn to them.
    pub why: String,
}

/// A draft being saved.
#[derive(Debug, Deserialize, TS)]
pub struct WriteLeaflet {
    /// Which; absent begins a new one.
    #[ts(type = "Id | null")]
    pub id: Option<Id<OfficeLeaflet>>,
    /// For a new one in another language: the key of the leaflet it translates.
    pub key: Option<String>,
    /// What it holds.
    pub form: LeafletForm,
}

/// A leaflet to make one's own version of.
#[derive(Debug, Deserialize, TS)]
pub struct AdaptLeaflet {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
}

/// A draft to put out.
#[derive(Debug, Deserialize, TS)]
pub struct PublishLeaflet {
    /// Which.
    #[ts(type = "Id")]
    pub id: LeafletId,
    /// What is different in this version.
    pub changed: String,
}

/// A leaflet to take out of the library.
#[derive(Debug, Deserialize, TS)]
pub struct RetireLeaflet {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// Why.
    pub reason: String,
}

/// How somebody who can help is reached.
#[derive(Debug, Deserialize, TS)]
pub struct FillHelper {
    /// The slot.
    pub slot: String,
    /// What they are called here; absent keeps the shipped name.
    pub name: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Site.
    pub web: Option<String>,
    /// When they are there.
    pub hours: Option<String>,
}

/// A default that somebody says holds here, or takes back.
#[derive(Debug, Deserialize, TS)]
pub struct ConfirmLimit {
    /// The rule.
    pub rule: String,
    /// The figure.
    pub figure: String,
    /// Whether it holds.
    pub confirmed: bool,
}

/// The rights at stake in a case.
#[derive(Debug, Deserialize, TS)]
pub struct SetRights {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// Ids of rights.
    pub rights: Vec<String>,
}

/// Whose handouts.
#[derive(Debug, Deserialize, TS)]
pub struct WhichHandouts {
    /// Of this person.
    #[ts(type = "Id | null")]
    pub person: Option<PersonId>,
    /// In this case.
    #[ts(type = "Id | null")]
    pub case: Option<CaseId>,
}

/// The days of the register, both in it.
#[derive(Debug, Deserialize, TS)]
pub struct WhichDays {
    /// The first.
    pub from: String,
    /// The last.
    pub to: String,
}

/// Leaflets handed to somebody.
#[derive(Debug, Deserialize, TS)]
pub struct GiveLeaflets {
    /// To whom.
    #[ts(type = "Id")]
    pub person: PersonId,
    /// In which case, if in one.
    #[ts(type = "Id | null")]
    pub case: Option<CaseId>,
    /// Which.
    pub leaflets: Vec<GiveOne>,
    /// How.
    pub way: Way,
    /// When; absent is now.
    pub at: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// One leaflet that is handed out.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GiveOne {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// What the person said back, if it was asked.
    pub teach_back: Option<TeachBackForm>,
}

/// What somebody said back.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeachBackForm {
    /// Point by point.
    pub points: Vec<Point>,
    /// Whether an interpreter helped.
    pub interpreter: bool,
    /// Anything else.
    pub note: String,
    /// The day to go over it again; needed when a point is not understood yet.
    pub again_on: Option<String>,
}

/// A teach-back of a leaflet that was given before.
#[derive(Debug, Deserialize, TS)]
pub struct TeachBack {
    /// The handout.
    #[ts(type = "Id")]
    pub handout: HandoutId,
    /// What was said back.
    pub form: TeachBackForm,
}

/// Questions for one visit.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SheetForm {
    /// BCP 47 tag.
    pub language: String,
    /// What the visit is about.
    pub visit: Option<String>,
    /// The questions, in order.
    pub questions: Vec<String>,
}

/// What is put on paper: leaflets in order, or a sheet of questions.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Handing {
    /// The leaflets.
    pub leaflets: Vec<LeafletName>,
    /// The sheet; then there are no leaflets.
    pub sheet: Option<SheetForm>,
    /// The paper.
    pub paper: Paper,
    /// The size of text.
    pub size: TextSize,
}

/// Leaflets or a sheet to be printed.
#[derive(Debug, Deserialize, TS)]
pub struct PrintHanding {
    /// What.
    pub handing: Handing,
}

/// Leaflets or a sheet to be saved.
#[derive(Debug, Deserialize, TS)]
pub struct SaveHanding {
    /// What.
    pub handing: Handing,
    /// Where. Only from the command line; the window asks with the system's dialog.
    pub path: Option<String>,
}
