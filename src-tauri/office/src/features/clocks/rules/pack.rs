//! Reading rule packs, and refusing one that would mislead.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::count::due;
use crate::features::clocks::model::{
    CASE_KINDS, CHANNELS, Example, Length, MonthOverflow, OfficeNumber, Pack, Rule, Settings,
    Start, Unit,
};
use crate::kernel::calendar::{Calendar, DayKind, Source};
use crate::kernel::error::{Error, Result};

/// A longer length than this is a slip of the pen, whatever its unit.
const LONGEST: u32 = 3_660;

/// Every rule and calendar the office goes by.
#[derive(Debug, Clone, Default)]
pub struct Rulebook {
    calendars: BTreeMap<String, Calendar>,
    packs: BTreeMap<String, Pack>,
}

/// A rule with all that is needed to count by it.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The pack it is in.
    pub pack: &'a Pack,
    /// The rule.
    pub rule: &'a Rule,
    /// The pack's calendar.
    pub calendar: &'a Calendar,
}

impl Rulebook {
    /// Reads calendar files and pack files and checks them against each other.
    ///
    /// Every worked example must come out; a mistake is named by file, line and field, and then
    /// the whole rulebook is refused, so that the one before it stays in force.
    pub fn read<'a>(
        calendars: impl IntoIterator<Item = Source<'a>>,
        packs: impl IntoIterator<Item = Source<'a>>,
    ) -> Result<Self> {
        let mut book = Self::default();
        for file in calendars {
            let calendar = Calendar::parse(file)?;
            if book.calendars.insert(calendar.id().to_owned(), calendar).is_some() {
                return Err(mistake(file, "id: another calendar has this id"));
            }
        }
        for file in packs {
            book.add_pack(file)?;
        }
        Ok(book)
    }

    fn add_pack(&mut self, file: Source<'_>) -> Result<()> {
        let pack: Pack = file.read()?;
        let Some(calendar) = self.calendars.get(&pack.calendar) else {
            return Err(mistake(file, "calendar: there is no calendar with this id"));
        };
        for (nth, rule) in pack.rules.iter().enumerate() {
            let again = pack.rules.iter().take(nth).any(|before| before.id == rule.id);
            let fault = if again || self.rule(&rule.id).is_some() {
                Some(("id".to_owned(), "another rule has this id".to_owned()))
            } else {
                fault_in(rule)
                    .map(|(field, what)| (field.to_owned(), what.to_owned()))
                    .or_else(|| fault_in_examples(rule, calendar))
            };
            if let Some((field, what)) = fault {
                return Err(file.mistake_in("rule", nth, &field, &what));
            }
        }
        if self.packs.contains_key(&pack.id) {
            return Err(mistake(file, "id: another pack has this id"));
        }
        self.packs.insert(pack.id.clone(), pack);
        Ok(())
    }

    /// The packs, by id.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.packs.values()
    }

    /// The pack called `id`.
    pub fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs.get(id)
    }

    /// The calendar called `id`.
    pub fn calendar(&self, id: &str) -> Option<&Calendar> {
        self.calendars.get(id)
    }

    /// The rule called `id`, whichever pack it is in.
    pub fn rule(&self, id: &str) -> Option<Found<'_>> {
        self.packs.values().find_map(|pack| {
            let rule = pack.rule(id)?;
            let calendar = self.calendars.get(&pack.calendar)?;
            Some(Found { pack, rule, calendar })
        })
    }

    /// The rules of `pack` that start a clock on a case of `kind`. `triggered` gives the day of a
    /// rule's trigger: a rule applies when it is in force on that day, whenever the case came in.
    pub fn starting<'a>(
        &'a self,
        pack: &str,
        kind: &'a str,
        triggered: impl Fn(&Rule) -> NaiveDate + 'a,
    ) -> impl Iterator<Item = Found<'a>> {
        let found = self.packs.get(pack).and_then(|pack| {
            let calendar = self.calendars.get(&pack.calendar)?;
            Some((pack, calendar))
        });
        let rules = found.into_iter().flat_map(|(pack, calendar)| {
            pack.rules.iter().map(move |rule| Found { pack, rule, calendar })
        });
        rules.filter(move |found| {
            found.rule.applies_to(kind) && found.rule.in_force(triggered(found.rule))
        })
    }
}

fn mistake(file: Source<'_>, what: &str) -> Error {
    Error::invalid(file.name(), format!("{}, {what}", file.name()))
}

/// A field that cannot be, and why.
type Fault = (&'static str, &'static str);

/// The first field of `rule` that cannot be.
fn fault_in(rule: &Rule) -> Option<Fault> {
    let known = |kind: &String| CASE_KINDS.contains(&kind.as_str());
    let backwards = rule.effective_from.zip(rule.effective_to).is_some_and(|(from, to)| to < from);
    let kinds = "a kind of case is complaint, grievance, question, concern, compliment, \
                 suggestion, billing, records or discharge";
    first([
        (rule.id.trim().is_empty(), "id", "a rule needs an id"),
        (rule.applies_to.is_empty(), "applies_to", "name at least one kind of case"),
        (!rule.applies_to.iter().all(known), "applies_to", kinds),
        (!rule.sentence.contains("{length}"), "sentence", "the sentence needs {length} in it"),
        (backwards, "effective_to", "this is before effective_from"),
        (rule.examples.is_empty(), "example", "a rule needs at least one worked example"),
    ])
    .or_else(|| fault_in_count(rule))
    .or_else(|| fault_in_met_by(rule))
    .or_else(|| fault_in_extension(rule))
}

fn fault_in_count(rule: &Rule) -> Option<Fault> {
    let inclusive = rule.start == Start::Inclusive;
    let overflows = rule.month_overflow == MonthOverflow::NextFirst;
    let hours = rule.length.unit == Unit::Hour;
    let joined = "next_first goes only with start = \"exclusive\"; no published rule joins it with \
                  inclusive";
    let from_1 = "a length that counts its first day is at least 1";
    first([
        (inclusive && overflows, "month_overflow", joined),
        (inclusive && rule.length.count == 0, "length.count", from_1),
        (inclusive && hours, "start", "hours run from a minute, so write start = \"exclusive\""),
        (rule.due_by.is_some() && hours, "due_by", "hours give the time of day themselves"),
    ])
    .or_else(|| fault_in_length(rule.length).map(|what| ("length.count", what)))
}

fn fault_in_met_by(rule: &Rule) -> Option<Fault> {
    let known = |channel: &String| CHANNELS.contains(&channel.as_str());
    let channels = &rule.met_by.channels;
    first([
        (channels.is_empty(), "met_by.channels", "name at least one channel"),
        (
            !channels.iter().all(known),
            "met_by.channels",
            "a channel is call, visit, letter, email or video",
        ),
    ])
}

fn first<const N: usize>(checks: [(bool, &'static str, &'static str); N]) -> Option<Fault> {
    checks.into_iter().find(|(wrong, ..)| *wrong).map(|(_, field, what)| (field, what))
}

fn fault_in_extension(rule: &Rule) -> Option<Fault> {
    let extension = rule.extension.as_ref()?;
    let lengths = extension.length.into_iter().chain(extension.notice_within);
    if extension.notice.elements.is_empty() {
        return Some(("extension.notice", "say what the notice must tell the person"));
    }
    if extension.max_times == Some(0) {
        return Some(("extension.max_times", "leave the extension out instead of allowing none"));
    }
    lengths.into_iter().find_map(fault_in_length).map(|what| ("extension", what))
}

fn fault_in_length(length: Length) -> Option<&'static str> {
    let civil = matches!(length.unit, Unit::Month | Unit::Year);
    if length.count > LONGEST {
        Some("this length is too long to be meant")
    } else if civil && length.days == DayKind::Business {
        Some("months and years are civil ones and have no business days")
    } else {
        None
    }
}

/// The first worked example that does not come out.
fn fault_in_examples(rule: &Rule, calendar: &Calendar) -> Option<(String, String)> {
    rule.examples.iter().enumerate().find_map(|(nth, example)| {
        let what = fault_in_example(rule, example, calendar)?;
        Some((format!("example[{nth}].due"), what))
    })
}

/// What a worked example gets wrong, in words.
fn fault_in_example(rule: &Rule, example: &Example, calendar: &Calendar) -> Option<String> {
    let mut settings = Settings::default();
    if let Some(length) = example.office {
        let number = OfficeNumber { length, policy: None, confirmed: None };
        settings.numbers.insert(rule.id.clone(), number);
    }
    let trigger = rule.trigger.moment(example.said, example.received);
    match due(rule, trigger, &settings, calendar) {
        Ok((day, time)) if day == example.due && example.by.is_none_or(|by| time == Some(by)) => {
            None
        }
        Ok((day, _)) => Some(format!(
            "the example received {} is due {}, but counting gives {day}",
            example.received, example.due
        )),
        Err(error) => Some(format!("the example cannot be counted. {}", error.message)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::clocks::model::{Binding, SetBy};
    use crate::features::clocks::rules::fixture::{UK_ENGLAND, US_HOSPITAL, book, day, read};

    #[test]
    fn the_shipped_packs_are_whole_and_every_example_comes_out() {
        let book = book();
        let ids: Vec<_> =
            book.packs().flat_map(|pack| pack.rules.iter().map(|rule| rule.id.as_str())).collect();
        assert_eq!(ids, ["UK-E-ACK", "US-CMS-7", "US-CMS-POL"]);
        assert_eq!(book.pack("us-hospital").unwrap().calendar, "us-federal");
        assert_eq!(book.calendar("us-federal").unwrap().jurisdiction(), "United States");
        assert!(book.rule("US-NONE").is_none());
    }

    #[test]
    fn a_hospitals_number_of_days_is_its_policy_and_never_a_legal_limit() {
        let settings = Settings::default();
        for id in ["US-CMS-7", "US-CMS-POL"] {
            let found = book().rule(id).unwrap();
            assert_eq!(found.rule.binding, Binding::Policy);
            assert_eq!(found.rule.length_set_by, SetBy::Office);
            assert!(found.rule.length_is_unverified(&settings));
            assert!(found.rule.is_unverified(found.pack, &settings));
        }
        let law = book().rule("UK-E-ACK").unwrap();
        assert!(!law.rule.is_unverified(law.pack, &settings));
        assert!(!law.rule.may_pause());
    }

    #[test]
    fn a_case_starts_the_clocks_of_its_kind_and_its_time() {
        let ids = |pack, kind, on| -> Vec<&str> {
            book()
                .starting(pack, kind, move |_| day(on))
                .map(|found| found.rule.id.as_str())
                .collect()
        };
        assert_eq!(ids("us-hospital", "grievance", "2026-03-03"), ["US-CMS-7", "US-CMS-POL"]);
        assert!(ids("us-hospital", "complaint", "2026-03-03").is_empty());
        assert_eq!(ids("uk-england", "complaint", "2026-03-03"), ["UK-E-ACK"]);
        assert_eq!(ids("uk-england", "grievance", "2009-04-01"), ["UK-E-ACK"]);
        assert!(ids("uk-england", "grievance", "2009-03-31").is_empty());
        assert!(ids("uk-england", "question", "2026-03-03").is_empty());
        assert!(ids("nowhere", "grievance", "2026-03-03").is_empty());
        // What counts is the day of the rule's own trigger, not one day for all rules.
        let split =
            |rule: &Rule| day(if rule.id == "US-CMS-7" { "1900-01-01" } else { "2026-03-03" });
        let ids: Vec<&str> = book()
            .starting("us-hospital", "grievance", split)
            .map(|found| found.rule.id.as_str())
            .collect();
        assert!(ids.contains(&"US-CMS-POL"));
    }

    /// What is written, what a slip of the pen makes of it, and what is then said.
    const SLIPS: &[(&str, &str, &str)] = &[
        ("calendar = \"us-federal\"", "calendar = \"mars\"", "calendar: there is no calendar"),
        ("id = \"US-CMS-POL\"", "id = \"US-CMS-7\"", "rule US-CMS-7, id: another rule"),
        ("id = \"US-CMS-POL\"", "id = \"\"", "id: a rule needs an id"),
        ("trigger = \"first_said\"", "trigger = \"full_moon\"", "rule US-CMS-7, trigger: unknown"),
        ("[\"grievance\"]", "[\"grievence\"]", "applies_to: a kind of case is"),
        ("[\"grievance\"]", "[]", "applies_to: name at least one"),
        ("gives {length}", "gives 7 days", "sentence: the sentence needs {length}"),
        ("[\"letter\", \"email\"]", "[\"fax\"]", "met_by.channels: a channel is"),
        ("[\"letter\", \"email\"]", "[]", "met_by.channels: name at least one"),
        ("count = 7,", "count = \"seven\",", "rule US-CMS-7, length.count: invalid type"),
        ("count = 7,", "count = 70000,", "length.count: this length is too long"),
        ("due = 2026-03-10", "due = 2026-03-11", "counting gives 2026-03-10"),
        (
            "unit = \"day\", days = \"calendar\"",
            "unit = \"month\", days = \"business\"",
            "length.count: months and years",
        ),
        (
            "start = \"exclusive\"",
            "start = \"inclusive\"\nmonth_overflow = \"next_first\"",
            "month_overflow: next_first goes only",
        ),
        ("binding = \"policy\"\n", "", "binding"),
        (
            "confidence = \"confirmed\"\n",
            "confidence = \"confirmed\"\neffective_from = 2026-01-02\neffective_to = 2026-01-01\n",
            "effective_to: this is before",
        ),
        (
            "confidence = \"confirmed\"\n",
            "confidence = \"confirmed\"\neffective_from = \"soon\"\n",
            "effective_from: ",
        ),
        (
            "confidence = \"confirmed\"\n",
            "confidence = \"confirmed\"\ndue_by = \"tea time\"\n",
            "due_by: write \"midnight\"",
        ),
        (
            "[rule.extension.notice]\n",
            "[rule.extension]\nmax_times = 0\n[rule.extension.notice]\n",
            "extension.max_times: leave",
        ),
    ];

    #[test]
    fn a_pack_with_a_mistake_is_named_by_file_line_and_field() {
        for (from, to, said) in SLIPS {
            let broken = US_HOSPITAL.replacen(from, to, 1);
            assert_ne!(broken, US_HOSPITAL, "{from} is not in the file");
            let message = read(&broken, UK_ENGLAND).unwrap_err().message;
            assert!(message.contains(said), "{message}\nshould say\n{said}");
            assert!(message.starts_with("clocks/us-hospital.toml, "), "{message}");
            if !said.starts_with("calendar:") {
                assert!(message.contains(", line "), "{message}");
            }
        }
    }

    #[test]
    fn a_mistake_in_a_later_rule_points_at_that_rule() {
        let line = US_HOSPITAL.lines().position(|line| line.contains("due = 2026-06-09")).unwrap();
        let broken = US_HOSPITAL.replacen("due = 2026-06-09", "due = 2026-06-08", 1);
        let message = read(&broken, UK_ENGLAND).unwrap_err().message;
        let said =
            format!("clocks/us-hospital.toml, line {}, rule US-CMS-POL, example[2].due", line + 1);
        assert!(message.starts_with(&said), "{message}");
    }

    #[test]
    fn two_packs_cannot_share_an_id_or_a_rule() {
        let message = read(US_HOSPITAL, US_HOSPITAL).unwrap_err().message;
        assert!(message.contains("another rule has this id"), "{message}");
        let alone = UK_ENGLAND.replacen("id = \"uk-england\"", "id = \"us-hospital\"", 1);
        let message = read(US_HOSPITAL, &alone).unwrap_err().message;
        assert!(message.contains("another pack has this id"), "{message}");
    }
}
