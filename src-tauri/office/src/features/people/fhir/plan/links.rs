//! Which resource a reference means, in all the ways that exports write references.

use std::collections::HashMap;
use std::hash::Hash;

use crate::kernel::text::tidy_name;

use super::super::draft::{self, SourceKey};
use super::super::read::{Entry, FileRead};
use super::super::wire::{Body, Contained, Identifier, Reference};

/// The most resources that are kept under one key.
pub(super) const MOST_ALIKE: usize = 64;

/// One resource and the file it came in.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: usize,
    pub(super) entry: &'a Entry,
}

impl<'a> Source<'a> {
    /// Every resource of every file, in order.
    pub(super) fn all(files: &'a [FileRead]) -> Vec<Self> {
        let numbered = files.iter().enumerate();
        numbered
            .flat_map(|(file, read)| read.entries.iter().map(move |entry| Self { file, entry }))
            .collect()
    }

    fn url(&self) -> Option<&'a str> {
        self.entry.full_url.as_deref().map(unversioned).filter(|url| url.contains(':'))
    }

    fn id(&self) -> Option<&'a str> {
        self.entry.head.id.as_deref().map(str::trim)
    }

    /// The keys of its own address and id.
    pub(super) fn local_keys(&self) -> Vec<SourceKey> {
        let kind = self.entry.body.kind();
        let keys = [draft::local_key(kind, self.url()), draft::local_key(kind, self.id())];
        keys.into_iter().flatten().collect()
    }

    /// What makes it the same resource as another in the same file.
    fn identity(&self) -> Option<(usize, String)> {
        let kind = self.entry.body.kind();
        let own = || self.id().map(|id| format!("{kind}/{id}"));
        self.url().map(str::to_owned).or_else(own).map(|identity| (self.file, identity))
    }

    fn identifiers(&self) -> &'a [Identifier] {
        match &self.entry.body {
            Body::Patient(it) => &it.identifier,
            Body::RelatedPerson(it) => &it.identifier,
            Body::Practitioner(it) => &it.identifier,
            Body::Organization(it) => &it.identifier,
            Body::Encounter(it) => &it.identifier,
            Body::Coverage(it) => &it.identifier,
            Body::PractitionerRole(_) | Body::Location(_) => &[],
        }
    }
}

/// Where each resource can be found.
pub(super) struct Links<'a> {
    sources: &'a [Source<'a>],
    by_url: Index<&'a str>,
    by_id: Index<(&'static str, &'a str)>,
    by_number: Index<SourceKey>,
}

/// Places by a key, in each file and in all of them.
struct Index<K> {
    near: HashMap<(usize, K), Vec<usize>>,
    all: HashMap<K, Vec<usize>>,
}

impl<K: Clone + Eq + Hash> Index<K> {
    fn new() -> Self {
        Self { near: HashMap::new(), all: HashMap::new() }
    }

    // Many under one key is a mistake or an attack; they need not all be compared.
    fn add(&mut self, file: usize, key: K, place: usize) {
        let near = self.near.entry((file, key.clone())).or_default();
        let all = self.all.entry(key).or_default();
        for list in [near, all] {
            if list.len() < MOST_ALIKE {
                list.push(place);
            }
        }
    }

    // What is in the same file, then what is anywhere.
    fn get(&self, file: usize, key: &K) -> [&[usize]; 2] {
        let near = self.near.get(&(file, key.clone()));
        [near, self.all.get(key)].map(|list| list.map_or(&[][..], Vec::as_slice))
    }
}

/// A reference taken apart.
struct Pointer<'r> {
    whole: &'r str,
    kind: Option<&'r str>,
    id: Option<&'r str>,
    is_absolute: bool,
}

impl<'a> Links<'a> {
    pub(super) fn new(sources: &'a [Source<'a>]) -> Self {
        let (by_url, by_id, by_number) = (Index::new(), Index::new(), Index::new());
        let mut links = Self { sources, by_url, by_id, by_number };
        for (place, source) in sources.iter().enumerate() {
            if let Some(url) = source.url() {
                links.by_url.add(source.file, url, place);
            }
            if let Some(id) = source.id() {
                links.by_id.add(source.file, (source.entry.body.kind(), id), place);
            }
            for identifier in source.identifiers().iter().take(MOST_ALIKE) {
                if let Some(key) = draft::key(identifier) {
                    links.by_number.add(source.file, key, place);
                }
            }
        }
        links
    }

    /// The resources of `kinds` that `reference`, written in `from`, can mean. Usually one.
    ///
    /// What is in the same file comes before what is in others.
    pub(super) fn find(&self, from: usize, reference: &Reference, kinds: &[&str]) -> Vec<usize> {
        let Some(source) = self.sources.get(from) else { return Vec::new() };
        let text = reference.reference.as_deref().map(str::trim).unwrap_or_default();
        let numbered = |key: &SourceKey| self.first(self.by_number.get(source.file, key), kinds);
        let found = match conditional(text) {
            Some(key) => numbered(&key),
            None => self.by_address(text, source, kinds),
        };
        match reference.identifier.as_ref().and_then(draft::key) {
            Some(key) if found.is_empty() => numbered(&key),
            _ => found,
        }
    }

    /// The groups of places in one file that are versions of one resource, newest first.
    pub(super) fn versions(&self) -> Vec<Vec<usize>> {
        let mut groups: HashMap<(usize, String), Vec<usize>> = HashMap::new();
        for (place, source) in self.sources.iter().enumerate() {
            if let Some(identity) = source.identity() {
                groups.entry(identity).or_default().push(place);
            }
        }
        let mut several: Vec<_> = groups.into_values().filter(|group| group.len() > 1).collect();
        for group in &mut several {
            group.sort_by_key(|place| std::cmp::Reverse(self.age(*place)));
        }
        several
    }

    fn by_address(&self, text: &str, source: &Source<'a>, kinds: &[&str]) -> Vec<usize> {
        if text.is_empty() || text.starts_with('#') {
            return Vec::new();
        }
        let pointer = Pointer::read(text);
        let found = self.first(self.by_url.get(source.file, &pointer.whole), kinds);
        if !found.is_empty() {
            return found;
        }
        let Some(id) = pointer.id else { return Vec::new() };
        let named = kinds.iter().filter(|kind| pointer.kind.is_none_or(|named| named == **kind));
        let lists = named.filter_map(|kind| Some(self.by_id.get(source.file, &(known(kind)?, id))));
        // An absolute address that is nobody's is another server's, unless nobody has an address.
        let fits = |place: &usize| {
            let url = self.sources.get(*place).and_then(Source::url);
            !pointer.is_absolute || url.is_none_or(|url| url.starts_with("urn:"))
        };
        let mut places: Vec<usize> = lists.flat_map(|lists| self.first(lists, kinds)).collect();
        places.retain(fits);
        self.on_same_server(places, source)
    }

    // Two servers in one bundle: a relative reference stays on its own.
    fn on_same_server(&self, places: Vec<usize>, source: &Source<'a>) -> Vec<usize> {
        let base = |source: &Source<'a>| source.url().and_then(|url| url.rsplitn(3, '/').nth(2));
        let own = base(source);
        let same = |place: &usize| self.sources.get(*place).and_then(base) == own;
        let near: Vec<usize> = places.iter().copied().filter(same).collect();
        if near.is_empty() { places } else { near }
    }

    // The first list in which something is of one of `kinds`.
    fn first(&self, lists: [&[usize]; 2], kinds: &[&str]) -> Vec<usize> {
        let is_kind = |place: &usize| {
            self.sources.get(*place).is_some_and(|source| kinds.contains(&source.entry.body.kind()))
        };
        let fit = lists.map(|list| list.iter().copied().filter(is_kind).collect::<Vec<_>>());
        fit.into_iter().find(|list| !list.is_empty()).unwrap_or_default()
    }

    fn age(&self, place: usize) -> (Option<&str>, Option<u64>) {
        let meta = self.sources.get(place).and_then(|source| source.entry.head.meta.as_ref());
        let version = meta.and_then(|meta| meta.version_id.as_deref()?.parse().ok());
        (meta.and_then(|meta| meta.last_updated.as_deref()), version)
    }
}

impl<'r> Pointer<'r> {
    fn read(text: &'r str) -> Self {
        let whole = unversioned(text);
        if let Some(id) = whole.strip_prefix("urn:uuid:").or_else(|| whole.strip_prefix("urn:oid:"))
        {
            return Self { whole, kind: None, id: Some(id), is_absolute: false };
        }
        let mut parts = whole.trim_end_matches('/').rsplit('/');
        let (id, kind) = (parts.next().filter(|id| !id.is_empty()), parts.next());
        let is_absolute = whole.contains("://");
        Self { whole, kind, id: id.filter(|_| kind.is_some()), is_absolute }
    }
}

/// The keys by which the one that `reference` means may be known from an earlier import.
pub(super) fn keys(reference: &Reference, kinds: &[&str]) -> Vec<SourceKey> {
    let text = reference.reference.as_deref().map(str::trim).unwrap_or_default();
    let mut keys: Vec<SourceKey> =
        reference.identifier.as_ref().and_then(draft::key).into_iter().collect();
    if let Some(key) = conditional(text) {
        keys.push(key);
    } else if !text.is_empty() && !text.starts_with('#') {
        let pointer = Pointer::read(text);
        let named = pointer.kind.and_then(known).into_iter();
        let guessed =
            kinds.iter().filter(|_| pointer.kind.is_none()).filter_map(|kind| known(kind));
        for kind in named.chain(guessed).filter(|kind| kinds.contains(kind)) {
            let whole = Some(pointer.whole).filter(|whole| whole.contains(':'));
            keys.extend(draft::local_key(kind, whole));
            keys.extend(draft::local_key(kind, pointer.id));
        }
    }
    keys
}

/// The name of a resource that lives inside `holders`' own.
pub(super) fn contained_name(reference: &Reference, holders: &[Contained]) -> Option<String> {
    let id = reference.reference.as_deref()?.trim().strip_prefix('#')?;
    let inner = holders.iter().find(|inner| inner.id.as_deref() == Some(id))?;
    inner.name.as_deref().and_then(tidy_name)
}

// "Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|123", as Synthea writes.
fn conditional(text: &str) -> Option<SourceKey> {
    let (_, query) = text.split_once('?')?;
    let value = query.split('&').find_map(|part| part.strip_prefix("identifier="))?;
    let value =
        value.replace("%7C", "|").replace("%7c", "|").replace("%3A", ":").replace("%2F", "/");
    draft::key_of_token(&value)
}

fn unversioned(url: &str) -> &str {
    let url = url.trim();
    url.split_once("/_history/").map_or(url, |(before, _)| before)
}

fn known(kind: &str) -> Option<&'static str> {
    ["Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "Organization", "Location"]
        .into_iter()
        .find(|known| *known == kind)
}
