//! The quotes and lists that are open while a leaflet is read, and the blocks that are done.

use crate::features::education::model::Block;

/// The most lists inside each other.
const LISTS: usize = 3;
/// The most quotes inside each other.
const QUOTES: usize = 2;

enum Frame {
    Quote(Vec<Block>),
    List { ordered: bool, points: Vec<Vec<Block>> },
    Point(Vec<Block>),
}

/// Blocks, and what is open around the next one.
#[derive(Default)]
pub(super) struct Stack {
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    lists: usize,
    quotes: usize,
}

impl Stack {
    /// How many quotes and lists the next block stands in.
    pub(super) fn depth(&self) -> usize {
        self.lists.min(LISTS) + self.quotes.min(QUOTES)
    }

    /// Opens a quote. `false` when it is too deep, so that its blocks go to the one around it.
    pub(super) fn open_quote(&mut self) -> bool {
        self.quotes += 1;
        let fits = self.quotes <= QUOTES;
        if fits {
            self.frames.push(Frame::Quote(Vec::new()));
        }
        fits
    }

    /// Opens a list. `false` when it is too deep, so that its points go to the one around it.
    pub(super) fn open_list(&mut self, ordered: bool) -> bool {
        self.lists += 1;
        let fits = self.lists <= LISTS;
        if fits {
            self.frames.push(Frame::List { ordered, points: Vec::new() });
        }
        fits
    }

    /// Opens a point of the list that was opened last.
    pub(super) fn open_point(&mut self) {
        if self.lists > LISTS {
            // A point moved up follows the point it stood in. In a quote it is a block like others.
            if !matches!(self.frames.last(), Some(Frame::Point(_))) {
                return;
            }
            self.close();
        }
        self.frames.push(Frame::Point(Vec::new()));
    }

    /// Closes what [`Stack::open_quote`] opened.
    pub(super) fn close_quote(&mut self) {
        if self.quotes <= QUOTES {
            self.close();
        }
        self.quotes = self.quotes.saturating_sub(1);
    }

    /// Closes what [`Stack::open_list`] opened.
    pub(super) fn close_list(&mut self) {
        if self.lists <= LISTS {
            self.close();
        }
        self.lists = self.lists.saturating_sub(1);
    }

    /// Closes what [`Stack::open_point`] opened.
    pub(super) fn close_point(&mut self) {
        if self.lists <= LISTS {
            self.close();
        }
    }

    /// Adds a block to what is open.
    pub(super) fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(Frame::Quote(blocks) | Frame::Point(blocks)) => blocks.push(block),
            Some(Frame::List { points, .. }) => points.push(vec![block]),
            None => self.blocks.push(block),
        }
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        while !self.frames.is_empty() {
            self.close();
        }
        self.blocks
    }

    /// Closes the innermost frame and hands it outward, unless it is empty.
    fn close(&mut self) {
        match self.frames.pop() {
            Some(Frame::Quote(blocks)) if !blocks.is_empty() => self.push(Block::Quote(blocks)),
            Some(Frame::List { ordered, points }) if !points.is_empty() => {
                self.push(Block::List { ordered, items: points });
            }
            Some(Frame::Point(blocks)) if !blocks.is_empty() => {
                if let Some(Frame::List { points, .. }) = self.frames.last_mut() {
                    points.push(blocks);
                }
            }
            _ => {}
        }
    }
}
