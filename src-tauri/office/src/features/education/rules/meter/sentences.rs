//! Where sentences end in English text.

/// Short forms that stand before what they belong to, so that their point ends nothing.
const BEFORE: &[&str] = &[
    "approx", "dr", "e.g", "eg", "gov", "hon", "i.e", "ie", "mr", "mrs", "ms", "mt", "prof", "rep",
    "rev", "sen", "st", "viz", "vs",
];
/// Short forms whose point may end a sentence as well.
const EITHER: &[&str] = &[
    "a.m", "am", "ave", "blvd", "co", "corp", "dept", "etc", "inc", "jr", "ltd", "p.m", "ph.d",
    "pm", "sr",
];
/// Short forms when a number follows, words otherwise.
const BEFORE_NUMBER: &[&str] =
    &["art", "ext", "fig", "no", "nos", "p", "para", "pp", "sec", "tel", "vol"];
/// Words that begin a sentence more often than they follow a short form in one.
const STARTERS: &[&str] = &[
    "a", "after", "all", "also", "an", "and", "any", "ask", "at", "before", "but", "call", "do",
    "each", "every", "for", "he", "her", "his", "how", "i", "if", "in", "it", "its", "keep", "my",
    "no", "not", "on", "or", "our", "she", "some", "tell", "that", "the", "their", "then", "there",
    "these", "they", "this", "those", "to", "we", "what", "when", "where", "who", "why", "with",
    "write", "you", "your",
];

/// The sentences of `piece`, whose end ends the last one.
pub(super) fn split(piece: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let piece = piece.trim();
    let mut begin = 0;
    let mut letters = piece.char_indices().peekable();
    while let Some((place, c)) = letters.next() {
        if !is_stop(c) {
            continue;
        }
        let mut end = place + c.len_utf8();
        let mut marks = String::from(c);
        while let Some((place, c)) = letters.next_if(|(_, c)| is_stop(*c) || is_closing(*c)) {
            end = place + c.len_utf8();
            marks.push(c);
        }
        let (Some(before), Some(after)) = (piece.get(begin..place), piece.get(end..)) else {
            continue;
        };
        if ends(before, &marks, after) {
            sentences.extend(piece.get(begin..end));
            begin = end + (after.len() - after.trim_start().len());
        }
    }
    sentences.extend(piece.get(begin..));
    sentences.into_iter().map(str::trim).filter(|s| s.contains(char::is_alphanumeric)).collect()
}

const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '?' | '!' | '…')
}

const fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '*' | '_')
}

/// Whether `marks` end a sentence that is `before` them when `after` follows.
fn ends(before: &str, marks: &str, after: &str) -> bool {
    if after.is_empty() {
        return true;
    }
    if !after.starts_with(char::is_whitespace) {
        return false;
    }
    let next = after.split_whitespace().next().unwrap_or_default();
    let next = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    let goes_on = next.starts_with(char::is_lowercase);
    let stops: String = marks.chars().filter(|c| is_stop(*c)).collect();
    match stops.as_str() {
        "." => !is_short(before, next),
        "?" | "!" => !(goes_on && marks.ends_with(is_closing)),
        dots if dots.contains(['…']) || dots.starts_with("..") => !goes_on,
        _ => true,
    }
}

/// Whether the point after `before` belongs to a short form and `next` goes on with the sentence.
fn is_short(before: &str, next: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let low = word.to_lowercase();
    let starts = {
        let plain = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        next.starts_with(char::is_uppercase) && STARTERS.contains(&plain.to_lowercase().as_str())
    };
    if BEFORE.contains(&low.as_str()) {
        return true;
    }
    if BEFORE_NUMBER.contains(&low.as_str()) && next.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    // "1. Ask us": the number of a step.
    if before.len() == word.len() && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    (EITHER.contains(&low.as_str()) || is_initials(word)) && !starts
}

/// Whether `word` is an initial or letters with points between them: "J", "U.S".
fn is_initials(word: &str) -> bool {
    let mut letters = word.split('.');
    let single = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    letters.all(single) && (word.len() > 1 || word.starts_with(char::is_uppercase)) && word != "I"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (piece, expected) in [
            ("Ask us. We help.", vec!["Ask us.", "We help."]),
            ("No stop at the end", vec!["No stop at the end"]),
            ("Is it free? No. You pay.", vec!["Is it free?", "No.", "You pay."]),
            ("Bring food, e.g. Fruit or bread.", vec!["Bring food, e.g. Fruit or bread."]),
            ("See Dr. Lee. Then go home.", vec!["See Dr. Lee.", "Then go home."]),
            ("The U.S. Department pays.", vec!["The U.S. Department pays."]),
            ("You live in the U.S. You can vote.", vec!["You live in the U.S.", "You can vote."]),
            ("Ask J. R. Smith today.", vec!["Ask J. R. Smith today."]),
            ("You get plan B. It costs less.", vec!["You get plan B.", "It costs less."]),
            (
                "It costs 3.5 percent. Pay $2.50 now.",
                vec!["It costs 3.5 percent.", "Pay $2.50 now."],
            ),
            ("Come at 9 a.m. Monday or later.", vec!["Come at 9 a.m. Monday or later."]),
            ("Come at 9 a.m. We open then.", vec!["Come at 9 a.m.", "We open then."]),
            ("Call ext. 12 or room No. 7 now.", vec!["Call ext. 12 or room No. 7 now."]),
            ("Read hhs.gov/ocr today. Write.", vec!["Read hhs.gov/ocr today.", "Write."]),
            ("He said \"Go home.\" She went.", vec!["He said \"Go home.\"", "She went."]),
            ("\"Why me?\" she asked.", vec!["\"Why me?\" she asked."]),
            ("Wait… there is more. And…", vec!["Wait… there is more.", "And…"]),
            ("Wait... There is more?!", vec!["Wait...", "There is more?!"]),
            ("1. Ask us. 2 of us help.", vec!["1. Ask us.", "2 of us help."]),
            ("i asked. they said no.", vec!["i asked.", "they said no."]),
            ("It ended in 2024. You know.", vec!["It ended in 2024.", "You know."]),
            ("** . ?! **", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(split(piece), expected, "{piece}");
        }
    }
}
