//! Text as people type it: limits, folding for search, and marks that must not act.

use unicode_normalization::UnicodeNormalization;

use super::error::Checks;

/// Limits in characters, one for each size of field.
pub mod limit {
    /// Names, numbers, labels.
    pub const SHORT: usize = 200;
    /// One line: what a case is about, a promise.
    pub const LINE: usize = 500;
    /// What happened, a contact's summary, notes.
    pub const LONG: usize = 20_000;
}

/// Checks that `text` fits in `most` characters, naming `field` when it does not.
pub fn check_length(checks: &mut Checks, field: &str, text: &str, most: usize) {
    // Counting stops one past the limit, so that ten megabytes pasted cost nothing.
    let fits = text.len() <= most || text.chars().take(most + 1).count() <= most;
    checks.need(
        fits,
        field,
        format!("This is longer than the {} characters that fit here.", grouped(most)),
    );
}

/// `text` without surrounding space and control characters, or `None` when nothing is left.
///
/// Line breaks and tabs stay; a lone carriage return becomes a line break.
pub fn tidy(text: &str) -> Option<String> {
    let kept: String = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

/// `text` tidied onto one line.
pub fn tidy_line(text: &str) -> Option<String> {
    tidy(text).map(|t| t.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// `text` as it is searched and compared: no accents, no case, single spaces.
///
/// Letters that Unicode does not take apart (ø, ł, ß, đ, æ, œ, ı, þ) are folded by hand, since
/// names are typed both ways.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd() {
        if unicode_normalization::char::is_combining_mark(c) || is_direction_mark(c) {
            continue;
        }
        for low in c.to_lowercase() {
            match low {
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' | 'ð' => folded.push('d'),
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'þ' => folded.push_str("th"),
                'ı' => folded.push('i'),
                '’' | '‘' | 'ʼ' => folded.push('\''),
                other => folded.push(other),
            }
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `c` changes the direction of the text around it without being seen.
///
/// Such marks can make one name look like another, so they are dropped from names and file names.
pub const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// A name without marks that change direction unseen.
pub fn tidy_name(text: &str) -> Option<String> {
    let kept: String = text.chars().filter(|c| !is_direction_mark(*c)).collect();
    tidy_line(&kept)
}

/// The words a search box holds, as the full-text index wants them: each quoted, each a beginning.
pub fn search_words(text: &str) -> Option<String> {
    let words: Vec<String> = fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .take(8)
        .map(|w| format!("\"{w}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A stored code in words: "response_drafted" becomes "Response drafted"; other text stays.
pub fn code_words(text: &str) -> String {
    let is_code = !text.is_empty()
        && text.len() <= 30
        && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    match text {
        _ if !is_code => text.to_owned(),
        "email" => "E-mail".into(),
        "self" => "The patient".into(),
        "in" => "They came to us".into(),
        "out" => "We went to them".into(),
        code => {
            let words = code.replace('_', " ");
            let mut letters = words.chars();
            let first = letters.next().map(|f| f.to_uppercase().to_string()).unwrap_or_default();
            first + letters.as_str()
        }
    }
}

/// `count` with commas: 1,000.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_names_that_sound_alike_compare_alike() {
        for (typed, folded) in [
            ("Ángström", "angstrom"),
            ("Bergström", "bergstrom"),
            ("Łukasz  Sørensen", "lukasz sorensen"),
            ("Strauß", "strauss"),
            ("O’Neil", "o'neil"),
            ("I\u{307}pek", "ipek"),
            ("\u{202E}evil", "evil"),
        ] {
            assert_eq!(fold(typed), folded, "{typed}");
        }
    }

    #[test]
    fn tidying_keeps_lines_and_drops_what_cannot_be_seen() {
        assert_eq!(tidy("  a\r\nb\u{0}\u{7} \n"), Some("a\nb".into()));
        assert_eq!(tidy(" \n\t "), None);
        assert_eq!(tidy_name("Ann\u{202E} Lee"), Some("Ann Lee".into()));
    }

    #[test]
    fn a_limit_counts_characters_not_bytes() {
        let mut checks = Checks::default();
        check_length(&mut checks, "about", &"ä".repeat(10), 10);
        assert!(checks.done().is_ok());
        let mut checks = Checks::default();
        check_length(&mut checks, "about", &"ä".repeat(11), 10);
        assert!(checks.done().is_err());
    }

    #[test]
    fn codes_read_as_words_and_text_stays() {
        assert_eq!(code_words("response_drafted"), "Response drafted");
        assert_eq!(code_words("email"), "E-mail");
        assert_eq!(code_words("4 West"), "4 West");
        assert_eq!(code_words(""), "");
    }

    #[test]
    fn counts_are_grouped_in_threes() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(20_000_000), "20,000,000");
    }
}
