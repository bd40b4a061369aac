//! What the office had settled when a clock was counted. A clock keeps it, as it keeps its length, so
//! that it counts the same until somebody has the open clocks counted again.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::length::{Direction, Length, Roll};
use super::rule::{Binds, Rule, Sense};
use super::settings::{AfterHours, Settings};
use crate::kernel::calendar::DayKind;

const CLOSES: &str = "closes ";
const MARGIN: &str = "margin ";
const CLOSED: &str = "closed";

/// What of the settings the count of a clock listens to, as records keep it; nothing where it
/// listens to none: `closes 17:00; margin 7; closed 2026-12-24`.
pub fn conventions(
    rule: &Rule,
    length: Length,
    started: NaiveDate,
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
    let asks = length.days == DayKind::Business || rule.roll != Roll::None;
    if rule.is_own() && asks {
        // Days long before the start have no part in it; a count back goes before its start.
        let first = started.year() - i32::from(rule.counts == Direction::Back);
        let days = settings.closed.keys().filter(|day| day.year() >= first);
        let days: String = days.map(|day| format!(" {day}")).collect();
        said.push(format!("{CLOSED}{days}"));
    }
    (!said.is_empty()).then(|| said.join("; "))
}

/// The settings as a clock kept them; what it kept nothing of is as it is today.
pub fn as_kept(kept: &str, today: &Settings) -> Settings {
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
            let days = days.split(' ').filter_map(|day| day.parse().ok());
            settings.closed = days.map(|day| (day, name(&day))).collect();
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
    fn a_clock_keeps_what_its_rule_listens_to_and_nothing_else() {
        let book = book().unwrap();
        let of = |id: &str| book.rule(id).unwrap().rule;
        let then = settings(Some("17:00"), 9, &["2025-12-24", "2026-03-06"]);
        let five = Length::parse("5 business day").unwrap();
        let kept = |id: &str, length| conventions(of(id), length, day("2026-03-03"), &then);
        let own = kept("US-CMS-7", five);
        assert_eq!(own.as_deref(), Some("closes 17:00; closed 2026-03-06"));
        assert_eq!(kept("US-CMS-7", of("US-CMS-7").length).as_deref(), Some("closes 17:00"));
        assert_eq!(kept("US-FDCPA", of("US-FDCPA").length).as_deref(), Some("margin 9"));
        assert_eq!(kept("US-HIPAA-ACC", of("US-HIPAA-ACC").length), None);
        // Read back, it is what it was, whatever the office settled since.
        for today in [settings(None, 7, &[]), settings(Some("16:00"), 20, &["2026-03-09"])] {
            let back = as_kept(own.as_deref().unwrap(), &today);
            assert_eq!(back.after_hours, then.after_hours);
            assert_eq!((back.margin, back.closed.len()), (today.margin, 1));
            assert_eq!(conventions(of("US-CMS-7"), five, day("2026-03-03"), &back), own);
        }
        let never = conventions(of("US-CMS-7"), five, day("2026-03-03"), &settings(None, 7, &[]));
        assert_eq!(never.as_deref(), Some("closes never; closed"));
        let back = as_kept(never.as_deref().unwrap(), &then);
        assert_eq!((back.after_hours, back.closed.len()), (None, 0));
    }
}
