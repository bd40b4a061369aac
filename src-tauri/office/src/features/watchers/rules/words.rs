//! Words that make a complaint read like something graver.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::content;
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

/// A word that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The question it bears on.
    pub question: &'static str,
    /// The answer it suggests.
    pub answer: &'static str,
    /// The word as it stands in the list, without its star.
    pub word: &'static str,
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
            Ok(Shipped { signals: written.signal, leaflets: written.told.leaflets })
        })
        .as_ref()
        .map_err(|message| Error::unavailable(message.clone()))
}

/// The words of the list that stand in `text`, which is folded; the first of each question.
pub fn seen_in(text: &str) -> Vec<Seen> {
    let mut seen: Vec<Seen> = Vec::new();
    if text.is_empty() {
        return seen;
    }
    let Ok(shipped) = shipped() else { return seen };
    for signal in &shipped.signals {
        if seen.iter().any(|one| one.question == signal.question) {
            continue;
        }
        let word = signal.words.iter().find(|word| stands_in(text, word));
        seen.extend(word.map(|word| Seen {
            question: &signal.question,
            answer: &signal.answer,
            word: word.trim_end_matches('*'),
        }));
    }
    seen
}

/// Whether `word` stands in `text` as a word of its own; with a star, as the beginning of one.
fn stands_in(text: &str, word: &str) -> bool {
    let (bare, any_ending) = match word.strip_suffix('*') {
        Some(bare) => (bare, true),
        None => (word, false),
    };
    text.match_indices(bare).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + bare.len()..).and_then(|tail| tail.chars().next());
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        apart(before) && (any_ending || apart(after))
    })
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
