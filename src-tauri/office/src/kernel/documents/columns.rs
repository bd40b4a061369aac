//! How wide the columns of a table are. Decided from its words, so that every engine lays it out
//! alike and one endless word cannot push the rest off the paper.

use super::document::Table;

/// Characters that fit across the page in large print.
const ACROSS: usize = 66;
/// A column whose longest line is no longer than this hardly ever wraps.
const SHORT_LINE: usize = 20;
/// What one cell counts for at most: beyond it a column would starve the others.
const HEAVIEST: usize = 400;

/// The share of each column, in percent. They add up to 100.
pub(super) fn shares(table: &Table) -> Vec<usize> {
    let measured: Vec<Column> = (0..table.head.len()).map(|n| Column::measure(table, n)).collect();
    let least: usize = measured.iter().map(|column| column.least).sum();
    let load: usize = measured.iter().map(|column| column.load).sum();
    let spare = ACROSS.saturating_sub(least);
    let across = (least + spare).max(1);
    let mut left = 100;
    let last = measured.len().saturating_sub(1);
    measured
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let wide = column.least * load.max(1) + spare * column.load;
            let share = if place == last { left } else { wide * 100 / (across * load.max(1)) };
            left = left.saturating_sub(share);
            share
        })
        .collect()
}

struct Column {
    least: usize,
    load: usize,
}

impl Column {
    fn measure(table: &Table, n: usize) -> Self {
        let head = table.head.get(n).map_or("", String::as_str);
        let cells = || table.rows.iter().filter_map(|row| row.get(n)).map(String::as_str);
        let lines = cells().chain([head]).flat_map(str::lines);
        let line = lines.map(|line| line.chars().count()).max().unwrap_or_default();
        // The first column is bold, and so wider.
        let least = line.min(SHORT_LINE) + if n == 0 { 2 } else { 1 };
        let load = cells().map(|cell| cell.chars().take(HEAVIEST).count()).sum::<usize>();
        let load = load / table.rows.len().max(1);
        // Squared, so that spare room goes to the column that tells the most.
        Self { least, load: load * load }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(head: &[&str], row: &[&str]) -> Table {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        Table { caption: String::new(), head: owned(head), rows: vec![owned(row)] }
    }

    #[test]
    fn the_shares_are_the_whole_width() {
        for (head, row) in [
            (&["a"][..], &["b"][..]),
            (&["When", "What"], &["Tue, Mar 10", &"word ".repeat(80)]),
            (&["a", "b", "c"], &["", "", ""]),
            (&["a", "b", "c", "d", "e", "f", "g", "h"], &["abcdefghijklmnop"; 8]),
            (&[], &[]),
        ] {
            let shares = shares(&table(head, row));
            assert_eq!(shares.iter().sum::<usize>(), if head.is_empty() { 0 } else { 100 });
            assert!(shares.iter().all(|share| *share > 0), "{shares:?}");
        }
    }

    #[test]
    fn a_short_column_keeps_its_line_and_the_long_one_gets_the_rest() {
        let shares =
            shares(&table(&["When", "What was said"], &["Tue, Mar 10", &"word ".repeat(80)]));
        assert!((14..20).contains(&shares[0]), "{shares:?}");
    }

    #[test]
    fn one_endless_word_does_not_starve_the_others() {
        let shares = shares(&table(&["Name", "Part"], &[&"x".repeat(5_000), "Raised this"]));
        assert!(shares[1] >= 14, "{shares:?}");
    }
}
