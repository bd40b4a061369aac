//! What education tells the window.

use serde::Serialize;
use ts_rs::TS;

use super::forms::KeyPointForm;
use crate::features::cases::CaseKind;
use crate::features::education::model::{Audience, LeafletState, Origin, Purpose, Setting, Topic};

/// The library: every leaflet in every language, small enough to filter in the window.
#[derive(Debug, Serialize, TS)]
pub struct LibraryView {
    /// The leaflets, by number, then title.
    pub rows: Vec<LeafletRow>,
    /// What kind of office this is: its leaflets are shown first.
    pub setting: Setting,
    /// The rights there are.
    pub rights: Vec<RightView>,
    /// Files that could not be read, each named by file, line and field.
    pub mistakes: Vec<String>,
}

/// A leaflet in the library.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeafletRow {
    /// The name all its versions and languages share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Its shelf.
    pub topic: Topic,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// The kinds of office it serves; none is all.
    pub settings: Vec<Setting>,
    /// The kinds of case that call for it.
    pub kinds: Vec<CaseKind>,
    /// What it is.
    pub purpose: Purpose,
    /// Whose words.
    pub origin: Origin,
    /// The version that is out.
    pub version: u32,
    /// When it was last checked.
    pub reviewed: String,
    /// Whether it is time to check it again.
    pub review_due: bool,
    /// Whether it is a translation of an older version.
    pub behind: bool,
    /// The other languages it is in.
    pub languages: Vec<String>,
    /// Whether it was taken out of the library.
    pub retired: bool,
}

/// A right that a case can have at stake.
#[derive(Debug, Serialize, TS)]
pub struct RightView {
    /// A name that never changes.
    pub id: String,
    /// What people read.
    pub name: String,
}

/// A leaflet that holds the words looked for.
#[derive(Debug, Serialize, TS)]
pub struct FoundLeaflet {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// The line the words are in, when they are not in the title.
    pub line: Option<String>,
}

/// A block of a leaflet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LeafletBlock {
    /// A heading.
    Heading {
        /// 2 or 3.
        level: u8,
        /// The words.
        text: Vec<LeafletInline>,
    },
    /// Running text.
    Paragraph {
        /// The words.
        text: Vec<LeafletInline>,
    },
    /// Points, or steps.
    List {
        /// Whether they are numbered.
        ordered: bool,
        /// The points.
        items: Vec<Vec<LeafletBlock>>,
    },
    /// Rows under a head.
    Table {
        /// The headings.
        head: Vec<Vec<LeafletInline>>,
        /// The rows.
        rows: Vec<Vec<Vec<LeafletInline>>>,
    },
    /// Words of somebody else.
    Quote {
        /// What they said.
        blocks: Vec<LeafletBlock>,
    },
}

/// A piece of a leaflet's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LeafletInline {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// Words that carry the sentence.
    Strong {
        /// The words.
        text: Vec<LeafletInline>,
    },
    /// Words said with a different voice.
    Emphasis {
        /// The words.
        text: Vec<LeafletInline>,
    },
    /// A time limit or amount of law.
    Limit {
        /// The words with the number.
        text: String,
        /// What a patient reads instead while it is unverified.
        without: Option<String>,
        /// The rule.
        rule: String,
        /// Whether it is a default that nobody here has confirmed.
        unverified: bool,
    },
    /// A word of the glossary.
    Term {
        /// Its id there.
        id: String,
        /// The words as they stand.
        text: String,
    },
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: Vec<LeafletInline>,
        /// Where.
        target: String,
    },
    /// A new line.
    Break,
}

/// A leaflet to be read.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeafletView {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// The version.
    pub version: u32,
    /// What it is.
    pub purpose: Purpose,
    /// Whose words.
    pub origin: Origin,
    /// Where it stands.
    pub state: LeafletState,
    /// The office's own record of it, if there is one.
    pub own: Option<String>,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Its shelf.
    pub topic: Topic,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// The text.
    pub blocks: Vec<LeafletBlock>,
    /// Who can help.
    pub who: Vec<HelperView>,
    /// What to ask back.
    pub key_points: Vec<KeyPointForm>,
    /// The questions a person could ask.
    pub questions: Vec<String>,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
    /// The figures of law in it.
    pub limits: Vec<LimitView>,
    /// When it was last checked.
    pub reviewed: String,
    /// By whom.
    pub reviewer: Option<String>,
    /// Whether it is time to check it again.
    pub review_due: bool,
    /// What changed, the latest first.
    pub changes: Vec<ChangeView>,
    /// Leaflets that go with it.
    pub related: Vec<RelatedView>,
    /// The same leaflet in other languages.
    pub translations: Vec<TranslationView>,
    /// Whether it is a translation of an older version.
    pub behind: bool,
    /// An address that is printed with it.
    pub link: Option<String>,
    /// What was typed and is not shown as typed.
    pub left_out: Vec<LeftOutView>,
}

/// Somebody who can help, as this leaflet names them.
#[derive(Debug, Serialize, TS)]
pub struct HelperView {
    /// The slot.
    pub slot: String,
    /// What they are called.
    pub name: String,
    /// Why to turn to them.
    pub why: String,
    /// How they are reached; null while nobody has filled it in.
    pub reach: Option<ReachView>,
}

/// How somebody is reached.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReachView {
    /// What they are called here.
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

/// Where facts come from.
#[derive(Debug, Serialize, TS)]
pub struct SourceView {
    /// What it is called.
    pub title: String,
    /// Where in it.
    pub citation: String,
    /// Who publishes it.
    pub publisher: String,
}

/// A figure of law in a leaflet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LimitView {
    /// The rule.
    pub rule: String,
    /// The words in the leaflet.
    pub words: String,
    /// What the figure is.
    pub name: String,
    /// When the time starts.
    pub from: String,
    /// Where it is written.
    pub authority: String,
    /// Whether it is a default that nobody here has confirmed.
    pub unverified: bool,
}

/// What a version changed.
#[derive(Debug, Serialize, TS)]
pub struct ChangeView {
    /// The version.
    pub version: u32,
    /// When it came out.
    pub on: String,
    /// What is different.
    pub what: String,
}

/// A leaflet that goes with another.
#[derive(Debug, Serialize, TS)]
pub struct RelatedView {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// Its title.
    pub title: String,
}

/// The same leaflet in another language.
#[derive(Debug, Serialize, TS)]
pub struct TranslationView {
    /// BCP 47 tag.
    pub language: String,
    /// Its title there.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// Whether it is a translation of an older version.
    pub behind: bool,
}

/// Something typed that is not shown as typed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeftOutView {
    /// The line, counted from 1.
    pub line: u32,
    /// What it was and what became of it.
    pub what: String,
}

/// A hard word and what it means.
#[derive(Debug, Serialize, TS)]
pub struct TermView {
    /// A name that never changes.
    pub id: String,
    /// BCP 47 tag.
    pub language: String,
    /// The word.
    pub term: String,
    /// Other ways to write it.
    pub also: Vec<String>,
    /// What it means.
    pub means: String,
}

/// Questions to ask, in one language.
#[derive(Debug, Serialize, TS)]
pub struct QuestionsView {
    /// BCP 47 tag.
    pub language: String,
    /// By kind of visit.
    pub visits: Vec<VisitView>,
}

/// Questions for one kind of visit.
#[derive(Debug, Serialize, TS)]
pub struct VisitView {
    /// A name that never changes.
    pub id: String,
    /// What people read.
    pub title: String,
    /// The questions.
    pub questions: Vec<String>,
}

/// How a text being written reads.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// The text as it will be shown.
    pub blocks: Vec<LeafletBlock>,
    /// What was typed and is not shown as typed.
    pub left_out: Vec<LeftOutView>,
    /// The figures of law in it.
    pub limits: Vec<LimitView>,
    /// Marks whose figure the rule does not have, as they were typed.
    pub strange_limits: Vec<String>,
    /// How hard it is to read; null where the language has no measure.
    pub measure: Option<MeasureView>,
}

/// How hard a text is to read.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasureView {
    /// How many words.
    pub words: u32,
    /// How many sentences.
    pub sentences: u32,
    /// Flesch-Kincaid grade.
    pub grade: Option<f64>,
    /// SMOG grade; null under 30 sentences.
    pub smog: Option<f64>,
    /// Flesch reading ease.
    pub ease: Option<f64>,
    /// Whether the text is long enough for the figures to mean anything: 100 words.
    pub reliable: bool,
    /// Sentences of more than 20 words.
    pub long_sentences: Vec<LongSentenceView>,
    /// Words of three syllables or more, and words with a plainer one.
    pub hard_words: Vec<HardWordView>,
}

/// A sentence that is hard to follow.
#[derive(Debug, Serialize, TS)]
pub struct LongSentenceView {
    /// The sentence.
    pub text: String,
    /// How many words.
    pub words: u32,
}

/// A word that is hard to read.
#[derive(Debug, Serialize, TS)]
pub struct HardWordView {
    /// The word.
    pub word: String,
    /// How often it stands there.
    pub times: u32,
    /// A plainer one.
    pub plain: Option<String>,
}
