//! Lines for what hangs on people: roles, stays and coverages.

use std::collections::{HashMap, HashSet};

use crate::kernel::text::fold;

use super::super::draft::{self, Margin, SourceKey, Spot, Stay, ended};
use super::super::wire::{
    self, Body, Concept, Encounter, EncounterLocation, Location, PractitionerRole, Reference,
};
use super::build::{Builder, Found};
use super::{Link, Role, Thing, What, words};

const HIGHEST: usize = 8;

/// Who already has what in this import, so that nothing is attached twice.
type Attached = HashMap<(Link, SourceKey), ()>;

impl Builder<'_> {
    /// Adds lines for every role, stay and coverage.
    pub(super) fn attach_all(&mut self) {
        for place in self.places("PractitionerRole") {
            self.role(place);
        }
        let mut attached = Attached::new();
        for place in self.places("Encounter") {
            self.encounter(place, &mut attached);
        }
        for place in self.places("Coverage") {
            self.coverage(place, &mut attached);
        }
    }

    fn role(&mut self, place: usize) {
        let Some(Body::PractitionerRole(from)) = self.body(place) else {
            return;
        };
        let mut margin = Margin::new(self.clock);
        let words = from.code.iter().chain(&from.specialty).find_map(Concept::words);
        let title = margin.maybe(words).map(|words| words::raised(&words));
        let shown = title.clone().unwrap_or_else(|| "A role".into());
        if from.active == Some(false) || ended(from.period.as_ref(), self.clock) {
            return self.skip(place, shown, "The file marks this role as no longer held.");
        }
        let found = from.practitioner.as_ref();
        let found = found.map(|reference| self.follow(place, reference, &["Practitioner"]));
        let Some(Found::Link(person @ Link::Thing(_))) = found else {
            return self.skip(place, shown, "The one who holds this role is not in this import.");
        };
        let role = Box::new(self.role_of(place, from, title, &mut margin));
        self.push(place, shown, margin, What::Role { person, role });
    }

    fn role_of(
        &mut self,
        place: usize,
        from: &PractitionerRole,
        title: Option<String>,
        margin: &mut Margin<'_>,
    ) -> Role {
        let organization = from.organization.as_ref();
        let member_of = match organization.map(|it| self.follow(place, it, &["Organization"])) {
            Some(Found::Link(link)) => Some(link),
            _ => None,
        };
        let spot = from.location.first().map(|location| self.spot(place, location));
        let unit = spot.and_then(|spot| spot.unit.or(spot.place));
        let (phones, emails) = draft::phones_and_emails(&from.telecom, margin);
        Role { title, unit, member_of, phones, emails }
    }

    fn encounter(&mut self, place: usize, attached: &mut Attached) {
        let Some(Body::Encounter(from)) = self.body(place) else {
            return;
        };
        let mut margin = Margin::new(self.clock);
        let hospital = from.service_provider.as_ref();
        let hospital = hospital.and_then(|provider| self.organization_name(place, provider));
        let mut find = |part: &EncounterLocation, _: &mut Margin<'_>| {
            let spot = part.location.as_ref().map(|location| self.spot(place, location));
            let spot = spot.unwrap_or_default();
            let same = |unit: &String| hospital.as_deref().map(fold) == Some(fold(unit));
            Spot { unit: spot.unit.filter(|unit| !same(unit)), ..spot }
        };
        let stays = draft::stays(from, hospital.clone(), &mut find, &mut margin);
        let title = words::of_stays(&stays);
        match from.status.as_deref() {
            Some("entered-in-error") => {
                return self.skip(place, title, "The file marks it as entered by mistake.");
            }
            Some("cancelled") => return self.skip(place, title, "This visit was canceled."),
            Some("planned") => margin.remark("This visit is planned."),
            _ => {}
        }
        let Some(patient) = self.patient_of(place, from.subject.as_ref(), &title) else {
            return;
        };
        let sources = self.encounter_keys(place, from, &stays);
        if self.is_repeated(place, patient, &sources, &title, attached) {
            return;
        }
        if draft::asks_for_interpreter(&from.extension) {
            margin.remark("An interpreter was needed.");
            self.note_interpreter(patient);
        }
        self.push_with(place, title, margin, sources, What::Stays { patient, stays });
    }

    fn note_interpreter(&mut self, patient: Link) {
        if let Link::Thing(line) = patient
            && let Some(Thing { what: What::Person { draft, .. }, .. }) =
                self.plan.things.get_mut(line)
        {
            draft.interpreter = true;
        }
    }

    fn coverage(&mut self, place: usize, attached: &mut Attached) {
        let Some(Body::Coverage(from)) = self.body(place) else {
            return;
        };
        let mut margin = Margin::new(self.clock);
        let (payer, name) = self.payer(place, from.payor.first());
        let coverage = draft::coverage(from, name, &mut margin);
        let title = match &coverage.plan {
            Some(plan) => format!("{}, {plan}", coverage.payer_name),
            None => coverage.payer_name.clone(),
        };
        match from.status.as_deref() {
            Some("entered-in-error") => {
                return self.skip(place, title, "The file marks it as entered by mistake.");
            }
            Some("cancelled") => return self.skip(place, title, "This coverage was canceled."),
            Some("draft") => return self.skip(place, title, "This coverage is only a draft."),
            _ => {}
        }
        let Some(patient) = self.patient_of(place, from.beneficiary.as_ref(), &title) else {
            return;
        };
        let sources = self.coverage_keys(place, &coverage);
        if self.is_repeated(place, patient, &sources, &title, attached) {
            return;
        }
        let coverage = Box::new(coverage);
        self.push_with(place, title, margin, sources, What::Coverage { patient, payer, coverage });
    }

    // Whose it is, or a line that says why nobody could be found.
    fn patient_of(
        &mut self,
        place: usize,
        subject: Option<&Reference>,
        title: &str,
    ) -> Option<Link> {
        let found = subject.map(|subject| self.follow(place, subject, &["Patient"]));
        let why = match found {
            Some(Found::Link(link)) => return Some(link),
            Some(Found::Skipped) => "Its patient could not be taken.",
            Some(Found::Several) => "More than one patient fits its reference.",
            Some(Found::Nowhere) | None => "It does not say which patient it belongs to.",
        };
        self.skip(place, title.to_owned(), why);
        None
    }

    fn is_repeated(
        &mut self,
        place: usize,
        patient: Link,
        sources: &[SourceKey],
        title: &str,
        attached: &mut Attached,
    ) -> bool {
        let keys = || sources.iter().map(|key| (patient, key.clone()));
        if keys().any(|key| attached.contains_key(&key)) {
            self.skip(place, title.to_owned(), "The same is already in this import.");
            return true;
        }
        attached.extend(keys().map(|key| (key, ())));
        false
    }

    fn payer(&mut self, place: usize, payor: Option<&Reference>) -> (Option<Link>, Option<String>) {
        let Some(payor) = payor else {
            return (None, None);
        };
        if !self.links.find(place, payor, &["Patient", "RelatedPerson"]).is_empty() {
            return (None, Some("Self-pay".into()));
        }
        let written = self.written_name(place, payor);
        match self.follow(place, payor, &["Organization"]) {
            Found::Link(link) => (Some(link), self.name_of(link).or(written)),
            _ => (None, written),
        }
    }

    fn organization_name(&mut self, place: usize, organization: &Reference) -> Option<String> {
        let places = self.links.find(place, organization, &["Organization"]);
        let name = places.first().and_then(|found| match self.body(*found) {
            Some(Body::Organization(organization)) => organization.name.clone(),
            _ => None,
        });
        Margin::new(self.clock)
            .maybe(name.as_deref())
            .or_else(|| self.written_name(place, organization))
    }

    // An account number can cover many visits; every other number of a visit is its own.
    fn encounter_keys(&self, place: usize, from: &Encounter, stays: &[Stay]) -> Vec<SourceKey> {
        let is_account = |identifier: &wire::Identifier| {
            identifier.kind.as_ref().is_some_and(|kind| kind.codes().any(|code| code == "AN"))
        };
        let own = from.identifier.iter().filter(|identifier| !is_account(identifier));
        let mut keys: Vec<SourceKey> = own.filter_map(draft::key).collect();
        keys.extend(self.sources.get(place).map(|source| source.local_keys()).unwrap_or_default());
        if keys.is_empty() {
            keys.extend(draft::local_key(
                "Encounter",
                Some(&format!("~{}", words::of_stays(stays))),
            ));
        }
        keys
    }

    // A member number stays the same from year to year, so it does not name one coverage.
    fn coverage_keys(&self, place: usize, coverage: &draft::Coverage) -> Vec<SourceKey> {
        let mut keys =
            self.sources.get(place).map(|source| source.local_keys()).unwrap_or_default();
        if keys.is_empty() {
            let name = &coverage.payer_name;
            let content = format!(
                "~{name} {:?} {:?} {:?}",
                coverage.member_number, coverage.from, coverage.to
            );
            keys.extend(draft::local_key("Coverage", Some(&content)));
        }
        keys
    }

    /// The unit and the hospital that a reference to a place means.
    fn spot(&self, from: usize, reference: &Reference) -> Spot {
        let mut levels = Vec::new();
        let mut seen = HashSet::new();
        let mut at = self.location(from, reference);
        while let Some((place, location)) = at.filter(|(place, _)| seen.insert(*place)) {
            levels.push((place, location));
            let above = location.part_of.as_ref().filter(|_| levels.len() < HIGHEST);
            at = above.and_then(|above| self.location(place, above));
        }
        if levels.is_empty() {
            return Spot { unit: self.written_name(from, reference), place: None };
        }
        let mut margin = Margin::new(self.clock);
        let mut named = |location: &Location| margin.maybe(location.name.as_deref());
        let unit = levels.iter().find(|(_, location)| level(location) == Level::Unit);
        let room = levels.iter().find(|(_, location)| level(location) == Level::Room);
        let unit = unit.or(room).and_then(|(_, location)| named(location));
        let house = levels.iter().rev().find(|(_, location)| level(location) == Level::House);
        let house = house.and_then(|(_, location)| named(location));
        let keeper = || {
            levels.iter().find_map(|(place, location)| {
                self.written_name(*place, location.managing_organization.as_ref()?)
            })
        };
        let place = house.or_else(keeper);
        Spot { unit, place }
    }

    fn location(&self, from: usize, reference: &Reference) -> Option<(usize, &Location)> {
        let found = self.links.find(from, reference, &["Location"]);
        let place = *found.first()?;
        match self.body(place)? {
            Body::Location(location) => Some((place, location)),
            _ => None,
        }
    }
}

#[derive(PartialEq, Eq)]
enum Level {
    Room,
    Unit,
    House,
}

// HL7 location-physical-type, and v3 RoleCode for what a hospital is.
fn level(location: &Location) -> Level {
    let physical = location.physical_type.as_ref().and_then(|kind| kind.codes().next());
    let is_hospital =
        location.kind.iter().flat_map(Concept::codes).any(|code| matches!(code, "HOSP" | "RNEU"));
    match physical {
        Some("bd" | "ro") => Level::Room,
        Some("si" | "bu" | "ho") => Level::House,
        None if is_hospital => Level::House,
        _ => Level::Unit,
    }
}
