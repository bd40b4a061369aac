//! Hard words and what they mean, found where they stand in a text.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::features::education::model::ShippedDay;
use crate::kernel::text::fold;

/// The words of one language.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    /// BCP 47 tag.
    pub language: String,
    /// In the order of the file.
    pub terms: Vec<Term>,
    /// The ways of writing a term, by their first word: the words, and the term's place.
    spellings: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GlossaryFile {
    language: String,
    #[expect(dead_code, reason = "tells the reader of the file how old it is")]
    version: u32,
    #[expect(dead_code, reason = "tells the reader of the file how old it is")]
    reviewed: ShippedDay,
    #[serde(default)]
    term: Vec<Term>,
}

/// One word and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// A name that never changes.
    pub id: String,
    /// The word, lower case unless it is a name.
    pub term: String,
    /// Other spellings, plurals and short forms.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it means, in one or two sentences.
    pub means: String,
}

/// A stretch of text, with the term that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'t, 'g> {
    /// Ordinary words.
    Plain(&'t str),
    /// A word of the glossary: its id, and the words as they stand.
    Term(&'g str, &'t str),
}

impl From<GlossaryFile> for Glossary {
    fn from(file: GlossaryFile) -> Self {
        let mut spellings: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (place, term) in file.term.iter().enumerate() {
            for spelling in std::iter::once(&term.term).chain(&term.also) {
                let words: Vec<String> = words_of(spelling).map(|(_, word)| fold(word)).collect();
                if let Some(first) = words.first() {
                    spellings.entry(first.clone()).or_default().push((words.clone(), place));
                }
            }
        }
        for ways in spellings.values_mut() {
            ways.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { language: file.language, terms: file.term, spellings }
    }
}

impl Glossary {
    /// `text` taken apart at the terms in it. A term that is in `seen` is plain: one explanation
    /// on a page is enough.
    pub fn pieces<'t, 'g>(
        &'g self,
        text: &'t str,
        seen: &mut BTreeSet<&'g str>,
    ) -> Vec<Piece<'t, 'g>> {
        let words: Vec<(usize, &str)> = words_of(text).collect();
        let folded: Vec<String> = words.iter().map(|(_, word)| fold(word)).collect();
        let mut pieces = Vec::new();
        let mut from = 0;
        let mut at = 0;
        while at < words.len() {
            let Some((term, length)) = self.term_at(folded.get(at..).unwrap_or_default()) else {
                at += 1;
                continue;
            };
            let begins = words.get(at).map_or(0, |(begins, _)| *begins);
            let ends = words.get(at + length - 1).map_or(begins, |(begins, w)| begins + w.len());
            at += length;
            if !seen.insert(&term.id) {
                continue;
            }
            pieces.extend(text.get(from..begins).filter(|t| !t.is_empty()).map(Piece::Plain));
            pieces.extend(text.get(begins..ends).map(|words| Piece::Term(&term.id, words)));
            from = ends;
        }
        pieces.extend(text.get(from..).filter(|t| !t.is_empty()).map(Piece::Plain));
        pieces
    }

    /// The longest term that `words` begins with, and how many words it takes.
    fn term_at(&self, words: &[String]) -> Option<(&Term, usize)> {
        let ways = self.spellings.get(words.first()?)?;
        let (way, place) = ways.iter().find(|(way, _)| words.starts_with(way))?;
        Some((self.terms.get(*place)?, way.len()))
    }

    /// Spellings that two terms share.
    pub fn doubles(&self) -> Vec<String> {
        let mut doubled = Vec::new();
        for ways in self.spellings.values() {
            for (nth, (way, place)) in ways.iter().enumerate() {
                if ways.iter().skip(nth + 1).any(|(other, at)| other == way && at != place) {
                    doubled.push(way.join(" "));
                }
            }
        }
        doubled
    }
}

/// The words of `text` and where each begins. A hyphen or apostrophe inside a word is part of it.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let mut rest = 0;
    std::iter::from_fn(move || {
        let tail = text.get(rest..)?;
        let begins = rest + tail.find(is_word)?;
        let word = text.get(begins..)?;
        let ends = begins + word.find(|c| !is_word(c)).unwrap_or(word.len());
        rest = ends;
        Some((begins, text.get(begins..ends)?))
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn glossary() -> Glossary {
        let term = |id: &str, term: &str, also: &[&str]| Term {
            id: id.into(),
            term: term.into(),
            also: also.iter().map(|word| (*word).to_owned()).collect(),
            means: "m".into(),
        };
        GlossaryFile {
            language: "en".into(),
            version: 1,
            reviewed: ShippedDay(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()),
            term: vec![
                term("health-plan", "health plan", &["health plans"]),
                term("plan", "plan", &[]),
                term("eob", "Explanation of Benefits", &["EOB"]),
            ],
        }
        .into()
    }

    #[test]
    fn the_longest_term_is_found_and_only_once() {
        let glossary = glossary();
        let mut seen = BTreeSet::new();
        let text = "Your Health plan sends an EOB; the health plan is your plan.";
        let pieces = glossary.pieces(text, &mut seen);
        assert_eq!(
            pieces,
            [
                Piece::Plain("Your "),
                Piece::Term("health-plan", "Health plan"),
                Piece::Plain(" sends an "),
                Piece::Term("eob", "EOB"),
                Piece::Plain("; the health plan is your "),
                Piece::Term("plan", "plan"),
                Piece::Plain("."),
            ]
        );
        assert_eq!(glossary.pieces("A plan", &mut seen), [Piece::Plain("A plan")]);
    }

    #[test]
    fn a_word_inside_another_is_no_term() {
        let glossary = glossary();
        let pieces = glossary.pieces("Planning, a co-plan, airplane", &mut BTreeSet::new());
        assert_eq!(pieces, [Piece::Plain("Planning, a co-plan, airplane")]);
    }

    #[test]
    fn the_pieces_put_together_are_the_text() {
        let glossary = glossary();
        for text in ["", "plan", "plan plan", "é plan — «EOB»", "  plan  "] {
            let together: String = glossary
                .pieces(text, &mut BTreeSet::new())
                .into_iter()
                .map(|piece| match piece {
                    Piece::Plain(words) | Piece::Term(_, words) => words,
                })
                .collect();
            assert_eq!(together, text);
        }
    }
}
