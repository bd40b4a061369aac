//! What [`measure`] counts, checked against counts by hand.

use proptest::prelude::*;

use super::{HardWord, LongSentence, Measure, measure};

fn of(text: &str) -> Measure {
    measure(std::iter::once(text))
}

fn near(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 0.001)
}

#[test]
fn a_text_of_short_words_has_the_grade_counted_by_hand() {
    let measure = of("The cat sat on the mat.");
    assert_eq!((measure.words, measure.sentences, measure.syllables), (6, 1, 6));
    // 0.39 × 6 + 11.8 × 1 − 15.59, and 206.835 − 1.015 × 6 − 84.6 × 1.
    assert!(near(measure.grade, -1.45), "{:?}", measure.grade);
    assert!(near(measure.ease, 116.145), "{:?}", measure.ease);
}

#[test]
fn a_text_with_a_hard_word_has_the_grade_counted_by_hand() {
    // Your hos-pi-tal rec-ord is pri-vate: 9. You can ask us for a cop-y: 8.
    let measure = of("Your hospital record is private. You can ask us for a copy.");
    assert_eq!((measure.words, measure.sentences, measure.syllables), (12, 2, 17));
    assert_eq!(measure.hard_words, 1);
    // 0.39 × 6 + 11.8 × 17 / 12 − 15.59, and 206.835 − 1.015 × 6 − 84.6 × 17 / 12.
    assert!(near(measure.grade, 3.466_67), "{:?}", measure.grade);
    assert!(near(measure.ease, 80.895), "{:?}", measure.ease);
    assert_eq!(measure.smog, None);
}

#[test]
fn smog_is_given_from_thirty_sentences_on() {
    let thirty = vec!["Ask the hospital now"; 30];
    let measured = measure(thirty.iter().copied());
    // 3.1291 + 1.0430 × √(30 × 30 / 30).
    assert!(near(measured.smog, 8.841_9), "{:?}", measured.smog);
    assert_eq!(measure(thirty.iter().copied().take(29)).smog, None);
}

#[test]
fn without_words_there_is_no_grade() {
    assert_eq!(measure(std::iter::empty()), Measure::default());
    assert_eq!(of(" … ** — ?! "), Measure::default());
}

#[test]
fn a_hundred_words_are_enough_to_rely_on() {
    assert!(!of(&"word ".repeat(99)).reliable);
    assert!(of(&"word ".repeat(100)).reliable);
}

#[test]
fn numbers_hyphens_apostrophes_and_addresses_count_as_they_should() {
    for (text, words, syllables) in [
        ("30", 1, 1),
        ("$1,000.50", 1, 1),
        ("30-day", 1, 2),
        ("follow-up", 1, 3),
        ("don't", 1, 1),
        ("didn’t", 1, 2),
        ("patient’s", 1, 2),
        ("and/or", 2, 2),
        ("24/7", 1, 1),
        ("you—we", 2, 2),
        ("U.S.", 1, 2),
        ("hhs.gov/ocr/complaints", 1, 1),
        ("https://www.hhs.gov", 1, 1),
        ("help@hospital.org", 1, 1),
        ("NHS", 1, 1),
    ] {
        let measure = of(text);
        assert_eq!((measure.words, measure.syllables), (words, syllables), "{text}");
    }
}

#[test]
fn one_or_two_words_are_no_sentence_but_their_words_count() {
    let measure = measure(["Your rights", "You can ask us.", "Ask now."].into_iter());
    assert_eq!((measure.words, measure.sentences), (8, 1));
}

#[test]
fn a_sentence_of_more_than_twenty_words_is_long() {
    let twenty = vec!["word"; 20].join(" ");
    let measure = of(&format!("{twenty}. {twenty} \n more. Short one here."));
    let text = format!("{twenty} more.");
    assert_eq!(measure.long_sentences, [LongSentence { text, words: 21 }]);
}

#[test]
fn hard_words_come_most_frequent_first_and_without_an_owners_s() {
    let measure = of("Hospital areas. The hospital's medication. An area of Medicine here.");
    let hard = |word: &str, times, syllables| HardWord { word: word.into(), times, syllables };
    assert_eq!(
        measure.hard,
        [
            hard("hospital", 2, 3),
            hard("medication", 1, 4),
            hard("area", 1, 3),
            hard("areas", 1, 3),
            hard("medicine", 1, 3),
        ]
    );
    assert_eq!(measure.hard_words, 6);
}

#[test]
fn at_most_thirty_hard_words_are_listed_and_all_are_counted() {
    let text: Vec<String> =
        ('a'..='z').flat_map(|a| ['b', 'c'].map(|b| format!("{b}{a}nabanana"))).collect();
    let measure = of(&text.join(" "));
    assert_eq!((measure.hard.len(), measure.hard_words), (30, 52));
}

#[test]
fn hostile_texts_are_measured_fast() {
    let n = 200_000;
    for text in [
        "ae".repeat(n / 2),
        "a.".repeat(n / 2),
        "J. ".repeat(n / 3),
        " ".repeat(n / 2) + &"J. ".repeat(n / 6),
        "J. ".repeat(n / 6) + &" ".repeat(n / 2) + "a",
        "a-".repeat(n / 2),
        "'".repeat(n),
        ".".repeat(n),
        ". ".repeat(n / 2),
        "/a".repeat(n / 2),
    ] {
        of(&text);
    }
}

proptest! {
    #[test]
    fn any_text_is_measured_and_its_counts_agree(pieces in prop::collection::vec(".*", 0..5)) {
        let measured = measure(pieces.iter().map(String::as_str));
        prop_assert_eq!(measured.words > 0, measured.grade.is_some());
        prop_assert_eq!(measured.words > 0, measured.sentences > 0);
        prop_assert!(measured.syllables >= measured.words);
        prop_assert!(measured.hard_words <= measured.words);
        prop_assert!(measured.hard.iter().all(|hard| hard.syllables >= 3 && hard.times > 0));
        prop_assert_eq!(&measured, &measure(pieces.iter().map(String::as_str)));
    }
}
