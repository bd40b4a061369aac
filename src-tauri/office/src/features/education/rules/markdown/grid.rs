//! A table while it is being read.

use super::notes::Notes;
use crate::features::education::model::{Block, Inline};

/// The most columns a printed page has room for.
const COLUMNS: usize = 6;
/// The most rows a leaflet's table may have.
const ROWS: usize = 100;

/// The rows of a table so far.
#[derive(Debug)]
pub(super) struct Grid {
    line: u32,
    width: usize,
    head: Option<Vec<Vec<Inline>>>,
    rows: Vec<Vec<Vec<Inline>>>,
    row: Vec<Vec<Inline>>,
}

impl Grid {
    /// A table of `width` columns that begins on `line`.
    pub(super) fn new(line: u32, width: usize, notes: &mut Notes) -> Self {
        if width > COLUMNS {
            notes.add(
                line,
                "A table has more than 6 columns. The columns after the sixth were left out.",
            );
        }
        Self { line, width, head: None, rows: Vec::new(), row: Vec::new() }
    }

    /// Looks at a row as it was `typed` and names cells that stand under no heading.
    pub(super) fn check(&self, line: u32, typed: &str, notes: &mut Notes) {
        let inner = typed.trim();
        let inner = inner.strip_prefix('|').unwrap_or(inner);
        let inner = if inner.ends_with("\\|") { inner } else { inner.trim_end_matches('|') };
        let strokes = inner.matches('|').count() - inner.matches("\\|").count();
        if strokes + 1 > self.width {
            notes.add(
                line,
                "A row has more cells than its table has columns. The last were left out.",
            );
        }
    }

    /// Adds a cell to the row.
    pub(super) fn cell(&mut self, words: Vec<Inline>) {
        if self.row.len() < COLUMNS {
            self.row.push(words);
        }
    }

    /// Ends the row. The first one is the head.
    pub(super) fn end_row(&mut self, notes: &mut Notes) {
        let row = std::mem::take(&mut self.row);
        if self.head.is_none() {
            self.head = Some(row);
        } else if self.rows.len() < ROWS {
            self.rows.push(row);
        } else {
            notes.add(
                self.line,
                "A table has more than 100 rows. The rows after the hundredth were left out.",
            );
        }
    }

    /// The table, or nothing when nothing of it can be seen.
    pub(super) fn finish(self) -> Option<Block> {
        let head = self.head.unwrap_or_default();
        let cells = self.rows.iter().flatten().chain(&head);
        let seen = cells.flatten().any(|piece| !piece.is_blank());
        seen.then_some(Block::Table { head, rows: self.rows })
    }
}
