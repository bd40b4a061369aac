//! The document tree: everything that leaves the office is this before it is a file.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::text::is_direction_mark;

/// One document: a summary, a letter, a leaflet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language it is written in, as a BCP 47 tag such as `en-US`.
    pub language: String,
    /// The office's own lines above everything: its name, phone, address. Empty when the head
    /// block tells whose paper it is.
    pub letterhead: Vec<String>,
    /// The heading, and the name a PDF reader shows. Never holds a patient's name.
    pub title: String,
    /// What a stranger who finds the paper needs to know. Empty when anybody may read it.
    pub confidential: String,
    /// One sentence under the title that says what this is about. May be empty.
    pub lead: String,
    /// The lines that say what this paper is, whose, and who made it when.
    pub head: Vec<Fact>,
    /// Whether the list of parts is printed too: a stack of papers needs one, a letter does not.
    pub contents: bool,
    /// The document itself, in reading order.
    pub sections: Vec<Section>,
    /// The line at the foot of every page.
    pub foot: String,
    /// The paper it is laid out for.
    pub paper: Paper,
    /// How large its text is.
    pub size: TextSize,
    /// How it sits on the paper.
    pub layout: Layout,
}

/// How a document sits on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// With room around it, to be filed and read closely; it says where it ends.
    Record,
    /// Closer together, to be handed over as one sheet.
    Leaflet,
}

/// How large the body text is on paper, in points. Larger text is set anew, not zoomed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum TextSize {
    /// Ordinary text.
    #[serde(rename = "12")]
    Twelve,
    /// A little larger: copies for patients.
    #[serde(rename = "14")]
    Fourteen,
    /// Large print.
    #[serde(rename = "18")]
    Eighteen,
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// US Letter.
    Letter,
    /// ISO A4.
    A4,
}

impl Paper {
    /// Reads the name of a paper size; anything else is US Letter.
    pub fn parse(name: &str) -> Self {
        if name == "a4" { Self::A4 } else { Self::Letter }
    }

    /// The name of the size, as stored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::A4 => "a4",
        }
    }
}

/// A term and what it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What is told, such as "Received".
    pub term: String,
    /// What it is. Line breaks are kept.
    pub value: String,
}

/// One part of a document under its own heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// A name that stays the same in every language, such as `contacts`.
    pub id: String,
    /// What the reader sees above it.
    pub heading: String,
    /// Where it stands.
    pub rank: Rank,
    /// Its own language when that is not the document's, as a BCP 47 tag.
    pub language: Option<String>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Where a section stands in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// On its own.
    Plain,
    /// It opens a paper of a stack: a page of its own, a line in the contents.
    Opening,
    /// It belongs to the opening before it.
    Under,
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading inside the section.
    Heading(String),
    /// Running text. Line breaks are kept.
    Paragraph(Vec<Inline>),
    /// Terms and their values.
    Facts(Vec<Fact>),
    /// Points, or steps with numbers. Each may hold several blocks, lists among them.
    List {
        /// Whether they are numbered.
        ordered: bool,
        /// The points.
        rows: Vec<Vec<Block>>,
    },
    /// Rows under a head.
    Table(Table),
    /// Words beside the matter: what was left out, what nobody has confirmed.
    Note(String),
    /// A line to write on, after these words.
    Line(String),
    /// A square of dark and light cells that a phone can read, and what it leads to.
    Code {
        /// Cells on each side.
        side: usize,
        /// The dark cells, as runs of `(column, row, length)`.
        dark: Vec<(usize, usize, usize)>,
        /// What it leads to, for those who cannot scan it.
        words: String,
    },
}

/// Rows under a head, with a caption that stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// One heading for each column.
    pub head: Vec<String>,
    /// The rows. The first cell names the row; a missing cell is an empty one.
    pub rows: Vec<Vec<String>>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that carry the sentence.
    Strong(String),
    /// Words said with a different voice.
    Emphasis(String),
}

impl Fact {
    /// `term`: `value`.
    pub fn new(term: impl Into<String>, value: impl Into<String>) -> Self {
        Self { term: term.into(), value: value.into() }
    }
}

impl Section {
    /// A section of `blocks`.
    pub fn new(id: impl Into<String>, heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { id: id.into(), heading: heading.into(), rank: Rank::Plain, language: None, blocks }
    }
}

impl Block {
    /// Running text in one voice.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Paragraph(vec![Inline::Text(words.into())])
    }

    /// What a person typed, one block for each paragraph, so that pages can break between them.
    pub fn paragraphs(typed: &str) -> Vec<Self> {
        typed
            .split("\n\n")
            .map(|paragraph| paragraph.trim_matches('\n'))
            .filter(|paragraph| !paragraph.trim().is_empty())
            .map(Self::text)
            .collect()
    }

    /// Points in no order, each one line of words.
    pub fn points(rows: impl IntoIterator<Item = String>) -> Self {
        Self::List {
            ordered: false,
            rows: rows.into_iter().map(|row| vec![Self::text(row)]).collect(),
        }
    }

    /// A table; `head` has one heading for each column.
    pub fn table<const N: usize>(
        caption: impl Into<String>,
        head: [&str; N],
        rows: Vec<[String; N]>,
    ) -> Self {
        Self::Table(Table {
            caption: caption.into(),
            head: head.map(str::to_owned).to_vec(),
            rows: rows.into_iter().map(Vec::from).collect(),
        })
    }
}

/// `text` with every character that acts unseen spelled out, such as `[U+202E]`.
///
/// Marks that change direction can make a line read as something it does not say, and most control
/// characters may not stand in HTML at all. Line breaks and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts_unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\u{2028}' | '\u{2029}' => shown.push('\n'),
            _ if acts_unseen(c) => {
                // Writing to a string cannot fail.
                let _ = write!(shown, "[U+{:04X}]", u32::from(c));
            }
            _ => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

fn acts_unseen(c: char) -> bool {
    is_direction_mark(c)
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
        || (c.is_control() && !matches!(c, '\n' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_change_direction_are_spelled_out() {
        assert_eq!(visible("Ann \u{202E}eeL"), "Ann [U+202E]eeL");
        assert_eq!(visible("a\u{2066}b\u{2069}\u{200F}"), "a[U+2066]b[U+2069][U+200F]");
    }

    #[test]
    fn characters_that_html_refuses_are_spelled_out() {
        assert_eq!(visible("a\u{0}b\u{1B}\u{FFFF}"), "a[U+0000]b[U+001B][U+FFFF]");
    }

    #[test]
    fn ordinary_text_in_any_script_is_left_alone() {
        for text in
            ["two\nlines\tand a tab", "ليلى", "שלום", "東京", "می\u{200C}خواهم", "👩\u{200D}🔬"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn empty_lines_part_paragraphs_and_single_ones_do_not() {
        assert_eq!(
            Block::paragraphs("one\ntwo\n\n\n  \n\nthree\n"),
            [Block::text("one\ntwo"), Block::text("three")]
        );
    }
}
