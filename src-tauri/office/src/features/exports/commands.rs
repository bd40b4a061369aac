//! Documents over the wire. Previewing and saving need the machine around the office: those verbs
//! are tasks of `app`.

use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use super::document::{Block, Document, Fact, Inline, Section, Table};
use crate::codes;
use crate::features::cases::CaseId;
use crate::features::office::Paper;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy};
use crate::kernel::{Id, Result};
use crate::store::WriteTx;
use crate::table::{self, change};

/// Adds this feature's rows to the table: its verbs are tasks of `app`, so there are none here.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut table::Table<T>) {
    table.declare::<DocumentView>();
}

codes! {
    /// Whom a copy is for.
    pub enum Copy {
        /// The office's own files: everything.
        Full = "full",
        /// The patient: large print, without what is only the office's.
        Patient = "patient",
    }
}

/// Which summary.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SummaryOptions {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// The paper.
    pub paper: Paper,
    /// Whom for.
    pub copy: Copy,
}

/// Prints a summary.
#[derive(Debug, Deserialize, TS)]
pub struct PrintSummary {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// The paper.
    pub paper: Paper,
    /// Whom for.
    pub copy: Copy,
    /// Why.
    pub reason: String,
    /// To whom it goes.
    pub recipient: String,
}

/// Saves a summary.
#[derive(Debug, Deserialize, TS)]
pub struct SaveSummary {
    /// The case.
    #[ts(type = "Id")]
    pub case: CaseId,
    /// The paper.
    pub paper: Paper,
    /// Whom for.
    pub copy: Copy,
    /// Why.
    pub reason: String,
    /// To whom it goes.
    pub recipient: String,
    /// Where. Only from the command line; the window asks with the system's dialog.
    pub path: Option<String>,
}

/// A copy that was saved.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    /// The file's name, without its folder.
    pub file_name: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// How many bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

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
    /// Points in no order.
    List {
        /// The points.
        rows: Vec<String>,
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
}

/// One part of a document, on the wire.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Section")]
pub struct SectionView {
    /// A name that stays the same in every language.
    pub id: String,
    /// The heading.
    pub heading: String,
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
    /// The heading.
    pub title: String,
    /// What a stranger who finds it needs to know.
    pub confidential: String,
    /// What this paper is, whose, who made it when.
    pub head: Vec<FactView>,
    /// The document itself.
    pub sections: Vec<SectionView>,
    /// The line at the foot of every page.
    pub foot: String,
    /// The paper.
    pub paper: Paper,
    /// Whether it is in large print.
    pub large_print: bool,
}

impl From<Document> for DocumentView {
    fn from(document: Document) -> Self {
        Self {
            language: document.language,
            title: document.title,
            confidential: document.confidential,
            head: document.head.into_iter().map(FactView::from).collect(),
            sections: document.sections.into_iter().map(SectionView::from).collect(),
            foot: document.foot,
            paper: match document.paper {
                super::document::Paper::Letter => Paper::Letter,
                super::document::Paper::A4 => Paper::A4,
            },
            large_print: document.large_print,
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
            blocks: section.blocks.into_iter().map(BlockView::from).collect(),
        }
    }
}

impl From<Block> for BlockView {
    fn from(block: Block) -> Self {
        match block {
            Block::Paragraph(text) => {
                Self::Paragraph { text: text.into_iter().map(InlineView::from).collect() }
            }
            Block::Facts(rows) => {
                Self::Facts { rows: rows.into_iter().map(FactView::from).collect() }
            }
            Block::List(rows) => Self::List { rows },
            Block::Table(Table { caption, head, rows }) => Self::Table { caption, head, rows },
            Block::Note(text) => Self::Note { text },
        }
    }
}

impl From<Inline> for InlineView {
    fn from(inline: Inline) -> Self {
        match inline {
            Inline::Text(text) => Self::Text { text },
            Inline::Strong(text) => Self::Strong { text },
        }
    }
}

/// A copy on its way out.
pub(crate) struct Leaving {
    /// Which summary.
    pub(crate) options: SummaryOptions,
    /// "print" or "save".
    pub(crate) way: &'static str,
    /// Why.
    pub(crate) reason: String,
    /// To whom.
    pub(crate) recipient: String,
    /// The file's name, when there is one.
    pub(crate) file_name: Option<String>,
    /// SHA-256 of its bytes.
    pub(crate) sha256: String,
    /// How many bytes.
    pub(crate) bytes: u64,
}

/// Checks that a copy has a reason and somebody it is for.
pub(crate) fn check_reason(reason: &str, recipient: &str) -> Result<()> {
    let mut checks = Checks::default();
    check_length(&mut checks, "reason", reason, limit::LINE);
    check_length(&mut checks, "recipient", recipient, limit::SHORT);
    checks.need(tidy(reason).is_some(), "reason", "Say why this copy is made.");
    checks.need(tidy(recipient).is_some(), "recipient", "Say whom this copy is for.");
    checks.done()
}

/// Writes down that a copy left the office.
pub(crate) async fn disclose(tx: &mut WriteTx, leaving: Leaving) -> Result<()> {
    tx.because(tidy(&leaving.reason).unwrap_or_default());
    let id: Id = tx.new_id();
    let case = leaving.options.case;
    let fields = json!({
        "case_id": case, "way": leaving.way, "copy": leaving.options.copy.code(),
        "paper": leaving.options.paper.name(), "reason": tidy(&leaving.reason),
        "recipient": tidy(&leaving.recipient), "file_name": leaving.file_name,
        "sha256": leaving.sha256, "bytes": leaving.bytes,
    });
    tx.record(change("disclosure", id, case, fields)).await
}

/// The name suggested for a summary's file: the case's number, never a person's name.
pub(crate) fn file_name(number: &str, copy: Copy) -> String {
    match copy {
        Copy::Full => format!("Case {number} summary.html"),
        Copy::Patient => format!("Case {number} patient copy.html"),
    }
}
