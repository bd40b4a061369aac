//! Speed and memory, apart from the tests.

use std::process::Command;

use crate::Outcome;
use crate::doctor;
use crate::needs::Purpose;
use crate::program::{cargo, on_its_own_display};
use crate::test::WITH_WINDOW;
use crate::ui;
use crate::workspace;

/// What the benchmark starts, and the benchmark itself.
const PROGRAMS: &[&str] =
    &["--bin", "bench", "--bin", "bedside", "--bin", "empty", "--bin", "host"];

/// `cargo xtask bench [--window] [ARGS]`; the arguments are for the benchmark.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    let has_window = arguments.iter().any(|word| word == "--window");
    let mut command = cargo();
    if has_window {
        doctor::provide(Purpose::Test)?;
        if !(ui::install()? && ui::build()?) {
            return Err("The interface was not built.".to_owned());
        }
        command.args(["build", "--release"]).args(WITH_WINDOW).args(PROGRAMS);
    } else {
        command.args(["build", "--release", "-p", "office-tests", "--bin", "bench"]);
    }
    if !succeeds(command)? {
        return Err("The benchmark was not built.".to_owned());
    }
    let mut bench = Command::new(workspace::built("release", "bench"));
    bench.current_dir(workspace::root()).args(arguments);
    succeeds(if has_window { on_its_own_display(&bench) } else { bench })
}

fn succeeds(mut command: Command) -> Outcome {
    let status = command
        .status()
        .map_err(|why| format!("{} did not start: {why}", command.get_program().display()))?;
    Ok(status.success())
}
