//! The people of the stories: read from `people.toml`, added when a story first needs them.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use serde_json::json;

use super::days::{Today, When};
use super::pen::{Hand, Pen};
use super::source;
use crate::features::people::{
    self, Address, Labeled, PersonDetails, PersonId, PersonKind, PersonName,
};
use crate::kernel::calendar::source::day;
use crate::kernel::{OrNotFound as _, Result};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    person: Vec<Member>,
}

/// Somebody of the stories, as written.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    key: String,
    kind: PersonKind,
    prefix: Option<String>,
    given: Option<String>,
    middle: Option<String>,
    family: Option<String>,
    suffix: Option<String>,
    whole: Option<String>,
    preferred: Option<String>,
    pronouns: Option<String>,
    #[serde(default, deserialize_with = "some_day")]
    born: Option<NaiveDate>,
    spoken: Option<String>,
    written: Option<String>,
    #[serde(default)]
    interpreter: bool,
    needs: Option<String>,
    number: Option<String>,
    #[serde(default)]
    phones: BTreeMap<String, String>,
    #[serde(default)]
    emails: BTreeMap<String, String>,
    address: Option<Street>,
    unit: Option<String>,
    title: Option<String>,
    member_of: Option<String>,
    notes: Option<String>,
    stay: Option<Staying>,
    covered: Option<Covered>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Street {
    lines: String,
    city: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Staying {
    unit: String,
    from: When,
    to: Option<When>,
    kind: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Covered {
    payer: String,
    member: String,
    plan: String,
}

fn some_day<'de, D>(from: D) -> std::result::Result<Option<NaiveDate>, D::Error>
where
    D: serde::Deserializer<'de>,
{
    day(from).map(Some)
}

/// The people of the stories, and who of them is in the office already.
pub(super) struct Cast {
    members: Vec<Member>,
    here: HashMap<String, PersonId>,
}

impl Cast {
    pub(super) fn read() -> Result<Self> {
        let file: File = source("people")?.read()?;
        Ok(Self { members: file.person, here: HashMap::new() })
    }

    /// Everyone the office knows before the first story: the hospital, its people, the payers.
    pub(super) fn known_from_the_start(&self) -> Vec<String> {
        let early = |m: &&Member| m.kind.has_whole_name() || m.kind == PersonKind::HospitalStaff;
        self.members.iter().filter(early).map(|m| m.key.clone()).collect()
    }

    /// Whether the file has somebody of that key.
    #[cfg(test)]
    pub(super) fn has(&self, key: &str) -> bool {
        self.members.iter().any(|m| m.key == key)
    }

    /// Who somebody is, once they are in the office.
    fn found(&self, key: &str) -> Result<PersonId> {
        self.here.get(key).copied().or_not_found("person")
    }

    /// Who somebody is; they are added at `at` when the office meets them for the first time.
    pub(super) async fn meet(
        &mut self,
        pen: &Pen<'_>,
        key: &str,
        (at, today): (DateTime<Utc>, Today<'_>),
    ) -> Result<PersonId> {
        if let Ok(id) = self.found(key) {
            return Ok(id);
        }
        let member = self.members.iter().find(|m| m.key == key).cloned().or_not_found("person")?;
        let group = member.member_of.as_deref().map(|key| self.found(key)).transpose()?;
        let payer = member.covered.as_ref().map(|c| self.found(&c.payer)).transpose()?;
        let payer_name = member.covered.as_ref().and_then(|c| self.name_of(&c.payer));
        let stay = member.stay.as_ref().map(|s| stay(s, today));
        let covered = member.covered.as_ref().map(|c| {
            json!({
                "payer": payer, "payer_name": payer_name, "member_number": c.member,
                "plan": c.plan, "from_day": null, "to_day": null, "sources": [],
            })
        });
        let id = pen
            .write((Hand::Dana, at), "people.add", move |tx| {
                Box::pin(async move {
                    let id = people::add(tx, member.details(group)).await?;
                    for (kind, fields) in [("stay", stay), ("coverage", covered)] {
                        let Some(mut fields) = fields else { continue };
                        if let Some(map) = fields.as_object_mut() {
                            map.insert("person".into(), json!(id));
                        }
                        people::attach(tx, kind, id, fields).await?;
                    }
                    Ok(id)
                })
            })
            .await?;
        self.here.insert(key.to_owned(), id);
        Ok(id)
    }

    fn name_of(&self, key: &str) -> Option<String> {
        self.members.iter().find(|m| m.key == key)?.whole.clone()
    }
}

fn stay(stay: &Staying, today: Today<'_>) -> serde_json::Value {
    json!({
        "unit": stay.unit, "place": "Mercy Hill Hospital", "kind": stay.kind,
        "from_day": today.exact(stay.from).date(), "to_day": stay.to.map(|to| today.exact(to).date()),
        "sources": [],
    })
}

impl Member {
    fn details(self, member_of: Option<PersonId>) -> PersonDetails {
        let labeled = |list: BTreeMap<String, String>| {
            list.into_iter().map(|(label, value)| Labeled { label, value }).collect()
        };
        let number = self.number.map(|value| Labeled { label: "Record number".into(), value });
        PersonDetails {
            kind: self.kind,
            name: PersonName {
                prefix: self.prefix,
                given: self.given,
                middle: self.middle,
                family: self.family,
                suffix: self.suffix,
                whole: self.whole,
            },
            preferred_name: self.preferred,
            pronouns: self.pronouns,
            birth_date: self.born,
            death_date: None,
            spoken_language: self.spoken,
            written_language: self.written,
            interpreter: self.interpreter,
            needs: self.needs,
            identifiers: number.into_iter().collect(),
            phones: labeled(self.phones),
            emails: labeled(self.emails),
            address: self.address.map(|street| Address {
                lines: street.lines,
                city: Some(street.city),
                ..Address::default()
            }),
            unit: self.unit,
            title: self.title,
            member_of,
            notes: self.notes,
            sources: Vec::new(),
        }
    }
}
