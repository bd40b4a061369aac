//! Lists page by key, never by offset; counts are capped.

use serde::Serialize;
use ts_rs::TS;

/// One page of a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Page<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// Where the next page begins, or null at the end.
    pub next: Option<String>,
    /// How many there are, up to 1,000.
    pub total: u32,
    /// Whether there are more than `total`: shown as "1,000+".
    pub capped: bool,
}

/// The most that is ever counted.
pub const CAP: i64 = 1_000;

impl<R> Page<R> {
    /// Makes a page from one row more than fits.
    pub fn cut<L>(
        mut lines: Vec<L>,
        limit: i64,
        counted: i64,
        next_of: impl Fn(&L) -> String,
        row: impl FnMut(L) -> R,
    ) -> Self {
        let fits = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = lines.len() > fits;
        lines.truncate(fits);
        let next = if more { lines.last().map(next_of) } else { None };
        let total = u32::try_from(counted.min(CAP)).unwrap_or_default();
        Self { rows: lines.into_iter().map(row).collect(), next, total, capped: counted > CAP }
    }
}

/// Which page is asked for.
#[derive(Debug, Clone, Default)]
pub struct Paging {
    after: Option<String>,
    limit: Option<u32>,
}

impl Paging {
    /// From what came over the wire.
    pub const fn new(after: Option<String>, limit: Option<u32>) -> Self {
        Self { after, limit }
    }

    /// How many rows, 1 to 100; 50 when not said.
    pub fn limit(&self) -> i64 {
        i64::from(self.limit.unwrap_or(50).clamp(1, 100))
    }

    /// The key as a number.
    pub fn number(&self) -> Option<i64> {
        self.after.as_deref()?.parse().ok()
    }

    /// The key as a text and a number.
    pub fn text_and_number(&self) -> Option<(String, i64)> {
        let (text, n) = self.after.as_deref()?.rsplit_once('|')?;
        Some((text.to_owned(), n.parse().ok()?))
    }

    /// Makes a key of a text and a number.
    pub fn join(text: &str, n: i64) -> String {
        format!("{text}|{n}")
    }
}
