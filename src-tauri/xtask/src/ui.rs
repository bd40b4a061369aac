//! The interface: its packages, its checks, its build.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::program::{program, watch};
use crate::workspace;

const LIMIT: Duration = Duration::from_secs(15 * 60);

/// Installs the packages of the lock file, unless the very same lock file was installed before.
pub(crate) fn install() -> Result<bool, String> {
    let lock = workspace::ui().join("package-lock.json");
    let stamp = workspace::target().join("ui-installed.json");
    if is_installed(&lock, &stamp, &workspace::ui().join("node_modules")) {
        println!("The interface's packages are as the lock file says.");
        return Ok(true);
    }
    // Without the stamp an install that breaks off is not taken for a whole one.
    fs::remove_file(&stamp).ok();
    let ran = watch(npm(&["ci", "--no-audit", "--no-fund"]), LIMIT)?;
    if ran.ok {
        fs::create_dir_all(workspace::target())
            .and_then(|()| fs::copy(&lock, &stamp))
            .map_err(|why| format!("{} was not written: {why}", stamp.display()))?;
    }
    Ok(ran.ok)
}

fn is_installed(lock: &Path, stamp: &Path, packages: &Path) -> bool {
    let same = match (fs::read(lock), fs::read(stamp)) {
        (Ok(lock), Ok(stamp)) => lock == stamp,
        _ => false,
    };
    // npm writes this file last.
    same && packages.join(".package-lock.json").is_file()
}

/// Makes `ui/dist`, which the window embeds.
pub(crate) fn build() -> Result<bool, String> {
    Ok(watch(npm(&["run", "build"]), LIMIT)?.ok)
}

/// One of the interface's npm commands.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(workspace::ui()).args(arguments);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_again_only_when_the_lock_file_changed() {
        let folder = workspace::target().join("xtask-tests");
        let packages = folder.join("node_modules");
        fs::create_dir_all(&packages).unwrap();
        let (lock, stamp) = (folder.join("lock.json"), folder.join("stamp.json"));
        fs::copy(workspace::root().join("Cargo.toml"), &lock).unwrap();
        fs::remove_file(&stamp).ok();
        assert!(!is_installed(&lock, &stamp, &packages), "no stamp yet");
        fs::copy(&lock, &stamp).unwrap();
        fs::remove_file(packages.join(".package-lock.json")).ok();
        assert!(!is_installed(&lock, &stamp, &packages), "half an install");
        fs::copy(&lock, packages.join(".package-lock.json")).unwrap();
        assert!(is_installed(&lock, &stamp, &packages));
        fs::copy(workspace::root().join("clippy.toml"), &lock).unwrap();
        assert!(!is_installed(&lock, &stamp, &packages), "another lock file");
        fs::remove_dir_all(&folder).unwrap();
    }
}
