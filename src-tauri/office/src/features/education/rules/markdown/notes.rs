//! The list of what was left out while a leaflet was read.

use crate::features::education::model::LeftOut;

/// The most that are named. A text with more is not a leaflet, and the list would not be read.
const MOST: usize = 200;

/// What was left out so far.
#[derive(Debug, Default)]
pub(super) struct Notes {
    named: Vec<LeftOut>,
    more: bool,
}

impl Notes {
    /// Names `what` happened on `line`, once.
    pub(super) fn add(&mut self, line: u32, what: &str) {
        if self.named.len() >= MOST {
            self.more = true;
        } else if !self.named.iter().any(|n| n.line == line && n.what == what) {
            self.named.push(LeftOut { line, what: what.to_owned() });
        }
    }

    /// Everything named, by line.
    pub(super) fn finish(mut self) -> Vec<LeftOut> {
        self.named.sort_by_key(|n| n.line);
        if self.more {
            let line = self.named.last().map_or(1, |last| last.line);
            let what = format!("More was changed than this. Only {MOST} changes are named.");
            self.named.push(LeftOut { line, what });
        }
        self.named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_on_one_line_is_named_once_and_lines_are_in_order() {
        let mut notes = Notes::default();
        for (line, what) in [(3, "b"), (1, "a"), (3, "b"), (3, "c")] {
            notes.add(line, what);
        }
        let lines: Vec<(u32, String)> =
            notes.finish().into_iter().map(|n| (n.line, n.what)).collect();
        assert_eq!(lines, [(1, "a".into()), (3, "b".into()), (3, "c".into())]);
    }

    #[test]
    fn a_list_that_is_too_long_says_so() {
        let mut notes = Notes::default();
        for line in 0..250 {
            notes.add(line, "a");
        }
        let named = notes.finish();
        assert_eq!(named.len(), MOST + 1);
        assert!(named.last().is_some_and(|last| last.what.starts_with("More was changed")));
    }
}
