//! `cargo xtask`: everything a person does to this workspace, in one place.
//! It uses the standard library only, so that it starts on a machine with nothing but Rust.
#![expect(clippy::print_stdout, reason = "a task runner speaks through the terminal")]

mod apt;
mod bench;
mod bundle;
mod check;
mod doctor;
mod needs;
mod program;
mod run;
mod tally;
mod test;
mod ui;
mod workspace;

use std::process::ExitCode;

/// What a chore answers: whether it went well, or the sentence that says why it could not go on.
type Outcome = Result<bool, String>;

const HELP: &str = "\
cargo xtask COMMAND

  doctor [--fix]     says what this machine lacks, and installs it
  run [ARGS]         builds and opens Bedside; with no display, leaves pictures in target/tour
  test [PART]...     the whole check, cheapest first; parts: ui, rust, journeys
  bench [--window]   speed against a floor measured in the same run; with the window, painted
  bundle             makes the .deb, installs it, starts it";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let chore = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    match begin(&chore, &rest) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn begin(chore: &str, rest: &[String]) -> Outcome {
    match chore {
        "doctor" => doctor::doctor(rest),
        "run" => run::run(rest),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "bundle" => bundle::bundle(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(true)
        }
        "" => Err(HELP.to_owned()),
        other => Err(format!("There is no chore called {other}.\n\n{HELP}")),
    }
}
