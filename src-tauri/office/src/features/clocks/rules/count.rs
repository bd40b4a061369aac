//! From a trigger to the last day.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::strip;
use crate::features::clocks::model::{
    Anchor, Counted, Direction, Length, MonthOverflow, Roll, Rule, Settings, Start, Terms,
    TimeOfDay, Unit,
};
use crate::kernel::Zone;
use crate::kernel::calendar::{Calendar, DayKind};
use crate::kernel::error::{Error, Result};

/// The years a trigger may lie in; a date outside is a slip of the pen.
const TRIGGER_YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The last day that `rule` gives when its clock starts at `trigger`, the office's civil time.
///
/// The strip of days that comes with it is what "why this date?" shows.
pub fn count(
    rule: &Rule,
    trigger: NaiveDateTime,
    settings: &Settings,
    calendar: &Calendar,
) -> Result<Counted> {
    let terms = Terms::new(rule, trigger, settings);
    let reckoned = Reckoned::new(rule, &terms, settings, calendar)?;
    let days = strip::cells("received", &reckoned, calendar)?;
    Ok(Counted { due: reckoned.due, due_by: reckoned.due_by, days })
}

/// The last day alone, without the strip: for many clocks at once.
pub fn due(
    rule: &Rule,
    trigger: NaiveDateTime,
    settings: &Settings,
    calendar: &Calendar,
) -> Result<(NaiveDate, Option<TimeOfDay>)> {
    let terms = Terms::new(rule, trigger, settings);
    let date = date(rule, &terms, settings, calendar)?;
    Ok((date.due, date.due_by))
}

/// What a clock's record keeps of its count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The last day.
    pub due: NaiveDate,
    /// The time of day on it.
    pub due_by: Option<TimeOfDay>,
    /// For a count back, the first day on which it may be done.
    pub opens: Option<NaiveDate>,
    /// The first day that can meet the clock.
    pub not_before: Option<NaiveDate>,
}

/// The date of a clock under all its terms: extensions, pauses, the later of two events.
pub fn date(rule: &Rule, terms: &Terms, settings: &Settings, calendar: &Calendar) -> Result<Dated> {
    let of = Reckoned::new(rule, terms, settings, calendar)?;
    let not_before = match rule.counts {
        Direction::Forward => Some(terms.presumed_from.unwrap_or(terms.trigger).date()),
        Direction::Back => of.opens,
    };
    Ok(Dated { due: of.due, due_by: of.due_by, opens: of.opens, not_before })
}

/// `length` after `day`, which does not count itself.
pub fn add_length(day: NaiveDate, length: Length, calendar: &Calendar) -> Result<NaiveDate> {
    match length.unit {
        Unit::Hour => {
            let days = Days::new(u64::from(length.count.div_ceil(24)));
            day.checked_add_days(days).ok_or_else(out_of_range)
        }
        Unit::Day => last_of_days(day, Start::Exclusive, length, calendar),
        Unit::Month | Unit::Year => add_months(day, months(length)?, MonthOverflow::Clip),
    }
}

/// The last safe day of a person's own window: `margin` days before the last one, but never before
/// the day after the trigger (domain rule 3.0, item 10).
pub fn last_safe_day(due: NaiveDate, trigger: NaiveDate, margin: u32) -> NaiveDate {
    let early = due.checked_sub_days(Days::new(margin.into())).unwrap_or(due);
    early.max(trigger.succ_opt().unwrap_or(trigger)).min(due)
}

/// `day` moved on by `months` civil months.
///
/// Where that month lacks the day, `overflow` says whether the last of that month or the first of
/// the next is meant.
pub fn add_months(day: NaiveDate, months: u32, overflow: MonthOverflow) -> Result<NaiveDate> {
    let moved = day.checked_add_months(Months::new(months)).ok_or_else(out_of_range)?;
    match overflow {
        MonthOverflow::NextFirst if moved.day() < day.day() => {
            moved.succ_opt().ok_or_else(out_of_range)
        }
        _ => Ok(moved),
    }
}

/// Why the day that is due is not the one where the count ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    /// The last day was no business day.
    Rolled,
    /// A notice gave a later date.
    Extended,
    /// The other of two events is later.
    LaterEvent,
}

/// Why the count does not start on the day of the trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shifted {
    /// It came after the office closed.
    AfterHours,
    /// Only the date of the notice is known, and the trigger is presumed from it.
    Presumed,
    /// It is counted from the end of the year.
    YearEnd,
    /// The other of two events is later.
    LaterEvent,
}

/// A count and what happened on the way, so that it can be explained.
#[derive(Debug, Clone)]
pub(super) struct Reckoned {
    /// The moment the count starts from.
    pub(super) trigger: NaiveDateTime,
    /// The day that is known, where the count does not start on it, and why.
    pub(super) shifted: Option<(NaiveDate, Shifted)>,
    pub(super) start: Start,
    pub(super) counts: Direction,
    pub(super) length: Length,
    /// The last day before it was moved.
    pub(super) last: NaiveDate,
    pub(super) due: NaiveDate,
    pub(super) moved: Option<Moved>,
    pub(super) due_by: Option<TimeOfDay>,
    pub(super) opens: Option<NaiveDate>,
    /// The day a civil month was meant to end on but lacks.
    pub(super) missing_day: Option<u32>,
    /// The days that did not count because the clock was paused, and why.
    pub(super) paused: BTreeMap<NaiveDate, String>,
}

impl Reckoned {
    pub(super) fn new(
        rule: &Rule,
        terms: &Terms,
        settings: &Settings,
        calendar: &Calendar,
    ) -> Result<Self> {
        if !TRIGGER_YEARS.contains(&terms.trigger.year()) {
            return Err(out_of_range());
        }
        let (trigger, shifted) = counted_from(rule, terms, settings, calendar)?;
        let (length, further, fixed) = extended(rule, terms);
        let first = trigger.date();
        let (mut last, due_by) = match (rule.counts, length.unit) {
            (Direction::Back, _) => (back(first, length, calendar)?, rule.due_by),
            (_, Unit::Hour) => {
                let (day, time) = end_of_hours(trigger, length, calendar, &settings.zone)?;
                (day, Some(time))
            }
            (_, Unit::Day) => (last_of_days(first, rule.start, length, calendar)?, rule.due_by),
            (_, Unit::Month | Unit::Year) => (last_of_months(first, rule, length)?, rule.due_by),
        };
        for more in further {
            last = add_length(last, more, calendar)?;
        }
        let paused = paused(rule, terms, first, length, &mut last, calendar)?;
        let wanted = first.day();
        let lacks = matches!(length.unit, Unit::Month | Unit::Year)
            && rule.counts == Direction::Forward
            && add_months(first, months(length)?, MonthOverflow::Clip)?.day() < wanted;
        let later = terms.later.filter(|day| rule.later_of.is_some() && *day > last);
        let mut due = later.unwrap_or(last);
        let mut moved = later.map(|_| Moved::LaterEvent);
        if rule.roll == Roll::NextBusinessDay {
            due = calendar.next_business(due)?;
            moved = moved.or((due != last).then_some(Moved::Rolled));
        }
        if let Some(to) = fixed {
            // Never earlier than without it, nor later than the rule allows, wherever the trigger
            // was moved to since the notice gave its date.
            let bare = Terms { extended: Vec::new(), ..terms.clone() };
            let plain = Self::new(rule, &bare, settings, calendar)?.due;
            let bounded = rule.extension.as_ref().is_some_and(|one| one.length.is_some());
            due = if bounded { to.min(due) } else { to }.max(plain);
            moved = (due != last).then_some(Moved::Extended);
        }
        let opens = rule.opens.map(|opens| back(first, opens, calendar)).transpose()?;
        Ok(Self {
            trigger,
            shifted,
            start: rule.start,
            counts: rule.counts,
            length,
            last,
            due,
            moved,
            due_by,
            opens,
            missing_day: lacks.then_some(wanted),
            paused,
        })
    }

    /// The day the count starts from.
    pub(super) const fn first(&self) -> NaiveDate {
        self.trigger.date()
    }
}

/// The moment the count starts from, and why that is not the day that is known.
fn counted_from(
    rule: &Rule,
    terms: &Terms,
    settings: &Settings,
    calendar: &Calendar,
) -> Result<(NaiveDateTime, Option<(NaiveDate, Shifted)>)> {
    let known = terms.trigger.date();
    if rule.anchor == Anchor::YearEnd {
        return Ok((rule.anchor.of(terms.trigger), Some((known, Shifted::YearEnd))));
    }
    if let Some(notice) = terms.presumed_from {
        return Ok((terms.trigger, Some((notice.date(), Shifted::Presumed))));
    }
    let later = terms.later.filter(|_| rule.starts_from_later_of.is_some());
    if let Some(later) = later.filter(|day| *day > known) {
        return Ok((later.and_time(NaiveTime::MIN), Some((known, Shifted::LaterEvent))));
    }
    if let Some(late) = settings.after_hours
        && rule.heeds_hours(terms.length)
        && terms.trigger.time() >= late.closes
    {
        let next = calendar.next_business(known.succ_opt().ok_or_else(out_of_range)?)?;
        return Ok((next.and_time(NaiveTime::MIN), Some((known, Shifted::AfterHours))));
    }
    Ok((terms.trigger, None))
}

/// The length with its extensions of the same unit, the extensions of another unit, and the date
/// that the last notice fixed.
///
/// A month and two more are three months from the start, never one and then two: they are counted
/// anew (domain row UK-SAR).
fn extended(rule: &Rule, terms: &Terms) -> (Length, Vec<Length>, Option<NaiveDate>) {
    let mut length = terms.length;
    let mut further = Vec::new();
    let mut fixed = None;
    let allowed = rule.extension.as_ref().and_then(|extension| extension.length);
    for one in &terms.extended {
        fixed = one.to;
        match allowed {
            Some(more) if (more.unit, more.days) == (length.unit, length.days) => {
                length.count = length.count.saturating_add(more.count);
            }
            Some(more) => further.push(more),
            None => {}
        }
    }
    (length, further, fixed)
}

/// The days in which the clock stood still, with `last` moved on by as many that count.
///
/// Only the organization's own limits ever stand still.
fn paused(
    rule: &Rule,
    terms: &Terms,
    first: NaiveDate,
    length: Length,
    last: &mut NaiveDate,
    calendar: &Calendar,
) -> Result<BTreeMap<NaiveDate, String>> {
    let mut days = BTreeMap::new();
    if terms.pauses.is_empty() || !rule.may_pause() || rule.counts == Direction::Back {
        return Ok(days);
    }
    let counts = |day| match length.days {
        DayKind::Calendar => Ok(true),
        DayKind::Business => calendar.is_business(day),
    };
    let mut day = first;
    while day < *last {
        day = day.succ_opt().ok_or_else(out_of_range)?;
        let pause = terms.pauses.iter().find(|pause| (pause.from..=pause.to).contains(&day));
        if let Some(pause) = pause
            && counts(day)?
        {
            days.insert(day, pause.why.clone());
            loop {
                *last = last.succ_opt().ok_or_else(out_of_range)?;
                if counts(*last)? {
                    break;
                }
            }
        }
    }
    Ok(days)
}

/// `length` before `first`, a day that is planned.
fn back(first: NaiveDate, length: Length, calendar: &Calendar) -> Result<NaiveDate> {
    match (length.unit, length.days) {
        (Unit::Day, DayKind::Business) => calendar.sub_business(first, length.count),
        (Unit::Month | Unit::Year, _) => {
            first.checked_sub_months(Months::new(months(length)?)).ok_or_else(out_of_range)
        }
        _ => first.checked_sub_days(Days::new(length.count.into())).ok_or_else(out_of_range),
    }
}

fn last_of_days(
    first: NaiveDate,
    start: Start,
    length: Length,
    calendar: &Calendar,
) -> Result<NaiveDate> {
    // Counting from the day before makes the trigger day 1, whichever days count.
    let day_0 = match start {
        Start::Exclusive => first,
        Start::Inclusive => first.pred_opt().ok_or_else(out_of_range)?,
    };
    match length.days {
        DayKind::Calendar => {
            day_0.checked_add_days(Days::new(length.count.into())).ok_or_else(out_of_range)
        }
        DayKind::Business => calendar.add_business(day_0, length.count),
    }
}

fn last_of_months(first: NaiveDate, rule: &Rule, length: Length) -> Result<NaiveDate> {
    match rule.start {
        Start::Exclusive => add_months(first, months(length)?, rule.month_overflow),
        // Six months that begin on March 1 are over on August 31, the day before September 1. Where
        // the last month lacks the day they are over with that month, which is the same sum.
        Start::Inclusive => add_months(first, months(length)?, MonthOverflow::NextFirst)?
            .pred_opt()
            .ok_or_else(out_of_range),
    }
}

/// The last day and time of `length` hours; the end of a day is said as that, not as 0:00 of the
/// next.
fn end_of_hours(
    trigger: NaiveDateTime,
    length: Length,
    calendar: &Calendar,
    zone: &Zone,
) -> Result<(NaiveDate, TimeOfDay)> {
    let end = add_hours(trigger, length, calendar, zone)?;
    match end.date().pred_opt() {
        Some(day) if end.time() == NaiveTime::MIN && end != trigger => {
            Ok((day, TimeOfDay::Midnight))
        }
        _ => Ok((end.date(), TimeOfDay::At(end.time()))),
    }
}

/// The moment `length` hours after `trigger`, as they pass in `zone`: where the clocks go back in
/// between, an hour earlier on the wall. From a time that the clocks skip, they run from the first
/// instant after it.
///
/// Where only business days count, the hours of other days are passed over, by the wall clock.
fn add_hours(
    trigger: NaiveDateTime,
    length: Length,
    calendar: &Calendar,
    zone: &Zone,
) -> Result<NaiveDateTime> {
    let mut left = TimeDelta::hours(length.count.into());
    let mut at = trigger;
    if length.days == DayKind::Calendar {
        let end = zone.instant_of(at).checked_add_signed(left).ok_or_else(out_of_range)?;
        return Ok(zone.local_of(end));
    }
    loop {
        let open = calendar.next_business(at.date())?;
        if open != at.date() {
            at = open.and_time(NaiveTime::MIN);
        }
        let midnight = open.succ_opt().ok_or_else(out_of_range)?.and_time(NaiveTime::MIN);
        let today = midnight - at;
        if left <= today {
            return Ok(at + left);
        }
        left -= today;
        at = midnight;
    }
}

fn months(length: Length) -> Result<u32> {
    match length.unit {
        Unit::Year => length.count.checked_mul(12).ok_or_else(out_of_range),
        _ => Ok(length.count),
    }
}

fn out_of_range() -> Error {
    Error::invalid(
        "trigger",
        "This date is too far off to count from. Use a year from 1900 to 2200.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::clocks::model::{Extended, Extension, Letter, Pause, Role, TimeOfDay};
    use crate::features::clocks::rules::fixture::{at, book, day, length, rule};
    use crate::features::clocks::rules::pack::Rulebook;
    use proptest::prelude::*;

    const CALENDAR: DayKind = DayKind::Calendar;
    const BUSINESS: DayKind = DayKind::Business;

    /// The last day of `rule`, counted on the calendar of the shipped rule it was made from.
    fn last(book: &Rulebook, rule: &Rule, trigger: &str) -> Result<Counted> {
        count(rule, at(trigger), &Settings::default(), book.rule(&rule.id).unwrap().calendar)
    }

    #[test]
    fn days_are_counted_from_the_day_after_the_trigger() {
        let book = book();
        for (id, count, days, trigger, due) in [
            ("US-CMS-7", 7, CALENDAR, "2026-03-03T10:00:00", "2026-03-10"),
            ("US-CMS-7", 7, CALENDAR, "2026-03-03T23:59:00", "2026-03-10"),
            ("US-CMS-7", 3, BUSINESS, "2025-12-31T23:40:00", "2026-01-06"),
            ("US-CMS-7", 1, BUSINESS, "2026-07-02T09:00:00", "2026-07-06"),
            ("US-CMS-7", 1, BUSINESS, "2026-07-04T09:00:00", "2026-07-06"),
            ("US-CMS-7", 0, CALENDAR, "2026-03-07T09:00:00", "2026-03-07"),
            ("US-CMS-7", 0, BUSINESS, "2026-03-07T09:00:00", "2026-03-07"),
            ("US-CMS-7", 4, CALENDAR, "2028-02-26T09:00:00", "2028-03-01"),
            ("US-CMS-7", 365, CALENDAR, "2027-03-01T09:00:00", "2028-02-29"),
            ("UK-E-ACK", 3, BUSINESS, "2021-12-24T09:00:00", "2021-12-31"),
            ("UK-E-ACK", 3, BUSINESS, "2026-04-02T09:00:00", "2026-04-09"),
        ] {
            let rule = rule(book, id, length(count, Unit::Day, days));
            assert_eq!(last(book, &rule, trigger).unwrap().due, day(due), "{id} {count} {trigger}");
        }
    }

    #[test]
    fn months_are_civil_and_a_missing_day_follows_its_rule() {
        use MonthOverflow::{Clip, NextFirst};
        use Start::{Exclusive, Inclusive};
        let book = book();
        for (start, overflow, count, trigger, due) in [
            // England, 6 months commencing on the day of receipt (SI 2009/309 reg 14).
            (Inclusive, Clip, 6, "2026-01-10", "2026-07-09"),
            (Inclusive, Clip, 6, "2026-03-01", "2026-08-31"),
            (Inclusive, Clip, 6, "2026-08-31", "2027-02-28"),
            (Inclusive, Clip, 6, "2027-08-31", "2028-02-29"),
            (Inclusive, Clip, 1, "2026-01-01", "2026-01-31"),
            // 6 months from August 31 end with February, not after 180 days.
            (Exclusive, Clip, 6, "2026-08-31", "2027-02-28"),
            (Exclusive, Clip, 6, "2027-08-31", "2028-02-29"),
            (Exclusive, Clip, 1, "2026-01-31", "2026-02-28"),
            // ACA external review, 45 CFR 147.136(d)(2)(i).
            (Exclusive, NextFirst, 4, "2025-10-30", "2026-03-01"),
            (Exclusive, NextFirst, 4, "2025-10-31", "2026-03-01"),
            (Exclusive, NextFirst, 4, "2025-10-28", "2026-02-28"),
            (Exclusive, NextFirst, 4, "2027-10-29", "2028-02-29"),
            (Exclusive, NextFirst, 4, "2027-10-30", "2028-03-01"),
            (Exclusive, NextFirst, 1, "2026-08-31", "2026-10-01"),
        ] {
            let months = rule(book, "US-CMS-POL", length(count, Unit::Month, CALENDAR));
            let rule = Rule { start, month_overflow: overflow, ..months };
            let found = last(book, &rule, &format!("{trigger}T12:00:00")).unwrap();
            assert_eq!(found.due, day(due), "{start:?} {overflow:?} {count} {trigger}");
        }
    }

    #[test]
    fn a_leap_day_comes_round_as_the_last_of_february() {
        let book = book();
        let years = rule(book, "US-CMS-POL", length(1, Unit::Year, CALENDAR));
        assert_eq!(last(book, &years, "2028-02-29T12:00:00").unwrap().due, day("2029-02-28"));
        let next = Rule { month_overflow: MonthOverflow::NextFirst, ..years };
        assert_eq!(last(book, &next, "2028-02-29T12:00:00").unwrap().due, day("2029-03-01"));
    }

    #[test]
    fn the_last_day_rolls_to_the_next_business_day_only_where_the_rule_says() {
        let book = book();
        let four = rule(book, "US-CMS-POL", length(4, Unit::Month, CALENDAR));
        let aca = Rule {
            roll: Roll::NextBusinessDay,
            month_overflow: MonthOverflow::NextFirst,
            ..four.clone()
        };
        // October 30, 2025 + 4 months is Sunday, March 1, 2026.
        assert_eq!(last(book, &aca, "2025-10-30T12:00:00").unwrap().due, day("2026-03-02"));
        assert_eq!(last(book, &four, "2026-03-04T12:00:00").unwrap().due, day("2026-07-04"));
        assert_eq!(last(book, &aca, "2026-03-04T12:00:00").unwrap().due, day("2026-07-06"));
    }

    #[test]
    fn an_inclusive_count_of_business_days_begins_on_a_business_day() {
        let book = book();
        let three = rule(book, "UK-E-ACK", length(3, Unit::Day, BUSINESS));
        let inclusive = Rule { start: Start::Inclusive, ..three };
        for (trigger, due) in [("2026-03-03", "2026-03-05"), ("2026-03-07", "2026-03-11")] {
            let found = last(book, &inclusive, &format!("{trigger}T12:00:00")).unwrap();
            assert_eq!(found.due, day(due), "{trigger}");
        }
    }

    #[test]
    fn hours_run_by_the_wall_clock_and_pass_over_closed_days_where_told() {
        let book = book();
        for (count, days, trigger, due, by) in [
            (72, CALENDAR, "2026-03-06T15:30:00", "2026-03-09", "15:30"),
            (24, CALENDAR, "2026-03-06T00:00:00", "2026-03-06", "midnight"),
            (0, CALENDAR, "2026-03-06T00:00:00", "2026-03-06", "00:00"),
            // 24 hours without weekends and holidays (42 CFR 483.10(g)(2)).
            (24, BUSINESS, "2026-03-06T15:30:00", "2026-03-09", "15:30"),
            (24, BUSINESS, "2026-03-07T15:30:00", "2026-03-09", "midnight"),
            (9, BUSINESS, "2026-03-06T15:00:00", "2026-03-06", "midnight"),
        ] {
            let rule = rule(book, "US-CMS-7", length(count, Unit::Hour, days));
            let found = last(book, &rule, trigger).unwrap();
            let by = TimeOfDay::try_from(by.to_owned()).unwrap();
            assert_eq!((found.due, found.due_by), (day(due), Some(by)), "{count} {trigger}");
        }
    }

    #[test]
    fn a_date_past_the_calendar_is_refused_but_calendar_days_go_on() {
        let book = book();
        let three = rule(book, "US-CMS-7", length(3, Unit::Day, BUSINESS));
        let error = last(book, &three, "2035-12-28T12:00:00").unwrap_err();
        assert!(error.message.contains("does not know 2036"), "{}", error.message);
        let seven = rule(book, "US-CMS-7", length(7, Unit::Day, CALENDAR));
        let found = last(book, &seven, "2035-12-28T12:00:00").unwrap();
        assert_eq!(found.due, day("2036-01-04"));
        for far in ["1899-12-31T12:00:00", "2201-01-01T12:00:00"] {
            assert!(last(book, &seven, far).is_err(), "{far}");
        }
    }

    #[test]
    fn only_a_rule_that_leaves_its_number_to_the_office_listens_to_the_office() {
        use crate::features::clocks::model::OfficeNumber;
        let book = book();
        let ten = length(10, Unit::Day, CALENDAR);
        let number = OfficeNumber { length: ten, policy: None, confirmed: None };
        let ids = ["US-CMS-7", "UK-E-ACK"];
        let numbers = ids.map(|id| (id.to_owned(), number.clone())).into_iter().collect();
        let settings = Settings { numbers, ..Settings::default() };
        let due = |id: &str| {
            let found = book.rule(id).unwrap();
            due(found.rule, at("2026-03-03T12:00:00"), &settings, found.calendar).unwrap().0
        };
        assert_eq!(due("US-CMS-7"), day("2026-03-13"));
        assert_eq!(due("UK-E-ACK"), day("2026-03-06"));
    }

    /// Months one at a time, by the length of each month, without chrono's own arithmetic.
    fn months_by_hand(from: NaiveDate, months: u32, overflow: MonthOverflow) -> NaiveDate {
        let leap = |year: i32| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let mut year = from.year();
        let mut month = from.month();
        for _ in 0..months {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap(year) => 29,
            2 => 28,
            _ => 31,
        };
        let (mut day, fits) = (from.day(), from.day() <= days);
        if !fits && overflow == MonthOverflow::Clip {
            day = days;
        } else if !fits {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            day = 1;
        }
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn any_trigger() -> impl Strategy<Value = NaiveDateTime> {
        (0..14_500_i64, 0..1_440_i64).prop_map(|(days, minutes)| {
            at("1991-01-01T00:00:00") + TimeDelta::days(days) + TimeDelta::minutes(minutes)
        })
    }

    fn any_length() -> impl Strategy<Value = Length> {
        let days = prop_oneof![Just(CALENDAR), Just(BUSINESS)];
        let of_days = (1..60_u32, days.clone()).prop_map(|(n, days)| length(n, Unit::Day, days));
        let of_hours = (1..120_u32, days).prop_map(|(n, days)| length(n, Unit::Hour, days));
        let of_months = (1..14_u32).prop_map(|n| length(n, Unit::Month, CALENDAR));
        prop_oneof![of_days, of_hours, of_months]
    }

    fn any_rule() -> impl Strategy<Value = Rule> {
        let start = prop_oneof![Just(Start::Exclusive), Just(Start::Inclusive)];
        let overflow = prop_oneof![Just(MonthOverflow::Clip), Just(MonthOverflow::NextFirst)];
        let roll = prop_oneof![Just(Roll::None), Just(Roll::NextBusinessDay)];
        let id = prop_oneof![Just("US-CMS-POL"), Just("UK-E-ACK")];
        (any_length(), start, overflow, roll, id).prop_map(|(length, start, overflow, roll, id)| {
            let start = if length.unit == Unit::Hour { Start::Exclusive } else { start };
            let month_overflow =
                if start == Start::Inclusive { MonthOverflow::Clip } else { overflow };
            Rule { start, month_overflow, roll, ..rule(book(), id, length) }
        })
    }

    proptest! {
        #[test]
        fn a_later_trigger_is_never_due_earlier(
            rule in any_rule(), trigger in any_trigger(), later in 0..100_000_i64,
        ) {
            let book = book();
            let calendar = book.rule(&rule.id).unwrap().calendar;
            let due = |at| due(&rule, at, &Settings::default(), calendar).unwrap().0;
            prop_assert!(due(trigger) <= due(trigger + TimeDelta::minutes(later)));
        }

        #[test]
        fn the_strip_runs_in_order_from_the_trigger_to_the_due_day(
            rule in any_rule(), trigger in any_trigger(),
        ) {
            let book = book();
            let calendar = book.rule(&rule.id).unwrap().calendar;
            let settings = Settings::default();
            let counted = count(&rule, trigger, &settings, calendar).unwrap();
            let (day, by) = due(&rule, trigger, &settings, calendar).unwrap();
            prop_assert_eq!((counted.due, counted.due_by), (day, by));
            let days = &counted.days;
            prop_assert_eq!(days[0].on, trigger.date());
            let last = days.last().unwrap();
            prop_assert_eq!((last.on, last.role), (day, Role::Due));
            prop_assert_eq!(days.iter().filter(|cell| cell.role == Role::Due).count(), 1);
            prop_assert!(days.windows(2).all(|two| two[0].on < two[1].on));
            prop_assert!(days.iter().all(|cell| !cell.label.is_empty()));
            // Without a gap every day between the two ends is there.
            if !days.iter().any(|cell| cell.role == Role::Gap) {
                let between = (day - trigger.date()).num_days() + 1;
                prop_assert_eq!(i64::try_from(days.len()).unwrap(), between);
            }
        }

        #[test]
        fn a_business_strip_counts_as_many_days_as_the_rule_gives(
            n in 1..60_u32, trigger in any_trigger(),
        ) {
            let book = book();
            let rule = rule(book, "US-CMS-POL", length(n, Unit::Day, BUSINESS));
            let calendar = book.rule(&rule.id).unwrap().calendar;
            let counted = count(&rule, trigger, &Settings::default(), calendar).unwrap();
            let last = counted.days.last().unwrap();
            let label = format!("day {n}, due");
            prop_assert!(last.label == label, "{}", last.label);
            prop_assert_eq!(calendar.business_days_after(trigger.date(), counted.due).unwrap(), n);
        }

        #[test]
        fn months_agree_with_months_counted_by_hand(
            trigger in any_trigger(), n in 0..60_u32, clip in any::<bool>(),
        ) {
            let overflow = if clip { MonthOverflow::Clip } else { MonthOverflow::NextFirst };
            let from = trigger.date();
            prop_assert_eq!(
                add_months(from, n, overflow).unwrap(),
                months_by_hand(from, n, overflow)
            );
        }
    }

    fn any_back() -> impl Strategy<Value = Rule> {
        let days = prop_oneof![Just(CALENDAR), Just(BUSINESS)];
        let of_days = (0..60_u32, days).prop_map(|(n, days)| length(n, Unit::Day, days));
        let of_months = (0..14_u32).prop_map(|n| length(n, Unit::Month, CALENDAR));
        let any = prop_oneof![of_days, of_months];
        (any.clone(), proptest::option::of(any)).prop_map(|(length, opens)| Rule {
            counts: Direction::Back,
            start: Start::Exclusive,
            opens,
            ..rule(book(), "US-CMS-POL", length)
        })
    }

    /// `rule` with an extension of this length.
    fn extensible(rule: Rule, more: Option<Length>) -> Rule {
        let notice = Letter { kind: "notice".into(), elements: vec!["why".into()] };
        let extension = Extension { length: more, max_times: None, notice_within: None, notice };
        Rule { extension: Some(extension), ..rule }
    }

    fn any_pauses() -> impl Strategy<Value = Vec<(u64, u64)>> {
        proptest::collection::vec((1..60_u64, 0..30_u64), 0..4)
    }

    /// Pauses that begin so many days after the trigger and last so many days more.
    fn pauses(trigger: NaiveDateTime, spans: &[(u64, u64)]) -> Vec<Pause> {
        let pause = |(after, more): &(u64, u64)| {
            let from = trigger.date() + Days::new(*after);
            Pause { from, to: from + Days::new(*more), why: "waiting for consent".into() }
        };
        spans.iter().map(pause).collect()
    }

    /// The last day under `terms` that are changed from those of the bare rule.
    fn due_with(rule: &Rule, trigger: NaiveDateTime, with: impl FnOnce(&mut Terms)) -> NaiveDate {
        let settings = Settings::default();
        let mut terms = Terms::new(rule, trigger, &settings);
        with(&mut terms);
        date(rule, &terms, &settings, book().rule(&rule.id).unwrap().calendar).unwrap().due
    }

    proptest! {
        #[test]
        fn a_count_back_never_ends_after_its_plan_and_a_later_plan_never_before(
            rule in any_back(), trigger in any_trigger(), later in 0..100_000_i64,
        ) {
            let trigger = trigger + TimeDelta::days(500);
            let calendar = book().rule(&rule.id).unwrap().calendar;
            let dated = |trigger| {
                let settings = Settings::default();
                date(&rule, &Terms::new(&rule, trigger, &settings), &settings, calendar).unwrap()
            };
            let (one, other) = (dated(trigger), dated(trigger + TimeDelta::minutes(later)));
            prop_assert!(one.due <= trigger.date());
            prop_assert!(one.due <= other.due);
            prop_assert!(one.opens <= other.opens);
            prop_assert_eq!(one.opens.is_some(), rule.opens.is_some());
            prop_assert_eq!(one.not_before, one.opens);
        }

        #[test]
        fn an_extension_is_never_earlier_and_never_later_than_the_rule_allows(
            bare in any_rule(), more in proptest::option::of(any_length()), trigger in any_trigger(),
            times in 1..3_usize, to in proptest::option::of(-200..900_i64),
        ) {
            let rule = extensible(bare, more);
            let to = to.map(|days| trigger.date() + TimeDelta::days(days));
            let with = |times: usize, to| {
                let one = |to| Extended { to, noticed_on: trigger.date() };
                let all = (1..=times).map(|nth| one(if nth == times { to } else { None }));
                due_with(&rule, trigger, |terms| terms.extended = all.collect())
            };
            let (plain, longest) = (with(0, None), with(times, None));
            prop_assert!(plain <= longest);
            prop_assert!(with(times - 1, None) <= longest);
            let found = with(times, to);
            prop_assert!(plain <= found);
            prop_assert!(more.is_none() || found <= longest);
            if let Some(to) = to.filter(|to| plain <= *to && (more.is_none() || *to <= longest)) {
                prop_assert_eq!(found, to);
            }
        }

        #[test]
        fn a_pause_only_makes_a_limit_of_policy_later(
            rule in any_rule(), trigger in any_trigger(), spans in any_pauses(),
        ) {
            let with = |spans: &[(u64, u64)]| {
                due_with(&rule, trigger, |terms| terms.pauses = pauses(trigger, spans))
            };
            let (plain, all) = (with(&[]), with(&spans));
            prop_assert!(plain <= all);
            if let Some((_, fewer)) = spans.split_last() {
                prop_assert!(with(fewer) <= all);
            }
            prop_assert!(rule.may_pause() || plain == all);
        }

        #[test]
        fn a_pause_moves_the_last_day_by_the_days_it_took(
            n in 1..40_u32, days in prop_oneof![Just(CALENDAR), Just(BUSINESS)],
            trigger in any_trigger(), after in 1..60_u64, more in 0..30_u64,
        ) {
            let rule = rule(book(), "US-CMS-POL", length(n, Unit::Day, days));
            let calendar = book().rule(&rule.id).unwrap().calendar;
            let due = due_with(&rule, trigger, |terms| {
                terms.pauses = pauses(trigger, &[(after, more)]);
            });
            // As many days count as the rule gives, those of the pause left out.
            let pause = &pauses(trigger, &[(after, more)])[0];
            let counted = trigger.date().iter_days().skip(1).take_while(|day| *day <= due);
            let counted = counted.filter(|day| {
                let works = days == CALENDAR || calendar.is_business(*day).unwrap();
                works && !(pause.from..=pause.to).contains(day)
            });
            prop_assert_eq!(counted.count(), usize::try_from(n).unwrap());
        }

        #[test]
        fn business_days_forth_and_back_are_the_same_days(
            trigger in any_trigger(), n in 1..60_u32,
        ) {
            let trigger = trigger + TimeDelta::days(200);
            let forth = rule(book(), "US-CMS-POL", length(n, Unit::Day, BUSINESS));
            let back = Rule { counts: Direction::Back, ..forth.clone() };
            let calendar = book().rule(&forth.id).unwrap().calendar;
            let there = due_with(&forth, trigger, |_| {});
            prop_assert_eq!(calendar.business_days_after(trigger.date(), there).unwrap(), n);
            let again = due_with(&back, there.and_time(NaiveTime::MIN), |_| {});
            // The first business day on or before the trigger, from which the same days follow.
            prop_assert!(again <= trigger.date());
            prop_assert_eq!(calendar.business_days_after(again, there).unwrap(), n);
            prop_assert_eq!(calendar.business_days_after(again, trigger.date()).unwrap(), 0);
            prop_assert_eq!(calendar.is_business(trigger.date()).unwrap(), again == trigger.date());
        }

        #[test]
        fn hours_never_end_earlier_for_a_later_start_in_any_zone(
            n in 0..200_u32, trigger in any_trigger(), later in 0..3_000_i64, zone in 0..5_usize,
        ) {
            let zones = [
                "America/New_York", "America/Sao_Paulo", "Europe/London", "Pacific/Apia",
                "Australia/Lord_Howe",
            ];
            let settings = Settings { zone: zones[zone].parse().unwrap(), ..Settings::default() };
            let rule = rule(book(), "US-CMS-POL", length(n, Unit::Hour, CALENDAR));
            let calendar = book().rule(&rule.id).unwrap().calendar;
            let due = |at| due(&rule, at, &settings, calendar).unwrap().0;
            prop_assert!(due(trigger) <= due(trigger + TimeDelta::minutes(later)));
        }
    }
}
