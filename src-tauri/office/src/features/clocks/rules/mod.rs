//! Decisions about time, as pure functions: how a date is counted, why it is that day, and what a
//! rule pack may say.

mod book;
mod count;
mod explain;
#[cfg(test)]
mod fixture;
mod pack;
mod plan;
mod receipts;
mod strip;
mod words;

pub use book::{book, shipped_text};
pub use count::{Dated, add_length, add_months, count, date, due, last_safe_day};
pub use explain::{Explanation, Question, Receipt, explain, how_counted};
pub use pack::{Found, Rulebook, presumed};
pub use plan::{Facts, Happened, Start, safe_day, starts};
pub use receipts::{LateReceipt, late_receipts};
pub use words::{
    Dates, Style, day_words, full_day, length_words, long_date, moment_words, short_day,
    time_of_day_words, time_words,
};
