//! A date that was counted, and the strip of days that shows how.

use chrono::NaiveDate;

use super::length::TimeOfDay;

/// What one day of the strip is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The day of the trigger.
    Start,
    /// A day that counts.
    Counted,
    /// A day that does not count.
    Skipped,
    /// The last day.
    Due,
    /// Several days folded into one cell.
    Gap,
}

/// One cell of the strip of days that explains a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The day; of a gap, its first.
    pub on: NaiveDate,
    /// What it is.
    pub role: Role,
    /// What stands in it: "received", "day 1", "holiday", "day 3, due", "25 days".
    pub label: String,
    /// What more there is to say: "New Year's Day".
    pub note: Option<String>,
}

/// A date that was counted, with how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The last day.
    pub due: NaiveDate,
    /// The time of day on it, where the rule or its hours give one.
    pub due_by: Option<TimeOfDay>,
    /// The strip of days from the trigger to the last day.
    pub days: Vec<Cell>,
}
