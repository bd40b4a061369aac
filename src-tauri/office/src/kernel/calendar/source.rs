//! Reading a content file: a mistake is named by file, line and field, for the person who edits it.

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use toml::value::Datetime;

use crate::kernel::error::{Error, Result};

/// The text of one content file and the name a person knows it by.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    name: &'a str,
    text: &'a str,
}

impl<'a> Source<'a> {
    /// The file called `name`, such as `clocks/us-hospital.toml`, which reads `text`.
    pub const fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text }
    }

    /// The name of the file.
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// The file as a `T`, or the first mistake in it with its place.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        toml::from_str(self.text).map_err(|mistake| {
            let what = mistake.message();
            let span = mistake.span().unwrap_or(0..0);
            let named = ["missing field `", "unknown field `"]
                .iter()
                .find_map(|start| what.strip_prefix(start)?.split('`').next());
            self.mistake(&span, named, what)
        })
    }

    /// The mistake `what` in `field` of the `nth` table `[[table]]`, counting from 0.
    ///
    /// `field` may be dotted: `length.count` is looked for under `[table.length]` and in
    /// `length = { count = 3 }`; `example[2].due` under the third `[[table.example]]`.
    pub fn mistake_in(&self, table: &str, nth: usize, field: &str, what: &str) -> Error {
        let start = self.header(table, nth).unwrap_or(0);
        let line = self.line_of(table, start, field).unwrap_or(start);
        self.error(line, &self.place(start, table, field), what)
    }

    /// Where the `nth` `[[table]]` begins, as a line counted from 0.
    fn header(&self, table: &str, nth: usize) -> Option<usize> {
        let header = format!("[[{table}]]");
        let mut headers = self.lines().filter(|(_, line)| line.starts_with(&header));
        headers.nth(nth).map(|(at, _)| at)
    }

    /// The line that gives `field` in the table which begins at `start`.
    fn line_of(&self, table: &str, start: usize, field: &str) -> Option<usize> {
        let (outer, key) = field.rsplit_once('.').unwrap_or(("", field));
        let (outer, nth) = outer.trim_end_matches(']').split_once('[').unwrap_or((outer, "0"));
        let headers_wanted = 1 + nth.parse::<usize>().unwrap_or(0);
        let inner = format!("{table}.{outer}");
        let mut here = outer.is_empty();
        let mut headers = 0;
        let exact = self.block(table, start).find(|(_, line)| {
            if line.starts_with('[') && !outer.is_empty() {
                headers += usize::from(header_name(line) == inner);
                here = header_name(line) == inner && headers == headers_wanted;
            } else if line.starts_with('[') {
                here = header_name(line) == table;
            }
            here && key_of(line) == Some(key)
        });
        let first = if outer.is_empty() { key } else { outer };
        let whole = || self.block(table, start).find(|(_, line)| key_of(line) == Some(first));
        exact.or_else(whole).map(|(at, _)| at)
    }

    /// The lines of the table that begins at `start`, with the tables inside it.
    fn block(&self, table: &str, start: usize) -> impl Iterator<Item = (usize, &'a str)> {
        let own = format!("[[{table}]]");
        self.lines()
            .skip(start)
            .take_while(move |(at, line)| *at == start || !line.starts_with(&own))
    }

    /// The mistake `what` at `span`; `named` is the field when the mistake itself names it.
    fn mistake(&self, span: &Range<usize>, named: Option<&str>, what: &str) -> Error {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let at = before.matches('\n').count();
        let above: Vec<_> = self.lines().take(at + 1).collect();
        let header = above.iter().rev().find(|(_, line)| line.starts_with('['));
        let table = header.map(|(_, line)| header_name(line)).unwrap_or_default();
        let (root, inner) = table.split_once('.').unwrap_or((&table, ""));
        let begins = above
            .iter()
            .rev()
            .find(|(_, line)| line.starts_with("[[") && header_name(line) == root)
            .map_or(0, |(at, _)| *at);
        let body = above.iter().rev().take_while(|(_, line)| !line.starts_with('['));
        let key = body.into_iter().find_map(|(_, line)| key_of(line)).unwrap_or_default();
        let field = match (named, key_within_braces(before)) {
            (Some(named), None) => named.to_owned(),
            (Some(named), Some(_)) => format!("{key}.{named}"),
            (None, Some(within)) => format!("{key}.{within}"),
            (None, None) => key.to_owned(),
        };
        let field = if inner.is_empty() { field } else { format!("{inner}.{field}") };
        self.error(at, &self.place(begins, root, &field), what)
    }

    /// The field with the id or name of the table it is in, so that it can be found by eye.
    fn place(&self, start: usize, table: &str, field: &str) -> String {
        let mut block = self.block(table, start).skip(1);
        let named = (!table.is_empty()).then(|| {
            block.find_map(|(_, line)| {
                let value = line.split_once('=')?.1.trim();
                matches!(key_of(line), Some("id" | "name")).then(|| value.trim_matches('"'))
            })
        });
        let of = match named.flatten() {
            Some(name) => format!("{table} {name}"),
            None => table.to_owned(),
        };
        match (of.as_str(), field) {
            ("", field) => field.to_owned(),
            (of, "") => of.to_owned(),
            (of, field) => format!("{of}, {field}"),
        }
    }

    fn error(&self, line: usize, place: &str, what: &str) -> Error {
        let (name, line) = (self.name, line + 1);
        let place = if place.is_empty() { String::new() } else { format!(", {place}") };
        Error::invalid(name, format!("{name}, line {line}{place}: {}", what.trim_end_matches('.')))
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.text.lines().map(str::trim).enumerate()
    }
}

/// The key that a line `key = value` gives, unless it is a comment or a header.
fn key_of(line: &str) -> Option<&str> {
    let key = line.split_once('=')?.0.trim();
    is_key(key).then_some(key)
}

/// Within `length = { count = -1`, the key `count` that the mistake comes after.
fn key_within_braces(before: &str) -> Option<&str> {
    let line = before.rsplit('\n').next()?;
    let within = line.split_once('{')?.1;
    let key = within.rsplit(',').next()?.split('=').next()?.trim();
    Some(key).filter(|key| is_key(key) || key.is_empty())
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

fn header_name(line: &str) -> String {
    let end = line.split('#').next().unwrap_or(line);
    end.trim().trim_matches(['[', ']']).to_owned()
}

/// Reads a TOML date, `2026-03-12`.
pub fn day<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<NaiveDate, D::Error> {
    let written = Datetime::deserialize(from)?;
    match (written.date, written.time, written.offset) {
        (Some(date), None, None) => civil_date(date),
        _ => None,
    }
    .ok_or_else(|| D::Error::custom("write a date without quotes, such as 2026-03-12"))
}

/// Reads a TOML date that may be left out; use with `#[serde(default)]`.
pub fn optional_day<'de, D: Deserializer<'de>>(
    from: D,
) -> std::result::Result<Option<NaiveDate>, D::Error> {
    day(from).map(Some)
}

/// Reads a TOML date and time of day without a zone, `2026-03-12T10:40:00`.
pub fn moment<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<NaiveDateTime, D::Error> {
    let written = Datetime::deserialize(from)?;
    match (written.date, written.time, written.offset) {
        (Some(date), Some(time), None) => civil_date(date).and_then(|date| {
            let (hour, minute) = (u32::from(time.hour), u32::from(time.minute));
            let at = NaiveTime::from_hms_opt(hour, minute, 0)?;
            at.with_second(u32::from(time.second.unwrap_or_default())).map(|at| date.and_time(at))
        }),
        _ => None,
    }
    .ok_or_else(|| {
        D::Error::custom("write a date and time without quotes, such as 2026-03-12T10:40:00")
    })
}

/// Reads a date and time that may be left out; use with `#[serde(default)]`.
pub fn optional_moment<'de, D: Deserializer<'de>>(
    from: D,
) -> std::result::Result<Option<NaiveDateTime>, D::Error> {
    moment(from).map(Some)
}

fn civil_date(date: toml::value::Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the reading is under test")]
    struct File {
        title: String,
        #[serde(default)]
        rule: Vec<Rule>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the reading is under test")]
    struct Rule {
        id: String,
        #[serde(default, deserialize_with = "optional_day")]
        from: Option<NaiveDate>,
        length: Option<Length>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the reading is under test")]
    struct Length {
        count: u32,
    }

    fn said(text: &str) -> String {
        Source::new("clocks/x.toml", text).read::<File>().unwrap_err().message
    }

    #[test]
    fn a_mistake_is_named_by_file_line_and_field() {
        for (text, place) in [
            ("title = 3\n", "clocks/x.toml, line 1, title: "),
            ("titel = 'x'\n", "clocks/x.toml, line 1, titel: unknown field"),
            ("# none\n", "title: missing field"),
            (
                "title = 'x'\n\n[[rule]]\nid = \"A-1\"\n[rule.length]\n# why\ncount = 'six'\n",
                "clocks/x.toml, line 7, rule A-1, length.count: ",
            ),
            (
                "title = 'x'\n[[rule]]\nid = \"A-1\"\n[[rule]]\nid = \"A-2\"\nlength = { count = -1 }\n",
                "clocks/x.toml, line 6, rule A-2, length.count: ",
            ),
            (
                "title = 'x'\n[[rule]]\nid = \"A-1\"\nlenght = 3\n",
                "clocks/x.toml, line 4, rule A-1, lenght: unknown field",
            ),
            (
                "title = 'x'\n[[rule]]\nid = \"A-1\"\nfrom = \"2026-03-12\"\n",
                "clocks/x.toml, line 4, rule A-1, from: ",
            ),
            ("title = 'x'\n[[rule]]\nfrom = 2026-03-12\n", "line 2, rule, id: missing field"),
            ("title = 'x\n", "clocks/x.toml, line 1, title: "),
        ] {
            let message = said(text);
            assert!(message.contains(place), "{message}\nshould say\n{place}");
        }
    }

    #[test]
    fn a_mistake_found_later_points_at_its_own_line() {
        let text = "title = 'x'\n[[rule]]\nid = \"A-1\"\n[rule.length]\ncount = 1\n\
                    [[rule]]\nid = \"A-2\"\n[rule.length]\ncount = 2\n[[rule]]\nid = \"A-3\"\n\
                    length = { count = 3 }\n";
        let file = Source::new("x.toml", text);
        for (nth, field, place) in [
            (0, "length.count", "x.toml, line 5, rule A-1, length.count: wrong"),
            (1, "length.count", "x.toml, line 9, rule A-2, length.count: wrong"),
            (2, "length.count", "x.toml, line 12, rule A-3, length.count: wrong"),
            (2, "from", "x.toml, line 10, rule A-3, from: wrong"),
        ] {
            assert_eq!(file.mistake_in("rule", nth, field, "wrong.").message, place);
        }
    }
}
