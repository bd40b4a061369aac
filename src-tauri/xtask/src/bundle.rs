//! Makes the package people install, and proves that it installs and starts.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::Outcome;
use crate::apt;
use crate::doctor;
use crate::needs::Purpose;
use crate::program::{answer, cargo_environment, on_its_own_display, on_path, program, watch};
use crate::ui;
use crate::workspace;

const LIMIT: Duration = Duration::from_secs(60 * 60);
const MEGABYTE: u64 = 1_000_000;
const LARGEST_PROGRAM: u64 = 20 * MEGABYTE;
const LARGEST_PACKAGE: u64 = 10 * MEGABYTE;

/// Starts the program in `$1` on the office folder `$2`, waits for its window, and ends it.
/// A window that stays blank for 8 s makes Bedside start again with another way to paint.
const START: &str = r#"
"$1" --data "$2" & bedside=$!
found=
for try in $(seq 60); do
    sleep 0.5
    kill -0 $bedside 2>/dev/null || { echo "Bedside ended by itself."; exit 1; }
    found=$(xwininfo -root -tree | grep '"Bedside"') && break
done
[ -n "$found" ] && echo "A window appeared: $found" || { echo "No window appeared."; exit 1; }
sleep 10
grep -qz FORCE_SHM /proc/$bedside/environ 2>/dev/null && { echo "It stayed blank."; exit 1; }
kill $bedside; wait $bedside 2>/dev/null
exit 0
"#;

/// `cargo xtask bundle`.
pub(crate) fn bundle() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("Only the Debian package is made so far, and only on Linux.".to_owned());
    }
    doctor::provide(Purpose::Tour)?;
    if !on_path("xwininfo") {
        apt::install(&["x11-utils"])?;
    }
    if !ui::install()? || !ui::build()? {
        return Err("The interface was not built.".to_owned());
    }
    let folder = workspace::target().join("release/bundle/deb");
    // A package of an older version must not be taken for this one.
    fs::remove_dir_all(&folder).ok();
    let mut tauri = cargo_environment(program(workspace::ui().join("node_modules/.bin/tauri")));
    tauri.args(["build", "--ci", "--bundles", "deb"]);
    if !watch(tauri, LIMIT)?.ok {
        return Err("The package was not built.".to_owned());
    }
    let package = only_package(&folder)?;
    println!("\n── {}", package.display());
    let is_small = is_within("bedside", &workspace::built("release", "bedside"), LARGEST_PROGRAM)?
        & is_within("package", &package, LARGEST_PACKAGE)?;
    show_contents(&package)?;
    let starts = if apt::is_root() { installs(&package)? } else { unpacks(&package)? };
    Ok(is_small && starts)
}

fn only_package(folder: &Path) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let mut packages = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "deb"));
    match (packages.next(), packages.next()) {
        (Some(package), None) => Ok(package),
        _ => Err(format!("There should be one package in {}.", folder.display())),
    }
}

fn is_within(what: &str, path: &Path, limit: u64) -> Outcome {
    let size = fs::metadata(path).map_err(|why| format!("{}: {why}", path.display()))?.len();
    let mark = if size <= limit { '✓' } else { '✗' };
    println!("{mark} {what:<8} {} (limit {})", megabytes(size), megabytes(limit));
    Ok(size <= limit)
}

fn megabytes(size: u64) -> String {
    format!("{}.{} MB", size / MEGABYTE, size % MEGABYTE * 10 / MEGABYTE)
}

fn show_contents(package: &Path) -> Result<(), String> {
    let mut list = program("dpkg-deb");
    list.arg("-c").arg(package);
    let mut facts = program("dpkg-deb");
    facts.arg("-f").arg(package);
    for command in [list, facts] {
        if !watch(command, LIMIT)?.ok {
            return Err("The package cannot be read.".to_owned());
        }
    }
    Ok(())
}

/// Installs it as a person would, starts it, and takes it away again if it was not there before.
fn installs(package: &Path) -> Outcome {
    let was_there = answer("dpkg-query", &["-W", "-f", "${Status}", "bedside"])
        .is_some_and(|status| status.contains("install ok installed"));
    apt::install(&[&package.to_string_lossy()])?;
    let ok = starts(Path::new("/usr/bin/bedside"))?;
    if !was_there {
        let mut remove = program("apt-get");
        remove.args(["remove", "-y", "-qq", "bedside"]);
        watch(remove, LIMIT)?;
    }
    Ok(ok)
}

/// Without the right to install: unpacks it, and asks apt whether it could.
fn unpacks(package: &Path) -> Outcome {
    let mut simulated = program("apt-get");
    simulated.args(["install", "--simulate", "-qq"]).arg(package);
    if !watch(simulated, LIMIT)?.ok {
        println!("✗ apt could not install it on this machine.");
        return Ok(false);
    }
    let folder = workspace::target().join("bundle-check");
    fs::remove_dir_all(&folder).ok();
    let mut unpack = program("dpkg-deb");
    unpack.arg("-x").arg(package).arg(&folder);
    if !watch(unpack, LIMIT)?.ok {
        return Ok(false);
    }
    starts(&folder.join("usr/bin/bedside"))
}

fn starts(bedside: &Path) -> Outcome {
    let office = workspace::target().join("bundle-office");
    fs::remove_dir_all(&office).ok();
    let mut shell = program("sh");
    shell.args(["-c", START, "start"]).arg(bedside).arg(&office);
    let ok = watch(on_its_own_display(&shell), Duration::from_secs(120))?.ok;
    println!("{} {} starts and shows its window", if ok { '✓' } else { '✗' }, bedside.display());
    fs::remove_dir_all(&office).ok();
    Ok(ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_in_megabytes() {
        assert_eq!(megabytes(9_870_000), "9.8 MB");
        assert_eq!(megabytes(LARGEST_PROGRAM), "20.0 MB");
    }
}
