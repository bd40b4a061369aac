//! Lines for what is not taken: broken entries one by one, other kinds by their number.

use std::collections::BTreeMap;

use crate::kernel::text::grouped;

use super::super::draft::listed;
use super::super::read::Entry;
use super::super::wire::Body;
use super::build::Builder;
use super::{Thing, What, words};

impl<'a> Builder<'a> {
    /// Adds the lines for what is left.
    pub(super) fn leftovers(&mut self) {
        for file in self.files {
            for bad in &file.bad {
                let title = bad.reference.clone().unwrap_or_else(|| "An entry".into());
                self.plan.things.push(Thing {
                    reference: bad.reference.clone(),
                    ..skipped(&file.name, &bad.kind, title, &bad.why)
                });
            }
            if file.more_bad > 0 {
                let title = format!("{} more entries", grouped(file.more_bad));
                let why = "These could not be read either.";
                self.plan.things.push(skipped(&file.name, "Unknown", title, why));
            }
            if file.one_page {
                let why = "The file says that it is one page of a longer list. The other pages \
                           are in other files.";
                self.plan.things.push(skipped(&file.name, "Bundle", "More pages".into(), why));
            }
        }
        for (kind, others) in self.others() {
            let (title, why) = words::of_others(kind, others.count);
            let kind = if kind.is_empty() { "Unknown" } else { kind };
            self.plan.things.push(skipped(&others.file(), kind, title, why));
        }
    }

    // Kinds that are not kept, over all files.
    fn others(&self) -> BTreeMap<&'a str, Others<'a>> {
        let mut others: BTreeMap<&str, Others<'_>> = BTreeMap::new();
        for file in self.files {
            let is_place = |entry: &&Entry| matches!(entry.body, Body::Location(_));
            let places = file.entries.iter().filter(is_place).count();
            let places = Some(("Location", places)).filter(|(_, count)| *count > 0);
            let counted = file.others.iter().map(|(kind, count)| (kind.as_str(), *count));
            for (kind, count) in counted.chain(places) {
                let sum = others.entry(kind).or_default();
                sum.count += count;
                sum.files.push(&file.name);
            }
        }
        others
    }
}

#[derive(Default)]
struct Others<'a> {
    count: usize,
    files: Vec<&'a str>,
}

impl Others<'_> {
    fn file(&self) -> String {
        match self.files.as_slice() {
            few if few.len() <= 2 => listed(few),
            many => format!("{} files", grouped(many.len())),
        }
    }
}

fn skipped(file: &str, resource: &str, title: String, why: &str) -> Thing {
    Thing {
        file: file.to_owned(),
        resource: resource.to_owned(),
        reference: None,
        title,
        remarks: Vec::new(),
        sources: Vec::new(),
        probe: None,
        what: What::Skip { why: why.to_owned() },
    }
}
