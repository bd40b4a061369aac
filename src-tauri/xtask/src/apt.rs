//! Installing Debian packages, where that is allowed.

use std::time::Duration;

use crate::program::{answer, on_path, program, watch};

const LIMIT: Duration = Duration::from_secs(20 * 60);

/// The one line a person can paste.
pub(crate) fn line_to_paste(packages: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
}

/// Installs the packages, or says what to paste.
pub(crate) fn install(packages: &[&str]) -> Result<(), String> {
    if !on_path("apt-get") {
        let names = packages.join(" ");
        return Err(format!("This system has no apt-get. Debian calls what is missing: {names}"));
    }
    let Some(rights) = rights() else {
        return Err(format!(
            "Installing needs an administrator. Paste this:\n  {}",
            line_to_paste(packages)
        ));
    };
    // An old list is good enough when the mirror has a bad day; the install then decides.
    apt(rights, &["update", "-qq"])?;
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(packages);
    if apt(rights, &arguments)? {
        return Ok(());
    }
    Err(format!("apt-get did not finish. To see why, paste this:\n  {}", line_to_paste(packages)))
}

/// Whether this person may install without being asked anything.
pub(crate) fn is_root() -> bool {
    answer("id", &["-u"]).as_deref() == Some("0")
}

/// The words to put before `apt-get`, or `None` when it may not be used without a password.
fn rights() -> Option<&'static [&'static str]> {
    if is_root() {
        return Some(&["env"]);
    }
    let may = on_path("sudo") && answer("sudo", &["-n", "true"]).is_some();
    may.then_some(&["sudo", "-n", "env"])
}

fn apt(rights: &[&str], arguments: &[&str]) -> Result<bool, String> {
    let mut words = rights.iter();
    let mut command = program(words.next().unwrap_or(&"env"));
    command.args(words).arg("DEBIAN_FRONTEND=noninteractive");
    command.args(["apt-get", "-o", "Acquire::Retries=3"]).args(arguments);
    Ok(watch(command, LIMIT)?.ok)
}
