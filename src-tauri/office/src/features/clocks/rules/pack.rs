//! Reading rule packs, and refusing one that would mislead.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDateTime, NaiveTime};

use super::count::date;
use crate::features::clocks::model::{
    Binds, CASE_KINDS, CHANNELS, Direction, Event, Example, Extended, Extension, Length,
    MonthOverflow, OfficeNumber, Pack, Precision, Rule, SetBy, Settings, Start, Terms, Trigger,
    Unit,
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
    /// Versions that are no longer in force, for the clocks that started under them.
    former: BTreeMap<(String, String), Pack>,
    events: BTreeMap<String, Event>,
}

/// A rule with all that is needed to count by it.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The pack it is in.
    pub pack: &'a Pack,
    /// The rule.
    pub rule: &'a Rule,
    /// The calendar it follows.
    pub calendar: &'a Calendar,
    /// The event that starts it, where an advocate records it.
    pub event: Option<&'a Event>,
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
        let mut files = Vec::new();
        for file in packs {
            let pack: Pack = file.read()?;
            let id = pack.id.clone();
            book.declare(file, &pack)?;
            if book.packs.insert(id.clone(), pack).is_some() {
                return Err(mistake(file, "id: another pack has this id"));
            }
            files.push((file, id));
        }
        // Rules speak of one another and of events of other packs, so all are read first.
        for (file, id) in files {
            book.check(file, &id)?;
        }
        Ok(book)
    }

    /// This book with `file` in the place of the pack of the same id, which becomes a former
    /// version. With a mistake in it the book stays as it is.
    pub fn with(&self, file: Source<'_>) -> Result<Self> {
        let pack: Pack = file.read()?;
        let id = pack.id.clone();
        let mut book = self.clone();
        let before = book.packs.remove(&id);
        for event in before.iter().flat_map(|before| &before.events) {
            book.events.remove(&event.id);
        }
        if before.as_ref().is_some_and(|before| before.version == pack.version) {
            return Err(mistake(file, "version: raise it, so that cases can tell the two apart"));
        }
        book.declare(file, &pack)?;
        book.packs.insert(id.clone(), pack);
        book.check(file, &id)?;
        book.check_others(file, &id)?;
        if let Some(before) = before {
            // What was recorded under the version before keeps its name.
            for event in &before.events {
                book.events.entry(event.id.clone()).or_insert_with(|| event.clone());
            }
            book.former.insert((id, before.version.clone()), before);
        }
        Ok(book)
    }

    /// Whether the rules of the other packs still find their events, with the pack `id` of `file`.
    fn check_others(&self, file: Source<'_>, id: &str) -> Result<()> {
        let others = self.packs.values().filter(|pack| pack.id != id);
        for (pack, rule) in others.flat_map(|pack| pack.rules.iter().map(move |rule| (pack, rule)))
        {
            if self.fault_in_ties(pack, rule).is_some() {
                let what = format!(
                    "event: an event is missing or known less finely, and rule {} of {} needs it",
                    rule.id, pack.name
                );
                return Err(mistake(file, &what));
            }
        }
        Ok(())
    }

    /// This book with a version of a pack that is no longer in force.
    pub fn with_former(&self, file: Source<'_>) -> Result<Self> {
        let pack: Pack = file.read()?;
        let mut book = self.clone();
        for event in &pack.events {
            book.events.entry(event.id.clone()).or_insert_with(|| event.clone());
        }
        book.former.insert((pack.id.clone(), pack.version.clone()), pack);
        Ok(book)
    }

    /// Takes in the events that a pack declares.
    fn declare(&mut self, file: Source<'_>, pack: &Pack) -> Result<()> {
        for (nth, event) in pack.events.iter().enumerate() {
            let built_in = matches!(event.id.as_str(), "first_said" | "received");
            let minute = event.at == Precision::Minute && event.minute.is_none();
            let fault = if built_in || self.events.contains_key(&event.id) {
                Some(("id", "another event has this id"))
            } else if event.id.trim().is_empty() {
                Some(("id", "an event needs an id"))
            } else if minute {
                Some(("minute", "say the minute in words, since it is known to the minute"))
            } else {
                None
            };
            if let Some((field, what)) = fault {
                return Err(file.mistake_in("event", nth, field, what));
            }
            self.events.insert(event.id.clone(), event.clone());
        }
        Ok(())
    }

    /// The first mistake in the pack `id`, which stands in `file`.
    fn check(&self, file: Source<'_>, id: &str) -> Result<()> {
        let Some(pack) = self.packs.get(id) else { return Ok(()) };
        if !self.calendars.contains_key(&pack.calendar) {
            return Err(mistake(file, "calendar: there is no calendar with this id"));
        }
        for (nth, rule) in pack.rules.iter().enumerate() {
            let again = self.packs.values().flat_map(|pack| &pack.rules);
            let again = again.filter(|other| other.id == rule.id).count() > 1;
            let calendar = self.calendars.get(rule.calendar.as_ref().unwrap_or(&pack.calendar));
            let fault = if again {
                Some(("id".to_owned(), "another rule has this id".to_owned()))
            } else if let Some(calendar) = calendar {
                fault_in(rule)
                    .or_else(|| self.fault_in_ties(pack, rule))
                    .map(|(field, what)| (field.to_owned(), what.to_owned()))
                    .or_else(|| fault_in_examples(rule, calendar))
            } else {
                Some(("calendar".to_owned(), "there is no calendar with this id".to_owned()))
            };
            if let Some((field, what)) = fault {
                return Err(file.mistake_in("rule", nth, &field, &what));
            }
        }
        Ok(())
    }

    /// What is wrong with the events and rules that `rule` names.
    fn fault_in_ties(&self, pack: &Pack, rule: &Rule) -> Option<Fault> {
        let unknown = "unknown event; declare it as an [[event]], or write first_said or received";
        let known = |id: &String| self.events.contains_key(id);
        if rule.trigger.event().is_some_and(|id| !self.events.contains_key(id)) {
            return Some(("trigger", unknown));
        }
        for (field, id) in
            [("later_of", &rule.later_of), ("starts_from_later_of", &rule.starts_from_later_of)]
        {
            if id.as_ref().is_some_and(|id| !known(id)) {
                return Some((field, unknown));
            }
        }
        if rule.presumption.as_ref().is_some_and(|presumption| !known(&presumption.event)) {
            return Some(("presumption", unknown));
        }
        if !rule.met_by.events.iter().all(known) {
            return Some(("met_by.events", unknown));
        }
        let event = rule.trigger.event().and_then(|id| self.events.get(id));
        if rule.length.unit == Unit::Hour && event.is_some_and(|e| e.at == Precision::Day) {
            return Some(("trigger", "hours need an event that is known to the minute"));
        }
        let mut seen = BTreeSet::from([rule.id.as_str()]);
        let mut next = rule.safe_by.as_deref();
        while let Some(id) = next {
            let Some(other) = pack.rule(id) else {
                return Some(("safe_by", "there is no such rule in this pack"));
            };
            if !seen.insert(id) {
                return Some(("safe_by", "these rules wait for one another in a circle"));
            }
            next = other.safe_by.as_deref();
        }
        None
    }

    /// The packs in force, by id.
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

    /// The event called `id`.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.get(id)
    }

    /// The rule called `id` as it is in force, whichever pack it is in.
    pub fn rule(&self, id: &str) -> Option<Found<'_>> {
        self.packs.values().find_map(|pack| self.found(pack, pack.rule(id)?))
    }

    /// The rule `id` of `version` of `pack`; as it is in force where that version is not known.
    pub fn rule_of(&self, pack: &str, version: &str, id: &str) -> Option<Found<'_>> {
        let current = self.packs.get(pack).filter(|pack| pack.version == version);
        let former = || self.former.get(&(pack.to_owned(), version.to_owned()));
        let found = current.or_else(former).and_then(|pack| self.found(pack, pack.rule(id)?));
        found.or_else(|| self.rule(id))
    }

    /// The rule `id` in every version that is known, the one in force first.
    pub fn versions<'a>(&'a self, id: &'a str) -> impl Iterator<Item = Found<'a>> {
        let packs = self.packs.values().chain(self.former.values());
        packs.filter_map(move |pack| self.found(pack, pack.rule(id)?))
    }

    fn found<'a>(&'a self, pack: &'a Pack, rule: &'a Rule) -> Option<Found<'a>> {
        let calendar = self.calendars.get(rule.calendar.as_ref().unwrap_or(&pack.calendar))?;
        let event = rule.trigger.event().and_then(|id| self.events.get(id));
        Some(Found { pack, rule, calendar, event })
    }

    /// The rules in force of `packs`, in their order.
    pub fn rules_of<'a>(&'a self, packs: &'a [String]) -> impl Iterator<Item = Found<'a>> {
        let packs = packs.iter().filter_map(|id| self.packs.get(id));
        packs.flat_map(|pack| pack.rules.iter().filter_map(|rule| self.found(pack, rule)))
    }

    /// This book with `closed` days that the office does not work, over which its own limits pass.
    #[must_use]
    pub fn closed_on(&self, closed: &BTreeMap<chrono::NaiveDate, String>) -> Self {
        let calendars = self.calendars.iter();
        let calendars =
            calendars.map(|(id, calendar)| (id.clone(), calendar.closed_also_on(closed))).collect();
        Self { calendars, ..self.clone() }
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
    .or_else(|| fault_in_direction(rule))
    .or_else(|| fault_in_met_by(rule))
    .or_else(|| fault_in_extension(rule))
}

fn fault_in_direction(rule: &Rule) -> Option<Fault> {
    let back = rule.counts == Direction::Back;
    let event = matches!(rule.trigger, Trigger::Event(_));
    first([
        (
            back && rule.start == Start::Inclusive,
            "start",
            "a count back starts the day before, so write start = \"exclusive\"",
        ),
        (back && rule.length.unit == Unit::Hour, "length.unit", "a count back goes by days"),
        (!back && rule.opens.is_some(), "opens", "only a count back has a first day"),
        (back && rule.extension.is_some(), "extension", "a count back cannot be extended"),
        (
            rule.presumption.is_some() != rule.presumption_words.is_some(),
            "presumption_words",
            "a presumption and its words go together",
        ),
        (
            rule.presumption.is_some() && !event,
            "presumption",
            "only an event can be presumed; a case always has the day it was received",
        ),
        (rule.bound.trim().is_empty(), "bound", "say whom it binds"),
        (
            rule.no_default && rule.length_set_by != SetBy::Office,
            "no_default",
            "only a number that the office sets can be missing",
        ),
        (
            rule.needed_to_close && rule.binds != Binds::Ours,
            "needed_to_close",
            "only what our own organization owes can keep a case open",
        ),
    ])
    .or_else(|| {
        let lengths = rule.opens.into_iter().chain(rule.presumption.as_ref().map(|p| p.length));
        lengths.into_iter().find_map(fault_in_length).map(|what| ("opens", what))
    })
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
            "a channel is call, visit, letter, email, video or note",
        ),
        (
            rule.binds == Binds::Ours && channels.iter().any(|channel| channel == "note"),
            "met_by.channels",
            "a note to the file cannot meet what our own organization has to do",
        ),
    ])
}

fn first<const N: usize>(checks: [(bool, &'static str, &'static str); N]) -> Option<Fault> {
    checks.into_iter().find(|(wrong, ..)| *wrong).map(|(_, field, what)| (field, what))
}

fn fault_in_extension(rule: &Rule) -> Option<Fault> {
    let extension = rule.extension.as_ref()?;
    let lengths = extension.length.into_iter().chain(extension.notice_within);
    let Extension { notice, .. } = extension;
    if notice.elements.is_empty() {
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
    let (trigger, presumed_from) = match example_trigger(rule, example) {
        Ok(trigger) => trigger,
        Err(what) => return Some(what.to_owned()),
    };
    let mut terms =
        Terms { presumed_from, later: example.later, ..Terms::new(rule, trigger, &settings) };
    for _ in 0..example.extended {
        terms.extended.push(Extended { to: None, noticed_on: trigger.date() });
    }
    let day = trigger.date();
    match date(rule, &terms, &settings, calendar) {
        Ok(found)
            if found.due == example.due
                && example.by.is_none_or(|by| found.due_by == Some(by))
                && example.opens.is_none_or(|opens| found.opens == Some(opens)) =>
        {
            None
        }
        Ok(found) => {
            let opens =
                found.opens.map_or_else(String::new, |opens| format!(", not before {opens}"));
            let by = found.due_by.map_or_else(String::new, |by| format!(" by {}", by.code()));
            Some(format!(
                "the example that starts {day} is due {}, but counting gives {}{by}{opens}",
                example.due, found.due
            ))
        }
        Err(error) => Some(format!("the example cannot be counted. {}", error.message)),
    }
}

/// When the clock of an example starts, and the notice from which that was presumed.
fn example_trigger(
    rule: &Rule,
    example: &Example,
) -> std::result::Result<(NaiveDateTime, Option<NaiveDateTime>), &'static str> {
    match (&rule.trigger, example.received, example.on, example.from_notice) {
        (Trigger::FirstSaid | Trigger::Received, Some(received), None, None) => {
            Ok((rule.trigger.moment(example.said, received).unwrap_or(received), None))
        }
        (Trigger::Event(_), None, Some(on), None) => Ok((on, None)),
        (Trigger::Event(_), None, None, Some(notice)) => match &rule.presumption {
            Some(presumption) => presumed(notice, presumption.length)
                .map(|trigger| (trigger, Some(notice)))
                .ok_or("this notice is too far off to count from"),
            None => Err("from_notice needs a presumption"),
        },
        (Trigger::Event(_), ..) => Err("give when its event happened, as on or from_notice"),
        _ => Err("give when it was received"),
    }
}

/// The trigger that a notice of this moment lets one presume.
pub fn presumed(notice: NaiveDateTime, length: Length) -> Option<NaiveDateTime> {
    let days = chrono::Days::new(length.count.into());
    let day = match length.unit {
        Unit::Day if length.days == DayKind::Calendar => notice.date().checked_add_days(days)?,
        _ => return None,
    };
    Some(day.and_time(NaiveTime::MIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::clocks::model::Binding;
    use crate::features::clocks::rules::fixture::{UK_ENGLAND, US_HOSPITAL, book, read};

    #[test]
    fn the_shipped_packs_are_whole_and_every_example_comes_out() {
        let book = crate::features::clocks::rules::book().unwrap();
        let ids: Vec<_> = book.packs().map(|pack| pack.id.as_str()).collect();
        let expected = [
            "ireland",
            "new-south-wales",
            "northern-ireland",
            "ontario",
            "scotland",
            "uk-england",
            "us-hospital",
            "us-insurance",
            "us-ltc-ombudsman",
            "wales",
        ];
        assert_eq!(ids, expected);
        assert_eq!(book.calendar("us-federal").unwrap().jurisdiction(), "United States");
        assert!(book.rule("US-NONE").is_none());
    }

    #[test]
    fn every_rule_of_the_shipped_packs_can_be_explained_in_whole_sentences() {
        use crate::features::clocks::model::Role;
        use crate::features::clocks::rules::{Question, Style, explain};
        let book = crate::features::clocks::rules::book().unwrap();
        let settings = Settings::default();
        for pack in book.packs() {
            for rule in &pack.rules {
                let found = book.rule(&rule.id).unwrap();
                for example in &rule.examples {
                    let (trigger, presumed_from) = example_trigger(rule, example).unwrap();
                    let extended = Extended { to: None, noticed_on: trigger.date() };
                    let terms = Terms {
                        presumed_from,
                        later: example.later,
                        extended: vec![extended; example.extended as usize],
                        ..Terms::new(rule, trigger, &settings)
                    };
                    let named = [&rule.later_of, &rule.starts_from_later_of];
                    let other = named.into_iter().flatten().next();
                    let presumption = rule.presumption.as_ref().map(|p| &p.event);
                    let question = Question {
                        pack: found.pack,
                        rule,
                        calendar: found.calendar,
                        settings: &settings,
                        terms: &terms,
                        event: found.event,
                        other: presumption
                            .filter(|_| presumed_from.is_some())
                            .or(other)
                            .and_then(|id| book.event(id)),
                        receipt: None,
                        how: None,
                        stands: None,
                        style: Style::default(),
                    };
                    let why = explain(&question).unwrap();
                    let said = format!("{}: {} {}", rule.id, why.sentence, why.how_counted);
                    assert!(
                        why.sentence.ends_with('.') && why.how_counted.ends_with('.'),
                        "{said}"
                    );
                    for slip in ["{", "}", "  ", "..", " ,", "other event"] {
                        assert!(!said.contains(slip), "{said}");
                    }
                    let days = &why.days;
                    assert!(days.windows(2).all(|two| two[0].on < two[1].on), "{said} {days:?}");
                    let due = days.iter().filter(|day| day.role == Role::Due).count();
                    assert_eq!(due, 1, "{said} {days:?}");
                }
            }
        }
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

    /// What is written, what a slip of the pen makes of it, and what is then said.
    const SLIPS: &[(&str, &str, &str)] = &[
        ("calendar = \"us-federal\"", "calendar = \"mars\"", "calendar: there is no calendar"),
        ("id = \"US-CMS-POL\"", "id = \"US-CMS-7\"", "rule US-CMS-7, id: another rule"),
        ("id = \"US-CMS-POL\"", "id = \"\"", "id: a rule needs an id"),
        ("trigger = \"first_said\"", "trigger = \"full_moon\"", "rule US-CMS-7, trigger: unknown"),
        ("binds = \"ours\"", "binds = \"nobody\"", "rule US-CMS-7, binds: unknown"),
        ("bound = \"the hospital\"", "bound = \" \"", "bound: say whom it binds"),
        (
            "bound = \"the hospital\"",
            "bound = \"x\"\nsafe_by = \"US-NONE\"",
            "safe_by: there is no such rule",
        ),
        (
            "bound = \"the hospital\"",
            "bound = \"x\"\nsafe_by = \"US-CMS-7\"",
            "safe_by: these rules wait for one another",
        ),
        (
            "bound = \"the hospital\"",
            "bound = \"x\"\nlater_of = \"full_moon\"",
            "later_of: unknown event",
        ),
        (
            "bound = \"the hospital\"",
            "bound = \"x\"\nopens = { count = 2, unit = \"day\" }",
            "opens: only a count back",
        ),
        (
            "bound = \"the hospital\"",
            "bound = \"x\"\ncalendar = \"mars\"",
            "calendar: there is no calendar",
        ),
        (
            "channels = [\"letter\", \"email\"]",
            "channels = [\"note\"]",
            "met_by.channels: a note to the file cannot",
        ),
        (
            "[[rule]]",
            "[[event]]\nid = \"received\"\nname = \"x\"\nquestion = \"x\"\nlabel = \"x\"\nday = \"x\"\nat = \"day\"\n\n[[rule]]",
            "id: another event has this id",
        ),
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
            if !said.starts_with("calendar:") || message.contains(", rule ") {
                assert!(message.contains(", line "), "{message}");
            }
        }
    }

    #[test]
    fn a_corrected_file_replaces_the_one_before_only_when_nothing_is_wrong_with_it() {
        let book = book();
        let name = "clocks/us-hospital.toml";
        let newer = US_HOSPITAL.replacen("version = \"2026.11\"", "version = \"2027.01\"", 1);
        let longer = newer.replacen("count = 30", "count = 21", 1);
        let longer = longer.replacen("due = 2026-04-02", "due = 2026-03-24", 1).replacen(
            "due = 2026-03-02",
            "due = 2026-02-21",
            1,
        );
        let then = book.with(Source::new(name, &longer)).unwrap();
        assert_eq!(then.rule("US-CMS-POL").unwrap().rule.length.count, 21);
        // A clock that started under the version before still counts by it.
        let before = then.rule_of("us-hospital", "2026.11", "US-CMS-POL").unwrap();
        assert_eq!((before.rule.length.count, before.pack.version.as_str()), (30, "2026.11"));
        for (broken, said) in [
            (newer.replacen("count = 30", "count = 21", 1), "counting gives"),
            (US_HOSPITAL.to_owned(), "version: raise it"),
            ("id = 7".to_owned(), "invalid type"),
        ] {
            let message = book.with(Source::new(name, &broken)).unwrap_err().message;
            assert!(message.contains(said), "{message}");
        }
        assert_eq!(book.rule("US-CMS-POL").unwrap().rule.length.count, 30);
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
        let twin = US_HOSPITAL.replacen("id = \"us-hospital\"", "id = \"us-twin\"", 1);
        let message = read(US_HOSPITAL, &twin).unwrap_err().message;
        assert!(message.contains("another rule has this id"), "{message}");
        let alone = UK_ENGLAND.replacen("id = \"uk-england\"", "id = \"us-hospital\"", 1);
        let message = read(US_HOSPITAL, &alone).unwrap_err().message;
        assert!(message.contains("another pack has this id"), "{message}");
    }
}
