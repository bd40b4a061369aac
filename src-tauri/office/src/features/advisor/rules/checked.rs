//! What of a decision table came as a default, and what exactly somebody checked.

use crate::features::advisor::model::{Row, Table, When};
use crate::features::clocks::model::{Checked, Settings};

/// The rows of a table that are not sure in some part.
pub fn to_be_checked(table: &Table) -> impl Iterator<Item = &Row> {
    table.rows.iter().filter(|row| {
        row.confidence.is_unverified()
            || row.doubts.iter().any(|doubt| doubt.confidence.is_unverified())
            || row.also.iter().any(|reading| reading.confidence.is_unverified())
    })
}

/// Under which key the office's records have that a row was checked.
pub fn key(table: &Table, row: &Row) -> String {
    format!("advice:{}/{}", table.id, row.id)
}

/// Who compared a row with its source, as it is now.
pub fn checked<'a>(table: &Table, row: &Row, settings: &'a Settings) -> Option<&'a Checked> {
    settings.checked.get(&(key(table, row), terms_code(row)))
}

/// When a row holds, what it says and where that is written, with its doubts and its other
/// readings: what somebody checked. With another word in it, it is another row.
pub fn terms_code(row: &Row) -> String {
    let mut said = vec![format!(
        "{}: {}; {}; {}",
        when_code(&row.when),
        row.kind.code(),
        row.sentence,
        row.citation
    )];
    said.extend(row.doubts.iter().map(|d| format!("but {}: {}", when_code(&d.when), d.says)));
    said.extend(row.also.iter().map(|other| {
        let (kind, sentence) = (other.kind.code(), &other.sentence);
        format!("or {}: {kind}; {sentence}; {}", when_code(&other.when), other.citation)
    }));
    said.join("; ")
}

fn when_code(when: &When) -> String {
    let alternatives = when.iter().map(|alternative| {
        let facts = alternative.iter().map(|(id, codes)| format!("{id}={}", codes.join("|")));
        facts.collect::<Vec<_>>().join(" and ")
    });
    alternatives.collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::advisor::rules::tables;
    use crate::features::clocks::model::Confirmed;

    #[test]
    fn a_row_that_was_checked_holds_until_a_word_of_it_changes() {
        for table in tables().unwrap() {
            for row in to_be_checked(table) {
                let confirmed =
                    Confirmed { by: "Ana Test".into(), on: "2026-03-10".parse().unwrap() };
                let known = Checked { key: key(table, row), confirmed, note: None };
                let mut settings = Settings::default();
                settings.checked.insert((key(table, row), terms_code(row)), known);
                assert!(checked(table, row, &settings).is_some());
                let mut other = row.clone();
                other.sentence.push('!');
                assert!(checked(table, &other, &settings).is_none(), "{}", row.id);
                let mut other = row.clone();
                other.citation.push('!');
                assert!(checked(table, &other, &settings).is_none(), "{}", row.id);
            }
        }
    }
}
