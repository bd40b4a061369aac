//! How hard an English text is to read: Flesch-Kincaid, Flesch and SMOG, and what makes it hard.
//!
//! Words, numbers and sentences are counted as the widely used `textstat` counts them, but for
//! points that end no sentence, which it takes for ends.

mod sentences;
mod syllable_list;
mod syllables;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use self::syllables::syllables;

/// A sentence with more words than this is long.
const LONG: u32 = 20;
/// A word with this many syllables is hard.
const HARD: u32 = 3;
/// The most hard words that are listed.
const LISTED: usize = 30;
/// A sentence with fewer words does not count as one: a list of headings is not easy reading.
const SENTENCE: u32 = 3;

/// What was counted in a text, and the grades that follow from it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measure {
    /// Words. A number is one, and so is a word with hyphens.
    pub words: u32,
    /// Sentences of three words or more, and at least one when there is a word.
    pub sentences: u32,
    /// Syllables.
    pub syllables: u32,
    /// How many of the words have three syllables or more.
    pub hard_words: u32,
    /// The school grade it takes, by Flesch and Kincaid. `None` without words.
    pub grade: Option<f64>,
    /// The reading ease by Flesch, 100 for very easy. `None` without words.
    pub ease: Option<f64>,
    /// The school grade by SMOG. `None` with fewer than 30 sentences, for which it is not made.
    pub smog: Option<f64>,
    /// Whether there are 100 words, enough for the grades to mean something.
    pub reliable: bool,
    /// The sentences with more than 20 words, in reading order.
    pub long_sentences: Vec<LongSentence>,
    /// The words with three syllables or more, most frequent first, at most 30.
    pub hard: Vec<HardWord>,
}

/// A sentence that is hard to hold in mind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongSentence {
    /// The sentence.
    pub text: String,
    /// How many words it has.
    pub words: u32,
}

/// A word with three syllables or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HardWord {
    /// The word in lower case, without an owner's 's.
    pub word: String,
    /// How often it occurs.
    pub times: u32,
    /// How many syllables it has.
    pub syllables: u32,
}

/// Measures English text in pieces. Each is a paragraph, a heading, a point of a list or a cell:
/// its end ends a sentence.
pub fn measure<'a>(sentences: impl Iterator<Item = &'a str>) -> Measure {
    let mut count = Count::default();
    for sentence in sentences.flat_map(sentences::split) {
        count.add(sentence);
    }
    count.finish()
}

#[derive(Default)]
struct Count {
    so_far: Measure,
    /// Every word in lower case: how often it occurs, and its syllables.
    seen: BTreeMap<String, (u32, u32)>,
}

impl Count {
    fn add(&mut self, sentence: &str) {
        let mut words = 0;
        for word in words_of(sentence) {
            words += 1;
            let low = word.to_lowercase().replace('’', "'");
            let (times, _) = self.seen.entry(low).or_insert_with_key(|low| (0, spoken(low)));
            *times += 1;
        }
        self.so_far.words += words;
        self.so_far.sentences += u32::from(words >= SENTENCE);
        if words > LONG {
            let text = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
            self.so_far.long_sentences.push(LongSentence { text, words });
        }
    }

    fn finish(self) -> Measure {
        let mut measure = self.so_far;
        for (times, syllables) in self.seen.values() {
            measure.syllables += times * syllables;
            if *syllables >= HARD {
                measure.hard_words += times;
            }
        }
        measure.hard = hardest(self.seen);
        measure.reliable = measure.words >= 100;
        if measure.words > 0 {
            measure.sentences = measure.sentences.max(1);
            measure.grade();
        }
        measure
    }
}

impl Measure {
    fn grade(&mut self) {
        let (words, sentences) = (f64::from(self.words), f64::from(self.sentences));
        let length = words / sentences;
        let weight = f64::from(self.syllables) / words;
        self.grade = Some(0.39 * length + 11.8 * weight - 15.59);
        self.ease = Some(206.835 - 1.015 * length - 84.6 * weight);
        if self.sentences >= 30 {
            let hard = f64::from(self.hard_words) * 30.0 / sentences;
            self.smog = Some(3.1291 + 1.0430 * hard.sqrt());
        }
    }
}

/// The words of a sentence, without the signs around them.
fn words_of(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|c: char| c.is_whitespace() || matches!(c, '—' | '…'))
        .flat_map(|token| {
            // "And/or" is two words, "24/7" and an address are one.
            let apart =
                token.contains('/') && !is_address(token) && !token.contains(char::is_numeric);
            token.split(move |c| apart && c == '/')
        })
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// How many syllables a word counts for. An address counts for one: nobody reads it out.
fn spoken(word: &str) -> u32 {
    if is_address(word) { 1 } else { syllables(word) }
}

/// Whether `token` is an address on the web or of e-mail.
fn is_address(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric());
    let has_name = |(before, after): (&str, &str)| {
        let letters = |part: &str| part.chars().take_while(|c| c.is_alphabetic()).count() > 1;
        letters(after) && before.chars().rev().take_while(|c| c.is_alphanumeric()).count() > 1
    };
    token.contains("://") || token.contains('@') || token.split_once('.').is_some_and(has_name)
}

/// The hard words of `seen`, most frequent first.
fn hardest(seen: BTreeMap<String, (u32, u32)>) -> Vec<HardWord> {
    let mut words: BTreeMap<String, HardWord> = BTreeMap::new();
    for (word, (times, syllables)) in seen {
        let bare = word.strip_suffix("'s").unwrap_or(&word).to_owned();
        if syllables >= HARD {
            let known = words.entry(bare.clone());
            known.or_insert(HardWord { word: bare, times: 0, syllables }).times += times;
        }
    }
    let mut hard: Vec<HardWord> = words.into_values().collect();
    // The words are in order already, so that equals stay in the order of the alphabet.
    hard.sort_by_key(|word| std::cmp::Reverse((word.times, word.syllables)));
    hard.truncate(LISTED);
    hard
}
