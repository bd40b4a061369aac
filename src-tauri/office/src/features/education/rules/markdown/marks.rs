//! Time-limit marks, `{US-HIPAA-ACC|30 days}`, taken out of a text before it is read as Markdown.
//!
//! A mark holds `|`, which would end a table cell, and words that are not Markdown. So each mark
//! is replaced by a number between two characters that the text does not hold, and put back after.

use std::collections::BTreeSet;

use super::notes::Notes;
use crate::features::education::model::Inline;

/// The most characters a mark's words may have.
const MOST: usize = 200;

/// A text with its marks taken out, and the marks.
#[derive(Debug)]
pub(super) struct Marked {
    /// The text, with a numbered placeholder where each mark stood. Lines are as they were.
    pub(super) text: String,
    fence: char,
    marks: Vec<Mark>,
}

#[derive(Debug)]
struct Mark {
    typed: String,
    rule: String,
    words: String,
    without: Option<String>,
}

impl Marked {
    /// Takes the marks out of `typed` and names those that cannot be read.
    pub(super) fn new(typed: &str, notes: &mut Notes) -> Self {
        let mut marked = Self {
            text: String::with_capacity(typed.len()),
            fence: absent(typed),
            marks: Vec::new(),
        };
        for (place, line) in typed.split_inclusive('\n').enumerate() {
            marked.take_line(line, u32::try_from(place + 1).unwrap_or(u32::MAX), notes);
        }
        marked
    }

    fn take_line(&mut self, line: &str, number: u32, notes: &mut Notes) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            self.text.push_str(before);
            rest = after;
            match (before.ends_with('\\'), Found::at(after)) {
                (false, Found::Mark(mark, behind)) => {
                    self.keep(mark);
                    rest = behind;
                    continue;
                }
                (false, Found::Broken) => notes.add(
                    number,
                    "A time limit could not be read and is shown as typed. Write it as {rule|words}.",
                ),
                _ => {}
            }
            self.text.push('{');
        }
        self.text.push_str(rest);
    }

    fn keep(&mut self, mark: Mark) {
        self.text.push(self.fence);
        self.text.push_str(&self.marks.len().to_string());
        self.text.push(self.fence);
        self.marks.push(mark);
    }

    /// `text` with every mark as it was typed.
    pub(super) fn as_typed(&self, text: &str) -> String {
        let mut typed = String::with_capacity(text.len());
        for (place, part) in text.split(self.fence).enumerate() {
            match self.mark(place, part) {
                Some(mark) => typed.push_str(&mark.typed),
                None => typed.push_str(part),
            }
        }
        typed
    }

    /// `text` as running text, each mark a [`Inline::Limit`].
    pub(super) fn inlines(&self, text: &str) -> Vec<Inline> {
        let mut run = Vec::new();
        for (place, part) in text.split(self.fence).enumerate() {
            match self.mark(place, part) {
                Some(mark) => run.push(Inline::Limit {
                    rule: mark.rule.clone(),
                    words: mark.words.clone(),
                    without: mark.without.clone(),
                }),
                None if part.is_empty() => {}
                None => run.push(Inline::Text(part.to_owned())),
            }
        }
        run
    }

    /// The mark that `part` stands for: every second part between fences is a number.
    fn mark(&self, place: usize, part: &str) -> Option<&Mark> {
        if place.is_multiple_of(2) {
            return None;
        }
        part.parse::<usize>().ok().and_then(|number| self.marks.get(number))
    }
}

/// What follows an opening brace.
enum Found<'a> {
    /// A mark, and the text behind it.
    Mark(Mark, &'a str),
    /// Something that was meant as a mark.
    Broken,
    /// Something else.
    Text,
}

impl<'a> Found<'a> {
    fn at(after: &'a str) -> Self {
        let Some((inner, end)) =
            after.find(['{', '}', '\n']).and_then(|end| after.split_at_checked(end))
        else {
            return Self::unread(after);
        };
        match end.strip_prefix('}') {
            None => Self::unread(inner),
            Some(behind) => match Mark::read(inner) {
                Some(mark) => Self::Mark(mark, behind),
                None => Self::unread(inner),
            },
        }
    }

    fn unread(inner: &str) -> Self {
        if inner.contains('|') || is_rule(inner.trim()) { Self::Broken } else { Self::Text }
    }
}

impl Mark {
    fn read(inner: &str) -> Option<Self> {
        // In a table people may write `\|`, as for any other upright stroke.
        let plain = inner.replace("\\|", "|");
        let mut parts = plain.split('|').map(str::trim);
        let rule = parts.next().filter(|rule| is_rule(rule))?.to_owned();
        let words = parts.next().filter(|words| fits(words))?.to_owned();
        let without = match parts.next() {
            None => None,
            Some(words) => Some(words).filter(|words| fits(words)).map(str::to_owned).map(Some)?,
        };
        parts.next().is_none().then(|| Self { typed: format!("{{{inner}}}"), rule, words, without })
    }
}

/// Whether `text` is written like a rule of the catalog: `US-HIPAA-ACC`, `SC-S2`.
fn is_rule(text: &str) -> bool {
    text.len() <= 40
        && text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
}

fn fits(words: &str) -> bool {
    !words.is_empty() && words.chars().count() <= MOST
}

/// A private character that `text` does not hold.
///
/// There are 65,533 of them at four bytes each, more than fit into the longest text that is read.
fn absent(text: &str) -> char {
    let range = '\u{F0000}'..='\u{FFFFD}';
    let present: BTreeSet<char> = text.chars().filter(|c| range.contains(c)).collect();
    range.clone().find(|c| !present.contains(c)).unwrap_or('\u{FFFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> (Vec<Inline>, usize) {
        let mut notes = Notes::default();
        let marked = Marked::new(typed, &mut notes);
        (marked.inlines(&marked.text), notes.finish().len())
    }

    fn limit(rule: &str, words: &str, without: Option<&str>) -> Inline {
        Inline::Limit {
            rule: rule.into(),
            words: words.into(),
            without: without.map(str::to_owned),
        }
    }

    #[test]
    fn a_mark_has_a_rule_words_and_sometimes_other_words() {
        assert_eq!(
            read("in {US-HIPAA-ACC|30 days}."),
            (
                vec![
                    Inline::Text("in ".into()),
                    limit("US-HIPAA-ACC", "30 days", None),
                    Inline::Text(".".into()),
                ],
                0
            )
        );
        assert_eq!(
            read("{US-CMS-POL| 30 days |the time our policy sets}"),
            (vec![limit("US-CMS-POL", "30 days", Some("the time our policy sets"))], 0)
        );
        assert_eq!(read("{SC-S2\\|noon}"), (vec![limit("SC-S2", "noon", None)], 0));
    }

    #[test]
    fn what_was_meant_as_a_mark_is_named_and_other_braces_are_not() {
        for (typed, named) in [
            ("{US-HIPAA-ACC}", 1),
            ("{US-HIPAA-ACC|}", 1),
            ("{US-HIPAA-ACC|30 days||}", 1),
            ("{US-HIPAA-ACC|30 days|}", 1),
            ("{US-HIPAA-ACC|a|b|c}", 1),
            ("{us-hipaa|30 days}", 1),
            ("{|30 days}", 1),
            ("{US-HIPAA-ACC|30 days", 1),
            ("{US-HIPAA-ACC|30\ndays}", 1),
            ("{your name}", 0),
            ("{", 0),
            ("{}", 0),
            ("{{{", 0),
            ("\\{US-HIPAA-ACC|30 days}", 0),
        ] {
            assert_eq!(read(typed), (vec![Inline::Text(typed.into())], named), "{typed}");
        }
    }

    #[test]
    fn a_text_that_holds_the_private_characters_keeps_them() {
        let typed = "\u{F0000}0\u{F0000} {SC-S2|noon} \u{F0001}";
        assert_eq!(
            read(typed).0,
            [
                Inline::Text("\u{F0000}0\u{F0000} ".into()),
                limit("SC-S2", "noon", None),
                Inline::Text(" \u{F0001}".into()),
            ]
        );
        let marked = Marked::new(typed, &mut Notes::default());
        assert_eq!(marked.as_typed(&marked.text), typed);
    }
}
