//! Lines for what is not taken: broken entries one by one, other kinds by their number.

use std::collections::BTreeMap;

use crate::kernel::text::grouped;

use super::super::draft::listed;
use super::super::wire::Body;
use super::build::Builder;
use super::{Thing, What, words};

impl Builder<'_> {
    /// Adds the lines for what is left.
    pub(super) fn leftovers(&mut self) {
        let mut others: BTreeMap<&str, (usize, Vec<&str>)> = BTreeMap::new();
        for file in self.files {
            for (kind, count) in &file.others {
                let (sum, names) = others.entry(kind).or_default();
                *sum += count;
                names.push(&file.name);
            }
            let places =
                file.entries.iter().filter(|entry| matches!(entry.body, Body::Location(_)));
            let places = places.count();
            if places > 0 {
                let (sum, names) = others.entry("Location").or_default();
                *sum += places;
                names.push(&file.name);
            }
        }
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
        for (kind, (count, names)) in others {
            let (title, why) = words::of_others(kind, count);
            let file = match names.as_slice() {
                [] => String::new(),
                few if few.len() <= 2 => listed(few),
                many => format!("{} files", grouped(many.len())),
            };
            let kind = if kind.is_empty() { "Unknown" } else { kind };
            self.plan.things.push(skipped(&file, kind, title, why));
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
