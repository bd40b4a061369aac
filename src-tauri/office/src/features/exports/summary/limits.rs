//! Time limits and promises: where each stands, by shape and word, and how its date came about.

use super::facts::{ClockFacts, CopyKind, PromiseFacts, Standing, SummaryFacts};
use super::phrases::{joined, table_or};
use crate::kernel::documents::Dates;
use crate::kernel::documents::Section;

/// How many time limits were met, missed and still run.
pub(super) fn tally(clocks: &[ClockFacts]) -> String {
    let count = |test: fn(&Standing) -> bool| clocks.iter().filter(|c| test(&c.standing)).count();
    let counts = [
        (count(|s| matches!(s, Standing::Met(_))), "✓", "met"),
        (count(|s| matches!(s, Standing::MetLate(..))), "✓", "met late"),
        (count(|s| matches!(s, Standing::Overdue(_))), "▲", "overdue"),
        (count(|s| matches!(s, Standing::Today | Standing::Soon)), "●", "due soon"),
        (count(|s| matches!(s, Standing::Later)), "", "running"),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, shape, word)| format!("{shape} {n} {word}").trim_start().to_owned())
        .collect();
    if told.is_empty() { "None was started.".to_owned() } else { told.join(", ") }
}

pub(super) fn clocks(facts: &SummaryFacts) -> Section {
    let rows: Vec<_> = facts.clocks.iter().map(|clock| clock_row(facts, clock)).collect();
    let caption = format!("Dates the office must keep ({})", rows.len());
    let head = ["Time limit", "Where it stands", "How the date was counted"];
    let block = table_or(caption, head, rows, "No time limit was started.");
    Section::new("clocks", "Time limits", vec![block])
}

fn clock_row(facts: &SummaryFacts, clock: &ClockFacts) -> [String; 3] {
    let dates = facts.dates;
    let due = joined(&[dates.day(clock.due), clock.due_by.clone().unwrap_or_default()], ", ");
    let state = format!("{}\nDue {due}", standing(dates, clock.standing, "●", "Met"));
    let strip = clock.strip.join(" → ");
    let mut how = vec![clock.how_counted.clone(), strip, clock.citation.clone()];
    how.extend(clock.evidence.iter().map(|evidence| format!("Met by: {evidence}")));
    if facts.copy == CopyKind::Full {
        if clock.unverified {
            how.push("Unverified default: the office has not confirmed this rule.".to_owned());
        }
        how.extend(
            clock.checked.iter().map(|(by, on)| {
                format!("Checked against the source by {by} on {}.", dates.day(*on))
            }),
        );
    }
    how.retain(|line| !line.is_empty());
    [clock.name.clone(), state, how.join("\n")]
}

pub(super) fn promises(facts: &SummaryFacts) -> Section {
    let rows: Vec<_> = facts.promises.iter().map(|p| promise_row(facts.dates, p)).collect();
    let caption = format!("Dates people were given ({})", rows.len());
    let head = ["Promised", "Where it stands", "Who gave whom the date"];
    let block = table_or(caption, head, rows, "No promises were made.");
    Section::new("promises", "Promises", vec![block])
}

fn promise_row(dates: Dates, promise: &PromiseFacts) -> [String; 3] {
    let state = standing(dates, promise.standing, "◇", "Kept");
    let who = [
        format!("By {}", promise.made_by),
        if promise.to.is_empty() { String::new() } else { format!("To {}", promise.to) },
        format!("On {}", dates.day(promise.made_on)),
    ];
    let state = format!("{state}\nFor {}", dates.day(promise.due));
    [promise.what.clone(), state, joined(&who, "\n")]
}

/// Where something stands, by shape and word.
fn standing(dates: Dates, standing: Standing, open: &str, met: &str) -> String {
    match standing {
        Standing::Met(on) => format!("✓ {met} {}", dates.day(on)),
        Standing::MetLate(on, days) => {
            format!("✓ {met} {} late\nOn {}", in_days(days), dates.day(on))
        }
        Standing::Overdue(days) => format!("▲ Overdue {}", in_days(days)),
        Standing::Today => format!("{open} Due today"),
        Standing::Soon => format!("{open} Due soon"),
        Standing::Later => "Not due yet".to_owned(),
    }
}

fn in_days(n: u32) -> String {
    if n == 1 { "1 day".to_owned() } else { format!("{n} days") }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::fixture::long_case;
    use super::*;
    use crate::kernel::documents::Paper;

    #[test]
    fn state_is_told_by_shape_and_word() {
        let dates = long_case(0, CopyKind::Full, Paper::Letter).dates;
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        for (stands, told) in [
            (Standing::Met(day), "✓ Met March 4, 2026"),
            (Standing::MetLate(day, 1), "✓ Met 1 day late\nOn March 4, 2026"),
            (Standing::Overdue(2), "▲ Overdue 2 days"),
            (Standing::Today, "● Due today"),
            (Standing::Soon, "● Due soon"),
            (Standing::Later, "Not due yet"),
        ] {
            assert_eq!(standing(dates, stands, "●", "Met"), told);
        }
        assert_eq!(standing(dates, Standing::Today, "◇", "Kept"), "◇ Due today");
    }
}
