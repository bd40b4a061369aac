//! Rules as data: what an advocate may correct in a rule pack, and what counting by it gives.

mod check;
mod conventions;
mod counted;
mod event;
mod evidence;
mod length;
mod rule;
mod settings;
mod terms;

pub use check::Checked;
pub use conventions::{as_kept, conventions};
pub use counted::{Cell, Counted, Role};
pub use event::{Anchor, Event, Precision, Presumption, Trigger};
pub use evidence::{Evidence, Extension, Letter, MetBy, Sender};
pub use length::{Direction, Length, MonthOverflow, Roll, SetBy, Start, TimeOfDay, Unit};
pub use rule::{Binding, Binds, Confidence, Example, Pack, Rule, Sense};
pub use settings::{AfterHours, Confirmed, MARGIN, OfficeNumber, Settings};
pub use terms::{Extended, Pause, Terms};

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
///
/// A note meets only what somebody else or the person has to do: it says how we know.
pub const CHANNELS: [&str; 6] = ["call", "visit", "letter", "email", "video", "note"];
