//! Everyone who has no story of their own: patients drawn from the groups of `names.toml`, and the
//! person who speaks for them.

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;

use super::chance::Chance;
use super::course::RECENT;
use super::days::moved;
use super::source;
use crate::features::cases::Relation;
use crate::features::people::{self, Labeled, PersonDetails, PersonId, PersonKind, PersonName};
use crate::kernel::Result;
use crate::kernel::text::fold;
use crate::store::WriteTx;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    group: Vec<Group>,
    rare: Vec<Rare>,
}

/// Names that go together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    language: String,
    weight: u64,
    interpreter: u64,
    given: Vec<String>,
    family: Vec<String>,
}

/// One name that tries what a screen and a search can take.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rare {
    language: String,
    given: String,
    family: Option<String>,
}

/// What helps a person to follow, and how often it is asked for is one in ten.
const NEEDS: [&str; 6] = [
    "Large print",
    "Hard of hearing: speak slowly",
    "Reads lips: face them",
    "Needs time to answer",
    "Uses a wheelchair",
    "No phone calls before ten",
];

/// Draws the crowd, and knows who of it is in the office already.
pub(super) struct Crowd {
    groups: Vec<Group>,
    rare: Vec<Rare>,
    seed: u64,
    /// Everyone was born before this day.
    born_before: NaiveDate,
    here: HashMap<usize, (PersonId, PersonId)>,
}

/// A patient and the person closest to them, not yet in the office.
pub(super) struct Pair {
    pub(super) patient: PersonDetails,
    pub(super) closest: PersonDetails,
    /// Who the closest person is to the patient.
    pub(super) relation: Relation,
}

impl Crowd {
    pub(super) fn read(seed: u64, born_before: NaiveDate) -> Result<Self> {
        let file: File = source("names")?.read()?;
        let (groups, rare) = (file.group, file.rare);
        Ok(Self { groups, rare, seed, born_before, here: HashMap::new() })
    }

    /// The `nth` patient and who is closest to them: always the same two.
    pub(super) fn pair(&self, nth: usize) -> Pair {
        let mut chance = Chance::of(self.seed, 2, nth);
        let days = match chance.below(100) {
            0..12 => chance.between(200, 17 * 365),
            12..58 => chance.between(18 * 365, 64 * 365),
            _ => chance.between(65 * 365, 96 * 365),
        };
        let born = moved(self.born_before, -days);
        let is_child = days < 18 * 365;
        // Among those who are seen first, every seventh name is a rare one, each only once.
        let rare = if nth < RECENT {
            nth.is_multiple_of(7).then(|| self.rare.get(nth / 7)).flatten()
        } else {
            chance.percent(5).then(|| chance.pick(&self.rare)).flatten()
        };
        let (mut patient, family) = self.somebody(&mut chance, PersonKind::Patient, rare);
        patient.birth_date = Some(born);
        let number = format!("MH-{}", 300_000 + nth);
        patient.identifiers = vec![Labeled { label: "Record number".into(), value: number }];
        patient.needs =
            chance.percent(10).then(|| chance.pick(&NEEDS).map(|n| (*n).into())).flatten();
        let (mut closest, _) = self.somebody(&mut chance, PersonKind::Relative, None);
        if chance.percent(70) {
            closest.name.family = family;
        }
        // Whoever speaks for a patient is spoken with in the same language.
        closest.spoken_language.clone_from(&patient.spoken_language);
        let relation = match chance.below(100) {
            _ if is_child => Relation::Parent,
            0..40 if born.year() < self.born_before.year() - 40 => Relation::Child,
            0..70 => Relation::SpouseOrPartner,
            70..82 => Relation::Sibling,
            82..92 => Relation::Friend,
            _ => Relation::OtherRelative,
        };
        Pair { patient, closest, relation }
    }

    /// Somebody, and their family name.
    fn somebody(
        &self,
        chance: &mut Chance,
        kind: PersonKind,
        rare: Option<&Rare>,
    ) -> (PersonDetails, Option<String>) {
        let group = chance.weighed(&self.groups, |g| g.weight);
        let (language, interpreter, given, family) = match (rare, group) {
            (Some(rare), _) => (rare.language.clone(), 50, Some(&rare.given), rare.family.as_ref()),
            (None, Some(group)) => {
                let (given, family) = (chance.pick(&group.given), chance.pick(&group.family));
                (group.language.clone(), group.interpreter, given, family)
            }
            (None, None) => (String::new(), 0, None, None),
        };
        let middle =
            chance.percent(12).then(|| chance.pick(&["A.", "E.", "J.", "M.", "R."])).flatten();
        let name = PersonName {
            given: given.cloned(),
            middle: middle.map(|m| (*m).to_owned()),
            family: family.cloned(),
            ..PersonName::default()
        };
        let phone = chance.percent(80).then(|| Labeled {
            label: "mobile".into(),
            value: format!("(555) 555-01{:02}", chance.below(100)),
        });
        let email = chance.percent(35).then(|| email(&name)).flatten();
        let details = PersonDetails {
            kind,
            preferred_name: None,
            pronouns: None,
            birth_date: None,
            death_date: None,
            interpreter: chance.percent(interpreter),
            written_language: (language != "English").then(|| language.clone()),
            spoken_language: Some(language),
            needs: None,
            identifiers: Vec::new(),
            phones: phone.into_iter().collect(),
            emails: email.into_iter().collect(),
            address: None,
            unit: None,
            title: None,
            member_of: None,
            notes: None,
            sources: Vec::new(),
            name,
        };
        (details, family.cloned())
    }

    /// The `nth` patient and who is closest to them, once both are in the office.
    pub(super) fn here(&self, nth: usize) -> Option<(PersonId, PersonId)> {
        self.here.get(&nth).copied()
    }

    /// Notes that they are.
    pub(super) fn are_here(&mut self, nth: usize, both: (PersonId, PersonId)) {
        self.here.insert(nth, both);
    }
}

impl Pair {
    /// Adds both to the office.
    pub(super) async fn join(self, tx: &mut WriteTx) -> Result<(PersonId, PersonId)> {
        Ok((people::add(tx, self.patient).await?, people::add(tx, self.closest).await?))
    }
}

/// An address that can be typed; names in other scripts have none.
fn email(name: &PersonName) -> Option<Labeled> {
    let plain = |part: &Option<String>| {
        let folded = fold(part.as_deref().unwrap_or_default());
        folded.chars().filter(char::is_ascii_alphanumeric).collect::<String>()
    };
    let (given, family) = (plain(&name.given), plain(&name.family));
    let value = format!("{given}.{family}@example.com");
    (given.len() > 1 && family.len() > 1).then(|| Labeled { label: "home".into(), value })
}

/// What somebody is called in running text.
pub(super) fn called(person: &PersonDetails) -> String {
    let name = [person.name.given.as_deref(), person.name.family.as_deref()];
    name.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
