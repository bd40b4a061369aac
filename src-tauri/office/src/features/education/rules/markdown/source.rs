//! A leaflet's text before it is read: cut to a length, with one kind of line end, and not nested
//! so deep that reading it would take long.

use super::notes::Notes;

/// The longest text that is read, in bytes.
pub(super) const LONGEST: usize = 200_000;

/// The most quote and list signs one line may begin with. Two quotes and three lists are kept.
///
/// The parser looks through all open quotes and lists on every line, so that a text of a hundred
/// thousand signs and as many lines would keep it busy for a minute.
const SIGNS: usize = 8;

/// What is said about a list in a list in a list in a list.
pub(super) const DEEP_LIST: &str =
    "A list is nested more than three deep. Its points were moved up to the third level.";

/// What is said about a quote in a quote in a quote.
pub(super) const DEEP_QUOTE: &str =
    "A quote is nested more than two deep. Its words were moved up to the second level.";

/// `typed` made ready for the parser; what that changes is named.
pub(super) fn prepare(typed: &str, notes: &mut Notes) -> String {
    let kept = cut(typed);
    let even = kept.replace("\r\n", "\n").replace('\r', "\n");
    if kept.len() < typed.len() {
        let line = even.split('\n').count();
        notes.add(
            number(line),
            "The text is longer than a leaflet may be. It was cut off here, at 200,000 bytes.",
        );
    }
    let mut ready = String::with_capacity(even.len());
    for (place, line) in even.split_inclusive('\n').enumerate() {
        thin(line, number(place + 1), &mut ready, notes);
    }
    ready
}

/// `place` as the number of a line.
pub(super) fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The longest beginning of `typed` that is read.
fn cut(typed: &str) -> &str {
    let end = (0..=LONGEST.min(typed.len())).rev().find(|end| typed.is_char_boundary(*end));
    end.and_then(|end| typed.get(..end)).unwrap_or_default()
}

/// Adds `line` to `ready`, without the quote and list signs past [`SIGNS`] that it begins with.
fn thin(line: &str, number: u32, ready: &mut String, notes: &mut Notes) {
    let mut rest = line;
    let mut kept = line;
    let mut signs = 0;
    let mut quotes = false;
    while let Some(behind) = after_sign(rest) {
        signs += 1;
        if signs <= SIGNS {
            kept = behind;
        } else {
            quotes |= rest.trim_start().starts_with('>');
        }
        rest = behind;
    }
    let is_rule = rest.trim().is_empty() && !line.contains('>');
    if signs <= SIGNS || is_rule {
        ready.push_str(line);
        return;
    }
    notes.add(number, if quotes { DEEP_QUOTE } else { DEEP_LIST });
    let (signs, _) = line.split_at_checked(line.len() - kept.len()).unwrap_or_default();
    ready.push_str(signs);
    ready.push(' ');
    ready.push_str(rest.trim_start_matches([' ', '\t']));
}

/// What follows the quote or list sign that `text` begins with.
fn after_sign(text: &str) -> Option<&str> {
    let text = text.trim_start_matches([' ', '\t']);
    if let Some(behind) = text.strip_prefix('>') {
        return Some(behind);
    }
    let behind = text.strip_prefix(['-', '+', '*']).or_else(|| {
        let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
        if behind.len() == text.len() { None } else { behind.strip_prefix(['.', ')']) }
    })?;
    (behind.is_empty() || behind.starts_with([' ', '\t', '\n'])).then_some(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready(typed: &str) -> (String, usize) {
        let mut notes = Notes::default();
        (prepare(typed, &mut notes), notes.finish().len())
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        let long = "ä".repeat(LONGEST);
        let (kept, named) = ready(&long);
        assert_eq!((kept.len(), named), (LONGEST, 1));
        let (kept, _) = ready(&format!("a{long}"));
        assert_eq!(kept.len(), LONGEST - 1);
        assert_eq!(ready(&"a".repeat(LONGEST)).1, 0);
    }

    #[test]
    fn all_line_ends_are_one() {
        assert_eq!(ready("a\r\nb\rc\n"), ("a\nb\nc\n".into(), 0));
    }

    #[test]
    fn signs_are_dropped_past_the_eighth_on_a_line() {
        for (typed, kept, named) in [
            ("> > > > > > > > a\n", "> > > > > > > > a\n", 0),
            ("> > > > > > > > > > a\n", "> > > > > > > > a\n", 1),
            (">>>>>>>>>>a", ">>>>>>>> a", 1),
            ("- 1. - 1. - 1. - 1. - 1. a", "- 1. - 1. - 1. - 1. a", 1),
            ("- - - - - - - - - - - -\n", "- - - - - - - - - - - -\n", 0),
            ("**********\n", "**********\n", 0),
            ("a > > > > > > > > > > > >", "a > > > > > > > > > > > >", 0),
        ] {
            assert_eq!(ready(typed), (kept.into(), named), "{typed}");
        }
    }
}
