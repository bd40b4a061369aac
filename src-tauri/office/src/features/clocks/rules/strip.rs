//! The strip of days that explains a date: what counted, what did not, and why.

use chrono::{Datelike, NaiveDate};

use super::count::{Moved, Reckoned, Shifted};
use super::words::{counted, listed};
use crate::features::clocks::model::{Cell, Direction, Role, Start, Unit};
use crate::kernel::calendar::{Calendar, Closed, DayKind};
use crate::kernel::error::Result;

/// A strip of so many cells is shown whole; a longer one is folded in the middle.
const WHOLE: usize = 10;

/// What happened on the days that are not simply counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labels<'a> {
    /// The trigger: "received", "bill received".
    pub(super) past: &'a str,
    /// The other event that has a part in the count: the notice it is presumed from, the later of
    /// two.
    pub(super) other: &'a str,
    /// What the last day is: "due", or "the last day" of what is barred or kept.
    pub(super) end: &'a str,
}

impl<'a> From<&'a str> for Labels<'a> {
    fn from(past: &'a str) -> Self {
        Self { past, other: "other event", end: "due" }
    }
}

/// One day on the way, before it gets its words.
struct Step<'a> {
    on: NaiveDate,
    role: Role,
    /// Its number, where it counts and days are numbered.
    number: Option<u32>,
    closed: Option<Closed<'a>>,
    paused: Option<&'a str>,
}

/// The cells from the trigger to the last day, in the order of the days.
pub(super) fn cells<'a>(
    labels: impl Into<Labels<'a>>,
    of: &Reckoned,
    calendar: &Calendar,
) -> Result<Vec<Cell>> {
    let labels = labels.into();
    if of.counts == Direction::Back {
        return back_cells(labels, of, calendar);
    }
    let mut steps = match of.length.unit {
        Unit::Day | Unit::Hour => day_by_day(of, calendar)?,
        Unit::Month | Unit::Year => ends_only(of),
    };
    rolled(of, calendar, &mut steps)?;
    let last = steps.len().saturating_sub(1);
    let first = first_label(labels, of);
    let cells = steps.iter().enumerate();
    let end = |at| (at == last).then_some(labels.end);
    let cells = cells.map(|(at, step)| cell(first, of, step, at == 0, end(at))).collect();
    let cells = match of.length.unit {
        Unit::Month | Unit::Year => unfolded_months(of, cells),
        Unit::Day | Unit::Hour => folded(cells, &steps, calendar),
    };
    Ok(after(labels, of, before(labels, of, cells)))
}

/// What the first day of the count is called.
fn first_label<'a>(labels: Labels<'a>, of: &Reckoned) -> &'a str {
    match of.shifted {
        None => labels.past,
        Some((_, Shifted::AfterHours)) => "counts as received",
        Some((_, Shifted::Presumed)) => "taken as received",
        Some((_, Shifted::YearEnd)) => "end of the year",
        Some((_, Shifted::LaterEvent)) => labels.other,
    }
}

/// A gap of the days between two others, where there are any.
fn gap_between(from: NaiveDate, to: NaiveDate, note: Option<&str>) -> Option<Cell> {
    let days = (to - from).num_days() - 1;
    let on = from.succ_opt().filter(|_| days > 0)?;
    let note = note.map(str::to_owned);
    Some(Cell { on, role: Role::Gap, label: counted(days, "day"), note })
}

/// Puts the day that is known before the day the count starts from, where they differ.
fn before(labels: Labels<'_>, of: &Reckoned, cells: Vec<Cell>) -> Vec<Cell> {
    let Some((known, why)) = of.shifted.filter(|(known, _)| *known < of.first()) else {
        return cells;
    };
    let (label, note) = match why {
        Shifted::AfterHours => (labels.past, Some("after the office closed")),
        Shifted::Presumed => (labels.other, None),
        Shifted::YearEnd | Shifted::LaterEvent => (labels.past, None),
    };
    let start = Cell {
        on: known,
        role: Role::Start,
        label: label.to_owned(),
        note: note.map(str::to_owned),
    };
    let gap = gap_between(known, of.first(), None);
    [start].into_iter().chain(gap).chain(cells).collect()
}

/// Puts the day that is due after the day the count ends on, where a notice or another event moved
/// it.
fn after(labels: Labels<'_>, of: &Reckoned, mut cells: Vec<Cell>) -> Vec<Cell> {
    let (label, note) = match of.moved {
        Some(Moved::Extended) => (labels.end, "extended"),
        Some(Moved::LaterEvent) => (labels.other, ""),
        Some(Moved::Rolled) | None => return cells,
    };
    let label = match note {
        "" => format!("{label}, {}", labels.end),
        _ => label.to_owned(),
    };
    let due = Cell {
        on: of.due,
        role: Role::Due,
        label,
        note: (!note.is_empty()).then(|| note.to_owned()),
    };
    if of.due > of.last {
        cells.extend(gap_between(of.last, of.due, None));
    } else {
        // The notice gave an earlier day than the rule allows: the days between are not counted.
        cells.truncate(1);
        cells.extend(gap_between(of.first(), of.due, None));
    }
    cells.push(due);
    cells
}

/// The cells of a count back: the last day first, then the days up to what is planned.
fn back_cells(labels: Labels<'_>, of: &Reckoned, calendar: &Calendar) -> Result<Vec<Cell>> {
    let plain = |on, role, label: String, note| Cell { on, role, label, note };
    let mut cells = Vec::new();
    if let Some(opens) = of.opens.filter(|opens| *opens < of.due) {
        cells.push(plain(opens, Role::Counted, "first day it may be done".into(), None));
        cells.extend(gap_between(opens, of.due, None));
    }
    if of.due == of.first() {
        let label = format!("{}, {}", labels.past, labels.end);
        cells.push(plain(of.due, Role::Due, label, None));
        return Ok(cells);
    }
    cells.push(plain(of.due, Role::Due, labels.end.into(), None));
    let mut between = Vec::new();
    for on in of.due.iter_days().skip(1).take_while(|day| *day < of.first()) {
        let closed = match of.length.days {
            DayKind::Business => calendar.closed(on)?,
            DayKind::Calendar => None,
        };
        between.push(match closed {
            Some(Closed::Holiday(name)) => {
                plain(on, Role::Skipped, "holiday".into(), Some(name.to_owned()))
            }
            Some(closed) => plain(on, Role::Skipped, "weekend".into(), Some(closed.words())),
            None => {
                let left = (of.first() - on).num_days();
                let label = format!("{} before", counted(left, "day"));
                plain(on, Role::Counted, label, None)
            }
        });
    }
    if between.len() > WHOLE {
        cells.extend(gap_between(of.due, of.first(), None));
    } else {
        cells.extend(between);
    }
    cells.push(plain(of.first(), Role::Start, labels.past.to_owned(), None));
    Ok(cells)
}

/// The days between the trigger and the last day that the count passes over, in order.
pub(super) fn passed_over<'a>(
    of: &Reckoned,
    calendar: &'a Calendar,
) -> Result<Vec<(NaiveDate, Closed<'a>)>> {
    if of.length.days == DayKind::Calendar {
        return Ok(Vec::new());
    }
    let mut over = Vec::new();
    for day in of.first().iter_days().take_while(|day| *day <= of.last) {
        let counts = day > of.first() || of.start == Start::Inclusive;
        if counts && let Some(closed) = calendar.closed(day)? {
            over.push((day, closed));
        }
    }
    Ok(over)
}

/// The holidays by name and the weekends in words, "New Year's Day and the weekend", with the verb
/// that follows them, "do" or "does".
pub(super) fn closed_words(
    over: &[(NaiveDate, Closed<'_>)],
    calendar: &Calendar,
) -> Option<(String, &'static str)> {
    let mut names: Vec<String> = Vec::new();
    let mut weekend = Vec::new();
    for (day, closed) in over {
        match closed {
            // A holiday on a Saturday is passed over with its weekend; the weekday it is kept on
            // is named.
            _ if calendar.is_weekend(*day) => weekend.push(*day),
            Closed::Holiday(name) if !names.iter().any(|known| known == name) => {
                names.push((*name).to_owned());
            }
            _ => {}
        }
    }
    let mut one_thing = names.len() + usize::from(!weekend.is_empty()) == 1;
    if names.len() > 3 {
        names = vec![counted(names.len(), "holiday")];
    }
    match weekend.as_slice() {
        [] => {}
        [one] => names.push(Closed::Weekend(one.weekday()).words()),
        [first, .., last] if (*last - *first).num_days() > 2 => {
            names.push("weekends".into());
            one_thing = false;
        }
        _ => names.push("the weekend".into()),
    }
    let verb = if one_thing { "does" } else { "do" };
    (!names.is_empty()).then(|| (listed(&names), verb))
}

/// "There is no February 30", where a civil month was meant to end on a day it lacks.
pub(super) fn missing_day_words(of: &Reckoned) -> Option<String> {
    let day = of.missing_day?;
    // The first of the next month stands for a day that the month before it lacks.
    let month = if of.last.day() == 1 { of.last.pred_opt()? } else { of.last };
    Some(format!("There is no {} {day}", month.format("%B")))
}

fn day_by_day<'a>(of: &'a Reckoned, calendar: &'a Calendar) -> Result<Vec<Step<'a>>> {
    let mut number = 0;
    let mut steps = Vec::new();
    for on in of.first().iter_days().take_while(|day| *day <= of.last) {
        let is_first = on == of.first();
        let closed = match of.length.days {
            DayKind::Business => calendar.closed(on)?,
            DayKind::Calendar => None,
        };
        let paused = of.paused.get(&on).map(String::as_str);
        let counts =
            closed.is_none() && paused.is_none() && (!is_first || of.start == Start::Inclusive);
        number += u32::from(counts);
        let numbered = counts && of.length.unit == Unit::Day;
        let role = match (is_first, counts) {
            (true, _) => Role::Start,
            (false, true) => Role::Counted,
            (false, false) => Role::Skipped,
        };
        steps.push(Step { on, role, number: numbered.then_some(number), closed, paused });
    }
    Ok(steps)
}

/// Of months only the two ends are days of their own.
fn ends_only(of: &Reckoned) -> Vec<Step<'static>> {
    let step = |on, role| Step { on, role, number: None, closed: None, paused: None };
    let mut steps = vec![step(of.first(), Role::Start)];
    if of.last > of.first() {
        steps.push(step(of.last, Role::Counted));
    }
    steps
}

/// Marks the last day, after the days it is rolled over.
fn rolled<'a>(of: &Reckoned, calendar: &'a Calendar, steps: &mut Vec<Step<'a>>) -> Result<()> {
    if of.moved == Some(Moved::Rolled) {
        if let Some(last) = steps.last_mut() {
            last.closed = calendar.closed(of.last)?;
        }
        for on in of.last.iter_days().skip(1).take_while(|day| *day < of.due) {
            let closed = calendar.closed(on)?;
            steps.push(Step { on, role: Role::Skipped, number: None, closed, paused: None });
        }
        steps.push(Step { on: of.due, role: Role::Due, number: None, closed: None, paused: None });
    } else if of.moved.is_some() {
        // The day that is due stands after the count, which is shown whole.
    } else if let Some(last) = steps.last_mut() {
        last.role = Role::Due;
    }
    Ok(())
}

fn cell(past: &str, of: &Reckoned, step: &Step<'_>, is_first: bool, end: Option<&str>) -> Cell {
    let mut words = Vec::new();
    if is_first {
        words.push(past.to_owned());
    }
    match (step.role, of.length.unit) {
        (Role::Skipped, _) => words.push(match step.closed {
            _ if step.paused.is_some() => "paused".into(),
            Some(Closed::Holiday(_)) => "holiday".into(),
            _ => "weekend".into(),
        }),
        (_, Unit::Month | Unit::Year) if is_first && of.start == Start::Inclusive => {
            words.push("day 1".into());
        }
        (_, Unit::Month) if step.on == of.last => words.push(counted(of.length.count, "month")),
        (_, Unit::Year) if step.on == of.last => words.push(counted(of.length.count, "year")),
        (_, Unit::Hour) if step.on == of.last => words.push(counted(of.length.count, "hour")),
        (Role::Counted, Unit::Hour) => words.push("counted".into()),
        _ => words.extend(step.number.map(|number| format!("day {number}"))),
    }
    let moved_on = matches!(of.moved, Some(Moved::Extended | Moved::LaterEvent));
    words.extend(end.filter(|_| !moved_on).map(str::to_owned));
    let note = if step.on == of.last { missing_day_words(of) } else { None };
    let note = step.closed.map(|closed| closed.words()).or(note);
    let note = step.paused.map(str::to_owned).or(note);
    Cell { on: step.on, role: step.role, label: words.join(", "), note }
}

/// A strip with its middle folded into one gap, when it is long enough to be worth it.
///
/// The start, the first two days that count, the last two and the due day stay, with whatever is
/// passed over among them.
fn folded(cells: Vec<Cell>, steps: &[Step<'_>], calendar: &Calendar) -> Vec<Cell> {
    let counts = |cell: &&Cell| cell.role == Role::Counted;
    let second = cells.iter().filter(counts).nth(1).map(|cell| cell.on);
    let second_last = cells.iter().rev().filter(counts).nth(1).map(|cell| cell.on);
    let (true, Some(head), Some(tail)) = (cells.len() > WHOLE, second, second_last) else {
        return cells;
    };
    let middle: Vec<_> = steps.iter().filter(|step| head < step.on && step.on < tail).collect();
    let (Some(first), true) = (middle.first(), middle.len() > 1) else {
        return cells;
    };
    let gap = Cell {
        on: first.on,
        role: Role::Gap,
        label: counted(middle.len(), "day"),
        note: gap_note(&middle, calendar),
    };
    let (before, after): (Vec<_>, Vec<_>) = cells
        .into_iter()
        .filter(|cell| cell.on <= head || cell.on >= tail)
        .partition(|cell| cell.on <= head);
    before.into_iter().chain([gap]).chain(after).collect()
}

/// "days 3 to 27; weekends and Memorial Day not counted".
fn gap_note(middle: &[&Step<'_>], calendar: &Calendar) -> Option<String> {
    let mut numbers = middle.iter().filter_map(|step| step.number);
    let numbered = numbers.next().map(|first| match numbers.next_back() {
        Some(last) => format!("days {first} to {last}"),
        None => format!("day {first}"),
    });
    let over: Vec<_> = middle.iter().filter_map(|step| Some((step.on, step.closed?))).collect();
    let over = closed_words(&over, calendar).map(|(words, _)| format!("not counted: {words}"));
    let paused = middle.iter().filter(|step| step.paused.is_some()).count();
    let paused = (paused > 0).then(|| format!("paused: {}", counted(paused, "day")));
    let words: Vec<_> = numbered.into_iter().chain(over).chain(paused).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// Between the two ends of a run of months lies one gap.
fn unfolded_months(of: &Reckoned, cells: Vec<Cell>) -> Vec<Cell> {
    let days = (of.last - of.first()).num_days() - 1;
    let Some(on) = of.first().succ_opt().filter(|_| days > 0) else {
        return cells;
    };
    let gap = Cell { on, role: Role::Gap, label: counted(days, "day"), note: None };
    let mut cells = cells.into_iter();
    cells.next().into_iter().chain([gap]).chain(cells).collect()
}

#[cfg(test)]
mod tests {
    use crate::features::clocks::model::{
        Length, MonthOverflow, Role, Roll, Rule, Settings, Start, Unit,
    };
    use crate::features::clocks::rules::count::count;
    use crate::features::clocks::rules::fixture::{at, book, length, rule};
    use crate::kernel::calendar::DayKind;

    /// One line a cell: the day, what it is, its label, and its note.
    fn drawn(rule: &Rule, trigger: &str) -> Vec<String> {
        let calendar = book().rule(&rule.id).unwrap().calendar;
        let counted = count(rule, at(trigger), &Settings::default(), calendar).unwrap();
        let cells = counted.days.iter().map(|cell| {
            let role = match cell.role {
                Role::Start => '>',
                Role::Counted => '+',
                Role::Skipped => '-',
                Role::Due => '!',
                Role::Gap => '.',
            };
            let note = cell.note.as_ref().map_or_else(String::new, |note| format!(" ({note})"));
            format!("{} {role} {}{note}", cell.on.format("%a %b %-d"), cell.label)
        });
        cells.collect()
    }

    fn us(length: Length) -> Rule {
        rule(book(), "US-CMS-POL", length)
    }

    #[test]
    fn three_business_days_over_new_year_read_as_in_the_picture() {
        let rule = us(length(3, Unit::Day, DayKind::Business));
        assert_eq!(
            drawn(&rule, "2025-12-31T23:40:00"),
            [
                "Wed Dec 31 > received",
                "Thu Jan 1 - holiday (New Year's Day)",
                "Fri Jan 2 + day 1",
                "Sat Jan 3 - weekend (Saturday)",
                "Sun Jan 4 - weekend (Sunday)",
                "Mon Jan 5 + day 2",
                "Tue Jan 6 ! day 3, due",
            ]
        );
    }

    #[test]
    fn thirty_days_are_folded_and_still_add_up() {
        let rule = us(length(30, Unit::Day, DayKind::Calendar));
        assert_eq!(
            drawn(&rule, "2026-03-03T10:00:00"),
            [
                "Tue Mar 3 > received",
                "Wed Mar 4 + day 1",
                "Thu Mar 5 + day 2",
                "Fri Mar 6 . 25 days (days 3 to 27)",
                "Tue Mar 31 + day 28",
                "Wed Apr 1 + day 29",
                "Thu Apr 2 ! day 30, due",
            ]
        );
    }

    #[test]
    fn a_folded_run_of_business_days_says_what_it_passed_over() {
        let rule = us(length(21, Unit::Day, DayKind::Business));
        assert_eq!(
            drawn(&rule, "2026-05-08T10:00:00"),
            [
                "Fri May 8 > received",
                "Sat May 9 - weekend (Saturday)",
                "Sun May 10 - weekend (Sunday)",
                "Mon May 11 + day 1",
                "Tue May 12 + day 2",
                "Wed May 13 . 23 days (days 3 to 18; not counted: Memorial Day and weekends)",
                "Fri Jun 5 + day 19",
                "Sat Jun 6 - weekend (Saturday)",
                "Sun Jun 7 - weekend (Sunday)",
                "Mon Jun 8 + day 20",
                "Tue Jun 9 ! day 21, due",
            ]
        );
    }

    #[test]
    fn a_strip_that_is_short_enough_is_not_folded() {
        let nine = us(length(9, Unit::Day, DayKind::Calendar));
        assert_eq!(drawn(&nine, "2026-03-03T10:00:00").len(), 10);
        let ten = us(length(10, Unit::Day, DayKind::Calendar));
        assert_eq!(drawn(&ten, "2026-03-03T10:00:00").len(), 7);
    }

    #[test]
    fn months_show_their_two_ends_and_the_days_between() {
        let six = us(length(6, Unit::Month, DayKind::Calendar));
        let english = Rule { start: Start::Inclusive, ..six };
        assert_eq!(
            drawn(&english, "2026-01-10T10:00:00"),
            ["Sat Jan 10 > received, day 1", "Sun Jan 11 . 179 days", "Thu Jul 9 ! 6 months, due"]
        );
    }

    #[test]
    fn a_last_day_that_does_not_exist_and_one_that_rolls_on_are_both_said() {
        let aca = Rule {
            month_overflow: MonthOverflow::NextFirst,
            roll: Roll::NextBusinessDay,
            ..us(length(4, Unit::Month, DayKind::Calendar))
        };
        assert_eq!(
            drawn(&aca, "2027-10-30T10:00:00"),
            [
                "Sat Oct 30 > received",
                "Sun Oct 31 . 122 days",
                "Wed Mar 1 ! 4 months, due (There is no February 30)",
            ]
        );
        assert_eq!(
            drawn(&aca, "2026-03-04T10:00:00"),
            [
                "Wed Mar 4 > received",
                "Thu Mar 5 . 121 days",
                "Sat Jul 4 + 4 months (Independence Day)",
                "Sun Jul 5 - weekend (Sunday)",
                "Mon Jul 6 ! due",
            ]
        );
    }

    #[test]
    fn the_day_of_the_trigger_can_be_the_last() {
        let today = us(length(0, Unit::Day, DayKind::Calendar));
        assert_eq!(drawn(&today, "2026-03-07T10:00:00"), ["Sat Mar 7 ! received, due"]);
        let one = us(length(1, Unit::Day, DayKind::Calendar));
        let first = Rule { start: Start::Inclusive, ..one };
        assert_eq!(drawn(&first, "2026-03-07T10:00:00"), ["Sat Mar 7 ! received, day 1, due"]);
    }

    #[test]
    fn hours_over_a_weekend_name_the_days_they_pass() {
        let rule = us(length(24, Unit::Hour, DayKind::Business));
        assert_eq!(
            drawn(&rule, "2026-03-06T15:30:00"),
            [
                "Fri Mar 6 > received",
                "Sat Mar 7 - weekend (Saturday)",
                "Sun Mar 8 - weekend (Sunday)",
                "Mon Mar 9 ! 24 hours, due",
            ]
        );
    }
}
