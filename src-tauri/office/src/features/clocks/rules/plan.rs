//! Which clocks the facts of a case start, and from when.

use chrono::{NaiveDate, NaiveDateTime};

use super::count::{date, last_safe_day};
use super::pack::{Found, presumed};
use crate::features::clocks::model::{Binds, Rule, Sense, Settings, Terms, Trigger};
use crate::kernel::error::Result;

/// An event that was recorded on a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// The record.
    pub id: String,
    /// Which event, `bill_received`.
    pub event: String,
    /// When, the office's civil time.
    pub at: NaiveDateTime,
}

/// What clocks need to know of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its kind's code.
    pub kind: String,
    /// When it was first said, to anybody in the organization.
    pub said: Option<NaiveDateTime>,
    /// When the office received it.
    pub received: NaiveDateTime,
    /// Its events, by their moment.
    pub events: Vec<Happened>,
}

/// A clock that the facts start.
#[derive(Debug, Clone)]
pub struct Start<'a> {
    /// Its rule.
    pub found: Found<'a>,
    /// The record of the event that starts it, where one does.
    pub event: Option<String>,
    /// The moment.
    pub trigger: NaiveDateTime,
    /// The moment of the notice that this is presumed from.
    pub presumed_from: Option<NaiveDateTime>,
    /// The day of the second of two events.
    pub later: Option<NaiveDate>,
}

/// The clocks that `facts` start under `rules`, in the order of the rules.
///
/// A rule applies when it is in force on the day of its own trigger, whenever the case came in.
pub fn starts<'a>(
    rules: impl Iterator<Item = Found<'a>>,
    facts: &Facts,
    settings: &Settings,
) -> Vec<Start<'a>> {
    let mut all = Vec::new();
    for found in rules {
        let rule = found.rule;
        if rule.is_on(settings) && rule.applies_to(&facts.kind) {
            all.extend(
                starts_of(found, facts)
                    .into_iter()
                    .filter(|start| rule.in_force(start.trigger.date())),
            );
        }
    }
    all
}

fn starts_of<'a>(found: Found<'a>, facts: &Facts) -> Vec<Start<'a>> {
    let later = later_day(found.rule, facts);
    let start =
        |event, trigger, presumed_from| Start { found, event, trigger, presumed_from, later };
    let Trigger::Event(id) = &found.rule.trigger else {
        let moment = found.rule.trigger.moment(facts.said, facts.received);
        return moment.map(|at| start(None, at, None)).into_iter().collect();
    };
    let known: Vec<&Happened> = of(facts, id).collect();
    let mut all: Vec<_> =
        known.iter().map(|one| start(Some(one.id.clone()), one.at, None)).collect();
    if let Some(presumption) = &found.rule.presumption {
        let notices: Vec<&Happened> = of(facts, &presumption.event).collect();
        all.extend(unanswered(&notices, &known).filter_map(|one| {
            let trigger = presumed(one.at, presumption.length)?;
            Some(start(Some(one.id.clone()), trigger, Some(one.at)))
        }));
    }
    all
}

/// The notices whose receipt is not known. What is known goes before what is presumed: a receipt is
/// that of the last notice before it, or of the first one when all are later.
fn unanswered<'f>(
    notices: &'f [&Happened],
    receipts: &[&Happened],
) -> impl Iterator<Item = &'f Happened> {
    let answered = receipts.iter().filter_map(|receipt| {
        let before = notices.iter().filter(|notice| notice.at.date() <= receipt.at.date());
        let notice = before.max_by_key(|notice| notice.at);
        notice.or_else(|| notices.iter().min_by_key(|notice| notice.at))
    });
    let answered: Vec<&str> = answered.map(|notice| notice.id.as_str()).collect();
    notices.iter().copied().filter(move |notice| !answered.contains(&notice.id.as_str()))
}

fn of<'f>(facts: &'f Facts, event: &'f str) -> impl Iterator<Item = &'f Happened> {
    facts.events.iter().filter(move |one| one.event == event)
}

/// The latest day of the other event that a rule asks about.
fn later_day(rule: &Rule, facts: &Facts) -> Option<NaiveDate> {
    let other = rule.later_of.as_ref().or(rule.starts_from_later_of.as_ref())?;
    facts.events.iter().filter(|one| one.event == *other).map(|one| one.at.date()).max()
}

/// The last safe day of a person's own window under `terms`; nothing for other limits.
///
/// `sibling` is the date of the rule that [`Rule::safe_by`] names, where it runs on the case.
pub fn safe_day(
    found: Found<'_>,
    terms: &Terms,
    settings: &Settings,
    sibling: Option<NaiveDate>,
) -> Result<Option<NaiveDate>> {
    if found.rule.binds != Binds::Patient || found.rule.sense != Sense::Deadline {
        return Ok(None);
    }
    let due = date(found.rule, terms, settings, found.calendar)?.due;
    let safe = last_safe_day(due, terms.trigger.date(), settings.margin);
    Ok(Some(sibling.map_or(safe, |day| day.min(safe))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::clocks::rules::book;
    use crate::features::clocks::rules::fixture::{at, day};

    fn facts(kind: &str, received: &str) -> Facts {
        Facts {
            kind: kind.to_owned(),
            said: None,
            received: at(&format!("{received}T09:00:00")),
            events: Vec::new(),
        }
    }

    fn event(facts: &mut Facts, event: &str, on: &str) {
        let id = format!("{event} {on}");
        let at = at(&format!("{on}T00:00:00"));
        facts.events.push(Happened { id, event: event.to_owned(), at });
    }

    fn started(pack: &str, facts: &Facts) -> Vec<(String, NaiveDate)> {
        let (book, settings) = (book().unwrap(), Settings::default());
        let packs = [pack.to_owned()];
        starts(book.rules_of(&packs), facts, &settings)
            .into_iter()
            .map(|start| {
                let terms = Terms {
                    presumed_from: start.presumed_from,
                    later: start.later,
                    ..Terms::new(start.found.rule, start.trigger, &settings)
                };
                let found = start.found;
                let date = date(found.rule, &terms, &settings, found.calendar).unwrap();
                (found.rule.id.clone(), date.due)
            })
            .collect()
    }

    fn ids(pack: &str, facts: &Facts) -> Vec<String> {
        started(pack, facts).into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn a_case_starts_the_clocks_of_its_kind_and_its_time() {
        let hospital = |kind| ids("us-hospital", &facts(kind, "2026-03-03"));
        assert_eq!(hospital("grievance"), ["US-CMS-7", "US-CMS-POL"]);
        assert!(hospital("complaint").is_empty());
        assert!(hospital("compliment").is_empty());
        assert_eq!(hospital("records"), ["US-HIPAA-ACC"]);
        let england = |kind, on| ids("uk-england", &facts(kind, on));
        assert!(england("complaint", "2026-03-03").contains(&"UK-E-ACK".to_owned()));
        assert!(england("grievance", "2009-04-01").contains(&"UK-E-ACK".to_owned()));
        assert!(england("grievance", "2009-03-31").is_empty());
        assert!(england("question", "2026-03-03").is_empty());
        assert!(ids("nowhere", &facts("grievance", "2026-03-03")).is_empty());
    }

    #[test]
    fn what_is_known_goes_before_what_is_presumed() {
        let due = |facts: &Facts| {
            started("us-insurance", facts).into_iter().find(|(id, _)| id == "US-MA-R").map(|s| s.1)
        };
        let rule = book().unwrap();
        let rule = rule.rule("US-MA-R").unwrap().rule.clone();
        let notice = rule.presumption.as_ref().unwrap().event.clone();
        let mut facts = facts("billing", "2026-03-20");
        assert_eq!(due(&facts), None);
        // 60 days after a receipt presumed 5 days after the notice: 65 from the notice (42 CFR
        // 422.582(b)).
        event(&mut facts, &notice, "2026-03-03");
        assert_eq!(due(&facts), Some(day("2026-05-07")));
        event(&mut facts, rule.trigger.event().unwrap(), "2026-03-12");
        assert_eq!(due(&facts), Some(day("2026-05-11")));
    }

    #[test]
    fn of_two_days_the_later_one_counts_where_the_rule_says_so() {
        let book = book().unwrap();
        let rule = book.rule("US-MCD-C").unwrap().rule;
        let mut facts = facts("billing", "2026-03-20");
        event(&mut facts, rule.trigger.event().unwrap(), "2026-03-03");
        let due = |facts: &Facts| {
            started("us-insurance", facts).into_iter().find(|(id, _)| id == "US-MCD-C").unwrap().1
        };
        assert_eq!(due(&facts), day("2026-03-13"));
        event(&mut facts, rule.later_of.as_ref().unwrap(), "2026-03-31");
        assert_eq!(due(&facts), day("2026-03-31"));
    }
}
