//! Rules as data: what an advocate may correct in a rule pack, and what counting by it gives.

mod counted;
mod evidence;
mod length;
mod rule;
mod settings;

pub use counted::{Cell, Counted, Role};
pub use evidence::{Evidence, Extension, Letter, MetBy};
pub use length::{Length, MonthOverflow, Roll, SetBy, Start, TimeOfDay, Unit};
pub use rule::{Binding, Confidence, Example, Pack, Rule, Trigger};
pub use settings::{Confirmed, OfficeNumber, Settings};

/// The kinds of case a rule may apply to, as they are written in files and records.
pub const CASE_KINDS: [&str; 9] = [
    "complaint",
    "grievance",
    "question",
    "concern",
    "compliment",
    "suggestion",
    "billing",
    "records",
    "discharge",
];

/// The channels that may meet a clock, as they are written in files and records.
pub const CHANNELS: [&str; 5] = ["call", "visit", "letter", "email", "video"];
