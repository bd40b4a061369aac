//! Reading the tree: files, and as much of Rust and TypeScript as the rules need to know.

pub(crate) mod rust;
pub(crate) mod script;
pub(crate) mod tree;

/// Where the lines of a text begin.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    /// Of a text.
    pub(crate) fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line, counted from 1, on which byte `at` stands.
    pub(crate) fn at(&self, at: usize) -> usize {
        1 + self.0.partition_point(|end| *end < at)
    }
}

/// Whether a byte may be part of a name.
pub(crate) const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// A name in code, with what stands around it.
pub(crate) struct Word<'a> {
    /// The name.
    pub(crate) text: &'a str,
    /// Where it begins.
    pub(crate) at: usize,
    /// What stands before it, without the spaces between.
    pub(crate) before: &'a str,
    /// What stands behind it, without the spaces between.
    pub(crate) after: &'a str,
}

/// Every name in code whose comments and strings were blanked.
pub(crate) fn words(code: &str) -> impl Iterator<Item = Word<'_>> {
    let bytes = code.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while bytes.get(at).is_some_and(|b| !is_word(*b)) {
            at += 1;
        }
        let start = at;
        while bytes.get(at).is_some_and(|b| is_word(*b)) {
            at += 1;
        }
        let text = code.get(start..at).filter(|text| !text.is_empty())?;
        let before = code.get(..start).unwrap_or_default().trim_end();
        let after = code.get(at..).unwrap_or_default().trim_start();
        Some(Word { text, at: start, before, after })
    })
}

/// Where the bracket that opens at `at` is closed.
pub(crate) fn closing(code: &str, at: usize) -> Option<usize> {
    let bytes = code.as_bytes();
    let (open, close) = match bytes.get(at)? {
        b'{' => (b'{', b'}'),
        b'(' => (b'(', b')'),
        b'[' => (b'[', b']'),
        _ => return None,
    };
    let mut depth = 0_usize;
    for (place, byte) in bytes.iter().enumerate().skip(at) {
        if *byte == open {
            depth += 1;
        } else if *byte == close {
            depth -= 1;
            if depth == 0 {
                return Some(place);
            }
        }
    }
    None
}
