//! Steps in a row: a heading and its output for each, a table and one sum at the end.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::tally::Tally;

/// The steps that were gone through so far.
pub(crate) struct Check<Out> {
    out: Out,
    begun: Instant,
    sum: Tally,
    rows: Vec<String>,
}

impl<Out: Write> Check<Out> {
    /// Starts the watch.
    pub(crate) fn begin(out: Out) -> Self {
        Self { out, begun: Instant::now(), sum: Tally::default(), rows: Vec::new() }
    }

    /// Goes through a step and answers whether nothing in it failed.
    pub(crate) fn step(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<Tally, String>,
    ) -> bool {
        self.say(&format!("\n── {name}"));
        let begun = Instant::now();
        let tally = work().unwrap_or_else(|why| {
            self.say(&why);
            Tally::of_step(false)
        });
        let row = row(name, tally, begun.elapsed());
        self.say(&row);
        self.sum = self.sum.plus(tally);
        self.rows.push(row);
        tally.failed == 0
    }

    /// Notes a step that could not be tried.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        self.say(&format!("\n── {name}\nnot tried: {why}"));
        self.sum = self.sum.plus(Tally::of_skipped_step());
        self.rows.push(format!("– {name:<20} not tried: {why}"));
    }

    /// Prints the table and the sum; answers whether nothing failed.
    pub(crate) fn close(mut self) -> bool {
        self.say(&format!("\n── All of it, in {}", words(self.begun.elapsed())));
        let rows = self.rows.join("\n");
        self.say(&rows);
        self.say(&self.sum.line());
        self.sum.failed == 0
    }

    fn say(&mut self, text: &str) {
        // A terminal that went away is no reason to stop checking.
        writeln!(self.out, "{text}").and_then(|()| self.out.flush()).ok();
    }
}

fn row(name: &str, tally: Tally, time: Duration) -> String {
    let mark = if tally.failed == 0 { '✓' } else { '✗' };
    let count = tally.passed + tally.failed + tally.skipped;
    // A step that counts as one has nothing to add to its mark.
    let counts = if count > 1 { tally.line() } else { String::new() };
    format!("{mark} {name:<20} {:>11}  {counts}", words(time)).trim_end().to_owned()
}

fn words(time: Duration) -> String {
    match (time.as_secs() / 60, time.as_secs() % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_could_not_start_counts_as_failed_and_the_rest_goes_on() {
        let mut said = Vec::new();
        let mut check = Check::begin(&mut said);
        assert!(!check.step("First", || Err("it is not there".to_owned())));
        assert!(check.step("Second", || Ok(Tally::of_step(true))));
        check.skip("Third", "the first failed");
        assert!(!check.close());
        let said = String::from_utf8(said).unwrap();
        assert!(said.contains("it is not there"), "{said}");
        assert_eq!(said.lines().last(), Some("1 passed, 1 failed, 1 skipped"));
    }

    #[test]
    fn a_row_says_how_long_and_how_many() {
        let tally = Tally { passed: 12, failed: 1, skipped: 0 };
        let text = row("Rust tests", tally, Duration::from_secs(135));
        assert_eq!(text, "✗ Rust tests            2 min 15 s  12 passed, 1 failed");
        let text = row("Format", Tally::of_step(true), Duration::from_secs(1));
        assert_eq!(text, "✓ Format                       1 s");
    }
}
