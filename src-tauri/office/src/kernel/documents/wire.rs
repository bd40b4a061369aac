//! Documents over the wire, for previews.

use serde::Serialize;
use ts_rs::TS;

use super::document::{Block, Document, Fact, Inline, Paper, Rank, Section, Table, TextSize};

/// A piece of running text, on the wire.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "Inline")]
pub enum InlineView {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// Words that carry the sentence.
    Strong {
        /// The words.
        text: String,
    },
    /// Words said with a different voice.
    Emphasis {
        /// The words.
        text: String,
    },
}

/// A term and its value, on the wire.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Fact")]
pub struct FactView {
    /// The term.
    pub term: String,
    /// The value.
    pub value: String,
}

/// One piece of a section, on the wire.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "Block")]
pub enum BlockView {
    /// A heading inside the section.
    Heading {
        /// The words.
        text: String,
    },
    /// Running text.
    Paragraph {
        /// The pieces.
        text: Vec<InlineView>,
    },
    /// Terms and their values.
    Facts {
        /// The rows.
        rows: Vec<FactView>,
    },
    /// Points, or steps with numbers.
    List {
        /// Whether they are numbered.
        ordered: bool,
        /// The points, each of one block or more.
        rows: Vec<Vec<BlockView>>,
    },
    /// Rows under a head.
    Table {
        /// What it shows.
        caption: String,
        /// The headings.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Words beside the matter.
    Note {
        /// The words.
        text: String,
    },
    /// A line to write on.
    Line {
        /// The words before it.
        text: String,
    },
    /// A square that a phone can read.
    Code {
        /// Cells on each side.
        #[ts(type = "number")]
        side: usize,
        /// The dark cells, as runs of column, row, length.
        #[ts(type = "[number, number, number][]")]
        dark: Vec<(usize, usize, usize)>,
        /// What it leads to.
        text: String,
    },
}

/// One part of a document, on the wire.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Section")]
pub struct SectionView {
    /// A name that stays the same in every language.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// Whether it opens a paper of a stack, on a page of its own.
    pub opens: bool,
    /// Its own language when that is not the document's.
    pub language: Option<String>,
    /// What stands in it.
    pub blocks: Vec<BlockView>,
}

/// A document, on the wire.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "Document")]
pub struct DocumentView {
    /// BCP 47 tag.
    pub language: String,
    /// The office's own lines above everything.
    pub letterhead: Vec<String>,
    /// The heading.
    pub title: String,
    /// What a stranger who finds it needs to know.
    pub confidential: String,
    /// One sentence that says what this is about.
    pub lead: String,
    /// What this paper is, whose, who made it when.
    pub head: Vec<FactView>,
    /// The document itself.
    pub sections: Vec<SectionView>,
    /// The line at the foot of every page.
    pub foot: String,
    /// The paper.
    pub paper: Paper,
    /// How large its text is.
    pub size: TextSize,
}

impl From<Document> for DocumentView {
    fn from(document: Document) -> Self {
        Self {
            language: document.language,
            letterhead: document.letterhead,
            title: document.title,
            confidential: document.confidential,
            lead: document.lead,
            head: document.head.into_iter().map(FactView::from).collect(),
            sections: document.sections.into_iter().map(SectionView::from).collect(),
            foot: document.foot,
            paper: document.paper,
            size: document.size,
        }
    }
}

impl From<Fact> for FactView {
    fn from(fact: Fact) -> Self {
        Self { term: fact.term, value: fact.value }
    }
}

impl From<Section> for SectionView {
    fn from(section: Section) -> Self {
        Self {
            id: section.id,
            heading: section.heading,
            opens: section.rank == Rank::Opening,
            language: section.language,
            blocks: section.blocks.into_iter().map(BlockView::from).collect(),
        }
    }
}

impl From<Block> for BlockView {
    fn from(block: Block) -> Self {
        match block {
            Block::Heading(text) => Self::Heading { text },
            Block::Paragraph(text) => {
                Self::Paragraph { text: text.into_iter().map(InlineView::from).collect() }
            }
            Block::Facts(rows) => {
                Self::Facts { rows: rows.into_iter().map(FactView::from).collect() }
            }
            Block::List { ordered, rows } => {
                let row = |row: Vec<Block>| row.into_iter().map(Self::from).collect();
                Self::List { ordered, rows: rows.into_iter().map(row).collect() }
            }
            Block::Table(Table { caption, head, rows }) => Self::Table { caption, head, rows },
            Block::Note(text) => Self::Note { text },
            Block::Line(text) => Self::Line { text },
            Block::Code { side, dark, words } => Self::Code { side, dark, text: words },
        }
    }
}

impl From<Inline> for InlineView {
    fn from(inline: Inline) -> Self {
        match inline {
            Inline::Text(text) => Self::Text { text },
            Inline::Strong(text) => Self::Strong { text },
            Inline::Emphasis(text) => Self::Emphasis { text },
        }
    }
}
