//! What the office had settled when a clock was counted. A clock keeps it, as it keeps its length, so
//! that it counts the same until somebody has the open clocks counted again.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate, NaiveTime};

use super::length::{Length, Roll};
use super::rule::{Binds, Rule, Sense};
use super::settings::{AfterHours, Settings};
use crate::kernel::calendar::DayKind;

const CLOSES: &str = "closes ";
const MARGIN: &str = "margin ";
const CLOSED: &str = "closed";

/// How far beside a last day a closed day may be that it is moved over: no office is closed longer.
const BESIDE: Days = Days::new(14);

/// What of the settings the count of a clock listens to, as records keep it; nothing where it
/// listens to none: `closes 17:00; margin 7; closed 2026-12-24`.
///
/// Of the closed days it keeps those that have a part in a count from `started` to `due`. Another
/// one that is settled later then concerns the few clocks it falls on, and not every open one.
pub fn conventions(
    rule: &Rule,
    length: Length,
    (started, due): (NaiveDate, NaiveDate),
    settings: &Settings,
) -> Option<String> {
    let mut said = Vec::new();
    if rule.heeds_hours(length) {
        let closes = settings.after_hours.map(|late| late.closes.format("%H:%M").to_string());
        said.push(format!("{CLOSES}{}", closes.as_deref().unwrap_or("never")));
    }
    if rule.binds == Binds::Patient && rule.sense == Sense::Deadline {
        said.push(format!("{MARGIN}{}", settings.margin));
    }
    if rule.is_own() && heeds_closed_days(rule, length) {
        let span = span(length, (started, due));
        let days: String = settings.closed.range(span).map(|(day, _)| format!(" {day}")).collect();
        said.push(format!("{CLOSED}{days}"));
    }
    (!said.is_empty()).then(|| said.join("; "))
}

/// Whether the days on which nobody works have a part in the count.
fn heeds_closed_days(rule: &Rule, length: Length) -> bool {
    length.days == DayKind::Business || rule.roll != Roll::None
}

/// The days that have a part in a count: all of them where working days are counted, since such a
/// count ends on one; else those beside the last day, which may fall on some and be moved over them.
fn span(length: Length, (started, due): (NaiveDate, NaiveDate)) -> RangeInclusive<NaiveDate> {
    if length.days == DayKind::Business {
        return started.min(due)..=started.max(due);
    }
    let first = due.checked_sub_days(BESIDE).unwrap_or(due);
    first..=due.checked_add_days(BESIDE).unwrap_or(due)
}

/// The settings as a clock kept them that was counted with this length from its start to its due
/// day; what it kept nothing of is as it is today, and so are the closed days beyond its count.
pub fn as_kept(
    kept: &str,
    length: Length,
    counted: (NaiveDate, NaiveDate),
    today: &Settings,
) -> Settings {
    let mut settings = today.clone();
    for part in kept.split("; ") {
        if let Some(closes) = part.strip_prefix(CLOSES) {
            let closes = NaiveTime::parse_from_str(closes, "%H:%M").ok();
            settings.after_hours = closes.map(|closes| AfterHours { closes });
        } else if let Some(margin) = part.strip_prefix(MARGIN).and_then(|days| days.parse().ok()) {
            settings.margin = margin;
        } else if let Some(days) = part.strip_prefix(CLOSED) {
            let name = |day: &NaiveDate| {
                today.closed.get(day).cloned().unwrap_or_else(|| "office closed".to_owned())
            };
            let span = span(length, counted);
            settings.closed.retain(|day, _| !span.contains(day));
            let days = days.split(' ').filter_map(|day| day.parse().ok());
            settings.closed.extend(days.map(|day| (day, name(&day))));
        }
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::clocks::rules::book;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn settings(closes: Option<&str>, margin: u32, closed: &[&str]) -> Settings {
        let closes = closes.map(|text| NaiveTime::parse_from_str(text, "%H:%M").unwrap());
        Settings {
            after_hours: closes.map(|closes| AfterHours { closes }),
            margin,
            closed: closed.iter().map(|one| (day(one), "office closed".to_owned())).collect(),
            ..Settings::default()
        }
    }

    #[test]
    fn a_closed_day_far_from_a_count_changes_nothing_a_clock_keeps() {
        let book = book().unwrap();
        let rule = book.rule("US-CMS-7").unwrap().rule;
        let five = Length::parse("5 business day").unwrap();
        let counted = (day("2026-03-03"), day("2026-03-10"));
        let kept = |days: &[&str]| conventions(rule, five, counted, &settings(None, 7, days));
        assert_eq!(kept(&["2026-03-02", "2026-07-03"]), kept(&[]));
        assert_ne!(kept(&["2026-03-04"]), kept(&[]));
        // An edit that moves the count meets the days that were settled since, beyond the old one.
        let own = kept(&[]).unwrap();
        let today = settings(None, 7, &["2026-03-04", "2026-07-03"]);
        let back = as_kept(&own, five, counted, &today);
        assert_eq!(back.closed.keys().copied().collect::<Vec<_>>(), [day("2026-07-03")]);
    }

    #[test]
    fn a_clock_keeps_what_its_rule_listens_to_and_nothing_else() {
        let book = book().unwrap();
        let of = |id: &str| book.rule(id).unwrap().rule;
        let then = settings(Some("17:00"), 9, &["2025-12-24", "2026-03-06"]);
        let five = Length::parse("5 business day").unwrap();
        let counted = (day("2026-03-03"), day("2026-03-11"));
        let kept = |id: &str, length| conventions(of(id), length, counted, &then);
        let own = kept("US-CMS-7", five);
        assert_eq!(own.as_deref(), Some("closes 17:00; closed 2026-03-06"));
        assert_eq!(kept("US-CMS-7", of("US-CMS-7").length).as_deref(), Some("closes 17:00"));
        assert_eq!(kept("US-FDCPA", of("US-FDCPA").length).as_deref(), Some("margin 9"));
        assert_eq!(kept("US-HIPAA-ACC", of("US-HIPAA-ACC").length), None);
        // Read back, it is what it was, whatever the office settled since.
        for today in [settings(None, 7, &[]), settings(Some("16:00"), 20, &["2026-03-09"])] {
            let back = as_kept(own.as_deref().unwrap(), five, counted, &today);
            assert_eq!(back.after_hours, then.after_hours);
            assert_eq!((back.margin, back.closed.len()), (today.margin, 1));
            assert_eq!(conventions(of("US-CMS-7"), five, counted, &back), own);
        }
        let never = conventions(of("US-CMS-7"), five, counted, &settings(None, 7, &[]));
        assert_eq!(never.as_deref(), Some("closes never; closed"));
        let back = as_kept(never.as_deref().unwrap(), five, counted, &then);
        // What lies before its count is none of its own.
        assert_eq!(back.after_hours, None);
        assert_eq!(back.closed.keys().copied().collect::<Vec<_>>(), [day("2025-12-24")]);
    }
}
