//! Builds the plan: people first, then what hangs on them, then what is left.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::kernel::Clock;
use crate::kernel::text::fold;

use super::super::draft::{Margin, Name, SourceKey};
use super::super::read::FileRead;
use super::super::wire::{Body, Reference};
use super::face::name_key;
use super::links::{self, Links, Source, contained_name};
use super::{Link, Outsider, Plan, Probe, Sought, Thing, What};

const LONGEST_CHAIN: usize = 32;

/// What a reference led to.
pub(super) enum Found {
    /// Someone to link to.
    Link(Link),
    /// A resource of this import that is skipped.
    Skipped,
    /// More than one resource fits.
    Several,
    /// Nothing to go by.
    Nowhere,
}

/// A plan in the making.
pub(super) struct Builder<'a> {
    pub(super) sources: &'a [Source<'a>],
    pub(super) links: Links<'a>,
    pub(super) clock: &'a Clock,
    pub(super) files: &'a [FileRead],
    pub(super) plan: Plan,
    /// For each resource the line that stands for it.
    pub(super) lines: Vec<Option<usize>>,
    /// For each resource the one that took its place.
    successors: HashMap<usize, usize>,
    pub(super) by_key: HashMap<SourceKey, Vec<usize>>,
    pub(super) by_name: HashMap<(String, Option<NaiveDate>), Vec<usize>>,
    outsiders: HashMap<Vec<SourceKey>, usize>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(files: &'a [FileRead], sources: &'a [Source<'a>], clock: &'a Clock) -> Self {
        Self {
            sources,
            links: Links::new(sources),
            clock,
            files,
            plan: Plan { things: Vec::new(), outsiders: Vec::new(), probes: Vec::new() },
            lines: vec![None; sources.len()],
            successors: HashMap::new(),
            by_key: HashMap::new(),
            by_name: HashMap::new(),
            outsiders: HashMap::new(),
        }
    }

    pub(super) fn build(mut self) -> Plan {
        self.find_successors();
        self.everyone();
        self.old_versions();
        self.memberships();
        self.attach_all();
        self.leftovers();
        self.plan
    }

    /// The places of all resources of `kind` that nothing has replaced.
    pub(super) fn places(&self, kind: &str) -> Vec<usize> {
        let all = self.sources.iter().enumerate();
        let of_kind = all.filter(|(_, source)| source.entry.body.kind() == kind);
        of_kind
            .map(|(place, _)| place)
            .filter(|place| !self.successors.contains_key(place))
            .collect()
    }

    /// What `reference`, written in the resource at `from`, leads to.
    pub(super) fn follow(&mut self, from: usize, reference: &Reference, kinds: &[&str]) -> Found {
        let places = self.links.find(from, reference, kinds);
        let places: HashSet<usize> = places.into_iter().map(|place| self.latest(place)).collect();
        let lines: HashSet<usize> =
            places.iter().filter_map(|place| *self.lines.get(*place)?).collect();
        let mut lines = lines.into_iter();
        match (lines.next(), lines.next()) {
            (Some(line), None) => match self.plan.things.get(line).map(|thing| &thing.what) {
                Some(What::Person { .. }) => Found::Link(Link::Thing(line)),
                _ => Found::Skipped,
            },
            (Some(_), Some(_)) => Found::Several,
            (None, _) => self.outsider(reference, kinds),
        }
    }

    /// The name of whom `link` leads to.
    pub(super) fn name_of(&self, link: Link) -> Option<String> {
        match link {
            Link::Thing(line) => match &self.plan.things.get(line)?.what {
                What::Person { draft, .. } => Some(draft.name.plain()),
                _ => None,
            },
            Link::Outsider(number) => self.plan.outsiders.get(number)?.shown.clone(),
        }
    }

    /// The name that the file itself gives in a reference.
    pub(super) fn written_name(&self, from: usize, reference: &Reference) -> Option<String> {
        let mut margin = Margin::new(self.clock);
        let holders = &self.sources.get(from)?.entry.head.contained;
        contained_name(reference, holders).or_else(|| margin.maybe(reference.display.as_deref()))
    }

    /// Adds the line for the resource at `place`.
    pub(super) fn push(&mut self, place: usize, title: String, margin: Margin<'_>, what: What) {
        let Some(source) = self.sources.get(place) else {
            return;
        };
        let sources = source.local_keys();
        self.push_with(place, title, margin, sources, what);
    }

    /// Adds the line for the resource at `place`, which is known by `sources`.
    pub(super) fn push_with(
        &mut self,
        place: usize,
        title: String,
        mut margin: Margin<'_>,
        sources: Vec<SourceKey>,
        what: What,
    ) {
        let Some(source) = self.sources.get(place) else {
            return;
        };
        let head = &source.entry.head;
        let is_skipped = matches!(what, What::Skip { .. });
        if !is_skipped && (!head.modifier_extension.is_empty() || head.implicit_rules.is_some()) {
            margin.remark(
                "The entry carries an addition that may change its meaning and that Bedside does \
                 not know. Check it.",
            );
        }
        let thing = Thing {
            file: self.files.get(source.file).map(|file| file.name.clone()).unwrap_or_default(),
            resource: source.entry.body.kind().to_owned(),
            reference: source.entry.reference(),
            title,
            remarks: margin.finish(),
            sources,
            probe: None,
            what,
        };
        let probe = probe(&thing).map(|probe| self.ask(probe));
        let line = self.plan.things.len();
        self.plan.things.push(Thing { probe, ..thing });
        if let Some(slot) = self.lines.get_mut(place) {
            *slot = Some(line);
        }
    }

    /// Adds a line that says why the resource at `place` is not taken.
    pub(super) fn skip(&mut self, place: usize, title: String, why: impl Into<String>) {
        self.push_with(
            place,
            title,
            Margin::new(self.clock),
            Vec::new(),
            What::Skip { why: why.into() },
        );
    }

    fn ask(&mut self, probe: Probe) -> usize {
        self.plan.probes.push(probe);
        self.plan.probes.len() - 1
    }

    // Older versions in a history, and patients whose record was merged into another.
    fn find_successors(&mut self) {
        for group in self.links.versions() {
            if let Some((newest, older)) = group.split_first() {
                self.successors.extend(older.iter().map(|place| (*place, *newest)));
            }
        }
        for place in self.places("Patient") {
            let Some(Body::Patient(patient)) = self.body(place) else {
                continue;
            };
            let is_replaced = |kind: Option<&str>| kind == Some("replaced-by");
            let link = patient.link.iter().find(|link| is_replaced(link.kind.as_deref()));
            let Some(other) = link.and_then(|link| link.other.as_ref()) else {
                continue;
            };
            if let [only] = self.links.find(place, other, &["Patient"]).as_slice() {
                // Two records that each claim to replace the other stay two.
                let end = self.latest(*only);
                if end != place && !self.successors.contains_key(&end) {
                    self.successors.insert(place, *only);
                }
            }
        }
    }

    fn old_versions(&mut self) {
        let mut older: Vec<(usize, usize)> =
            self.successors.iter().map(|(old, new)| (*old, *new)).collect();
        older.sort_unstable();
        for (place, _) in older {
            let title = self.sources.get(place).and_then(|source| source.entry.reference());
            let title = title.unwrap_or_else(|| "An entry".into());
            self.skip(place, title, "Another entry of this import has taken its place.");
        }
    }

    fn latest(&self, place: usize) -> usize {
        let mut at = place;
        for _ in 0..=LONGEST_CHAIN {
            match self.successors.get(&at) {
                Some(next) => at = *next,
                None => break,
            }
        }
        at
    }

    pub(super) fn body(&self, place: usize) -> Option<&'a Body> {
        self.sources.get(place).map(|source| &source.entry.body)
    }

    fn outsider(&mut self, reference: &Reference, kinds: &[&str]) -> Found {
        let sources = links::keys(reference, kinds);
        let mut margin = Margin::new(self.clock);
        let shown = margin.maybe(reference.display.as_deref());
        let is_human = kinds != ["Organization"];
        if sources.is_empty() && (is_human || shown.is_none()) {
            return Found::Nowhere;
        }
        let mut identity = sources.clone();
        if sources.is_empty() {
            let value = fold(shown.as_deref().unwrap_or_default());
            identity.push(SourceKey { system: String::new(), value });
        }
        if let Some(known) = self.outsiders.get(&identity) {
            return Found::Link(Link::Outsider(*known));
        }
        let name = Name { whole: shown.clone(), ..Name::default() };
        let probe = self.ask(Probe {
            sought: Sought::Person,
            sources: sources.clone(),
            numbers: Vec::new(),
            name: shown.is_some().then(|| name_key(&name)),
        });
        let number = self.plan.outsiders.len();
        self.plan.outsiders.push(Outsider { is_human, shown, name, sources, probe });
        self.outsiders.insert(identity, number);
        Found::Link(Link::Outsider(number))
    }
}

fn probe(thing: &Thing) -> Option<Probe> {
    let sources = thing.sources.clone();
    let bare =
        |sought| Probe { sought, sources: thing.sources.clone(), numbers: Vec::new(), name: None };
    match &thing.what {
        What::Person { draft, .. } => Some(Probe {
            sought: Sought::Person,
            sources,
            numbers: draft.identifiers.iter().map(|number| number.value.clone()).collect(),
            name: Some(name_key(&draft.name)),
        }),
        What::Stays { .. } => Some(bare(Sought::Stay)),
        What::Coverage { .. } => Some(bare(Sought::Coverage)),
        What::Role { .. } | What::Skip { .. } => None,
    }
}
