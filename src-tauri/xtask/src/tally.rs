//! Adding up what the test runners say about themselves.

/// How many checks passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Tally {
    /// A step that is no test runner counts as one.
    pub(crate) fn of_step(ok: bool) -> Self {
        Self { passed: usize::from(ok), failed: usize::from(!ok), skipped: 0 }
    }

    /// A step that could not be tried.
    pub(crate) fn of_skipped_step() -> Self {
        Self { skipped: 1, ..Self::default() }
    }

    /// Both together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// The closing line, in the form every reader of test output knows.
    pub(crate) fn line(self) -> String {
        let Self { passed, failed, skipped } = self;
        match skipped {
            0 => format!("{passed} passed, {failed} failed"),
            _ => format!("{passed} passed, {failed} failed, {skipped} skipped"),
        }
    }
}

/// Which test runner wrote the lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Runner {
    /// Rust's own.
    Libtest,
    /// The interface's.
    Vitest,
}

/// Adds up a runner's lines. A run that ended badly without naming a failed test
/// (it did not compile, say) counts as one failure.
pub(crate) fn read(runner: Runner, lines: &[String], ok: bool) -> Tally {
    let mut sum = match runner {
        Runner::Libtest => libtest(lines),
        Runner::Vitest => vitest(lines),
    };
    if !ok && sum.failed == 0 {
        sum.failed = 1;
    }
    sum
}

fn libtest(lines: &[String]) -> Tally {
    let sum =
        lines.iter().filter_map(|line| libtest_line(line)).fold(Tally::default(), Tally::plus);
    // A test that had nothing to test says so in its output and counts as passed for libtest.
    let skipped = tests_that_skipped(lines).min(sum.passed);
    Tally { passed: sum.passed - skipped, failed: sum.failed, skipped: sum.skipped + skipped }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; …`
fn libtest_line(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let mut tally = Tally::default();
    for part in counts.split(';') {
        match number_and_word(part) {
            Some((count, "passed")) => tally.passed = count,
            Some((count, "failed")) => tally.failed = count,
            Some((count, "ignored")) => tally.skipped = count,
            _ => {}
        }
    }
    Some(tally)
}

/// Counts the tests, not the lines: one test may name several reasons.
fn tests_that_skipped(lines: &[String]) -> usize {
    let mut count = 0;
    let mut is_counted = false;
    for line in lines {
        if line.starts_with("---- ") && line.ends_with(" ----") {
            is_counted = false;
        } else if line.trim_start().starts_with("skipped: ") && !is_counted {
            count += 1;
            is_counted = true;
        }
    }
    count
}

/// `      Tests  1 failed | 11 passed | 2 skipped (14)`
fn vitest(lines: &[String]) -> Tally {
    let counts = |line: &String| line.trim().strip_prefix("Tests ").map(str::to_owned);
    let Some(counts) = lines.iter().rev().find_map(counts) else {
        return Tally::default();
    };
    let counts = counts.split('(').next().unwrap_or_default();
    let mut tally = Tally::default();
    for part in counts.split('|') {
        match number_and_word(part) {
            Some((count, "passed")) => tally.passed = count,
            Some((count, "failed")) => tally.failed = count,
            Some((count, "skipped" | "todo")) => tally.skipped += count,
            _ => {}
        }
    }
    tally
}

fn number_and_word(part: &str) -> Option<(usize, &str)> {
    let (number, word) = part.trim().split_once(' ')?;
    Some((number.parse().ok()?, word.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn several_test_binaries_are_added_up() {
        let said = lines(
            "running 2 tests\n\
             test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
             \n\
             test result: FAILED. 40 passed; 3 failed; 1 ignored; 0 measured; 5 filtered out; finished in 9.10s\n",
        );
        let expected = Tally { passed: 42, failed: 3, skipped: 1 };
        assert_eq!(read(Runner::Libtest, &said, false), expected);
    }

    #[test]
    fn a_test_that_says_skipped_is_not_counted_as_passed() {
        let said = lines(
            "successes:\n\
             \n\
             ---- import::all_of_it stdout ----\n\
             skipped: the sample files are not beside this checkout\n\
             skipped: nor is the second folder\n\
             ---- import::broken_files stdout ----\n\
             skipped: the sample files are not beside this checkout\n\
             \n\
             test result: ok. 9 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n",
        );
        let expected = Tally { passed: 7, failed: 0, skipped: 2 };
        assert_eq!(read(Runner::Libtest, &said, true), expected);
    }

    #[test]
    fn what_does_not_compile_is_one_failure() {
        let said = lines("error[E0308]: mismatched types\nerror: could not compile `office`\n");
        assert_eq!(read(Runner::Libtest, &said, false).failed, 1);
        assert_eq!(read(Runner::Vitest, &said, false).failed, 1);
    }

    #[test]
    fn a_binary_that_dies_after_others_passed_is_one_failure() {
        let said = lines("test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured\nSIGSEGV\n");
        let expected = Tally { passed: 5, failed: 1, skipped: 0 };
        assert_eq!(read(Runner::Libtest, &said, false), expected);
    }

    #[test]
    fn the_interface_tests_are_read_from_their_summary() {
        let said = lines(
            " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 11 passed | 2 skipped | 1 todo (15)\n",
        );
        let expected = Tally { passed: 11, failed: 1, skipped: 3 };
        assert_eq!(read(Runner::Vitest, &said, false), expected);
        let said = lines(" Test Files  4 passed (4)\n      Tests  12 passed (12)\n");
        let expected = Tally { passed: 12, failed: 0, skipped: 0 };
        assert_eq!(read(Runner::Vitest, &said, true), expected);
    }

    #[test]
    fn the_closing_line_names_skipped_only_when_there_are_some() {
        assert_eq!(Tally { passed: 3, failed: 0, skipped: 0 }.line(), "3 passed, 0 failed");
        let sum = Tally::of_step(true).plus(Tally::of_step(false)).plus(Tally::of_skipped_step());
        assert_eq!(sum.line(), "1 passed, 1 failed, 1 skipped");
    }
}
