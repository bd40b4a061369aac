//! Running other programs: quietly for an answer, or live with every line kept.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write, stdin, stdout};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::workspace;

/// How long a program's children may keep its output open after it has ended.
const LINGER: Duration = Duration::from_secs(3);

/// What a program left behind.
pub(crate) struct Ran {
    /// Whether it ended well.
    pub(crate) ok: bool,
    /// Every line it wrote, without color codes.
    pub(crate) lines: Vec<String>,
}

/// A program to start in the workspace's folder.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(workspace::root());
    command
}

/// Cargo, the same one that runs us.
pub(crate) fn cargo() -> Command {
    cargo_environment(program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())))
}

/// Fits the environment for cargo, or for a program that calls it.
pub(crate) fn cargo_environment(mut command: Command) -> Command {
    // These describe xtask; build scripts of others must not see them.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    if stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command
}

/// The same command under a virtual display and a session bus, in this order,
/// so that what the bus starts sees the display.
pub(crate) fn on_its_own_display(inner: &Command) -> Command {
    if !cfg!(target_os = "linux") {
        let mut same = program(inner.get_program());
        same.args(inner.get_args());
        return same;
    }
    let mut outer = program("xvfb-run");
    outer.args(["-a", "-s", "-screen 0 1600x1000x24", "dbus-run-session", "--"]);
    outer.arg(inner.get_program()).args(inner.get_args());
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}

/// The first thing a program says, or `None` when it is not there or fails.
pub(crate) fn answer(name: &str, arguments: &[&str]) -> Option<String> {
    let output = program(name).args(arguments).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Whether a program of this name can be started.
pub(crate) fn on_path(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| is_program(&folder.join(name)))
}

fn is_program(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file() || path.with_extension("cmd").is_file()
}

/// Runs a program, shows what it says as it says it, and keeps the lines.
/// With nobody at the terminal it is ended after `limit`.
pub(crate) fn watch(mut command: Command, limit: Duration) -> Result<Ran, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let is_alone = !stdin().is_terminal();
    if is_alone {
        lead_a_group(&mut command);
    }
    let mut child = command.spawn().map_err(|why| format!("{name} did not start: {why}"))?;
    let (sender, receiver) = channel();
    forward(child.stdout.take(), &sender);
    forward(child.stderr.take(), &sender);
    drop(sender);
    let until = is_alone.then(|| Instant::now() + limit);
    let mut lines = Vec::new();
    let status = follow(&mut child, &receiver, until, &mut lines);
    if is_alone {
        end_group(child.id());
    }
    match status {
        Some(status) => Ok(Ran { ok: status.success(), lines }),
        None => {
            println!("{name} was still running after {} minutes; ended.", limit.as_secs() / 60);
            Ok(Ran { ok: false, lines })
        }
    }
}

/// Copies lines until the program has ended and its output with it.
/// `None` means that it took too long and was ended.
fn follow(
    child: &mut Child,
    receiver: &Receiver<String>,
    until: Option<Instant>,
    lines: &mut Vec<String>,
) -> Option<ExitStatus> {
    let mut ended: Option<(ExitStatus, Instant)> = None;
    loop {
        match receiver.recv_timeout(Duration::from_millis(200)) {
            Ok(line) => {
                lines.push(line);
                continue;
            }
            // Both outputs are closed; the exit code is all that is left to wait for.
            Err(RecvTimeoutError::Disconnected) => return child.wait().ok(),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if ended.is_none() {
            ended = child.try_wait().ok().flatten().map(|status| (status, Instant::now()));
        }
        if let Some((status, at)) = ended
            && at.elapsed() > LINGER
        {
            return Some(status);
        }
        if ended.is_none() && until.is_some_and(|until| Instant::now() > until) {
            end_group(child.id());
            child.kill().ok();
            child.wait().ok();
            return None;
        }
    }
}

fn forward(source: Option<impl Read + Send + 'static>, sender: &Sender<String>) {
    let Some(source) = source else { return };
    let sender = sender.clone();
    thread::spawn(move || {
        let mut reader = BufReader::new(source);
        let mut raw = Vec::new();
        while reader.read_until(b'\n', &mut raw).is_ok_and(|length| length > 0) {
            let mut out = stdout().lock();
            out.write_all(&raw).and_then(|()| out.flush()).ok();
            let line = without_color(&String::from_utf8_lossy(&raw));
            raw.clear();
            if sender.send(line).is_err() {
                return;
            }
        }
    });
}

/// Drops terminal color codes and the line's end.
pub(crate) fn without_color(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            // A color code runs from the bracket to the first letter.
            characters.by_ref().find(|end| end.is_ascii_alphabetic());
        } else {
            plain.push(character);
        }
    }
    plain.trim_end().to_owned()
}

#[cfg(unix)]
fn lead_a_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn lead_a_group(_command: &mut Command) {}

/// Ends whatever a program that led its own group has left running.
fn end_group(id: u32) {
    if cfg!(unix) {
        let mut kill = program("kill");
        kill.args(["-TERM", "--", &format!("-{id}")]);
        kill.stdout(Stdio::null()).stderr(Stdio::null()).status().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn color_codes_are_dropped_and_words_are_kept() {
        let line = "\u{1b}[1m\u{1b}[32m   Compiling\u{1b}[0m xtask ✓\r\n";
        assert_eq!(without_color(line), "   Compiling xtask ✓");
    }

    #[test]
    #[cfg(unix)]
    fn lines_of_both_outputs_are_kept() {
        let mut shell = program("sh");
        shell.args(["-c", "echo one; echo two >&2; exit 3"]);
        let ran = watch(shell, Duration::from_secs(60)).unwrap();
        assert!(!ran.ok);
        let mut lines = ran.lines;
        lines.sort();
        assert_eq!(lines, ["one", "two"]);
    }

    #[test]
    #[cfg(unix)]
    fn a_child_that_keeps_the_output_open_does_not_keep_us_waiting() {
        let mut shell = program("sh");
        shell.args(["-c", "sleep 60 & echo done"]);
        let begun = Instant::now();
        let ran = watch(shell, Duration::from_secs(60)).unwrap();
        assert!(ran.ok);
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    }

    #[test]
    fn a_program_that_is_not_there_is_said_so() {
        let ran = watch(program("no-such-program-here"), Duration::from_secs(1));
        assert!(ran.is_err_and(|why| why.contains("no-such-program-here")));
    }
}
