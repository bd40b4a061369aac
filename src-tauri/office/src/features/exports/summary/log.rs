//! What grew over months: the contact log and the history, one table a month.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::facts::{ContactFacts, ContactVersion, CopyKind, Direction, SummaryFacts};
use super::phrases::{joined, or_sentence};
use crate::kernel::documents::Dates;
use crate::kernel::documents::{Block, Section};

pub(super) fn contacts(facts: &SummaryFacts) -> Section {
    let mut shown: Vec<&ContactFacts> = facts
        .contacts
        .iter()
        .filter(|contact| facts.copy == CopyKind::Full || !contact.office_only)
        .collect();
    shown.sort_by_key(|contact| contact.now.at);
    let blocks = by_month(
        facts.dates,
        &shown,
        |c| c.now.at,
        ("contact", "contacts"),
        |month| {
            (
                ["When", "Contact", "What was said"],
                month.iter().map(|c| contact_row(facts, c)).collect(),
            )
        },
    );
    Section::new("contacts", "Contacts", or_sentence(blocks, "No contacts were logged."))
}

fn contact_row(facts: &SummaryFacts, contact: &ContactFacts) -> [String; 3] {
    let (dates, now) = (facts.dates, &contact.now);
    let full = facts.copy == CopyKind::Full;
    let when = format!("{}\n{}", dates.weekday(now.at.date()), dates.time(now.at.time()));
    let mut how = way(now);
    if full {
        how = format!("{how}\n{}", written(dates, now));
    }
    let mut said = vec![now.summary.clone()];
    if let Some((what, due)) = &contact.promise {
        said.push(format!("◇ Promised for {}:\n{what}", dates.day(*due)));
    }
    said.extend(contact.met.iter().map(|name| format!("✓ Met: {name}")));
    if full {
        said.extend(versions(dates, contact));
    } else if !contact.before.is_empty() {
        said.push(format!("This entry was corrected on {}.", dates.day(now.written_at.date())));
    }
    said.retain(|part| !part.is_empty());
    [when, how, said.join("\n\n")]
}

/// Every version before the one that stands, newest first, each with why it was replaced.
fn versions(dates: Dates, contact: &ContactFacts) -> Vec<String> {
    let all: Vec<&ContactVersion> = contact.before.iter().chain([&contact.now]).collect();
    all.windows(2)
        .rev()
        .filter_map(|pair| if let [old, new] = pair { Some((*old, *new)) } else { None })
        .map(|(old, new)| {
            let reason = new.reason.as_ref().map(|r| format!("Why: {r}")).unwrap_or_default();
            let lines = [
                format!("Changed {}", dates.moment(new.written_at)),
                format!("By {}", new.written_by),
                reason,
                "Before the change:".to_owned(),
                dates.moment(old.at),
                way(old),
                written(dates, old),
                quoted(&old.summary),
            ];
            joined(&lines, "\n")
        })
        .collect()
}

/// "Call to Joan Abara", then how it went. The name ends its line, so that a name written from
/// right to left cannot pull digits after it out of order.
fn way(version: &ContactVersion) -> String {
    let towards = match version.direction {
        Some(Direction::From) => "from",
        Some(Direction::To) => "to",
        None => "with",
    };
    let first = match version.with.as_str() {
        "" => version.channel.clone(),
        with => format!("{} {towards} {with}", version.channel),
    };
    let minutes = match version.minutes {
        Some(1) => "1 minute".to_owned(),
        Some(n) => format!("{n} minutes"),
        None => String::new(),
    };
    let second = joined(&[version.reached.clone().unwrap_or_default(), minutes], ", ");
    joined(&[first, second], "\n")
}

/// Who wrote it down, and when if that was not the same day.
fn written(dates: Dates, version: &ContactVersion) -> String {
    let when = if version.written_at.date() == version.at.date() {
        String::new()
    } else {
        format!("On {}", dates.moment(version.written_at))
    };
    joined(&[format!("Written by {}", version.written_by), when], "\n")
}

fn quoted(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("“{words}”") }
}

pub(super) fn history(facts: &SummaryFacts) -> Section {
    let mut stamps: Vec<_> = facts.history.iter().collect();
    stamps.sort_by_key(|stamp| stamp.at);
    let blocks = by_month(
        facts.dates,
        &stamps,
        |s| s.at,
        ("stamp", "stamps"),
        |month| {
            let rows = month.iter().map(|stamp| {
                let at = stamp.at;
                let when = [facts.dates.weekday(at.date()), facts.dates.time(at.time())];
                let reason = stamp.reason.as_ref().map(|r| format!("Why: {r}")).unwrap_or_default();
                [joined(&when, ", "), joined(&[stamp.words.clone(), reason], "\n")]
            });
            (["When", "What was done"], rows.collect())
        },
    );
    Section::new("history", "History", or_sentence(blocks, "Nothing is in the history yet."))
}

/// One table a month, oldest month first, so that no table runs on without its caption.
fn by_month<T, const N: usize>(
    dates: Dates,
    sorted: &[T],
    at: impl Fn(&T) -> NaiveDateTime,
    (one, many): (&str, &str),
    table: impl Fn(&[T]) -> ([&'static str; N], Vec<[String; N]>),
) -> Vec<Block> {
    let month = |entry: &T| first_of_month(at(entry).date());
    sorted
        .chunk_by(|a, b| month(a) == month(b))
        .filter_map(|entries| {
            let name = dates.month(month(entries.first()?));
            let caption = format!("{name}: {}", count(entries.len(), one, many));
            let (head, rows) = table(entries);
            Some(Block::table(caption, head, rows))
        })
        .collect()
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
