//! "Why this date?", in words and as a strip of days.

use chrono::{Datelike, NaiveDate};

use super::count::{Moved, Reckoned, Shifted};
use super::strip::{self, Labels};
use super::words::{
    Style, counted, day_words, full_day, length_words, listed, long_date, moment_words,
    sentence_case, short_day, time_of_day_words, time_words,
};
use crate::features::clocks::model::{
    Cell, Confidence, Direction, Event, Pack, Precision, Rule, Sense, SetBy, Settings, Start,
    Terms, Unit,
};
use crate::kernel::calendar::{Calendar, Closed, DayKind};
use crate::kernel::error::Result;

/// A clock whose date somebody wonders about.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The pack its rule is in.
    pub pack: &'a Pack,
    /// Its rule.
    pub rule: &'a Rule,
    /// The pack's calendar.
    pub calendar: &'a Calendar,
    /// What the office has settled.
    pub settings: &'a Settings,
    /// What the date is counted from.
    pub terms: &'a Terms,
    /// The event that starts it, where an advocate recorded one.
    pub event: Option<&'a Event>,
    /// The other event that has a part in the count: the notice the trigger is presumed from, or
    /// the later of two.
    pub other: Option<&'a Event>,
    /// What is known of the day the notice came, where that is later than presumed.
    pub receipt: Option<Receipt<'a>>,
    /// How it came, to be said after the moment: "by phone to 4 West".
    pub how: Option<&'a str>,
    /// The date it has, where that is not what is counted today: what the office settled may have
    /// changed since.
    pub stands: Option<NaiveDate>,
    /// How the person reads dates.
    pub style: Style,
}

/// A receipt later than the law presumes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipt<'a> {
    /// It is on record for this day, and nothing shows it.
    Waits(NaiveDate),
    /// This shows it, so it counts.
    Shown(&'a str),
}

/// The answer: everything a date rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// "Why Tuesday, January 6?"
    pub title: String,
    /// How the days were counted, in sentences.
    pub sentence: String,
    /// The same in one line: "Received Tue, Mar 3 + 7 calendar days = Tue, Mar 10."
    pub how_counted: String,
    /// The strip of days.
    pub days: Vec<Cell>,
    /// The rule and whose it is: "Interim notice · hospital policy 4.2, version of July 2025".
    pub rule_text: String,
    /// The trigger: "anyone at the hospital first hears it: Wed, Dec 31, 11:40 PM, by phone".
    pub starts_when: String,
    /// The holiday calendar, or that every day counts.
    pub calendar: String,
    /// Whether nobody has confirmed that calendar.
    pub calendar_unverified: bool,
    /// What meets the clock.
    pub met_by: String,
    /// On whose word, with what guidance adds.
    pub authority: String,
    /// Where it is written.
    pub citation: String,
    /// How sure the pack is of the rule.
    pub confidence: Confidence,
    /// Whether nobody has confirmed the number of days.
    pub length_unverified: bool,
    /// The version of the pack: "2026.11, reviewed November 21, 2026".
    pub rule_version: String,
}

/// Explains a date.
pub fn explain(q: &Question<'_>) -> Result<Explanation> {
    let of = reckoned(q)?;
    let q = &Question { stands: q.stands.filter(|stands| *stands != of.due), ..*q };
    let asks = q.rule.asks_calendar(q.settings);
    let by_the_day = q.event.is_some_and(|event| event.at == Precision::Day);
    let moment = match (q.terms.presumed_from, by_the_day) {
        (Some(notice), _) => full_day(notice.date(), q.style),
        (None, true) => full_day(q.terms.trigger.date(), q.style),
        (None, false) => moment_words(q.terms.trigger, q.style),
    };
    let how = q.how.map_or_else(String::new, |how| format!(", {how}"));
    let guidance = q.rule.guidance.as_ref().map_or_else(String::new, |more| format!(". {more}"));
    Ok(Explanation {
        title: format!("Why {}?", day_words(q.stands.unwrap_or(of.due), q.style)),
        sentence: sentences(q, &of)?.join(" "),
        how_counted: one_line(q, &of),
        days: strip::cells(labels(q), &of, q.calendar)?,
        rule_text: rule_text(q),
        starts_when: match q.other.filter(|_| q.terms.presumed_from.is_some()) {
            Some(notice) => {
                format!("{}, presumed from {}: {moment}", q.rule.starts_when, notice.day)
            }
            None => format!("{}: {moment}{how}", q.rule.starts_when),
        },
        calendar: if asks {
            q.calendar.name().to_owned()
        } else {
            "every day counts, weekends and holidays too".to_owned()
        },
        calendar_unverified: asks && q.pack.calendar_is_unverified(q.settings),
        met_by: q.rule.met_by.words.clone(),
        authority: format!("{}{guidance}", q.rule.authority),
        citation: q.rule.citation.clone(),
        confidence: q.rule.confidence,
        length_unverified: q.rule.length_is_unverified(q.settings),
        rule_version: format!(
            "{}, reviewed {}",
            q.pack.version,
            long_date(q.pack.reviewed_on, q.style)
        ),
    })
}

/// One line: "Received Tue, Mar 3 + 7 calendar days = Tue, Mar 10."
pub fn how_counted(q: &Question<'_>) -> Result<String> {
    let of = reckoned(q)?;
    Ok(one_line(&Question { stands: q.stands.filter(|stands| *stands != of.due), ..*q }, &of))
}

fn reckoned(q: &Question<'_>) -> Result<Reckoned> {
    Reckoned::new(q.rule, q.terms, q.settings, q.calendar)
}

/// What happened, for the cells and the line.
fn labels<'a>(q: &Question<'a>) -> Labels<'a> {
    Labels {
        past: q.event.map_or("received", |event| &event.label),
        other: q.other.map_or("other event", |event| &event.label),
        end: match q.rule.sense {
            Sense::Deadline => "due",
            Sense::Bar => "last day of waiting",
            Sense::Keep => "last day to keep",
        },
    }
}

/// "the day it was received", "the day the bill came".
fn day_of(event: Option<&Event>) -> &str {
    event.map_or("the day it was received", |event| &event.day)
}

fn one_line(q: &Question<'_>, of: &Reckoned) -> String {
    let line = count_line(q, of);
    match q.stands {
        Some(stands) => {
            let stands = short_day(stands, q.style);
            format!("Counted before the rules changed, {stands} stands. By those of today: {line}")
        }
        None => line,
    }
}

fn count_line(q: &Question<'_>, of: &Reckoned) -> String {
    let labels = labels(q);
    let past = sentence_case(labels.past);
    let length = length_words(of.length, q.calendar);
    let day = |day| {
        // The year is said only where it changes on the way.
        if of.first().year() == of.due.year() {
            short_day(day, q.style)
        } else {
            full_day(day, q.style)
        }
    };
    let (first, last, due) = (day(of.first()), day(of.last), day(of.due));
    if of.counts == Direction::Back {
        return match of.length.count {
            0 => format!("{past} {first}, the same day."),
            _ => format!("{past} {first}, {length} before = {due}."),
        };
    }
    let past = match of.shifted {
        None => past,
        Some((known, why)) => {
            let known = day(known);
            match why {
                Shifted::AfterHours => {
                    format!("{past} {known} after the office closed, so it counts as received")
                }
                Shifted::Presumed => {
                    let notice = sentence_case(labels.other);
                    format!("{notice} {known}, taken as received")
                }
                Shifted::YearEnd => format!("{past} {known}; the year ended"),
                Shifted::LaterEvent => format!("{past} {known}; {}", labels.other),
            }
        }
    };
    if let (Unit::Hour, Some(by)) = (of.length.unit, of.due_by) {
        let from = time_words(of.trigger.time(), q.style);
        let by = time_of_day_words(by, q.style);
        return format!("{past} {first}, {from} + {length} = {last}, {by}.");
    }
    let from = if of.start == Start::Inclusive { ", the first day," } else { "" };
    if of.moved == Some(Moved::Extended) && of.due < of.last {
        format!("{past} {first}{from}; a notice gave {due}.")
    } else if of.moved == Some(Moved::Extended) {
        format!("{past} {first}{from} + {length} = {last}, extended to {due}.")
    } else if of.moved == Some(Moved::LaterEvent) {
        let other = labels.other;
        format!("{past} {first}{from} + {length} = {last}, but {other} {due} is later.")
    } else if of.due == of.last {
        let paused = match of.paused.len() {
            0 => String::new(),
            days => format!(", {} paused", counted(days, "day")),
        };
        format!("{past} {first}{from} + {length}{paused} = {due}.")
    } else {
        let business = q.calendar.business_day();
        format!("{past} {first}{from} + {length} = {last}, then the next {business}, {due}.")
    }
}

/// The sentences above the strip, in the order a person would ask.
fn sentences(q: &Question<'_>, of: &Reckoned) -> Result<Vec<String>> {
    let length = length_words(q.terms.length, q.calendar);
    let mut said = vec![q.rule.sentence.replace("{length}", &length), start_words(q, of)?];
    said.splice(1..1, shift_words(q, of).into_iter().chain(receipt_words(q)));
    if let Some(stands) = q.stands {
        let (stands, now) = (day_words(stands, q.style), day_words(of.due, q.style));
        let words = format!(
            "{stands} was counted before your office's rules changed, and it stands until the \
             dates are counted again. By the rules of today it would be {now}."
        );
        said.insert(0, words);
    }
    said.extend(extension_words(q, of));
    let over = strip::passed_over(of, q.calendar)?;
    if let Some((words, verb)) = strip::closed_words(&over, q.calendar) {
        said.push(format!("{} {verb} not count.", sentence_case(&words)));
    }
    said.extend(pause_words(of));
    said.extend(last_day_words(q, of)?);
    if let Some(opens) = of.opens {
        said.push(format!("It must not be done before {}.", day_words(opens, q.style)));
    }
    if let (Some(time), false) = (of.due_by, of.length.unit == Unit::Hour) {
        said.push(format!("It is due by {}.", time_of_day_words(time, q.style)));
    }
    let last = day_words(of.due, q.style);
    said.extend(match q.rule.sense {
        Sense::Deadline => None,
        Sense::Bar => Some(format!("Nothing of the kind may be done up to and on {last}.")),
        Sense::Keep => Some(format!("It has to be kept up to and on {last}.")),
    });
    Ok(said)
}

/// Why the count does not start on the day that is known.
fn shift_words(q: &Question<'_>, of: &Reckoned) -> Option<String> {
    let (known, why) = of.shifted?;
    let first = day_words(of.first(), q.style);
    let known_day = day_words(known, q.style);
    Some(match why {
        Shifted::AfterHours => format!(
            "It came on {known_day} after the office had closed, so by your office's rule it \
             counts as received on {first}."
        ),
        Shifted::Presumed => {
            let words = q.rule.presumption_words.clone().unwrap_or_default();
            format!(
                "{words} That is {first}. If it came on another day, record that day, and for a \
                 later one what shows it."
            )
        }
        Shifted::YearEnd => format!("The time runs from the end of the year, {first}."),
        Shifted::LaterEvent => {
            let day = day_of(q.other);
            format!("The time runs from {day}, {first}, since that is later.")
        }
    })
}

/// What a receipt that is later than presumed does, and why.
fn receipt_words(q: &Question<'_>) -> Option<String> {
    Some(match q.receipt? {
        Receipt::Waits(day) => format!(
            "It is on record that it came later, on {}. That does not count until something shows \
             it, such as a postmarked envelope, so the earlier date stands.",
            day_words(day, q.style)
        ),
        Receipt::Shown(by) => {
            format!("That is later than the rule presumes. It counts because of this: {by}.")
        }
    })
}

/// What made it longer, and when.
fn extension_words(q: &Question<'_>, of: &Reckoned) -> Option<String> {
    let last = q.terms.extended.last()?;
    let noticed = day_words(last.noticed_on, q.style);
    let times = match q.terms.extended.len() {
        1 => "It was extended".to_owned(),
        many => format!("It was extended {many} times, the last time"),
    };
    let total = length_words(of.length, q.calendar);
    Some(match (last.to, of.length == q.terms.length) {
        (Some(to), _) => {
            format!("{times} to {} by the notice of {noticed}.", day_words(to, q.style))
        }
        (None, false) => {
            format!("{times} by the notice of {noticed}, to {total} from the same start.")
        }
        (None, true) => format!("{times} by the notice of {noticed}."),
    })
}

/// How many days it stood still.
fn pause_words(of: &Reckoned) -> Option<String> {
    let mut whys: Vec<String> = of.paused.values().cloned().collect();
    whys.dedup();
    let days = match of.paused.len() {
        0 => return None,
        1 => "1 day does not count because the clock was paused".to_owned(),
        many => format!("{many} days do not count because the clock was paused"),
    };
    Some(format!("{days}: {}.", listed(&whys)))
}

/// Why the last day is not simply where the count ends.
fn last_day_words(q: &Question<'_>, of: &Reckoned) -> Result<Option<String>> {
    let business = q.calendar.business_day();
    let last = day_words(of.last, q.style);
    match of.moved {
        Some(Moved::Extended) => return Ok(None),
        Some(Moved::LaterEvent) => {
            let (due, day) = (day_words(of.due, q.style), day_of(q.other));
            let words = format!("That would be {last}, but {day}, {due}, is later and counts.");
            return Ok(Some(words));
        }
        Some(Moved::Rolled) | None => {}
    }
    let moves = of.due != of.last;
    Ok(match (strip::missing_day_words(of), moves) {
        (None, false) => None,
        (Some(missing), false) => Some(format!("{missing}, so the last day is {last}.")),
        (Some(missing), true) => Some(format!(
            "{missing}, so the last day would be {last}, and it moves to the next {business}."
        )),
        (None, true) => {
            let holiday = match q.calendar.closed(of.last)? {
                Some(Closed::Holiday(name)) => format!(" ({name})"),
                _ => String::new(),
            };
            Some(format!(
                "The last day would be {last}{holiday}, so it moves to the next {business}."
            ))
        }
    })
}

fn start_words(q: &Question<'_>, of: &Reckoned) -> Result<String> {
    if of.counts == Direction::Back {
        return Ok(format!("It is counted back from {}.", day_of(q.event)));
    }
    let day = match of.shifted {
        None | Some((_, Shifted::Presumed)) => day_of(q.event).to_owned(),
        Some((_, Shifted::LaterEvent)) => day_of(q.other).to_owned(),
        Some(_) => "that day".to_owned(),
    };
    let closed = match of.length.days {
        DayKind::Business => q.calendar.why_not(of.first())?,
        DayKind::Calendar => None,
    };
    Ok(match (of.length.unit, of.start, closed) {
        (Unit::Hour, ..) => {
            let minute = q.event.and_then(|event| event.minute.as_deref());
            format!("The hours run from {}.", minute.unwrap_or("the minute it was received"))
        }
        (_, Start::Exclusive, _) => format!("{} does not count.", sentence_case(&day)),
        (_, Start::Inclusive, None) => format!("{} is the first day.", sentence_case(&day)),
        (_, Start::Inclusive, Some(_)) => {
            let business = q.calendar.business_day();
            format!("The next {business} after {day} is the first day.")
        }
    })
}

fn rule_text(q: &Question<'_>) -> String {
    let name = &q.rule.name;
    let number = q.rule.office_number(q.settings);
    let whose = match (q.rule.length_set_by, number) {
        (SetBy::Rule, _) => match q.rule.checked(q.settings).map(|checked| &checked.confirmed) {
            None => q.rule.citation.clone(),
            Some(by) => format!(
                "{}, checked by {} on {}",
                q.rule.citation,
                by.by,
                long_date(by.on, q.style)
            ),
        },
        (SetBy::Office, None) => {
            format!("{}, a default until your office confirms its own number", q.rule.authority)
        }
        (SetBy::Office, Some(number)) => match (&number.policy, &number.confirmed) {
            (Some(policy), _) => format!("{} {policy}", q.rule.authority),
            (None, Some(confirmed)) => format!(
                "{}, confirmed by {} on {}",
                q.rule.authority,
                confirmed.by,
                long_date(confirmed.on, q.style)
            ),
            (None, None) => format!("{}, number not confirmed", q.rule.authority),
        },
    };
    format!("{name} · {whose}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::features::clocks::model::{
        Confirmed, Length, MonthOverflow, OfficeNumber, Roll, TimeOfDay,
    };
    use crate::features::clocks::rules::fixture::{at, book, day, length, rule};
    use crate::features::clocks::rules::words::Dates;

    fn why(rule: &Rule, settings: &Settings, trigger: &str, style: Style) -> Explanation {
        let found = book().rule(&rule.id).unwrap();
        let terms = Terms::new(rule, at(trigger), settings);
        let question = Question {
            pack: found.pack,
            rule,
            calendar: found.calendar,
            settings,
            terms: &terms,
            event: None,
            other: None,
            receipt: None,
            how: Some("by phone to 4 West"),
            stands: None,
            style,
        };
        assert_eq!(how_counted(&question).unwrap(), explain(&question).unwrap().how_counted);
        explain(&question).unwrap()
    }

    fn shipped(id: &str, trigger: &str) -> Explanation {
        let rule = book().rule(id).unwrap().rule;
        why(rule, &Settings::default(), trigger, Style::default())
    }

    fn with(length: Length, trigger: &str) -> Explanation {
        let rule = rule(book(), "US-CMS-POL", length);
        why(&rule, &Settings::default(), trigger, Style::default())
    }

    #[test]
    fn the_interim_notice_explains_itself() {
        let found = shipped("US-CMS-7", "2026-03-03T16:10:00");
        assert_eq!(found.title, "Why Tuesday, March 10?");
        assert_eq!(
            found.sentence,
            "The hospital's policy gives 7 calendar days to answer or to send an interim notice. \
             The day it was received does not count."
        );
        assert_eq!(found.how_counted, "Received Tue, Mar 3 + 7 calendar days = Tue, Mar 10.");
        assert_eq!(
            found.starts_when,
            "anyone at the hospital first hears it: Tue, Mar 3, 4:10 PM, by phone to 4 West"
        );
        assert_eq!(
            found.rule_text,
            "Interim notice · Hospital policy, a default until your office confirms its own number"
        );
        assert_eq!(found.calendar, "every day counts, weekends and holidays too");
        assert!(found.length_unverified);
        assert!(!found.calendar_unverified);
        assert_eq!(found.rule_version, "2026.11, reviewed November 21, 2026");
        assert!(found.authority.contains("The regulation itself sets no number of days."));
        assert!(found.citation.contains("482.13(a)(2)(ii)") && found.citation.contains("A-0122"));
    }

    #[test]
    fn the_acknowledgment_of_england_rests_on_law_and_a_confirmed_calendar() {
        let found = shipped("UK-E-ACK", "2025-12-24T15:00:00");
        assert_eq!(found.title, "Why Wednesday, December 31?");
        assert_eq!(
            found.sentence,
            "The regulations give 3 working days after the day of receipt to acknowledge a \
             complaint, aloud or in writing. The day it was received does not count. Christmas \
             Day, Boxing Day and the weekend do not count."
        );
        assert_eq!(found.how_counted, "Received Wed, Dec 24 + 3 working days = Wed, Dec 31.");
        assert_eq!(found.calendar, "England and Wales bank holidays");
        assert!(!found.calendar_unverified && !found.length_unverified);
        assert_eq!(found.rule_text, "Acknowledgment · SI 2009/309, regulation 13(3)");
    }

    #[test]
    fn the_offices_own_number_is_named_with_its_policy() {
        let number = OfficeNumber {
            length: length(3, Unit::Day, DayKind::Business),
            policy: Some("4.2, version of July 2025".into()),
            confirmed: Some(Confirmed { by: "Dana Whitcomb".into(), on: day("2026-01-05") }),
        };
        let mut settings = Settings {
            numbers: BTreeMap::from([("US-CMS-7".to_owned(), number.clone())]),
            ..Settings::default()
        };
        let rule = book().rule("US-CMS-7").unwrap().rule;
        let found = why(rule, &settings, "2025-12-31T23:40:00", Style::default());
        assert_eq!(found.title, "Why Tuesday, January 6?");
        assert!(found.sentence.ends_with("New Year's Day and the weekend do not count."));
        assert_eq!(found.rule_text, "Interim notice · Hospital policy 4.2, version of July 2025");
        assert_eq!(
            found.how_counted,
            "Received Wed, Dec 31, 2025 + 3 business days = Tue, Jan 6, 2026."
        );
        assert_eq!(found.calendar, "US federal holidays");
        assert!(found.calendar_unverified && !found.length_unverified);

        let confirmed = number.confirmed.clone().unwrap();
        settings.calendars.insert("us-federal".into(), confirmed);
        let own = OfficeNumber { policy: None, ..number };
        settings.numbers.insert("US-CMS-7".into(), own);
        let found = why(rule, &settings, "2025-12-31T23:40:00", Style::default());
        assert!(!found.calendar_unverified);
        assert!(found.rule_text.ends_with("confirmed by Dana Whitcomb on January 5, 2026"));
    }

    #[test]
    fn what_does_not_count_is_named_in_words() {
        let business = |count| length(count, Unit::Day, DayKind::Business);
        for (count, trigger, words) in [
            (1, "2026-03-03", "The day it was received does not count."),
            (1, "2026-03-06", "The weekend does not count."),
            (1, "2026-03-07", "Sunday does not count."),
            (1, "2025-12-31", "New Year's Day does not count."),
            (9, "2026-03-03", "Weekends do not count."),
            (1, "2026-05-22", "Memorial Day and the weekend do not count."),
            (1, "2026-07-02", "Independence Day (observed) and the weekend do not count."),
            (60, "2026-10-05", "5 holidays and weekends do not count."),
        ] {
            let found = with(business(count), &format!("{trigger}T09:00:00"));
            assert!(found.sentence.ends_with(words), "{trigger}: {}", found.sentence);
        }
    }

    #[test]
    fn a_month_without_the_day_and_a_rolled_last_day_are_explained() {
        let months = rule(book(), "US-CMS-POL", length(4, Unit::Month, DayKind::Calendar));
        let aca = Rule {
            month_overflow: MonthOverflow::NextFirst,
            roll: Roll::NextBusinessDay,
            ..months.clone()
        };
        let settings = Settings::default();
        let found = why(&aca, &settings, "2025-10-30T12:00:00", Style::default());
        assert!(
            found.sentence.ends_with(
                "There is no February 30, so the last day would be Sunday, March 1, and it moves \
                 to the next business day."
            ),
            "{}",
            found.sentence
        );
        assert_eq!(
            found.how_counted,
            "Received Thu, Oct 30, 2025 + 4 months = Sun, Mar 1, 2026, then the next business \
             day, Mon, Mar 2, 2026."
        );
        assert_eq!(found.calendar, "US federal holidays");
        let found = why(&aca, &settings, "2026-03-04T12:00:00", Style::default());
        assert!(found.sentence.contains("would be Saturday, July 4 (Independence Day), so it"));
        let clipped = why(&months, &settings, "2025-10-30T12:00:00", Style::default());
        assert!(clipped.sentence.ends_with("so the last day is Saturday, February 28."));
    }

    #[test]
    fn hours_and_a_time_of_day_are_said() {
        let found = with(length(72, Unit::Hour, DayKind::Calendar), "2026-03-06T15:30:00");
        assert!(found.sentence.ends_with("The hours run from the minute it was received."));
        assert_eq!(
            found.how_counted,
            "Received Fri, Mar 6, 3:30 PM + 72 hours = Mon, Mar 9, 3:30 PM."
        );
        let one = rule(book(), "US-CMS-POL", length(1, Unit::Day, DayKind::Calendar));
        let noon = Rule { due_by: Some(TimeOfDay::Noon), ..one };
        let found = why(&noon, &Settings::default(), "2026-03-06T15:30:00", Style::default());
        assert!(found.sentence.ends_with("It is due by noon."), "{}", found.sentence);
    }

    #[test]
    fn dates_follow_the_persons_settings() {
        let uk = Style { dates: Dates::Uk, clock24: true };
        let rule = book().rule("UK-E-ACK").unwrap().rule;
        let found = why(rule, &Settings::default(), "2026-03-03T16:10:00", uk);
        assert_eq!(found.title, "Why Friday 6 March?");
        assert_eq!(found.how_counted, "Received Tue 3 Mar + 3 working days = Fri 6 Mar.");
        assert!(found.starts_when.contains("Tue 3 Mar, 16:10"));
    }
}
