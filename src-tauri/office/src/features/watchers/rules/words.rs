//! Words that make a complaint read like something graver.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::content;
use crate::features::watchers::model::Seen;
use crate::kernel::calendar::Source;
use crate::kernel::text::fold;
use crate::kernel::{Error, Result};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    told: Told,
    signal: Vec<Signal>,
}

/// The leaflets that tell a person how to complain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    leaflets: Vec<String>,
}

/// What ships.
#[derive(Debug)]
pub struct Shipped {
    /// The words, by what they suggest.
    pub signals: Vec<Signal>,
    /// The names of the leaflets that tell a person how to complain.
    pub leaflets: Vec<String>,
    /// All the words as the search index wants them: any of them, those with a star as beginnings.
    pub sought: String,
    /// All the words at once, each with its signal and its place in it.
    finder: AhoCorasick,
    found: Vec<(usize, usize)>,
}

/// Words that suggest one answer to the advisor.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The words.
    words: Vec<String>,
}

const FILE: &str = "watchers/words.toml";

static SHIPPED: OnceLock<std::result::Result<Shipped, String>> = OnceLock::new();

/// The words that ship. A mistake in the file is named by line and field.
pub fn shipped() -> Result<&'static Shipped> {
    SHIPPED
        .get_or_init(|| {
            let text = content::bytes(FILE).and_then(|bytes| std::str::from_utf8(bytes).ok());
            let file = Source::new(FILE, text.unwrap_or_default());
            let written: Written = file.read().map_err(|error| error.message)?;
            for (nth, signal) in written.signal.iter().enumerate() {
                let slip = |word: &String| {
                    let bare = word.trim_end_matches('*');
                    bare.trim().len() < 4 || fold(bare) != bare
                };
                if let Some(word) = signal.words.iter().find(|word| slip(word)) {
                    let what = format!("“{word}”: at least four small letters without accents");
                    return Err(file.mistake_in("signal", nth, "words", &what).message);
                }
            }
            Shipped::new(written).map_err(|error| error.message)
        })
        .as_ref()
        .map_err(|message| Error::unavailable(message.clone()))
}

impl Shipped {
    fn new(written: Written) -> Result<Self> {
        let signals = written.signal;
        let mut found = Vec::new();
        for (nth, signal) in signals.iter().enumerate() {
            found.extend((0..signal.words.len()).map(|word| (nth, word)));
        }
        let bare = signals.iter().flat_map(|signal| &signal.words);
        let finder = AhoCorasick::new(bare.map(|word| word.trim_end_matches('*')))
            .map_err(|e| Error::bug("the words to look for").caused_by(e))?;
        let all = signals.iter().flat_map(|signal| &signal.words);
        let phrase = |word: &String| match word.strip_suffix('*') {
            Some(beginning) => format!("\"{beginning}\"*"),
            None => format!("\"{word}\""),
        };
        let sought = all.map(phrase).collect::<Vec<_>>().join(" OR ");
        Ok(Self { signals, leaflets: written.told.leaflets, sought, finder, found })
    }

    fn word(&self, signal: usize, word: usize) -> Option<&str> {
        self.signals.get(signal)?.words.get(word).map(String::as_str)
    }
}

/// The words of the list that stand in `text`, which is folded; of each question the one that is
/// first in the list.
pub fn seen_in(text: &str) -> Vec<Seen> {
    let Ok(shipped) = shipped() else { return Vec::new() };
    // By signal and word, so that the list decides and not the text.
    let mut at: BTreeSet<(usize, usize)> = BTreeSet::new();
    for hit in shipped.finder.find_overlapping_iter(text) {
        let Some(&(signal, word)) = shipped.found.get(hit.pattern().as_usize()) else { continue };
        let any_ending = shipped.word(signal, word).is_some_and(|word| word.ends_with('*'));
        if stands_in(text, hit.range(), any_ending) {
            at.insert((signal, word));
        }
    }
    let mut seen: Vec<Seen> = Vec::new();
    for (nth, word) in at {
        let Some((signal, word)) = shipped.signals.get(nth).zip(shipped.word(nth, word)) else {
            continue;
        };
        if seen.iter().all(|one| one.question != signal.question) {
            seen.push(Seen {
                question: &signal.question,
                answer: &signal.answer,
                word: word.trim_end_matches('*'),
            });
        }
    }
    seen
}

/// Whether what was found is a word of its own; with `any_ending`, the beginning of one.
fn stands_in(text: &str, at: Range<usize>, any_ending: bool) -> bool {
    let before = text.get(..at.start).and_then(|head| head.chars().next_back());
    let after = text.get(at.end..).and_then(|tail| tail.chars().next());
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    apart(before) && (any_ending || apart(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&'static str, &'static str)> {
        seen_in(&fold(text)).into_iter().map(|seen| (seen.question, seen.word)).collect()
    }

    #[test]
    fn a_grave_word_is_seen_as_a_word_of_its_own() {
        assert_eq!(words("He says security ASSAULTED him in bed."), [("danger", "assault")]);
        assert_eq!(words("A pressure ulcer was missed."), [("danger", "pressure ulcer")]);
        assert_eq!(
            words("She wants an answer in writing"),
            [("asks", "wants an answer in writing")]
        );
        assert!(words("The soup was cold and the television loud.").is_empty());
        assert!(words("").is_empty());
        // "rape" is no part of "drape" or "grapes".
        assert!(words("The drapes and the grapes").is_empty());
    }

    #[test]
    fn every_question_and_answer_is_one_of_the_advisors() {
        let table = crate::features::advisor::rules::table("us-hospital").unwrap();
        for signal in &shipped().unwrap().signals {
            let question = table.questions.iter().find(|one| one.id == signal.question);
            let options = &question.expect(&signal.question).options;
            assert!(options.iter().any(|one| one.code == signal.answer), "{}", signal.answer);
        }
        for leaflet in &shipped().unwrap().leaflets {
            assert!(content::bytes(&format!("education/en/{leaflet}.md")).is_some(), "{leaflet}");
        }
    }
}
