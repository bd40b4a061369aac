//! The whole check, cheapest first.

use std::io::{Write, stdout};
use std::process::Command;
use std::time::Duration;

use crate::Outcome;
use crate::check::Check;
use crate::doctor;
use crate::needs::Purpose;
use crate::program::{Ran, cargo, on_its_own_display, watch};
use crate::tally::{Runner, Tally, read};
use crate::ui;
use crate::workspace;

/// A step that takes longer than this has hung.
const LIMIT: Duration = Duration::from_secs(40 * 60);

/// The parts a person may ask for by name.
const PARTS: [&str; 3] = ["ui", "rust", "journeys"];

/// What people get.
const AS_SHIPPED: &[&str] = &["--workspace"];

/// With the doors the journeys need. The same in every step that builds or tests:
/// another set of features would compile the workspace a second time.
pub(crate) const WITH_WINDOW: &[&str] = &["--workspace", "--features", "desktop/automation"];

/// What is left when the interface cannot be built, and so the window neither.
const WITHOUT_WINDOW: &[&str] = &["--workspace", "--exclude", "desktop"];

/// All of Rust's targets but the journeys, which need a display.
const QUIET_TARGETS: &[&str] = &["--lib", "--bins", "--test", "it", "--test", "rules"];

/// Passing tests may have something to say: that there was nothing for them to test.
const TELL_ALL: &[&str] = &["--no-fail-fast", "--", "--show-output"];

const DENY_WARNINGS: &[&str] = &["--", "-D", "warnings"];

/// `cargo xtask test [ui] [rust] [journeys]`.
pub(crate) fn test(wanted: &[String]) -> Outcome {
    if let Some(part) = wanted.iter().find(|part| !PARTS.contains(&part.as_str())) {
        return Err(format!("There is no part called {part}. The parts are {}.", PARTS.join(", ")));
    }
    let wants = |part: &str| wanted.is_empty() || wanted.iter().any(|wanted| wanted == part);
    let mut check = Check::begin(stdout());
    check.step("Machine", || doctor::provide(Purpose::Test).map(|()| Tally::of_step(true)));
    if wants("rust") {
        check.step("Format", || one(run("fmt", &[&["--all", "--check"]])));
    }
    let has_interface = interface(&mut check, wants("ui"));
    if wants("rust") {
        rust(&mut check, has_interface);
    }
    if wants("journeys") && has_interface {
        check.step("Journeys", journeys);
    } else if wants("journeys") {
        check.skip("Journeys", "the interface was not built");
    }
    Ok(check.close())
}

/// Answers whether `ui/dist`, which the window embeds, was made.
fn interface(check: &mut Check<impl Write>, is_tested: bool) -> bool {
    if !check.step("Interface packages", || ui::install().map(Tally::of_step)) {
        check.skip("Interface", "its packages were not installed");
        return false;
    }
    if is_tested {
        check.step("Interface checks", || one(watch(ui::npm(&["run", "check"]), LIMIT)));
        check.step("Interface tests", || all(Runner::Vitest, watch(ui::npm(&["test"]), LIMIT)));
    }
    // The gallery of components is for looking and for axe; the window never holds it.
    check.step("Gallery build", || one(watch(ui::npm(&["run", "build:gallery"]), LIMIT)));
    check.step("Interface build", || ui::build().map(Tally::of_step))
}

fn rust(check: &mut Check<impl Write>, has_interface: bool) {
    let selection = if has_interface { WITH_WINDOW } else { WITHOUT_WINDOW };
    check.step("Lints", || lints(has_interface));
    check.step("Build", || one(run("build", &[selection, &["--all-targets"]])));
    check.step("Rust tests", || {
        all(Runner::Libtest, run("test", &[selection, QUIET_TARGETS, TELL_ALL]))
    });
    check.step("Documentation", || {
        let mut command = cargo_command("doc", &[selection, &["--no-deps"]]);
        command.env("RUSTDOCFLAGS", "-D warnings");
        one(watch(command, LIMIT))
    });
}

/// First as it ships, then with what only the journeys switch on; the difference is one crate.
fn lints(has_interface: bool) -> Result<Tally, String> {
    let everything: &[&str] = &["--all-targets"];
    let rounds: &[(&[&str], &[&str])] = if has_interface {
        &[(AS_SHIPPED, everything), (WITH_WINDOW, everything), (WITH_WINDOW, &["--test", "e2e"])]
    } else {
        &[(WITHOUT_WINDOW, everything)]
    };
    for (selection, targets) in rounds {
        let ran = run("clippy", &[selection, targets, DENY_WARNINGS])?;
        if !ran.ok {
            return Ok(Tally::of_step(false));
        }
    }
    Ok(Tally::of_step(true))
}

/// The real window and Chromium, on a display of their own, one journey at a time.
fn journeys() -> Result<Tally, String> {
    let words: &[&[&str]] = &[WITH_WINDOW, &["--test", "e2e"], TELL_ALL, &["--test-threads=1"]];
    let command = on_its_own_display(&cargo_command("test", words));
    all(Runner::Libtest, watch(command, LIMIT))
}

fn run(verb: &str, words: &[&[&str]]) -> Result<Ran, String> {
    watch(cargo_command(verb, words), LIMIT)
}

fn cargo_command(verb: &str, words: &[&[&str]]) -> Command {
    let mut command = cargo();
    command.arg(verb);
    // A machine that checks a commit must not mend it.
    if workspace::is_ci() && verb != "fmt" {
        command.arg("--locked");
    }
    command.args(words.concat());
    command
}

/// A step that counts as one.
fn one(ran: Result<Ran, String>) -> Result<Tally, String> {
    Ok(Tally::of_step(ran?.ok))
}

/// A step that counts as its tests do.
fn all(runner: Runner, ran: Result<Ran, String>) -> Result<Tally, String> {
    let ran = ran?;
    Ok(read(runner, &ran.lines, ran.ok))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_does_not_exist_is_named() {
        let why = test(&["rust".to_owned(), "window".to_owned()]).unwrap_err();
        assert!(why.contains("window") && why.contains("journeys"), "{why}");
    }

    #[test]
    fn options_for_cargo_stand_before_those_for_the_tests() {
        let command = cargo_command("test", &[WITH_WINDOW, QUIET_TARGETS, TELL_ALL]);
        let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy()).collect();
        let place = |wanted: &str| words.iter().position(|word| word == wanted);
        assert!(place("--locked") < place("--") || place("--locked").is_none());
        assert!(place("rules") < place("--") && place("--") < place("--show-output"));
    }
}
