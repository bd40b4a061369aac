//! What the rules would call a matter, as pure functions: the next question, the advice, what the
//! case itself answers, and what a table may say.

mod book;
mod checked;
mod decide;
mod known;
mod read;

pub use book::{table, tables};
pub use checked::{checked, key, terms_code, to_be_checked};
pub use decide::{Advice, Turn, check, turn};
pub use known::{CaseFacts, known, reads_like};
pub use read::read;
