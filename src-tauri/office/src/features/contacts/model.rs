//! What an entry of the contact log is.

use chrono::NaiveDateTime;
use serde_json::{Value, json};

use crate::codes;
use crate::features::cases::{Channel, moment_text};
use crate::features::people::PersonId;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy, tidy_name};
use crate::kernel::{Id, Result};

/// Marks the id of a contact.
pub struct Contact;

/// The id of a contact.
pub type ContactId = Id<Contact>;

codes! {
    /// Who began it.
    pub enum Direction {
        /// They came to us.
        In = "in",
        /// We went to them.
        Out = "out",
    }
}

codes! {
    /// Whether anybody was reached.
    pub enum Reached {
        /// Yes.
        Reached = "reached",
        /// A message was left.
        LeftMessage = "left_message",
        /// Nobody answered.
        NoAnswer = "no_answer",
    }
}

/// One entry, as it was or as it is amended to.
#[derive(Debug, Clone)]
pub struct ContactDetails {
    /// How.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// When, in the office's zone.
    pub at: NaiveDateTime,
    /// How long.
    pub minutes: Option<u32>,
    /// With whom, if they are in the office's list of people.
    pub with_person: Option<PersonId>,
    /// With whom, by name.
    pub with_name: String,
    /// Whether they were reached.
    pub reached: Reached,
    /// What was said.
    pub summary: String,
}

impl ContactDetails {
    /// Tidies what was typed and checks all of it at once. `now` bounds the time.
    pub fn check(mut self, now: NaiveDateTime) -> Result<Self> {
        let mut checks = Checks::default();
        check_length(&mut checks, "summary", &self.summary, limit::LONG);
        check_length(&mut checks, "withName", &self.with_name, limit::SHORT);
        self.summary = tidy(&self.summary).unwrap_or_default();
        self.with_name = tidy_name(&self.with_name).unwrap_or_default();
        let silent = self.reached == Reached::NoAnswer;
        checks.need(
            silent || !self.summary.is_empty(),
            "summary",
            "Write what was said, in their words where you can.",
        );
        // A clock that is a little ahead must not refuse a call that is still going on.
        let latest = now + chrono::TimeDelta::minutes(15);
        checks.need(self.at <= latest, "at", "A contact can't be in the future.");
        let oldest = chrono::NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or(now.date());
        checks.need(self.at.date() >= oldest, "at", "Check the year: this is before 1990.");
        checks.need(
            self.minutes.is_none_or(|m| m <= 1440),
            "minutes",
            "A contact lasts 24 hours (1,440 minutes) at most.",
        );
        checks.done()?;
        Ok(self)
    }

    /// The fields of the journal record.
    pub(crate) fn fields(&self) -> Value {
        json!({
            "channel": self.channel.code(), "direction": self.direction.code(),
            "at": moment_text(self.at), "minutes": self.minutes, "with_person": self.with_person,
            "with_name": self.with_name, "reached": self.reached.code(), "summary": self.summary,
        })
    }
}
