//! The margin beside a draft: what the reader should be told, and the limits that text is held to.

use chrono::NaiveDate;

use crate::kernel::Clock;
use crate::kernel::text::{limit, tidy_name};

/// The most remarks on one line; more would not be read.
const MOST: usize = 12;

/// Collects remarks about one resource while it is read.
pub(crate) struct Margin<'a> {
    /// Tells which civil day an instant falls on, and what day it is.
    pub(super) clock: &'a Clock,
    remarks: Vec<String>,
    cut: bool,
}

impl<'a> Margin<'a> {
    /// An empty margin.
    pub(crate) const fn new(clock: &'a Clock) -> Self {
        Self { clock, remarks: Vec::new(), cut: false }
    }

    /// Says something to whoever looks at the preview. The same is not said twice.
    pub(crate) fn remark(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        if self.remarks.len() < MOST && !self.remarks.contains(&sentence) {
            self.remarks.push(sentence);
        }
    }

    /// The remarks, in order.
    pub(crate) fn finish(mut self) -> Vec<String> {
        if self.cut {
            self.remark("A text that was too long was cut to 200 characters.");
        }
        self.remarks
    }

    /// Today in the office.
    pub(super) fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// `text` on one line, without marks that act unseen, and no longer than a short field.
    pub(crate) fn short(&mut self, text: &str) -> Option<String> {
        let whole = tidy_name(text)?;
        if whole.chars().count() <= limit::SHORT {
            return Some(whole);
        }
        self.cut = true;
        Some(whole.chars().take(limit::SHORT).collect())
    }

    /// [`Margin::short`] of what may be absent.
    pub(crate) fn maybe(&mut self, text: Option<&str>) -> Option<String> {
        self.short(text?)
    }

    /// Several texts joined by spaces.
    pub(super) fn joined<'t>(&mut self, texts: impl Iterator<Item = &'t String>) -> Option<String> {
        let texts: Vec<&str> = texts.map(String::as_str).collect();
        self.short(&texts.join(" "))
    }
}
