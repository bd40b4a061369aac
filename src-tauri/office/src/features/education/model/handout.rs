//! A leaflet given to somebody, and what they could say back.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::codes::{TeachOutcome, Way};
use crate::features::cases::CaseId;
use crate::features::people::PersonId;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy};
use crate::kernel::{Id, Result};

/// Marks the id of a handout.
pub struct Handout;

/// The id of a handout.
pub type HandoutId = Id<Handout>;

/// One point of a teach-back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "TeachPoint")]
pub struct Point {
    /// What was asked.
    pub ask: String,
    /// How it went.
    pub outcome: TeachOutcome,
    /// What the person said, in their own words.
    pub words: String,
}

/// Leaflets handed to somebody.
#[derive(Debug, Clone)]
pub struct Giving {
    /// To whom.
    pub person: PersonId,
    /// In which case, if in one.
    pub case: Option<CaseId>,
    /// Which, each with what was said back.
    pub leaflets: Vec<GivingOne>,
    /// How.
    pub way: Way,
    /// When; now when it was not said.
    pub at: Option<NaiveDateTime>,
    /// Anything else.
    pub note: Option<String>,
}

/// One leaflet that is handed out.
#[derive(Debug, Clone)]
pub struct GivingOne {
    /// The name all its versions share.
    pub key: String,
    /// BCP 47 tag.
    pub language: String,
    /// What the person said back, if it was asked.
    pub said: Option<TeachBackDetails>,
}

/// A teach-back as it is written down.
#[derive(Debug, Clone)]
pub struct TeachBackDetails {
    /// The points, in the order they were asked.
    pub points: Vec<Point>,
    /// Whether an interpreter helped.
    pub interpreter: bool,
    /// Anything else.
    pub note: String,
    /// When to go over it again.
    pub again_on: Option<NaiveDate>,
}

impl TeachBackDetails {
    /// Tidies what was typed and checks all of it at once; `today` bounds the day to go over it
    /// again. `prefix` is the path of the form in the input, such as `leaflets.0.teachBack.`.
    pub fn check(mut self, today: NaiveDate, prefix: &str) -> Result<Self> {
        let mut checks = Checks::default();
        checks.need(
            !self.points.is_empty(),
            format!("{prefix}points"),
            "Mark at least one point, or hand it out without a teach-back.",
        );
        for (n, point) in self.points.iter_mut().enumerate() {
            check_length(
                &mut checks,
                &format!("{prefix}points.{n}.words"),
                &point.words,
                limit::LONG,
            );
            point.words = tidy(&point.words).unwrap_or_default();
            point.ask = tidy(&point.ask).unwrap_or_default();
        }
        check_length(&mut checks, &format!("{prefix}note"), &self.note, limit::LONG);
        self.note = tidy(&self.note).unwrap_or_default();
        let is_open = self.points.iter().any(|point| point.outcome == TeachOutcome::NotYet);
        checks.need(
            !is_open || self.again_on.is_some(),
            format!("{prefix}againOn"),
            "Choose the day to go over it again.",
        );
        checks.need(
            self.again_on.is_none_or(|day| day >= today),
            format!("{prefix}againOn"),
            "Choose today or a later day.",
        );
        if !is_open {
            self.again_on = None;
        }
        checks.done()?;
        Ok(self)
    }
}
