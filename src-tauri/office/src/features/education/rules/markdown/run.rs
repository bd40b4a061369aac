//! Running text while it is being read: words, and the bold and slanted words and links around them.

use super::marks::Marked;
use crate::features::education::model::Inline;

/// What stands around words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wrap {
    /// Bold words.
    Strong,
    /// Slanted words.
    Emphasis,
    /// A link to an address.
    Link(String),
}

/// The text of one block or one table cell.
#[derive(Debug, Default)]
pub(super) struct Run {
    done: Vec<Inline>,
    open: Vec<(Wrap, Vec<Inline>)>,
    // For every opening the text makes, whether it has a place in `open`. Texts can nest openings
    // by the ten thousand, so what is not kept costs one flag.
    kept: Vec<bool>,
    written: usize,
}

impl Run {
    /// How many bytes of text were added so far.
    pub(super) const fn written(&self) -> usize {
        self.written
    }

    /// Adds words, joined to the words before them.
    pub(super) fn text(&mut self, words: &str) {
        self.written += words.len();
        let current = self.current();
        if let Some(Inline::Text(last)) = current.last_mut() {
            last.push_str(words);
        } else if !words.is_empty() {
            current.push(Inline::Text(words.to_owned()));
        }
    }

    /// Adds lines as they were typed.
    pub(super) fn lines(&mut self, typed: &str) {
        for (place, line) in typed.split('\n').enumerate() {
            if place > 0 {
                self.line_break();
            }
            self.text(line);
        }
    }

    /// Ends the line.
    pub(super) fn line_break(&mut self) {
        self.current().push(Inline::Break);
    }

    /// Begins words inside `wrap`, unless that is so already or `room` wraps are open.
    ///
    /// Returns whether the wrap is kept. Every start needs its [`Run::end`].
    pub(super) fn start(&mut self, wrap: Option<Wrap>, room: usize) -> bool {
        let wrap = wrap.filter(|wrap| {
            self.open.len() < room && !self.open.iter().any(|(outer, _)| outer == wrap)
        });
        let kept = wrap.is_some();
        self.kept.push(kept);
        self.open.extend(wrap.map(|wrap| (wrap, Vec::new())));
        kept
    }

    /// Ends what [`Run::start`] began.
    pub(super) fn end(&mut self, marked: &Marked) {
        if self.kept.pop() != Some(true) {
            return;
        }
        let Some((wrap, words)) = self.open.pop() else { return };
        let mut words = with_limits(words, marked);
        let around = match wrap {
            Wrap::Strong => Inline::Strong(words),
            Wrap::Emphasis => Inline::Emphasis(words),
            Wrap::Link(target) => {
                // A link without words could not be seen.
                if words.iter().all(Inline::is_blank) {
                    words = vec![Inline::Text(target.clone())];
                }
                Inline::Link { words, target }
            }
        };
        if !around.is_blank() {
            self.current().push(around);
        }
    }

    /// The text, or nothing when nothing of it can be seen.
    pub(super) fn finish(&mut self, marked: &Marked) -> Option<Vec<Inline>> {
        // The parser closes what it opens; this is for the day it does not.
        while !self.kept.is_empty() {
            self.end(marked);
        }
        let mut run = with_limits(std::mem::take(self).done, marked);
        while run.last() == Some(&Inline::Break) {
            run.pop();
        }
        let first = run.iter().take_while(|piece| **piece == Inline::Break).count();
        run.drain(..first);
        (!run.iter().all(Inline::is_blank)).then_some(run)
    }

    fn current(&mut self) -> &mut Vec<Inline> {
        match self.open.last_mut() {
            Some((_, words)) => words,
            None => &mut self.done,
        }
    }
}

/// `run` with the marks in its own words put back.
fn with_limits(run: Vec<Inline>, marked: &Marked) -> Vec<Inline> {
    let mut whole = Vec::with_capacity(run.len());
    for piece in run {
        match piece {
            Inline::Text(text) => whole.extend(marked.inlines(&text)),
            other => whole.push(other),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::super::notes::Notes;
    use super::*;

    fn plain() -> Marked {
        Marked::new("", &mut Notes::default())
    }

    fn text(words: &str) -> Inline {
        Inline::Text(words.into())
    }

    #[test]
    fn bold_inside_bold_is_bold() {
        let mut run = Run::default();
        assert!(run.start(Some(Wrap::Strong), 6));
        run.text("a");
        assert!(!run.start(Some(Wrap::Strong), 6));
        run.text("b");
        run.end(&plain());
        run.end(&plain());
        assert_eq!(run.finish(&plain()), Some(vec![Inline::Strong(vec![text("ab")])]));
    }

    #[test]
    fn without_room_the_words_stay_and_the_wrap_goes() {
        let mut run = Run::default();
        assert!(run.start(Some(Wrap::Emphasis), 1));
        assert!(!run.start(Some(Wrap::Strong), 1));
        run.text("a");
        run.end(&plain());
        run.end(&plain());
        assert_eq!(run.finish(&plain()), Some(vec![Inline::Emphasis(vec![text("a")])]));
    }

    #[test]
    fn typed_lines_keep_their_ends_but_not_at_the_edges() {
        let mut run = Run::default();
        run.lines("\na\nb\n");
        assert_eq!(run.finish(&plain()), Some(vec![text("a"), Inline::Break, text("b")]));
        run.lines("\n \n");
        assert_eq!(run.finish(&plain()), None);
    }
}
