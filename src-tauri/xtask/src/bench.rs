//! Speed, apart from the tests.

use crate::Outcome;
use crate::program::cargo;

/// `cargo xtask bench [ARGS]`; the arguments are for the benchmark.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    let mut command = cargo();
    command.args(["run", "--release", "-p", "office-tests", "--bin", "bench", "--"]);
    command.args(arguments);
    let status = command.status().map_err(|why| format!("cargo did not start: {why}"))?;
    Ok(status.success())
}
