//! The stories as they are written in `open.toml` and `closed.toml`.

use serde::Deserialize;

use super::days::When;
use super::pen::Hand;
use super::source;
use crate::features::cases::{CaseKind, Channel, Outcome, PartyRole, Relation, Stage, Urgency};
use crate::features::contacts::{Direction, Reached};
use crate::features::education::model::{Point, Way};
use crate::kernel::Result;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    story: Vec<Story>,
}

/// One case, from first word to where it stands today.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub(super) kind: CaseKind,
    pub(super) patient: Option<String>,
    pub(super) raised_by: Option<String>,
    pub(super) relation: Relation,
    pub(super) said_how: Channel,
    pub(super) said: When,
    pub(super) said_where: Option<String>,
    pub(super) received: When,
    pub(super) about: String,
    pub(super) happened: String,
    pub(super) wants: String,
    pub(super) urgency: Urgency,
    pub(super) unit: String,
    #[serde(default)]
    pub(super) owner: Hand,
    #[serde(default)]
    pub(super) step: Vec<Step>,
}

/// One entry of the journal.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "did", rename_all = "snake_case")]
pub(super) enum Step {
    Contact(Contact),
    Amend(Amend),
    Issue(Issue),
    LookInto(Issue),
    Decide(Decide),
    Party(Party),
    Leaflet(Leaflet),
    Stage(Move),
    Close(Close),
    Reopen(Reopen),
}

impl Step {
    /// When it was done.
    pub(super) const fn on(&self) -> When {
        match self {
            Self::Contact(step) => step.on,
            Self::Amend(step) => step.on,
            Self::Issue(step) | Self::LookInto(step) => step.on,
            Self::Decide(step) => step.on,
            Self::Party(step) => step.on,
            Self::Leaflet(step) => step.on,
            Self::Stage(step) => step.on,
            Self::Close(step) => step.on,
            Self::Reopen(step) => step.on,
        }
    }

    /// The command that does the same from the window.
    pub(super) const fn action(&self) -> &'static str {
        match self {
            Self::Contact(_) => "contacts.add",
            Self::Amend(_) => "contacts.amend",
            Self::Issue(_) => "cases.add_issue",
            Self::LookInto(_) | Self::Decide(_) => "cases.change_issue",
            Self::Party(_) => "cases.add_party",
            Self::Leaflet(_) => "education.give",
            Self::Stage(_) => "cases.set_stage",
            Self::Close(_) => "cases.close",
            Self::Reopen(_) => "cases.reopen",
        }
    }

    /// The people it needs.
    pub(super) fn people(&self) -> Option<&str> {
        match self {
            Self::Contact(step) => step.with.as_deref(),
            Self::Party(step) => Some(&step.person),
            Self::Leaflet(step) => Some(&step.to),
            _ => None,
        }
    }
}

const fn reached() -> Reached {
    Reached::Reached
}

/// A contact being added.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    pub(super) on: When,
    pub(super) key: Option<String>,
    pub(super) channel: Channel,
    pub(super) direction: Direction,
    #[serde(default = "reached")]
    pub(super) reached: Reached,
    pub(super) minutes: Option<u32>,
    pub(super) with: Option<String>,
    pub(super) with_name: Option<String>,
    pub(super) summary: String,
    pub(super) promise: Option<Promise>,
    #[serde(default)]
    pub(super) meets: Vec<String>,
    #[serde(default)]
    pub(super) keeps: Vec<String>,
}

/// A promise made in a contact.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Promise {
    pub(super) key: String,
    pub(super) what: String,
    pub(super) due: When,
}

/// A contact being amended.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Amend {
    pub(super) on: When,
    pub(super) contact: String,
    pub(super) reason: String,
    pub(super) summary: String,
}

/// An issue being added or taken up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Issue {
    pub(super) on: When,
    pub(super) about: String,
}

/// An issue being decided.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decide {
    pub(super) on: When,
    pub(super) about: String,
    pub(super) outcome: Outcome,
    pub(super) finding: String,
}

/// Somebody getting a part in the case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Party {
    pub(super) on: When,
    pub(super) person: String,
    pub(super) role: PartyRole,
    pub(super) relation: Option<Relation>,
    pub(super) may_be_told: bool,
}

/// A leaflet being given, and what was said back.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Leaflet {
    pub(super) on: When,
    pub(super) key: String,
    pub(super) language: String,
    pub(super) to: String,
    pub(super) way: Way,
    #[serde(default)]
    pub(super) said: Vec<Point>,
    #[serde(default)]
    pub(super) interpreter: bool,
    pub(super) again: Option<When>,
}

/// The work moving on.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Move {
    pub(super) on: When,
    pub(super) stage: Stage,
}

/// The case being closed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Close {
    pub(super) on: When,
    pub(super) outcome: Outcome,
    pub(super) note: String,
}

/// The case being taken up again.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reopen {
    pub(super) on: When,
    pub(super) reason: String,
}

/// Every story, the ones that are still open first.
pub(super) fn read() -> Result<Vec<Story>> {
    let mut stories = Vec::new();
    for name in ["open", "closed"] {
        let file: File = source(name)?.read()?;
        stories.extend(file.story);
    }
    Ok(stories)
}
