//! The one place that writes to the terminal.

use std::io::Write as _;

use office::kernel::Error;

/// Says what was asked for, on standard output.
pub(crate) fn say(text: &str) {
    // A reader that went away, such as `head`, has read what it wanted.
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Says what went wrong, on standard error.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Says how far a long job is, over what was said before.
pub(crate) fn say_again(text: &str) {
    let mut to = std::io::stderr().lock();
    let _ = write!(to, "\r\u{1b}[K{text}");
    let _ = to.flush();
}

/// An error as a person reads it: what happened, then each field that needs mending.
pub(crate) fn words(error: &anyhow::Error) -> String {
    let Some(refused) = error.downcast_ref::<Error>() else { return format!("{error:#}") };
    let mut lines = vec![refused.message.clone()];
    let fields = refused.fields.iter().filter(|f| f.message != refused.message);
    lines.extend(fields.map(|f| format!("- {}: {}", f.field, f.message)));
    lines.join("\n")
}
