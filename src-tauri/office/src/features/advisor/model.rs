//! Decision tables as they are written in files, and the answers they are asked with.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::features::cases::CaseKind;
use crate::features::clocks::model::Confidence;
use crate::kernel::Id;
use crate::kernel::calendar::source;

/// Marks the id of a decision on what a case is.
pub struct Classification;

/// The id of a decision on what a case is.
pub type ClassificationId = Id<Classification>;

/// What was answered: the code of an option, by the id of its question.
pub type Answers = BTreeMap<String, String>;

/// The facts that decide what the rules of one field of work would call a matter.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The profile of the office that uses it, `us-hospital`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What it answers: "Is it a grievance?"
    pub asks: String,
    /// Where it holds.
    pub jurisdiction: String,
    /// Version, `2026.11`; a decision keeps the one it was made under.
    pub version: String,
    /// When somebody last compared the table with its sources.
    #[serde(deserialize_with = "source::day")]
    pub reviewed_on: NaiveDate,
    /// What changed in this version, for the people who work by it.
    pub changes: String,
    /// The questions; of two that are open, the earlier is asked first.
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
    /// The rows; the first that holds is the advice.
    #[serde(rename = "row")]
    pub rows: Vec<Row>,
    /// Worked examples, run whenever the table is read.
    #[serde(rename = "example")]
    pub examples: Vec<Example>,
}

/// One fact that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Code.
    pub id: String,
    /// The question.
    pub asks: String,
    /// What helps to answer it.
    #[serde(default)]
    pub help: Option<String>,
    /// What of the case may answer it.
    #[serde(default)]
    pub known_from: Option<Fact>,
    /// The answer that each code of that fact means.
    #[serde(default)]
    pub known: BTreeMap<String, String>,
    /// What may be taken for granted until somebody asks, to notice how a case reads.
    #[serde(default)]
    pub presumed: Option<String>,
    /// What can be answered.
    #[serde(rename = "option")]
    pub options: Vec<Choice>,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Code.
    pub code: String,
    /// In words.
    pub label: String,
    /// What it takes in.
    #[serde(default)]
    pub hint: Option<String>,
}

/// What a case may know of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// How it was first said.
    SaidHow,
    /// What kind of case it was opened as.
    Kind,
    /// Who raised it, to the patient.
    Relation,
    /// Whether it was first said during a stay.
    Stay,
}

/// Alternatives, each a set of questions with the answers that fit.
pub type When = Vec<BTreeMap<String, Vec<String>>>;

/// What a matter is, when its conditions hold.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Code of the rule, "G3".
    pub id: String,
    /// When it holds.
    pub when: When,
    /// How the case is filed.
    pub kind: CaseKind,
    /// What it is called.
    pub called: String,
    /// Why.
    pub sentence: String,
    /// On whose word.
    pub authority: String,
    /// Where it is written.
    pub citation: String,
    /// How sure that is.
    pub confidence: Confidence,
    /// Whether it cannot wait.
    #[serde(default)]
    pub urgent: bool,
    /// What follows from it.
    #[serde(default)]
    pub follows: Vec<String>,
    /// Where part of it is less sure.
    #[serde(default, rename = "doubt")]
    pub doubts: Vec<Doubt>,
    /// How else it may be read.
    #[serde(default)]
    pub also: Vec<Reading>,
}

/// Part of a row that is less sure than the rest.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// When it is that part.
    pub when: When,
    /// How sure that part is.
    pub confidence: Confidence,
    /// What is not sure.
    pub says: String,
}

/// Another reading of the same facts.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// When it is another reading; always, without.
    #[serde(default)]
    pub when: When,
    /// How the case would be filed.
    pub kind: CaseKind,
    /// What it would be called.
    pub called: String,
    /// Why.
    pub sentence: String,
    /// Where it is written.
    pub citation: String,
    /// How sure that is.
    pub confidence: Confidence,
}

/// Answers and the row they lead to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What was answered.
    pub answers: Answers,
    /// The row.
    pub row: String,
    /// What the example shows.
    pub shows: String,
}

impl Table {
    /// The question called `id`.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The row called `id`.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }
}

impl Question {
    /// The option with this code.
    pub fn option(&self, code: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.code == code)
    }
}
