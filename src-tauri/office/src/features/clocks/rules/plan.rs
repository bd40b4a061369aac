//! Which clocks the facts of a case start, and from when.

use chrono::{NaiveDate, NaiveDateTime};

use super::count::{date, last_safe_day};
use super::pack::{Found, presumed};
use super::receipts::{late_receipts, named, unanswered};
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
    /// Whether something shows that it was then.
    pub shown: bool,
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
/// A rule applies when it is in force on the day of its own trigger, whenever the case came in, and
/// the office has it on.
pub fn starts<'a>(
    rules: impl Iterator<Item = Found<'a>>,
    facts: &Facts,
    is_on: impl Fn(&Rule) -> bool,
) -> Vec<Start<'a>> {
    let mut all = Vec::new();
    for found in rules {
        let rule = found.rule;
        if is_on(rule) && rule.applies_to(&facts.kind) {
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
    let late = late_receipts(found.rule, &facts.events);
    let waits =
        |one: &Happened| late.iter().any(|late| late.receipt.id == one.id && !late.counts());
    let known: Vec<&Happened> = named(&facts.events, id).filter(|one| !waits(one)).collect();
    let mut all: Vec<_> =
        known.iter().map(|one| start(Some(one.id.clone()), one.at, None)).collect();
    if let Some(presumption) = &found.rule.presumption {
        let notices: Vec<&Happened> = named(&facts.events, &presumption.event).collect();
        all.extend(unanswered(&notices, &known).filter_map(|one| {
            let trigger = presumed(one.at, presumption.length)?;
            Some(start(Some(one.id.clone()), trigger, Some(one.at)))
        }));
    }
    all
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
        facts.events.push(Happened { id, event: event.to_owned(), at, shown: false });
    }

    fn started(pack: &str, facts: &Facts) -> Vec<(String, NaiveDate)> {
        let (book, settings) = (book().unwrap(), Settings::default());
        let packs = [pack.to_owned()];
        starts(book.rules_of(&packs), facts, |rule| rule.is_on(&settings))
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

    fn of_rule(pack: &str, rule: &str, facts: &Facts) -> Vec<NaiveDate> {
        let all = started(pack, facts).into_iter();
        all.filter(|(id, _)| id == rule).map(|(_, day)| day).collect()
    }

    #[test]
    fn what_is_known_goes_before_what_is_presumed() {
        let due = |facts: &Facts| of_rule("us-insurance", "US-MA-R", facts);
        let book = book().unwrap();
        let rule = book.rule("US-MA-R").unwrap().rule;
        let notice = rule.presumption.as_ref().unwrap().event.clone();
        let mut facts = facts("billing", "2026-03-20");
        assert_eq!(due(&facts), []);
        // 60 days after a receipt presumed 5 days after the notice: 65 from the notice (42 CFR
        // 422.582(b)).
        event(&mut facts, &notice, "2026-03-03");
        assert_eq!(due(&facts), [day("2026-05-07")]);
        // An earlier receipt counts as it is.
        event(&mut facts, rule.trigger.event().unwrap(), "2026-03-06");
        assert_eq!(due(&facts), [day("2026-05-05")]);
    }

    #[test]
    fn a_later_receipt_than_the_law_presumes_counts_only_with_something_that_shows_it() {
        for (rule, presumed, known) in [
            // 60 days: from March 8, presumed, or from March 12 (42 CFR 422.582(b)).
            ("US-MA-R", "2026-05-07", "2026-05-11"),
            // 120 days: 125 from the date on the notice (42 CFR 405.942(a)(1)).
            ("US-MC-1-F", "2026-07-06", "2026-07-10"),
        ] {
            let book = book().unwrap();
            let of = book.rule(rule).unwrap().rule;
            let trigger = of.trigger.event().unwrap();
            let mut facts = facts("billing", "2026-03-20");
            // Without the date of the notice nothing is presumed.
            event(&mut facts, trigger, "2026-03-12");
            assert_eq!(of_rule("us-insurance", rule, &facts), [day(known)]);
            event(&mut facts, &of.presumption.as_ref().unwrap().event, "2026-03-03");
            assert_eq!(of_rule("us-insurance", rule, &facts), [day(presumed)]);
            let late = late_receipts(of, &facts.events);
            assert_eq!((late.len(), late[0].presumed), (1, day("2026-03-08")));
            facts.events[0].shown = true;
            assert_eq!(of_rule("us-insurance", rule, &facts), [day(known)]);
            // On the presumed day itself it gives no more time, so nothing has to show it.
            facts.events[0] =
                Happened { at: at("2026-03-08T00:00:00"), shown: false, ..facts.events[0].clone() };
            assert!(late_receipts(of, &facts.events).is_empty());
            assert_eq!(of_rule("us-insurance", rule, &facts), [day(presumed)]);
        }
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
