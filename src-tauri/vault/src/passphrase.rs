//! Which passphrases are good enough, and a good one to suggest.
//!
//! NIST SP 800-63B-4: 15 characters or more where it is the only factor, no composition
//! rules, no expiry, and the phrases that are tried first are refused.

use diceware_wordlists::EFF_LONG_WORDLIST;
use zeroize::Zeroizing;

use crate::Secret;
use crate::error::{Error, Result, WeakPassphrase};
use crate::keys::random::Randomness;
use crate::slots::fold;
use crate::slots::passphrase::normal;

/// The fewest characters of a passphrase.
pub const FEWEST_CHARACTERS: usize = 15;
/// The most bytes of a passphrase, as typed.
pub const MOST_BYTES: usize = 1024;

/// Long phrases and keyboard walks that attackers try first, one a line.
const COMMON: &str = include_str!("../common_phrases.txt");
const SUGGESTED_WORDS: usize = 6;
/// This many letters must be left once a known phrase or name is taken away.
const OWN_LETTERS: usize = 8;
const LONGEST_REPEATED_UNIT: usize = 6;

/// Whether a new passphrase is good enough for this person in this office.
///
/// # Errors
/// [`Error::Weak`] with the reason, in words for the person.
pub fn check(passphrase: &Secret, names: &[&str]) -> Result<()> {
    match weakness(passphrase, names) {
        None => Ok(()),
        Some(weakness) => Err(Error::Weak(weakness)),
    }
}

/// Six words of the EFF large list, 77 bits: strong, and possible to remember.
///
/// # Errors
/// [`Error::Random`] when there is no randomness to be had.
pub fn suggest(random: &mut dyn Randomness) -> Result<Secret> {
    let mut phrase = String::with_capacity(128);
    for position in 0..SUGGESTED_WORDS {
        if position > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word(random)?);
    }
    Ok(Secret::from(phrase))
}

fn weakness(passphrase: &Secret, names: &[&str]) -> Option<WeakPassphrase> {
    if passphrase.expose().len() > MOST_BYTES {
        return Some(WeakPassphrase::TooLong);
    }
    let text = normal(passphrase);
    let length = text.chars().count();
    if length < FEWEST_CHARACTERS {
        return Some(WeakPassphrase::TooShort(length));
    }
    if is_repeated(&text) {
        return Some(WeakPassphrase::Repeated);
    }
    let letters = letters_of(&text);
    if COMMON.lines().any(|phrase| is_mostly(&letters, &letters_of(phrase), OWN_LETTERS / 2)) {
        return Some(WeakPassphrase::Common);
    }
    let near = names.iter().any(|name| is_mostly(&letters, &letters_of(name), OWN_LETTERS));
    near.then_some(WeakPassphrase::NearName)
}

/// `aaaa…`, `abcabc…`: a short unit over and over.
fn is_repeated(text: &str) -> bool {
    let letters: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().collect());
    (1..=LONGEST_REPEATED_UNIT)
        .any(|unit| letters.iter().eq(letters.iter().take(unit).cycle().take(letters.len())))
}

/// Letters and digits only, in lower case: spaces and signs don't make a phrase another one.
fn letters_of(text: &str) -> Zeroizing<String> {
    let folded = Zeroizing::new(fold(text));
    Zeroizing::new(folded.chars().filter(|letter| letter.is_alphanumeric()).collect())
}

/// Whether fewer than `own` letters are left of `text` once every `known` is taken away.
fn is_mostly(text: &str, known: &str, own: usize) -> bool {
    if known.chars().count() < 4 || !text.contains(known) {
        return false;
    }
    Zeroizing::new(text.replace(known, "")).chars().count() < own
}

/// Each word as likely as any other: draws that would favor the first ones are thrown away.
fn word(random: &mut dyn Randomness) -> Result<&'static str> {
    let words = u16::try_from(EFF_LONG_WORDLIST.len()).map_err(|_| Error::Bug("word list"))?;
    let fair = u16::MAX - u16::MAX % words;
    loop {
        let mut bytes = [0; 2];
        random.fill(&mut bytes)?;
        let draw = u16::from_be_bytes(bytes);
        if draw < fair {
            let position = usize::from(draw % words);
            return EFF_LONG_WORDLIST.get(position).copied().ok_or(Error::Bug("word list"));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::OsRandom;

    const NAMES: [&str; 2] = ["Lakeside Patient Advocacy", "Robin Okafor"];

    fn verdict(text: &str) -> Option<WeakPassphrase> {
        weakness(&Secret::from(String::from(text)), &NAMES)
    }

    #[test]
    fn length_is_counted_in_characters_and_has_an_end() {
        assert_eq!(verdict("wide meadow co"), Some(WeakPassphrase::TooShort(14)));
        assert_eq!(verdict("wide meadow cop"), None);
        assert_eq!(verdict("šířka louky ně"), Some(WeakPassphrase::TooShort(14)));
        assert_eq!(verdict(""), Some(WeakPassphrase::TooShort(0)));
        let long: String = "wide meadow copper ".chars().cycle().take(1024).collect();
        assert_eq!(verdict(&long), None);
        assert_eq!(verdict(&format!("{long}x")), Some(WeakPassphrase::TooLong));
    }

    #[test]
    fn no_kind_of_character_is_asked_for() {
        for fine in ["only small letters here", "ONLY LARGE LETTERS HERE", "7402 9935 1187 2046"] {
            assert_eq!(verdict(fine), None, "{fine}");
        }
    }

    #[test]
    fn the_same_few_characters_are_refused() {
        for weak in
            ["aaaaaaaaaaaaaaaa", "abcabcabcabcabcab", "                    ", "121212121212121212"]
        {
            assert_eq!(verdict(weak), Some(WeakPassphrase::Repeated), "{weak}");
        }
    }

    #[test]
    fn what_many_people_use_is_refused_however_it_is_spelled() {
        for weak in [
            "correct horse battery staple",
            "Correct-Horse-Battery-Staple1",
            "PasswordPassword",
            "password password 1!",
            "qwertyuiopasdfghjkl",
            "1234567890123456",
            "To be or not to be, that is the question",
        ] {
            assert_eq!(verdict(weak), Some(WeakPassphrase::Common), "{weak}");
        }
        assert_eq!(verdict("correct horse battery staple of my aunt"), None);
    }

    #[test]
    fn the_name_of_the_office_or_the_person_is_no_passphrase() {
        for weak in
            ["Lakeside Patient Advocacy", "lakesidepatientadvocacy2026!", "Robin Okafor 1984"]
        {
            assert_eq!(verdict(weak), Some(WeakPassphrase::NearName), "{weak}");
        }
        assert_eq!(verdict("Robin Okafor sings at breakfast"), None);
    }

    #[test]
    fn the_word_list_is_the_one_that_the_eff_published() {
        let distinct: BTreeSet<_> = EFF_LONG_WORDLIST.iter().collect();
        assert_eq!(distinct.len(), 7776);
        assert_eq!((EFF_LONG_WORDLIST[0], EFF_LONG_WORDLIST[7775]), ("abacus", "zoom"));
        assert!(EFF_LONG_WORDLIST.iter().all(|word| (3..=9).contains(&word.len())));
    }

    #[test]
    fn a_suggestion_is_six_words_of_the_list_and_passes_its_own_rule() {
        for _ in 0..200 {
            let phrase = suggest(&mut OsRandom).unwrap();
            let words: Vec<_> = phrase.expose().split(' ').collect();
            assert_eq!(words.len(), 6);
            assert!(words.iter().all(|word| EFF_LONG_WORDLIST.contains(word)));
            assert_eq!(weakness(&phrase, &NAMES), None);
        }
    }

    #[test]
    fn unfair_draws_are_thrown_away() {
        struct Draws(Vec<u16>);
        impl Randomness for Draws {
            fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
                bytes.copy_from_slice(&self.0.pop().ok_or(Error::Random)?.to_be_bytes());
                Ok(())
            }
        }
        let mut draws = Draws(vec![7_776, 62_207, 62_208, 65_535]);
        assert_eq!(word(&mut draws).unwrap(), "zoom");
        assert_eq!(word(&mut draws).unwrap(), "abacus");
        assert!(word(&mut draws).is_err());
    }
}
