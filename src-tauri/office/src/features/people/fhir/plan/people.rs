//! Lines for people, and who among them is the same.

use std::collections::HashSet;

use super::super::draft::{self, Draft, Kind, Made, Margin, SourceKey};
use super::super::wire::{Body, Reference};
use super::build::{Builder, Found};
use super::face::{Alike, Face, compare, name_key};
use super::links::MOST_ALIKE;
use super::{Link, Thing, What, words};

/// The most levels of organizations, and so an end to any circle.
const HIGHEST: usize = 64;
const NAMELESS: &str = "There is no name in this entry.";

impl Builder<'_> {
    /// Adds a line for everyone in the files.
    pub(super) fn everyone(&mut self) {
        let payors = self.payors();
        for kind in ["Patient", "RelatedPerson", "Practitioner", "Organization"] {
            for place in self.places(kind) {
                self.person(place, &payors);
            }
        }
    }

    // Organizations that a coverage names as its payer.
    fn payors(&self) -> HashSet<usize> {
        let coverages = self.sources.iter().enumerate().filter_map(|(place, source)| {
            let Body::Coverage(coverage) = &source.entry.body else {
                return None;
            };
            Some(coverage.payor.iter().map(move |payor| (place, payor)))
        });
        let found =
            coverages.flatten().map(|(at, payor)| self.links.find(at, payor, &["Organization"]));
        found.flatten().collect()
    }

    fn person(&mut self, place: usize, payors: &HashSet<usize>) {
        let mut margin = Margin::new(self.clock);
        let Some(body) = self.body(place) else { return };
        let made = match body {
            Body::Patient(patient) => draft::patient(patient, &mut margin),
            Body::RelatedPerson(person) if draft::is_self(&person.relationship) => {
                let why = "The file says that this is the patient, not another person.";
                return self.skip(place, "The patient".into(), why);
            }
            Body::RelatedPerson(person) => {
                draft::related_person(person, &mut margin).map(|(mut made, relation)| {
                    let relation = relation.unwrap_or_else(|| "Related person".into());
                    let patient = person.patient.as_ref();
                    let patient = patient.and_then(|patient| self.patient_name(place, patient));
                    made.draft.note(&words::of_relation(&relation, patient.as_deref()));
                    made
                })
            }
            Body::Practitioner(practitioner) => draft::practitioner(practitioner, &mut margin),
            Body::Organization(organization) => {
                draft::organization(organization, &mut margin).map(|mut made| {
                    if draft::is_untyped(organization) && payors.contains(&place) {
                        made.draft.kind = Kind::Payer;
                    }
                    made
                })
            }
            _ => return,
        };
        match made {
            Some(made) => self.place_person(place, made, margin),
            None => {
                let title = self.sources.get(place).and_then(|source| source.entry.reference());
                self.skip(
                    place,
                    title.unwrap_or_else(|| "An entry without a name".into()),
                    NAMELESS,
                );
            }
        }
    }

    fn place_person(&mut self, place: usize, made: Made, mut margin: Margin<'_>) {
        let Some(source) = self.sources.get(place) else {
            return;
        };
        let mut sources = made.sources;
        sources.extend(source.local_keys());
        let title = made.draft.name.shown();
        let (alike, line) = self.most_alike(&made.draft, &sources);
        if alike.is_same() {
            let other =
                self.plan.things.get(line).map(|thing| thing.title.clone()).unwrap_or_default();
            let why = format!("The same as {other} in this import: {}.", alike.words());
            self.skip(place, title, why);
            self.absorb(place, line, sources);
            return;
        }
        if alike != Alike::No {
            margin.remark(alike.words());
        }
        let line = self.plan.things.len();
        for key in &sources {
            add(self.by_key.entry(key.clone()).or_default(), line);
        }
        let (name, birth) = (name_key(&made.draft.name), made.draft.birth_date);
        add(self.by_name.entry((name.clone(), birth)).or_default(), line);
        if birth.is_some() {
            // Also found by those whose birth date is not known.
            add(self.by_name.entry((name, None)).or_default(), line);
        }
        let what = What::Person { draft: Box::new(made.draft), member_of: None };
        self.push_with(place, title, margin, sources, what);
    }

    // Among those already planned; `usize::MAX` goes with `Alike::No`.
    fn most_alike(&self, draft: &Draft, sources: &[SourceKey]) -> (Alike, usize) {
        let face = face(draft, sources);
        let name = name_key(&draft.name);
        let by_key = sources.iter().filter_map(|key| self.by_key.get(key));
        let by_name =
            [draft.birth_date, None].map(|birth| self.by_name.get(&(name.clone(), birth)));
        let near: HashSet<usize> =
            by_key.chain(by_name.into_iter().flatten()).flatten().copied().collect();
        let compared = near.into_iter().filter_map(|line| {
            let thing = self.plan.things.get(line)?;
            let What::Person { draft, .. } = &thing.what else {
                return None;
            };
            Some((compare(&face, &self::face(draft, &thing.sources)), line))
        });
        compared.min().unwrap_or((Alike::No, usize::MAX))
    }

    // The line that stays learns the keys of the one that goes, and stands for it.
    fn absorb(&mut self, place: usize, line: usize, sources: Vec<SourceKey>) {
        if let Some(slot) = self.lines.get_mut(place) {
            *slot = Some(line);
        }
        let Some(thing) = self.plan.things.get_mut(line) else {
            return;
        };
        for key in sources {
            if !thing.sources.contains(&key) {
                add(self.by_key.entry(key.clone()).or_default(), line);
                thing.sources.push(key);
            }
        }
        let sources = thing.sources.clone();
        if let Some(probe) = thing.probe.and_then(|probe| self.plan.probes.get_mut(probe)) {
            probe.sources = sources;
        }
    }

    fn patient_name(&mut self, from: usize, patient: &Reference) -> Option<String> {
        match self.follow(from, patient, &["Patient"]) {
            Found::Link(link) => self.name_of(link),
            _ => None,
        }
        .or_else(|| self.written_name(from, patient))
    }

    /// Says which organization each organization is part of.
    pub(super) fn memberships(&mut self) {
        for place in self.places("Organization") {
            let Some(Body::Organization(organization)) = self.body(place) else {
                continue;
            };
            let Some(part_of) = organization.part_of.as_ref() else {
                continue;
            };
            let Some(Some(line)) = self.lines.get(place).copied() else {
                continue;
            };
            let Found::Link(link) = self.follow(place, part_of, &["Organization"]) else {
                continue;
            };
            let above = self.parents(link);
            let is_circle = above.contains(&Link::Thing(line)) || above.len() >= HIGHEST;
            if let Some(Thing { what: What::Person { member_of, .. }, .. }) =
                self.plan.things.get_mut(line)
                && member_of.is_none()
                && !is_circle
            {
                *member_of = Some(link);
            }
        }
    }

    // The link and all above it.
    fn parents(&self, link: Link) -> HashSet<Link> {
        let mut above = HashSet::new();
        let mut at = Some(link);
        while let Some(link) = at.filter(|link| above.len() < HIGHEST && above.insert(*link)) {
            at = match link {
                Link::Outsider(_) => None,
                Link::Thing(line) => match self.plan.things.get(line).map(|thing| &thing.what) {
                    Some(What::Person { member_of, .. }) => *member_of,
                    _ => None,
                },
            };
        }
        above
    }
}

// Many alike is a mistake or an attack; they need not all be compared.
fn add(list: &mut Vec<usize>, line: usize) {
    if list.len() < MOST_ALIKE {
        list.push(line);
    }
}

/// The face of a draft. Numbers without a system are compared by value alone.
pub(super) fn face<'f>(draft: &'f Draft, sources: &'f [SourceKey]) -> Face<'f> {
    let has_key = |value: &str| sources.iter().any(|key| key.value == value);
    let numbers = draft.identifiers.iter().map(|number| number.value.as_str());
    Face {
        kind: draft.kind,
        name: &draft.name,
        birth_date: draft.birth_date,
        sources,
        numbers: numbers.filter(|value| !has_key(value)).collect(),
    }
}
