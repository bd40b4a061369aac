//! The file of findings, as its own header describes it.

use chrono::{Datelike as _, Days, NaiveDate};
use serde::Deserialize;

/// One finding.
#[derive(Debug, Clone, Deserialize)]
pub struct Finding {
    /// Report code.
    pub id: String,
    /// Federal tag.
    pub tag: String,
    /// acute, psych, rehab, snf or cah.
    pub setting: String,
    /// full or partial.
    pub detail: String,
    /// The facility's own policy.
    #[serde(default)]
    pub policy: Policy,
    /// What was raised, when and how.
    #[serde(default)]
    pub facts: Facts,
    /// What happened.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Only for findings about notices.
    #[serde(default)]
    pub notice: Option<serde_json::Value>,
    /// The date of the survey, days from receipt, or nothing.
    #[serde(default)]
    pub as_of: Option<Day>,
    /// What was cited.
    pub cited_for: Vec<String>,
    /// Explains "other".
    #[serde(default)]
    pub other_detail: Option<String>,
}

/// The facility's own policy.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Policy {
    /// Days to the first written reply.
    #[serde(default)]
    pub days: Option<u32>,
    /// The outer limit for the final reply.
    #[serde(default)]
    pub later_days: Option<u32>,
    /// calendar, business or none-stated.
    #[serde(default)]
    pub unit: Option<String>,
    /// The unit of `later_days`, where it differs.
    #[serde(default)]
    pub later_unit: Option<String>,
}

/// What was raised, when and how.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Facts {
    /// When it was first said.
    #[serde(default)]
    pub received: Option<Day>,
    /// verbal, phone, letter, email, survey, in person or unknown.
    #[serde(default)]
    pub channel: Option<String>,
    /// patient, family, guardian, staff or other.
    #[serde(default)]
    pub by: Option<String>,
    /// What it was about.
    #[serde(default)]
    pub about: Option<String>,
    /// complaint, grievance, none or unknown.
    #[serde(default)]
    pub classified_by_hospital_as: Option<String>,
}

/// Something that happened.
#[derive(Debug, Clone, Deserialize)]
pub struct Event {
    /// When.
    #[serde(default)]
    pub day: Option<Day>,
    /// acknowledged, interim_letter, investigation, call, final_letter, closed or none.
    pub what: String,
    /// What the letter lacks.
    #[serde(default)]
    pub letter_lacks: Vec<String>,
    /// What more there is to say.
    #[serde(default)]
    pub note: Option<String>,
}

impl Event {
    /// What a letter promised, as its note tells it: "promises a call within 10 working days" is 10
    /// working days.
    pub fn promised(&self) -> Option<(u32, bool)> {
        let note = self.note.as_deref()?;
        let rest = note.split_once("promises ")?.1.split_once(" within ")?.1;
        let mut words = rest.split_whitespace();
        let days = words.next()?.parse().ok()?;
        Some((days, matches!(words.next()?, "working" | "business")))
    }
}

impl Finding {
    /// The day of the letter that promised something, where only that has a date.
    pub fn first_event(&self) -> Option<NaiveDate> {
        let letters = self.events.iter().filter(|event| event.promised().is_some());
        letters.filter_map(|event| event.day.as_ref()?.exact()).min()
    }
}

/// A day: a date, a month or a year, or days from the day of receipt.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Written")]
pub enum Day {
    /// Days from receipt; of the receipt itself 0, which says that its date is not known.
    Offset(i64),
    /// 2018-01-19, 2018-01 or 2018.
    Date(String),
}

/// A day as it is written: a bare year is a number too.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Number(i64),
    Text(String),
}

impl From<Written> for Day {
    fn from(written: Written) -> Self {
        match written {
            Written::Number(year) if year >= 1_900 => Self::Date(year.to_string()),
            Written::Number(days) => Self::Offset(days),
            Written::Text(text) => Self::Date(text),
        }
    }
}

impl Day {
    /// The date, where one is given to the day.
    pub fn exact(&self) -> Option<NaiveDate> {
        match self {
            Self::Offset(_) => None,
            Self::Date(text) => text.parse().ok(),
        }
    }

    /// Whether only its month or year is known.
    pub fn is_vague(&self) -> bool {
        matches!(self, Self::Date(_)) && self.exact().is_none()
    }

    /// The latest date it can be: the last of the month or the year, where only that is known.
    pub fn latest(&self) -> Option<NaiveDate> {
        let Self::Date(text) = self else { return None };
        if let Ok(day) = text.parse() {
            return Some(day);
        }
        let mut parts = text.split('-');
        let year: i32 = parts.next()?.parse().ok()?;
        let month: u32 = parts.next().map_or(Some(12), |month| month.parse().ok())?;
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let next = first.checked_add_days(Days::new(32))?.with_day(1)?;
        next.pred_opt()
    }
}

/// Reads a file of findings; a mistake is named by its place.
pub fn read(text: &str) -> Result<Vec<Finding>, String> {
    serde_saphyr::from_str(text).map_err(|why| why.to_string())
}
