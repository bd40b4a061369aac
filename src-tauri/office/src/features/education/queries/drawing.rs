//! A text as the window draws it: terms, figures of law and where they come from marked.

use std::collections::BTreeSet;

use crate::features::education::commands::{LeafletBlock, LeafletInline, LeftOutView, LimitView};
use crate::features::education::model::{Block, Inline, LeftOut};
use crate::features::education::rules::{Glossary, Library, Piece, Standing};

/// Draws one text; each term is marked where it first stands.
pub(super) struct Drawing<'a> {
    library: &'a Library,
    standing: &'a Standing,
    glossary: Option<&'a Glossary>,
    seen: BTreeSet<&'a str>,
}

impl<'a> Drawing<'a> {
    /// A drawing of a text in `language`.
    pub(super) fn new(library: &'a Library, standing: &'a Standing, language: &str) -> Self {
        Self { library, standing, glossary: library.glossary(language), seen: BTreeSet::new() }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) -> Vec<LeafletBlock> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> LeafletBlock {
        match block {
            Block::Heading { level, text } => {
                // A heading is to be read at a glance: no terms in it.
                let glossary = self.glossary.take();
                let drawn = LeafletBlock::Heading { level: *level, text: self.words(text) };
                self.glossary = glossary;
                drawn
            }
            Block::Paragraph(text) => LeafletBlock::Paragraph { text: self.words(text) },
            Block::List { ordered, items } => LeafletBlock::List {
                ordered: *ordered,
                items: items.iter().map(|point| self.blocks(point)).collect(),
            },
            Block::Table { head, rows } => LeafletBlock::Table {
                head: head.iter().map(|cell| self.words(cell)).collect(),
                rows: rows
                    .iter()
                    .map(|row| row.iter().map(|cell| self.words(cell)).collect())
                    .collect(),
            },
            Block::Quote(inner) => LeafletBlock::Quote { blocks: self.blocks(inner) },
        }
    }

    fn words(&mut self, pieces: &[Inline]) -> Vec<LeafletInline> {
        let mut drawn = Vec::new();
        for piece in pieces {
            match piece {
                Inline::Text(text) => self.text(text, &mut drawn),
                Inline::Strong(inner) => {
                    drawn.push(LeafletInline::Strong { text: self.words(inner) });
                }
                Inline::Emphasis(inner) => {
                    drawn.push(LeafletInline::Emphasis { text: self.words(inner) });
                }
                Inline::Link { words, target } => {
                    let text = self.words(words);
                    drawn.push(LeafletInline::Link { text, target: target.clone() });
                }
                Inline::Limit { rule, words, without } => {
                    let meant = self.library.limits.meant(rule, words);
                    drawn.push(LeafletInline::Limit {
                        text: words.clone(),
                        without: without.clone(),
                        rule: rule.clone(),
                        unverified: !self.standing.any_holds(&meant),
                    });
                }
                Inline::Break => drawn.push(LeafletInline::Break),
            }
        }
        drawn
    }

    fn text(&mut self, text: &str, drawn: &mut Vec<LeafletInline>) {
        let Some(glossary) = self.glossary else {
            drawn.push(LeafletInline::Text { text: text.to_owned() });
            return;
        };
        for piece in glossary.pieces(text, &mut self.seen) {
            drawn.push(match piece {
                Piece::Plain(text) => LeafletInline::Text { text: text.to_owned() },
                Piece::Term(id, text) => {
                    LeafletInline::Term { id: id.to_owned(), text: text.to_owned() }
                }
            });
        }
    }

    /// The figures of law in a text, each once.
    pub(super) fn limits(&self, blocks: &[Block]) -> Vec<LimitView> {
        let mut told: Vec<LimitView> = Vec::new();
        for (rule, words) in Block::limits(blocks) {
            let meant = self.library.limits.meant(rule, words);
            let unverified = !self.standing.any_holds(&meant);
            let Some(first) = meant.first() else { continue };
            if told.iter().any(|view| view.rule == rule && view.words == words) {
                continue;
            }
            told.push(LimitView {
                rule: rule.to_owned(),
                words: words.to_owned(),
                name: first.name.clone(),
                from: first.from.clone(),
                authority: first.authority.clone(),
                unverified,
            });
        }
        told
    }

    /// Marks whose figure the rule does not have.
    pub(super) fn strange_limits(&self, blocks: &[Block]) -> Vec<String> {
        Block::limits(blocks)
            .into_iter()
            .filter(|(rule, words)| self.library.limits.meant(rule, words).is_empty())
            .map(|(rule, words)| format!("{{{rule}|{words}}}"))
            .collect()
    }
}

/// What was left out, for the window.
pub(super) fn left_out(left_out: Vec<LeftOut>) -> Vec<LeftOutView> {
    left_out.into_iter().map(|one| LeftOutView { line: one.line, what: one.what }).collect()
}
