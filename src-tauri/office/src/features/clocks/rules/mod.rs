//! Decisions about time, as pure functions: how a date is counted, why it is that day, and what a
//! rule pack may say.

mod book;
mod count;
mod explain;
#[cfg(test)]
mod fixture;
mod pack;
mod strip;
mod words;

pub use book::book;
pub use count::{add_months, count, due};
pub use explain::{Explanation, Question, explain, how_counted};
pub use pack::{Found, Rulebook};
pub use words::{
    Dates, Style, day_words, full_day, length_words, long_date, moment_words, short_day,
    time_of_day_words, time_words,
};
