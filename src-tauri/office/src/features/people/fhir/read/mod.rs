//! From files to resources.
//!
//! A file is refused whole when it is not FHIR R4 in JSON. Inside a file each resource stands for
//! itself: one that cannot be read is named and left, and the rest is read. Only the kinds that
//! Bedside keeps are held in memory; all others are counted.

mod files;
mod reader;
mod sniff;
mod strict;
mod version;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::kernel::text::tidy_name;

use super::wire::{Body, Head};
use reader::{Reader, Refused};
use strict::Fault;
use version::Version;

/// The most broken entries of one file that are named one by one.
const MOST_BAD: usize = 200;
/// The most kinds of resources that are counted apart.
const MOST_KINDS: usize = 200;
/// The largest single resource, photographs included.
const LARGEST_RESOURCE: usize = 16 << 20;

/// What was found in one file.
pub(crate) struct FileRead {
    /// The file's name as it may be shown.
    pub(crate) name: String,
    /// Why the file was refused, in plain words. Then nothing else was found.
    pub(crate) problem: Option<String>,
    /// The resources that Bedside keeps or needs.
    pub(super) entries: Vec<Entry>,
    /// Kinds of resources that are not kept, and how many of each.
    pub(super) others: BTreeMap<String, usize>,
    /// Entries that could not be read.
    pub(super) bad: Vec<Bad>,
    /// How many more could not be read.
    pub(super) more_bad: usize,
    /// Whether the file says that it is one page of several.
    pub(super) one_page: bool,
}

/// One resource.
pub(super) struct Entry {
    /// Its address in the bundle, where there is one.
    pub(super) full_url: Option<String>,
    pub(super) head: Head,
    pub(super) body: Body,
    version: Option<Version>,
}

/// A resource that could not be read.
pub(super) struct Bad {
    pub(super) kind: String,
    pub(super) reference: Option<String>,
    pub(super) why: String,
}

/// Reads every file that `paths` name; folders stand for the FHIR files in them.
///
/// `stop` is asked often, and `None` is the answer when it said yes. `progress` hears how many
/// files of how many are done.
pub(crate) fn read_files(
    paths: &[PathBuf],
    stop: &dyn Fn() -> bool,
    progress: &mut dyn FnMut(usize, usize),
) -> Option<Vec<FileRead>> {
    let chosen = files::list(paths);
    let mut reader = Reader::new(stop);
    let mut all = Vec::with_capacity(chosen.len());
    for (done, file) in chosen.iter().enumerate() {
        progress(done, chosen.len());
        let text = match &file.problem {
            Some(problem) => Err(problem.clone()),
            None => files::load(&file.path),
        };
        all.push(reader.file(file.name.clone(), &file.extension(), text));
        if reader.is_stopped() || stop() {
            return None;
        }
    }
    progress(chosen.len(), chosen.len());
    Some(all)
}

/// Reads the file called `name` from memory.
#[cfg(test)]
pub(super) fn read_bytes(name: &str, bytes: Vec<u8>) -> FileRead {
    let extension = name.rsplit_once('.').map_or("", |(_, end)| end);
    Reader::new(&|| false).file(name.to_owned(), extension, sniff::decode(bytes))
}

impl FileRead {
    const fn new(name: String) -> Self {
        Self {
            name,
            problem: None,
            entries: Vec::new(),
            others: BTreeMap::new(),
            bad: Vec::new(),
            more_bad: 0,
            one_page: false,
        }
    }

    fn is_bare(&self) -> bool {
        self.entries.is_empty() && self.others.is_empty() && self.bad.is_empty()
    }

    fn add_bad(&mut self, kind: &str, reference: Option<String>, why: String) {
        if self.bad.len() < MOST_BAD {
            self.bad.push(Bad { kind: kind.into(), reference, why });
        } else {
            self.more_bad += 1;
        }
    }

    // A hostile file could name a million kinds; what is not a FHIR name is counted as one.
    fn count_other(&mut self, kind: &str) {
        let plausible = (2..=40).contains(&kind.len())
            && kind.starts_with(|c: char| c.is_ascii_uppercase())
            && kind.chars().all(|c| c.is_ascii_alphanumeric());
        let has_room = self.others.len() < MOST_KINDS || self.others.contains_key(kind);
        let name = if plausible && has_room { kind } else { "" };
        *self.others.entry(name.into()).or_default() += 1;
    }

    // When most resources of one kind speak another version, the file does; else only they do.
    fn settle_versions(&mut self) -> Result<(), Refused> {
        if let Some(version) = self.others.keys().find_map(|kind| version::of_kind(kind)) {
            return Err(version.refusal());
        }
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for entry in &self.entries {
            let (all, foreign) = counts.entry(entry.body.kind()).or_default();
            *all += 1;
            *foreign += usize::from(entry.version.is_some());
        }
        let is_foreign = |kind| counts.get(kind).is_some_and(|(all, odd)| odd * 2 >= *all);
        let most = |entry: &Entry| entry.version.filter(|_| is_foreign(entry.body.kind()));
        if let Some(version) = self.entries.iter().find_map(most) {
            return Err(version.refusal());
        }
        for entry in std::mem::take(&mut self.entries) {
            match entry.version {
                None => self.entries.push(entry),
                Some(version) => {
                    let why = format!("This entry is FHIR {version}, and Bedside reads FHIR R4.");
                    self.add_bad(entry.body.kind(), entry.reference(), why);
                }
            }
        }
        Ok(())
    }

    // A list in which nothing is a resource is some other JSON.
    fn refuse_strangers(&self) -> Result<(), Refused> {
        let strange = self.entries.is_empty() && self.others.is_empty() && !self.bad.is_empty();
        if strange && self.bad.iter().all(|bad| bad.kind == "Unknown") {
            return Err(sniff::other_json());
        }
        Ok(())
    }

    fn refuse_emptiness(&self) -> Result<(), Refused> {
        if self.is_bare() {
            return Err(
                "This file is FHIR, but there is nothing in it. Nothing was imported.".into()
            );
        }
        Ok(())
    }
}

impl Entry {
    fn read(kind: &str, text: &str, full_url: Option<String>) -> Result<Self, String> {
        if text.len() > LARGEST_RESOURCE {
            return Err("This entry is larger than 16 MB, more than any person's record.".into());
        }
        let value = strict::parse(text).map_err(|fault| entry_fault(fault).to_owned())?;
        let version = version::of_shape(kind, &value);
        let head = Head::deserialize(&value).unwrap_or_default();
        let body = Body::read(kind, value).ok_or("This entry could not be read.")?;
        Ok(Self { full_url, head, body, version })
    }

    /// How the file refers to it: `Patient/123`, or its address in the bundle.
    pub(super) fn reference(&self) -> Option<String> {
        let id = self.head.id.as_deref().and_then(tidy_name);
        let named = id.map(|id| format!("{}/{id}", self.body.kind()));
        named.or_else(|| self.full_url.as_deref().and_then(tidy_name)).map(short)
    }
}

fn short(text: String) -> String {
    if text.chars().count() <= 200 { text } else { text.chars().take(200).collect() }
}

const fn entry_fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Twice => "This entry says the same thing twice, so it cannot be trusted.",
        Fault::TooDeep => "This entry is nested deeper than 64 levels, which no record needs.",
        Fault::Malformed => "This entry does not say what it is, or is not whole.",
    }
}
