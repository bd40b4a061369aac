//! What Markdown becomes: a typed tree, never HTML.

/// A text as blocks, and what could not be kept as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// What was left out or changed, and where.
    pub left_out: Vec<LeftOut>,
}

/// Something that was typed and is not shown as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The line it begins on, counted from 1.
    pub line: u32,
    /// What it was and what became of it, in plain words.
    pub what: String,
}

/// One block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 2 or 3.
        level: u8,
        /// The words.
        text: Vec<Inline>,
    },
    /// Running text.
    Paragraph(Vec<Inline>),
    /// Points, or steps.
    List {
        /// Whether they are numbered.
        ordered: bool,
        /// The points, each of one block or more.
        items: Vec<Vec<Block>>,
    },
    /// Rows under a head.
    Table {
        /// The headings.
        head: Vec<Vec<Inline>>,
        /// The rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Words of somebody else.
    Quote(Vec<Block>),
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that carry the sentence.
    Strong(Vec<Inline>),
    /// Words said with a different voice.
    Emphasis(Vec<Inline>),
    /// A time limit or amount of law: `{US-HIPAA-ACC|30 days}`.
    Limit {
        /// The rule it comes from.
        rule: String,
        /// The words that name it.
        words: String,
        /// Words that do without the number, until the office has confirmed it.
        without: Option<String>,
    },
    /// Words that lead somewhere.
    Link {
        /// The words.
        words: Vec<Inline>,
        /// Where: an https, http, mailto or tel address.
        target: String,
    },
    /// A new line.
    Break,
}

impl Inline {
    /// Whether nothing of this can be seen.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Strong(inner) | Self::Emphasis(inner) | Self::Link { words: inner, .. } => {
                inner.iter().all(Self::is_blank)
            }
            Self::Limit { .. } => false,
            Self::Break => true,
        }
    }

    /// The words without any voice.
    pub fn plain(pieces: &[Self]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Self::Text(words) | Self::Limit { words, .. } => words.clone(),
                Self::Strong(inner) | Self::Emphasis(inner) | Self::Link { words: inner, .. } => {
                    Self::plain(inner)
                }
                Self::Break => " ".to_owned(),
            })
            .collect()
    }
}

impl Block {
    /// Every heading, paragraph, point and cell of `blocks` as plain words, in reading order.
    pub fn lines(blocks: &[Self]) -> Vec<String> {
        let mut lines = Vec::new();
        for block in blocks {
            match block {
                Self::Heading { text, .. } | Self::Paragraph(text) => {
                    lines.push(Inline::plain(text));
                }
                Self::List { items, .. } => {
                    lines.extend(items.iter().flat_map(|point| Self::lines(point)));
                }
                Self::Table { head, rows } => {
                    let cells = head.iter().chain(rows.iter().flatten());
                    lines.extend(cells.map(|cell| Inline::plain(cell)));
                }
                Self::Quote(inner) => lines.extend(Self::lines(inner)),
            }
        }
        lines
    }

    /// Every time limit named in `blocks`, as rule and words, in reading order.
    pub fn limits(blocks: &[Self]) -> Vec<(&str, &str)> {
        let mut found = Vec::new();
        for block in blocks {
            match block {
                Self::Heading { text, .. } | Self::Paragraph(text) => limits_in(text, &mut found),
                Self::List { items, .. } => {
                    found.extend(items.iter().flat_map(|point| Self::limits(point)));
                }
                Self::Table { head, rows } => {
                    head.iter()
                        .chain(rows.iter().flatten())
                        .for_each(|cell| limits_in(cell, &mut found));
                }
                Self::Quote(inner) => found.extend(Self::limits(inner)),
            }
        }
        found
    }
}

fn limits_in<'a>(pieces: &'a [Inline], found: &mut Vec<(&'a str, &'a str)>) {
    for piece in pieces {
        match piece {
            Inline::Limit { rule, words, .. } => found.push((rule, words)),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } => {
                limits_in(inner, found);
            }
            Inline::Text(_) | Inline::Break => {}
        }
    }
}
