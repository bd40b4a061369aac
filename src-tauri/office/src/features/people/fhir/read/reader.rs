//! Takes one file's text apart into resources.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::kernel::text::{grouped, tidy_name};

use super::super::wire::Body;
use super::strict::{self, Fault};
use super::version::{self, Version};
use super::{Entry, FileRead, entry_fault, sniff};

/// The most people, stays and coverages that one import takes.
const MOST_RESOURCES: usize = 50_000;
const DEEPEST_BUNDLE: usize = 4;

/// Reads files one after another, within the limits of one import.
pub(super) struct Reader<'a> {
    stop: &'a dyn Fn() -> bool,
    room: usize,
    stopped: bool,
}

/// Why a whole file is refused.
pub(super) type Refused = String;

impl<'a> Reader<'a> {
    /// A reader that asks `stop` often.
    pub(super) const fn new(stop: &'a dyn Fn() -> bool) -> Self {
        Self { stop, room: MOST_RESOURCES, stopped: false }
    }

    /// Whether it stopped before the end.
    pub(super) const fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Reads the text of the file called `name`, or notes why there is none.
    pub(super) fn file(
        &mut self,
        name: String,
        end: &str,
        text: Result<String, Refused>,
    ) -> FileRead {
        let mut read = FileRead::new(name);
        let room = self.room;
        let outcome = text.and_then(|text| {
            self.text(&text, end, &mut read)?;
            read.settle_versions()?;
            read.refuse_emptiness()
        });
        if let Err(problem) = outcome {
            self.room = room;
            read = FileRead { problem: Some(problem), ..FileRead::new(read.name) };
        }
        read
    }

    fn text(&mut self, text: &str, end: &str, read: &mut FileRead) -> Result<(), Refused> {
        if let Some(refusal) = sniff::refusal(text, end) {
            return Err(refusal);
        }
        if matches!(end, "ndjson" | "jsonl") || is_lines(text) {
            return self.lines(text, read);
        }
        let whole: &RawValue = serde_json::from_str(text).map_err(|cause| broken(cause.line()))?;
        if whole.get().starts_with('[') { self.list(whole, read) } else { self.top(whole, read) }
    }

    // One resource a line, as bulk exports write.
    fn lines(&mut self, text: &str, read: &mut FileRead) -> Result<(), Refused> {
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str::<&RawValue>(line) {
                Ok(raw) => self.resource(raw, None, 0, read)?,
                Err(_) => read.add_bad(
                    "Line",
                    None,
                    format!("Line {} is not whole. The other lines were read.", number + 1),
                ),
            }
            if self.stops_at(number) {
                break;
            }
        }
        read.refuse_strangers()
    }

    fn list(&mut self, raw: &RawValue, read: &mut FileRead) -> Result<(), Refused> {
        let all: Vec<&RawValue> =
            serde_json::from_str(raw.get()).map_err(|_| sniff::other_json())?;
        for (number, one) in all.into_iter().enumerate() {
            self.resource(one, None, 0, read)?;
            if self.stops_at(number) {
                break;
            }
        }
        read.refuse_strangers()
    }

    fn top(&mut self, raw: &RawValue, read: &mut FileRead) -> Result<(), Refused> {
        let fields = strict::fields(raw.get()).map_err(|fault| whole_fault(fault).to_owned())?;
        if !fields.iter().any(|(key, _)| key == "resourceType") {
            return Err(sniff::other_json());
        }
        self.resource(raw, None, 0, read)?;
        match read.bad.pop() {
            Some(bad) if read.is_bare() => Err(format!("{} Nothing was imported.", bad.why)),
            bad => {
                read.bad.extend(bad);
                Ok(())
            }
        }
    }

    fn resource(
        &mut self,
        raw: &RawValue,
        full_url: Option<&str>,
        depth: usize,
        read: &mut FileRead,
    ) -> Result<(), Refused> {
        let reference = || full_url.and_then(tidy_name);
        let kind = match Kind::read(raw.get()) {
            Ok(kind) => kind,
            Err(fault) => {
                read.add_bad("Unknown", reference(), entry_fault(fault).into());
                return Ok(());
            }
        };
        if let Some(version) = kind.version {
            return Err(version.refusal());
        }
        if kind.name == "Bundle" {
            if depth < DEEPEST_BUNDLE {
                return self.bundle(raw, depth, read);
            }
            read.add_bad("Bundle", reference(), entry_fault(Fault::TooDeep).into());
        } else if !Body::knows(&kind.name) {
            read.count_other(&kind.name);
        } else {
            match Entry::read(&kind.name, raw.get(), full_url.map(str::to_owned)) {
                Ok(entry) => {
                    self.room = self.room.checked_sub(1).ok_or_else(too_many)?;
                    read.entries.push(entry);
                }
                Err(why) => read.add_bad(&kind.name, reference(), why),
            }
        }
        Ok(())
    }

    fn bundle(&mut self, raw: &RawValue, depth: usize, read: &mut FileRead) -> Result<(), Refused> {
        let fields = match strict::fields(raw.get()) {
            Ok(fields) => fields,
            Err(fault) if depth == 0 => return Err(whole_fault(fault).into()),
            Err(fault) => {
                read.add_bad("Bundle", None, entry_fault(fault).into());
                return Ok(());
            }
        };
        let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, raw)| *raw);
        if let Some(version) = field("meta").and_then(parse).as_ref().and_then(version::of_meta) {
            return Err(version.refusal());
        }
        read.one_page |= field("link").and_then(parse).is_some_and(|links| has_next(&links));
        let Some(entries) = field("entry") else {
            return Ok(());
        };
        let Ok(entries) = serde_json::from_str::<Vec<&RawValue>>(entries.get()) else {
            read.add_bad("Bundle", None, "Its list of entries could not be read.".into());
            return Ok(());
        };
        for (number, entry) in entries.into_iter().enumerate() {
            self.entry(entry, depth, read)?;
            if self.stops_at(number) {
                break;
            }
        }
        Ok(())
    }

    fn entry(&mut self, raw: &RawValue, depth: usize, read: &mut FileRead) -> Result<(), Refused> {
        let fields = match strict::fields(raw.get()) {
            Ok(fields) => fields,
            Err(fault) => {
                read.add_bad("Unknown", None, entry_fault(fault).into());
                return Ok(());
            }
        };
        let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, raw)| *raw);
        let text = |raw: &RawValue| serde_json::from_str::<String>(raw.get()).ok();
        let method = field("request").and_then(parse);
        let method = method.as_ref().and_then(|request| request.get("method")?.as_str());
        match field("resource") {
            Some(resource) if method != Some("DELETE") && resource.get() != "null" => {
                let full_url = field("fullUrl").and_then(text);
                self.resource(resource, full_url.as_deref(), depth + 1, read)
            }
            // Answers and deletions carry no resource; there is nothing to tell.
            _ => Ok(()),
        }
    }

    fn stops_at(&mut self, number: usize) -> bool {
        if number % 256 == 255 {
            self.stopped |= (self.stop)();
        }
        self.stopped
    }
}

/// What a resource says it is.
struct Kind {
    name: String,
    version: Option<Version>,
}

impl Kind {
    fn read(text: &str) -> Result<Self, Fault> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Named {
            resource_type: String,
            #[serde(default)]
            fhir_version: Value,
        }
        if !text.starts_with('{') {
            return Err(Fault::Malformed);
        }
        let named: Named = serde_json::from_str(text).map_err(|_| Fault::Malformed)?;
        let version = version::declared(&named.fhir_version);
        Ok(Self { name: named.resource_type, version })
    }
}

fn parse(raw: &RawValue) -> Option<Value> {
    strict::parse(raw.get()).ok()
}

fn has_next(links: &Value) -> bool {
    let is_next = |link: &Value| link.get("relation").and_then(Value::as_str) == Some("next");
    links.as_array().is_some_and(|links| links.iter().any(is_next))
}

// The first line is a whole object and another object follows.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    second.trim_start().starts_with('{')
        && first.trim_start().starts_with('{')
        && serde_json::from_str::<&RawValue>(first).is_ok()
}

fn broken(line: usize) -> String {
    format!(
        "This file is broken at line {}: what is there is not JSON. It may have been cut off. Ask \
         for it again. Nothing was imported.",
        grouped(line)
    )
}

fn too_many() -> String {
    format!(
        "There are more than {} people, stays and coverages here. Import fewer files at once. \
         Nothing of this file was imported.",
        grouped(MOST_RESOURCES)
    )
}

const fn whole_fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Twice => {
            "This file says the same thing twice in one place, so it cannot be trusted. Ask for \
             it again. Nothing was imported."
        }
        Fault::TooDeep | Fault::Malformed => "We could not read this file. Nothing was imported.",
    }
}
